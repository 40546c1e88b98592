"""The charts of the pack's first sheet, drawn from its own blocks."""

from dataclasses import dataclass
from typing import Any

from spreadsheets.writing.pack.book import COUNT, Book
from spreadsheets.writing.pack.sheets import MONEY, RESUMO

_COLOURS = {
    "Liberado": "#1B7F4B",
    "Glosado": "#B42318",
    "Em recurso": "#D97706",
    "Perda": "#7A1F1F",
    "Pendente": "#9AA5B1",
}


@dataclass(frozen=True, slots=True)
class Block:
    """Where a block stands, in rows as Excel counts them; `last` is its last line before the total."""

    first: int
    last: int


def write_charts(book: Book, sheet: Any, groups: Block, kinds: Block, reasons: Block) -> None:
    """Where each real is, month by month, and what was refused for which reason."""
    money = book.raw.add_chart({"type": "column", "subtype": "stacked"})
    for place, name in enumerate(MONEY[1:6]):
        column = 1 + place
        money.add_series(
            {
                "name": name,
                "categories": [RESUMO, groups.first - 1, 0, groups.last - 1, 0],
                "values": [RESUMO, groups.first - 1, column, groups.last - 1, column],
                "fill": {"color": _COLOURS[name]},
                "gap": 60,
            }
        )
    money.set_title({"name": "Onde está cada real", "name_font": {"size": 11}})
    money.set_x_axis({"num_format": "mm/yyyy", "text_axis": True})
    money.set_y_axis({"num_format": COUNT, "major_gridlines": {"visible": True, "line": {"color": "#D9DEE3"}}})
    money.set_legend({"position": "bottom"})
    money.set_size({"width": 640, "height": 260})
    sheet.insert_chart(groups.first - 3, 6, money, {"object_position": 3, "x_offset": 12})
    why = book.raw.add_chart({"type": "bar"})
    why.add_series(
        {
            "name": "Glosa inicial",
            "categories": [RESUMO, reasons.first - 1, 0, reasons.last - 1, 0],
            "values": [RESUMO, reasons.first - 1, 1, reasons.last - 1, 1],
            "fill": {"color": _COLOURS["Glosado"]},
            "gap": 40,
        }
    )
    why.set_title({"name": "Glosa por motivo (R$)", "name_font": {"size": 11}})
    why.set_y_axis({"reverse": True})
    why.set_x_axis({"num_format": COUNT, "major_gridlines": {"visible": True, "line": {"color": "#D9DEE3"}}})
    why.set_legend({"none": True})
    why.set_size({"width": 620, "height": 260})
    sheet.insert_chart(max(groups.first + 14, kinds.first - 2), 6, why, {"object_position": 3, "x_offset": 12})
