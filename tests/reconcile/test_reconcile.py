"""What reconciliation tells the operator, what it asks of its caller, and what an office may tune."""

from datetime import date

import pytest

from agent.model.competencia import Competencia
from agent.model.demonstrativo import LinhaRetorno
from agent.model.entry import Entry, State
from agent.model.lancamento import Kind, Lancamento, Origem
from agent.model.match import Match, Pass
from agent.reconcile.reconcile import reconcile
from agent.reconcile.rows import EntryView, LineView
from agent.reconcile.rules import Rules
from tests.reconcile.notation import read_rows, write_verdicts

ONE = "L1 2678555 50000616 03/10 1 65,00"
WHY = {
    "an exact match": (
        f"{ONE}\nR1 2678555 50000616 03/10 1 65,00 = 65,00 + 0,00",
        "iguais: autorização, código, data, quantidade e valor",
    ),
    "one of two that cannot be told apart": (
        f"{ONE}\nR1 2678555 50000616 03/10 1 65,00 = 65,00 + 0,00\nL2 2678555 50000616 03/10 1 65,00",
        "iguais: autorização, código, data, quantidade e valor; havia 2 candidatos, casados pela ordem",
    ),
    "a recomputed value": (
        f"{ONE} dente 11 mov 8001\nR1 2678555 50000616 03/10 1 60,00 = 60,00 + 0,00 mov 8001",
        "valor: 60,00 no retorno, 65,00 no lançamento; o retorno não mostra dente; "
        "iguais: movimento, autorização, código, data e quantidade",
    ),
    "a tooth that only the return shows": (
        f"{ONE}\nR1 2678555 50000616 04/10 1 65,00 = 65,00 + 0,00 dente 11",
        "dente: 11 no retorno, nada no lançamento; data: 04/10/2026 no retorno, 03/10/2026 no lançamento; "
        "iguais: autorização, código, quantidade e valor",
    ),
    "several entries in one line": (
        f"{ONE}\nL2 2678555 50000616 04/10 1 65,00\nR1 2678555 50000616 04/10 2 130,00 = 130,00 + 0,00",
        "2 lançamentos somam esta linha do retorno",
    ),
    "one entry in several lines": (
        f"{ONE}\nR1 2678555 50000616 03/10 1 40,00 = 40,00 + 0,00\nR2 2678555 50000616 03/10 1 25,00 = 0,00 + 25,00",
        "2 linhas do retorno somam este lançamento",
    ),
    "no line of that authorisation": (
        f"{ONE}\nR1 2678556 50000616 20/10 1 60,00 = 60,00 + 0,00",
        "nenhuma linha do retorno traz esta autorização",
        "nenhum lançamento com esta autorização",
    ),
    "the authorisation's lines answer others": (
        f"{ONE}\nL2 2678555 2334 03/10 1 24,00\nR1 2678555 2334 03/10 1 24,00 = 24,00 + 0,00\n"
        "R2 2678555 2334 03/10 1 24,00 = 24,00 + 0,00",
        "o retorno traz esta autorização, mas as linhas dela respondem a outros lançamentos",
        "iguais: autorização, código, data, quantidade e valor; havia 2 candidatos, casados pela ordem",
    ),
    "a line that does not add up": (
        f"{ONE}\nR1 2678555 50000616 03/10 1 65,00 = 64,00 + 0,00",
        "o retorno traz esta autorização, mas as linhas dela respondem a outros lançamentos",
        "a linha não fecha: informado diferente de liberado + glosa, ou valor negativo",
    ),
}


@pytest.mark.parametrize("case", WHY.values(), ids=WHY.keys())
def test_the_first_entry_and_the_first_line_say_why(case: tuple[str, ...]) -> None:
    jotting, *whys = case

    verdicts = reconcile(*read_rows(jotting))

    assert [verdicts.entries[0].why, verdicts.lines[0].why] == [whys[0], whys[-1]]


def test_a_second_line_for_a_paid_entry_says_what_it_may_be() -> None:
    paid = "R1 2678555 50000616 03/10 1 65,00 = 65,00 + 0,00\nR2 2678555 50000616 03/10 1 65,00 = 65,00 + 0,00"

    assert reconcile(*read_rows(f"{ONE}\n{paid}")).lines[1].why == (
        "o lançamento desta linha já foi pago por inteiro: pagamento repetido? Confira e avise o convênio"
    )


