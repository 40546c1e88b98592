"""Pure: sessions of a serial treatment that the sheet itself says are more than the guia authorises."""

from collections import defaultdict
from collections.abc import Iterable

from agent.ledger.months import Mes
from agent.ledger.reading import RejectedRow
from agent.model.lancamento import Kind
from spreadsheets.reading.leitura import Item


def over_authorised(itens: Iterable[Item], mes: Mes) -> dict[Item, RejectedRow]:
    """The month's items of each guia and code with more sessions, of all months of the sheet, than it says may be,
    each with the row to correct: of tables side by side, another's item on that row is not held.

    None of them goes: which of the sessions are too many, only the clinic knows. What other months' sheets have used of
    a guia is the portal's to say.
    """
    of_guia: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in itens:
        asked = item.lancamento
        if asked.portal == mes.portal and asked.kind is Kind.SERIADO:
            of_guia[asked.numero_autorizacao, asked.codigo_procedimento].append(item)
    return {
        item: _row(item, why)
        for rows in of_guia.values()
        if (why := _too_many(rows))
        for item in rows
        if item.lancamento.competencia == mes.competencia
    }


def _too_many(rows: Iterable[Item]) -> str:
    rows = list(rows)
    said = [q for item in rows if (q := item.complemento.quantidade_autorizada) is not None]
    count = sum(item.lancamento.quantidade for item in rows)
    if not said or count <= min(said):
        return ""
    guia = rows[0].lancamento.numero_autorizacao
    return (
        f"A guia {guia} tem {count} sessões na planilha, e {min(said)} autorizadas. Confirme com a clínica quais valem."
    )


def _row(item: Item, why: str) -> RejectedRow:
    origem = item.lancamento.origem
    return RejectedRow(aba=origem.aba, linha=origem.linha, coluna="quantidade autorizada", motivo=why)
