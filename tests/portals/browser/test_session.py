"""What a session guarantees: its own dialogs, its own hosts, its own state, evidence without secrets."""

import gc
import gzip
from base64 import b64encode
from typing import Any

import pytest
from playwright._impl.network import Request
from playwright.sync_api import Browser
from playwright.sync_api import Error as PlaywrightError

from agent.model.errors import PageChanged, PortalUnavailable, UnexpectedDialog
from agent.model.registro import Evidence
from portals.browser.documents import fetch_document, print_document
from portals.browser.session import Session, open_session
from portals.browser.state import SessionState
from portals.browser.translate import portal_errors
from tests.portals.browser.conftest import PDF, Site

pytestmark = pytest.mark.browser


CONFIRM = "<button onclick=\"document.title = confirm('Excluir o registro 8300?')\">Excluir</button>"


def test_an_announced_dialog_gets_its_answer(session: Session, site: Site) -> None:
    site.pages["/"] = CONFIRM
    session.goto()
    with session.dialogs.announced(r"excluir o registro \d+", accept=True) as dialog:
        session.page.click("button")
    session.check("IPASEM, lançamento")
    assert (dialog.seen, session.page.title()) == ("Excluir o registro 8300?", "true")


def test_a_dialog_that_nobody_announced_is_dismissed_and_stops_the_row(session: Session, site: Site) -> None:
    site.pages["/"] = CONFIRM
    session.goto()
    with session.dialogs.announced("fechar o movimento", accept=True):
        session.page.click("button")
    with pytest.raises(UnexpectedDialog) as stopped:
        session.check("IPASEM, lançamento")
    assert (session.page.title(), str(stopped.value)) == (
        "false",
        "IPASEM, lançamento: O portal abriu uma janela inesperada: 'Excluir o registro 8300?'. "
        "Ela foi fechada sem aceitar. Confira o lançamento no portal antes de continuar.",
    )


def test_a_session_lives_on_in_another_context(browser: Browser, session: Session, site: Site) -> None:
    site.pages["/"] = "<p>olá</p>"
    session.goto()
    session.page.evaluate("document.cookie = 'a=1; max-age=900'; localStorage.b = '2'; sessionStorage.c = '3'")
    text = session.state().model_dump_json()
    with open_session(browser, site.address, state=SessionState.model_validate_json(text)) as again:
        again.goto()
        found = again.page.evaluate("[document.cookie, localStorage.b, sessionStorage.c]")
        again.page.evaluate("sessionStorage.clear()")
        again.goto()
        after = again.page.evaluate("sessionStorage.length")
    assert (found, after) == (["a=1", "2", "3"], 0)


def test_a_worn_page_gives_way_to_a_new_one_of_the_same_login_and_lets_go_of_what_was_kept(
    session: Session, site: Site
) -> None:
    site.pages["/"] = "<p>olá</p>"
    session.goto()
    session.page.evaluate("document.cookie = 'a=1; max-age=900'; localStorage.b = '2'; sessionStorage.c = '3'")
    session.page.evaluate("() => Promise.all([1, 2, 3, 4, 5].map((n) => fetch('/?' + n).then((r) => r.text())))")
    kept = requests_kept()
    session.renew()
    session.goto()
    found = session.page.evaluate("[document.cookie, localStorage.b, sessionStorage.c]")
    assert (found, session.popups, len(session.context.pages)) == (["a=1", "2", "3"], [], 1)
    assert (kept - requests_kept(), session.worn) == (5, False)


def requests_kept() -> int:
    """How many requests Playwright holds in this process."""
    gc.collect()
    return sum(type(each) is Request for each in gc.get_objects())


def test_a_saved_session_does_not_show_its_secrets() -> None:
    state = SessionState(browser={"cookies": ["segredo"]}, tab={"http://x": {"a": "segredo"}})
    assert repr(state) == "SessionState()"


def test_evidence_holds_what_was_typed_but_no_secret(session: Session, site: Site) -> None:
    site.pages["/"] = (
        '<form><input name="numero"><input type="password" name="senha">'
        '<input type="hidden" name="_csrf" value="tok1">'
        '<textarea name="g-recaptcha-response"></textarea><select><option>A</option><option>B</option></select>'
        '<iframe title="reCAPTCHA" srcdoc="<p>desafio</p>"></iframe>'
        '<iframe srcdoc="<input name=valor>"></iframe></form>'
    )
    session.goto()
    session.page.fill("[name=numero]", "2678555")
    session.page.fill("[name=senha]", "segredo")
    session.page.fill("textarea", "resposta")
    session.page.select_option("select", "B")
    session.page.frames[2].fill("input", "65,00")
    picture, page = session.snapshot("tela do lançamento")
    html = gzip.decompress(page.content).decode()
    assert [word for word in ("segredo", "tok1", "resposta", "desafio") if word in html] == []
    assert [word for word in ("2678555", "65,00", 'selected="">B') if word not in html] == []
    assert (picture, page.kind, page.name) == (
        Evidence("jpeg", "tela do lançamento", picture.content),
        "html.gz",
        "tela do lançamento",
    )
    assert picture.content.startswith(b"\xff\xd8")


@pytest.mark.parametrize("target", ["", "_blank"])
def test_a_pdf_that_the_browser_would_show_is_fetched_whole(session: Session, site: Site, target: str) -> None:
    site.pages |= {"/": f'<a href="/protocolo" target="{target}">imprimir</a>', "/protocolo": "pdf"}
    session.goto()
    document = fetch_document(session.context, lambda: session.page.click("a"), 10_000, "CASSIND, protocolos")
    assert (document.name, document.content) == ("documento.pdf", PDF)


