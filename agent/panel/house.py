"""What all pages share: the office, its figures, the cookies' key, the clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from agent.accounting.opening import open_books
from agent.config.office import Office
from agent.ledger.store import Ledger
from agent.model.point import Clock
from agent.panel.figuring import Figuring
from agent.panel.passwords import Passwords
from agent.panel.sessions import Sessions
from agent.schedule.board import days_of
from agent.schedule.days import Days


def unrecorded(_error: Exception) -> None:
    """A bug that leaves no record: of a panel that is served without an office's log folder."""


@dataclass(frozen=True)
class House:
    """One panel over one office. `hosts` are the names that a browser may call it by.

    `broke` writes the technical record of a bug of ours and says where it is.
    """

    office: Office
    sessions: Sessions
    passwords: Passwords
    figuring: Figuring
    clock: Clock
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost")
    broke: Callable[[Exception], Path | None] = unrecorded

    def books(self) -> Ledger:
        """The ledger, for one request in one thread."""
        return open_books(self.office, self.clock)

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
