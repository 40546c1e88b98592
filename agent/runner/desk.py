"""What a command works with: the office, its ledger and vault, the browser, the people, the clock."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from agent.config.office import Office
from agent.ledger.months import Mes, no_month
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.point import Clock
from agent.model.privacy import without_people
from agent.model.progress import Progress
from agent.runner.account import account_of
from agent.runner.heartbeat import keep_lease
from agent.runner.session import LEASE, Access, Door, month_session, through_sessions
from agent.runner.work import Pace, Wait, Work
from agent.vault.vault import Vault
from portals.base import Login, Presence

T = TypeVar("T")
OpenDoor = Callable[[str, str], Door]
"""(clinica, portal) gives the way in."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything around the protocol. `presence` gives, per clinic, who is called when a portal waits for a person.

    `lease` is how long a login stays this run's after its last heartbeat.
    """

    office: Office
    ledger: Ledger
    open_ledger: Callable[[], Ledger]
    vault: Vault
    open_door: OpenDoor
    presence: Callable[[str], Presence]
    progress: Progress
    clock: Clock
    wait: Wait
    owner: str
    lease: timedelta = LEASE

    def mes(self, clinica: str, portal: str, competencia: Competencia) -> Mes:
        """The clinic's month in the ledger, made when it is new."""
        return self.ledger.months.open(clinica, portal, account_of(self.office, clinica, portal), competencia)

    def begun(self, competencia: Competencia, pairs: Sequence[tuple[str, str]]) -> list[Mes]:
        """The months that the ledger has of these pairs; none is made. Raises InputError when it has none of them."""
        found = [self.ledger.months.find(clinica, portal, competencia) for clinica, portal in pairs]
        if not any(found):
            raise no_month(competencia)
        return [mes for mes in found if mes is not None]

    def without_people(self, mes: Mes, text: str) -> str:
        """`text`, which may be a portal's, without the patients of the month."""
        asked = [entry.lancamento for entry in self.ledger.entries.of(mes)]
        return without_people(text, {e.beneficiario for e in asked}, {e.numero_carteira for e in asked})

    def working(self, mes: Mes, act: Callable[[Work], T]) -> T:
        """`act` in a signed-in session for the month, taken up in a new one where the portal ends it.

        See through_sessions and month_session. Every command that works on a portal goes through here.
        """
        return through_sessions(lambda: self._at_work(mes), act)

    @contextmanager
    def _at_work(self, mes: Mes) -> Iterator[Work]:
        access = Access(
            door=self.open_door(mes.clinica, mes.portal),
            login=self._login(mes.clinica, mes.portal),
            presence=self.presence(mes.clinica),
            owner=self.owner,
            keep_alive=lambda lease: keep_lease(self.open_ledger, lease, lease.ttl),
            pace=pace_of(self.office, mes.portal),
            clock=self.clock,
            wait=self.wait,
            ttl=self.lease,
        )
        with month_session(self.ledger, mes, access) as work:
            yield work

    def _login(self, clinica: str, portal: str) -> Login:
        user = self.office.acesso(clinica, portal).usuario
        return Login(user, self.vault.password(clinica, portal).reveal())


def pace_of(office: Office, portal: str) -> Pace:
    """The portal's settings as the protocol's pace."""
    settings = office.portal(portal)
    return Pace(settle=timedelta(seconds=settings.acomodacao_s), gap=timedelta(seconds=settings.intervalo_leituras_s))
