"""A screen that changed: one question for all clinics, with the deadlines at risk, that ends when it was seen to."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from agent.ledger.queue import Waiting
from agent.ledger.transaction import stamp
from agent.model.errors import ScreenChanged
from agent.runner.known_panels import PanelMemory, accept, put_right
from agent.schedule.board import Board, Line
from agent.schedule.drifting import asked_of_a_screen, seen_to, with_deadlines
from agent.schedule.ending import Ending, ending_of
from agent.schedule.facts import NOTHING
from agent.schedule.tidy import over_now
from portals.drift.painel import Campo, Mudanca, Painel
from tests.schedule.notation import CLOSED, OUTUBRO, PLANNED, PRAZO, at, coming, waiting
from tests.schedule.office import office_in

CHANGED = ScreenChanged(['o campo "Mês" agora se chama "Meses"'], where="IPASEM, lançamento", do="Faça algo.")
PANEL = Painel(titulo="LANÇAMENTO", campos={"mes": Campo(papel="text", palavras="Mês", tag="input")})


def line(**facts: object) -> Line:
    seen = replace(PLANNED, **facts)  # type: ignore[arg-type]
    return Line(seen, PRAZO, coming(seen, "03/11 08:31"))


def board(*lines: Line) -> Board:
    return Board(lines, (), ())


def test_what_met_the_change_is_held_back_for_every_clinic_and_nothing_else_is() -> None:
    asked = asked_of_a_screen(
        "ipasem",
        'IPASEM, lançamento: A tela mudou: o campo "Mês" agora se chama "Meses".',
        step="lancar",
        stops="lancar não é feito em nenhuma clínica neste portal até lá",
    )
    assert ending_of(CHANGED, str(CHANGED), line()) == Ending("person", str(CHANGED), (asked,))
    assert (asked.clinica, asked.competencia, asked.step) == ("", "", "lancar")
    assert "faturista calibrar ipasem --tela ultima" in asked.asked
    assert "faturista sondar ipasem --aceitar" in asked.asked


def test_the_deadlines_at_risk_are_told_the_nearest_first() -> None:
    months = [
        line(),
        line(clinica="passo-firme", competencia=OUTUBRO),
        line(clinica="fechada", state="fechada"),
        line(portal="cassind"),
        Line(CLOSED, PRAZO, coming(CLOSED, "03/11 08:31")),
    ]
    asked = asked_of_a_screen("ipasem", "mudou", step=NOTHING, stops="para")

    told = with_deadlines(asked, board(*months), at("03/11 09:00"))
    late = with_deadlines(asked, board(*months), at("10/11 09:00"))

    assert told.otherwise == (
        "para; prazos em risco: sorriso 10/2026 até 09/11 às 18:00, passo-firme 10/2026 até 09/11 às 18:00"
    )
    assert (told.until, late) == (stamp(PRAZO.deadline), asked)


@pytest.mark.parametrize(
    "done", [lambda office: accept(office, "ipasem"), lambda office: put_right(office, "ipasem", ["gerar"])]
)
def test_it_is_over_once_the_change_was_accepted_or_put_right(tmp_path: Path, done: Callable[..., object]) -> None:
    office = office_in(tmp_path)
    memory = PanelMemory(office, "ipasem", lambda: datetime(2026, 11, 3, tzinfo=UTC))
    memory.met("gerar", PANEL)
    memory.changed("gerar", PANEL, Mudanca(('o campo "Mês" agora se chama "Meses"',), ()))
    held, told = replace(waiting("tela", "lancar"), clinica=""), replace(waiting("tela", NOTHING), id=2)

    before = list(seen_to(office, [held, told]))
    done(office)

    assert (before, list(seen_to(office, [held, told]))) == ([], [(1, "a mudança foi aceita ou calibrada")])


def test_an_approval_that_waits_outlives_the_days_look() -> None:
    looking = line(probe="2026-11-03")
    asked: Waiting = replace(waiting("aprovar", "fechar", "plano"), competencia="2026-10")
    assert (looking.coming.task, list(over_now([asked], board(looking)))) == ("sondar", [])
