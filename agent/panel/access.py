"""Who may do what in the panel: roles, rights, and whose data a visitor sees."""

from dataclasses import dataclass
from enum import StrEnum

from agent.ledger.members import Member


class Right(StrEnum):
    """What a page asks of a visitor."""

    ANYBODY = "qualquer um"  # the sign-in page
    BOARD = "quadro"  # figures, entries and their history, of the clinics that the visitor sees
    EVIDENCE = "provas"  # files that show patients
    DAY = "dia"  # what waits for people, what runs, what went wrong
    SHEETS = "planilhas"  # the clinics' files: handed in, read, kept
    APPEAL = "recorrer"  # draft, send, follow or drop appeals, and give a glosa up
    ANSWER = "responder"  # say that something was done
    APPROVE = "aprovar"  # say yes to what cannot be undone
    SETTINGS = "configurações"  # what faturista.toml and the mappings say, and the logins' passwords
    MEMBERS = "pessoas"  # who uses the panel, and what they saw


_ALL = frozenset({Right.ANYBODY, Right.BOARD})
_WORKS = _ALL | {Right.EVIDENCE, Right.DAY, Right.SHEETS, Right.APPEAL, Right.ANSWER}
PAPEIS: dict[str, frozenset[Right]] = {
    "operador": _WORKS,
    "aprovador": _WORKS | {Right.APPROVE},
    "contador": _ALL,
    "clinica": _ALL | {Right.EVIDENCE},
    "administrador": _WORKS | {Right.APPROVE, Right.SETTINGS, Right.MEMBERS},
}


@dataclass(frozen=True, slots=True)
class Visitor:
    """A member who signed in."""

    member: Member

    @property
    def nome(self) -> str:
        """How the ledger names whoever decides."""
        return self.member.nome

    @property
    def shows_patients(self) -> bool:
        """Whether names and cards are shown: an accountant needs none."""
        return self.member.papel != "contador"

    @property
    def home(self) -> str:
        """Where the day begins."""
        return "/dia" if self.may(Right.DAY) else "/quadro"

    def may(self, right: Right) -> bool:
        """Whether the role has that right."""
        return right in PAPEIS[self.member.papel]

    def sees(self, clinica: str) -> bool:
        """Whether that clinic's data may be shown: a clinic sees itself only."""
        return self.member.papel != "clinica" or self.member.clinica == clinica
