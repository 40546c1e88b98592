"""A portal with a named point before and after every verb, where a test can let the process die."""

from collections.abc import Callable
from typing import TypeVar

from agent.model.answer import Batch, Outcome, Prepared
from agent.model.competencia import Competencia
from agent.model.demonstrativo import Demonstrativo, SemRetorno
from agent.model.point import Hook
from agent.model.registro import Evidence, Movimento, Registro
from portals.base import Login, Portal, Presence
from portals.more import Announces

T = TypeVar("T")


class Hooked:
    """Each verb of Portal, wrapped once: none can be added without its points."""

    def __init__(self, portal: Portal, hook: Hook) -> None:
        self._portal = portal
        self._hook = hook
        self.name = portal.name
        self.capabilities = portal.capabilities

    def _around(self, verb: str, act: Callable[[], T]) -> T:
        self._hook(f"portal.{verb}:before")
        answer = act()
        self._hook(f"portal.{verb}:after")
        return answer

    def also(self, verb: str, act: Callable[[Portal], T]) -> T:
        """A verb that only some portals have (portals.more), between its own points."""
        bare = self._portal
        if isinstance(bare, Hooked):
            return self._around(verb, lambda: bare.also(verb, act))
        return self._around(verb, lambda: act(bare))

    @property
    def notices(self) -> tuple[str, ...]:
        """See Announces; () for a portal that shows none."""
        return self._portal.notices if isinstance(self._portal, Announces) else ()

    def sign_in(self, login: Login, presence: Presence) -> None:
        """See Portal."""
        self._around("sign_in", lambda: self._portal.sign_in(login, presence))

    def sign_out(self) -> None:
        """See Portal."""
        self._around("sign_out", self._portal.sign_out)

    def observe(self, competencia: Competencia) -> Registro:
        """See Portal."""
        return self._around("observe", lambda: self._portal.observe(competencia))

    def prepare(self, batch: Batch) -> Prepared:
        """See Portal."""
        return self._around("prepare", lambda: self._portal.prepare(batch))

    def submit(self, prepared: Prepared) -> Outcome:
        """See Portal."""
        return self._around("submit", lambda: self._portal.submit(prepared))

    def remove(self, competencia: Competencia, movimento: Movimento) -> Outcome:
        """See Portal."""
        return self._around("remove", lambda: self._portal.remove(competencia, movimento))

    def close(self, competencia: Competencia) -> Outcome:
        """See Portal."""
        return self._around("close", lambda: self._portal.close(competencia))

    def fetch_return(self, competencia: Competencia) -> Demonstrativo | SemRetorno:
        """See Portal."""
        return self._around("fetch_return", lambda: self._portal.fetch_return(competencia))

    def snapshot(self, name: str) -> tuple[Evidence, ...]:
        """See Portal."""
        return self._around("snapshot", lambda: self._portal.snapshot(name))
