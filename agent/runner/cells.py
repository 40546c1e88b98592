"""Pure: where a field of an entry stands in the clinic's sheet."""

from collections.abc import Callable, Iterable

from agent.model.lancamento import Origem
from spreadsheets.reading.leitura import Item, Leitura, TabelaEntendida

Celula = Callable[[Origem, str], str]


def cells_of(leituras: Iterable[Leitura]) -> Celula:
    """Gives the cell ("C12") of a field of the row at an Origem; "" where the sheet has no such column or row."""
    tables = {
        _place(item.lancamento.origem): table
        for leitura in leituras
        for item in leitura.itens
        if (table := _table(leitura, item)) is not None
    }

    def celula(origem: Origem, campo: str) -> str:
        table = tables.get(_place(origem))
        columns = {column.campo: column.letra for column in table.colunas} if table else {}
        return f"{columns[campo]}{origem.linha}" if campo in columns else ""

    return celula


def _table(leitura: Leitura, item: Item) -> TabelaEntendida | None:
    """The table that the row was read from: the last one that begins above it. One on its side names no cell."""
    origem = item.lancamento.origem
    above = [
        table
        for table in leitura.colunas
        if (table.aba, table.bloco) == (origem.aba, item.bloco) and table.linha_cabecalho < origem.linha and table.lidas
    ]
    return above[-1] if above and not above[-1].transposta else None


def _place(origem: Origem) -> tuple[str, str, int]:
    return origem.arquivo, origem.aba, origem.linha
