"""The charts of the pack's first sheet, drawn from its own blocks."""

from typing import Any

from spreadsheets.writing.blocks import Block, Blocks
from spreadsheets.writing.book import Book
from spreadsheets.writing.pack.tabs import MONEY, RESUMO

_COLOURS = {
    "Liberado": "#1B7F4B",
    "Glosado": "#B42318",
    "Em recurso": "#D97706",
    "Perda": "#7A1F1F",
    "Pendente": "#9AA5B1",
}
_COLUMN = 6
_SIZE = (640, 260)
_GRID = {"visible": True, "line": {"color": "#D9DEE3"}}
_AMOUNTS = "[$-416]#,##0"


def write_charts(
    book: Book, blocks: Blocks, groups: tuple[Block, int] | None, reasons: tuple[Block, int] | None
) -> None:
    """Where each real is, month by month, and what was refused for which reason; each from its block, at its row.

    None draws nothing.
    """
    last = 0
    if groups is not None:
        last = blocks.chart(_money(book, groups[0]), groups[1], _COLUMN, _SIZE)
    if reasons is not None:
        blocks.chart(_refused(book, reasons[0]), max(reasons[1], last + 2), _COLUMN, _SIZE)


def _money(book: Book, block: Block) -> Any:
    chart = book.raw.add_chart({"type": "column", "subtype": "stacked"})
    for column, name in enumerate(MONEY[1:6], start=1):
        chart.add_series({"name": name, **_data(block, column), "fill": {"color": _COLOURS[name]}, "gap": 60})
    chart.set_title({"name": "Onde está cada real", "name_font": {"size": 11}})
    chart.set_x_axis({"num_format": "mm/yyyy", "text_axis": True})
    chart.set_y_axis({"num_format": _AMOUNTS, "major_gridlines": _GRID})
    chart.set_legend({"position": "bottom"})
    return chart


def _refused(book: Book, block: Block) -> Any:
    chart = book.raw.add_chart({"type": "bar"})
    chart.add_series({"name": "Glosa inicial", **_data(block, 1), "fill": {"color": _COLOURS["Glosado"]}, "gap": 40})
    chart.set_title({"name": "Glosa por motivo (R$)", "name_font": {"size": 11}})
    chart.set_y_axis({"reverse": True, "crossing": "max"})
    chart.set_x_axis({"num_format": _AMOUNTS, "major_gridlines": _GRID})
    chart.set_legend({"none": True})
    return chart


def _data(block: Block, column: int) -> dict[str, Any]:
    first, last = block.first - 1, block.last - 1
    return {"categories": [RESUMO, first, 0, last, 0], "values": [RESUMO, first, column, last, column]}
