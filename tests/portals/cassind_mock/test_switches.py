"""Each switch breaks what its name says, on the actions where it is wired."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from portals.cassind.mock.state import Conta
from tests.portals.cassind_mock.conftest import Office, Open, Screen, numbers
from tests.portals.cassind_mock.people import seed

Act = Callable[[Office], Screen]

EXPIRED = ["Sua sessão expirou. Informe novamente o login e a senha."]
BILLED = [("240101", "2400701")]
ACTS: dict[str, Act] = {
    "login": lambda office: office.sign_in(),
    "listar": lambda office: office.listing(),
    "faturar": lambda office: office.bill("2400701"),
    "protocolos": lambda office: office.protocolos(),
}
each_action = pytest.mark.parametrize("action", ACTS)


def _lost(office: Office, act: Act) -> bool:
    """Whether the connection was cut before any answer."""
    try:
        act(office)
    except httpx.TransportError:
        return True
    return False


@each_action
def test_maintenance_answers_every_action_with_503(office: Office, action: str) -> None:
    office.mock.faults.arm("maintenance", on=action)
    page = ACTS[action](office)
    assert (page.status, page.heading, office.billed()) == (503, "Sistema em manutenção", [])


@each_action
def test_session_lost_answers_with_the_login_and_commits_nothing(office: Office, action: str) -> None:
    office.mock.faults.arm("session_lost", on=action)
    page = ACTS[action](office)
    assert (page.alerts, office.billed(), office.open("home.php").alerts) == (EXPIRED, [], EXPIRED)


@each_action
def test_drop_before_commit_cuts_every_action(office: Office, action: str) -> None:
    office.mock.faults.arm("drop_before_commit", on=action)
    assert (_lost(office, ACTS[action]), office.billed()) == (True, [])


def test_commit_then_drop_bills_without_an_answer(office: Office) -> None:
    office.mock.faults.arm("commit_then_drop", on="faturar")
    assert (_lost(office, ACTS["faturar"]), office.billed()) == (True, BILLED)


@pytest.mark.parametrize(("fault", "billed"), [("error_500_after_commit", BILLED), ("error_500_before_commit", [])])
def test_an_error_500_comes_after_or_before_the_billing(
    office: Office, fault: str, billed: list[tuple[str, str]]
) -> None:
    office.mock.faults.arm(fault, on="faturar")
    page = office.bill("2400701")
    assert (page.status, page.heading, office.billed()) == (500, "Erro interno do servidor (#500)", billed)


def test_late_commit_bills_after_the_connection_was_cut(office: Office) -> None:
    office.mock.faults.arm("late_commit", on="faturar", ms=200)
    lost, at_once = _lost(office, ACTS["faturar"]), office.billed()
    while not office.billed():
        office.open("home.php")
    assert (lost, at_once, office.billed()) == (True, [], BILLED)


def test_slow_waits_and_then_bills(office: Office) -> None:
    office.mock.faults.arm("slow", on="faturar", ms=50)
    page = office.bill("2400701")
    assert (page.status, office.billed(), office.mock.faults.fired()) == (
        200,
        BILLED,
        [("slow", "faturar", "2400701")],
    )


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("faturamento_simplificado.php", "Período entre:"),
        ("faturamento_simplificado.php", "Listar autorizações"),
        ("faturamento_simplificado.php", "FATURAMENTO SIMPLIFICADO"),
        ("protocolos_faturamento.php", "Número do lote:"),
        ("protocolos_faturamento.php", "Simplificado"),
    ],
)
@pytest.mark.parametrize("skin", ["simples", "antiga"])
def test_a_renamed_label_is_shown_with_its_new_words(open_office: Open, skin: str, path: str, label: str) -> None:
    office = open_office(skin=skin)
    office.mock.faults.arm("renamed_label", label=label, to="Rótulo novo")
    html = office.open("principal.php" if label == "Simplificado" and skin == "antiga" else path).html
    assert (f">{label}<" in html or f'"{label}"' in html, "Rótulo novo" in html) == (False, True)


def test_a_renamed_button_of_the_list_is_shown_with_its_new_words(office: Office) -> None:
    office.mock.faults.arm("renamed_label", label="Faturar guias marcadas", to="Enviar guias")
    assert office.listing().texts(".lista button") == ["Enviar guias"]


@pytest.mark.parametrize(("action", "column"), [("listar", 4), ("protocolos", 7)])
def test_a_swapped_patient_shows_somebody_else_in_one_row(office: Office, action: str, column: int) -> None:
    office.bill("2400703")
    office.mock.faults.arm("swapped_patient", on=action, number="2400703" if action == "protocolos" else "2400702")
    shown = numbers(ACTS[action](office), column)
    truth = ["CLEIDE AMARAL"] if action == "protocolos" else ["ADALGISA PRADO", "BENTO FARIAS"]
    assert (len(shown), shown[-1], truth[-1]) == (len(truth), "ADALGISA PRADO", truth[-1])


@pytest.mark.parametrize("action", ["listar", "protocolos"])
def test_a_failing_lookup_lists_nothing(office: Office, action: str) -> None:
    office.bill("2400703")
    office.mock.faults.arm("lookup_failing", on=action)
    page = ACTS[action](office)
    assert (page.alerts, page.rows) == (
        ["Não foi possível consultar as informações. Tente novamente mais tarde."],
        [],
    )


def test_an_accepted_second_click_bills_the_same_guia_twice(office: Office) -> None:
    office.mock.faults.arm("duplicate_click_accepted", on="faturar")
    answers = [office.bill("2400701").alerts[0][:60] for _ in range(2)]
    twice = office.door.post("/porta-do-auditor/duplicados", json={}).json()["agora"]
    assert (answers, office.billed(), twice) == (
        [
            "Guias faturadas com sucesso. Protocolo de faturamento: 24010",
            "Guias faturadas com sucesso. Protocolo de faturamento: 24010",
        ],
        [*BILLED, ("240102", "2400701")],
        [{"chave": ["boavista", "2400701", "10101012"], "a_mais": 1}],
    )


def test_without_that_switch_the_second_click_is_refused(office: Office) -> None:
    office.bill("2400701")
    second = office.bill("2400701")
    assert (second.alerts, office.billed()) == (
        ["Nenhuma guia foi faturada. Guia 2400701: guia já faturada no protocolo 240101."],
        BILLED,
    )


@pytest.mark.parametrize("action", ["login", "listar", "protocolos"])
def test_an_unexpected_dialog_comes_with_the_answer(office: Office, action: str) -> None:
    office.mock.faults.arm("unexpected_dialog", on=action, text="Sua senha vence amanhã.", kind="alert")
    assert ' data-dialog="Sua senha vence amanhã." data-kind="alert"' in ACTS[action](office).html


def test_an_unexpected_dialog_of_the_billing_waits_at_its_button(office: Office) -> None:
    office.mock.faults.arm("unexpected_dialog", on="faturar", text="Deseja imprimir?")
    listed, empty = office.listing().html, office.open("faturamento_simplificado.php").html
    assert (' data-dialog="Deseja imprimir?" data-kind="confirm"' in listed, "Deseja" in empty) == (True, False)


@pytest.mark.parametrize("action", ["login", "listar", "protocolos"])
def test_an_unknown_notice_takes_the_place_of_the_answer(office: Office, action: str) -> None:
    office.mock.faults.arm("unknown_notice", on=action, text="Código 77: consulte o setor.")
    assert ACTS[action](office).alerts == ["Código 77: consulte o setor."]


def test_an_unknown_notice_refuses_one_guia_of_the_batch(office: Office) -> None:
    office.mock.faults.arm("unknown_notice", on="faturar", number="2400702", text="código 77.")
    page = office.bill("2400701", "2400702")
    assert (page.alerts[1], office.billed()) == (
        "Atenção: nem todas as guias marcadas foram faturadas. Guia 2400702: código 77.",
        BILLED,
    )


def test_a_partial_success_bills_half_of_the_batch(office: Office) -> None:
    office.mock.faults.arm("partial_success", on="faturar")
    page = office.bill("2400701", "2400702", "2400703")
    assert (page.alerts[1], office.billed()) == (
        "Atenção: nem todas as guias marcadas foram faturadas. "
        "Guia 2400703: indisponível para faturamento no momento. Tente novamente mais tarde.",
        [*BILLED, ("240101", "2400702")],
    )


def test_a_value_changed_while_billing_is_recorded_changed(office: Office) -> None:
    office.mock.faults.arm("value_changed", on="faturar", number="2400702", centavos=-1)
    office.bill("2400701", "2400702")
    assert [conta.informado for conta in office.mock.state.contas()] == [6500, 6499]


@pytest.mark.parametrize(("action", "column"), [("listar", 7), ("protocolos", 9)])
def test_a_value_changed_in_a_list_is_only_shown_changed(office: Office, action: str, column: int) -> None:
    office.bill("2400703")
    office.mock.faults.arm("value_changed", on=action)
    shown = numbers(ACTS[action](office), column)[0]
    again = numbers(ACTS[action](office), column)[0]
    assert (shown, again) == ("65,01", "65,00")


def test_a_truncated_report_hides_rows_but_not_the_totals(office: Office) -> None:
    office.bill("2400701", "2400702", "2400703")
    office.mock.faults.arm("truncated_report", on="protocolos", rows=1)
    page = office.protocolos()
    assert (numbers(page, 3), page.texts("tfoot td")[:2], page.counted) == (
        ["2400701"],
        ["Total", "195,00"],
        "Quantidade: 1 de 3",
    )


def test_a_truncated_list_says_so_in_its_count(office: Office) -> None:
    office.mock.faults.arm("truncated_report", on="listar", rows=2)
    page = office.listing()
    assert (numbers(page), page.counted) == (["2400701", "2400702"], "Quantidade: 2 de 3")


def test_a_stale_report_does_not_know_the_last_batch(office: Office) -> None:
    office.bill("2400701")
    office.bill("2400702")
    office.mock.faults.arm("stale_report", on="protocolos")
    assert [numbers(office.protocolos(), 3) for _ in range(2)] == [["2400701"], ["2400701", "2400702"]]


def test_a_stale_list_still_offers_what_is_billed_and_the_billing_refuses_it(office: Office) -> None:
    office.bill("2400701")
    office.mock.faults.arm("stale_report", on="listar")
    offered = numbers(office.listing())
    refused = office.bill("2400701").alerts
    assert (offered, refused) == (
        ["2400701", "2400702", "2400703"],
        ["Nenhuma guia foi faturada. Guia 2400701: guia já faturada no protocolo 240101."],
    )


def test_the_switches_stay_apart_from_the_records(open_office: Open) -> None:
    office = open_office(seed(2))
    office.mock.faults.arm("swapped_patient", on="protocolos")
    office.bill("2400702")
    office.protocolos()
    contas: list[Conta] = office.mock.state.contas()
    assert [(conta.guia, conta.patient) for conta in contas] == [("2400702", "BENTO FARIAS")]
