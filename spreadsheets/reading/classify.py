"""Tell a row of attendance from totals, signatures, repeated headings and blank rows."""

import re
from dataclasses import dataclass
from enum import Enum

from mappings.campo import Campo
from mappings.vocabulary import vocabulary
from mappings.wording import fold
from spreadsheets.reading.coluna import Columns
from spreadsheets.reading.grid import Raw, is_blank, shown
from spreadsheets.reading.hints import names_insurer
from spreadsheets.reading.tables import Table, same_labels

_SIGNS = (
    Campo.NUMERO_AUTORIZACAO,
    Campo.DATA,
    Campo.BENEFICIARIO,
    Campo.NUMERO_CARTEIRA,
    Campo.CODIGO_PROCEDIMENTO,
    Campo.VALOR_INFORMADO,
)
_ITS_OWN = (Campo.NUMERO_AUTORIZACAO, Campo.DATA, Campo.CODIGO_PROCEDIMENTO)
_NOT_ALONE = frozenset({Campo.CODIGO_PROCEDIMENTO, Campo.VALOR_INFORMADO})
_LONGEST_COUNT = 3
_STRONG = frozenset(_SIGNS[:5])
_PERSON = re.compile(r"(?i)^(?:dr|dra|doutora?)\b|\b(?:crm|cro|crp|crefito|crfa|coren)\b")
_UNITS = frozenset(
    {"no", "n", "numero", "dd mm aaaa", "dd mm aa", "dd mm", "r", "rs", "reais", "tuss", "amb", "hh mm", "un"}
)
_RULE = re.compile(r"[_\-=*.]{3,}")
_SHORT = 3
_LABEL = re.compile(r"[^:\d]{3,30}:")


class RowKind(Enum):
    """What a row is."""

    BLANK = "em branco"
    TOTAL = "linha de total"
    FOOTER = "rodapé ou assinatura"
    HEADING = "cabeçalho repetido"
    GROUP = "título de grupo"
    DATA = "atendimento"


