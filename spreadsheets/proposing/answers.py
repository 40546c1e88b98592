"""A person's answer to a question of the reading, put into the mapping that is being made."""

import re
from dataclasses import dataclass, field

from agent.model.competencia import Competencia
from agent.model.errors import InputError
from mappings.campo import Campo
from mappings.sheet import AbaMapping, Padroes, SheetMapping
from mappings.vocabulary import vocabulary
from mappings.wording import fold
from spreadsheets.reading.leitura import Pergunta, TabelaEntendida

NONE_OF_THEM = "nenhuma"
_COLUMN = re.compile(r"(?:coluna\s+)?([A-Za-z]{1,2})")
_OPTION = re.compile(r"(?P<title>.*) \(coluna (?P<letter>[A-Z]{1,3})\)", re.DOTALL)
_CODE = re.compile(r"\d{3,4}|\d{8}")


@dataclass(frozen=True, slots=True)
class Draft:
    """The mapping so far, and the month of this sheet, which no mapping keeps."""

    mapping: SheetMapping = field(default_factory=SheetMapping)
    competencia: Competencia | None = None


def choices(pergunta: Pergunta) -> tuple[str, ...]:
    """What may be answered by its number; empty where the answer is typed."""
    if pergunta.code == "coluna" and pergunta.campo:
        return (*pergunta.opcoes, NONE_OF_THEM)
    return pergunta.opcoes


def answered(draft: Draft, pergunta: Pergunta, text: str, tables: tuple[TabelaEntendida, ...]) -> Draft:
    """The draft with the answer in it. Raises InputError, saying what may be answered, for any other text."""
    text = _chosen(pergunta, text.strip())
    aba = pergunta.aba if len({table.aba for table in tables}) > 1 else ""
    if pergunta.code == "portal":
        return _with_portal(draft, aba, text)
    if pergunta.code == "competencia":
        return Draft(draft.mapping, _month(text))
    if pergunta.code == "codigo":
        return _with_code(draft, text)
    return _with_column(draft, aba, pergunta, text)


def _chosen(pergunta: Pergunta, text: str) -> str:
    options = choices(pergunta)
    return options[int(text) - 1] if text.isdecimal() and 1 <= int(text) <= len(options) else text


def _with_portal(draft: Draft, aba: str, text: str) -> Draft:
    known = vocabulary().portals_in(text)
    if len(known) != 1:
        raise InputError(f'"{text}" não é um convênio conhecido.', do="Responda ipasem ou cassind.")
    portal = known.pop()
    if aba:
        return _with_aba(draft, aba, _aba(draft, aba).model_copy(update={"portal": portal}))
    return Draft(draft.mapping.model_copy(update={"portal": portal}), draft.competencia)


def _month(text: str) -> Competencia:
    try:
        return Competencia.read(text)
    except ValueError:
        raise InputError(f'"{text}" não é um mês.', do="Responda como 10/2026.") from None


def _with_code(draft: Draft, text: str) -> Draft:
    if not _CODE.fullmatch(text):
        raise InputError(f'"{text}" não é um código de procedimento.', do="Responda só o código, como 50000616.")
    padroes = Padroes(**{**draft.mapping.padroes.model_dump(), "codigo_procedimento": text})
    return Draft(draft.mapping.model_copy(update={"padroes": padroes}), draft.competencia)


def _with_column(draft: Draft, aba: str, pergunta: Pergunta, text: str) -> Draft:
    if not pergunta.campo:
        return _forgotten(draft, pergunta)
    if fold(text) == NONE_OF_THEM:
        ignored = tuple(_place(option) for option in pergunta.opcoes)
        return Draft(
            draft.mapping.model_copy(update={"ignorar": (*draft.mapping.ignorar, *ignored)}), draft.competencia
        )
    place = _place(_named(pergunta, text))
    campo = Campo(pergunta.campo)
    if aba:
        own = _aba(draft, aba)
        return _with_aba(draft, aba, own.model_copy(update={"colunas": {**own.colunas, campo: place}}))
    colunas = {**draft.mapping.colunas, campo: place}
    return Draft(draft.mapping.model_copy(update={"colunas": colunas}), draft.competencia)


def _forgotten(draft: Draft, pergunta: Pergunta) -> Draft:
    """A heading of the old mapping that the sheet no longer has: any answer lets it go."""
    colunas = {campo: title for campo, title in draft.mapping.colunas.items() if f'"{title}"' not in pergunta.texto}
    return Draft(draft.mapping.model_copy(update={"colunas": colunas}), draft.competencia)


def _named(pergunta: Pergunta, text: str) -> str:
    """The option that a heading or a letter names."""
    for option in pergunta.opcoes:
        found = _OPTION.fullmatch(option)
        letter = _COLUMN.fullmatch(text)
        if found and (fold(found["title"]) == fold(text) or (letter and letter[1].upper() == found["letter"])):
            return option
        if option == text:
            return option
    raise InputError(
        f'"{text}" não é uma das colunas.', do=f"Responda o número ou a letra: {', '.join(pergunta.opcoes)}."
    )


def _place(option: str) -> str:
    """How the mapping names a column: by its heading, or its letter where it has none or shares it."""
    found = _OPTION.fullmatch(option)
    assert found is not None, option
    title = found["title"]
    plain = title in ("", "sem título") or title.startswith("ex.: ")
    return f"coluna {found['letter']}" if plain else title


def _aba(draft: Draft, aba: str) -> AbaMapping:
    return draft.mapping.aba.get(aba, AbaMapping())


def _with_aba(draft: Draft, aba: str, own: AbaMapping) -> Draft:
    return Draft(draft.mapping.model_copy(update={"aba": {**draft.mapping.aba, aba: own}}), draft.competencia)
