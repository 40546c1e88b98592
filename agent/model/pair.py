"""An entry and a return line that agree in everything, with no other row that could stand in their place."""

from dataclasses import dataclass

from agent.model.valor import Centavos


@dataclass(frozen=True, slots=True)
class PairKind:
    """All that the verdict on a pair depends on: what the line shows beside the item, and the amounts in centavos."""

    movimento: bool
    dente: bool
    faces: bool
    quantidade: int
    informado: Centavos
    liberado: Centavos


@dataclass(frozen=True, slots=True)
class Pair:
    """`mes_id` is the month of the line's return; `motivo` is the insurer's own words."""

    entry_id: int
    line_id: int
    mes_id: int
    motivo: str
    kind: PairKind
