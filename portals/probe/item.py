"""One expected thing of a screen and how it was found."""

import dataclasses
from dataclasses import dataclass
from enum import StrEnum

Place = tuple[float, float, float, float]
"""Left, top, width and height on the picture, in its pixels."""


class Cor(StrEnum):
    """How an expected thing was found."""

    VERDE = "verde"  # as named
    AMARELO = "amarelo"  # by tolerance, or something a person should look at
    VERMELHO = "vermelho"  # missing, or more than once
    CINZA = "cinza"  # not to be seen today


@dataclass(frozen=True, slots=True)
class Item:
    """One expected thing: `alvo` in labels.toml, or see portals.probe.coluna, `nome` as a person reads it, `visto`.

    `nomeia`: it is a panel, a field or a column, so that its words could be others. `lugares` on the picture.
    """

    alvo: str
    nome: str
    cor: Cor
    visto: str
    lugares: tuple[Place, ...] = ()
    nomeia: bool = dataclasses.field(default=False, compare=False)
