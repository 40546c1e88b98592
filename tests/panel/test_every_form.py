"""Every form of every page, found by the table of pages, filled with anything: answered in words, or done whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from agent.accounting.opening import open_books
from agent.config.load import load_office
from agent.panel.app import PAGES
from agent.panel.receiving import Receiving
from agent.panel.settings_fields import groups
from agent.panel.settings_saving import held
from agent.panel.visit import Page
from tests.ledger.by_itself import ASKED
from tests.panel.conftest import Panel
from tests.panel.people import Person
from tests.panel.test_rough_handling import FORMS, NAMES, VALUES, Desk
from tests.panel.test_who_may import CLOSE

pytestmark = pytest.mark.long

EXAMPLES = 12
SHEET = b"Autorizacao;Data;Codigo;Qtde;Valor\n2988001;05/10/2026;50000616;1;65,00\n"
TIMES = st.sampled_from(["07:30-12:00", "10/2026", "5", "30", "RS", "https://portal.exemplo", "ana@escritorio.exemplo"])
TYPED = st.one_of(VALUES, TIMES)


@dataclass(frozen=True)
class Form:
    """A form at an address, the hidden fields of its page, and the names of what is typed into it."""

    path: str
    hidden: Mapping[str, str]
    names: tuple[str, ...]


def _standing(panel: Panel) -> dict[str, str]:
    """For each name in an address something that is there, for as long as nobody is done with it."""
    with panel.house.books() as ledger:
        ledger.queue.ask(CLOSE)
        ledger.queue.ask(replace(ASKED, clinica="aurora"))
        number = ledger.queue.open()[-1].id
        problem = next(problem for mes in ledger.months.all() for problem in ledger.problems.of(mes))
        entry = next(g.conta_id for _, chase in panel.house.figuring.chases(ledger) for g in chase.glosas if g.glosado)
    taken = Receiving(panel.office, panel.clock).take("aurora", "ipasem 10-2026.csv", SHEET, "Olga")
    names = {"numero": str(number), "recebida": taken.id, "clinica": "aurora", "recurso": "1"}
    return {
        **names,
        "lancamento": str(entry),
        "grupo": "escritorio",
        "mes": str(problem.mes_id),
        "pendencia": str(problem.id),
    }


def _forms(panel: Panel, page: Page) -> Iterator[Form]:
    """The settings have a form for each section, each other page one."""
    if page.path != "/configuracoes/{grupo}":
        yield Form(page.path.format(**_standing(panel)), {"portal": "ipasem", "estado": CLOSE.subject}, tuple(NAMES))
        return
    for grupo in groups(held(panel.office).data):
        for secao in grupo.secoes:
            names = [c.chave for c in secao.campos] + [f"{c.chave}.{o}" for c in secao.campos for o in c.opcoes]
            yield Form(f"/configuracoes/{grupo.nome}", {"secao": secao.nome}, tuple(names))


def _left_half_done(panel: Panel) -> list[str]:
    """What no finished act leaves behind: a file that cannot be read, something not yet in its place."""
    load_office(panel.office.folder)
    return [str(path) for path in panel.office.folder.rglob("*") if path.suffix in (".tmp", ".novo", ".parte")]


def _fill(desk: Desk, form: Form) -> None:
    """Some ways to fill in one form."""

    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, phases=[Phase.generate])
    @given(fields=st.dictionaries(st.sampled_from(form.names), TYPED, max_size=8))
    def filled(fields: dict[str, str]) -> None:
        before = desk.state()
        known = {"token": desk.token, "arquivo": held(desk.panel.office).stamp}
        answer = desk.person.client.post(form.path, data={**form.hidden, **fields, **known})

        assert answer.status_code in (200, 303, 401, 404, 409, 429), (form.path, answer.status_code)
        assert "<script>alert" not in answer.text
        assert answer.status_code in (200, 303) or desk.state() == before
        assert _left_half_done(desk.panel) == []

    filled()


@pytest.mark.parametrize("page", FORMS, ids=lambda page: page.path)
def test_whatever_is_typed_into_a_form_is_refused_whole_or_done_whole(page: Page, panel: Panel, ana: Person) -> None:
    token = ana.sees("/pessoas").text.partition('name="token" value="')[2].partition('"')[0]
    desk = Desk(panel, ana, token)
    for form in list(_forms(panel, page)):
        _fill(desk, form)
    with open_books(panel.office) as ledger:
        assert ledger.checks.verify_chain(ledger.checks.anchor()).intact


def test_every_form_of_the_panel_is_among_them() -> None:
    posts = {page.path for page in PAGES if page.method == "POST"}

    assert posts - {page.path for page in FORMS} == {"/sair", "/planilhas"}  # a way out, and one that brings a file
