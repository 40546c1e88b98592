"""Pure: what a click on a heading is worth: the words by which a list's column is found, or why not."""

from collections.abc import Sequence
from dataclasses import dataclass

from portals.calibrate.proposal import Proposta
from portals.grid import NO_DATA, folded
from portals.probe.coluna import WORDS, Forma, Lista, fits, likeliest
from portals.probe.sondagem import Known


@dataclass(frozen=True, slots=True)
class Clicada:
    """The headings of the row that was clicked, and which of them."""

    head: Sequence[str]
    place: int


def proposed_column(known: Known, column: tuple[str, str], tables: Sequence[Lista], at: Clicada) -> Proposta | str:
    """The clicked heading as that (list, field), or why it cannot be (pt-BR).

    It must be a heading of the one table of the screen that is this list, stand there once, be no other field's, and
    what stands below it must be what is read there.
    """
    lista, field = column
    columns, clicked = known.columns[lista], [folded(text) for text in at.head]
    there = [table for table in tables if list(map(folded, table.head)) == clicked]
    if len(there) != 1 or there[0] is not likeliest(columns, tables):
        return "o que foi clicado não é o título de uma coluna dessa lista."
    [table] = there
    text = table.head[at.place]
    if not text:
        return "essa coluna não tem título."
    if clicked.count(folded(text)) != 1:
        return f'a lista tem mais de uma coluna "{text}".'
    if (own := columns.field(text)) and own != field:
        return f'o que foi clicado é "{columns.aliases[own][0]}", que é outra coluna dessa lista.'
    return _by_what_it_holds(known, field, text, table.form(at.place), columns.bare)


def _by_what_it_holds(known: Known, field: str, text: str, seen: Forma, bare: Sequence[str]) -> Proposta | str:
    expected = Forma.BOTOES if field == NO_DATA else known.formas.get(field, Forma.TEXTO)
    if seen is Forma.NADA:
        return f'a coluna "{text}" ainda está vazia: não há por onde conferir que é essa.'
    if not fits(expected, seen):
        return f'a coluna "{text}" traz {WORDS[seen]}; eram esperados: {WORDS[expected]}.'
    return Proposta(nomes=(*bare, text) if field == NO_DATA else (text,), holds=WORDS[expected])
