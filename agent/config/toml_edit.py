"""Changes values in a TOML text; comments, order and all that was not meant stay as they were written."""

import tomllib
from collections.abc import Mapping, MutableMapping
from copy import deepcopy
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import InlineTable

from agent.config.toml_lines import KeyPath
from agent.model.errors import InputError

Value = str | int | float | bool | list[str]
Changes = Mapping[KeyPath, Value | None]
"""What each key is to say; None takes it away, a whole section where the path is one."""


def edited(text: str, changes: Changes) -> str:
    """The text with exactly these changes. Raises InputError where it is written in a way that cannot be edited."""
    wanted = _changed(tomllib.loads(text), changes)
    windows = "\r\n" in text
    try:
        document = tomlkit.parse(text.replace("\r\n", "\n"))
        for path, value in changes.items():
            _put(document, path, value)
        new = tomlkit.dumps(document)
        held = tomllib.loads(new)
    except (TOMLKitError, tomllib.TOMLDecodeError, TypeError, KeyError):
        raise _by_hand() from None
    if held != wanted:
        raise _by_hand()
    return new.replace("\n", "\r\n") if windows else new


def value_at(data: Mapping[str, Any], path: KeyPath) -> Any:
    """What stands at the key; None where nothing does."""
    found: Any = data
    for part in path:
        if not isinstance(found, Mapping) or part not in found:
            return None
        found = found[part]
    return found


def _changed(data: dict[str, Any], changes: Changes) -> dict[str, Any]:
    """What the file is to say: the judge of what the editor made of it."""
    new = deepcopy(data)
    for path, value in changes.items():
        table = new
        for part in path[:-1]:
            table = table.setdefault(part, {})
        if value is None:
            table.pop(path[-1], None)
        else:
            table[path[-1]] = value
    return new


def _put(document: MutableMapping[str, Any], path: KeyPath, value: Value | None) -> None:
    table = document
    for number, part in enumerate(path[:-1]):
        if part not in table:
            table[part] = _section(table, last=number == len(path) - 2)
        table = table[part]
    if value is None:
        table.pop(path[-1], None)
    else:
        table[path[-1]] = value


def _section(within: object, *, last: bool) -> Any:
    """A new one; within an inline table only an inline one can stand."""
    return tomlkit.inline_table() if isinstance(within, InlineTable) else tomlkit.table(is_super_table=not last)


def _by_hand() -> InputError:
    return InputError(
        "o arquivo está escrito de um jeito que o painel não sabe mudar sem mexer no resto.",
        where="faturista.toml",
        do="Nada foi gravado. Faça esta mudança no próprio arquivo.",
    )
