"""Pure: whether who the portal shows as signed in is the prestador that the office expects."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from portals.grid import folded

_CNPJ = re.compile(r"(?<!\d)\d{2}\.?\d{3}\.?\d{3}/?\d{4}-?\d{2}(?!\d)")
_CODE = re.compile(r"^\W*(\d[\d.-]*)(?=\W|$)")


@dataclass(frozen=True)
class _Told:
    """What a text says of a prestador; "" for what it does not say."""

    code: str
    cnpj: str
    name: str


def is_the_same(shown: str, expected: Iterable[str]) -> bool:
    """Whether `shown` tells of the prestador whose code, name or CNPJ `expected` has.

    CNPJ and code decide where both sides tell them, and must all agree; else the whole name does. A name that is part
    of another is another's.
    """
    told, wanted = _told(shown), [_told(text) for text in expected if text.strip()]
    compared = []
    for kind in ("cnpj", "code"):
        known = {getattr(each, kind) for each in wanted} - {""}
        if known and getattr(told, kind):
            compared.append(getattr(told, kind) in known)
    if compared:
        return all(compared)
    return bool(told.name) and told.name in {each.name for each in wanted}


def _told(text: str) -> _Told:
    cnpj = _CNPJ.search(text)
    rest = text[: cnpj.start()] + text[cnpj.end() :] if cnpj else text
    code = _CODE.match(rest)
    rest = rest[code.end() :] if code else rest
    words = [word for word in re.findall(r"\w+", folded(rest)) if word != "cnpj"]
    return _Told(_digits(code[1]) if code else "", _digits(cnpj[0]) if cnpj else "", " ".join(words))


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
