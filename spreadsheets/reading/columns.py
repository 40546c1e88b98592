"""Understand the columns of a table: which field each one is, and why."""

import re
from collections.abc import Iterator
from dataclasses import replace

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from mappings.campo import Campo
from mappings.headings import CERTO, FRACO, Meaning, headings
from mappings.sheet import SheetMapping
from mappings.vocabulary import vocabulary
from mappings.wording import fold
from spreadsheets.reading.by_values import TYPO, face_marks, maybe, understood_by_values
from spreadsheets.reading.coluna import Columns, Coluna, body_values
from spreadsheets.reading.grid import column_index
from spreadsheets.reading.spread import Spread, find_codes, find_date_parts, find_spread, joined
from spreadsheets.reading.tables import Table

_MAPPED = 9
_SIMILAR = 88
_AMOUNTS = frozenset({Campo.VALOR_INFORMADO, Campo.VALOR_UNITARIO, Campo.VALOR_TOTAL})


def understand_columns(table: Table, mapping: SheetMapping | None) -> Columns:
    """Each column's field: by the clinic's mapping, else by its heading, else by what its values look like."""
    wanted = _wanted(table, mapping)
    ignored = mapping.ignorar if mapping else ()
    columns = understood_by_values(table, list(_by_headings(table, wanted, ignored)))
    spread = _spread(table, columns)
    columns = joined(columns, spread)
    columns = joined(columns, {campo: parts for campo, parts in find_codes(columns).items() if campo not in wanted})
    parts = () if wanted.keys() & {Campo.DATA, Campo.COMPETENCIA} else find_date_parts(columns)
    columns = [_part(c, parts) for c in columns]
    by_field: dict[Campo, Coluna] = {}
    doubtful: dict[Campo, tuple[Coluna, ...]] = {}
    for campo in Campo:
        rivals = [c for c in columns if c.campo == campo]
        best = [c for c in rivals if c.rank == max(r.rank for r in rivals)]
        if len(best) > 1:
            best = [c for c in best if c.indice not in table.grid.hidden_columns] or best
            best = _distinct(table, [c for c in best if not _is_empty(table, c)] or best[:1])
        if len(best) > 1 and campo is not Campo.VALIDADE:  # it serves only the forecast: not worth a question
            doubtful[campo] = tuple(best)
        elif best:
            by_field[campo] = best[0]
    if Campo.DATA in spread and Campo.DATA not in doubtful and by_field.get(Campo.DATA) != _head(columns, spread):
        doubtful[Campo.DATA] = tuple(c for c in (by_field.pop(Campo.DATA, None), _head(columns, spread)) if c)
    for campo, places in _moved(table, wanted, by_field).items():
        doubtful[campo] = places
        del by_field[campo]
    return Columns(
        todas=tuple(_losers(columns, by_field)),
        por_campo=by_field,
        doubtful={**maybe(table, columns), **doubtful},
        missing=tuple(title for title in wanted.values() if not _present(title, table)),
        width=len(table.heading.labels),
        face_marks=tuple(face_marks(table, columns)),
        date_parts=parts if parts and by_field.get(Campo.DATA) == _part(parts[0], parts) else (),
        further_codes=_further_codes(columns, by_field),
        spread={campo: parts for campo, parts in spread.items() if campo in by_field},
        ticks=tuple(c for c in columns if c.campo is None and _is_tick(c.titulo)),
    )


def _moved(table: Table, wanted: dict[Campo, str], by_field: dict[Campo, Coluna]) -> dict[Campo, tuple[Coluna, ...]]:
    """Fields that the mapping finds by a letter, where another field's heading stands now and their own elsewhere."""
    says = {index: _by_heading(label) for index, label in enumerate(table.heading.labels) if label}
    moved: dict[Campo, tuple[Coluna, ...]] = {}
    for campo, column in by_field.items():
        here = says.get(column.indice)
        by_letter = fold(wanted.get(campo, column.titulo)) != fold(column.titulo)
        if not by_letter or here is None or here.rank < CERTO or here.campo in {None, campo} or campo in _AMOUNTS:
            continue
        there = [i for i, meaning in says.items() if meaning and (meaning.campo, meaning.rank) == (campo, CERTO)]
        rivals = tuple(Coluna(i, table.heading.labels[i], campo, "o título diz") for i in there)
        moved |= {campo: (column, *rivals)} if rivals else {}
    return moved


def _spread(table: Table, columns: list[Coluna]) -> Spread:
    """The fields over several columns, save those that the clinic's mapping gives to another column."""
    mapped = {c.campo: c for c in columns if c.rank == _MAPPED}
    found = find_spread(table, columns)
    return {campo: parts for campo, parts in found.items() if campo not in mapped or mapped[campo] in parts}


def _further_codes(columns: list[Coluna], by_field: dict[Campo, Coluna]) -> tuple[Coluna, ...]:
    """The other numbered columns of codes, where one of them is the code's."""
    codes = find_codes(columns).get(Campo.CODIGO_PROCEDIMENTO, ())
    chosen = by_field.get(Campo.CODIGO_PROCEDIMENTO)
    return tuple(c for c in codes if c != chosen) if chosen in codes else ()


