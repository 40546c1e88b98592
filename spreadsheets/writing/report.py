"""What the reconciliation workbook tells: filled by the runner, written by `write_reconciliation`."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import NamedTuple

from agent.model.competencia import Competencia
from agent.model.demonstrativo import LinhaRetorno
from agent.model.entry import Entry
from agent.model.match import JudgedEntry, JudgedLine, Totals
from agent.model.valor import Centavos


class GroupKey(NamedTuple):
    """One line of the Resumo; `portal` is "" for a row rejected before its portal was known."""

    clinica: str
    portal: str
    competencia: Competencia


@dataclass(frozen=True, slots=True)
class Reading:
    """How many entries the sheets of a group held, rejected ones included; `observacao` is pt-BR for the Resumo."""

    key: GroupKey
    lidas: int
    observacao: str = ""


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row of a sheet that was held back: `celulas` like "D12", `motivo` with every problem of the row (pt-BR)."""

    key: GroupKey
    arquivo: str
    aba: str
    linha: int
    celulas: tuple[str, ...]
    motivo: str


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """An entry and its verdict; `judged` is None when the portal does not hold the entry, so nothing was informed.

    `lote` and `no_portal`: the lote in which the portal's record showed it last, and its word for where it stood.
    Of what the verdict says was refused, `em_recurso` is under appeal, `perda` was given up, and `recuperado` was won
    in an appeal that no line of a return proves yet, in centavos. `encerradas`: by kind of Divergencia, who said that
    nothing more is to be done of it, and why (pt-BR).
    """

    entry: Entry
    judged: JudgedEntry | None = None
    lote: str = ""
    no_portal: str = ""
    em_recurso: Centavos = 0
    perda: Centavos = 0
    recuperado: Centavos = 0
    encerradas: Mapping[str, str] = field(default_factory=dict)

    @property
    def totals(self) -> Totals | None:
        """Its centavos, with what was decided of the refused part; None when nothing was informed."""
        if self.judged is None:
            return None
        was = self.judged.totals
        glosado = was.glosado - self.em_recurso - self.perda - self.recuperado
        return replace(was, liberado=was.liberado + self.recuperado, glosado=glosado)

    @property
    def appealed(self) -> bool:
        """Whether anything of the refused part was decided."""
        return bool(self.em_recurso or self.perda or self.recuperado)

    @property
    def key(self) -> GroupKey:
        """The line of the Resumo that counts it."""
        lancamento = self.entry.lancamento
        return GroupKey(lancamento.clinica, lancamento.portal, lancamento.competencia)


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A return line and its verdict; `key` has the month of the return, which may be later than the entry's.

    `alheia`: a person said that it is nobody's of ours.
    """

    key: GroupKey
    line_id: int
    linha: LinhaRetorno
    judged: JudgedLine
    alheia: bool = False


@dataclass(frozen=True, slots=True)
class ReconciliationReport:
    """Everything the workbook shows. Every line that answers an entry here must be among `lines`.

    `nomes` gives a clinic's or a portal's code the name that people read; a code without one stands for itself.
    """

    escritorio: str
    gerado_em: datetime
    readings: tuple[Reading, ...]
    entries: tuple[ReportEntry, ...]
    lines: tuple[ReportLine, ...] = ()
    rejected: tuple[RejectedRow, ...] = ()
    nomes: Mapping[str, str] = field(default_factory=dict)

    @property
    def keys(self) -> tuple[GroupKey, ...]:
        """Every group that anything belongs to, in the order of the Resumo."""
        keys = {reading.key for reading in self.readings} | {entry.key for entry in self.entries}
        keys |= {line.key for line in self.lines} | {row.key for row in self.rejected}
        return tuple(sorted(keys))

    def lidas(self, key: GroupKey) -> int:
        """What was read of a group: as the reader counted, else as many as are here."""
        counted = [reading.lidas for reading in self.readings if reading.key == key]
        here = sum(entry.key == key for entry in self.entries) + sum(row.key == key for row in self.rejected)
        return sum(counted) if counted else here

    def nome(self, codigo: str) -> str:
        """The name people read; "—" for none."""
        return self.nomes.get(codigo, codigo) or "—"
