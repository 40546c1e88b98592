"""Pure: the conference, closing and return reports from what is recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from portals.ipasem.mock.month import Month
from portals.ipasem.mock.movement import Movimento
from portals.ipasem.mock.seed import Autorizacao

ORDERS = {
    "data": "Data de atendimento",
    "autorizacao": "Número da autorização",
    "nome": "Nome do beneficiário",
    "digitacao": "Ordem de digitação",
}


@dataclass(frozen=True)
class Line:
    """One movement with the patient of its authorisation."""

    movement: Movimento
    authorisation: Autorizacao

    @property
    def situacao(self) -> str:
        """Drafts are "Não finalizado": the lines shown in red."""
        return "Finalizado" if self.movement.finalizado else "Não finalizado"


@dataclass(frozen=True)
class Total:
    """A row of the summary: how many movements of a Tipo de Serviço, and their value in centavos."""

    tipo: str
    quantidade: int
    valor: int


@dataclass(frozen=True)
class Report:
    """A conference or closing report. The totals count finished movements only; drafts are listed, in red."""

    month: Month
    order: str
    totals: list[Total]
    total: Total
    lines: list[Line]

    @property
    def dental(self) -> bool:
        """Whether a tooth stands in it: then it has the columns for tooth and faces."""
        return any(line.movement.dente for line in self.lines)

    def truncated(self, rows: int) -> Report:
        """The same report with only its first detail rows."""
        return replace(self, lines=self.lines[:rows])


Lookup = Callable[[str], Autorizacao | None]


def report(month: Month, entries: Iterable[Movimento], lookup: Lookup, order: str) -> Report:
    """A month's report in one of the ORDERS."""
    lines = _sorted([_line(entry, lookup) for entry in entries], order)
    done = [line.movement for line in lines if line.movement.finalizado]
    tipos = sorted({m.tipo_servico for m in done})
    totals = [_total(tipo, [m for m in done if m.tipo_servico == tipo]) for tipo in tipos]
    return Report(month, order, totals, _total("TOTAL", done), lines)


def _line(entry: Movimento, lookup: Lookup) -> Line:
    authorisation = lookup(entry.autorizacao)
    assert authorisation is not None
    return Line(entry, authorisation)


def _total(tipo: str, entries: Sequence[Movimento]) -> Total:
    return Total(tipo, sum(m.quantidade for m in entries), sum(m.valor for m in entries))


def _sorted(lines: list[Line], order: str) -> list[Line]:
    keys: dict[str, Callable[[Line], tuple[Any, ...]]] = {
        "data": lambda line: (line.movement.data or "9999", line.movement.id),
        "autorizacao": lambda line: (line.movement.autorizacao, line.movement.id),
        "nome": lambda line: (line.authorisation.patient, line.movement.id),
        "digitacao": lambda line: (line.movement.id,),
    }
    return sorted(lines, key=keys[order])


@dataclass(frozen=True)
class ReturnLine:
    """What the insurer answered about one movement, in centavos: informado = pago + glosado."""

    line: Line
    informado: int
    pago: int
    glosado: int
    motivo: str


@dataclass(frozen=True)
class ReturnReport:
    """The return of a month: the movements paid in full, or (`glosado`) those with a cut."""

    month: Month
    glosado: bool
    lines: list[ReturnLine]

    @property
    def dental(self) -> bool:
        """Whether a tooth stands in it."""
        return any(row.line.movement.dente for row in self.lines)

    @property
    def totals(self) -> tuple[int, int, int]:
        """(informado, pago, glosado) of the lines."""
        return (
            sum(row.informado for row in self.lines),
            sum(row.pago for row in self.lines),
            sum(row.glosado for row in self.lines),
        )


def return_report(
    month: Month, entries: Iterable[Movimento], audit: dict[str, Any], lookup: Lookup, *, glosado: bool
) -> ReturnReport:
    """The audit's answer; movements without return are in neither report."""
    heard = (m for m in entries if m.finalizado and m.id not in audit["sem_retorno"])
    answers = [_return_line(_line(m, lookup), audit["glosas"].get(str(m.id))) for m in heard]
    return ReturnReport(month, glosado, [row for row in answers if bool(row.glosado) == glosado])


def _return_line(line: Line, cut: dict[str, Any] | None) -> ReturnLine:
    glosado = cut["valor"] if cut else 0
    motivo = cut["motivo"] if cut else ""
    informado = line.movement.valor
    return ReturnLine(line, informado, informado - glosado, glosado, motivo)
