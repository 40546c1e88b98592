"""Once a day, beside the months' own work: evidence that lies open is sealed, and what the settings say is purged."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from agent.accounting.purging import due_in, finish, purge
from agent.config.office import Office
from agent.ledger.store import Ledger
from agent.model.errors import FaturistaError

WHO = "faturista servir"


@dataclass
class Daily:
    """What a day is begun with. `say` hears of what was done, and of what could not be; the months go on either way."""

    office: Office
    say: Callable[[str], None]
    _last: date | None = field(default=None, init=False)

    def do(self, ledger: Ledger, now: datetime) -> None:
        """Do it, where this day has not seen it done by this process."""
        today = self.office.today(now)
        if today == self._last:
            return
        self._last = today
        try:
            self._seal(ledger)
            if self.office.settings.evidencias.sozinho:
                self._purge(ledger, now)
        except FaturistaError as error:
            self.say(f"As evidências não puderam ser arrumadas hoje: {error}")

    def _seal(self, ledger: Ledger) -> None:
        if ledger.evidence.files is not None and (sealed := ledger.evidence.files.seal_older()):
            self.say(f"{sealed} evidências antigas foram cifradas.")

    def _purge(self, ledger: Ledger, now: datetime) -> None:
        gone, people = finish(self.office, ledger, WHO).files, 0
        if found := due_in(self.office, ledger, now):
            done = purge(self.office, ledger, now, code=found.code, who=WHO)
            gone, people = gone + done.files, done.people
        if people:
            self.say(f"{people} nomes de beneficiários passaram do tempo de guarda e foram apagados do livro.")
        if gone:
            self.say(f"{gone} evidências passaram do tempo de guarda e foram eliminadas; o certificado está em saida.")
