"""What all pages share: the office, its figures, the cookies' key, the clock."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from threading import Lock
from zoneinfo import ZoneInfo

from agent.accounting.opening import open_books
from agent.config.office import Office
from agent.config.toml_lines import KeyPath
from agent.ledger.months import Mes
from agent.ledger.store import Ledger
from agent.model.point import Clock, utc_now
from agent.panel.figuring import Figuring
from agent.panel.passwords import Passwords
from agent.panel.scribe import Scribe
from agent.panel.sessions import Sessions
from agent.schedule.board import days_of
from agent.schedule.days import Days
from agent.vault.opening import open_vault
from agent.vault.vault import Vault


def unrecorded(_error: Exception) -> None:
    """A bug that leaves no record: of a panel that is served without an office's log folder."""


@dataclass
class House:
    """One panel over one office. `hosts` are the names that a browser may call it by.

    `broke` writes the technical record of a bug of ours and says where it is. `changing`: held by whoever changes the
    settings, so that only `renew` ever puts another office here.
    """

    office: Office
    sessions: Sessions
    passwords: Passwords
    figuring: Figuring
    clock: Clock
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost")
    broke: Callable[[Exception], Path | None] = unrecorded
    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)
    changing: Lock = field(default_factory=Lock)
    scribe: Scribe = field(default_factory=Scribe)

    def renew(self, office: Office, ledger: Ledger, changed: Iterable[KeyPath]) -> None:
        """Go on with other settings; what they touch is computed before anybody sees the new ones."""
        paths = list(changed)
        figuring = Figuring(office, self.clock)
        figuring.begin_as(self.figuring, but=lambda mes: any(_touches(path, mes) for path in paths))
        if any(map(_moves_dates, paths)):
            figuring.redate()
        figuring.lines(ledger)
        self.office, self.figuring = office, figuring
        for name in ("days", "zone"):
            self.__dict__.pop(name, None)

    def vault(self) -> Vault:
        """Where the logins' passwords are kept."""
        return open_vault(self.office, self.environ)

    def books(self) -> Ledger:
        """The ledger, for one request in one thread, by its own clock where nobody turned this one."""
        return open_books(self.office, None if self.clock is utc_now else self.clock)

    @cached_property
    def days(self) -> Days:
        """The office's calendar."""
        return days_of(self.office)

    @cached_property
    def zone(self) -> ZoneInfo:
        """The office's time zone."""
        return ZoneInfo(self.office.settings.escritorio.fuso)

    def local(self, at: str | datetime) -> datetime:
        """A time of the ledger on the office's clock."""
        moment = datetime.fromisoformat(at) if isinstance(at, str) else at
        return moment.astimezone(self.zone)


def _touches(path: KeyPath, mes: Mes) -> bool:
    """Whether the amounts or the names in a month's figures may follow from that key."""
    return path[0] == "clinicas" and path[1:2] in ((), (mes.clinica,))


def _moves_dates(path: KeyPath) -> bool:
    """Whether a date may follow from that key."""
    return path[0] in ("calendario", "contratos") or path[:2] == ("escritorio", "fuso")
