"""What was written can be proved unchanged, against a hash that is kept elsewhere."""

import pytest

from agent.ledger.canonical import canonical
from agent.ledger.events import FIRST, digest, link_digest
from tests.ledger.office import Office, demonstrativo, linha, match


@pytest.fixture
def told(office: Office) -> Office:
    """A history with postings, of which the guards were taken away."""
    entry = office.launched(*office.entries(2))[0]
    office.ledger.returns.import_(office.mes, demonstrativo(linha(1, entry, liberado=6000, glosa=500)))
    (line,) = office.ledger.returns.lines(office.mes)
    office.ledger.returns.apply(office.mes, [match(entry, line.id, liberado=6000, glosa=500)])
    _unguard(office)
    return office


def test_an_untouched_history_is_intact(told: Office) -> None:
    chain = told.ledger.checks.verify_chain(told.ledger.checks.anchor())
    assert (chain.events, chain.problems) == (len(told.ledger.events.all()), ())


def test_an_empty_ledgers_anchor_stands_in_every_history(told: Office) -> None:
    assert told.ledger.checks.verify_chain(FIRST).intact


def test_an_older_anchor_still_stands_when_more_happened(told: Office) -> None:
    anchor = told.ledger.checks.anchor()
    told.ledger.problems.open(told.mes, "prazo", "recurso vence")
    assert told.ledger.checks.verify_chain(anchor).intact


@pytest.mark.parametrize(
    "change",
    ["at = at || 'x'", "actor = 'outro'", "kind = 'x'", "mes_id = 99", "entity = 'x'", "entity_id = entity_id + 1"],
)
def test_a_changed_field_of_an_event_is_found(told: Office, change: str) -> None:
    told.sql(f"update event set {change} where seq = 3")
    assert told.ledger.checks.verify_chain().problems == ("o evento 3 não é o que foi escrito",)


def test_every_changed_letter_of_a_body_is_found(told: Office) -> None:
    events = told.ledger.events.all()
    for event in events:
        whole = canonical(event.body)
        told.sql(f"update event set body = '{whole[:-1]} }}' where seq = {event.seq}")
        found = told.ledger.checks.verify_chain().problems
        told.sql(f"update event set body = '{whole}' where seq = {event.seq}")
        assert f"o evento {event.seq} não é o que foi escrito" in found
    assert told.ledger.checks.verify_chain().intact


def test_an_event_taken_out_of_the_middle_is_found(told: Office) -> None:
    told.sql("delete from event where seq = 3")
    assert not told.ledger.checks.verify_chain().intact


def test_a_removed_tail_is_found_against_the_anchor(told: Office) -> None:
    told.ledger.problems.open(told.mes, "prazo", "recurso vence")
    anchor = told.ledger.checks.anchor()
    told.sql(f"delete from event where hash = '{anchor}'")
    assert told.ledger.checks.verify_chain().intact
    assert told.ledger.checks.verify_chain(anchor).problems == (
        "o resumo guardado fora do livro não está na corrente: o fim ou o todo foi trocado",
    )


def test_a_wholly_rewritten_chain_is_found_against_the_anchor(told: Office) -> None:
    anchor = told.ledger.checks.anchor()
    prev = FIRST
    for row in told.sql("select * from event order by seq").fetchall():
        seq, at, actor, kind, mes_id, entity, entity_id, body, _, _ = row
        hash_ = digest([seq, at, "outro", kind, mes_id, entity, entity_id, body, prev])
        told.sql(f"update event set actor = 'outro', prev = '{prev}', hash = '{hash_}' where seq = {seq}")
        prev = hash_
    assert actor != "outro"
    assert (told.ledger.checks.verify_chain().intact, told.ledger.checks.verify_chain(anchor).intact) == (True, False)


@pytest.mark.parametrize(
    "tampering",
    [
        "update posting set valor = valor * 2",
        "update posting set account = 'perda' where account = 'pendente'",
        "update posting set at = ''",
        "update posting set effective = '2026-09'",
        "update posting set lancamento_id = (select max(id) from lancamento)",
        "delete from posting where account = 'glosado'",
        "delete from posting",
        "insert into posting (txn, lancamento_id, account, valor, at, effective)"
        " select 1, lancamento_id, account, valor, at, effective from posting",
    ],
)
def test_a_changed_posting_is_found(told: Office, tampering: str) -> None:
    told.sql(tampering)
    assert any("os valores do evento" in problem for problem in told.ledger.checks.verify_chain().problems)


def _unguard(office: Office) -> None:
    """What somebody who owns the file can do."""
    if office.ledger.database.engine == "sqlite":
        for (name,) in office.sql("select name from sqlite_master where type = 'trigger'").fetchall():
            office.sql(f"drop trigger {name}")
        office.sql("pragma foreign_keys = off")
    else:
        office.sql("alter table event disable trigger all")
        office.sql("alter table posting disable trigger all")


@pytest.mark.parametrize("text", ["", "é «não»", 'a "b" \\ c', "\x00\x1f\x7f\u2028", "\ud7ff😀"])
@pytest.mark.parametrize("mes_id", [None, 7])
def test_the_quick_hash_of_a_link_is_the_digest_of_its_columns(text: str, mes_id: int | None) -> None:
    link = (1, "2026-11-03T09:00:00.000Z", text, "a.b", mes_id, text, -3, text, "0" * 64)
    assert link_digest(link) == digest(link)


@pytest.mark.parametrize("text", ["é «não» 😀", 'a "b" \\ c / d', "".join(map(chr, range(1, 33))), "\x7f\x85\u2028"])
def test_letters_that_a_database_may_write_otherwise_stand_in_the_chain_and_no_other_in_their_place(
    told: Office, text: str
) -> None:
    events = told.ledger.events
    with events._writer.transaction("problems.open") as at:
        number = events.append(at, "problem.open", "problem", 1, {"text": text, '"postings":': text})
    assert told.ledger.checks.verify_chain().intact
    told.ledger.database.connection.execute(
        f"update event set body = replace(body, '{text[-1]}', 'x') where seq = {number}"
    )
    assert told.ledger.checks.verify_chain().problems == (f"o evento {number} não é o que foi escrito",)
