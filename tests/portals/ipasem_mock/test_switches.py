"""Each switch on IPASEM's own acts, and a portal that is restarted."""

from __future__ import annotations

import threading

import httpx
import pytest

from tests.portals.ipasem_mock.conftest import LOGIN, Open, Visit
from tests.portals.ipasem_mock.people import CLINICA, FEBRUARY, MONTH


def _states(visit: Visit) -> list[tuple[int, bool]]:
    return [(m.id, m.finalizado) for m in visit.launched()]


@pytest.mark.parametrize(("fault", "finished"), [("commit_then_drop", True), ("drop_before_commit", False)])
def test_a_save_without_an_answer_is_or_is_not_recorded(visit: Visit, fault: str, finished: bool) -> None:
    visit.mock.faults.arm(fault, on="gravar", number="2678555")
    with pytest.raises(httpx.ReadError):
        visit.launch("2678555")
    assert _states(visit) == [(8300, finished)]


def test_an_opening_without_an_answer_leaves_a_red_draft(visit: Visit) -> None:
    visit.mock.faults.arm("commit_then_drop", on="abrir")
    with pytest.raises(httpx.ReadError):
        visit.enter("2678555")
    assert _states(visit) == [(8300, False)]


@pytest.mark.parametrize(("fault", "finished"), [("error_500_after_commit", True), ("error_500_before_commit", False)])
def test_error_500_says_nothing_about_what_is_recorded(visit: Visit, fault: str, finished: bool) -> None:
    visit.mock.faults.arm(fault, on="gravar")
    assert (visit.launch("2678555").status, _states(visit)) == (500, [(8300, finished)])


def test_a_late_save_shows_up_after_its_connection_was_cut(visit: Visit) -> None:
    visit.mock.faults.arm("late_commit", on="gravar", ms=300)
    with pytest.raises(httpx.ReadError):
        visit.launch("2678555")
    before = _states(visit)
    while _states(visit) == before:
        visit.open("/requerimentos")
    assert (before, _states(visit)) == ([(8300, False)], [(8300, True)])


def test_a_lost_session_answers_a_save_with_the_login_page(visit: Visit) -> None:
    visit.mock.faults.arm("session_lost", on="gravar")
    screen = visit.launch("2678555")
    assert (screen.path, _states(visit)) == (LOGIN, [(8300, False)])


def test_maintenance_shuts_the_login_too(open_visit: Open) -> None:
    visit = open_visit(signed_in=False)
    visit.mock.faults.arm("maintenance")
    screen = visit.open(LOGIN)
    assert (screen.status, screen.heading) == (503, "Sistema em manutenção")


def test_a_renamed_label_is_shown_under_its_new_name(visit: Visit) -> None:
    visit.mock.faults.arm("renamed_label", label="Data de Atendimento", to="Data do Serviço")
    html = visit.enter("2678555")["html"]
    assert ("Data do Serviço:" in html, "Data de Atendimento:" in html) == (True, False)


def test_a_swapped_patient_is_shown_though_not_recorded(visit: Visit) -> None:
    visit.mock.faults.arm("swapped_patient", on="abrir", number="2678555")
    html = visit.enter("2678555")["html"]
    shown = ("CLARA NUNES PRADO" in html, "BENTO ALVES DA ROSA" in html)
    assert (shown, visit.launched()[0].autorizacao) == ((True, False), "2678555")


def test_a_failing_lookup_opens_nothing(visit: Visit) -> None:
    visit.mock.faults.arm("lookup_failing", on="abrir")
    answer = visit.enter("2678555")
    assert (answer["mensagem"], visit.launched()) == (
        "Erro ao consultar a autorização. Tente novamente.",
        [],
    )


def test_with_duplicate_clicks_accepted_each_save_is_one_more(visit: Visit) -> None:
    visit.mock.faults.arm("duplicate_click_accepted")
    html = visit.enter("2678555")["html"]
    form = visit.movement_form(visit.launched()[0])
    for _ in range(2):
        visit.post("/requerimentos/gravar", form)
    assert ("data-repetivel" in html, _states(visit)) == (True, [(8300, True), (8301, True)])


