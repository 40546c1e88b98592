"""From which day a term runs and on which day it ends: nothing that is unrelated moves it."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from agent.accounting.appealing import draft
from agent.accounting.pack import gather
from agent.cli.appeals_view import appeals_view, radar_view
from agent.ledger.problems import Charge
from agent.ledger.store import Ledger
from tests.accounting.clocks import Clocked
from tests.ledger.office import Clock, linha

READ, LATER, LAST = date(2026, 11, 9), date(2026, 11, 24), date(2026, 12, 9)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Clocked]:
    clock = Clock()
    with Ledger.open(":memory:", journal=None, clock=clock) as ledger:
        yield Clocked.at(tmp_path, ledger, clock)


def test_a_line_about_another_entry_does_not_begin_the_term_again(office: Clocked) -> None:
    first = office.refuses(1)
    office.answers(READ, first)
    office.answers(LATER, first, office.refuses(2, at=2))
    assert [office.glosa(number, LATER).prazo for number in (1, 2)] == [LAST, date(2026, 12, 24)]


def test_a_corrected_line_begins_the_term_of_its_own_entry_again(office: Clocked) -> None:
    second = office.refuses(2, at=2)
    office.answers(READ, office.refuses(1), second)
    office.answers(LATER, office.refuses(1, 3000), second)
    assert [office.glosa(number, LATER).prazo for number in (1, 2)] == [date(2026, 12, 24), LAST]


def test_of_two_lines_that_refuse_an_entry_the_one_read_last_counts(office: Clocked) -> None:
    cut = office.refuses(1, 3000)
    office.answers(READ, cut)
    office.answers(LATER, cut, linha(2, office.entries[0], liberado=-3500))
    glosa = office.glosa(1, LATER)
    assert (glosa.glosado, glosa.prazo) == (6500, date(2026, 12, 24))


def test_a_line_that_pays_later_a_part_of_what_was_refused_begins_no_term(office: Clocked) -> None:
    refused = office.refuses(1)
    office.answers(READ, refused)
    office.answers(LATER, refused, linha(2, office.entries[0], liberado=2000))
    glosa = office.glosa(1, LATER)
    assert (glosa.glosado, glosa.recuperado, glosa.prazo) == (4500, 2000, LAST)


def test_what_an_answer_keeps_may_be_appealed_again_from_the_answer_s_day(office: Clocked) -> None:
    office.answers(READ, office.refuses(1), office.refuses(2, at=2))
    number = office.appeals(1, 6500, date(2026, 12, 1))
    office.month.ledger.appeals.answer(number, date(2027, 1, 11), 2500)
    today = date(2027, 1, 20)
    first, second = (office.glosa(each, today) for each in (1, 2))
    (done,) = draft(office.scope(today))
    assert (first.glosado, first.prazo, second.prazo) == (4000, date(2027, 2, 10), LAST)
    assert [(each.valor, each.numero) for each in done.itens] == [(4000, 2)]


def test_an_answer_that_is_older_than_the_return_begins_no_term(office: Clocked) -> None:
    office.answers(READ, office.refuses(1))
    number = office.appeals(1, 6500, READ)
    office.month.ledger.appeals.answer(number, date(2026, 11, 10), 0)
    office.answers(LATER, office.refuses(1, 3000))
    assert office.glosa(1, LATER).prazo == date(2026, 12, 24)


def test_an_answer_that_gave_all_that_was_asked_begins_no_term_for_the_rest(office: Clocked) -> None:
    office.answers(READ, office.refuses(1))
    office.month.ledger.appeals.answer(office.appeals(1, 2500, LATER), date(2026, 12, 1), 2500)
    glosa = office.glosa(1, LATER)
    assert (glosa.glosado, glosa.prazo) == (4000, LAST)


def test_of_two_rounds_the_last_answer_begins_the_third(office: Clocked) -> None:
    office.answers(READ, office.refuses(1))
    for valor, day in ((6500, date(2026, 12, 1)), (4000, date(2027, 1, 12))):
        office.month.ledger.appeals.answer(office.appeals(1, valor, day), day, 2500)
    glosa = office.glosa(1, LATER)
    assert (glosa.glosado, glosa.prazo) == (1500, date(2027, 2, 11))


def test_an_appeal_that_was_dropped_leaves_the_first_term(office: Clocked) -> None:
    office.answers(READ, office.refuses(1))
    office.month.ledger.appeals.drop(office.appeals(1, 6500, LATER), "Ana")
    assert office.glosa(1, LATER).prazo == LAST


def test_the_term_begins_on_the_office_s_own_day(office: Clocked) -> None:
    office.answers(date(2026, 11, 25), office.refuses(1), at=time(2, 30))  # in São Paulo the evening before
    assert office.glosa(1, LATER).prazo == date(2026, 12, 24)


def test_money_under_appeal_is_expected_after_its_answer_and_not_with_its_month(office: Clocked) -> None:
    office.answers(READ, office.refuses(1))
    office.appeals(1, 6500, date(2026, 12, 1))
    found = {number: office.conta(number, LATER).previsto for number in (1, 2)}
    assert found == {1: date(2027, 2, 1), 2: date(2026, 12, 3)}  # answered until 31/12; billed on 03/11


def test_an_answer_is_late_from_the_day_after_its_last(office: Clocked) -> None:
    office.answers(READ, office.refuses(1), office.refuses(2, at=2))
    office.appeals(1, 6500, date(2026, 11, 10))
    office.month.ledger.appeals.draft(office.entries[1].id, 6500, motivo="m", justificativa="j")
    told = {}
    for day in (10, 11):
        scope = office.scope(date(2026, 12, day))
        body, shown, waiting = appeals_view(scope, gather(scope, titulo=""))
        told[day] = (body["sem_resposta_no_prazo"], [str(line) for line in shown[1:]], waiting)
    draft_line = "Recurso 2 (lançamento 2): rascunho, 65,00"
    assert told == {
        10: (
            {"recursos": 0, "valor": 0},
            [
                "Recurso 1 (lançamento 1): enviado, 65,00, resposta até 10/12/2026",
                draft_line,
                "No prazo: 0 glosas, R$ 0,00.",
            ],
            0,
        ),
        11: (
            {"recursos": 1, "valor": 6500},
            [
                "Recurso 1 (lançamento 1): enviado, 65,00, resposta até 10/12/2026 (passou há 1 dia: cobre o convênio)",
                draft_line,
                "No prazo: 0 glosas, R$ 0,00.",
                "1 recurso sem resposta no prazo, R$ 65,00: cobre o convênio.",
            ],
            1,
        ),
    }


def test_the_answer_that_is_latest_stands_first(office: Clocked) -> None:
    office.answers(READ, office.refuses(1), office.refuses(2, at=2))
    for number, day in ((1, 20), (2, 10)):
        office.appeals(number, 6500, date(2026, 11, day))
    scope = office.scope(date(2026, 12, 30))
    body, _, _ = appeals_view(scope, gather(scope, titulo=""))
    found = body["recursos"]
    assert isinstance(found, list)
    assert [(each["id"], each["resposta_ate"], each["atraso"]) for each in found] == [
        (2, "2026-12-10", 20),
        (1, "2026-12-21", 9),
    ]


def test_what_a_line_may_answer_is_not_chased_but_decided(office: Clocked) -> None:
    office.answers(READ, linha(1, office.entries[0], liberado=6500, codigo_procedimento="99999999"))
    pack = office.pack(date(2027, 1, 20))
    body, shown = radar_view(pack)
    first, second = (entry.id for entry in office.entries)
    facts = {"dias": 78, "valor": 6500, "previsto": "2026-12-03", "passou": 48}
    assert body == {
        "sem_retorno": [{"lancamento": second, **facts, "cobrar": True}],
        "a_decidir": [{"lancamento": first, **facts}],
        "encerrados": [],
        "recursos_a_receber": [],
        "a_cobrar": 6500,
    }
    assert [each.atrasada for each in pack.sem_retorno] == [False, True]
    assert shown[2:] == [
        "A cobrar: R$ 65,00 (1 lançamento).",
        "O convênio respondeu; decida com conciliar --duvidas: R$ 65,00 (1 lançamento).",
    ]


@pytest.mark.parametrize(
    ("day", "days", "passed", "word"),
    [
        (date(2026, 12, 3), 30, 0, "aguardar"),
        (date(2026, 12, 4), 31, 1, "aguardar"),
        (date(2027, 1, 1), 59, 29, "aguardar"),
        (date(2027, 1, 2), 60, 30, "cobrar"),
    ],
)
def test_what_is_past_its_expected_day_is_told_before_it_is_chased(
    office: Clocked, day: date, days: int, passed: int, word: str
) -> None:
    silent = office.pack(day).sem_retorno[0]
    office.month.clock.now = office.scope(day).now
    chased = bool(office.month.ledger.problems.silent(office.month.mes, Charge(silent_days=60)))
    assert (silent.dias, silent.passou, silent.fazer) == (days, passed, word)
    assert chased is (word == "cobrar")  # the day it becomes a pendência
    told = [str(line) for line in radar_view(office.pack(day))[1][1:]]
    waits = "Passou do previsto, ainda sem o alerta do contrato: R$ 130,00 (2 lançamentos)."
    assert (waits in told) is (passed > 0 and word == "aguardar")
