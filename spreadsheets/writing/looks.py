"""How each kind of cell looks, and the colours that follow a word."""

from typing import Any

from spreadsheets.writing.cells import Kind

MONEY = "[$-416]#,##0.00;[$-416]-#,##0.00;[$-416]–"
COUNT = "[$-416]#,##0;[$-416]-#,##0;[$-416]–"
_INK, _RULE, _SOFT, _DARK = "#1F2933", "#D9DEE3", "#F3F5F7", "#2F4858"
_BODY: dict[str, Any] = {"font_name": "Calibri", "font_size": 10, "font_color": _INK, "valign": "vcenter"}
GOOD, LOST, OPEN = ({"font_color": colour} for colour in ("#1B7F4B", "#B42318", "#9A5B00"))
ALARM = {"font_color": "#FFFFFF", "bg_color": "#B42318", "bold": True}


def looks() -> dict[Kind, dict[str, Any]]:
    """XlsxWriter's properties for each kind."""
    body = {**_BODY, "bottom": 1, "bottom_color": _RULE}
    total = {**_BODY, "bold": True, "bg_color": _SOFT, "top": 1, "bottom": 1, "top_color": _INK, "bottom_color": _INK}
    return {
        Kind.TEXT: {**body, "indent": 1},
        Kind.LONG: {**body, "text_wrap": True, "indent": 1},
        Kind.CODE: {**body, "num_format": "@", "indent": 1},
        Kind.COUNT: {**body, "num_format": COUNT, "align": "right"},
        Kind.NUMBER: {**body, "num_format": "0", "align": "center"},
        Kind.MONEY: {**body, "num_format": MONEY, "align": "right"},
        Kind.PERCENT: {**body, "num_format": "[$-416]0.0%", "align": "right"},
        Kind.DATE: {**body, "num_format": "dd/mm/yyyy", "align": "center"},
        Kind.MOMENT: {**body, "num_format": "dd/mm/yyyy hh:mm", "align": "center"},
        Kind.MONTH: {**body, "num_format": "mm/yyyy", "align": "center"},
        Kind.LINK: {**body, "font_color": "#1D4E89", "underline": 1, "indent": 1},
        Kind.HEADING: {
            **_BODY, "bold": True, "font_color": "#FFFFFF", "bg_color": _DARK, "align": "center", "text_wrap": True,
        },
        Kind.TITLE: {**_BODY, "font_size": 15, "bold": True},
        Kind.NOTE: {**_BODY, "font_size": 9, "font_color": "#5A6672"},
        Kind.SECTION: {**_BODY, "font_size": 11, "bold": True, "font_color": _DARK},
        Kind.TOTAL_TEXT: total,
        Kind.TOTAL_COUNT: {**total, "num_format": COUNT, "align": "right"},
        Kind.TOTAL_MONEY: {**total, "num_format": MONEY, "align": "right"},
        Kind.TOTAL_PERCENT: {**total, "num_format": "[$-416]0.0%", "align": "right"},
        Kind.CHECK: {**body, "bold": True, "font_color": "#1B7F4B", "align": "center"},
        Kind.SEAL: {**_BODY, "font_size": 11, "bold": True, "font_color": "#1B7F4B"},
    }  # fmt: skip
