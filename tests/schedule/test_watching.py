"""Whoever watches sees whether the schedule still looks, and the office in figures without a patient."""

import http.client
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from socket import create_server

import pytest

from agent.model.competencia import Competencia
from agent.model.errors import SetupError
from agent.schedule.health import Health, watched
from agent.schedule.metrics import gather, metrics
from tests.schedule.notation import at
from tests.schedule.working import working

NOW = at("03/11 08:00")


def free_port() -> int:
    with create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def asked(port: int, path: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def test_the_pages_answer_on_this_computer() -> None:
    health, port = Health(lambda: NOW), free_port()
    with watched(health, port):
        before = asked(port, "/saude")[0]
        health.looked(NOW, "faturista_months 3\n")
        after = [asked(port, path) for path in ("/saude", "/metricas", "/outra")]

    assert before == 503
    assert after == [(200, "ok\n"), (200, "faturista_months 3\n"), (404, "há /saude e /metricas\n")]


def test_a_schedule_that_looks_no_more_is_not_well() -> None:
    health = Health(lambda: NOW + timedelta(minutes=6))
    health.looked(NOW, "")

    assert health.page("/saude")[0] == 503


def test_a_port_that_is_taken_is_told() -> None:
    with create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SetupError, match=f"a porta {port} não pôde ser aberta"), watched(Health(), port):
            pass


def test_the_figures_of_a_month_s_first_day(tmp_path: Path) -> None:
    office = working(tmp_path, 1, "03/11 08:00")
    office.send_sheet("c0", Competencia(2026, 10), 3)
    office.insurers["cassind"].loses = lambda save: save == 3
    office.work()
    office.person_approves()
    seen = office.work()
    with office.open_ledger() as ledger:
        page = metrics(gather(ledger, replace(seen)), office.clock.now + timedelta(minutes=1))

    lines = [line for line in page.splitlines() if not line.startswith("#")]
    assert [line for line in lines if line.startswith(("faturista_waiting", "faturista_sends", "faturista_last"))] == [
        'faturista_waiting{kind="entrar"} 1',
        'faturista_sends_total{outcome="confirmed"} 3',
        'faturista_last_good_run_age_seconds{clinica="c0",portal="cassind"} 60',
    ]
    assert 'faturista_months{status="pessoa"} 3' in lines
    assert "Paciente" not in page
