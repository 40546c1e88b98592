"""Whom a row is about, as its source shows it: a hint for a person who judges a proposal, never a key."""

from dataclasses import dataclass, field
from typing import Self

from mappings.wording import fold


@dataclass(frozen=True, slots=True)
class Pessoa:
    """A name and a card number as they are compared; "" is what the source does not show. Its repr says neither."""

    nome: str = field(default="", repr=False)
    carteira: str = field(default="", repr=False)

    @classmethod
    def of(cls, nome: str, carteira: str) -> Self:
        """As compared: a name without case, accents and spare blanks; a card without signs and leading zeros."""
        return cls(fold(nome), fold(carteira).replace(" ", "").lstrip("0"))

    def in_common(self, other: "Pessoa") -> str:
        """What the two show alike (pt-BR, with its article); "" where that is nothing."""
        alike = {"o nome do beneficiário": (self.nome, other.nome), "a carteira": (self.carteira, other.carteira)}
        return " e ".join(what for what, (one, two) in alike.items() if one and one == two)


NINGUEM = Pessoa()
