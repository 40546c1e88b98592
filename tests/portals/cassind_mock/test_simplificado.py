"""Faturamento Simplificado: list, mark, bill for good."""

from __future__ import annotations

from dataclasses import replace

import pytest

from portals.cassind.mock.seed import Seed
from tests.portals.cassind_mock.conftest import Office, Open, numbers
from tests.portals.cassind_mock.people import CLINICA, OUTRA, guia, seed

SUCCESS = "Guias faturadas com sucesso. Protocolo de faturamento: 240101 Imprimir protocolo"


def test_the_form_has_the_manual_s_fields_in_its_order(office: Office) -> None:
    assert office.open("faturamento_simplificado.php").texts(".control-label") == [
        "Previsão de pagamento:",
        "Contratado:",
        "Executante:",
        "Período entre:",
        "Data de execução:",
        "Número da autorização:",
        "C.I.D.:",
        "Tipo:",
        "Regime:",
        "Necessário enviar documentação física:",
        "Laudos:",
        "Congêneres:",
        "Ordenação:",
        "Quantidade de guias listadas:",
    ]


def test_the_list_shows_each_open_guia_of_the_prestador(office: Office) -> None:
    page = office.listing()
    day = ["", "2400701", "01/10/2026", "10101012", "ADALGISA PRADO", "DRA. ANA LUZ", "Consulta", "65,00"]
    assert (page.texts("thead th"), page.rows[0], numbers(page), page.counted) == (
        ["", "Guia", "Data", "Código", "Beneficiário", "Executante", "Tipo", "Valor"],
        day,
        ["2400701", "2400702", "2400703"],
        "Quantidade: 3 de 3",
    )


def test_a_limited_list_says_how_many_guias_it_leaves_out(open_office: Open) -> None:
    office = open_office(seed(12))
    page = office.post("faturamento_simplificado.php", {"periodo_de": "01/10/2026", "periodo_ate": "31/10/2026"})
    assert (len(page.rows), page.counted) == (10, "Quantidade: 10 de 12")


def test_a_period_beyond_three_months_lists_nothing(office: Office) -> None:
    page = office.listing(periodo_de="02/08/2026")
    assert (page.alerts, page.rows) == (
        ["O período informado deve estar compreendido nos 3 (três) últimos meses."],
        [],
    )


def test_filters_that_fit_no_guia_are_said_to(office: Office) -> None:
    page = office.listing(autorizacao="1")
    assert (page.alerts, page.rows) == (["Nenhuma guia encontrada para os filtros informados."], [])


def test_marked_guias_go_into_one_protocolo_and_leave_the_list(office: Office) -> None:
    page = office.bill("2400701", "2400703")
    contas = [(c.protocolo, c.lote, c.number, c.guia, c.informado, c.sent_at) for c in office.mock.state.contas()]
    assert (page.alerts, numbers(page), page.counted, contas) == (
        [SUCCESS],
        ["2400702"],
        "Quantidade: 1 de 1",
        [
            ("240101", "55001", "880001", "2400701", 6500, "2026-11-03T10:00:00"),
            ("240101", "55001", "880002", "2400703", 6500, "2026-11-03T10:00:00"),
        ],
    )


def test_each_batch_gets_the_next_protocolo(office: Office) -> None:
    office.bill("2400701")
    office.bill("2400702")
    assert office.billed() == [("240101", "2400701"), ("240102", "2400702")]


def test_nothing_marked_is_refused(office: Office) -> None:
    page = office.bill()
    assert (page.alerts, office.billed()) == (
        ["Nenhuma guia marcada. Marque ao menos uma guia para faturar."],
        [],
    )


def test_a_guia_that_another_session_billed_meanwhile_is_refused(office: Office) -> None:
    office.listing()
    office.mock.state.bill(CLINICA.login, [guia(2)])
    page = office.bill("2400702")
    assert (page.alerts, office.billed()) == (
        ["Nenhuma guia foi faturada. Guia 2400702: guia já faturada no protocolo 240101."],
        [("240101", "2400702")],
    )


@pytest.mark.parametrize("number", ["2400790", "1"])
def test_a_guia_of_someone_else_is_refused(office: Office, number: str) -> None:
    page = office.bill(number)
    assert (page.alerts, office.billed()) == (
        [f"Nenhuma guia foi faturada. Guia {number}: guia não pertence a este prestador."],
        [],
    )


def test_a_refused_guia_does_not_hold_back_the_rest_of_the_batch(open_office: Open) -> None:
    refused = replace(guia(2), refusal="beneficiário com cobertura suspensa na data do atendimento")
    office = open_office(Seed([CLINICA], [guia(1), refused, guia(3)]))
    page = office.bill("2400701", "2400702", "2400703")
    assert (page.alerts, office.billed()) == (
        [
            SUCCESS,
            "Atenção: nem todas as guias marcadas foram faturadas. "
            "Guia 2400702: beneficiário com cobertura suspensa na data do atendimento.",
        ],
        [("240101", "2400701"), ("240101", "2400703")],
    )


def test_a_guia_sent_twice_in_one_form_is_billed_once(office: Office) -> None:
    office.bill("2400701", "2400701")
    assert office.billed() == [("240101", "2400701")]


def test_a_prestador_never_sees_another_s_guias(open_office: Open) -> None:
    office = open_office(signed_in=False)
    office.sign_in(OUTRA)
    assert numbers(office.listing()) == ["2400790"]


def test_a_guia_billed_by_hand_before_stands_in_a_protocolo_and_not_in_the_list(open_office: Open) -> None:
    office = open_office(Seed([CLINICA], [replace(guia(1), billed=True), guia(2)]))
    sent = [(c.protocolo, c.guia, c.sent_at) for c in office.mock.state.contas()]
    assert (numbers(office.listing()), sent) == (["2400702"], [("240101", "2400701", "2026-10-01T18:00:00")])


def test_a_restarted_portal_remembers_what_it_billed(open_office: Open) -> None:
    open_office(state="portal.jsonl").bill("2400701")
    assert open_office(state="portal.jsonl").billed() == [("240101", "2400701")]
