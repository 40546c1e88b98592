"""Where the operadora has what was billed: read from the portal's own record into the ledger, and told in sums."""

from collections.abc import Iterator

from agent.ledger.months import Mes
from agent.ledger.store import Ledger
from agent.model.errors import PortalError
from agent.model.registro import Movimento
from agent.model.valor import write_valor
from agent.runner.work import Work

_NAMED = 5  # lotes that a line names one by one


def track_contas(work: Work) -> tuple[str, ...]:
    """Keep what the portal's record of the month says now; a line (pt-BR) where it could not be read.

    Only where billing is final at once: a month that is closed has a record of its own. Nothing is sent.
    """
    if work.portal.capabilities.closes_month:
        return ()
    try:
        registro = work.portal.observe(work.mes.competencia)
    except PortalError as error:
        return (f"a situação do que foi faturado não pôde ser lida: {error}",)
    work.ledger.records.save(work.mes, registro)
    return ()


def contas_of(ledger: Ledger, mes: Mes) -> tuple[str, ...]:
    """A line (pt-BR) for each word by which the operadora calls where the month's contas stand; () where none is."""
    standing = ledger.records.standing(mes)
    mine = [row for entry in ledger.entries.of(mes) if (row := standing.get(entry.movimento)) and row.situacao]
    return tuple(_lines([row for row in mine if row.protocolo]))


def _lines(rows: list[Movimento]) -> Iterator[str]:
    for word in dict.fromkeys(row.situacao for row in rows):
        those = [row for row in rows if row.situacao == word]
        valor = write_valor(sum(row.valor or 0 for row in those), symbol=True)
        lotes = sorted({row.lote for row in those if row.lote})
        where = f", lote {', '.join(lotes)}" if 0 < len(lotes) <= _NAMED else f", {len(lotes)} lotes" if lotes else ""
        yield f"{word}: {len(those)} {'conta' if len(those) == 1 else 'contas'}, {valor} informados{where}"
