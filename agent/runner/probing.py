"""Look at one portal with one clinic's login, read-only: alone on the login, signed in with a person's help."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Protocol

from agent.config.office import Office
from agent.ledger.opening import ledger_of
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.point import Clock, utc_now
from agent.people.presence import Say, TerminalPresence
from agent.runner.account import account_of
from agent.runner.calibragens import current
from agent.runner.desk import Desk
from agent.runner.doors import Browsers, door_opener
from agent.runner.heartbeat import keep_lease
from agent.runner.known_panels import PanelMemory, accept, held_against
from agent.runner.known_screens import compared, keep, read_kept
from agent.runner.owner import is_dead, this_process
from agent.vault.opening import open_vault
from agent.vault.private_file import write_private
from portals.base import Login, Portal, Presence
from portals.browser.session import Session
from portals.calibrate.calibrate import laid_over
from portals.probe.item import Cor
from portals.probe.probe import Vista, probe
from portals.probe.read_only import Asked, ReadOnly
from portals.probe.report import Relatorio, page
from portals.probe.sondagem import read_known

_TTL = timedelta(seconds=60)


class BareDoor(Protocol):
    """The way in, with the browser's side of it apart: see BrowserDoor."""

    def session(self) -> AbstractContextManager[Session]:
        """A context of its own, carrying the saved session where there is one."""

    def adapter(self, session: Session) -> Portal:
        """The portal's verbs on it."""

    def remember(self) -> None:
        """Keep the session that is signed in now."""


@dataclass(frozen=True, slots=True)
class Sondado:
    """How a look ended. `mudou`: by screen, what is not as it was; `parados`: requests that were kept from leaving.

    `para`: by panel, what of the change stops whatever works there, until a person has seen to it.
    """

    vistas: Sequence[Vista]
    mudou: Mapping[str, Sequence[str]]
    parados: Sequence[Asked]
    relatorio: Path | None
    para: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def bem(self) -> bool:
        """Whether all is as expected; what is not to be seen today does not count against it."""
        good = all(item.cor in (Cor.VERDE, Cor.CINZA) for vista in self.vistas for item in vista.itens)
        return good and not self.mudou and not self.para and not any(asked.own for asked in self.parados)


@dataclass(frozen=True, slots=True)
class Prober:
    """What a look needs of the office."""

    office: Office
    ledger: Ledger
    open_ledger: Callable[[], Ledger]
    door: Callable[[str, str], BareDoor]
    login: Callable[[str, str], Login]
    presence: Callable[[str], Presence]
    owner: str
    clock: Clock

    def sondar(
        self, clinica: str, portal: str, competencia: Competencia, *, aceitar: bool = False, sempre: bool = True
    ) -> Sondado:
        """Look at every screen, write the report, keep the fingerprints of screens that were not known.

        `aceitar`: keep all of today's in place of the known ones. Without `sempre` a report is written only where a
        person should read it. Raises AlreadyRunning, and whatever sign-in raises.
        """
        known, now = laid_over(read_known(portal), current(self.office, portal)), self.clock()
        with self.inside(clinica, portal) as (session, gate):
            today, timeout_s = self.office.today(now), self.office.portal(portal).espera_resposta_s
            vistas = probe(session, gate, known, competencia, today=today, timeout_s=timeout_s)
        folder = self.office.folder / "sondagens" / portal
        mudou = compared(read_kept(folder), vistas)
        keep(folder, portal, vistas, now, over=aceitar)
        memory = PanelMemory(self.office, portal, self.clock)
        changes = [held_against(memory, vista.paineis, known.needed) for vista in vistas]
        if aceitar:
            accept(self.office, portal)
        para = {name: change.para for each in changes for name, change in each.items() if change.para}
        told = Relatorio(
            titulo=known.labels.portal,
            clinica=clinica,
            competencia=str(competencia),
            em=now,
            vistas=vistas,
            mudou=mudou,
            parados=gate.stopped,
            feitas=gate.passed,
            fora=known.sondagem.fora,
        )
        sondado = Sondado(vistas, mudou, tuple(gate.stopped), None, para)
        if sondado.bem and not sempre:
            return sondado
        path = folder / f"{clinica}-{now.astimezone():%Y-%m-%d-%H%M%S}.html"
        write_private(path, page(told).encode())
        return replace(sondado, relatorio=path)

    @contextmanager
    def inside(self, clinica: str, portal: str) -> Iterator[tuple[Session, ReadOnly]]:
        """Signed in and alone on the login, in a browser that is read-only. Raises whatever sign-in raises."""
        door = self.door(clinica, portal)
        with self._alone(clinica, portal), door.session() as session, ReadOnly(session) as gate:
            with gate.entering():
                door.adapter(session).sign_in(self.login(clinica, portal), self.presence(clinica))
            door.remember()
            yield session, gate

    @contextmanager
    def _alone(self, clinica: str, portal: str) -> Iterator[None]:
        """One session at a time on a login, this one too."""
        account = account_of(self.office, clinica, portal)
        lease = self.ledger.leases.take(portal, account, self.owner, _TTL, is_dead=is_dead)
        try:
            with keep_lease(self.open_ledger, lease, lease.ttl):
                yield
        finally:
            self.ledger.leases.release(lease)


@contextmanager
def unattended_prober(desk: Desk) -> Iterator[Prober]:
    """For a look when nobody is there, beside the desk's own work: it has a read-only browser of its own."""
    browsers = Browsers(desk.office, shown=False, read_only=True)

    def login(clinica: str, portal: str) -> Login:
        return Login(desk.office.acesso(clinica, portal).usuario, desk.vault.password(clinica, portal).reveal())

    try:
        yield Prober(
            office=desk.office,
            ledger=desk.ledger,
            open_ledger=desk.open_ledger,
            door=door_opener(browsers, desk.office, desk.vault, desk.clock),
            login=login,
            presence=desk.presence,
            owner=desk.owner,
            clock=desk.clock,
        )
    finally:
        browsers.close()


@contextmanager
def open_prober(office: Office, say: Say, *, shown: bool, environ: Mapping[str, str] = os.environ) -> Iterator[Prober]:
    """The office's ledger, vault and browser for one look. Raises the SetupError and LedgerError families."""
    open_ledger = partial(ledger_of, office)
    browsers = Browsers(office, shown=shown, read_only=True)
    vault = open_vault(office, environ)

    def login(clinica: str, portal: str) -> Login:
        return Login(office.acesso(clinica, portal).usuario, vault.password(clinica, portal).reveal())

    try:
        with open_ledger() as ledger:
            yield Prober(
                office=office,
                ledger=ledger,
                open_ledger=open_ledger,
                door=door_opener(browsers, office, vault, utc_now),
                login=login,
                presence=lambda clinica: TerminalPresence(office.clinica(clinica).nome, say),
                owner=this_process(),
                clock=utc_now,
            )
    finally:
        browsers.close()
