"""docs/ipasem.md names tests that there are, and every verb of the manual."""

import re
from pathlib import Path

from portals.ipasem.portal import Ipasem
from portals.more import Alters, Consults, Prints, RecoversPassword, Remembers, Reopens

ROOT = Path(__file__).parents[3]
DOC = (ROOT / "docs" / "ipasem.md").read_text(encoding="utf-8")


def test_every_test_that_the_page_names_is_there() -> None:
    named = set(re.findall(r"\b(test_[a-z_]{20,})`", DOC))
    there = {
        name for f in (ROOT / "tests").rglob("*.py") for name in re.findall(r"def (test_\w+)", f.read_text("utf-8"))
    }
    assert (sorted(named - there), len(named) > 30) == ([], True)


def test_every_file_that_the_page_names_is_there() -> None:
    files = set(re.findall(r"`(tests/[\w/]+(?:\.py)?)", DOC))
    assert sorted(path for path in files if not (ROOT / path).exists()) == []


def test_ipasem_can_all_that_its_manual_asks() -> None:
    kinds = (Alters, Consults, Prints, RecoversPassword, Remembers, Reopens)
    verbs = {name for kind in kinds for name in vars(kind) if not name.startswith("_")}
    assert {verb for verb in verbs if not callable(getattr(Ipasem, verb, None))} == set()
    assert {verb for verb in verbs if f"`{verb}`" not in DOC} == set()
