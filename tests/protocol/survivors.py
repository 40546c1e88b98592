"""A hook that keeps, for every point a run passes, what would outlive the process if it died right there."""

from dataclasses import dataclass

from agent.model.point import Hook
from tests.protocol.month import TTL, Office


@dataclass(frozen=True)
class Death:
    """Deaths at all of `points` leave the same behind; `office` is that, to be lived in from then on."""

    points: list[str]
    office: Office


class Survivors:
    """Two points with the same ledger, journal and world have the same future, for a process keeps nothing else."""

    def __init__(self, office: Office) -> None:
        self.deaths: list[Death] = []
        self._office = office
        self._last: tuple[object, ...] = ()

    def born(self) -> Hook:
        """A new process, should the first one not do."""
        return self

    def __call__(self, name: str) -> None:
        storage, world = self._office.storage, self._office.world
        image, facts = storage.image(), len(storage.journal.kept)
        left = (image, facts, world.facts())
        if left != self._last:
            self._last = left
            self.deaths.append(Death([], self._after(image, facts)))
        self.deaths[-1].points.append(name)

    def _after(self, image: bytes, facts: int) -> Office:
        office = self._office
        world = office.world.copy()
        world.clock.wait(TTL * 2)
        return Office(world, office.asked, office.storage.copy(image, facts), office.capabilities, office.pace)
