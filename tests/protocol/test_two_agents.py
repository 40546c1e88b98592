"""Two agents on one login: one freezes at any point, its lease runs out, another does the work, and the first wakes."""

from contextlib import suppress

import pytest

from agent.ledger.leases import Leases
from agent.model.errors import LedgerError, Moved, PortalError
from agent.model.point import no_hook
from tests.protocol.death import Reaper
from tests.protocol.month import TTL, Office, lancamentos
from tests.protocol.test_every_single_death import imperfection, office

PAIR = lancamentos(2)
SUBMITS = [("ok", "ok"), ("unanswered", "half"), ("late", "gone"), ("half", "late")]
CLICKS = ("portal.prepare:before", "portal.submit:before", "portal.remove:before")
"""Between the last look at the lease and the click: no lease can stop a frozen agent there.

What it then leaves is removed, or keeps the month open for a person; it is never closed over.
"""


class Freeze:
    """A hook that freezes its process at one point until another one has worked on the same month."""

    def __init__(self, office: Office, at: int) -> None:
        self.passed: list[str] = []
        self._office = office
        self._at = at

    def __call__(self, name: str) -> None:
        self.passed.append(name)
        if len(self.passed) - 1 == self._at and not self._locked():
            self._office.world.clock.wait(TTL * 2)
            self._office.live(no_hook, "outro", closing=False)

    def _locked(self) -> bool:
        """Within a transaction the other agent waits at the database itself."""
        return self._office.storage.database.connection.in_transaction


def freeze(submits: tuple[str, ...], at: int) -> tuple[str, str]:
    """Freeze at one point, wake, and let the month be finished: the point's name, and what is wrong at the end."""
    month = office(PAIR, submits)
    hook = Freeze(month, at)
    with suppress(LedgerError, Moved, PortalError):
        month.live(hook, closing=False)
    month.world.clock.wait(TTL * 2)
    name = hook.passed[at] if at < len(hook.passed) else ""
    return name, imperfection(month, Reaper())


@pytest.mark.parametrize(
    "submits", [("ok", "ok"), ("unanswered", "half"), ("late", "gone"), ("half", "late")], ids="-".join
)
def test_an_agent_that_wakes_after_another_took_its_login_changes_nothing_any_more(submits: tuple[str, ...]) -> None:
    wrong, at = {}, 0
    while (frozen := freeze(submits, at))[0]:
        name, found = frozen
        if found and (name not in CLICKS or closed_over(found)):
            wrong[f"{at} {name}"] = found
        at += 1
    assert (wrong, at > 50) == ({}, True)


def closed_over(found: str) -> bool:
    """Whether the month was closed although the portal does not hold what it should."""
    return "portal has" in found and "open:" not in found


def test_without_the_fence_an_agent_that_wakes_sends_again_what_another_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Leases, "fence", lambda *_: None)
    monkeypatch.setattr(Leases, "check", lambda *_: None)
    found = [freeze(("ok", "ok"), at) for at in range(120)]
    assert any("duplicates" in wrong for name, wrong in found if name not in CLICKS)
