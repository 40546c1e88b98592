"""What people say in the panel: items done, closes approved or not, each bound to exactly what was shown."""

from dataclasses import replace
from datetime import timedelta

import pytest

from agent.accounting.opening import open_books
from agent.model.competencia import Competencia
from tests.ledger.by_itself import ASKED
from tests.panel.conftest import Panel
from tests.panel.people import Person, words
from tests.panel.test_settings import saves
from tests.panel.test_who_may import CLOSE, STATE

CODE = STATE[:6]
ENTER = replace(ASKED, clinica="aurora", until="2026-11-30T12:00:00.000Z")


@pytest.fixture
def waiting(panel: Panel) -> tuple[int, int]:
    """The numbers of a sign-in and of a close that wait."""
    with panel.house.books() as ledger:
        numbers = ledger.queue.ask(ENTER), ledger.queue.ask(CLOSE)
    assert numbers[0] is not None
    assert numbers[1] is not None
    return numbers[0], numbers[1]


def _answered(panel: Panel) -> tuple[str, str] | None:
    with open_books(panel.office) as ledger:
        return ledger.queue.answered("aprovar", "aurora", "ipasem", "2026-10", STATE)


def test_what_waits_is_shown_with_its_deadline_and_what_happens_otherwise(
    panel: Panel, ana: Person, waiting: tuple[int, int]
) -> None:
    text = words(ana.sees("/dia"))

    assert "Consultório Dra. Aurora Lindner, IPASEM-NH venceu em 30/11 09:00 O portal mostra" in text
    assert "Senão: Nada é lançado nesta clínica." in text
    assert text.index("venceu em") < text.index("Fechar aurora em ipasem, 10/2026")


def test_an_item_that_is_done_leaves_the_day_with_who_did_it(
    panel: Panel, ana: Person, waiting: tuple[int, int]
) -> None:
    done = ana.sends(f"/fila/{waiting[0]}", {}, seen="/dia")
    again = ana.sends(f"/fila/{waiting[0]}", {}, seen="/dia")
    with open_books(panel.office) as ledger:
        item = ledger.queue.get(waiting[0])

    assert item is not None
    assert (done.status_code, again.status_code, item.answer, item.who) == (303, 409, "feito", "Ana")


def test_a_close_is_not_ticked_off_as_done(panel: Panel, ana: Person, waiting: tuple[int, int]) -> None:
    assert ana.sends(f"/fila/{waiting[1]}", {}, seen="/dia").status_code == 409
    assert _answered(panel) is None


def test_a_close_is_approved_by_its_code_and_bound_to_its_whole_state(
    panel: Panel, ana: Person, waiting: tuple[int, int]
) -> None:
    page = f"/aprovar/{waiting[1]}"
    shown = words(ana.sees(page))
    answer = ana.sends(page, {"estado": STATE, "codigo": CODE, "resposta": "sim"}, seen=page)

    assert (STATE in shown, "24 lançamentos" in shown) == (True, True)
    assert (answer.status_code, _answered(panel)) == (303, ("sim", "Ana"))


@pytest.mark.parametrize(
    "fields",
    [
        {"estado": STATE, "codigo": "", "resposta": "sim"},
        {"estado": STATE, "codigo": "ffffff", "resposta": "sim"},
        {"estado": "cd34" * 16, "codigo": CODE, "resposta": "sim"},
        {"codigo": CODE, "resposta": "sim"},
    ],
)
def test_a_wrong_code_or_another_state_approves_nothing(
    fields: dict[str, str], panel: Panel, ana: Person, waiting: tuple[int, int]
) -> None:
    page = f"/aprovar/{waiting[1]}"

    assert (ana.sends(page, fields, seen=page).status_code, _answered(panel)) == (409, None)


def test_a_no_needs_no_code(panel: Panel, ana: Person, waiting: tuple[int, int]) -> None:
    page = f"/aprovar/{waiting[1]}"
    ana.sends(page, {"estado": STATE, "resposta": "não"}, seen=page)

    assert _answered(panel) == ("não", "Ana")


