"""Letting somebody in: a role that exists, a clinic where the role is one's own, a password that is one."""

from dataclasses import dataclass, field

from agent.config.office import Office
from agent.ledger.members import Member
from agent.ledger.store import Ledger
from agent.model.errors import InputError
from agent.panel.access import PAPEIS
from agent.panel.passwords import Passwords


@dataclass(frozen=True, slots=True)
class Joining:
    """Who is let in, as what; `clinica` "" but for a clinic's own person. `secret` is the password itself."""

    nome: str
    papel: str
    clinica: str
    secret: str = field(repr=False)


def join(office: Office, ledger: Ledger, new: Joining, passwords: Passwords, *, by: str) -> Member:
    """Somebody new. Raises InputError or SetupError naming what does not fit."""
    check_role(office, new.papel, new.clinica)
    return ledger.members.add(new.nome, new.papel, new.clinica, passwords.hash(new.secret), by=by)


def check_role(office: Office, papel: str, clinica: str) -> None:
    """Raise InputError for a role there is not, or one that lacks its clinic; SetupError for an unknown clinic."""
    if papel not in PAPEIS:
        raise InputError(f'não há o papel "{papel}".', where="papel", do=f"Há: {', '.join(PAPEIS)}.")
    if (papel == "clinica") != bool(clinica):
        raise InputError("só o papel clinica é de uma clínica, e sempre de uma.", where="clínica", do="Indique qual.")
    if clinica:
        office.clinica(clinica)
