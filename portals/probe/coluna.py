"""Pure: the columns of one list: the headings and what stands below them, against what the adapter reads there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from portals.grid import NO_DATA, Columns, folded
from portals.probe.item import Cor, Item

_LISTA = "lista:"


class Forma(StrEnum):
    """What a column holds, told without its content."""

    DATA = "data"  # 03/11/2026, perhaps with the hour
    VALOR = "valor"  # 1.065,00
    QUANTIDADE = "quantidade"  # up to four digits
    NUMERO = "numero"  # one word with a digit
    BOTOES = "botoes"  # buttons or links, and no other words
    CAIXAS = "caixas"  # boxes to tick or buttons without words in every row
    TEXTO = "texto"
    NADA = ""  # no row has anything there


WORDS: Mapping[Forma, str] = {
    Forma.DATA: "datas",
    Forma.VALOR: "valores",
    Forma.QUANTIDADE: "quantidades",
    Forma.NUMERO: "números",
    Forma.BOTOES: "só botões ou links",
    Forma.CAIXAS: "caixas de marcar",
    Forma.TEXTO: "textos",
    Forma.NADA: "nada ainda",
}
_ALSO = {
    Forma.NUMERO: (Forma.QUANTIDADE,),
    Forma.TEXTO: (Forma.NUMERO, Forma.QUANTIDADE),
}


@dataclass(frozen=True, slots=True)
class Lista:
    """A list as it was seen: its headings, and below each what the column holds (a Forma; none where not looked at)."""

    head: tuple[str, ...]
    forms: tuple[str, ...] = ()

    def form(self, place: int) -> Forma:
        """What one column holds."""
        return Forma(self.forms[place]) if self.forms else Forma.NADA


def alvo_of(lista: str, field: str) -> str:
    """How a pack and a look name a column: "lista:contas.data"."""
    return f"{_LISTA}{lista}.{field}"


def column_of(alvo: str) -> tuple[str, str] | None:
    """The list and the field of a column; None for anything else."""
    if not alvo.startswith(_LISTA):
        return None
    lista, _, field = alvo.removeprefix(_LISTA).partition(".")
    return lista, field


def fits(expected: Forma, seen: Forma) -> bool:
    """Whether what stands in a column may be what is read there; an empty one speaks for nothing."""
    return seen is expected or seen in _ALSO.get(expected, ())


def contradicts(expected: Forma, seen: Forma) -> bool:
    """Whether what stands in a known column cannot be what is read there. A text may be anything but days and money."""
    if expected in (Forma.DATA, Forma.VALOR, Forma.QUANTIDADE):
        return seen is not Forma.NADA and not fits(expected, seen)
    return expected is not Forma.BOTOES and seen in (Forma.DATA, Forma.VALOR)


def likeliest(columns: Columns, tables: Sequence[Lista]) -> Lista | None:
    """The one table of the screen that is this list, or most of it; None where none or several are."""

    def score(table: Lista) -> int:
        return len(columns.required & set(map(columns.field, table.head)))

    best = max(map(score, tables), default=0)
    found = [table for table in tables if score(table) == best]
    return found[0] if best * 2 >= len(columns.required) and len(found) == 1 else None


def best_list(lists: Mapping[str, Columns], table: Lista) -> str:
    """The list whose columns most of the table's headings are; "" where that is none, or two are as near."""

    def score(columns: Columns) -> tuple[int, int]:
        there = set(map(columns.field, table.head)) - {None}
        if len(columns.required & there) * 2 < len(columns.required):
            return (0, 0)
        return len(there), -len(columns.required - there)

    scores = {name: score(columns) for name, columns in lists.items()}
    best = max(scores.values(), default=(0, 0))
    found = [name for name, one in scores.items() if one == best]
    return found[0] if len(found) == 1 and best[0] > 1 else ""


