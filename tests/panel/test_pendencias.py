"""The open problems of the accounts at the panel: what the command line does with them, with the same words kept."""

from dataclasses import dataclass
from datetime import date

import httpx
import pytest

from agent.accounting.opening import open_books
from agent.accounting.pendencias import pendencias_of
from agent.ledger.problems import Problem
from tests.panel.conftest import Panel
from tests.panel.people import Person, words

TODAY = date(2026, 12, 1)


@dataclass(frozen=True)
class Desk:
    """Somebody at the panel, and what the ledger holds."""

    panel: Panel
    person: Person

    def open(self, *, of_line: bool, clinica: str = "aurora") -> Problem:
        """The problem of that kind that is due first."""
        with open_books(self.panel.office) as ledger:
            months = [mes for mes in ledger.months.all() if mes.clinica == clinica]
            found = [each.problem for each in pendencias_of(ledger, months, TODAY)]
        return next(problem for problem in found if (problem.line_id is not None) == of_line)

    def now(self, problem: Problem) -> Problem:
        with open_books(self.panel.office) as ledger:
            mes = ledger.months.get(problem.mes_id)
            return next(each for each in ledger.problems.of(mes, closed=True) if each.id == problem.id)

    def does(self, problem: Problem, **fields: str) -> httpx.Response:
        path = f"/mes/{problem.mes_id}"
        return self.person.sends(f"{path}/pendencia/{problem.id}", fields, seen=path)

    def last_event(self) -> tuple[str, str]:
        with open_books(self.panel.office) as ledger:
            event = ledger.events.all()[-1]
        return event.kind, event.actor


@pytest.fixture
def desk(panel: Panel, ana: Person) -> Desk:
    return Desk(panel, ana)


def test_my_day_lists_what_is_open_with_owner_and_last_day_the_overdue_first(desk: Desk) -> None:
    with open_books(desk.panel.office) as ledger:
        everything = pendencias_of(ledger, ledger.months.all(), TODAY)
    page = words(desk.person.sees("/dia"))
    told = page[page.index("Pendências das contas") : page.index("Meses com pendências")]
    first = everything[0].problem

    assert (everything[0].late, f"Pendências das contas {len(everything)} " in told) == (True, True)
    assert f"venceu em 15/01/2026 · escritório Sem retorno: {first.text}" in told
    assert told.index(first.text) < told.index(everything[11].problem.text)
    assert everything[12].problem.text not in told
    assert everything[-1].problem.text in words(desk.person.sees("/dia?tudo=1"))


def test_each_problem_of_the_day_leads_to_its_place_in_the_months_page_and_that_to_the_entry(desk: Desk) -> None:
    silent = desk.open(of_line=False)
    day, month = desk.person.sees("/dia").text, desk.person.sees(f"/mes/{silent.mes_id}").text

    assert f'href="/mes/{silent.mes_id}#p{silent.id}"' in day
    assert f'<li id="p{silent.id}" class="vencido">' in month
    assert f'href="/lancamento/{silent.entry_id}"' in month[month.index(f'id="p{silent.id}"') :]


def test_a_line_leads_to_the_file_it_was_read_from_and_to_the_entry_it_may_be_of(desk: Desk) -> None:
    with open_books(desk.panel.office) as ledger:
        proposed = next(
            each.problem
            for each in pendencias_of(ledger, ledger.months.all(), TODAY)
            if "99999999" in each.problem.text
        )
        sha256 = ledger.trail.of_lines(ledger.months.get(proposed.mes_id))[proposed.line_id or 0]
    page = desk.person.sees(f"/mes/{proposed.mes_id}").text
    item = page[page.index(f'id="p{proposed.id}"') :].partition("</li>")[0]

    assert "R$ 160,00 em 2 lançamentos" in words(desk.person.sees(f"/mes/{proposed.mes_id}")).replace("\u00a0", " ")
    assert (f"/prova/{proposed.mes_id}/{sha256}?ver=1" in item, item.count('<option value="')) == (True, 3)
    assert "Pode ser de" in item


