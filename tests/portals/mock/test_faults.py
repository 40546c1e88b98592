"""Each transport switch does what its name says, proved over a real connection."""

from __future__ import annotations

import socket
import threading

import httpx
import pytest

from portals.mock.faults import FAULTS, Faults
from tests.portals.mock.conftest import Running


def _raw_post(running: Running, body: bytes) -> bytes:
    """Everything the server sends back before the connection ends; b"" when it was cut first."""
    head = (
        "POST /gravar HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    received = b""
    with socket.create_connection(("127.0.0.1", running.served.port), timeout=10) as raw:
        raw.sendall(head.encode() + body)
        try:
            while chunk := raw.recv(4096):
                received += chunk
        except ConnectionResetError:
            pass
    return received


def _saved(running: Running) -> list[str]:
    rows: list[str] = running.toy.recorded()["gravados"]
    return rows


def test_without_a_fault_the_answer_arrives(running: Running) -> None:
    assert _raw_post(running, b"numero=7").endswith(b"gravado 7")


def test_commit_then_drop_commits_and_sends_no_byte(running: Running) -> None:
    running.toy.stage.faults.arm("commit_then_drop", on="gravar")
    received = _raw_post(running, b"numero=7")
    assert (received, _saved(running)) == (b"", ["7"])


def test_drop_before_commit_does_nothing_and_sends_no_byte(running: Running) -> None:
    running.toy.stage.faults.arm("drop_before_commit", on="gravar")
    received = _raw_post(running, b"numero=7")
    assert (received, _saved(running)) == (b"", [])


def test_late_commit_cuts_now_and_commits_later(running: Running) -> None:
    running.toy.stage.faults.arm("late_commit", on="gravar", ms=300)
    received = _raw_post(running, b"numero=7")
    before = _saved(running)
    while not _saved(running):
        running.client.get("/entrada")
    assert (received, before, _saved(running)) == (b"", [], ["7"])


@pytest.mark.parametrize(("fault", "saved"), [("error_500_after_commit", ["7"]), ("error_500_before_commit", [])])
def test_error_500_comes_after_or_before_the_commit(running: Running, fault: str, saved: list[str]) -> None:
    running.toy.stage.faults.arm(fault, on="gravar")
    answer = running.client.post("/gravar", data={"numero": "7"})
    assert (answer.status_code, "Erro interno" in answer.text, _saved(running)) == (500, True, saved)


def test_a_slow_answer_keeps_others_waiting_for_nothing(running: Running) -> None:
    running.toy.stage.faults.arm("slow", on="gravar", ms=1500)
    order: list[str] = []

    def save_slowly() -> None:
        httpx.post(f"{running.served.url}/gravar", data={"numero": "7"})
        order.append("lento")

    thread = threading.Thread(target=save_slowly)
    thread.start()
    while not running.toy.stage.requests.rows("gravar"):
        running.client.get("/entrada")
    order.append("rapido")
    thread.join()
    assert order == ["rapido", "lento"]


def test_session_lost_answers_with_the_login_page_and_a_new_session(running: Running) -> None:
    first = running.client.get("/sessao").text
    running.toy.stage.faults.arm("session_lost", on="gravar")
    answer = running.client.post("/gravar", data={"numero": "7"})
    second = running.client.get("/sessao").text
    assert (answer.headers["location"], _saved(running), first != second) == ("/entrada", [], True)


def test_maintenance_stands_until_it_is_disarmed(running: Running) -> None:
    running.toy.stage.faults.arm("maintenance")
    during = [running.client.get("/entrada").status_code for _ in range(3)]
    running.toy.stage.faults.disarm()
    assert (during, running.client.get("/entrada").status_code) == ([503, 503, 503], 200)


def test_a_fault_for_one_authorisation_spares_the_others(running: Running) -> None:
    running.toy.stage.faults.arm("error_500_before_commit", on="gravar", number="8")
    codes = [running.client.post("/gravar", data={"numero": n}).status_code for n in ("7", "8", "8")]
    assert (codes, _saved(running)) == ([200, 500, 200], ["7", "8"])


def test_a_fault_is_used_up_after_its_count() -> None:
    faults = Faults()
    faults.arm("slow", on="gravar", times=2)
    used = [faults.take("slow", "gravar") is not None for _ in range(3)]
    assert (used, faults.armed(), len(faults.fired())) == ([True, True, False], [], 2)


def test_an_unknown_fault_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(ValueError, match="is not a fault of the mock portals") as raised:
        Faults().arm("explode")
    assert str(raised.value) == (f'"explode" is not a fault of the mock portals. There are: {", ".join(FAULTS)}.')


def test_what_is_resent_is_recorded_as_often_as_it_arrives(running: Running) -> None:
    running.toy.stage.faults.arm("commit_then_drop", on="gravar")
    _raw_post(running, b"numero=7")
    _raw_post(running, b"numero=7")
    outcomes = [row["outcome"] for row in running.toy.stage.requests.rows("gravar")]
    assert (outcomes, _saved(running)) == (["cortado", "200"], ["7", "7"])
