"""What was refused is appealed, recovered, kept or given up, and every centavo of it stays in one account."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from agent.ledger.accounts import Saldo
from agent.model.competencia import Competencia
from agent.model.entry import Entry
from agent.model.errors import InputError, Moved
from agent.model.match import Match, Pass
from tests.ledger.appealing import ANSWERED, SENT, appealed, saldo
from tests.ledger.office import Office, demonstrativo, linha, match


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
