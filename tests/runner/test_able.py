"""What only some portals can do is asked of those that can, with its points; the others go without."""

from typing import cast

from agent.model.competencia import Competencia
from agent.runner.able import if_able
from agent.runner.hooked import Hooked
from portals.base import Capabilities, Portal
from portals.more import ListsAuthorised

OUTUBRO = Competencia(2026, 10)


class Plain:
    """A portal that shows nothing beyond its record."""

    name = "plain"
    capabilities = Capabilities(batch=1, closes_month=True, leaves_drafts=False, removes_rows=False)


class Listing(Plain):
    """A portal that lists what it has authorised."""

    def not_launched(self, competencia: Competencia, known: object) -> tuple[str, ...]:
        return (f"{competencia} {known}",)


def asked(portal: Plain) -> tuple[tuple[str, ...], list[str]]:
    passed: list[str] = []
    hooked = Hooked(cast(Portal, portal), passed.append)

    def act(able: ListsAuthorised) -> tuple[str, ...]:
        return able.not_launched(OUTUBRO, ("1",))

    return if_able(cast(Portal, hooked), ListsAuthorised, "not_launched", act, ()), passed


def test_a_portal_that_can_is_asked_between_its_points() -> None:
    points = ["portal.not_launched:before", "portal.not_launched:after"]
    assert asked(Listing()) == (("10/2026 ('1',)",), points)


def test_a_portal_that_cannot_gives_what_is_otherwise() -> None:
    assert asked(Plain())[0] == ()
