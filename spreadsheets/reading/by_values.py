"""What the values of the columns say where their headings are silent, mistyped or misleading."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA

from mappings.campo import Campo
from mappings.headings import CERTO, FRACO, PALAVRA, headings
from mappings.vocabulary import vocabulary
from mappings.wording import fold
from spreadsheets.reading.coluna import Coluna, body_values
from spreadsheets.reading.evidence import (
    is_amount,
    is_code,
    is_date,
    is_name,
    is_number,
    is_reais,
    is_tuss,
    mostly,
    nearly_all,
    share,
)
from spreadsheets.reading.grid import Raw, shown
from spreadsheets.reading.inherit import is_ditto
from spreadsheets.reading.leading import leading_fields
from spreadsheets.reading.tables import Table

TYPO = 1
_SURE = {CERTO: 98, FRACO: 85, PALAVRA: 75, TYPO: 65}
_AMOUNTS = frozenset({Campo.VALOR_INFORMADO, Campo.VALOR_UNITARIO, Campo.VALOR_TOTAL})
_MARKS = frozenset({"x", "1", "sim", "s", "ok"})
_LOOKS: dict[Campo, Callable[[Raw], bool]] = {
    Campo.VALOR_INFORMADO: is_amount,
    Campo.VALOR_TOTAL: is_amount,
    Campo.VALOR_UNITARIO: is_amount,
    Campo.DATA: is_date,
    Campo.NUMERO_AUTORIZACAO: is_number,
    Campo.CODIGO_PROCEDIMENTO: is_code,
    Campo.BENEFICIARIO: is_name,
}


def understood_by_values(table: Table, columns: Sequence[Coluna]) -> list[Coluna]:
    """The columns again, with what their values settle: short mistyped headings, codes under another heading, reais."""
    refined = [_mistyped(table, c) if _is_unknown(c) else c for c in columns]
    return _amount(table, _code(table, refined))


def maybe(table: Table, columns: Sequence[Coluna]) -> dict[Campo, tuple[Coluna, ...]]:
    """Columns of unknown heading whose values look like a field that the table lacks: to be asked about."""
    known = {c.campo for c in columns}
    unknown = [c for c in columns if _is_unknown(c)]
    wanted: list[tuple[Campo, Callable[[Raw], bool]]] = []
    wanted += [] if Campo.CODIGO_PROCEDIMENTO in known else [(Campo.CODIGO_PROCEDIMENTO, is_tuss)]
    wanted += [] if known & _AMOUNTS else [(Campo.VALOR_INFORMADO, is_reais)]
    wanted += [] if Campo.BENEFICIARIO in known else [(Campo.BENEFICIARIO, is_name)]
    found = {
        campo: tuple(c for c in unknown if nearly_all(_own_values(table, c.indice), looks)) for campo, looks in wanted
    }
    led = leading_fields(table, frozenset()) if any(found.values()) else frozenset()
    return {campo: rivals for campo, rivals in found.items() if rivals and campo not in led}


def face_marks(table: Table, columns: Sequence[Coluna]) -> Iterator[tuple[int, str]]:
    """The columns of one face each, in a table that has teeth and no other column of faces."""
    known = {c.campo for c in columns}
    if Campo.DENTE not in known or Campo.FACES in known:
        return
    for column in columns:
        letters = "".join(vocabulary().faces.get(word, "?") for word in fold(column.titulo).split())
        marks = {fold(shown(raw)) for raw in body_values(table, column.indice)}
        if _is_unknown(column) and letters and "?" not in letters and marks <= _MARKS | {fold(column.titulo)}:
            yield column.indice, letters


def confidence(table: Table, column: Coluna) -> int:
    """How sure the column's field is, from 0 to 100: by its heading, down to half of that when its values differ."""
    if column.campo is None:
        return 0
    sure = _SURE.get(column.rank, 100)
    values = _own_values(table, column.indice)
    looks = _LOOKS.get(column.campo)
    return round(sure * (1 + share(values, looks)) / 2) if looks and values else sure


def _own_values(table: Table, column: int) -> list[Raw]:
    """The column's values that do not just repeat the one above."""
    return [raw for raw in body_values(table, column) if not is_ditto(raw)]


def _is_unknown(column: Coluna) -> bool:
    return column.campo is None and column.rank == 0


def _mistyped(table: Table, column: Coluna) -> Coluna:
    """A short heading one slip away from a known one, when its values agree: "Vlor" over amounts."""
    canonical = headings().canonical(column.titulo)
    if not 3 <= len(canonical) <= 5 or canonical in headings().exact:
        return column
    near = {
        meaning.campo
        for known, meaning in headings().exact.items()
        if meaning.campo is not None and len(known) >= 4 and OSA.distance(canonical, known, score_cutoff=1) <= 1
    }
    agreed = [c for c in near & _LOOKS.keys() if nearly_all(_own_values(table, column.indice), _LOOKS[c])]
    if len(near) != 1 or not agreed:
        return column
    return replace(column, campo=agreed[0], motivo="o título parece mal digitado, e os valores concordam", rank=TYPO)


def _code(table: Table, columns: list[Coluna]) -> list[Coluna]:
    """A "Procedimento" column that holds codes is the code's column when no other column holds any.

    "Código" beside it may be the patient's: it counts only when its own values look like codes.
    """
    claimed = [c for c in columns if c.campo == Campo.CODIGO_PROCEDIMENTO]
    described = [c for c in columns if c.campo == Campo.DESCRICAO and mostly(_own_values(table, c.indice), is_code)]
    if not described or any(c.rank > FRACO for c in claimed) or (claimed and not _is_better(table, described, claimed)):
        return columns
    return [_as_code(c) if c in described else _not_code(c) if c in claimed else c for c in columns]


def _is_better(table: Table, described: list[Coluna], claimed: list[Coluna]) -> bool:
    eight = any(mostly(_own_values(table, c.indice), is_tuss) for c in described)
    return not any(mostly(_own_values(table, c.indice), is_tuss if eight else is_code) for c in claimed)


def _as_code(column: Coluna) -> Coluna:
    return replace(
        column, campo=Campo.CODIGO_PROCEDIMENTO, motivo=f"{column.motivo}; os valores são códigos", rank=FRACO
    )


def _not_code(column: Coluna) -> Coluna:
    return replace(column, campo=None, motivo="os valores não são códigos de procedimento", rank=0)


def _amount(table: Table, columns: list[Coluna]) -> list[Coluna]:
    """The one column of unknown heading that holds texts in reais, in a table without any other amount."""
    if any(c.campo in _AMOUNTS for c in columns):
        return columns
    found = [c for c in columns if _is_unknown(c) and _holds_reais(_own_values(table, c.indice))]
    if len(found) != 1:
        return columns
    amount = replace(found[0], campo=Campo.VALOR_INFORMADO, motivo="os valores são em reais", rank=TYPO)
    return [amount if c == found[0] else c for c in columns]


def _holds_reais(values: Sequence[Raw]) -> bool:
    return len(values) >= 2 and nearly_all(values, lambda raw: isinstance(raw, str) and is_reais(raw))
