"""Looks at the invariants after each transaction of a ledger: they hold after every step, not only at the end."""

from agent.ledger.store import Ledger
from agent.model.point import Hook, no_hook


class Lookout:
    """A hook before another one. `seen` is what was violated, with the transaction that left it so."""

    def __init__(self, hook: Hook = no_hook) -> None:
        self.seen: list[str] = []
        self.ledger: Ledger | None = None
        self._hook = hook

    def __call__(self, point: str) -> None:
        if self.ledger is not None and point.startswith("ledger.") and point.endswith(":end"):
            self.seen += [f"{point}: {violation}" for violation in self.ledger.checks.violations()]
        self._hook(point)
