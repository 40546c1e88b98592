"""The journal outside the database: whole lines or none, whatever dies while it is written."""

import os
from pathlib import Path

import pytest

from agent.ledger.journal import Fact, FileJournal, FolderJournal, unknown


@pytest.fixture
def journal(tmp_path: Path) -> FileJournal:
    return FileJournal(tmp_path / "intencoes.jsonl")


def test_a_journal_that_was_never_written_is_empty(journal: FileJournal) -> None:
    assert journal.facts() == []


def test_facts_come_back_in_order_and_again_from_a_new_reader(tmp_path: Path) -> None:
    path = tmp_path / "intencoes.jsonl"
    facts = [{"id": "á", "n": n} for n in range(3)]
    for fact in facts:
        FileJournal(path).append(fact)
    assert FileJournal(path).facts() == facts


def test_a_reader_sees_what_another_process_appended_since(tmp_path: Path) -> None:
    path = tmp_path / "intencoes.jsonl"
    reader, other = FileJournal(path), FileJournal(path)
    seen = []
    for n in range(2):
        other.append({"n": n})
        seen.append(list(reader.facts()))
    assert seen == [[{"n": 0}], [{"n": 0}, {"n": 1}]]


@pytest.mark.parametrize("torn", [b'{"kind":"lau', b"{", b"\x00\x00", b'{"n":1}', b"[]\n", b"lixo\n"])
def test_a_torn_last_line_is_passed_over_and_what_follows_is_not_lost(tmp_path: Path, torn: bytes) -> None:
    path = tmp_path / "intencoes.jsonl"
    FileJournal(path).append({"n": 0})
    with path.open("ab") as file:
        file.write(torn)
    before = list(FileJournal(path).facts())
    FileJournal(path).append({"n": 2})
    after = FileJournal(path).facts()
    assert (before, after[0], after[-1]) == ([{"n": 0}], {"n": 0}, {"n": 2})


def test_every_line_is_on_the_disk_before_the_append_returns(
    journal: FileJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[bool] = []
    real = os.fsync

    def fsync(handle: int) -> None:
        synced.append(True)
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    journal.append({"n": 0})
    first = len(synced)
    journal.append({"n": 1})
    folders = 1 if hasattr(os, "O_DIRECTORY") else 0
    assert (first, len(synced)) == (1 + folders, 2 + folders)


def test_a_disk_that_refuses_is_not_hidden(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="intencoes"):
        FileJournal(tmp_path / "nenhuma" / "intencoes.jsonl").append({"n": 0})


@pytest.mark.parametrize(
    ("facts", "known", "lost"),
    [
        ([], set(), []),
        ([{"kind": "launch", "id": "a"}], set(), ["a"]),
        ([{"kind": "launch", "id": "a"}], {"a"}, []),
        ([{"kind": "launch", "id": "a"}, {"kind": "void", "id": "a"}], set(), []),
        ([{"kind": "removal", "id": "a"}], set(), []),
    ],
)
def test_what_the_database_does_not_know_is_lost_unless_it_is_void(
    facts: list[Fact], known: set[str], lost: list[str]
) -> None:
    assert [fact["id"] for fact in unknown(facts, "launch", known)] == lost


def test_each_machine_writes_a_file_of_its_own_and_reads_those_of_all(tmp_path: Path) -> None:
    path = tmp_path / "intencoes.jsonl"
    FileJournal(path).append({"id": "antes"})  # of the days of one machine
    one, other = FolderJournal(path, "um"), FolderJournal(path, "dois")
    for n, journal in enumerate((one, other, one)):
        journal.append({"id": n})

    seen = [sorted(str(fact["id"]) for fact in journal.facts()) for journal in (one, other)]

    assert seen == [["0", "1", "2", "antes"]] * 2
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "intencoes-dois.jsonl",
        "intencoes-um.jsonl",
        "intencoes.jsonl",
    ]
