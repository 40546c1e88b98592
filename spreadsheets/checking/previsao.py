"""One forecast: what an insurer is likely to cut, where, why, and what to do about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from mappings.campo import Campo
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
        coluna, letra = self._column(origem.aba, origem.linha, campos)
        celula = f"{letra}{origem.linha}" if letra else ""
        return Previsao(origem.aba, origem.linha, coluna, celula, regra, glosa, motivo, faca)

    def _column(self, aba: str, linha: int, campos: Sequence[Campo]) -> tuple[str, str]:
        tables = [t for t in self.leitura.colunas if t.aba == aba and t.linha_cabecalho < linha and t.lidas]
        columns = {c.campo: (c.titulo, c.letra) for c in tables[-1].colunas} if tables else {}
        return next((columns[campo.value] for campo in campos if campo.value in columns), ("", ""))
