"""Pure: whether who the portal shows as signed in is the prestador that the office expects."""

import re
from collections.abc import Iterable

from portals.grid import folded


def is_the_same(shown: str, expected: Iterable[str]) -> bool:
    """Whether one of the names, codes or CNPJs of `expected` stands in `shown`, as whole words or with all digits."""
    return any(_stands(name, shown) for name in expected if name.strip())


def _stands(name: str, shown: str) -> bool:
    digits = "".join(filter(str.isdigit, name))
    if digits and not re.search(r"[^\W\d_]", name):
        return digits in {"".join(filter(str.isdigit, found)) for found in re.findall(r"\d[\d./-]*", shown)}
    return re.search(rf"(?<!\w){re.escape(folded(name))}(?!\w)", folded(shown)) is not None
