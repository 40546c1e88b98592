"""Sums that must hold: four amounts of one level against those of the level below, to the centavo."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from agent.model.errors import ReportUntrusted
from agent.model.valor import Centavos, write_valor
from portals.tiss.document import ANOTHER, Block


@dataclass(frozen=True, slots=True)
class Soma:
    """What was informed, processed, released and refused, in centavos."""

    informado: Centavos = 0
    processado: Centavos = 0
    liberado: Centavos = 0
    glosa: Centavos = 0

    @classmethod
    def of(cls, parts: Iterable["Soma"]) -> Self:
        """The sum of all."""
        parts = tuple(parts)
        return cls(
            sum(p.informado for p in parts),
            sum(p.processado for p in parts),
            sum(p.liberado for p in parts),
            sum(p.glosa for p in parts),
        )

    @classmethod
    def read(cls, block: Block, names: str, *, liberado: str = "") -> Self:
        """The four amounts that a level states under `names` ("valor{}Guia"); `liberado`: where that one is spelt else.

        A glosa that is left out is what was processed and not released. Raises ReportUntrusted for no amount.
        """
        informado, processado = block.valor(names.format("Informado")), block.valor(names.format("Processado"))
        released = block.valor(liberado or names.format("Liberado"))
        return cls(informado, processado, released, block.valor(names.format("Glosa"), default=processado - released))

    def must_be(self, below: "Soma", where: str) -> None:
        """Raise ReportUntrusted, with both amounts, unless what this level says is what the level below adds up to."""
        pairs = (
            ("informado", self.informado, below.informado),
            ("processado", self.processado, below.processado),
            ("liberado", self.liberado, below.liberado),
            ("glosa", self.glosa, below.glosa),
        )
        wrong = [f"{name}: diz {_reais(said)}, soma {_reais(sums)}" for name, said, sums in pairs if said != sums]
        if wrong:
            raise ReportUntrusted(f"O demonstrativo não fecha ({'; '.join(wrong)}).", where=where, do=ANOTHER)


def must_be(name: str, said: Centavos, sums: Centavos, where: str) -> None:
    """The same for a single amount."""
    if said != sums:
        text = f"O demonstrativo não fecha ({name}: diz {_reais(said)}, soma {_reais(sums)})."
        raise ReportUntrusted(text, where=where, do=ANOTHER)


def _reais(valor: Centavos) -> str:
    return write_valor(valor, symbol=True)
