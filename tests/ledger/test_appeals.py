"""What was refused is appealed, recovered, kept or given up, and every centavo of it stays in one account."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from agent.ledger.accounts import Saldo
from agent.model.competencia import Competencia
from agent.model.entry import Entry
from agent.model.errors import InputError, Moved
from agent.model.match import Match, Pass
from tests.ledger.office import Office, demonstrativo, linha, match

SENT, ANSWERED = date(2026, 11, 5), date(2026, 11, 25)


@pytest.fixture
def refused(office: Office) -> tuple[Office, Entry]:
    """An entry of 65,00 of which 25,00 were refused."""
    (entry,) = office.launched(*office.entries(1))
    office.ledger.returns.import_(office.mes, demonstrativo(linha(1, entry, liberado=4000, glosa=2500)))
    (line,) = office.ledger.returns.lines(office.mes)
    office.ledger.returns.apply(office.mes, [match(entry, line.id, liberado=4000, glosa=2500)])
    return office, entry


def saldo(office: Office, entry: Entry) -> Saldo:
    assert office.ledger.checks.violations() == []
    assert office.ledger.auditor.audit().findings == ()
    return office.ledger.returns.balances(office.mes)[entry.id]


def appealed(office: Office, entry: Entry, valor: int = 2500) -> int:
    number = office.ledger.appeals.draft(entry.id, valor, motivo="1705", justificativa="Valor conforme a tabela.")
    later(office)
    office.ledger.appeals.send(number, SENT, "R-77")
    return number


def later(office: Office) -> None:
    office.clock.turn(timedelta(minutes=1))


def paid_later(office: Office, entry: Entry, liberado: int, motivo: str = "") -> None:
    """The next month's return pays part of the glosa."""
    later(office)
    novembro = office.ledger.months.open("sorriso", "ipasem", "acesso-1", Competencia(2026, 11))
    late = demonstrativo(linha(1, entry, liberado=liberado, motivo=motivo), competencia=novembro.competencia)
    office.ledger.returns.import_(novembro, late)
    (line,) = office.ledger.returns.lines(novembro)
    tie = Match(entry.id, line.id, Pass.COMPLEMENTO, 98, "pago depois", 0, liberado, -liberado)
    office.ledger.returns.apply(novembro, [tie])


