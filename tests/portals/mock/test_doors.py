"""The doors for people and auditors: closed without the token, honest with it."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from portals.mock.person import SimulatedPerson
from tests.portals.mock.conftest import TOKEN, Running


@pytest.mark.parametrize(
    "path", ["/porta-da-pessoa/captchas", "/porta-do-auditor/registros", "/porta-do-auditor/falhas"]
)
def test_a_door_does_not_exist_for_whoever_has_no_token(running: Running, path: str) -> None:
    assert running.client.get(path).status_code == 404


def test_the_auditor_sees_what_is_recorded(running: Running) -> None:
    running.client.post("/gravar", data={"numero": "7"})
    assert running.door.get("/porta-do-auditor/registros").json() == {"gravados": ["7"]}


def test_duplicates_are_counted_against_the_plan(running: Running) -> None:
    for number in ("7", "7", "8", "8"):
        running.client.post("/gravar", data={"numero": number})
    plan = [{"chave": ["7"], "quantidade": 2}, {"chave": ["9"], "quantidade": 1}]
    answer = running.door.post("/porta-do-auditor/duplicados", json={"plano": plan}).json()
    ever = [(e["seq"], e["key"], e["count"], e["planned"]) for e in answer["alguma_vez"]]
    assert (answer["agora"], ever, answer["faltam"]) == (
        [{"chave": ["8"], "a_mais": 2}],
        [(3, ["8"], 1, 0), (4, ["8"], 2, 0)],
        [{"chave": ["9"], "quantidade": 1}],
    )


def test_without_a_plan_one_entry_per_key_is_allowed(running: Running) -> None:
    for number in ("7", "7", "8"):
        running.client.post("/gravar", data={"numero": number})
    answer = running.door.post("/porta-do-auditor/duplicados").json()
    assert (answer["agora"], len(answer["alguma_vez"])) == ([{"chave": ["7"], "a_mais": 1}], 1)


def test_the_journal_keeps_each_commit_in_order(running: Running) -> None:
    for number in ("7", "8"):
        running.client.post("/gravar", data={"numero": number})
    journal = running.door.get("/porta-do-auditor/diario").json()
    assert [(c["seq"], c["action"], c["number"]) for c in journal] == [(1, "gravar", "7"), (2, "gravar", "8")]


def test_the_request_log_holds_no_form(running: Running) -> None:
    running.client.post("/gravar", data={"numero": "7", "senha": "segredo-da-clinica"})
    answer = running.door.get("/porta-do-auditor/pedidos", params={"acao": "gravar"})
    rows: list[dict[str, Any]] = answer.json()
    kept = [(r["method"], r["path"], r["number"], r["outcome"]) for r in rows]
    assert (kept, "segredo" in answer.text) == ([("POST", "/gravar", "7", "200")], False)


def test_faults_are_armed_and_disarmed_through_the_door(running: Running) -> None:
    settings = {"name": "error_500_before_commit", "on": "gravar", "times": 5}
    fault_id = running.door.post("/porta-do-auditor/falhas", json=settings).json()["id"]
    broken = running.client.post("/gravar", data={"numero": "7"}).status_code
    left = running.door.delete(f"/porta-do-auditor/falhas/{fault_id}").json()["armadas"]
    assert (broken, left, running.client.post("/gravar").status_code) == (500, [], 200)


def test_a_fault_that_does_not_exist_is_answered_with_the_reason(running: Running) -> None:
    answer = running.door.post("/porta-do-auditor/falhas", json={"name": "explode"})
    assert (answer.status_code, answer.json()["erro"][:9]) == (400, '"explode"')


def test_time_is_advanced_through_the_door(running: Running) -> None:
    done = running.door.post("/porta-do-auditor/avancar/auditar", json={"mes": "02/2025"})
    unknown = running.door.post("/porta-do-auditor/avancar/voar", json={})
    assert (done.json(), unknown.status_code, unknown.json()) == (
        {"auditado": "02/2025"},
        400,
        {"erro": 'O comando "voar" não existe.'},
    )


def test_the_door_for_people_waits_until_a_box_appears(running: Running) -> None:
    captchas = running.toy.stage.captchas
    seen: list[Any] = []

    def wait() -> None:
        seen.extend(running.door.get("/porta-da-pessoa/captchas", params={"espera": 20}, timeout=30).json())

    thread = threading.Thread(target=wait)
    thread.start()
    challenge = captchas.show("/entrada")
    thread.join()
    assert [(box["id"], box["pagina"]) for box in seen] == [(challenge.id, "/entrada")]


def test_a_box_that_is_gone_cannot_be_ticked(running: Running) -> None:
    answer = running.door.post("/porta-da-pessoa/captchas/nada/marcar")
    assert (answer.status_code, answer.json()) == (
        400,
        {"erro": "Essa caixa não está mais na tela de ninguém."},
    )


def test_a_click_by_a_program_ticks_nothing(running: Running) -> None:
    challenge = running.toy.stage.captchas.show("/entrada")
    answer = running.client.post(f"/nao-sou-um-robo/{challenge.id}/clique").json()
    assert (answer, running.toy.stage.captchas.waiting()) == ({"aceito": False}, [challenge])


def test_a_simulated_person_ticks_and_the_token_opens_one_form_once(running: Running) -> None:
    captchas = running.toy.stage.captchas
    with SimulatedPerson(running.served.url, TOKEN) as person:
        challenge = captchas.show("/entrada")
        state = running.client.get(f"/nao-sou-um-robo/{challenge.id}/estado", timeout=30).json()
    redeemed = [captchas.redeem(state["token"]), captchas.redeem(state["token"])]
    assert (state["marcado"], redeemed, person.ticked) == (True, [True, False], 1)


def test_a_reluctant_person_leaves_the_box_alone(running: Running) -> None:
    asked = threading.Event()

    def reluctant(box: dict[str, Any]) -> bool:
        asked.set()
        return True

    with SimulatedPerson(running.served.url, TOKEN, reluctant=reluctant) as person:
        challenge = running.toy.stage.captchas.show("/entrada")
        asked.wait(20)
    assert (running.toy.stage.captchas.waiting(), person.ticked) == ([challenge], 0)
