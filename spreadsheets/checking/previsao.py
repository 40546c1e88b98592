"""One forecast: what an insurer is likely to cut, where, why, and what to do about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from mappings.campo import Campo
from spreadsheets.reading.grid import column_letter
from spreadsheets.reading.leitura import Item, Leitura


@dataclass(frozen=True, slots=True)
class Previsao:
    """Nothing is held by it. `glosa` is the likely code of TISS table 38, "" where none fits.

    `linha` counts from 1; `coluna` and `celula` are "" where the sheet has no such column.
    """

    aba: str
    linha: int
    coluna: str
    celula: str
    regra: str
    glosa: str
    motivo: str
    faca: str


@dataclass(frozen=True, slots=True)
class Places:
    """Where the fields of each row of a reading stand."""

    leitura: Leitura

    def previsao(
        self, item: Item, campos: Sequence[Campo], *, regra: str, glosa: str, motivo: str, faca: str
    ) -> Previsao:
        """A forecast of one entry, at the first of `campos` that its table has a column for."""
        origem = item.lancamento.origem
        coluna, letra, turned = self._column(item, campos)
        celula = f"{column_letter(origem.linha - 1)}1" if turned else f"{letra}{origem.linha}" if letra else ""
        return Previsao(origem.aba, origem.linha, coluna, celula, regra, glosa, motivo, faca)

    def _column(self, item: Item, campos: Sequence[Campo]) -> tuple[str, str, bool]:
        """The title and the letter of the column, and whether the table lies on its side."""
        origem = item.lancamento.origem
        tables = [
            t
            for t in self.leitura.colunas
            if (t.aba, t.bloco) == (origem.aba, item.bloco) and t.linha_cabecalho < origem.linha and t.lidas
        ]
        columns = {c.campo: (c.titulo, c.letra) for c in tables[-1].colunas} if tables else {}
        found = next((columns[campo.value] for campo in campos if campo.value in columns), ("", ""))
        return *found, bool(tables) and tables[-1].transposta
