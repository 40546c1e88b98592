"""How tables look in the terminal."""

from collections.abc import Sequence

from rich import box
from rich.table import Table


def plain_table(title: str, words: Sequence[str], numbers: Sequence[str] = (), *, footer: bool = False) -> Table:
    """A table with `words` columns to the left and `numbers` columns to the right.

    Where the terminal is narrow the words are folded, whole; a number that is cut or folded says another.
    """
    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, show_footer=footer)
    for heading in words:
        table.add_column(heading, overflow="fold")
    for heading in numbers:
        table.add_column(heading, justify="right", no_wrap=True)
    return table


def add_row(table: Table, *cells: str) -> None:
    """A row whose cells come from outside: what a terminal would obey is shown as a space."""
    table.add_row(*("".join(c if c.isprintable() else " " for c in cell) for cell in cells))
