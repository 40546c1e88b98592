"""What is wrong with a faturista.toml, in pt-BR: line, key, what was seen, the nearest right key."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import UnionType
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from agent.config.toml_lines import KeyPath, line_of

_SECRETS = {"senha", "password", "pin"}
_CREDENTIALS = re.compile(r"//[^/]*@")

MISSING = "esta chave é obrigatória e não foi escrita."

_WRONG = {
    "string_type": "deve ser um texto entre aspas",
    "string_too_short": "não pode ficar vazio",
    "bool_type": "deve ser true ou false, sem aspas",
    "int_type": "deve ser um número inteiro, sem aspas",
    "float_type": "deve ser um número de segundos, sem aspas",
    "greater_than": "deve ser maior que zero",
    "less_than_equal": "não pode passar de 86400 segundos (um dia)",
    "path_type": "deve ser um caminho entre aspas",
    "tuple_type": "deve ser um caminho entre aspas ou uma lista deles",
    "model_type": "deve ser uma seção com chaves, não um valor solto",
    "dict_type": "deve ser uma seção com chaves, não um valor solto",
    "too_short": "precisa ter pelo menos um item",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong (pt-BR) with the key at `path`."""

    path: KeyPath
    what: str


def suggestion(seen: str, known: Iterable[str]) -> str:
    """' Você quis dizer "x"?' for the nearest known word, "" when none is near."""
    near = get_close_matches(seen, sorted(known), n=1, cutoff=0.6)
    return f' Você quis dizer "{near[0]}"?' if near else ""


def sentence(path: KeyPath, what: str, lines: Mapping[KeyPath, int]) -> str:
    """One problem: where it stands, then what is wrong."""
    line = line_of(dict(lines), path)
    place = f"linha {line}, " if line else ""
    return f"{place}{'.'.join(path)}: {what}"


def sentences(problems: Iterable[Problem], lines: Mapping[KeyPath, int]) -> list[str]:
    """Problems as they are told, in the file's order."""
    found = [
        (line_of(dict(lines), problem.path) or 0, sentence(problem.path, problem.what, lines)) for problem in problems
    ]
    return [text for _, text in sorted(found, key=lambda pair: pair[0])]


def problems_of(error: ValidationError, model: type[BaseModel]) -> list[Problem]:
    """Every problem that pydantic found, each at its key."""
    return [_placed(detail, model) for detail in error.errors()]


def _placed(detail: ErrorDetails, model: type[BaseModel]) -> Problem:
    path = tuple(str(part) for part in detail["loc"] if part != "[key]")
    return Problem(path, _what(detail, path, model))


def _what(detail: ErrorDetails, path: KeyPath, model: type[BaseModel]) -> str:
    kind = detail["type"]
    if kind == "missing":
        return MISSING
    if kind == "extra_forbidden":
        return _unknown_key(path, model)
    if kind == "literal_error":
        return _not_one_of(detail, path)
    if kind == "string_pattern_mismatch":
        return "o nome curto só pode ter letras minúsculas sem acento, números e hífen."
    reason = str(detail["ctx"]["error"]) if kind == "value_error" else _WRONG.get(kind, f"valor inválido ({kind})")
    return f"{reason}; está {_shown(detail['input'])}."


def _unknown_key(path: KeyPath, model: type[BaseModel]) -> str:
    """The value of a key that should not be there is never shown: it may be a password."""
    if path[-1].lower() in _SECRETS:
        return "senhas não ficam neste arquivo. Apague esta linha e guarde a senha com: faturista senha"
    known = _keys_at(path[:-1], model)
    return f"esta chave não existe.{suggestion(path[-1], known) or _all_of(known)}"


def _not_one_of(detail: ErrorDetails, path: KeyPath) -> str:
    expected = [word.strip(" '") for word in detail["ctx"]["expected"].replace(" or ", ", ").split(",")]
    seen = detail["input"]
    if detail["loc"][-1] == "[key]":
        return f"este portal não é conhecido.{suggestion(path[-1], expected) or _all_of(expected)}"
    near = suggestion(seen, expected) if isinstance(seen, str) else ""
    return f"está {_shown(seen)}.{near or _all_of(expected)}"


def _all_of(known: Collection[str]) -> str:
    return " Pode ser: " + ", ".join(f'"{word}"' for word in known) + "." if known else ""


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return '"' + "".join(c if c.isprintable() else "·" for c in _CREDENTIALS.sub("//…@", value)) + '"'
    return str(value) if isinstance(value, int | float) else "outra coisa"


def _keys_at(path: KeyPath, model: type[BaseModel]) -> list[str]:
    """The keys that the model allows in the table at `path`; a dict's own key is any name."""
    fields: type[BaseModel] | None = model
    through_dict: type[BaseModel] | None = None
    for part in path:
        if through_dict is not None:
            fields, through_dict = through_dict, None
        elif fields is not None and part in fields.model_fields:
            annotation = fields.model_fields[part].annotation
            fields, through_dict = _model_in(annotation), _value_model_in(annotation)
    return list(fields.model_fields) if fields and through_dict is None else []


def _model_in(annotation: object) -> type[BaseModel] | None:
    """The section that an annotation names, by itself or as "section or None"."""
    kinds = get_args(annotation) if isinstance(annotation, UnionType) else (annotation,)
    return next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)), None)


def _value_model_in(annotation: object) -> type[BaseModel] | None:
    inner = get_args(annotation)
    return _model_in(inner[1]) if len(inner) == 2 else None
