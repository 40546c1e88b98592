"""What IPASEM accepts and refuses, and in which words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portals.ipasem.mock import rules
from portals.ipasem.mock.month import Month, amount, day, month_errors, month_of, shown_amount, shown_day
from portals.ipasem.mock.reports import report, return_report
from tests.portals.ipasem_mock.conftest import WELL_TYPED
from tests.portals.ipasem_mock.people import CLINICA, OTHER, seed

FEBRUARY = Month(2025, 2)
FONO = seed().authorizations[0]
TODAY = date(2025, 2, 27)


@pytest.mark.parametrize(
    ("month", "year", "errors"),
    [
        ("2", "2025", {}),
        ("02", "2025", {}),
        ("", "2025", {"mes": "Mês não pode ficar em branco."}),
        ("", "", {"mes": "Mês não pode ficar em branco.", "ano": "Ano não pode ficar em branco."}),
        ("x", "2025", {"mes": "Mês deve ser um número inteiro."}),
        ("13", "2025", {"mes": "Mês não pode ser maior que 12."}),
        ("0", "2025", {"mes": "Mês não pode ser menor que 1."}),
        ("2", "25", {"ano": "Ano não pode ser menor que 2000."}),
    ],
)
def test_a_month_and_year_are_answered_in_the_manuals_words(month: str, year: str, errors: dict[str, str]) -> None:
    assert month_errors(month, year) == errors


@pytest.mark.parametrize(
    ("number", "closed", "used_in", "refusal"),
    [
        ("2678555", False, None, None),
        ("2678555", False, "02/2025", None),
        ("2678555", False, "01/2025", "Autorização já utilizada no movimento 01/2025."),
        ("2678555", True, None, "Movimento 02/2025 já está fechado."),
        ("2678558", False, None, None),
        ("2700001", False, None, "Autorização não pertence a este credenciado."),
        ("1", False, None, "Autorização não encontrada."),
    ],
)
def test_an_authorisation_is_accepted_or_refused(
    number: str, closed: bool, used_in: str | None, refusal: str | None
) -> None:
    found = next((a for a in seed().authorizations if a.number == number), None)
    own = (CLINICA.document, *CLINICA.linked)
    assert rules.refusal_to_open(found, own, FEBRUARY, closed=closed, used_in=used_in) == refusal


@pytest.mark.parametrize(
    ("changed", "errors"),
    [
        ({}, {}),
        ({"conselho": ""}, {"conselho": "Código do Conselho não pode ficar em branco."}),
        ({"conselho": "x"}, {"conselho": "Código do Conselho deve ser um número inteiro."}),
        ({"codigo": ""}, {"codigo": "Código AMB não pode ficar em branco."}),
        ({"codigo": "10101012"}, {"codigo": "Procedimento não autorizado."}),
        ({"data": ""}, {"data": "Data de Atendimento não pode ficar em branco."}),
        ({"data": "31/02/2025"}, {"data": 'O formato de "Data de Atendimento" é inválido.'}),
        ({"data": "2025-02-18"}, {"data": 'O formato de "Data de Atendimento" é inválido.'}),
        ({"data": "28/02/2025"}, {"data": "Data de Atendimento não pode ser maior que a data atual."}),
        (
            {"data": "02/02/2025"},
            {"data": "Data de Atendimento não pode ser anterior à emissão da autorização (03/02/2025)."},
        ),
        ({"quantidade": ""}, {"quantidade": "Quantidade não pode ficar em branco."}),
        ({"quantidade": "1,5"}, {"quantidade": "Quantidade deve ser um número inteiro."}),
        ({"quantidade": "0"}, {"quantidade": "Quantidade não pode ser menor que 1."}),
        ({"quantidade": "3"}, {"quantidade": "Quantidade superior à autorizada (2)."}),
        ({"valor": ""}, {"valor": "Valor de Procedimento não pode ficar em branco."}),
        ({"valor": "65.00"}, {"valor": "Valor de Procedimento deve ser um número."}),
    ],
)
def test_each_wrong_field_is_named_beside_it(changed: dict[str, str], errors: dict[str, str]) -> None:
    assert rules.check_movement({**WELL_TYPED, **changed}, FONO, TODAY).errors == errors


def test_a_good_movement_is_understood_in_centavos_and_iso_dates() -> None:
    checked = rules.check_movement({**WELL_TYPED, "valor": "1.065,5", "observacao": "obs"}, FONO, TODAY)
    assert checked == rules.Checked("5615", FONO.procedures[0], "2025-02-18", 1, 106550, "obs")


@pytest.mark.parametrize(
    ("closed", "drafts", "finished", "refusal"),
    [
        (False, 0, 1, None),
        (True, 0, 1, "Movimento 02/2025 já está fechado."),
        (False, 1, 1, "Existem lançamentos não finalizados. Exclua ou finalize antes do fechamento."),
        (False, 0, 0, "Não há lançamentos no movimento 02/2025."),
    ],
)
def test_a_month_is_closed_only_when_open_finished_and_not_empty(
    closed: bool, drafts: int, finished: int, refusal: str | None
) -> None:
    assert rules.refusal_to_close(FEBRUARY, closed=closed, drafts=drafts, finished=finished) == refusal


@pytest.mark.parametrize(
    ("closed", "audited", "refusal"),
    [
        (True, False, None),
        (False, False, "Movimento 02/2025 ainda não foi fechado."),
        (True, True, "Movimento 02/2025 já foi auditado e não pode ser reaberto."),
    ],
)
def test_a_month_is_reopened_only_when_closed_and_not_audited(closed: bool, audited: bool, refusal: str | None) -> None:
    assert rules.refusal_to_reopen(FEBRUARY, closed=closed, audited=audited) == refusal


@given(st.integers(min_value=0, max_value=10**9))
def test_an_amount_survives_being_shown_and_typed(centavos: int) -> None:
    assert amount(shown_amount(centavos)) == centavos


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_a_day_survives_being_shown_and_typed(some_day: date) -> None:
    assert day(shown_day(some_day.isoformat())) == some_day


def test_a_month_has_the_reports_long_name() -> None:
    assert (month_of("03/2025").long_name, str(month_of("03/2025"))) == ("Março 2025 - 03", "03/2025")


def test_a_month_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="não é um mês no formato MM/AAAA") as raised:
        month_of("2025-02")
    assert str(raised.value) == '"2025-02" não é um mês no formato MM/AAAA.'


def test_reports_of_an_empty_month_add_up_to_nothing() -> None:
    made = report(FEBRUARY, [], lambda number: None, "data")
    returned = return_report(FEBRUARY, [], {"glosas": {}, "sem_retorno": []}, lambda number: None, glosado=False)
    assert (made.totals, made.total.valor, returned.totals) == ([], 0, (0, 0, 0))


def test_the_other_provider_is_not_linked() -> None:
    assert OTHER.document not in (CLINICA.document, *CLINICA.linked)
