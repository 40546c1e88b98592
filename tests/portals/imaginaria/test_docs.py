"""docs/novo-portal.md counts the files and lines of the example, and they are few enough."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "portals" / "imaginaria"
DOC = (ROOT / "docs" / "novo-portal.md").read_text(encoding="utf-8")


def _counted() -> dict[str, int]:
    kinds = {".py", ".toml", ".js", ".html"}
    files = [path for path in FOLDER.rglob("*") if path.suffix in kinds]
    return {path.relative_to(FOLDER).as_posix(): len(path.read_text("utf-8").splitlines()) for path in files}


def test_the_page_counts_every_file_and_line_of_the_example() -> None:
    told = {name: int(lines) for name, lines in re.findall(r"^\| `([\w./]+)` \| (\d+) \|", DOC, re.MULTILINE)}
    assert told == _counted()
    assert f"{len(told)} files, {sum(told.values())} lines." in DOC


def test_a_portal_is_at_most_thirteen_files_and_five_hundred_lines() -> None:
    counted = _counted()
    assert (len(counted) <= 13, sum(counted.values()) <= 500) == (True, True)


def test_every_file_that_the_page_names_is_there_and_the_registry_line_is_the_real_one() -> None:
    named = set(re.findall(r"`((?:portals|tests|agent|mappings)/[\w/.]+)`", DOC))
    (line,) = re.findall(r"^\s+(\"imaginaria\": .+)$", DOC, re.MULTILINE)
    assert sorted(path for path in named if not (ROOT / path).exists()) == []
    assert line in (ROOT / "portals" / "registry.py").read_text("utf-8")
