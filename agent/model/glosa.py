"""What is known of refusals: the code that a reason begins with, and what became of an entry that was answered."""

import re
from dataclasses import dataclass
from datetime import date

# "1705 - Valor apresentado a maior", "2003 «não»": four digits, alone at the beginning.
_CODE = re.compile(r"\s*(\d{4})(?!\d)")


@dataclass(frozen=True, slots=True)
class Respondido:
    """An entry that its insurer answered, of one clinic. `motivo` is why any of it was refused, "" where nothing was.

    `profissional` is the number of the council, else the name; "" where neither is known.
    """

    portal: str
    codigo_procedimento: str
    profissional: str
    data: date
    glosado: bool
    motivo: str


def denial_code(motivo: str) -> str:
    """The code of TISS table 38 that a reason begins with; "" for an insurer's own words."""
    found = _CODE.match(motivo)
    return found[1] if found else ""
