"""What a sheet says beyond an entry is kept with the person: it comes back whole, and goes when the person goes."""

from agent.model.atendimento import Atendimento
from tests.ledger.office import Office, lancamento

MANHA = Atendimento(hora_inicial="08:00", hora_final="08:50", cids=("M54.5",), via_acesso="1")


def test_what_the_sheet_says_of_a_service_comes_back_whole(office: Office) -> None:
    office.import_(lancamento(1, atendimento=MANHA), lancamento(2))
    said = [entry.lancamento.atendimento for entry in office.ledger.entries.of(office.mes)]
    assert said == [MANHA, Atendimento()]


def test_another_hour_is_a_change_of_the_sheet(office: Office) -> None:
    office.import_(lancamento(1, atendimento=MANHA))
    later = lancamento(1, atendimento=MANHA.model_copy(update={"hora_inicial": "08:10"}))
    done = [office.import_(later).changed, office.import_(later).changed]
    assert done == [1, 0]


def test_it_is_erased_with_the_person_and_no_other_table_knows_it(office: Office) -> None:
    office.import_(lancamento(1, atendimento=MANHA))
    events = repr(office.ledger.events.all(office.mes.id))
    office.ledger.entries.forget_people(office.mes)
    [entry] = office.ledger.entries.of(office.mes)
    assert (entry.lancamento.atendimento, "M54.5" in events) == (Atendimento(), False)


def test_the_journal_of_intents_knows_no_diagnosis(office: Office) -> None:
    office.import_(lancamento(1, atendimento=MANHA))
    office.intent(*office.ledger.entries.of(office.mes))
    assert "M54.5" not in repr(office.ledger.journal.facts())
