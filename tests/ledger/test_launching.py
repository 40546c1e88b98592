"""The life of one click: an intent before it, an outcome after it, never two."""

from dataclasses import replace
from datetime import timedelta

import pytest

from agent.ledger.attempts import Attempts
from agent.model.answer import Blocked, Confirmed, Difference, Mismatch, Refused
from agent.model.entry import Entry, State
from agent.model.errors import LeaseLost, LedgerError, Moved
from tests.ledger.office import Office, confirmed, lancamento, recibo


def test_an_intent_is_in_the_journal_before_it_is_in_the_ledger(office: Office) -> None:
    (entry,) = office.entries(1)
    journal = office.ledger.journal
    points: list[tuple[str, int]] = []
    reopened = office.reopened(hook=lambda point: points.append((point, len(journal.facts()))))
    reopened.intent(entry)
    assert points == [
        ("journal.append:before", 0),
        ("journal.append:after", 1),
        ("ledger.attempts.open:begin", 1),
        ("ledger.attempts.open:middle", 1),
        ("ledger.attempts.open:end", 1),
    ]


def test_an_open_intent_leaves_its_entries_enviando(office: Office) -> None:
    entries = office.entries(3)
    intent = office.intent(*entries[:2])
    assert (intent.account, intent.entries, office.states()) == (
        office.lease.account,
        tuple(entries[:2]),
        [State.ENVIANDO, State.ENVIANDO, State.PENDENTE],
    )


def test_a_confirmed_entry_is_lancada_with_what_the_portal_gave(office: Office) -> None:
    (entry,) = office.entries(1)
    office.ledger.attempts.confirm(office.intent(entry), Confirmed("ok", (recibo(entry, protocolo="P7", valor=6500),)))
    expected = replace(entry, state=State.LANCADA, movimento=f"m{entry.id}", protocolo="P7", valor_lancado=6500)
    assert office.now(entry) == expected


def test_a_launch_is_booked_as_informado_and_pendente(office: Office) -> None:
    entry = office.launched(*office.entries(1))[0]
    saldo = office.ledger.returns.balances(office.mes)[entry.id]
    assert (saldo.informado, saldo.pendente, saldo.liberado) == (6500, 6500, 0)


def test_an_entry_without_a_recibo_is_incerta(office: Office) -> None:
    first, second = office.entries(2)
    office.ledger.attempts.confirm(office.intent(first, second), confirmed(first))
    assert office.states() == [State.LANCADA, State.INCERTA]


def test_a_portal_value_that_is_not_the_sheets_opens_a_problem(office: Office) -> None:
    (entry,) = office.entries(1)
    office.ledger.attempts.confirm(office.intent(entry), Confirmed("ok", (recibo(entry, valor=6501),)))
    assert [(p.kind, p.entry_id, p.text) for p in office.ledger.problems.of(office.mes)] == [
        ("valor_difere", entry.id, "Plan1!2: o portal tem 65,01, a planilha 65,00")
    ]


def test_an_entry_of_value_zero_is_launched_without_postings(office: Office) -> None:
    office.import_(lancamento(1, valor_informado=None))
    (entry,) = office.ledger.entries.of(office.mes)
    office.ledger.attempts.confirm(office.intent(entry), Confirmed("ok", (recibo(entry, valor=0),)))
    assert (office.now(entry).state, office.ledger.returns.balances(office.mes), office.violated()) == (
        State.LANCADA,
        {},
        set(),
    )


def test_a_refused_entry_keeps_the_portals_words_and_the_rest_of_its_batch_goes_on(office: Office) -> None:
    first, second = office.entries(2)
    intent = office.intent(first, second)
    office.ledger.attempts.reject(intent, [Blocked(first.lancamento, Refused("Autorização já utilizada"))])
    office.ledger.attempts.confirm(intent, confirmed(second))
    assert [(e.state, e.motivo) for e in office.ledger.entries.of(office.mes)] == [
        (State.RECUSADA, "Autorização já utilizada"),
        (State.LANCADA, ""),
    ]


def test_a_batch_that_is_refused_whole_frees_the_login(office: Office) -> None:
    first, second = office.entries(2)
    office.ledger.attempts.reject(office.intent(first), [Blocked(first.lancamento, Refused("não"))])
    office.intent(second)
    assert office.states() == [State.RECUSADA, State.ENVIANDO]


