"""Let the process die at a named point of the product's own code, and nothing of it run after that."""

from agent.model.point import Hook


class Death(BaseException):
    """The process is gone: no handler of ours may catch it, no clean-up of ours may write."""


class Reaper:
    """A hook that records the points passed and dies at the given ones, counted over all lives of a month."""

    def __init__(self, at: frozenset[int] = frozenset()) -> None:
        self.at = at
        self.passed: list[str] = []
        self._dead = False

    @property
    def deaths(self) -> int:
        """How many of the planned deaths were reached."""
        return sum(point < len(self.passed) for point in self.at)

    def born(self) -> Hook:
        """A new process: the hook it passes through."""
        self._dead = False
        return self

    def __call__(self, name: str) -> None:
        if self._dead:
            raise Death(name)
        self.passed.append(name)
        if len(self.passed) - 1 in self.at:
            self._dead = True
            raise Death(name)
