"""One field over several columns: "Nome" and "Sobrenome", "Data 1" to "Data 4", "1ª sessão", "2ª sessão"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mappings.campo import Campo
from mappings.headings import FRACO, headings
from mappings.wording import fold
from spreadsheets.reading.coluna import Coluna, body_values
from spreadsheets.reading.dates import is_day_number
from spreadsheets.reading.evidence import is_date, nearly_all
from spreadsheets.reading.grid import Raw
from spreadsheets.reading.tables import Table

Spread = dict[Campo, tuple[Coluna, ...]]
_NUMBER = re.compile(r"(?<!\d)0?(\d{1,2})(?:[ao]\b)?(?!\d)")
_OF_DATES = frozenset({"data", "datas", "dt", "dia", "d", "sessao", "sess", "atendimento", "atend", "consulta"})
_OF_CODES = {
    Campo.CODIGO_PROCEDIMENTO: frozenset({"codigo", "tuss", "amb", "procedimento", "exame"}),
    Campo.QUANTIDADE: frozenset({"quantidade"}),
    Campo.VALOR_INFORMADO: frozenset({"valor"}),
}
_OF_HOURS = frozenset({"hora", "hr", "h", "horario"})
_JOINING = frozenset({"a", "o", "da", "do", "de", "no", "n"})
_SURNAMES = frozenset({"sobrenome", "sobrenome paciente", "sobrenome do paciente", "ultimo nome", "nome de familia"})
_PARTS = ("dia", "mes", "ano")
_PART = 1


def find_spread(table: Table, columns: Sequence[Coluna]) -> Spread:
    """The fields that several columns hold together, each with its columns in order."""
    found: Spread = {}
    dates = _numbered(columns, Campo.DATA)
    if dates and nearly_all([raw for c in dates for raw in body_values(table, c.indice)], _may_be_day):
        found[Campo.DATA] = dates
        hours = _numbered(columns, Campo.HORARIO)
        if len(hours) == len(dates):
            found[Campo.HORARIO] = hours
    surname = [c for c in columns if c.campo is None and fold(c.titulo) in _SURNAMES]
    name = [c for c in columns if c.campo is Campo.BENEFICIARIO]
    if len(surname) == len(name) == 1:
        found[Campo.BENEFICIARIO] = (name[0], surname[0])
    return found


def find_date_parts(columns: Sequence[Coluna]) -> tuple[Coluna, ...]:
    """The columns "Dia", "Mês" and perhaps "Ano"; empty when there are not both of the first."""
    named = {fold(c.titulo): c for c in columns if fold(c.titulo) in _PARTS}
    return tuple(named[name] for name in _PARTS if name in named) if {"dia", "mes"} <= named.keys() else ()


def find_codes(columns: Sequence[Coluna]) -> Spread:
    """ "Código 1", "Código 2"... and the quantities and amounts numbered as they are; empty when there is one code."""
    numbers = {campo: _of_words(columns, words) for campo, words in _OF_CODES.items()}
    codes = numbers[Campo.CODIGO_PROCEDIMENTO]
    return {campo: parts for campo, parts in numbers.items() if codes and len(parts) == len(codes)}


def _of_words(columns: Sequence[Coluna], words: frozenset[str]) -> tuple[Coluna, ...]:
    """The columns whose headings are those words and the numbers 1, 2, 3..."""
    found: dict[int, Coluna] = {}
    for column in columns:
        plain = headings().canonical(column.titulo)
        numbers = _NUMBER.findall(plain)
        rest = set(_NUMBER.sub(" ", plain).split()) - _JOINING
        if len(numbers) == 1 and rest and rest <= words:
            found[int(numbers[0])] = column
    parts = tuple(found[number] for number in sorted(found))
    return parts if len(parts) > 1 and sorted(found) == list(range(1, len(parts) + 1)) else ()


def joined(columns: Sequence[Coluna], spread: Spread) -> list[Coluna]:
    """The columns again: the first of each spread field stands for it, the others are known and claim nothing.

    The first has the rank of its best rival, so that "Data" beside "Data 1" and "Data 2" is asked about.
    """
    heads = {c.indice: campo for campo, parts in spread.items() for c in parts[:1]}
    others = {c.indice for parts in spread.values() for c in parts[1:]}
    best = {campo: max((c.rank for c in columns if c.campo is campo), default=FRACO) for campo in spread}
    return [
        replace(c, campo=heads[c.indice], motivo="a primeira de várias colunas", rank=max(FRACO, best[heads[c.indice]]))
        if c.indice in heads
        else replace(c, campo=None, motivo="lida junto com outra coluna", rank=_PART)
        if c.indice in others
        else c
        for c in columns
    ]


def _numbered(columns: Sequence[Coluna], campo: Campo) -> tuple[Coluna, ...]:
    """The columns numbered 1, 2, 3... of dates or of hours; empty unless there are two and none is missing."""
    numbers = {c.indice: number for c in columns if (number := _number(c.titulo, campo))}
    parts = sorted((c for c in columns if c.indice in numbers), key=lambda c: numbers[c.indice])
    whole = [numbers[c.indice] for c in parts] == list(range(1, len(parts) + 1))
    return tuple(parts) if whole and len(parts) > 1 else ()


def _number(title: str, campo: Campo) -> int:
    """The number of a heading such as "Data 2" or "3ª sessão"; 0 for any other."""
    plain = fold(title)
    found = _NUMBER.findall(plain)
    words = set(_NUMBER.sub(" ", plain).split()) - _JOINING
    hours = bool(words & _OF_HOURS)
    if len(found) != 1 or not words or not words <= _OF_DATES | _OF_HOURS or hours != (campo is Campo.HORARIO):
        return 0
    return int(found[0])


def _may_be_day(raw: Raw) -> bool:
    return is_date(raw) or is_day_number(raw)