def _part(column: Coluna, parts: tuple[Coluna, ...]) -> Coluna:
    """ "Dia" stands for the date of which "Mês" and "Ano" are the rest."""
    if column not in parts:
        return column
    campo = Campo.DATA if column == parts[0] else None
    return replace(column, campo=campo, rank=FRACO, motivo="o dia, o mês e o ano da data")


def _head(columns: list[Coluna], spread: Spread) -> Coluna:
    """The first of the columns of dates, as it is understood."""
    return next(c for c in columns if c.indice == spread[Campo.DATA][0].indice)


def _by_headings(table: Table, wanted: dict[Campo, str], ignored: tuple[str, ...]) -> Iterator[Coluna]:
    for index, label in enumerate(table.heading.labels):
        if any(_names(title, index, label) for title in ignored):
            yield Coluna(index, label, None, "o mapeamento da clínica manda ignorar", TYPO)
        elif label or wanted or body_values(table, index, 1):
            yield _column(index, label, wanted)


def _wanted(table: Table, mapping: SheetMapping | None) -> dict[Campo, str]:
    if mapping is None:
        return {}
    special = next((m.colunas for name, m in mapping.aba.items() if fold(name) == fold(table.grid.aba)), {})
    return {**mapping.colunas, **special}


def _names(title: str, index: int, label: str) -> bool:
    letter = re.fullmatch(r"(?:coluna\s+)?([A-Z]{1,2})", title.strip(), re.IGNORECASE)
    if fold(title) == fold(label):
        return True
    return letter is not None and title.casefold().startswith("coluna") and column_index(letter[1]) == index


def _present(title: str, table: Table) -> bool:
    return any(_names(title, index, label) for index, label in enumerate(table.heading.labels))


def _column(index: int, label: str, wanted: dict[Campo, str]) -> Coluna:
    for campo, title in wanted.items():
        if _names(title, index, label):
            return Coluna(index, label, campo, "mapeamento da clínica", _MAPPED)
    meaning = _by_heading(label) if label else None
    if meaning is None:
        return Coluna(index, label, None, "título desconhecido" if label else "sem título")
    if meaning.campo in wanted:
        return Coluna(index, label, None, "o mapeamento da clínica usa outra coluna", TYPO)
    return Coluna(index, label, meaning.campo, meaning.motivo, meaning.rank)


def _by_heading(label: str) -> Meaning | None:
    known = headings()
    if (meaning := known.meaning(label)) is not None:
        return meaning
    return _alternatives(label) or _similar(label)


def _alternatives(label: str) -> Meaning | None:
    """ "Guia / Nº Autorização" when every part means the same field."""
    parts = [headings().meaning(part) for part in re.split(r"[/|\n]| - |\(|\)", label) if part.strip()]
    known = [part for part in parts if part is not None]
    if len(parts) > 1 and len(known) == len(parts) and len({part.campo for part in known}) == 1:
        return max(known, key=lambda meaning: meaning.rank)
    return None


def _similar(label: str) -> Meaning | None:
    """A heading one slip away from a known one ("Autorizacão", "Beneficiaro")."""
    known = headings()
    canonical = known.canonical(label)
    if len(canonical) < 5:
        return None
    found = process.extractOne(canonical, known.exact.keys(), scorer=fuzz.ratio, score_cutoff=_SIMILAR)
    if found is not None and len(found[0]) >= 5:
        return Meaning(known.exact[found[0]].campo, TYPO, f'o título parece "{found[0]}"')
    near = [title for title in known.exact if len(title) >= 6 and OSA.distance(canonical, title, score_cutoff=1) <= 1]
    if len(canonical) < 6 or len({known.exact[title].campo for title in near}) != 1:
        return None
    return Meaning(known.exact[near[0]].campo, TYPO, f'o título parece "{near[0]}"')


def _is_tick(title: str) -> bool:
    """ "Faltou", "Cancelado?", "Faltas": a heading that is itself a word for what is not to be billed."""
    plain = fold(title)
    return plain == "faltas" or vocabulary().cancelado.fullmatch(plain) is not None


def _is_empty(table: Table, column: Coluna) -> bool:
    return not body_values(table, column.indice, 1)


def _distinct(table: Table, rivals: list[Coluna]) -> list[Coluna]:
    """Rivals whose values differ; two copies of one column are one."""
    first = body_values(table, rivals[0].indice)
    return rivals[:1] + [c for c in rivals[1:] if body_values(table, c.indice) != first]


def _losers(columns: list[Coluna], chosen: dict[Campo, Coluna]) -> list[Coluna]:
    return [
        Coluna(c.indice, c.titulo, None, f'a coluna "{chosen[c.campo].titulo}" diz melhor', c.rank)
        if c.campo is not None and c.campo in chosen and chosen[c.campo] != c
        else c
        for c in columns
    ]
