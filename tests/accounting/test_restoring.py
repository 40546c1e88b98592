"""A known return to a copy is told by every later audit and fails none; what was changed otherwise is still found."""

import json
import shutil
from pathlib import Path

import pytest

from agent.accounting.auditing import audit_office
from agent.accounting.opening import open_books
from agent.cli.auditar import read_anchor
from agent.cli.edge import run
from agent.cli.main import command
from agent.config.office import Office
from agent.ledger.anchors import Anchors
from agent.model.errors import InputError
from tests.accounting.conftest import NOW


@pytest.fixture
def copied(year: Office, capsys: pytest.CaptureFixture[str]) -> Path:
    """A copy of the year's ledger, to which something was added and audited since."""
    run(command, ["copia", "--json", "--pasta", str(year.folder)])
    changed(year)
    audit_office(year, NOW)
    return Path(json.loads(capsys.readouterr().out)["file"])


def changed(year: Office) -> None:
    with open_books(year) as ledger:
        mes = ledger.months.all()[0]
        refused = next((i, s.glosado) for i, s in ledger.returns.balances(mes).items() if s.glosado)
        ledger.appeals.accept(refused[0], refused[1], who="Ana", reason="sem documento")


def restored(year: Office, copy: Path) -> None:
    assert run(command, ["copia", "--restaurar", str(copy), "--pasta", str(year.folder)]) == 0


def test_after_a_restore_the_ledger_audits_and_says_what_was_left_behind(year: Office, copied: Path) -> None:
    at_copy, beyond = Anchors.beside(year.diario).hashes()
    restored(year, copied)
    changed(year)
    first, second = (audit_office(year, NOW) for _ in range(2))
    (note,) = first.notes
    assert (first.findings, second.findings, second.notes) == ((), (), first.notes)
    assert f"o livro voltou à cópia {copied.name}" in note
    assert f"resumo {at_copy[:12]}…" in note
    assert note.endswith(f"1 resumo guardado depois da cópia não está mais no livro: {beyond[:12]}…")


def test_without_a_known_restore_an_older_ledger_is_found(year: Office, copied: Path) -> None:
    shutil.copyfile(copied, year.livro)
    audit = audit_office(year, NOW)
    assert ([finding.where for finding in audit.findings], audit.notes) == (["corrente"], ())


def test_a_known_restore_excuses_nothing_from_before_the_copy_or_after_it(year: Office, copied: Path) -> None:
    file = year.diario.with_name("ancoras.jsonl")
    older = {"at": "2026-01-01T00:00:00.000Z", "events": 9, "hash": "a" * 64}
    file.write_text(json.dumps(older) + "\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    restored(year, copied)
    Anchors.beside(year.diario).keep(NOW, 9, "b" * 64)
    found = {finding.text[:21] for finding in audit_office(year, NOW).findings}
    assert found == {f"o resumo {letter * 12}" for letter in "ab"}


def test_what_was_kept_on_a_branch_that_was_left_again_is_beyond_the_copy(tmp_path: Path) -> None:
    anchors = Anchors(tmp_path / "ancoras.jsonl")
    for events, letter in ((1, "a"), (9, "b")):
        anchors.keep(NOW, events, letter * 64)
    first = anchors.note_restore(NOW, 1, "a" * 64, who="Ana", copy="livro-1.sqlite3")
    anchors.keep(NOW, 3, "c" * 64)
    again = anchors.note_restore(NOW, 9, "b" * 64, who="Ana", copy="livro-2.sqlite3")
    assert (first.beyond, again.beyond) == (("b" * 64,), ("a" * 64, "c" * 64))


def test_a_hash_is_taken_as_printed_and_nothing_else_is() -> None:
    assert read_anchor(f" {'AB' * 32}\n") == "ab" * 32
    with pytest.raises(InputError, match='"deadbeef" não é um resumo'):
        read_anchor("deadbeef")
