"""Colours that follow a word, whatever a person types there later."""

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.worksheet import Worksheet

ALARM = DifferentialStyle(font=Font(bold=True, color="FFFFFF"), fill=PatternFill(bgColor="B42318"))
LOST = DifferentialStyle(font=Font(color="B42318"))
OPEN = DifferentialStyle(font=Font(color="9A5B00"))
GOOD = DifferentialStyle(font=Font(color="1B7F4B"))


def colour(sheet: Worksheet, cells: str, word: str, look: DifferentialStyle) -> None:
    """Give `cells` a look where they say `word`."""
    sheet.conditional_formatting.add(cells, Rule(type="cellIs", operator="equal", formula=[f'"{word}"'], dxf=look))
