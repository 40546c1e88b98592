"""A copy is made while the ledger is in use, proved, and leads back."""

import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from agent.ledger.anchors import Anchors
from agent.ledger.copying import check_copy, copy_evidence, damage, make_copy, restore, way_back
from agent.ledger.evidence import Of
from agent.ledger.store import Ledger
from agent.model.entry import State
from agent.model.errors import AlreadyRunning, LedgerError
from agent.model.registro import Evidence
from tests.ledger.office import ACCOUNT, CLINICA, OUTUBRO, PORTAL, TTL, Clock, Office


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Office]:
    """An office on a file, with its journal beside it."""
    clock, livro, journal = Clock(), tmp_path / "livro" / "faturista.sqlite3", tmp_path / "intencoes.jsonl"
    livro.parent.mkdir()

    def again(**more: object) -> Ledger:
        return Ledger.open(livro, journal=journal, clock=clock, durable=False)

    with again() as ledger:
        yield Office.at(ledger, clock, again)


def livro_of(tmp_path: Path) -> Path:
    return tmp_path / "livro" / "faturista.sqlite3"


def test_a_copy_made_within_another_s_transaction_holds_what_was_committed(at: Office, tmp_path: Path) -> None:
    at.launched(*at.entries(2))
    at.ledger.database.begin()
    at.sql("update lancamento set motivo = 'ainda não gravado'")
    copy = make_copy(livro_of(tmp_path), tmp_path / "copias", at.clock())
    at.ledger.database.rollback()
    assert (copy.events, copy.anchor) == (len(at.ledger.events.all()), at.ledger.checks.anchor())
    assert check_copy(Path(copy.file)) == copy
    assert sorted(file.suffix for file in (tmp_path / "copias").iterdir()) == [".json", ".sqlite3"]


def test_what_was_sent_after_a_copy_is_doubtful_after_its_restore(at: Office, tmp_path: Path) -> None:
    entries = at.entries(2)
    copy = make_copy(livro_of(tmp_path), tmp_path / "copias", at.clock())
    at.launched(entries[0])
    at.ledger.close()
    at.clock.turn(2 * TTL)
    aside = restore(Path(copy.file), livro_of(tmp_path), at.clock())
    with at.again() as ledger:
        ledger.attempts.recover(ledger.leases.take(PORTAL, ACCOUNT, "depois", TTL))
        states = [entry.state for entry in ledger.entries.of(at.mes)]
        intact = ledger.auditor.audit([copy.anchor]).intact
    assert (states, intact) == ([State.INCERTA, State.PENDENTE], True)
    assert aside is not None
    assert sqlite3.connect(aside).execute("select count(*) from attempt").fetchone() == (1,)


def test_a_restore_waits_for_whoever_is_at_work(at: Office, tmp_path: Path) -> None:
    copy = make_copy(livro_of(tmp_path), tmp_path / "copias", at.clock())
    with pytest.raises(AlreadyRunning, match="um faturista está trabalhando neste livro"):
        restore(Path(copy.file), livro_of(tmp_path), at.clock() + TTL / 2)


def test_a_copy_that_was_changed_is_not_restored(at: Office, tmp_path: Path) -> None:
    copy = Path(make_copy(livro_of(tmp_path), tmp_path / "copias", at.clock()).file)
    whole = copy.read_bytes()
    copy.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    with pytest.raises(LedgerError, match="a cópia não é mais o que foi gravado"):
        restore(copy, livro_of(tmp_path), at.clock() + 2 * TTL)
    assert at.ledger.checks.verify_chain().intact


def test_a_ledger_whose_chain_is_broken_is_not_copied(at: Office, tmp_path: Path) -> None:
    at.sql("drop trigger guard_event_update")
    at.sql("update event set actor = 'outro' where seq = 1")
    with pytest.raises(LedgerError, match="o evento 1 não é o que foi escrito"):
        make_copy(livro_of(tmp_path), tmp_path / "copias", at.clock())
    assert list((tmp_path / "copias").iterdir()) == []


def test_a_damaged_file_is_told_with_the_newest_good_copy(at: Office, tmp_path: Path) -> None:
    at.entries(40)
    make_copy(livro_of(tmp_path), tmp_path / "copias", at.clock())
    newer = Path(make_copy(livro_of(tmp_path), tmp_path / "copias", at.clock() + timedelta(days=1)).file)
    newer.write_bytes(b"estragada")
    at.ledger.close()
    livro = livro_of(tmp_path)
    assert damage(livro) == ()
    content = bytearray(livro.read_bytes())
    content[4096 * 3 : 4096 * 30] = bytes(4096 * 27)
    livro.write_bytes(content)
    assert damage(livro)[0].startswith("o arquivo do livro está danificado (")
    assert way_back(tmp_path / "copias") == (
        "A última cópia boa é de 2026-11-03 09:00 UTC: faturista copia --restaurar livro-20261103-090000.sqlite3"
    )


def test_a_table_that_is_not_defined_as_it_was_is_damage_and_not_copied(at: Office, tmp_path: Path) -> None:
    at.ledger.close()
    livro = livro_of(tmp_path)
    connection = sqlite3.connect(livro)
    connection.execute("pragma writable_schema = on")
    connection.execute("update sqlite_master set sql = replace(sql, 'valor_glosa >= 0', 'valor_glosa >= 9')")
    connection.commit()
    connection.close()
    told = "a definição da tabela linha_retorno não é a do faturista"
    assert damage(livro) == (f"o arquivo do livro está danificado ({told})",)
    with pytest.raises(LedgerError, match=told):
        make_copy(livro, tmp_path / "copias", at.clock())


def test_without_a_good_copy_nothing_is_to_be_deleted(tmp_path: Path) -> None:
    assert way_back(tmp_path) == ("Não há cópia boa na pasta copias. Chame quem instalou o faturista; não apague nada.")


def test_only_new_evidence_is_copied(tmp_path: Path) -> None:
    with Ledger.open(":memory:", journal=None, evidence_dir=tmp_path / "provas") as ledger:
        of = Of(ledger.months.open(CLINICA, PORTAL, ACCOUNT, OUTUBRO).id, (), "parada")
        ledger.evidence.add(of, Evidence("html", "uma", b"1"))
        first = copy_evidence(tmp_path / "provas", tmp_path / "copias")
        ledger.evidence.add(of, Evidence("html", "outra", b"2"))
        second = copy_evidence(tmp_path / "provas", tmp_path / "copias")
    names = [sorted(p.name for p in (tmp_path / folder).rglob("*.html")) for folder in ("provas", "copias")]
    assert (first, second, names[0]) == (1, 1, names[1])


def test_an_anchor_is_kept_once(tmp_path: Path) -> None:
    anchors = Anchors(tmp_path / "diario" / "ancoras.jsonl")
    for hash_ in ("a" * 64, "a" * 64, "b" * 64):
        anchors.keep(Clock().now, 3, hash_)
    assert Anchors(tmp_path / "diario" / "ancoras.jsonl").hashes() == ["a" * 64, "b" * 64]
