"""What the imitation of CASSIND knows before its first request: prestadores and their authorised guias."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Account:
    """A prestador that may sign in: its login and password, its name and its code at the operadora."""

    login: str
    password: str = field(repr=False)
    name: str
    code: str


@dataclass(frozen=True)
class Procedure:
    """A service authorised on a guia: code, value of one in centavos, and how many of it."""

    code: str
    description: str
    value_cents: int
    authorised: int = 1


@dataclass(frozen=True)
class Listed:
    """A code of the operadora's own table for one of the tabs "pacotes", "taxas" and "opmes"."""

    tab: str
    code: str
    description: str
    value_cents: int


@dataclass(frozen=True)
class Guia:
    """One authorised guia of the prestador who signs in with `login`; dates are ISO, values centavos.

    `executed_on` is the day of the atendimento (the same as `date` where blank). `refusal` holds the words
    with which the portal refuses to bill this guia. `billed` means the clinic itself billed it by hand
    earlier: it stands in a protocolo sent on the guia's own date. `way` is the screen that bills it: simplificado,
    detalhado, honorario or seriado; `procedures` what it authorises (its own code once, where none is given).
    """

    number: str
    login: str
    patient: str
    carteira: str
    date: str
    code: str
    description: str
    executante: str
    tipo: str = "Consulta"
    value_cents: int = 0
    billed: bool = False
    executed_on: str = ""
    regime: str = "Eletiva"
    cid: str = ""
    documento_fisico: bool = False
    laudo_pendente: bool = False
    congenere: bool = False
    refusal: str = ""
    way: str = "simplificado"
    procedures: Sequence[Procedure] = field(default_factory=list)

    @property
    def authorised(self) -> Sequence[Procedure]:
        """What may be billed on it."""
        return self.procedures or (Procedure(self.code, self.description, self.value_cents),)

    @property
    def day(self) -> str:
        """The ISO date of the atendimento."""
        return self.executed_on or self.date

    @property
    def payment_on(self) -> str:
        """The ISO date when the operadora expects to pay: the 15th, two months after the authorisation."""
        issued = date.fromisoformat(self.date)
        months = issued.year * 12 + issued.month + 1
        return date(months // 12, months % 12 + 1, 15).isoformat()


@dataclass(frozen=True)
class Seed:
    """Accounts and guias. Raises ValueError where a number repeats, a date is not ISO or a login is unknown."""

    accounts: Sequence[Account]
    guias: Sequence[Guia] = ()
    table: Sequence[Listed] = field(default_factory=list)

    def __post_init__(self) -> None:
        logins = {account.login for account in self.accounts}
        _unique("login", [account.login for account in self.accounts])
        _unique("guia", [guia.number for guia in self.guias])
        for guia in self.guias:
            if guia.login not in logins:
                raise ValueError(f'guia "{guia.number}": no account has the login "{guia.login}"')
            date.fromisoformat(guia.date)
            date.fromisoformat(guia.day)

    def account(self, login: str) -> Account | None:
        """The account that signs in as `login`."""
        return next((account for account in self.accounts if account.login == login), None)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Seed":
        """A seed from `{"accounts": [{...}], "guias": [{...}]}`; unknown keys raise TypeError."""
        return cls(
            accounts=[Account(**account) for account in data["accounts"]],
            guias=[_guia(guia) for guia in data.get("guias", [])],
            table=[Listed(**row) for row in data.get("table", [])],
        )


def _guia(data: dict[str, Any]) -> Guia:
    return Guia(**{**data, "procedures": [Procedure(**each) for each in data.get("procedures", [])]})


def load_seed(path: Path) -> Seed:
    """A seed from a JSON file in the shape of `Seed.from_dict`."""
    return Seed.from_dict(json.loads(path.read_text(encoding="utf-8")))


def _unique(what: str, keys: Iterable[str]) -> None:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            raise ValueError(f'{what} "{key}" appears twice in the seed')
        seen.add(key)
