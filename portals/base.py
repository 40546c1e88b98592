"""The verbs every portal answers, and what an adapter says it can do. The runner knows nothing else of a portal."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from agent.model.answer import Batch, Outcome, Prepared
from agent.model.competencia import Competencia
from agent.model.demonstrativo import Demonstrativo, SemRetorno
from agent.model.lancamento import Lancamento
from agent.model.registro import Evidence, Movimento, Registro


def all_alike(lancamento: Lancamento) -> Hashable:  # noqa: ARG001 - the shape of Capabilities.together
    """Any entries may go in one click."""
    return None


def only_way(lancamento: Lancamento) -> str:  # noqa: ARG001 - the shape of Capabilities.way
    """The portal has one way to launch, which needs no name."""
    return ""


@dataclass(frozen=True, slots=True)
class Capabilities:
    """How a portal differs from another.

    `batch`: entries per irreversible click. `closes_month`: it has a close and a reopen of its own; otherwise each
    save is final. `leaves_drafts`: opening an entry already leaves a row there, so the intent comes before the opening.
    `removes_rows`: a finalised row of ours can be deleted again. `together`: only entries for which it answers the same
    may go in one click. `way`: by which of its ways an entry is launched (pt-BR), "" where it has only one.
    """

    batch: int
    closes_month: bool
    leaves_drafts: bool
    removes_rows: bool
    together: Callable[[Lancamento], Hashable] = all_alike
    way: Callable[[Lancamento], str] = only_way


@dataclass(frozen=True, slots=True)
class Login:
    """Who signs in. `password` never reaches a log, a trace or a message."""

    user: str
    password: str

    def __repr__(self) -> str:
        return f"Login(user={self.user[:3]}…)"


class Waiting(StrEnum):
    """What a portal can wait for a person to do."""

    CAPTCHA = "captcha"


class Presence(Protocol):
    """How a portal tells that it waits for a person; it cannot do the person's part."""

    def awaited(self, portal: str, what: Waiting, text: str) -> None:
        """The portal now waits; `text` is pt-BR for the operator ("Marque a caixa na janela do navegador")."""

    def done(self, portal: str, what: Waiting) -> None:
        """The person did it; the session goes on."""


class Portal(Protocol):
    """One session of one login of one clinic on one portal.

    Every verb may raise the PortalError family of agent.model.errors, and then nothing was saved by that verb (but see
    `leaves_drafts`). `submit`, `remove` and `close` never raise once the irreversible request may have left: they
    answer Unknown.
    """

    name: str
    capabilities: Capabilities

    def sign_in(self, login: Login, presence: Presence) -> None:
        """Be signed in when it returns. Raises CredentialsRejected (never retried), PersonNeeded when nobody came."""

    def sign_out(self) -> None:
        """Leave the portal; the saved session is forgotten."""

    def observe(self, competencia: Competencia) -> Registro:
        """Read the portal's own record of the month: every row, with the report as evidence. Changes nothing."""

    def prepare(self, batch: Batch) -> Prepared:
        """Open, compare the echo, fill, compare again: everything but the irreversible click.

        `batch` holds at most `capabilities.batch` entries of one competencia. An entry whose screen differs, or that
        the portal refuses, comes back in `blocked`, and whatever draft it left is removed before returning (if that
        cannot be confirmed, PortalError is raised and the record will show the draft).
        """

    def submit(self, prepared: Prepared) -> Outcome:
        """The one irreversible click for what `prepare` left on the screen, and its named outcome; never a second."""

    def remove(self, competencia: Competencia, movimento: Movimento) -> Outcome:
        """Delete one row that is known to be ours (a draft, or a surplus of our own)."""

    def close(self, competencia: Competencia) -> Outcome:
        """Close the month. Only where `capabilities.closes_month`."""

    def fetch_return(self, competencia: Competencia) -> Demonstrativo | SemRetorno:
        """Read what was paid and refused. Changes nothing."""

    def snapshot(self, name: str) -> tuple[Evidence, ...]:
        """What the screen shows now, for a row that stopped: picture and page, without passwords."""