def test_a_mismatch_is_kept_without_the_patients_values(office: Office) -> None:
    (entry,) = office.entries(1)
    different = Mismatch(
        (Difference("paciente", "Beltrana Inventada 1", "Fulano", private=True), Difference("valor", "65,00", "66,00"))
    )
    office.ledger.attempts.reject(office.intent(entry), [Blocked(entry.lancamento, different)])
    assert office.now(entry).motivo == "paciente não confere; valor: planilha '65,00', portal '66,00'"


def test_a_refusal_that_names_the_patient_is_kept_without_the_name(office: Office) -> None:
    (entry,) = office.entries(1)
    answer = Refused("A guia de BELTRANA INVENTADA 1 (0070001) já foi usada")
    office.ledger.attempts.reject(office.intent(entry), [Blocked(entry.lancamento, answer)])
    assert office.now(entry).motivo == "A guia de ••• (•••) já foi usada"


def test_a_released_intent_leaves_its_entries_pendente(office: Office) -> None:
    entries = office.entries(2)
    office.ledger.attempts.release(office.intent(*entries), "a tela não abriu")
    assert office.states() == [State.PENDENTE, State.PENDENTE]


def test_an_intent_without_answer_leaves_its_entries_incerta(office: Office) -> None:
    entries = office.entries(2)
    office.ledger.attempts.uncertain(office.intent(*entries), "tempo esgotado")
    assert office.states() == [State.INCERTA, State.INCERTA]


def test_a_second_open_intent_on_a_login_is_refused(office: Office) -> None:
    first, second = office.entries(2)
    office.intent(first)
    with pytest.raises(LedgerError, match="o livro recusou a gravação"):
        office.intent(second)
    assert office.states() == [State.ENVIANDO, State.PENDENTE]


@pytest.mark.parametrize("state", [State.LANCADA, State.INCERTA, State.RECUSADA])
def test_only_a_pendente_entry_is_sent(office: Office, state: State) -> None:
    (entry,) = office.entries(1)
    _bring(office, entry, state)
    with pytest.raises(Moved, match=r"Plan1!2 já não está no estado esperado"):
        office.intent(entry)
    assert office.states() == [state]


def test_nothing_is_sent_without_the_lease(office: Office) -> None:
    (entry,) = office.entries(1)
    office.clock.turn(timedelta(minutes=2))
    with pytest.raises(LeaseLost):
        office.intent(entry)
    assert office.states() == [State.PENDENTE]


def test_nothing_is_sent_in_a_month_that_is_not_open(office: Office) -> None:
    office.launched(*office.entries(1))
    office.closed()
    office.import_(lancamento(2), arquivo="atrasados.xlsx")
    with pytest.raises(Moved, match="o mês 10/2026 não está aberto"):
        office.intent(office.ledger.entries.of(office.mes, State.PENDENTE)[0])


def test_an_intent_that_was_refused_is_void_in_the_journal(office: Office) -> None:
    (entry,) = office.entries(1)
    office.ledger.leases.release(office.lease)
    with pytest.raises(LeaseLost):
        office.intent(entry)
    launch, void = office.ledger.journal.facts()
    assert void == {"kind": "void", "id": launch["id"]}


@pytest.mark.parametrize("outcome", ["confirm", "reject"])
def test_an_outcome_of_an_intent_that_another_run_closed_is_refused(office: Office, outcome: str) -> None:
    (entry,) = office.entries(1)
    intent = office.intent(entry)
    office.ledger.attempts.recover(office.lease)
    with pytest.raises(LeaseLost, match="já foi encerrada por outra execução"):
        _OUTCOMES[outcome](office.ledger.attempts, intent)
    assert (office.states(), office.violated()) == ([State.INCERTA], set())


def test_a_number_of_the_portal_belongs_to_one_entry(office: Office) -> None:
    first, second = office.entries(2)
    office.launched(first)
    intent = office.intent(second)
    with pytest.raises(LedgerError):
        office.ledger.attempts.confirm(intent, Confirmed("ok", (recibo(second, movimento=f"m{first.id}"),)))
    assert office.states() == [State.LANCADA, State.ENVIANDO]


def _bring(office: Office, entry: Entry, state: State) -> None:
    if state is State.LANCADA:
        office.launched(entry)
    elif state is State.INCERTA:
        office.uncertain(entry)
    else:
        office.ledger.attempts.reject(office.intent(entry), [Blocked(entry.lancamento, Refused("não"))])


_OUTCOMES = {
    "confirm": lambda attempts, intent: Attempts.confirm(attempts, intent, confirmed(*intent.entries)),
    "reject": lambda attempts, intent: Attempts.reject(
        attempts, intent, [Blocked(intent.entries[0].lancamento, Refused("não"))]
    ),
}
