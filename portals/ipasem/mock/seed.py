"""What the imitated IPASEM knows before anybody launches: its providers and the authorisations it issued."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict


class Account(BaseModel):
    """A credenciado's login. `document` is a CPF or CNPJ, digits only; `linked`, its professionals' ones; `emails`,
    where the link for a new password may be sent.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    document: str
    password: str
    name: str
    linked: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()


class Procedimento(NamedTuple):
    """A procedure of an authorisation: at most `quantity_authorised` per movement, table price in centavos."""

    code: str
    description: str
    tipo_servico: str
    quantity_authorised: int
    price_cents: int


class Autorizacao(BaseModel):
    """An authorisation issued to `document`. `used_in` is an earlier movement (MM/AAAA) that used it up.

    `odontologia` opens the dental form.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: str
    document: str
    patient: str
    matricula: str
    sexo: str
    idade: int
    issued: date
    procedures: tuple[Procedimento, ...]
    used_in: str | None = None
    odontologia: bool = False

    def procedure(self, code: str) -> Procedimento | None:
        """The authorised procedure with this code."""
        return next((p for p in self.procedures if p.code == code), None)


class Seed(BaseModel):
    """All providers and authorisations of one mock portal."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    accounts: tuple[Account, ...]
    authorizations: tuple[Autorizacao, ...]

    @property
    def dental_table(self) -> tuple[Procedimento, ...]:
        """Every dental procedure, by code: what the dental form offers while a code or name is being typed."""
        known = {p.code: p for a in self.authorizations if a.odontologia for p in a.procedures}
        return tuple(known[code] for code in sorted(known))

    def account(self, document: str) -> Account | None:
        """The login of this CPF or CNPJ (digits)."""
        return next((a for a in self.accounts if a.document == document), None)


def load_seed(path: Path) -> Seed:
    """Reads a seed from a JSON file. Raises pydantic's ValidationError where it is not one."""
    return Seed.model_validate_json(path.read_bytes())
