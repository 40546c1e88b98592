"""The portal's decisions as plain functions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from portals.cassind.mock import rules, words
from portals.cassind.mock.rules import Search
from tests.portals.cassind_mock.people import CLINICA, guia

TODAY = date(2026, 11, 30)
OCTOBER = Search(periodo_de="01/10/2026", periodo_ate="31/10/2026")


@pytest.mark.parametrize(
    ("start", "end", "problem"),
    [
        ("01/10/2026", "31/10/2026", ""),
        ("30/08/2026", "30/11/2026", ""),
        ("29/08/2026", "30/11/2026", "O período informado deve estar compreendido nos 3 (três) últimos meses."),
        ("", "31/10/2026", "Informe o campo Período entre."),
        ("01/10/2026", "", "Informe o campo Período entre."),
        ("31/10/2026", "01/10/2026", "A data final deve ser maior ou igual à data inicial."),
        ("31/02/2026", "31/10/2026", "Data inválida: 31/02/2026."),
        ("1/10/2026", "31/10/2026", "Data inválida: 1/10/2026."),
    ],
)
def test_guias_are_listed_only_for_a_period_within_the_last_three_months(start: str, end: str, problem: str) -> None:
    assert rules.search_problem(Search(periodo_de=start, periodo_ate=end), TODAY) == problem


def test_three_months_before_a_long_month_end_is_the_shorter_month_s_end() -> None:
    found = [rules.months_before(date(2026, 5, 31), 3), rules.months_before(date(2026, 1, 15), 3)]
    assert found == [date(2026, 2, 28), date(2025, 10, 15)]


@pytest.mark.parametrize(
    "filters",
    [
        {"periodo_de": "02/10/2026"},
        {"periodo_ate": "30/09/2026"},
        {"execucao_de": "02/10/2026"},
        {"autorizacao": "2400702"},
        {"previsao": "2026-11-15"},
        {"executante": "DR. CAIO REIS"},
        {"cid": "J45"},
        {"tipo": "Internação"},
        {"regime": "Urgência"},
        {"documento": "S"},
        {"laudos": "S"},
        {"congeneres": "S"},
    ],
)
def test_each_filter_leaves_out_a_guia_that_does_not_fit(filters: dict[str, str]) -> None:
    fits = replace(OCTOBER, **dict.fromkeys(filters, ""))
    found = [rules.matching([guia(1)], replace(OCTOBER, **filters)), rules.matching([guia(1)], fits)]
    assert found == [[], [guia(1)]]


def test_a_guia_that_fits_every_filter_is_listed() -> None:
    special = replace(guia(1), cid="J450", tipo="Internação", regime="Urgência", documento_fisico=True, congenere=True)
    search = replace(
        OCTOBER,
        previsao="2026-12-15",
        autorizacao="2400701",
        cid="j45",
        tipo="Internação",
        regime="Urgência",
        documento="S",
        laudos="N",
        congeneres="S",
    )
    assert rules.matching([special, guia(2)], search) == [special]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("Número da guia", ["2400701", "2400702", "2400703"]),
        ("Data", ["2400702", "2400703", "2400701"]),
        ("Beneficiário", ["2400703", "2400701", "2400702"]),
    ],
)
def test_the_list_is_in_the_order_asked_for(order: str, expected: list[str]) -> None:
    guias = [
        replace(guia(1), date="2026-10-30", patient="BENTO"),
        replace(guia(2), patient="CLEIDE"),
        replace(guia(3), patient="ADALGISA"),
    ]
    assert [found.number for found in rules.matching(guias, replace(OCTOBER, ordenacao=order))] == expected


@pytest.mark.parametrize(("quantidade", "shown"), [("10", 10), ("50", 12), ("Todas", 12)])
def test_the_limit_cuts_the_list(quantidade: str, shown: int) -> None:
    assert len(rules.limited([guia(place) for place in range(1, 13)], quantidade)) == shown


@pytest.mark.parametrize(
    ("login", "billed_in", "armed", "reason"),
    [
        (CLINICA.login, "", "", ""),
        (CLINICA.login, "240101", "", "guia já faturada no protocolo 240101"),
        ("serena", "", "", "guia não pertence a este prestador"),
        (CLINICA.login, "", "beneficiário suspenso.", "beneficiário suspenso"),
    ],
)
def test_a_guia_is_refused_for_a_reason_in_words(login: str, billed_in: str, armed: str, reason: str) -> None:
    assert rules.refusal(guia(1), login, billed_in, armed) == reason


def test_a_guia_that_does_not_exist_is_not_this_prestador_s() -> None:
    assert rules.refusal(None, CLINICA.login, "", "") == words.NOT_YOURS


@pytest.mark.parametrize(("cents", "text"), [(0, "0,00"), (6505, "65,05"), (123456789, "1.234.567,89"), (None, "-")])
def test_centavos_are_shown_with_comma_and_points(cents: int | None, text: str) -> None:
    assert rules.reais(cents) == text


def test_the_payment_is_expected_two_months_after_the_authorisation() -> None:
    found = [replace(guia(1), date=day).payment_on for day in ("2026-10-31", "2026-11-02", "2026-12-30")]
    assert found == ["2026-12-15", "2027-01-15", "2027-02-15"]
