"""The start of a session: what an earlier life left open, or a restored backup forgot, is uncertain."""

from pathlib import Path

from agent.ledger.journal import FileJournal, MemoryJournal
from agent.ledger.sqlite import SqliteDatabase
from agent.ledger.store import Ledger
from agent.model.answer import Unknown
from agent.model.entry import State
from tests.ledger.office import ACCOUNT, CODE, DAY, PORTAL, TTL, Clock, Office, lancamento, movimento


def test_every_open_intent_is_uncertain_at_the_start(office: Office) -> None:
    entries = office.entries(3)
    office.intent(*entries[:2])
    found = office.reopened().ledger.attempts.recover(office.lease)
    assert ([e.id for e in found], office.states(), office.violated()) == (
        [entries[0].id, entries[1].id],
        [State.INCERTA, State.INCERTA, State.PENDENTE],
        set(),
    )


def test_recovering_twice_finds_nothing_more(office: Office) -> None:
    office.intent(*office.entries(1))
    office.ledger.attempts.recover(office.lease)
    assert office.ledger.attempts.recover(office.lease) == []


def test_an_intent_that_never_reached_the_database_is_taken_from_the_journal(office: Office) -> None:
    (entry,) = office.entries(1)
    kept = office.ledger.journal.facts()
    office.ledger.attempts.release(office.intent(entry), "ensaio")
    fact = {**kept[0], "id": "f" * 32}
    office.ledger.journal.append(fact)
    found = office.ledger.attempts.recover(office.lease)
    assert ([e.id for e in found], office.states(), office.violated()) == ([entry.id], [State.INCERTA], set())


def test_an_intent_under_a_login_that_changed_is_recovered_by_the_new_one(office: Office) -> None:
    (entry,) = office.entries(1)
    office.intent(entry)
    office.ledger.months.open(office.mes.clinica, PORTAL, "acesso-2", office.mes.competencia)
    other = office.ledger.leases.take(PORTAL, "acesso-2", "teste", TTL)
    assert [e.state for e in office.ledger.attempts.recover(other)] == [State.INCERTA]


def test_another_logins_intents_are_left_alone(office: Office) -> None:
    office.intent(*office.entries(1))
    other = office.ledger.leases.take(PORTAL, "acesso-2", "teste", TTL)
    assert (office.ledger.attempts.recover(other), office.states()) == ([], [State.ENVIANDO])


