"""An invented office of one clinic with a clock to turn: what is billed, answered and appealed on which day."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from agent.accounting.bank import Books
from agent.accounting.pack import Scope, gather
from agent.config.load import load_office
from agent.config.office import FILE_NAME
from agent.config.office import Office as Settings
from agent.ledger.store import Ledger
from agent.model.demonstrativo import LinhaRetorno
from agent.model.entry import Entry
from agent.runner.conciliation import post_returns
from agent.schedule.days import Days
from spreadsheets.writing.pack.report import Conta, Glosa, Pack
from tests.ledger.office import CLINICA, PORTAL, Clock, Office, demonstrativo, lancamento, linha

_SETTINGS = f"""
[escritorio]
nome = "Escritório de teste"
cofre = "arquivo"

[portais.{PORTAL}]
endereco = "https://{PORTAL}.exemplo"

[clinicas.{CLINICA}]
nome = "Clínica Sorriso"
acessos.{PORTAL} = {{ usuario = "11222333000181" }}
"""


@dataclass
class Clocked:
    """The office's settings, the month under test and its entries, served on 05/10/2026 and launched on 03/11/2026."""

    settings: Settings
    month: Office
    entries: list[Entry]

    @classmethod
    def at(
        cls, folder: Path, ledger: Ledger, clock: Clock, *, count: int = 2, more: str = "", close: bool = True
    ) -> "Clocked":
        """With the month closed on the day of the launch. `more`: what else faturista.toml says."""
        (folder / FILE_NAME).write_text(_SETTINGS + more, encoding="utf-8")
        month = Office.at(ledger, clock, Ledger.open)
        month.import_(*(lancamento(n) for n in range(1, count + 1)))
        entries = month.launched(*ledger.entries.of(month.mes))
        month.mes = month.closed() if close else ledger.months.get(month.mes.id)
        return cls(load_office(folder), month, entries)

    def answers(self, day: date, *lines: LinhaRetorno, at: time = time(15)) -> None:
        """The insurer's whole report as it was read and reconciled on that day, at that hour of UTC."""
        self.month.clock.now = datetime.combine(day, at, UTC)
        ledger = self.month.ledger
        ledger.returns.import_(self.month.mes, demonstrativo(*lines))
        post_returns(ledger, self.month.mes)

    def refuses(self, number: int, glosa: int = 6500, *, at: int = 1, liberado: int | None = None) -> LinhaRetorno:
        """Line `at` of a report, which refuses `glosa` of entry `number` (from 1) and releases the rest."""
        return linha(at, self.entries[number - 1], liberado=6500 - glosa if liberado is None else liberado, glosa=glosa)

    def appeals(self, number: int, valor: int, sent: date) -> int:
        """An appeal about entry `number`, sent on that day; its own number."""
        appeals = self.month.ledger.appeals
        found = appeals.draft(self.entries[number - 1].id, valor, motivo="m", justificativa="j")
        appeals.send(found, sent, "R-1")
        return found

    def scope(self, day: date) -> Scope:
        """The month as it is asked about on that day."""
        days = Days(self.settings.settings.calendario, self.settings.settings.escritorio.fuso)
        now = datetime.combine(day, time(15), UTC)
        return Scope(self.settings, self.month.ledger, [self.month.mes], Books(), now, days.off)

    def pack(self, day: date) -> Pack:
        """What the accountant's pack says on that day."""
        return gather(self.scope(day), titulo="")

    def conta(self, number: int, day: date) -> Conta:
        """Entry `number` in the pack of that day."""
        return next(conta for conta in self.pack(day).contas if conta.id == self.entries[number - 1].id)

    def glosa(self, number: int, day: date) -> Glosa:
        """What is refused of entry `number` in the pack of that day."""
        return next(glosa for glosa in self.pack(day).glosas if glosa.conta_id == self.entries[number - 1].id)