def test_a_month_that_changed_after_the_question_cannot_be_approved_only_refused(
    panel: Panel, ana: Person, waiting: tuple[int, int]
) -> None:
    panel.clock.now += timedelta(minutes=1)
    with panel.house.books() as ledger:
        mes = ledger.months.find("aurora", "ipasem", Competencia(2026, 10))
        assert mes is not None
        ledger.entries.import_(mes, [], arquivo="outra.xlsx", sha256="", lidas=0, rejeitadas=(), ignoradas=0)
    page = f"/aprovar/{waiting[1]}"
    shown = words(ana.sees(page))
    yes = ana.sends(page, {"estado": STATE, "codigo": CODE, "resposta": "sim"}, seen=page)
    after_yes = _answered(panel)
    ana.sends(page, {"estado": STATE, "resposta": "não"}, seen=page)

    assert ("O mês mudou depois desta pergunta." in shown, yes.status_code, after_yes) == (True, 409, None)
    assert _answered(panel) == ("não", "Ana")


def test_an_answer_is_given_once(panel: Panel, ana: Person, waiting: tuple[int, int]) -> None:
    page = f"/aprovar/{waiting[1]}"
    with Person.at(panel.url) as other:
        other.signs_in("Aprígio")
        token_page = other.sees(page)
        ana.sends(page, {"estado": STATE, "resposta": "não"}, seen=page)
        late = other.sends(page, {"estado": STATE, "codigo": CODE, "resposta": "sim"}, seen="/dia")

    assert (token_page.status_code, late.status_code, _answered(panel)) == (200, 409, ("não", "Ana"))


def test_an_operator_reads_what_is_asked_and_cannot_decide(panel: Panel, waiting: tuple[int, int]) -> None:
    page = f"/aprovar/{waiting[1]}"
    with Person.at(panel.url) as olga:
        olga.signs_in("Olga")
        shown = olga.sees(page)
        answer = olga.sends(page, {"estado": STATE, "codigo": CODE, "resposta": "sim"}, seen="/dia")

    assert ("Para aprovar, digite" in words(shown), answer.status_code, _answered(panel)) == (False, 403, None)


def test_where_the_office_wants_two_people_the_second_is_another(
    panel: Panel, ana: Person, waiting: tuple[int, int]
) -> None:
    page, yes = f"/aprovar/{waiting[1]}", {"estado": STATE, "codigo": CODE, "resposta": "sim"}
    saves(ana, "escritorio", "aprovacoes", **{"segunda_pessoa.fechar": "1"})
    asked = words(ana.sees(page))
    first = ana.sends(page, yes, seen=page)
    own = words(ana.sees(page))
    again = ana.sends(page, yes, seen="/dia")
    between = _answered(panel)
    with Person.at(panel.url) as other:
        other.signs_in("Aprígio")
        other.sends(page, yes, seen=page)

    assert "O escritório pede que duas pessoas diferentes aprovem isto." in asked
    assert "Ana já aprovou. Falta uma segunda pessoa; você já aprovou; falta outra pessoa." in own
    assert (first.status_code, again.status_code, between) == (303, 409, None)
    assert _answered(panel) == ("sim", "Ana e Aprígio")


@pytest.mark.parametrize(("step", "what"), [("reabrir", "Reabrir"), ("excluir", "Excluir de"), ("lancar", "Faturar")])
def test_every_act_that_waits_is_approved_by_its_code_and_whole_state(
    step: str, what: str, panel: Panel, ana: Person
) -> None:
    asked = replace(CLOSE, step=step, ref="comando", seen=f"{what} aurora em ipasem, 10/2026\n1 guia", asker="olga")
    with panel.house.books() as ledger:
        number = ledger.queue.ask(asked)
    page = f"/aprovar/{number}"
    shown = words(ana.sees(page))
    ana.sends(page, {"estado": STATE, "codigo": CODE, "resposta": "sim"}, seen=page)

    assert (f"{what} aurora" in shown, "1 guia" in shown, STATE in shown, ", por olga" in shown) == (True,) * 4
    assert ("quem pediu repete o comando" in shown, _answered(panel)) == (True, ("sim", "Ana"))