class TestAnOldBackup:
    """A copy of the ledger from before some launches, restored after them."""

    def test_what_was_sent_after_it_is_uncertain_not_pendente(self) -> None:
        office, backup = _office_with_backup()
        entries = office.ledger.entries.of(office.mes)
        office.launched(*entries[:2])
        restored = _restored(office, backup)
        restored.ledger.attempts.recover(restored.lease)
        assert (restored.states(), restored.violated()) == ([State.INCERTA, State.INCERTA, State.PENDENTE], set())

    def test_an_entry_it_never_knew_is_made_again_without_its_patient(self) -> None:
        office, backup = _office_with_backup()
        office.import_(*(lancamento(n) for n in range(1, 5)))
        office.launched(office.ledger.entries.of(office.mes)[3])
        restored = _restored(office, backup)
        (found,) = restored.ledger.attempts.recover(restored.lease)
        expected = lancamento(4, beneficiario="", numero_carteira="")
        assert (found.lancamento, found.state, restored.violated()) == (expected, State.INCERTA, set())

    def test_its_patient_comes_back_with_the_next_reading_of_the_sheet(self) -> None:
        office, backup = _office_with_backup()
        office.import_(*(lancamento(n) for n in range(1, 5)))
        office.launched(office.ledger.entries.of(office.mes)[3])
        restored = _restored(office, backup)
        (found,) = restored.ledger.attempts.recover(restored.lease)
        done = restored.import_(*(lancamento(n) for n in range(1, 5)))
        assert (done.same, restored.now(found).lancamento) == (4, lancamento(4))

    def test_a_month_it_holds_as_closed_is_open_until_the_portal_says_otherwise(self) -> None:
        office, _ = _office_with_backup()
        office.launched(*office.ledger.entries.of(office.mes))
        office.closed()
        backup = _image(office)
        _reopen(office)
        office.import_(*(lancamento(n) for n in range(1, 5)))
        office.launched(office.ledger.entries.of(office.mes)[3])
        restored = _restored(office, backup)
        restored.ledger.attempts.recover(restored.lease)
        assert (restored.ledger.months.get(restored.mes.id).state, restored.violated()) == ("aberta", set())

    def test_attempts_after_it_still_count_as_ours_before_and_after_the_recovery(self) -> None:
        office, backup = _office_with_backup()
        office.launched(office.ledger.entries.of(office.mes)[0])
        restored = _restored(office, backup)
        before = _count(restored)
        restored.ledger.attempts.recover(restored.lease)
        assert (before, _count(restored)) == (2, 2)

    def test_a_launch_it_knows_is_not_doubted_by_a_second_attempt_it_does_not(self) -> None:
        office, _ = _office_with_backup()
        entry = office.ledger.entries.of(office.mes)[0]
        fact_of_lost_attempt = office.ledger.journal
        office.launched(entry)
        backup = _image(office)
        fact_of_lost_attempt.append({**office.ledger.journal.facts()[0], "id": "a" * 32})
        restored = _restored(office, backup)
        assert restored.ledger.attempts.recover(restored.lease) == []
        assert (restored.now(entry).state, _count(restored), restored.violated()) == (State.LANCADA, 1 + 2, set())

    def test_a_deletion_it_forgot_is_in_doubt(self) -> None:
        office, backup = _office_with_backup()
        entry = office.ledger.entries.of(office.mes)[0]
        removal = office.ledger.attempts.open_removal(office.lease, office.mes, movimento(entry), "a mais")
        office.ledger.attempts.close_removal(removal, Unknown("sem resposta"))
        restored = _restored(office, backup)
        restored.ledger.attempts.recover(restored.lease)
        assert restored.ledger.attempts.in_doubt(restored.mes)


def test_a_file_ledger_restored_from_an_old_copy_remembers_by_its_journal(tmp_path: Path) -> None:
    clock, journal, path = Clock(), tmp_path / "intencoes.jsonl", tmp_path / "livro.db"
    with Ledger.open(path, journal=journal, clock=clock) as ledger:
        office = Office.at(ledger, clock, lambda: ledger)
        office.entries(1)
        ledger.database.connection.execute("pragma wal_checkpoint(truncate)")
        copy = path.read_bytes()
        office.launched(ledger.entries.of(office.mes)[0])
    for leftover in tmp_path.glob("livro.db*"):
        leftover.unlink()
    path.write_bytes(copy)
    with Ledger.open(path, journal=journal, clock=clock) as ledger:
        clock.turn(2 * TTL)
        lease = ledger.leases.take(PORTAL, ACCOUNT, "teste", TTL)
        assert [e.state for e in ledger.attempts.recover(lease)] == [State.INCERTA]
        assert len(FileJournal(journal).facts()) == 1


def _office_with_backup() -> tuple[Office, bytes]:
    clock, journal = Clock(), MemoryJournal()
    ledger = Ledger.open(":memory:", journal=journal, clock=clock)
    office = Office.at(ledger, clock, lambda **more: Ledger.open(ledger.database, journal=journal, clock=clock, **more))
    office.entries(3)
    return office, _image(office)


def _image(office: Office) -> bytes:
    assert isinstance(office.ledger.database, SqliteDatabase)
    return office.ledger.database.image()


def _restored(office: Office, image: bytes) -> Office:
    ledger = Ledger.open(SqliteDatabase.memory(image), journal=office.ledger.journal, clock=office.clock)
    office.clock.turn(2 * TTL)
    return Office.at(ledger, office.clock, office.again)


def _reopen(office: Office) -> None:
    mes = office.ledger.months.get(office.mes.id)
    office.ledger.plans.approve(mes, "reabrir", "r" * 64, "Ana")
    office.ledger.months.begin_reopen(office.lease, mes, "r" * 64)
    office.ledger.months.reopened(mes, "reaberto", None)


def _count(office: Office) -> int:
    return office.ledger.attempts.count_of(office.mes, "000001", CODE, "", "", DAY)
