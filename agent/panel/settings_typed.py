"""Pure: what a person typed into a form of the settings, as changes of the file."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from agent.config.toml_edit import Value, value_at
from agent.config.toml_lines import KeyPath
from agent.panel.settings_shape import Campo, Control, Secao, shown

_NUMBER = re.compile(r"-?\d{1,9}", re.ASCII)
_SECONDS = re.compile(r"(\d{1,6})(?:[.,](\d{1,3}))?", re.ASCII)
_YES, _NO = "sim", "não"
MOST_LINES, LONGEST = 400, 2000


@dataclass(frozen=True, slots=True)
class Typed:
    """One section filled in: each field's text as it was typed, what would change, and what cannot be read."""

    texts: Mapping[str, str]
    changes: dict[KeyPath, Value | None] = field(default_factory=dict)
    complaints: dict[str, str] = field(default_factory=dict)


def texts_of(secao: Secao, data: Mapping[str, Any]) -> dict[str, str]:
    """The section as it stands in the file, as texts to be typed over."""
    return {campo.chave: shown(value_at(data, (*secao.path, campo.chave)), campo) for campo in secao.campos}


def typed(secao: Secao, data: Mapping[str, Any], form: Mapping[str, str]) -> Typed:
    """The form of a section held against the file. A field that the form does not bring stays as it is."""
    found = Typed({campo.chave: _text(campo, form, secao, data) for campo in secao.campos})
    for campo in secao.campos:
        path = (*secao.path, campo.chave)
        try:
            value = _value(campo, found.texts[campo.chave])
        except ValueError as error:
            found.complaints[campo.chave] = str(error)
            continue
        before = value_at(data, path)
        if value != _alike(before, value):
            found.changes[path] = value
    if secao.optional and not found.complaints and _empty(secao, data, found):
        found.changes.clear()
        if value_at(data, secao.path) is not None:
            found.changes[secao.path] = None
    return found


def _alike(before: Any, value: Value | None) -> Any:
    """One path and a list of one are the same to the file."""
    return [before] if isinstance(before, str) and isinstance(value, list) else before


def _empty(secao: Secao, data: Mapping[str, Any], found: Typed) -> bool:
    """Whether nothing is left in the section, neither of the form's nor of what the panel does not show."""
    there = value_at(data, secao.path) or {}
    others = set(there) - {campo.chave for campo in secao.campos}
    return not any(found.texts.values()) and not others


def _text(campo: Campo, form: Mapping[str, str], secao: Secao, data: Mapping[str, Any]) -> str:
    if campo.control is Control.MARCAS:
        chosen = [name for name in campo.opcoes if form.get(f"{campo.chave}.{name}") == "1"]
        return ", ".join(chosen)
    if campo.chave not in form:
        return shown(value_at(data, (*secao.path, campo.chave)), campo)
    return form[campo.chave].replace("\r\n", "\n").strip()


def _value(campo: Campo, text: str) -> Value | None:
    """What the file would say. Raises ValueError with what is wrong (pt-BR)."""
    if not text:
        return None
    if len(text) > LONGEST or not text.replace("\n", "").isprintable():
        raise ValueError("o texto é longo demais, ou tem sinais que não se veem")
    if campo.control is Control.LISTA:
        return [line.strip() for line in text.split("\n")[:MOST_LINES] if line.strip()]
    if "\n" in text:
        raise ValueError("deve caber em uma linha")
    return _READ[campo.control](text)


def _integer(text: str) -> int:
    if not _NUMBER.fullmatch(text):
        raise ValueError(f'deve ser um número inteiro; está "{text}"')
    return int(text)


def _seconds(text: str) -> int | float:
    match = _SECONDS.fullmatch(text)
    if match is None:
        raise ValueError(f'deve ser um número de segundos, como 30 ou 0,5; está "{text}"')
    return float(f"{match[1]}.{match[2]}") if match[2] else int(match[1])


def _flag(text: str) -> bool:
    if text not in (_YES, _NO):
        raise ValueError("deve ser sim ou não")
    return text == _YES


def _plain(text: str) -> str:
    return text


_READ: Mapping[Control, Callable[[str], Value]] = {
    Control.TEXTO: _plain,
    Control.ESCOLHA: _plain,
    Control.NUMERO: _integer,
    Control.SEGUNDOS: _seconds,
    Control.SIM_NAO: _flag,
    Control.MARCAS: lambda text: text.split(", "),
}