def test_the_insurers_reasons_come_through_word_for_word_each_once() -> None:
    rows = f"""
        {ONE}
        R1 2678555 50000616 03/10 1 40,00 = 0,00 + 40,00 motivo 1705 - Valor apresentado a maior
        R2 2678555 50000616 03/10 1 20,00 = 0,00 + 20,00 motivo 1705 - Valor apresentado a maior
        R3 2678555 50000616 03/10 1 5,00 = 0,00 + 5,00 motivo Falta assinatura
    """

    assert reconcile(*read_rows(rows)).entries[0].motivo == "1705 - Valor apresentado a maior; Falta assinatura"


def test_an_office_may_forbid_near_dates() -> None:
    rows = read_rows(f"{ONE}\nR1 2678555 50000616 04/10 1 65,00 = 65,00 + 0,00")

    assert write_verdicts(reconcile(*rows, rules=Rules(days=0))) == [
        "L1 a conferir 65,00 = 0,00 + 0,00 + 65,00 + 0,00: R1? item",
        "R1 proposta L1",
    ]


def test_the_totals_are_the_sums_over_all_entries() -> None:
    rows = f"{ONE}\nL2 2678556 2334 03/10 1 24,00\nR1 2678555 50000616 03/10 1 60,00 = 35,00 + 25,00"

    totals = reconcile(*read_rows(rows)).totals

    assert (totals.informado, totals.liberado, totals.glosado, totals.pendente, totals.diferenca) == (
        8900,
        3500,
        2500,
        2400,
        500,
    )


def test_a_row_that_comes_twice_is_refused() -> None:
    entries, lines = read_rows(f"{ONE}\n{ONE}")

    with pytest.raises(ValueError, match=r"^lançamento 1: veio duas vezes à conciliação$"):
        reconcile(entries, lines)


def test_a_standing_match_whose_line_did_not_come_is_refused() -> None:
    entries, lines = read_rows(ONE)
    earlier = Match(1, 9, Pass.CHAVE, 100, "", 6500, 6500, 0)

    with pytest.raises(
        ValueError, match=r"^linha do retorno 9: consta de uma conciliação anterior, mas não veio a esta$"
    ):
        reconcile(entries, lines, standing=[earlier])


LANCAMENTO = Lancamento(
    clinica="Clínica Aurora",
    portal="ipasem",
    kind=Kind.ODONTOLOGIA,
    competencia=Competencia(2026, 10),
    numero_autorizacao="0857489",
    codigo_procedimento="2110",
    data=date(2026, 10, 3),
    quantidade=2,
    dente="11",
    faces="MO",
    ocorrencia=2,
    origem=Origem(arquivo="aurora.xlsx", linha=7),
)


def test_the_view_of_an_entry_holds_what_the_portal_holds() -> None:
    entry = Entry(5, 1, LANCAMENTO, State.FECHADA, movimento="8001", protocolo="77", valor_lancado=8000)

    assert EntryView.of(entry) == EntryView(
        id=5,
        numero_autorizacao="0857489",
        codigo_procedimento="2110",
        data=date(2026, 10, 3),
        quantidade=2,
        valor_informado=8000,
        dente="11",
        faces="MO",
        movimento="8001",
        ocorrencia=2,
        mes="2026-10",
    )


def test_an_entry_the_portal_does_not_hold_has_no_view() -> None:
    with pytest.raises(
        ValueError, match=r"^lançamento 5 \(recusada\) não tem valor no portal: não há o que conciliar$"
    ):
        EntryView.of(Entry(5, 1, LANCAMENTO, State.RECUSADA))


def test_the_view_of_a_line_holds_what_the_insurer_said() -> None:
    linha = LinhaRetorno(
        1, "0857489", "2110", date(2026, 10, 3), 2, 8000, 5000, 3000, "Falta RX", "8001", "77", "11", "MO"
    )

    assert LineView.of(4, linha, 2) == LineView(
        id=4,
        numero_autorizacao="0857489",
        codigo_procedimento="2110",
        data=date(2026, 10, 3),
        quantidade=2,
        valor_informado=8000,
        dente="11",
        faces="MO",
        movimento="8001",
        ocorrencia=2,
        valor_liberado=5000,
        valor_glosa=3000,
        motivo="Falta RX",
    )
