"""The entries follow the clinic's sheets; what was sent is never touched by a sheet."""

from dataclasses import replace
from typing import Any

import pytest

from agent.ledger.imports import Import
from agent.ledger.reading import Reading
from agent.model.answer import Blocked, Refused
from agent.model.competencia import Competencia
from agent.model.entry import Entry, State
from tests.ledger.office import DAY, OUTUBRO, Office, lancamento, rejected


def test_new_rows_are_pendente_as_the_sheet_states_them(office: Office) -> None:
    asked = lancamento(1, kind="odontologia", dente="46", faces="MO", observacao="urgência", ocorrencia=2, quantidade=3)
    done = office.import_(asked)
    (entry,) = office.ledger.entries.of(office.mes)
    assert (done, entry) == (Import(new=1), Entry(entry.id, office.mes.id, asked, State.PENDENTE))


def test_the_same_sheet_twice_changes_nothing(office: Office) -> None:
    office.import_(lancamento(1), lancamento(2), rejeitadas=[rejected(9)])
    before = (office.ledger.checks.anchor(), office.ledger.months.get(office.mes.id))
    done = office.import_(lancamento(1), lancamento(2), rejeitadas=[rejected(9)])
    after = (office.ledger.checks.anchor(), office.ledger.months.get(office.mes.id))
    assert (done, before) == (Import(same=2), after)


def test_an_import_that_changes_anything_counts_the_version_up_and_a_launch_does_not(office: Office) -> None:
    versions = [office.mes.version]
    for act in (lambda: office.import_(lancamento(1)), lambda: office.launched(*office.ledger.entries.of(office.mes))):
        act()
        versions.append(office.ledger.months.get(office.mes.id).version)
    assert versions == [0, 1, 1]


def test_a_changed_row_changes_its_entry_while_it_is_unsent(office: Office) -> None:
    (entry,) = office.entries(1)
    changed = lancamento(1, valor_informado=7000, beneficiario="Outra Inventada")
    done = office.import_(changed)
    assert (done, office.now(entry)) == (Import(changed=1), replace(entry, lancamento=changed))


def test_a_refused_entry_is_pendente_again_only_when_its_row_changed(office: Office) -> None:
    first, second = office.entries(2)
    for entry in (first, second):
        office.ledger.attempts.reject(office.intent(entry), [Blocked(entry.lancamento, Refused("não"))])
    office.import_(first.lancamento, lancamento(2, numero_carteira="0079999"))
    assert [(e.state, e.motivo) for e in office.ledger.entries.of(office.mes)] == [
        (State.RECUSADA, "não"),
        (State.PENDENTE, ""),
    ]


def test_a_changed_row_that_was_sent_is_left_and_reported(office: Office) -> None:
    entry = office.launched(*office.entries(1))[0]
    changed = lancamento(1, valor_informado=7000)
    done = office.import_(changed)
    assert (done, office.now(entry)) == (Import(changed_after_launch=[(entry, changed)]), entry)


def test_a_row_that_only_moved_within_the_sheet_is_the_same_entry(office: Office) -> None:
    (entry,) = office.entries(1)
    moved = lancamento(1, origem={"arquivo": "outubro.xlsx", "aba": "Plan1", "linha": 40})
    done = office.import_(moved)
    assert (done, office.now(entry).lancamento) == (Import(same=1), moved)


def test_a_row_that_vanished_is_cancelada_and_comes_back_with_the_sheet(office: Office) -> None:
    first, second = office.entries(2)
    gone = office.import_(first.lancamento)
    back = office.import_(first.lancamento, second.lancamento)
    assert (gone, back, office.states()) == (
        Import(same=1, gone=1),
        Import(same=1, new=1),
        [State.PENDENTE, State.PENDENTE],
    )


def test_a_row_that_vanished_after_it_was_sent_is_reported_each_time(office: Office) -> None:
    first, second = office.entries(2)
    (sent,) = office.launched(second)
    done = [office.import_(first.lancamento) for _ in range(2)]
    assert done == [Import(same=1, gone_after_launch=[sent])] * 2


def test_a_row_that_another_file_still_holds_has_not_vanished(office: Office) -> None:
    office.import_(lancamento(1), lancamento(2))
    office.import_(lancamento(2), arquivo="dentista.xlsx")
    done = office.import_(lancamento(1))
    assert (done, office.states()) == (Import(same=1), [State.PENDENTE, State.PENDENTE])