@dataclass(frozen=True, slots=True)
class RowClassifier:
    """Classify the body rows of one table. `continued` rows lie under a cell merged with the row above."""

    table: Table
    columns: Columns
    continued: frozenset[int]

    def kind(self, row: int) -> RowKind:
        """What row `row` (from 0) is. In doubt it is DATA, and the row's own problems tell."""
        cells = self.table.grid.rows[row]
        if self._plainly_data(cells):
            return RowKind.DATA
        texts = [shown(raw) for raw in cells if not is_blank(raw)]
        if not texts:
            return RowKind.BLANK
        stated = {campo for campo in _SIGNS if self._states(campo, cells)}
        if self._is_total(cells, stated):
            return RowKind.TOTAL
        repeated = not self._has_number_or_date(stated, cells) and same_labels(cells, self.table.heading.labels)
        if (
            repeated
            or self._repeats_title(cells, texts)
            or (row == self.table.first and len(texts) > 1 and all(fold(text) in _UNITS for text in texts))
        ):
            return RowKind.HEADING
        if row not in self.continued and self._is_footer(stated, texts, row):
            return RowKind.FOOTER
        return RowKind.DATA

    def has_number_or_date(self, row: int) -> bool:
        """Whether the row has a figure where the authorisations or the dates of the table are."""
        cells = self.table.grid.rows[row]
        return any(_is_figure(self._raw(campo, cells)) for campo in (Campo.NUMERO_AUTORIZACAO, Campo.DATA))

    def _plainly_data(self, cells: list[Raw]) -> bool:
        """Quick: the authorisation and the date both begin with a digit, or are no text at all."""
        return _is_figure(self._raw(Campo.NUMERO_AUTORIZACAO, cells)) and _is_figure(self._raw(Campo.DATA, cells))

    def _raw(self, campo: Campo, cells: list[Raw]) -> Raw:
        column = self.columns.por_campo.get(campo)
        return cells[column.indice] if column is not None and column.indice < len(cells) else None

    def _states(self, campo: Campo, cells: list[Raw]) -> bool:
        raw = self._raw(campo, cells)
        return not is_blank(raw) and not (isinstance(raw, str) and _is_total_word(raw))

    def _is_total(self, cells: list[Raw], stated: set[Campo]) -> bool:
        if not any(isinstance(raw, str) and _is_total_word(raw) for raw in cells):
            return False
        numero = shown(self._raw(Campo.NUMERO_AUTORIZACAO, cells))
        return Campo.DATA not in stated and not (Campo.NUMERO_AUTORIZACAO in stated and len(numero) > _LONGEST_COUNT)

    def _has_number_or_date(self, stated: set[Campo], cells: list[Raw]) -> bool:
        return any(
            not isinstance(self._raw(campo, cells), str) or _has_digit(self._raw(campo, cells)) for campo in stated
        )

    def _repeats_title(self, cells: list[Raw], texts: list[str]) -> bool:
        """A line from above the heading again, as on each printed page; its numbers may be others.

        A row with a figure of its own where authorisations, dates or codes are, or without a word, repeats none.
        """
        if len(texts) > _SHORT or any(_is_figure(self._raw(campo, cells)) for campo in _ITS_OWN):
            return False
        words = _without_numbers("  ".join(texts))
        return bool(words) and words in map(_without_numbers, self.table.titles)

    def _is_footer(self, stated: set[Campo], texts: list[str], row: int) -> bool:
        signed = _PERSON.search(texts[0]) and len(texts) <= _SHORT and not self.has_number_or_date(row)
        named = len(texts) == 1 and names_insurer(texts[0]) and not self.has_number_or_date(row)
        if signed or named or all(_RULE.fullmatch(text) for text in texts):
            return True
        code = self._raw(Campo.CODIGO_PROCEDIMENTO, self.table.grid.rows[row])
        if stated <= _NOT_ALONE and len(texts) <= 3 and not _has_digit(code):
            return True
        if len(texts) > 2 or len(stated) > 1 or (Campo.DATA in stated and len(texts) == 1 and _has_digit(texts[0])):
            return False
        first = texts[0]
        if (
            _has_digit(first)
            and Campo.NUMERO_AUTORIZACAO in stated
            and len(re.sub(r"\D", "", first)) >= len(first) // 2
        ):
            return False
        if vocabulary().rodape.match(fold(first)) or _PERSON.search(first) or _LABEL.match(first):
            return True
        return not stated & _STRONG or self._after_the_end(row) or len(first.split()) > 6

    def _after_the_end(self, row: int) -> bool:
        """Nothing but text of one or two cells from here on, after a blank row or a total."""
        above = self.table.grid.rows[row - 1] if row > self.table.first else []
        closed = all(is_blank(raw) for raw in above) or any(isinstance(r, str) and _is_total_word(r) for r in above)
        rest = self.table.grid.rows[row : self.table.end]
        return closed and all(sum(not is_blank(raw) for raw in cells) <= 2 for cells in rest)


def classifier_for(table: Table, columns: Columns) -> RowClassifier:
    """A classifier that knows which rows of the table go on under merged cells."""
    tall = (merge for merge in table.grid.merges if table.first <= merge.top and merge.bottom < table.end)
    continued = frozenset(row for merge in tall for row in range(merge.top + 1, merge.bottom + 1))
    return RowClassifier(table, columns, continued)


def _is_figure(raw: Raw) -> bool:
    return raw[:1].isdigit() if isinstance(raw, str) else raw is not None


def _is_total_word(text: str) -> bool:
    return vocabulary().total.match(fold(text)) is not None and len(text) <= 60


def _without_numbers(text: str) -> str:
    """The words of a line, without its numbers."""
    return fold(re.sub(r"\d+", " ", text))


def _has_digit(raw: Raw) -> bool:
    return any(c.isdigit() for c in shown(raw))
