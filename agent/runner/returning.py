"""Pure: which lines of a return are this month's, on a portal that lists what was sent, not a month."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from agent.model.competencia import Competencia
from agent.model.demonstrativo import Deducao, Demonstrativo, LinhaRetorno
from agent.model.entry import Entry
from agent.model.errors import ReportUntrusted
from agent.model.lancamento import Lancamento


def of_the_month(demonstrativo: Demonstrativo, entries: Iterable[Entry], elsewhere: Iterable[Entry]) -> Demonstrativo:
    """The month's part of a return, its totals those of the lines kept.

    A line with a protocolo is of the month that launched its service, else of the one that launched its guia and code;
    of several, the month of its attendance if it is one of them, else the one whose service is nearest in time (the
    earlier of two as near). Where none did, of the month of its attendance. Other lines are of the month asked for.
    What was withheld from a payment is of the first month that launched the first guia it covers; where none did, of
    the month before the payment: no two months ever count the same.
    Raises ReportUntrusted when the whole does not balance: a part of an untrue report proves nothing.
    """
    if not demonstrativo.balances:
        raise ReportUntrusted(
            "as linhas do retorno não somam os totais do próprio relatório",
            where=f"{demonstrativo.portal}, {demonstrativo.competencia}",
            do="Nada foi lido. Confira o relatório no portal e rode retorno de novo.",
        )
    launched = _Launched(entry.lancamento for entry in (*entries, *elsewhere))
    here = demonstrativo.competencia
    kept = tuple(line for line in demonstrativo.linhas if not line.protocolo or launched.month_of(line) == here)
    return replace(
        demonstrativo,
        linhas=kept,
        total_informado=sum(line.valor_informado for line in kept),
        total_liberado=sum(line.valor_liberado for line in kept),
        total_glosa=sum(line.valor_glosa for line in kept),
        deducoes=tuple(d for d in demonstrativo.deducoes if launched.month_of_payment(d) == here),
    )


class _Launched:
    """Which months of the clinic launched what."""

    def __init__(self, launched: Iterable[Lancamento]) -> None:
        self._of_code: dict[tuple[str, str], set[tuple[date, Competencia]]] = defaultdict(set)
        self._of_guia: dict[str, set[Competencia]] = defaultdict(set)
        for each in launched:
            guia, code = each.numero_autorizacao, each.codigo_procedimento
            self._of_code[guia, code].add((each.data, each.competencia))
            self._of_guia[guia].add(each.competencia)

    def month_of(self, line: LinhaRetorno) -> Competencia:
        own = Competencia.of(line.data)
        launched = self._of_code.get((line.numero_autorizacao, line.codigo_procedimento), set())
        launched = {each for each in launched if each[0] == line.data} or launched
        if not launched or own in {month for _, month in launched}:
            return own
        return min(launched, key=lambda each: (abs(each[0] - line.data), each))[1]

    def month_of_payment(self, deducao: Deducao) -> Competencia:
        months = self._of_guia.get(deducao.numero_autorizacao, set())
        return min(months, default=Competencia.of(deducao.data).plus(-1))
