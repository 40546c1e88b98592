"""Every file and every test that the README or a page of docs/ names is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
_FILE = re.compile(r"`(tests/[\w/]+(?:\.py)?)")
_TEST = re.compile(r"`(?:(tests/[\w/]+\.py))?::(test_\w+)`")


def _named(page: str) -> list[tuple[str, str]]:
    """Each "file::test" of a page; "::test" alone is of the file that was named last."""
    found, file = [], ""
    for match in _TEST.finditer(page):
        file = match[1] or file
        found.append((file, match[2]))
    return found


def _there(file: str, pattern: str) -> bool:
    return bool(re.search(pattern, (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_what_a_page_names_among_the_tests_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    files = {path for path in _FILE.findall(text) if not (ROOT / path).exists()}
    tests = {
        f"{file}::{name}" for file, name in _named(text) if file not in files and not _there(file, rf"^def {name}\(")
    }
    assert (files, tests) == (set(), set())


STEPS = [
    "Acesso ao sistema",
    "Envio de arquivos XML",
    "Histórico de arquivos XML enviado",
    "Faturamento Simplificado",
    "Faturamento Detalhado",
    "Faturamento de Honorário Individual",
    "Faturamento Seriado Múltiplo",
    "Protocolos de faturamento",
    "(vendor) Demonstrativos de pagamentos",
]


@pytest.mark.parametrize("step", STEPS)
def test_each_step_of_the_cassind_manual_has_a_test_on_both_skins(step: str) -> None:
    text = (ROOT / "docs" / "cassind.md").read_text(encoding="utf-8")
    [row] = [line for line in text.splitlines() if line.startswith(f"| {step} |")]
    file, name = _named(row)[0]
    assert _there(file, rf"^@on_both_skins\(\)\n(?:@.*\n)*def {name}\(")
