"""Let the process die at a named point of the product's own code, and nothing of it run after that."""

from random import Random
from typing import Protocol

from agent.model.point import Hook


class Death(BaseException):
    """The process is gone: no handler of ours may catch it, no clean-up of ours may write."""


class Lives(Protocol):
    """What gives each process of a month the hook that it passes through."""

    def born(self) -> Hook:
        """A new process."""


class Reaper:
    """A hook that counts the points passed over all lives of a month, and dies at the given ones."""

    def __init__(self, at: frozenset[int] = frozenset()) -> None:
        self.at = at
        self.passed: list[str] = []
        self.deaths = 0
        self._dead = False

    def born(self) -> Hook:
        """A new process: the hook it passes through."""
        self._dead = False
        return self

    def __call__(self, name: str) -> None:
        if not self._dead:
            self.passed.append(name)
            if self.strikes(name):
                self.deaths += 1
                self._dead = True
        if self._dead:
            raise Death(name)

    def strikes(self, _name: str) -> bool:
        """Whether this point is the last of this life."""
        return len(self.passed) - 1 in self.at


class RandomReaper(Reaper):
    """Dies with the given chance at every point, until it has died `most` times."""

    def __init__(self, chance: Random, rate: float, most: int = 40) -> None:
        super().__init__()
        self._chance = chance
        self._rate = rate
        self._most = most

    def strikes(self, _name: str) -> bool:
        """Whether this point is the last of this life."""
        return self.deaths < self._most and self._chance.random() < self._rate