def test_two_files_that_hold_an_entry_do_not_draw_it_to_and_fro(office: Office) -> None:
    place = {"aba": "Plan1", "linha": 7}
    here, there = (lancamento(1, origem={"arquivo": name, **place}) for name in ("a.xlsx", "b.xlsx"))
    sheets = {"a.xlsx": [here], "b.xlsx": [there]}

    def read(name: str) -> tuple[str, str]:
        office.import_(*sheets[name], arquivo=name)
        (entry,) = office.ledger.entries.of(office.mes)
        return entry.lancamento.origem.arquivo, office.ledger.checks.anchor()

    first = [read("a.xlsx")[0], read("b.xlsx")[0]]
    anchor = office.ledger.checks.anchor()
    assert (first, read("a.xlsx"), read("b.xlsx")) == (["a.xlsx", "b.xlsx"], ("b.xlsx", anchor), ("b.xlsx", anchor))
    sheets["b.xlsx"] = []  # it leaves that file: it stands where it still is, and an event tells it
    read("b.xlsx")
    assert read("a.xlsx")[0] == "a.xlsx"
    assert office.ledger.auditor.audit().findings == ()
    assert office.ledger.events.all()[-1].kind == "planilha.lida"


def test_another_file_leaves_the_first_ones_rows_alone(office: Office) -> None:
    office.import_(lancamento(1))
    done = office.import_(lancamento(2), arquivo="dentista.xlsx")
    assert (done, office.states()) == (Import(new=1), [State.PENDENTE, State.PENDENTE])


def test_equal_services_are_entries_of_their_own_by_occurrence(office: Office) -> None:
    done = office.import_(lancamento(1), lancamento(1, ocorrencia=2))
    assert (done.new, len(office.ledger.entries.with_key("sorriso", "ipasem", lancamento(1).chave))) == (2, 1)


def test_a_key_twice_without_its_occurrence_is_the_callers_mistake(office: Office) -> None:
    with pytest.raises(ValueError, match="repeats a key"):
        office.import_(lancamento(1), lancamento(1))
    assert office.states() == []


@pytest.mark.parametrize("stray", [{"clinica": "outra"}, {"competencia": Competencia(2026, 9)}, {"portal": "cassind"}])
def test_a_row_of_another_month_is_the_callers_mistake(office: Office, stray: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="is not of"):
        office.import_(lancamento(1, **stray))
    assert office.states() == []


def test_the_last_reading_of_each_file_is_kept_with_its_held_back_rows(office: Office) -> None:
    office.import_(lancamento(1), rejeitadas=[rejected(3), rejected(4)], lidas=3, ignoradas=2)
    office.import_(lancamento(1), rejeitadas=[rejected(4)], lidas=2, ignoradas=2, sha256="1" * 64)
    office.import_(lancamento(2), arquivo="a.csv")
    at = "2026-11-03T09:00:00.000Z"
    assert office.ledger.entries.readings(office.mes) == [
        Reading("a.csv", "0" * 64, 1, 0, at),
        Reading("outubro.xlsx", "1" * 64, 2, 2, at, (rejected(4),)),
    ]


def test_a_key_is_found_in_every_month(office: Office) -> None:
    office.import_(lancamento(1))
    setembro = Competencia(2026, 9)
    mes = office.ledger.months.open("sorriso", "ipasem", "acesso-1", setembro)
    values: dict[str, Any] = {"arquivo": "set.xlsx", "sha256": "", "lidas": 1, "ignoradas": 0}
    asked = lancamento(1, competencia=setembro)
    office.ledger.entries.import_(mes, [asked], rejeitadas=(), **values)
    found = office.ledger.entries.with_key("sorriso", "ipasem", asked.chave)
    assert [e.lancamento.competencia for e in found] == [OUTUBRO, setembro]


def test_entries_of_another_clinic_are_not_found(office: Office) -> None:
    office.import_(lancamento(1))
    assert (
        office.ledger.entries.by_authorization("outra", "ipasem", "000001"),
        len(office.ledger.entries.by_authorization("sorriso", "ipasem", "000001")),
    ) == ([], 1)


def test_elsewhere_is_what_other_months_hold_on_the_portal_or_may_hold_or_are_yet_to_send(office: Office) -> None:
    first, second, third, fourth = office.entries(4)
    office.launched(first)
    office.uncertain(second)
    office.ledger.attempts.reject(office.intent(fourth), [Blocked(fourth.lancamento, Refused("não"))])
    setembro = office.ledger.months.open("sorriso", "ipasem", "acesso-1", Competencia(2026, 9))
    found = [(e.id, e.state) for e in office.ledger.entries.elsewhere(setembro)]
    assert found == [(first.id, State.LANCADA), (second.id, State.INCERTA), (third.id, State.PENDENTE)]
    assert office.ledger.entries.elsewhere(office.mes) == []
    office.sql("update mes set state = 'fechada' where id = 1")
    assert third.id not in {e.id for e in office.ledger.entries.elsewhere(setembro)}  # it will not be sent there


def test_people_are_forgotten_and_nothing_else(office: Office) -> None:
    entry = office.launched(*office.entries(1))[0]
    forgotten = office.ledger.entries.forget_people(office.mes)
    now = office.now(entry).lancamento
    assert (forgotten, now, office.ledger.checks.verify_chain().intact) == (
        1,
        lancamento(1, beneficiario="", numero_carteira=""),
        True,
    )
    assert now.data == DAY