def test_a_sent_appeal_takes_its_value_out_of_the_glosa(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    appealed(office, entry, 2000)
    assert saldo(office, entry) == Saldo(6500, liberado=4000, glosado=500, em_recurso=2000)


def test_a_draft_moves_nothing(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    office.ledger.appeals.draft(entry.id, 2500, motivo="", justificativa="Anexo.")
    assert saldo(office, entry) == Saldo(6500, liberado=4000, glosado=2500)


def test_an_answer_shares_out_what_was_recovered_and_kept(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    office.ledger.appeals.answer(appealed(office, entry), ANSWERED, 2000)
    assert saldo(office, entry) == Saldo(6500, liberado=6000, glosado=500)


@pytest.mark.parametrize("answered_first", [True, False])
def test_a_line_that_pays_what_was_recovered_adds_nothing(refused: tuple[Office, Entry], answered_first: bool) -> None:
    office, entry = refused
    number = appealed(office, entry)
    if answered_first:
        office.ledger.appeals.answer(number, ANSWERED, 2000)
    paid_later(office, entry, 2000)
    if not answered_first:
        assert saldo(office, entry) == Saldo(6500, liberado=6000, em_recurso=500)
        office.ledger.appeals.answer(number, ANSWERED, 2000)
    assert saldo(office, entry) == Saldo(6500, liberado=6000, glosado=500)


def test_what_was_paid_before_an_appeal_proves_nothing_of_what_it_wins(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    paid_later(office, entry, 500)
    number = appealed(office, entry, 2000)
    office.ledger.appeals.answer(number, ANSWERED, 2000)
    assert saldo(office, entry) == Saldo(6500, liberado=6500)
    assert office.ledger.auditor.audit().findings == ()


def test_a_sending_that_is_recorded_late_counts_from_the_day_it_was_sent(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    number = office.ledger.appeals.draft(entry.id, 2000, motivo="1705", justificativa="Valor conforme a tabela.")
    office.clock.turn(timedelta(days=30))
    paid_later(office, entry, 500)
    office.ledger.appeals.send(number, SENT, "R-77")
    office.ledger.appeals.answer(number, date(2026, 12, 1), 2000)
    assert saldo(office, entry) == Saldo(6500, liberado=6000, glosado=500)


def test_what_was_paid_before_and_is_taken_back_counts_no_more(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    paid_later(office, entry, 500)
    office.ledger.appeals.answer(appealed(office, entry, 2000), ANSWERED, 2000)
    paid_later(office, entry, 1500)
    assert saldo(office, entry) == Saldo(6500, liberado=6000, glosado=500)


def test_a_payment_before_an_appeal_that_is_told_in_other_words_is_still_before_it(
    refused: tuple[Office, Entry],
) -> None:
    office, entry = refused
    paid_later(office, entry, 500)
    office.ledger.appeals.answer(appealed(office, entry, 2000), ANSWERED, 2000)
    paid_later(office, entry, 500, motivo="complemento")
    assert saldo(office, entry) == Saldo(6500, liberado=6500)


def test_an_equal_line_after_an_appeal_proves_it_though_one_was_told_before(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    paid_later(office, entry, 500)
    office.ledger.appeals.answer(appealed(office, entry, 1500), ANSWERED, 500)
    assert saldo(office, entry) == Saldo(6500, liberado=5000, glosado=1500)
    later(office)
    novembro = office.ledger.months.open("sorriso", "ipasem", "acesso-1", Competencia(2026, 11))
    two = [linha(n, entry, liberado=500) for n in (1, 2)]
    office.ledger.returns.import_(novembro, demonstrativo(*two, competencia=novembro.competencia))
    ties = [
        Match(entry.id, line.id, Pass.COMPLEMENTO, 98, "pago depois", 0, 500, -500)
        for line in office.ledger.returns.lines(novembro)
    ]
    office.ledger.returns.apply(novembro, ties)
    assert saldo(office, entry) == Saldo(6500, liberado=5000, glosado=1500)


def test_in_the_evening_of_the_day_it_is_sent_what_was_paid_before_is_still_before(
    refused: tuple[Office, Entry],
) -> None:
    office, entry = refused
    office.clock.now = datetime(2026, 11, 6, 1, 30, tzinfo=UTC)  # 22:30 of the 5th in Brasília, when it is sent
    paid_later(office, entry, 500)
    office.ledger.appeals.answer(appealed(office, entry, 1000), ANSWERED, 1000)
    assert saldo(office, entry) == Saldo(6500, liberado=5500, glosado=1000)


def test_a_line_beyond_what_a_first_appeal_won_proves_nothing_of_the_second(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    office.ledger.appeals.answer(appealed(office, entry, 1000), ANSWERED, 1000)
    paid_later(office, entry, 1700)
    assert saldo(office, entry) == Saldo(6500, liberado=5700, glosado=800)
    office.ledger.appeals.answer(appealed(office, entry, 800), ANSWERED, 300)
    assert saldo(office, entry) == Saldo(6500, liberado=6000, glosado=500)


def test_a_line_between_two_appeals_proves_what_the_first_won(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    office.ledger.appeals.answer(appealed(office, entry, 2000), ANSWERED, 2000)
    second = appealed(office, entry, 500)
    paid_later(office, entry, 2000)
    assert saldo(office, entry) == Saldo(6500, liberado=6000, em_recurso=500)
    office.ledger.appeals.answer(second, ANSWERED, 500)
    assert saldo(office, entry) == Saldo(6500, liberado=6500)


def test_what_was_kept_may_be_appealed_again_or_given_up(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    office.ledger.appeals.answer(appealed(office, entry), ANSWERED, 2000)
    appealed(office, entry, 300)
    office.ledger.appeals.accept(entry.id, 200, who="Ana", reason="sem documento")
    assert saldo(office, entry) == Saldo(6500, liberado=6000, em_recurso=300, perda=200)
    assert [(a.rodada, a.valor, a.recuperado) for a in office.ledger.appeals.of(office.mes)] == [
        (1, 2500, 2000),
        (2, 300, 0),
    ]


def test_a_dropped_appeal_is_a_glosa_again(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    office.ledger.appeals.drop(appealed(office, entry), "Ana")
    assert saldo(office, entry) == Saldo(6500, liberado=4000, glosado=2500)


def test_a_corrected_return_that_pays_all_leaves_nothing_under_appeal(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    appealed(office, entry)
    office.ledger.returns.import_(office.mes, demonstrativo(linha(1, entry, liberado=6500)))
    assert saldo(office, entry) == Saldo(6500, pendente=6500)
    (line,) = office.ledger.returns.lines(office.mes)
    office.ledger.returns.apply(office.mes, [match(entry, line.id, liberado=6500)])
    assert saldo(office, entry) == Saldo(6500, liberado=6500)


def test_an_estorno_turns_what_was_paid_into_a_glosa(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    novembro = office.ledger.months.open("sorriso", "ipasem", "acesso-1", Competencia(2026, 11))
    back = linha(1, entry, liberado=-4000, valor_informado=-4000)
    office.ledger.returns.import_(novembro, demonstrativo(back, competencia=novembro.competencia))
    (line,) = office.ledger.returns.lines(novembro)
    tie = Match(entry.id, line.id, Pass.ESTORNO, 98, "estorno", 0, -4000, 4000)
    office.ledger.returns.apply(novembro, [tie])
    assert saldo(office, entry) == Saldo(6500, glosado=6500)
    assert office.ledger.returns.apply(novembro, [tie]) == 0


@pytest.mark.parametrize("valor", [0, 2501])
def test_more_than_was_refused_is_not_appealed(refused: tuple[Office, Entry], valor: int) -> None:
    office, entry = refused
    with pytest.raises(Moved, match=f"o lançamento {entry.id} tem 25,00 glosados e livres"):
        office.ledger.appeals.draft(entry.id, valor, motivo="", justificativa="Anexo.")


def test_an_appeal_does_not_recover_more_than_it_asked(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    number = appealed(office, entry, 2000)
    with pytest.raises(Moved, match=f"o recurso {number} é de 20,00: não pode recuperar mais"):
        office.ledger.appeals.answer(number, ANSWERED, 2001)


def test_an_appeal_follows_its_days_and_recovers_no_negative_amount(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    appeals, served = office.ledger.appeals, entry.lancamento.data
    number = appeals.draft(entry.id, 2500, motivo="", justificativa="Anexo.")
    with pytest.raises(InputError, match=f"o atendimento do lançamento {entry.id} é de {served:%d/%m/%Y}"):
        appeals.send(number, served - timedelta(days=1), "R-1")
    appeals.send(number, SENT, "R-1")
    with pytest.raises(InputError, match=f"o recurso {number} foi enviado em 05/11/2026"):
        appeals.answer(number, SENT - timedelta(days=1), 0)
    with pytest.raises(InputError, match="o valor recuperado não pode ser negativo: -5,00"):
        appeals.answer(number, SENT, -500)
    assert appeals.get(number).state == "enviado"


def refusal(step: Callable[[], object]) -> tuple[str, bool]:
    """What was said, and whether it says what to do."""
    with pytest.raises(Moved) as caught:
        step()
    return caught.value.what, bool(caught.value.do)


def test_a_step_out_of_turn_says_how_the_appeal_stands(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    appeals = office.ledger.appeals
    number = appeals.draft(entry.id, 2500, motivo="", justificativa="Anexo.")
    told = [
        refusal(lambda: appeals.draft(entry.id, 2500, motivo="", justificativa="Anexo.")),
        refusal(lambda: appeals.answer(number, ANSWERED, 0)),
    ]
    appeals.send(number, SENT, "")
    told += [
        refusal(lambda: appeals.send(number, SENT, "")),
        refusal(lambda: appeals.accept(entry.id, 2500, who="Ana", reason="sem documento")),
    ]
    appeals.answer(number, ANSWERED, 0)
    told += [refusal(lambda: appeals.drop(number, "Ana")), refusal(lambda: appeals.get(77))]
    assert told == [
        (f"o lançamento {entry.id} já tem o recurso {number}, que ainda não foi enviado", True),
        (f"o recurso {number} ainda não foi enviado", True),
        (f"o recurso {number} já foi enviado em 05/11/2026", True),
        (
            f"o lançamento {entry.id} não tem glosa à espera: foi pago, ainda não teve retorno, já está em recurso"
            " ou já foi dado por perdido",
            True,
        ),
        (f"o recurso {number} já foi respondido em 25/11/2026", True),
        ("o livro não tem o recurso 77", True),
    ]


def test_drafts_of_one_call_are_recorded_all_or_none(refused: tuple[Office, Entry]) -> None:
    office, entry = refused

    def drafts() -> None:
        with office.ledger.appeals.drafting("Ana") as add:
            add(entry.id, 1000, motivo="", justificativa="Anexo.")
            add(entry.id, 1000, motivo="", justificativa="Anexo.")

    with pytest.raises(Moved, match="já tem o recurso 1"):
        drafts()
    assert office.ledger.appeals.of(office.mes) == []


def test_a_decision_is_remembered_and_undone(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    (line,) = office.ledger.returns.lines(office.mes)
    for entry_id in (None, entry.id):
        office.ledger.deciding.settle(line.id, entry_id, adds=False, who="Ana", reason="visto no demonstrativo")
    (settled,) = office.ledger.deciding.of("sorriso", "ipasem")
    assert (settled.line_id, settled.entry_id, settled.who) == (line.id, entry.id, "Ana")
    assert office.ledger.auditor.audit().findings == ()
    office.ledger.deciding.think_again(line.id, who="Ana")
    assert (office.ledger.deciding.of("sorriso", "ipasem"), office.ledger.auditor.audit().findings) == ([], ())


def test_a_decision_about_what_is_not_there_is_refused(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    with pytest.raises(Moved, match="a linha 99 não está mais no retorno"):
        office.ledger.deciding.settle(99, entry.id, adds=False, who="Ana", reason="x")


def test_an_answer_that_was_said_by_mistake_waits_again_and_is_said_anew(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    number = appealed(office, entry)
    sent, waiting = office.ledger.appeals.get(number), saldo(office, entry)
    office.ledger.appeals.answer(number, ANSWERED, 2000)
    assert office.ledger.appeals.undo(number, was="respondido", who="Ana", reason="200,00 em vez de 20,00") == "enviado"
    assert (office.ledger.appeals.get(number), saldo(office, entry)) == (sent, waiting)
    office.ledger.appeals.answer(number, ANSWERED, 200)
    assert saldo(office, entry) == Saldo(6500, liberado=4200, glosado=2300)


def test_what_was_not_sent_after_all_is_a_draft_again(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    number = office.ledger.appeals.draft(entry.id, 2500, motivo="1705", justificativa="Anexo.")
    drafted, before = office.ledger.appeals.get(number), saldo(office, entry)
    office.ledger.appeals.send(number, SENT, "R-77")
    assert office.ledger.appeals.undo(number, was="enviado", who="Ana", reason="não saiu") == "rascunho"
    assert (office.ledger.appeals.get(number), saldo(office, entry)) == (drafted, before)


@pytest.mark.parametrize("sent", [True, False])
def test_what_was_dropped_by_mistake_is_what_it_was(refused: tuple[Office, Entry], sent: bool) -> None:
    office, entry = refused
    draft = office.ledger.appeals.draft
    number = appealed(office, entry) if sent else draft(entry.id, 2500, motivo="", justificativa="Anexo.")
    before = (office.ledger.appeals.get(number), saldo(office, entry))
    office.ledger.appeals.drop(number, "Ana")
    office.ledger.appeals.undo(number, was="desistido", who="Ana", reason="era outro")
    assert (office.ledger.appeals.get(number), saldo(office, entry)) == before


def test_a_line_that_paid_meanwhile_is_proof_again_once_the_answer_is_said_anew(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    number = appealed(office, entry)
    office.ledger.appeals.answer(number, ANSWERED, 2500)
    paid_later(office, entry, 2000)
    office.ledger.appeals.undo(number, was="respondido", who="Ana", reason="eram 20,00")
    assert saldo(office, entry) == Saldo(6500, liberado=6000, em_recurso=500)
    office.ledger.appeals.answer(number, ANSWERED, 2000)
    assert saldo(office, entry) == Saldo(6500, liberado=6000, glosado=500)


def test_a_glosa_given_up_by_mistake_is_one_again_and_is_given_up_anew(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    appeals = office.ledger.appeals
    appeals.accept(entry.id, 1000, who="Ana", reason="sem documento")
    appeals.accept(entry.id, 500, who="Ana", reason="sem documento")
    assert appeals.take_up(entry.id, who="Ana", reason="era outro") == 1500
    assert saldo(office, entry) == Saldo(6500, liberado=4000, glosado=2500)
    with pytest.raises(Moved, match="não tem glosa dada por perdida"):
        appeals.take_up(entry.id, who="Ana", reason="de novo")
    appeals.accept(entry.id, 700, who="Ana", reason="agora sim")
    assert saldo(office, entry) == Saldo(6500, liberado=4000, glosado=1800, perda=700)
    assert appeals.take_up(entry.id, who="Ana", reason="ou não") == 700


def _second_round(office: Office, entry: Entry) -> None:
    office.ledger.appeals.draft(entry.id, 500, motivo="", justificativa="De novo.")


def _second_answered(office: Office, entry: Entry) -> None:
    number = appealed(office, entry, 500)
    office.ledger.appeals.answer(number, ANSWERED, 500)


@pytest.mark.parametrize(
    ("then", "why"),
    [
        (_second_round, "já tem o recurso 2, que ainda não foi enviado"),
        (_second_answered, "depois do recurso 1 veio o recurso 2, que já foi respondido"),
    ],
)
def test_no_answer_is_taken_back_under_what_stands_on_it(
    refused: tuple[Office, Entry], then: Callable[[Office, Entry], None], why: str
) -> None:
    office, entry = refused
    number = appealed(office, entry)
    office.ledger.appeals.answer(number, ANSWERED, 2000)
    then(office, entry)
    before = (office.ledger.appeals.get(number), saldo(office, entry))
    with pytest.raises(Moved, match=why):
        office.ledger.appeals.undo(number, was="respondido", who="Ana", reason="engano")
    assert (office.ledger.appeals.get(number), saldo(office, entry)) == before


def test_what_was_given_up_of_an_answer_that_is_taken_back_stays_given_up(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    number = appealed(office, entry)
    office.ledger.appeals.answer(number, ANSWERED, 2000)
    office.ledger.appeals.accept(entry.id, 100, who="Ana", reason="sem documento")
    office.ledger.appeals.undo(number, was="respondido", who="Ana", reason="engano")
    assert saldo(office, entry) == Saldo(6500, liberado=4000, em_recurso=2400, perda=100)
    office.ledger.appeals.answer(number, ANSWERED, 200)
    assert saldo(office, entry) == Saldo(6500, liberado=4200, glosado=2200, perda=100)


@pytest.mark.parametrize(("state", "why"), [("rascunho", "ainda não foi enviado"), ("enviado", "não está respondido")])
def test_only_the_step_that_was_seen_is_taken_back(refused: tuple[Office, Entry], state: str, why: str) -> None:
    office, entry = refused
    number = office.ledger.appeals.draft(entry.id, 2500, motivo="", justificativa="Anexo.")
    if state == "enviado":
        office.ledger.appeals.send(number, SENT, "R-77")
    with pytest.raises(Moved, match=why):
        office.ledger.appeals.undo(number, was="respondido", who="Ana", reason="engano")
    assert office.ledger.appeals.get(number).state == state


@pytest.mark.parametrize("then", ["desistido", "respondido"])
def test_a_step_is_taken_back_though_a_line_paid_part_of_it(refused: tuple[Office, Entry], then: str) -> None:
    office, entry = refused
    number = appealed(office, entry)
    paid_later(office, entry, 2000)
    before = saldo(office, entry)
    if then == "desistido":
        office.ledger.appeals.drop(number, "Ana")
    else:
        office.ledger.appeals.answer(number, ANSWERED, 200)  # 20,00 was meant
    office.ledger.appeals.undo(number, was=then, who="Ana", reason="engano")
    assert (saldo(office, entry), before) == (before, Saldo(6500, liberado=6000, em_recurso=500))


def test_a_round_that_is_sent_after_a_later_one_is_proved_by_what_comes_after_it(refused: tuple[Office, Entry]) -> None:
    office, entry = refused
    appeals = office.ledger.appeals
    first = appeals.draft(entry.id, 1000, motivo="", justificativa="Anexo.")
    appeals.drop(first, "Ana")
    appeals.answer(appealed(office, entry, 1500), ANSWERED, 1500)
    paid_later(office, entry, 1500)
    appeals.undo(first, was="desistido", who="Ana", reason="será feito")
    office.clock.turn(timedelta(days=30))
    appeals.send(first, date(2026, 12, 1), "R-78")
    appeals.answer(first, date(2026, 12, 2), 300)
    assert saldo(office, entry) == Saldo(6500, liberado=5800, glosado=700)  # 3,00 won, and no line pays them yet


@pytest.mark.parametrize(("paid", "back"), [(1500, 1000), (2500, 0)])
def test_of_a_glosa_that_lines_paid_since_only_the_rest_is_one_again(
    refused: tuple[Office, Entry], paid: int, back: int
) -> None:
    office, entry = refused
    office.ledger.appeals.accept(entry.id, 2500, who="Ana", reason="sem documento")
    paid_later(office, entry, paid)
    assert office.ledger.appeals.take_up(entry.id, who="Ana", reason="apareceu") == back
    assert saldo(office, entry) == Saldo(6500, liberado=4000 + paid, glosado=back)