def judged_list(name: str, columns: Columns, formas: Mapping[str, Forma], tables: Sequence[Lista]) -> Iterator[Item]:
    """Every column that the list must have, and every one that it has."""
    whole = [table for table in tables if columns.required <= set(map(columns.field, table.head))]
    if len(whole) > 1:
        yield Item(name, f"lista {name}", Cor.VERMELHO, f"a tela tem {len(whole)} listas com as mesmas colunas")
        return
    table = whole[0] if whole else likeliest(columns, tables)
    if table is None:
        for field in sorted(columns.required):
            yield Item(alvo_of(name, field), f"coluna {columns.aliases[field][0]}", Cor.VERMELHO, "não foi encontrada")
        return
    yield from _missing(name, columns, formas, table)
    yield from _seen(name, columns, formas, table)


def _missing(name: str, columns: Columns, formas: Mapping[str, Forma], table: Lista) -> Iterator[Item]:
    """What must be there, and what an unknown column may be: without that known the list is not read."""
    there, unknown = set(map(columns.field, table.head)), unknown_forms(columns, table)
    for field in sorted(columns.required - there):
        title = f"coluna {columns.aliases[field][0]}"
        yield Item(alvo_of(name, field), title, Cor.VERMELHO, "não foi encontrada", nomeia=True)
    guessed: set[str] = set()
    for field in sorted(set(columns.aliases) - columns.required - there):
        like = [text for text, form in unknown.items() if _may_be(formas, field, form)]
        guessed |= set(like)
        if like:
            told = f"não foi encontrada; talvez seja {' ou '.join(map(repr, like))}"
            yield Item(alvo_of(name, field), f"coluna {columns.aliases[field][0]}", Cor.VERMELHO, told, nomeia=True)
    for text, form in unknown.items():
        if form is Forma.BOTOES:
            told = "é desconhecida, e tem só botões ou links: mostre que não traz dados"
            yield Item(alvo_of(name, NO_DATA), f"coluna {text}", Cor.VERMELHO, told, nomeia=True)
        elif text not in guessed:
            told = "é desconhecida: o faturista pararia nela"
            yield Item(alvo_of(name, f":{text}"), f"coluna {text}", Cor.VERMELHO, told)


def _may_be(formas: Mapping[str, Forma], field: str, seen: Forma) -> bool:
    expected = formas.get(field, Forma.TEXTO)
    return expected is not Forma.BOTOES and fits(expected, seen)


def unknown_forms(columns: Columns, table: Lista) -> dict[str, Forma]:
    """The headings that stop a reading: no field's, not said to hold no data, over more than boxes to tick."""
    bare = set(map(folded, columns.bare))
    return {
        text: table.form(place)
        for place, text in enumerate(table.head)
        if text and columns.field(text) is None and folded(text) not in bare and table.form(place) is not Forma.CAIXAS
    }


def _seen(name: str, columns: Columns, formas: Mapping[str, Forma], table: Lista) -> Iterator[Item]:
    fields = [columns.field(text) for text in table.head if text]
    bare = set(map(folded, columns.bare))
    for place, text in enumerate(table.head):
        field, form = columns.field(text), table.form(place)
        if field is not None:
            yield _known(alvo_of(name, field), columns, formas, text, form, twice=fields.count(field) > 1)
        elif text and folded(text) in bare:
            well = form in (Forma.BOTOES, Forma.CAIXAS, Forma.NADA)
            cor, told = (Cor.VERDE, "") if well else (Cor.VERMELHO, f"era só de botões, e agora traz {WORDS[form]}")
            yield Item(alvo_of(name, NO_DATA), f"coluna {text}", cor, told, nomeia=well)


def _known(alvo: str, columns: Columns, formas: Mapping[str, Forma], text: str, form: Forma, *, twice: bool) -> Item:
    field = columns.field(text) or ""
    expected = formas.get(field, Forma.TEXTO)
    if twice:
        return Item(alvo, f"coluna {text}", Cor.VERMELHO, "aparece mais de uma vez")
    if formas and contradicts(expected, form):
        return Item(alvo, f"coluna {text}", Cor.VERMELHO, f"traz {WORDS[form]}; eram esperados: {WORDS[expected]}")
    if text in columns.aliases[field]:
        return Item(alvo, f"coluna {text}", Cor.VERDE, "", nomeia=True)
    return Item(alvo, f"coluna {text}", Cor.AMARELO, "por semelhança", nomeia=True)
