"""What is not billed yet and whose term to bill is over or nearly, as a table for people and values for machines."""

from collections.abc import Sequence

from rich.console import RenderableType

from agent.accounting.billing import Unbilled
from agent.cli.look import add_row, plain_table
from agent.model.counted import counted
from agent.model.data import write_data
from agent.model.entry import State
from agent.model.valor import write_valor

_HEADS = ("Nº", "Clínica", "Convênio", "Mês", "Autorização", "Atendimento", "Situação", "Faturar até")
_STANDS = {
    State.PENDENTE: "a lançar",
    State.ENVIANDO: "enviado, sem resposta vista",
    State.INCERTA: "enviado, sem resposta vista",
    State.RECUSADA: "recusado pelo portal",
    State.LANCADA: "lançado, mês não fechado",
}


def billing_view(found: Sequence[Unbilled]) -> tuple[list[dict[str, object]], list[RenderableType]]:
    """Each entry with its last day, then what is lost and what is about to be; nothing where there is none."""
    if not found:
        return [], []
    table = plain_table("Ainda não faturado, com o prazo de envio no fim", _HEADS, ("Dias", "Valor"))
    for each in found:
        asked = each.entry.lancamento
        place = (str(each.entry.id), each.mes.clinica, each.mes.portal, str(each.mes.competencia))
        days = (write_data(asked.data), _STANDS[each.entry.state], write_data(each.ate), str(each.dias))
        add_row(table, *place, asked.numero_autorizacao, *days, write_valor(each.valor))
    over, soon = ([each for each in found if each.lapsed is lapsed] for lapsed in (True, False))
    told = [
        *([f"Prazo de envio perdido: {_summed(over)}. Combine com o convênio antes de enviar."] if over else []),
        *([f"Prazo de envio no fim: {_summed(soon)}. Lance e feche até {write_data(soon[0].ate)}."] if soon else []),
    ]
    return [_plain(each) for each in found], [table, *told]


def _summed(some: Sequence[Unbilled]) -> str:
    total = write_valor(sum(each.valor for each in some), symbol=True)
    return f"{total} ({counted(len(some), 'lançamento', 'lançamentos')})"


def _plain(each: Unbilled) -> dict[str, object]:
    place = {"lancamento": each.entry.id, "situacao": str(each.entry.state)}
    return {**place, "prazo": str(each.ate), "dias": each.dias, "valor": each.valor}