def test_a_problem_is_given_to_somebody_and_put_off_for_a_reason_and_the_ledger_says_who(desk: Desk) -> None:
    silent = desk.open(of_line=False)
    given = desk.does(silent, ato="entregar", pessoa="Bia", motivo="Bia fala com o convênio")
    put_off = desk.does(silent, ato="adiar", ate="2026-12-20", motivo="prometeram resposta")
    after = desk.now(silent)

    assert (given.status_code, given.headers["location"]) == (303, f"/mes/{silent.mes_id}#pendencias")
    assert (put_off.status_code, after.owner, after.due_at, after.state) == (303, "Bia", "2026-12-20", "open")
    assert desk.last_event() == ("problem.given", "Ana")
    assert "até 20/12/2026 · Bia" in words(desk.person.sees(f"/mes/{silent.mes_id}"))


def test_an_entry_with_nothing_more_to_do_is_closed_for_a_reason_and_shown_no_more(desk: Desk) -> None:
    silent = desk.open(of_line=False)
    answer = desk.does(silent, ato="encerrar", motivo="o convênio confirmou que não paga")
    after = desk.now(silent)

    assert (answer.status_code, after.state, after.who) == (303, "accepted", "Ana")
    assert after.resolution == "o convênio confirmou que não paga"
    assert f'id="p{silent.id}"' not in desk.person.sees(f"/mes/{silent.mes_id}").text


def test_a_line_that_is_not_ours_is_said_to_be_nobodys_and_its_problem_ends(desk: Desk) -> None:
    line = desk.open(of_line=True)
    closed = desk.does(line, ato="encerrar", motivo="nada")
    other = desk.does(line, ato="decidir", de="999999", motivo="de outro")
    unchosen = desk.does(line, ato="decidir", de="", motivo="sem escolher")
    answer = desk.does(line, ato="decidir", de="alheia", motivo="é de outra clínica")
    after = desk.now(line)

    assert (closed.status_code, other.status_code, unchosen.status_code, answer.status_code) == (409, 409, 409, 303)
    assert (after.state, after.resolution, after.who) == ("resolved", "é de outra clínica", "Ana")


def test_what_cannot_be_done_is_said_in_words_and_changes_nothing(desk: Desk) -> None:
    silent = desk.open(of_line=False)
    with open_books(desk.panel.office) as ledger:
        name = ledger.entries.get(silent.entry_id or 0).lancamento.beneficiario
    wrong: list[dict[str, str]] = [
        {"ato": "entregar", "pessoa": "Bia", "motivo": " "},
        {"ato": "entregar", "pessoa": "", "motivo": "porque sim"},
        {"ato": "entregar", "pessoa": "B" * 61, "motivo": "porque sim"},
        {"ato": "adiar", "ate": "2026-11-30", "motivo": "já passou"},
        {"ato": "adiar", "ate": "31/02/2027", "motivo": "não existe"},
        {"ato": "decidir", "de": "alheia", "motivo": "não é linha"},
        {"ato": "encerrar", "motivo": f"{name.upper()} não veio"},
        {"ato": "outro", "motivo": "porque sim"},
        {"motivo": "porque sim"},
    ]
    codes = [desk.does(silent, **fields).status_code for fields in wrong]

    assert (codes, desk.now(silent)) == ([409] * len(wrong), silent)


def test_what_is_over_or_another_months_is_not_touched_again(desk: Desk) -> None:
    silent, line = desk.open(of_line=False), desk.open(of_line=True)
    desk.does(silent, ato="encerrar", motivo="acabou")
    again = desk.does(silent, ato="adiar", ate="2026-12-20", motivo="mais tempo")
    path = f"/mes/{silent.mes_id}"
    strange = desk.person.sends(f"{path}/pendencia/{line.id}", {"motivo": "x"}, seen="/dia")

    assert (again.status_code, strange.status_code, line.mes_id != silent.mes_id) == (409, 404, True)


def test_an_accountant_reads_what_is_open_and_is_offered_no_act(desk: Desk) -> None:
    silent = desk.open(of_line=False)
    with Person.at(desk.panel.url) as conrado:
        conrado.signs_in("Conrado")
        page = conrado.sees(f"/mes/{silent.mes_id}")

    assert (silent.text in words(page), "/pendencia/" in page.text) == (True, False)
