"""Pure: which lines of a return are this month's, on a portal that lists what was sent, not a month."""

from collections.abc import Iterable
from dataclasses import replace

from agent.model.competencia import Competencia
from agent.model.demonstrativo import Demonstrativo, LinhaRetorno
from agent.model.entry import Entry
from agent.model.errors import ReportUntrusted


def of_the_month(demonstrativo: Demonstrativo, entries: Iterable[Entry], elsewhere: Iterable[Entry]) -> Demonstrativo:
    """The month's part of a return, its totals those of the lines kept.

    A line with a protocolo is of the month that launched its guia; where none did, of the month of its attendance.
    Other lines are of the month that was asked for. Raises ReportUntrusted when the whole does not balance: a part of
    an untrue report proves nothing.
    """
    if not demonstrativo.balances:
        raise ReportUntrusted(
            "as linhas do retorno não somam os totais do próprio relatório",
            where=f"{demonstrativo.portal}, {demonstrativo.competencia}",
            do="Nada foi lido. Confira o relatório no portal e rode retorno de novo.",
        )
    ours = {_item(entry) for entry in entries}
    theirs = {_item(entry) for entry in elsewhere}
    kept = tuple(line for line in demonstrativo.linhas if _is_of(line, demonstrativo.competencia, ours, theirs))
    return replace(
        demonstrativo,
        linhas=kept,
        total_informado=sum(line.valor_informado for line in kept),
        total_liberado=sum(line.valor_liberado for line in kept),
        total_glosa=sum(line.valor_glosa for line in kept),
    )


def _item(entry: Entry) -> tuple[str, str]:
    return entry.lancamento.numero_autorizacao, entry.lancamento.codigo_procedimento


def _is_of(
    line: LinhaRetorno, competencia: Competencia, ours: set[tuple[str, str]], theirs: set[tuple[str, str]]
) -> bool:
    if not line.protocolo:
        return True
    item = (line.numero_autorizacao, line.codigo_procedimento)
    if item in ours or item in theirs:
        return item in ours
    return Competencia.of(line.data) == competencia
