"""From a command with nobody at hand, through the queue and the panel in a real browser, to what it then does."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from agent.ledger.queue import Waiting
from tests.panel.at_hand import at_hand
from tests.panel.screen import LAPTOP, Opens, Screen, windows_on
from tests.schedule.working import OUTUBRO

pytestmark = pytest.mark.browser


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def _opens(here: Screen, item: Waiting) -> str:
    """From the day to the approval: all that it reads, without the signs that part its lines."""
    here.page.goto(f"{here.url}/dia")
    here.page.get_by_role("link", name="Conferir e decidir").click()
    expect(here.page.get_by_role("heading", level=1)).to_have_text(item.seen.splitlines()[0])
    return here.reads()


def _says_yes(here: Screen, item: Waiting) -> None:
    """By the keyboard alone, with the code that stands there."""
    expect(here.page.locator("label .codigo")).to_have_text(item.subject[:6])
    here.page.get_by_label("Para aprovar, digite").press_sequentially(item.subject[:6])
    here.page.keyboard.press("Enter")
    expect(here.page.get_by_role("heading", level=1)).to_contain_text("Meu dia")


def _shown(item: Waiting) -> list[str]:
    """What the command's question says, its hash last."""
    return [*item.seen.splitlines(), item.subject]


def test_a_close_and_a_reopening_by_two_are_done_as_they_were_shown(
    stack: ExitStack, browser: Browser, tmp_path: Path
) -> None:
    office, url = stack.enter_context(at_hand(tmp_path, "reabrir"))
    opens: Opens = stack.enter_context(windows_on(browser, url))
    ana, aprigio = opens(LAPTOP), opens(LAPTOP)
    ana.signs_in("Ana")
    aprigio.signs_in("Aprígio")
    portal = office.insurers["ipasem"]
    office.lancar("ipasem")

    asked = office.fechar(), dict(portal.closed)
    close = office.waits()
    read = _opens(aprigio, close)
    _says_yes(aprigio, close)
    closed = office.fechar(), set(portal.closed)

    assert (asked[0].fechado, asked[1], closed[0].fechado, closed[1]) == (False, {}, True, {("u-c0", OUTUBRO)})
    assert [line for line in _shown(close) if line not in read] == []

    office.clock.now += timedelta(minutes=1)
    office.reabrir()
    reopening = office.waits()
    read = _opens(ana, reopening)
    _says_yes(ana, reopening)
    half = office.reabrir(), set(portal.closed)
    again = _opens(ana, reopening)
    _opens(aprigio, reopening)
    _says_yes(aprigio, reopening)
    done = office.reabrir(), set(portal.closed)

    assert [line for line in _shown(reopening) if line not in read] == []
    assert "O escritório pede que duas pessoas diferentes aprovem isto." in read
    assert "Ana já aprovou. Falta uma segunda pessoa; você já aprovou; falta outra pessoa." in again
    assert (half[0].feito, half[1], done[0].feito, done[1]) == (False, {("u-c0", OUTUBRO)}, True, set())
    assert [(s.elsewhere(), s.complaints) for s in (ana, aprigio)] == [(set(), [])] * 2


def test_an_exclusion_is_refused_once_its_month_moved_and_what_is_final_is_billed_as_shown(
    stack: ExitStack, browser: Browser, tmp_path: Path
) -> None:
    office, url = stack.enter_context(at_hand(tmp_path))
    here = stack.enter_context(windows_on(browser, url))(LAPTOP)
    here.signs_in("Aprígio")
    office.lancar("ipasem")
    rows = office.insurers["ipasem"].rows["u-c0", OUTUBRO]
    numero = rows[1].numero_autorizacao

    office.excluir(numero)
    first = office.waits()
    office.clock.now += timedelta(minutes=1)
    office.send_sheet("c0", OUTUBRO, 4)
    office.lancar("ipasem")
    moved = _opens(here, first)
    code_asked = here.page.get_by_label("Para aprovar, digite").count()
    here.page.get_by_role("button", name="Não aprovar").click()
    expect(here.page.get_by_text("Nada espera por uma pessoa.")).to_be_visible()
    office.excluir(numero)
    second = office.waits()
    read = _opens(here, second)
    _says_yes(here, second)
    office.excluir(numero)

    assert ("O mês mudou depois desta pergunta." in moved, code_asked) == (True, 0)
    assert [line for line in _shown(second) if line not in read] == []
    assert ([row.numero_autorizacao for row in rows].count(numero), len(rows)) == (0, 3)

    office.lancar("cassind")
    batch, before = office.waits(), len(office.insurers["cassind"].ever)
    read = _opens(here, batch)
    _says_yes(here, batch)
    office.lancar("cassind")

    assert [line for line in _shown(batch) if line not in read] == []
    assert (before, len(office.insurers["cassind"].ever)) == (0, 4)
    assert (here.elsewhere(), here.complaints) == (set(), [])
