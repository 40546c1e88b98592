"""Cells that stand for another: merged ones over several rows, and "idem"."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from mappings.campo import Campo
from mappings.vocabulary import vocabulary
from mappings.wording import fold
from spreadsheets.reading.grid import Grid, Merge, Raw, is_blank
from spreadsheets.reading.problem import CellProblem

_SHARED = frozenset(Campo) - {
    Campo.VALOR_INFORMADO,
    Campo.VALOR_TOTAL,
    Campo.VALOR_UNITARIO,
    Campo.QUANTIDADE,
    Campo.FACES,
    Campo.OBSERVACAO,
}
_LONGEST = 12
_DITTO_STARTS = "\"”“〃'´,- \t\u00a0iIoOmMaA"
_DITTO = re.compile(r"\s*(?:[\"”“〃]|''|´´|,,|-\s*[\"”“]\s*-)\s*")


@dataclass(frozen=True, slots=True)
class Inherit:
    """The value a cell stands for, in one table. Of amounts, quantities and faces nothing is copied down.

    `dittos` are the table's texts that may repeat the cell above: in a table without merges, any other stands for
    itself.
    """

    grid: Grid
    covers: dict[tuple[int, int], Merge]
    first: int
    dittos: AbstractSet[str]

    def value(self, campo: Campo, row: int, column: int) -> Raw:
        """The raw value of a field's cell. Raises CellProblem(merged_amount, ditto) where copying would invent."""
        raw = self.grid.at(row, column)
        if isinstance(raw, str) and len(raw) > _LONGEST and not self.covers:
            return raw
        merge = self.covers.get((row, column)) if self.covers else None
        if merge is not None and (merge.top < row or campo not in _SHARED):
            return self._from_merge(campo, merge)
        if isinstance(raw, str) and raw[:1] in _DITTO_STARTS and raw and _is_ditto(raw, campo):
            return self._from_above(campo, row, column, raw)
        return raw

    def _from_merge(self, campo: Campo, merge: Merge) -> Raw:
        if campo in {Campo.OBSERVACAO, Campo.SITUACAO}:
            return self.grid.at(merge.top, merge.left)
        if campo not in _SHARED and not is_blank(self.grid.at(merge.top, merge.left)):
            raise CellProblem(
                "merged_amount",
                "A célula está mesclada sobre várias linhas e não diz quanto é de cada uma. Desfaça a mesclagem.",
            )
        return self.grid.at(merge.top, merge.left)

    def _from_above(self, campo: Campo, row: int, column: int, raw: str) -> Raw:
        for above in range(row - 1, self.first - 1, -1):
            merge = self.covers.get((above, column))
            found = self.grid.at(merge.top, column) if merge else self.grid.at(above, column)
            if is_blank(found):
                break
            if not (isinstance(found, str) and _is_ditto(found, campo)):
                return found
        raise CellProblem("ditto", f"{raw.strip()!r} repete a linha de cima, que está em branco. Escreva o valor.")


def _is_ditto(text: str, campo: Campo) -> bool:
    if campo in {Campo.VIA_ACESSO, Campo.OBSERVACAO}:
        return _DITTO.fullmatch(text) is not None
    return _DITTO.fullmatch(text) is not None or fold(text) in vocabulary().idem


def is_ditto(raw: Raw) -> bool:
    """Whether a cell only repeats the one above it, whatever its column is."""
    return isinstance(raw, str) and (_DITTO.fullmatch(raw) is not None or fold(raw) in vocabulary().idem)


def inherit_for(grid: Grid, first: int, end: int, texts: AbstractSet[str]) -> Inherit:
    """The merges of one table's body, by cell; `texts` are the distinct texts of that body."""
    covers = {
        (row, merge.left): merge
        for merge in grid.merges
        if merge.bottom > merge.top and merge.bottom - merge.top < 2_000
        for row in range(max(merge.top, first), min(merge.bottom + 1, end))
    }
    short = (text for text in texts if text[:1] in _DITTO_STARTS and len(text) <= _LONGEST)
    return Inherit(grid, covers, first, frozenset(filter(is_ditto, short)))
