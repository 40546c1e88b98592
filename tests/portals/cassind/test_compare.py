"""Which entries of a batch may be marked."""

from datetime import date

import pytest

from agent.model.answer import Blocked, Difference, Mismatch, Prepared, Refused
from agent.model.lancamento import Kind, Lancamento
from portals.solus.compare import compared, found, presented
from portals.solus.periodo import Periodo
from portals.solus.reading import Autorizada
from tests.portals.cassind.sample import lancamento

WINDOW = Periodo(date(2026, 8, 21), date(2026, 11, 21))
PERIODO = Periodo(date(2026, 10, 1), date(2026, 10, 14))


def listed(
    guia: str = "004512876",
    *,
    data: date = date(2026, 10, 1),
    codigo: str = "10101012",
    beneficiario: str = "ADELINA PROKOP VARGAS",
    tipo: str = "Consulta",
    valor: int | None = 11000,
) -> Autorizada:
    return Autorizada(guia, data, codigo, beneficiario, tipo, valor)


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (
            lancamento(kind=Kind.EXAME),
            "A guia 004512876 é de exame; o Faturamento Simplificado só aceita consultas.",
        ),
        (
            lancamento(quantidade=2),
            "A guia 004512876 tem quantidade 2; uma consulta é faturada uma só vez.",
        ),
        (
            lancamento(dia=date(2026, 11, 22)),
            "A guia 004512876 é de 22/11/2026, uma data que ainda não chegou.",
        ),
        (
            lancamento(dia=date(2026, 8, 20)),
            "A guia 004512876 é de 20/08/2026, e o portal só lista de 21/08/2026 a 21/11/2026: "
            "o prazo para faturar passou.",
        ),
    ],
)
def test_what_the_screen_does_not_bill_is_blocked_before_it_is_opened(entry: Lancamento, why: str) -> None:
    other = lancamento("004512877")
    assert presented([entry, other], WINDOW) == Prepared((other,), (Blocked(entry, Refused(why)),))


def test_a_guia_named_twice_in_a_batch_is_blocked_both_times() -> None:
    twice = (lancamento(), lancamento(codigo="10101039"))
    why = Refused("A guia 004512876 aparece 2 vezes neste envio, e o portal a fatura uma só vez.")
    assert presented(twice, WINDOW) == Prepared((), tuple(Blocked(entry, why) for entry in twice))


def test_what_was_compared_with_the_list_is_told_guia_by_guia() -> None:
    told = compared([lancamento()], [listed("004512899"), listed()])
    assert [(one.guia, one.field, one.planilha, one.tela) for one in told] == [
        ("004512876", "Código", "10101012", "10101012"),
        ("004512876", "Data", "01/10/2026", "01/10/2026"),
        ("004512876", "Beneficiário", "Adelina Prokop Vargas", "ADELINA PROKOP VARGAS"),
        ("004512876", "Tipo", "Consulta", "Consulta"),
        ("004512876", "Valor", "R$ 110,00", "R$ 110,00"),
    ]


@pytest.mark.parametrize(
    ("entry", "row"),
    [
        (lancamento(), listed()),
        (lancamento(beneficiario="Benício  Tauber Nunes"), listed(beneficiario="BENICIO TAUBER NUNES")),
        (lancamento(valor=None), listed(valor=9999)),
        (lancamento(), listed(valor=None, tipo="")),
    ],
)
def test_an_entry_that_the_list_shows_as_the_sheet_says_is_ready(entry: Lancamento, row: Autorizada) -> None:
    assert found([entry], [row, listed("004512899")], PERIODO) == Prepared((entry,))


@pytest.mark.parametrize(
    ("row", "difference"),
    [
        (listed(codigo="10101039"), Difference("Código", "10101012", "10101039")),
        (listed(data=date(2026, 10, 2)), Difference("Data", "01/10/2026", "02/10/2026")),
        (
            listed(beneficiario="DAVI LUCA FERRAZZO"),
            Difference("Beneficiário", "Adelina Prokop Vargas", "DAVI LUCA FERRAZZO", private=True),
        ),
        (listed(tipo="Internação"), Difference("Tipo", "Consulta", "Internação")),
        (listed(valor=11001), Difference("Valor", "R$ 110,00", "R$ 110,01")),
    ],
)
def test_one_difference_blocks_the_entry_with_both_values(row: Autorizada, difference: Difference) -> None:
    entry = lancamento()
    assert found([entry], [row], PERIODO) == Prepared((), (Blocked(entry, Mismatch((difference,))),))


def test_an_entry_whose_sheet_names_nobody_is_for_a_person() -> None:
    nobody = lancamento(beneficiario="")
    difference = Difference("Beneficiário", "", listed().beneficiario, private=True)
    assert found([nobody], [listed()], PERIODO) == Prepared((), (Blocked(nobody, Mismatch((difference,))),))


def test_a_guia_that_is_not_listed_is_blocked_with_the_period_that_was_listed() -> None:
    entry = lancamento()
    why = (
        "A guia 004512876 não está entre as autorizadas de 01/10/2026 a 14/10/2026: "
        "já foi faturada, ou não é deste prestador."
    )
    assert found([entry], [listed("4512876")], PERIODO) == Prepared((), (Blocked(entry, Refused(why)),))


def test_a_guia_that_is_listed_twice_is_blocked() -> None:
    entry = lancamento()
    why = Refused("A guia 004512876 aparece 2 vezes na lista do portal; era esperada uma só.")
    assert found([entry], [listed(), listed()], PERIODO) == Prepared((), (Blocked(entry, why),))