def test_a_download_is_fetched_under_its_own_name(session: Session, site: Site) -> None:
    data = b64encode(b"a;b").decode()
    site.pages["/"] = f'<a href="data:text/csv;base64,{data}" download="retorno.csv">baixar</a>'
    session.goto()
    document = fetch_document(session.context, lambda: session.page.click("a"), 10_000, "IPASEM, retorno")
    assert (document.name, document.content) == ("retorno.csv", b"a;b")


def test_a_report_for_the_printer_becomes_a_pdf(session: Session, site: Site) -> None:
    site.pages["/"] = "<button onclick=\"window.print(); document.title = 'voltou'\">Imprimir</button>"
    session.goto()
    session.page.click("button")
    assert (session.page.title(), print_document(session.page).content[:5]) == ("voltou", b"%PDF-")


def test_a_connection_that_falls_is_seen_while_waiting(session: Session, site: Site) -> None:
    site.pages |= {"/": "<p>lançamento</p>", "/gravar": "drop"}
    session.goto()
    with session.watched() as traffic:
        session.page.evaluate("fetch('/gravar', {method: 'POST'}).catch(() => 0), 0")
        found = session.wait_for("() => document.title === 'gravado'", None, traffic, timeout_s=20)
    assert (found, traffic.trouble) == (None, "a conexão caiu antes da resposta (ERR_EMPTY_RESPONSE)")


LEAVES_BUSILY = """(address) => void setTimeout(() => {
  location.href = address;
  for (const began = Date.now(); Date.now() - began < 400;);
})"""


def test_an_address_that_the_pages_own_way_overtook_is_waited_for_not_asked_for_anew(
    session: Session, site: Site
) -> None:
    site.pages |= {"/": "<p>sessão terminada</p>", "/entrada": "<p>entrada</p>", "/guias": "<title>guias</title>"}
    session.goto()
    with session.page.expect_response("**/entrada"):
        # The page goes elsewhere, and is too busy to let the new one in at once.
        session.page.evaluate(LEAVES_BUSILY, "/entrada")
    session.goto("/guias")
    assert session.page.title() == "guias"
    assert site.hits.count("GET /guias") == 1


def test_a_page_that_leads_to_the_same_address_by_itself_is_not_taken_for_the_one_that_was_asked_for(
    session: Session, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site, "answer", lambda path: f"<title>{site.hits.count(f'GET {path}')}</title>")
    session.goto()
    with session.page.expect_response("**/guias"):
        session.page.evaluate(LEAVES_BUSILY, "/guias")
    session.goto("/guias")
    assert session.page.title() == "2"


@pytest.mark.parametrize("times", [1, 2, 4])
def test_an_address_is_reached_even_if_the_page_goes_its_own_way_again_and_again(
    session: Session, site: Site, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    site.pages["/"] = "<title>portal</title>"
    goto, interruptions = session.page.goto, iter(range(times))

    def restless(url: str, **given: Any) -> Any:
        if next(interruptions, None) is None:
            return goto(url, **given)
        raise PlaywrightError(f'Page.goto: Navigation to "{url}" is interrupted by another navigation to "{url}"')

    monkeypatch.setattr(session.page, "goto", restless)
    monkeypatch.setattr("portals.browser.arriving._STILL_COMING_MS", 1.0)
    session.goto()
    assert session.page.title() == "portal"


def test_a_page_that_never_rests_is_given_up(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def restless(url: str, **_: Any) -> None:
        raise PlaywrightError(f'Page.goto: Navigation to "{url}" is interrupted by another navigation to "{url}"')

    monkeypatch.setattr(session.page, "goto", restless)
    monkeypatch.setattr("portals.browser.arriving._STILL_COMING_MS", 1.0)
    with pytest.raises(PlaywrightError, match="interrupted by another navigation"):
        session.goto()


def test_no_connection_is_the_portal_being_unavailable(session: Session, site: Site) -> None:
    site.pages["/"] = "drop"
    with pytest.raises(PortalUnavailable) as stopped, portal_errors("IPASEM, entrada"):
        session.goto()
    assert str(stopped.value) == "IPASEM, entrada: Sem conexão com o portal (ERR_EMPTY_RESPONSE). Tente mais tarde."


def test_leading_elsewhere_is_a_page_that_changed(session: Session, site: Site, elsewhere: Site) -> None:
    with pytest.raises(PageChanged) as stopped, portal_errors("IPASEM, entrada"):
        session.goto(elsewhere.address)
    assert stopped.value.what == "O portal quis levar a outro endereço, o que foi recusado."


def test_a_closed_browser_is_the_portal_being_unavailable(session: Session) -> None:
    session.page.close()
    with pytest.raises(PortalUnavailable) as stopped, portal_errors("IPASEM, lançamento"):
        session.page.title()
    assert str(stopped.value) == "IPASEM, lançamento: O navegador foi fechado no meio do trabalho. Rode de novo."


def test_an_answer_that_does_not_come_is_the_portal_being_unavailable(session: Session, site: Site) -> None:
    with pytest.raises(PortalUnavailable) as stopped, portal_errors("IPASEM, lançamento"):
        session.page.wait_for_selector("#nunca", timeout=50)
    assert str(stopped.value) == "IPASEM, lançamento: O portal não respondeu no tempo esperado. Tente mais tarde."


def test_anything_else_of_the_browser_is_a_page_that_changed(session: Session) -> None:
    with pytest.raises(PageChanged), portal_errors("IPASEM, lançamento"):
        raise PlaywrightError("Element is not attached to the DOM")
