"""How far a long act has come, told to whoever watches; the runner knows nothing of bars and terminals."""

from types import TracebackType
from typing import Protocol


class Phase(Protocol):
    """One act under way. As a context manager it is done when the block is left, however that happens."""

    def step(self, text: str = "", count: int = 1) -> None:
        """`count` more of the total are done; `text` is pt-BR and names no patient."""

    def done(self) -> None:
        """The act is over. Telling it twice is harmless."""

    def __enter__(self) -> "Phase": ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Progress(Protocol):
    """Takes phases, several at once and from several threads."""

    def start(self, what: str, total: int | None = None) -> Phase:
        """Begin an act: `what` in pt-BR ("Lançando em ipasem"), `total` steps when that is known."""


class Silent:
    """A phase, and a progress, that nobody watches."""

    def start(self, what: str, total: int | None = None) -> "Silent":
        """See Progress."""
        del what, total
        return self

    def step(self, text: str = "", count: int = 1) -> None:
        """See Phase."""

    def done(self) -> None:
        """See Phase."""

    def __enter__(self) -> "Silent":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.done()
