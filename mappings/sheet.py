"""What a clinic's own mapping file says about its spreadsheets: a TOML that a biller edits."""

import difflib
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agent.model.errors import ConfigError
from agent.model.lancamento import Kind
from mappings.campo import Campo
from mappings.regras import Regras


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Padroes(_Frozen):
    """Values for a clinic whose sheet has no such column; a cell that says otherwise wins."""

    codigo_procedimento: str = ""
    codigo_conselho: str = ""
    profissional: str = ""


class AbaMapping(_Frozen):
    """What is special to one sheet; empty means: as the rest of the file."""

    portal: str = ""
    tipo: Kind | None = None
    colunas: dict[Campo, str] = Field(default_factory=dict)


class SheetMapping(_Frozen):
    """How to read one clinic's spreadsheets.

    `colunas` and each `aba` name a column by its heading ("Nº da Guia") or its letter ("coluna C").
    `abas` lists the sheets to read, in any case and accents; empty reads every visible one.
    `regras`: what the clinic's contracts say of each portal, for the forecast of glosas.
    `ignorar`: headings of columns that say nothing to us, so that none of them is asked about or warned of.
    `ordem_das_datas`: "dma" (dd/mm/aaaa) or "mda" (mm/dd/aaaa), for text dates that could be either.
    """

    portal: str = ""
    tipo: Kind | None = None
    abas: tuple[str, ...] = ()
    ignorar: tuple[str, ...] = ()
    ordem_das_datas: Literal["dma", "mda"] | None = None
    colunas: dict[Campo, str] = Field(default_factory=dict)
    padroes: Padroes = Padroes()
    aba: dict[str, AbaMapping] = Field(default_factory=dict)
    regras: dict[str, Regras] = Field(default_factory=dict)


def load_mapping(path: Path) -> SheetMapping:
    """Read a clinic's mapping file. Raises ConfigError with every problem at once, each with the nearest right key."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise ConfigError(
            ["o mapeamento não pôde ser lido; confira o caminho e salve como UTF-8"], where=path.name
        ) from None
    try:
        return SheetMapping.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as problem:
        raise ConfigError([f"não é um TOML válido: {problem}"], where=path.name) from None
    except ValidationError as problem:
        raise ConfigError(_sentences(problem), where=path.name) from None


def _sentences(problem: ValidationError) -> Iterator[str]:
    for error in problem.errors(include_url=False):
        place = [str(part) for part in error["loc"] if part != "[key]"]
        yield _sentence(".".join(place), place, error["type"], error["msg"])


def _sentence(key: str, place: list[str], kind: str, message: str) -> str:
    if kind == "extra_forbidden":
        return f'"{key}" não existe{_did_you_mean(place[-1], _known(place))}'
    if kind == "enum" and "tipo" in place:
        return f'"{key}" deve ser um de: {", ".join(Kind)}'
    if kind == "enum":
        return f'"{key}" não é um campo do faturista{_did_you_mean(place[-1], tuple(Campo))}'
    if kind == "literal_error":
        return f'"{key}" deve ser "dma" ou "mda"'
    return f'"{key}" não pôde ser lido: {message}'


def _known(place: list[str]) -> tuple[str, ...]:
    if place[0] == "padroes" and len(place) > 1:
        return tuple(Padroes.model_fields)
    return tuple(AbaMapping.model_fields if place[0] == "aba" and len(place) > 2 else SheetMapping.model_fields)


def _did_you_mean(word: str, known: tuple[str, ...]) -> str:
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return f'; você quis dizer "{near[0]}"?' if near else f"; os que existem são: {', '.join(known)}"