def test_an_unexpected_dialog_comes_with_the_answer(visit: Visit) -> None:
    visit.mock.faults.arm("unexpected_dialog", on="abrir", text="Recadastramento obrigatório.")
    answer = visit.enter("2678555")
    assert answer["imprevisto"] == {"kind": "confirm", "text": "Recadastramento obrigatório."}


@pytest.mark.parametrize("action", ["gravar", "excluir", "fechar"])
def test_an_unknown_notice_refuses_and_nothing_is_done(visit: Visit, action: str) -> None:
    visit.launch("2678555")
    before = _states(visit)
    visit.mock.faults.arm("unknown_notice", on=action, text="Vínculo 37 em análise.")
    path = "fechar-movimento" if action == "fechar" else action
    screen = visit.post(f"/requerimentos/{path}", {**MONTH, "movimento": "8300"})
    assert (screen.alerts, _states(visit), visit.mock.recorded()["fechamentos"]) == (
        ["Vínculo 37 em análise."],
        before,
        [],
    )


def test_an_unknown_notice_refuses_an_authorisation(visit: Visit) -> None:
    visit.mock.faults.arm("unknown_notice", on="abrir", text="Vínculo 37 em análise.")
    assert (visit.enter("2678555")["mensagem"], visit.launched()) == ("Vínculo 37 em análise.", [])


def test_a_changed_value_is_stored_one_centavo_off(visit: Visit) -> None:
    visit.mock.faults.arm("value_changed", on="gravar", centavos=1)
    visit.launch("2678555")
    total = visit.card("conferencia").rows("totais")[-1]
    assert (visit.launched()[0].valor, total) == (6501, ["TOTAL", "1", "R$ 65,01"])


def test_a_truncated_report_keeps_whole_totals(visit: Visit) -> None:
    visit.launch("2678555")
    visit.launch("2678555")
    visit.mock.faults.arm("truncated_report", on="conferencia", rows=1)
    cut, whole = visit.card("conferencia"), visit.card("conferencia")
    assert (len(cut.rows("detalhes")), cut.rows("totais"), len(whole.rows("detalhes"))) == (
        1,
        whole.rows("totais"),
        2,
    )


def test_a_stale_report_misses_the_last_commits(visit: Visit) -> None:
    visit.launch("2678555")
    visit.mock.faults.arm("stale_report", on="conferencia", commits=1)
    stale, fresh = visit.card("conferencia"), visit.card("conferencia")
    assert (stale.rows("detalhes")[0][-1], fresh.rows("detalhes")[0][-1]) == ("Não finalizado", "Finalizado")


def test_a_restarted_portal_knows_its_movements_and_no_session(open_visit: Open) -> None:
    first = open_visit(state="ipasem.jsonl")
    first.launch("2678555")
    first.close()
    second = open_visit(state="ipasem.jsonl", signed_in=False)
    assert (second.launched(), second.mock.recorded()["fechamentos"], second.open("/requerimentos").path) == (
        first.launched(),
        [f"{CLINICA.document}|{FEBRUARY}"],
        LOGIN,
    )


def test_the_auditor_sees_everything_recorded(visit: Visit) -> None:
    visit.launch("2678555")
    recorded = visit.door.get("/porta-do-auditor/registros").json()
    assert recorded == {
        "movimentos": [visit.launched()[0].model_dump()],
        "fechamentos": [],
        "auditorias": {},
        "sessoes": [CLINICA.document],
    }


def test_the_journal_says_who_did_what(visit: Visit) -> None:
    visit.launch("2678555")
    acts = [(c.action, c.user, c.number) for c in visit.mock.journal()]
    assert acts == [
        ("entrar", CLINICA.document, None),
        ("abrir", CLINICA.document, "2678555"),
        ("gravar", CLINICA.document, "2678555"),
    ]


def test_latency_is_added_to_the_portal_and_not_to_the_doors(open_visit: Open) -> None:
    visit = open_visit(signed_in=False, latency_ms=1500)
    order: list[str] = []

    def look() -> None:
        visit.open(LOGIN)
        order.append("portal")

    thread = threading.Thread(target=look)
    thread.start()
    while not visit.mock.requests("tela-entrar"):
        visit.door.get("/porta-do-auditor/pedidos")
    order.append("porta")
    thread.join()
    assert order == ["porta", "portal"]
