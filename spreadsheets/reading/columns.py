"""Understand the columns of a table: which field each one is, and why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from mappings.campo import Campo
from mappings.headings import Meaning, headings
from mappings.sheet import SheetMapping
from mappings.wording import fold
from spreadsheets.reading.grid import Raw, column_index, column_letter, is_blank, shown
from spreadsheets.reading.tables import Table

_MAPPED, _FUZZY = 9, 1
_SIMILAR = 88
_AMOUNTS = frozenset({Campo.VALOR_INFORMADO, Campo.VALOR_UNITARIO, Campo.VALOR_TOTAL})
_REAIS = re.compile(r"\s*(?:R\$\s*)?\d{1,3}(?:\.?\d{3})*,\d{2}\s*")
_SAMPLE = 400


@dataclass(frozen=True, slots=True)
class Coluna:
    """One column as it was understood. `campo` None: not used, and `motivo` says why. `rank` orders rivals."""

    indice: int
    titulo: str
    campo: Campo | None
    motivo: str
    rank: int = 0

    @property
    def letra(self) -> str:
        """The column's letter."""
        return column_letter(self.indice)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table, one per field.

    `doubtful` are fields that two columns claim with equal right, `missing` headings that only the clinic's mapping
    knows, `width` how many columns the heading spans.
    """

    todas: tuple[Coluna, ...]
    por_campo: dict[Campo, Coluna]
    doubtful: dict[Campo, tuple[Coluna, ...]]
    missing: tuple[str, ...] = ()
    width: int = 0


def understand_columns(table: Table, mapping: SheetMapping | None) -> Columns:
    """Each column's field: by the clinic's mapping, else by its heading, else by what its values look like."""
    wanted = _wanted(table, mapping)
    columns = [_column(index, label, wanted) for index, label in enumerate(table.heading.labels) if label or wanted]
    columns = _amount_by_values(table, _code_by_values(table, columns))
    by_field: dict[Campo, Coluna] = {}
    doubtful: dict[Campo, tuple[Coluna, ...]] = {}
    for campo in Campo:
        rivals = [c for c in columns if c.campo == campo]
        best = [c for c in rivals if c.rank == max(r.rank for r in rivals)]
        if len(best) > 1:
            best = _distinct(table, [c for c in best if not _is_empty(table, c)] or best[:1])
        if len(best) > 1:
            doubtful[campo] = tuple(best)
        elif best:
            by_field[campo] = best[0]
    missing = tuple(title for title in wanted.values() if not _present(title, table))
    return Columns(tuple(_losers(columns, by_field)), by_field, doubtful, missing, len(table.heading.labels))


def body_values(table: Table, column: int, limit: int = _SAMPLE) -> list[Raw]:
    """The non-blank values of a column, the first `limit`."""
    values: list[Raw] = []
    for row in table.grid.rows[table.first : table.end]:
        if column < len(row) and not is_blank(row[column]):
            values.append(row[column])
            if len(values) == limit:
                break
    return values


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
    meaning = _by_heading(label)
    if meaning is None:
        return Coluna(index, label, None, "título desconhecido")
    if meaning.campo in wanted:
        return Coluna(index, label, None, "o mapeamento da clínica usa outra coluna", _FUZZY)
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
    if found is None or len(found[0]) < 5:
        return None
    meaning = known.exact[found[0]]
    return Meaning(meaning.campo, _FUZZY, f'o título parece "{found[0]}"')


def _code_by_values(table: Table, columns: list[Coluna]) -> list[Coluna]:
    """A "Procedimento" column that holds codes is the code's column when there is no other."""
    if any(c.campo == Campo.CODIGO_PROCEDIMENTO for c in columns):
        return columns
    return [
        Coluna(c.indice, c.titulo, Campo.CODIGO_PROCEDIMENTO, f"{c.motivo}; os valores são códigos", c.rank)
        if c.campo == Campo.DESCRICAO and _holds_codes(body_values(table, c.indice))
        else c
        for c in columns
    ]


def _holds_codes(values: Sequence[Raw]) -> bool:
    codes = sum(1 for raw in values if re.match(r"\s*(?:\d{8}|\d{4})(?:\D|$)", shown(raw)))
    return bool(values) and codes >= 0.6 * len(values)


def _amount_by_values(table: Table, columns: list[Coluna]) -> list[Coluna]:
    """The one column of unknown heading that holds amounts in reais, in a table without any other amount."""
    if any(c.campo in _AMOUNTS for c in columns):
        return columns
    found = [c for c in columns if c.campo is None and c.rank == 0 and _holds_reais(body_values(table, c.indice))]
    if len(found) != 1:
        return columns
    amount = Coluna(found[0].indice, found[0].titulo, Campo.VALOR_INFORMADO, "os valores são em reais", _FUZZY)
    return [amount if c == found[0] else c for c in columns]


def _holds_reais(values: Sequence[Raw]) -> bool:
    reais = sum(1 for raw in values if isinstance(raw, str) and _REAIS.fullmatch(raw.replace("\u00a0", " ")))
    return len(values) >= 2 and reais >= 0.8 * len(values)


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
