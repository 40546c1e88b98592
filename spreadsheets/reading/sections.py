"""Rows that speak for the rows below them: "Paciente: Fulana  Matrícula: 7014-2" above that patient's sessions."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from mappings.campo import Campo
from mappings.headings import PALAVRA, heading_meaning
from mappings.vocabulary import vocabulary
from mappings.wording import fold
from spreadsheets.reading.evidence import is_tuss
from spreadsheets.reading.grid import Raw, is_blank, shown

Section = Mapping[Campo, Raw]
NO_SECTION: Section = MappingProxyType({})

WHOSE = frozenset({Campo.BENEFICIARIO, Campo.NUMERO_CARTEIRA, Campo.NUMERO_AUTORIZACAO})
_MAY_LEAD = frozenset(
    {Campo.BENEFICIARIO, Campo.NUMERO_CARTEIRA, Campo.NUMERO_AUTORIZACAO, Campo.CODIGO_PROCEDIMENTO, Campo.DATA}
)
_MAY_LEAD_FROM_TITLE = _MAY_LEAD - {Campo.DATA}
_DATE_ALONE = re.compile(
    r"(?:(?:segunda|terca|quarta|quinta|sexta|sabado|domingo|seg|ter|qua|qui|sex|sab|dom)(?: feira)? )?"
    r"(?:dia |data )?\d{1,2} \d{1,2}(?: \d{2,4})?"
)
_NAME = re.compile(r"[A-Za-zÀ-ú'’.\-]+(?: [A-Za-zÀ-ú'’.\-]+){1,7}")
_NAME_AND_CARD = re.compile(
    rf"(?P<name>{_NAME.pattern}?)\s*[-–|,(]*\s*(?i:matr[íi]cula|matr?\.?|carteir(?:inha|a)|cart\.?)"
    r"\s*(?:n[º°o.]*\s*)?:?\s*(?P<card>\d[\d.\-]*)\)?"
)
_PERSON_OF_THE_CLINIC = re.compile(r"(?i)^(?:dr|dra|prof)\b|\b(?:crm|cro|crp|crefito|crfa)\b")


def section_of(cells: list[Raw], columns: frozenset[Campo]) -> Section:
    """What a row says for those below, of fields that the table has no column for; empty for any other row."""
    pairs = list(_pairs([raw for raw in cells if not is_blank(raw)]))
    meanings = ((heading_meaning(label), value) for label, value in pairs)
    return {
        meaning.campo: value
        for meaning, value in meanings
        if meaning is not None and meaning.campo in _MAY_LEAD and meaning.campo not in columns
        if meaning.campo is not Campo.CODIGO_PROCEDIMENTO or is_tuss(value)
    }


def section_of_titles(titles: tuple[str, ...], columns: frozenset[Campo]) -> Section:
    """The same, from the lines above a table; a date up there is the report's own, so it says nothing."""
    found: dict[Campo, Raw] = {}
    for title in titles:
        found |= {c: raw for c, raw in section_of([title], columns).items() if c in _MAY_LEAD_FROM_TITLE}
    return found


def named_group(cells: list[Raw], columns: frozenset[Campo]) -> Section:
    """A row with nothing but a person's name, in a table that has neither patient nor card: the group's patient."""
    if Campo.BENEFICIARIO in columns or Campo.NUMERO_CARTEIRA in columns:
        return NO_SECTION
    texts = [raw for raw in cells if not is_blank(raw)]
    if len(texts) != 1:
        return NO_SECTION
    text = " ".join(shown(texts[0]).split())
    words = vocabulary()
    if both := _NAME_AND_CARD.fullmatch(text):
        return {Campo.BENEFICIARIO: both["name"].rstrip(" -–|,("), Campo.NUMERO_CARTEIRA: both["card"]}
    if not _NAME.fullmatch(text) or _PERSON_OF_THE_CLINIC.search(text) or heading_meaning(text):
        return NO_SECTION
    plain = fold(text)
    told = words.total.search(plain) or words.rodape.search(plain) or words.cancelado.search(plain)
    known = words.portals_in(text) or words.other_insurer_in(text) or any(w in words.tipos for w in plain.split())
    return NO_SECTION if told or known else {Campo.BENEFICIARIO: text}


def may_begin_group(cells: list[Raw]) -> bool:
    """Whether a row that is no attendance may be the heading of another group, written in a way nobody foresaw.

    What the rows above said then no longer holds: a wrong patient is worse than a question.
    """
    texts = [raw for raw in cells if not is_blank(raw)]
    if not texts or any(isinstance(raw, date) for raw in texts):
        return False
    remark = vocabulary().rodape.match(fold(shown(texts[0])))
    return isinstance(texts[0], str) and not texts[0].strip()[:1].isdigit() and not remark


def group_of(cells: list[Raw], columns: frozenset[Campo]) -> Section:
    """What a row says for those below it: by its labels, by being a date alone, or by being a name alone."""
    if may_lead(cells):
        return section_of(cells, columns)
    return dated_group(cells, columns) or named_group(cells, columns)


def dated_group(cells: list[Raw], columns: frozenset[Campo]) -> Section:
    """A row with nothing but a date, in a table that has no dates: the day of the rows below."""
    texts = [raw for raw in cells if not is_blank(raw)] if Campo.DATA not in columns else []
    if len(texts) != 1:
        return NO_SECTION
    raw = texts[0]
    alone = isinstance(raw, date) or (isinstance(raw, str) and _DATE_ALONE.fullmatch(fold(raw)) is not None)
    return {Campo.DATA: raw} if alone else NO_SECTION


def may_lead(cells: list[Raw]) -> bool:
    """Quick: whether the row's first filled cell has a colon."""
    for raw in cells:
        if not is_blank(raw):
            return isinstance(raw, str) and ":" in raw
    return False


def _pairs(filled: list[Raw]) -> Iterator[tuple[str, Raw]]:
    for index, raw in enumerate(filled):
        if not isinstance(raw, str) or ":" not in raw:
            continue
        if raw.strip().endswith(":") and index + 1 < len(filled):
            yield raw.strip()[:-1], filled[index + 1]
        else:
            yield from _pairs_in(" ".join(raw.split()))


def _pairs_in(text: str) -> Iterator[tuple[str, str]]:
    """ "Paciente: Ana Prokop Matrícula: 7014-2" as two pairs: a value ends where the next known label begins."""
    before, *parts = text.split(":")
    label = _label_at_end(before)
    for index, part in enumerate(parts):
        following = _label_at_end(part) if index + 1 < len(parts) else ""
        value = part.removesuffix(following) if following else part
        if label and value.strip(" -–|;,()"):
            yield label, value.strip(" -–|;,(")
        label = following


def _label_at_end(text: str) -> str:
    """The longest known heading that the text ends with, of up to three words; else its last word."""
    words = text.split()
    known = (" ".join(words[-count:]) for count in (3, 2, 1) if len(words) >= count)
    return next((label for label in known if _is_exact(label)), words[-1] if words else "")


def _is_exact(label: str) -> bool:
    meaning = heading_meaning(label)
    return meaning is not None and meaning.rank > PALAVRA
