"""The glossary is complete: a Portuguese noun of the trade that stands in the model or the ledger is explained."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
ENGLISH = frozenset(
    """
    folded people unclassified without
    clock compared counted explanation generation likeness note order reordered score steady weight
    add adjusts agrees alike allocated already altered answer approval as at attempt balances batch because blocked
    away browser changed
    confidence config confirmed content credentials day decimal denial dialog difference differences done drafts
    enter entries entry error event evidence exit expected expired field figures first gone guard hash hook id
    ids init input iso judged kind lease ledger line lines lost match matches message mismatch missing moved
    multiset name needed needs newer no notice now of page pair pass person phase plan plus portal post posting prepared
    private problem progress proposals read reading ready recognised refused rejected removal report row
    running schema seen session setup sheet silent snapshot start state step str taken text total totals
    trusted turn unavailable unexpected unknown unreadable untrusted utc verdict verdicts waiting why with write
    written wrong
    """.split()  # noqa: SIM905 - a text that is read and edited as one
)


def _words(name: str) -> list[str]:
    return [word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)]


def _names_of_the_model() -> set[str]:
    names = set()
    for path in (ROOT / "agent" / "model").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                names.add(node.name)
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                names.add(node.target.id)
    return names


def _names_of_the_ledger() -> set[str]:
    sql = [path.read_text(encoding="utf-8") for path in (ROOT / "agent" / "ledger" / "migrations").glob("*.sql")]
    return {name for text in sql for name in re.findall(r"create table (?:if not exists )?(\w+)", text)}


def _explained() -> set[str]:
    text = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8").lower()
    words = set(re.findall(r"[a-z]+", text))
    return words | {f"{word}s" for word in words}


def test_every_portuguese_noun_in_the_model_and_the_ledger_is_in_the_glossary() -> None:
    words = {word for name in _names_of_the_model() | _names_of_the_ledger() for word in _words(name)}
    assert sorted(words - _explained() - ENGLISH) == []
