"""Where a field of an entry stands in the clinic's sheet."""

from agent.model.lancamento import Origem
from agent.runner.cells import cells_of
from spreadsheets.reading.leitura import ColunaEntendida, Complemento, Item, Leitura, TabelaEntendida
from tests.runner.trade import entry

COLUMNS = (
    ColunaEntendida("B", "Guia", "numero_autorizacao", "título"),
    ColunaEntendida("E", "Carteira", "numero_carteira", "título"),
)


def table(row: int, *, aba: str = "Consultas", lidas: bool = True, turned: bool = False) -> TabelaEntendida:
    return TabelaEntendida(aba, row, "cassind", "2026-10", COLUMNS, lidas, transposta=turned)


def cell(row: int, campo: str, *tables: TabelaEntendida) -> str:
    """The cell of a field of the entry at `row` of a reading that found these tables."""
    lancamento = entry(row).lancamento
    leitura = Leitura("outubro.xlsx", "0", itens=(Item(lancamento, Complemento()),), colunas=tables)
    return cells_of([leitura])(lancamento.origem, campo)


def test_the_cell_is_that_of_the_fields_column_in_the_entrys_row() -> None:
    assert cell(7, "numero_carteira", table(3)) == "E7"


def test_a_field_without_a_column_has_no_cell() -> None:
    assert cell(7, "quantidade", table(3)) == ""


def test_only_the_table_that_the_row_was_read_from_counts() -> None:
    others = (table(3, aba="Exames"), table(4, lidas=False), table(9), table(2, turned=True))
    assert cell(7, "numero_carteira", *others) == ""


def test_a_row_of_another_sheet_has_no_cell() -> None:
    assert cells_of([])(Origem(arquivo="x.csv", linha=7), "numero_carteira") == ""
