"""One line of the portal's own history of what a login did."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Atividade:
    """What was done (`ato`, in the portal's words), when by the portal's clock, and to which authorisation ("")."""

    quando: datetime
    ato: str
    numero_autorizacao: str = ""
