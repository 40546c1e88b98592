"""On which skins of a mock portal a test in the browser runs.

Every test runs on the old skin, whose markup is the harder one. Those whose subject is what a person sees run on both,
marked with `on_both_skins`; the rest meet the plain skin in `make test-long`.
"""

from typing import Any

import pytest

PLAIN, OLD = "simples", "antiga"
SKINS: list[Any] = [OLD, pytest.param(PLAIN, marks=pytest.mark.long)]


def on_both_skins(fixture: str = "skin") -> pytest.MarkDecorator:
    """Marks a test that runs on both skins every time; `fixture` is the one that takes the skin's name."""
    return pytest.mark.parametrize(fixture, [PLAIN, OLD], indirect=True)
