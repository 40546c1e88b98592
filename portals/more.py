"""What only some portals can do beyond the verbs of portals.base; the runner asks before it relies on one."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from agent.model.answer import Outcome, Prepared, Refused
from agent.model.arquivo import Arquivo
from agent.model.atividade import Atividade
from agent.model.competencia import Competencia
from agent.model.consulta import Consulta
from agent.model.lancamento import Lancamento, Origem
from agent.model.registro import Evidence, Movimento
from portals.base import Presence


@dataclass(frozen=True, slots=True)
class Impresso:
    """A report as it is delivered on paper: `order` in the portal's words, its rows in that order, and the files.

    `fechado`: it is the closing report of a closed month, else the conference report of an open one. `pdf` is None
    where the browser shows its window and cannot print.
    """

    competencia: Competencia
    order: str
    fechado: bool
    movimentos: tuple[Movimento, ...]
    page: Evidence
    pdf: Evidence | None


@runtime_checkable
class Alters(Protocol):
    """Changes a finalised row in place."""

    def alter(self, movimento: Movimento, lancamento: Lancamento) -> Prepared:
        """Bring that very row into the form and fill it as `lancamento` says, up to the click that `submit` makes.

        A difference or a refusal comes back in `blocked`; the finalised row stays as it was, beside a draft. Where the
        form shows all of it already there is nothing to press: then neither `ready` nor `blocked` holds anything.
        """


@runtime_checkable
class Reopens(Protocol):
    """Opens a closed month again."""

    def reopen(self, competencia: Competencia) -> Outcome:
        """Reabrir Movimento: Confirmed by the portal's own sentence for that month, else Refused or Unknown."""


@runtime_checkable
class Prints(Protocol):
    """Gives the month's report as it is delivered on paper."""

    def printed(self, competencia: Competencia, order: str) -> Impresso | Refused:
        """The report of the month, open or closed, sorted by "data", "autorizacao" or "paciente". Changes nothing."""


@runtime_checkable
class Consults(Protocol):
    """Tells of one authorisation."""

    def consult(self, numero: str) -> Consulta | Refused:
        """What the portal says of it, or why it says nothing. Changes nothing."""


@runtime_checkable
class Remembers(Protocol):
    """Shows its own history of a month."""

    def activities(self, competencia: Competencia) -> tuple[Atividade, ...]:
        """Every act it remembers of the login from that month on, oldest first. Changes nothing."""


@runtime_checkable
class ListsAuthorised(Protocol):
    """Shows which services it has authorised and still would bill."""

    def not_launched(self, competencia: Competencia, known: Collection[str]) -> tuple[str, ...]:
        """A pt-BR line for each authorisation of the month that is not in `known`, and for what could not be seen.

        Names no patient. Changes nothing.
        """


@runtime_checkable
class TracksFiles(Protocol):
    """Tells what became of the files that it was sent."""

    def files(self) -> tuple[Arquivo, ...]:
        """Every file of ours that its history shows. Changes nothing."""


@runtime_checkable
class NamesCells(Protocol):
    """Judges entries by themselves, as a file, and says where in the clinic's sheet something is wrong."""

    def name_cells(self, celula: Callable[[Origem, str], str]) -> None:
        """From now on messages name the cell that `celula` gives for a row and a field ("C12", "" where unknown)."""


@runtime_checkable
class Announces(Protocol):
    """Shows notices of its own after sign-in."""

    notices: tuple[str, ...]
    """Their texts, as they were dismissed in this session."""


@runtime_checkable
class RecoversPassword(Protocol):
    """Lets a person make a new password, step by step; nobody is signed in."""

    def ask_new_password(self, user: str, presence: Presence) -> tuple[str, ...]:
        """The e-mails that the link may go to, as the portal shows them. Raises PersonNeeded, PortalError."""

    def send_link(self, email: str, presence: Presence) -> str:
        """Have the link sent to one of them; the portal's words."""

    def new_password(self, link: str, password: str, presence: Presence) -> Outcome:
        """Open the link and type the password twice: Confirmed, or Refused in the portal's words."""
