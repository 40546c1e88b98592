"""Members of the office and what they saw, on each database."""

from datetime import timedelta

import pytest

from agent.model.errors import InputError, LedgerError
from tests.ledger.office import Office


def test_a_member_is_found_however_the_name_is_written(office: Office) -> None:
    rita = office.ledger.members.add("  Rita   Prado ", "operador", "", "h", by="Ana")

    found = office.ledger.members.called("RITA PRADO")
    assert (rita.nome, found, office.ledger.members.all()) == ("Rita Prado", rita, [rita])


def test_a_name_is_given_once(office: Office) -> None:
    office.ledger.members.add("Rita", "operador", "", "h", by="Ana")
    with pytest.raises(InputError, match="este nome está vazio ou já é de outra pessoa"):
        office.ledger.members.add("rita", "contador", "", "h", by="Ana")


@pytest.mark.parametrize(("papel", "clinica"), [("dono", ""), ("clinica", ""), ("operador", "sorriso")])
def test_the_ledger_itself_refuses_a_role_that_is_none_or_lacks_its_clinic(
    papel: str, clinica: str, office: Office
) -> None:
    with pytest.raises(LedgerError, match="o livro recusou a gravação"):
        office.ledger.members.add("Rita", papel, clinica, "h", by="Ana")


def test_whatever_changes_a_member_ends_what_was_open_but_a_newer_hash_does_not(office: Office) -> None:
    members = office.ledger.members
    rita = members.add("Rita", "operador", "", "h", by="Ana")
    epochs = [rita.epoch]
    members.rehash(rita, "h2")
    epochs.append(members.get(rita.id).epoch)
    members.set_secret(rita, "h3", by="Ana")
    epochs.append(members.get(rita.id).epoch)
    members.end_all(rita)
    epochs.append(members.get(rita.id).epoch)
    members.change(rita, "contador", "", ativo=True, by="Ana")
    epochs.append(members.get(rita.id).epoch)

    assert (epochs, members.get(rita.id).senha) == ([1, 1, 2, 3, 4], "h3")


def test_what_was_seen_is_counted_by_name_and_by_place_since_a_moment(office: Office) -> None:
    members, clock = office.ledger.members, office.clock
    members.saw("Rita", "entrada recusada", place="a")
    clock.turn(timedelta(minutes=1))
    since = "2026-11-03T09:00:30.000Z"
    members.saw("Rita", "entrada recusada", place="a")
    members.saw("Olga", "entrada recusada", place="a")
    members.saw("Rita", "quadro", place="a", clinica="sorriso", ref="/quadro")

    assert members.how_often("entrada recusada", since, who="Rita", place="a") == (1, 2)
    assert [(sight.who, sight.what, sight.clinica, sight.ref) for sight in members.sights(2)] == [
        ("Rita", "quadro", "sorriso", "/quadro"),
        ("Olga", "entrada recusada", "", ""),
    ]


def test_what_was_seen_is_neither_changed_nor_erased(office: Office) -> None:
    office.ledger.members.saw("Rita", "quadro")
    for statement in ("update seen set who = 'outra'", "delete from seen", "delete from membro"):
        if "membro" in statement:
            office.ledger.members.add("Rita", "operador", "", "h", by="Ana")
        with pytest.raises(office.ledger.database.error, match="o que foi escrito nunca"):
            office.sql(statement)


def test_the_months_that_something_happened_to_are_told_from_an_event_on(office: Office) -> None:
    before = office.ledger.events.end()
    nothing = office.ledger.events.months_after(before)
    office.entries(1)

    assert (nothing, office.ledger.events.months_after(before)) == (set(), {office.mes.id})
