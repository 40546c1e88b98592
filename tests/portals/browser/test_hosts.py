"""Where a session may go, what may be sent from it, and where a secret may be typed: the portal's own hosts only."""

import pytest
from playwright.sync_api import Browser

from agent.model.errors import PageChanged
from portals.browser.session import Session, open_session
from tests.portals.browser.conftest import Site


@pytest.mark.parametrize(
    "page",
    [
        '<a id="go" href="{there}">sair</a>',
        '<a id="go" href="{there}" target="_blank">sair</a>',
        '<form method="post" action="{there}"><button id="go">enviar</button></form>',
        '<form method="post" action="{there}" target="_blank"><button id="go">enviar</button></form>',
        '<form method="post" action="/leva"><button id="go">enviar</button></form>',
        '<button id="go" onclick="location = \'{there}\'">sair</button>',
        '<iframe name="f"></iframe><form method="post" action="{there}" target="f"><button id="go">x</button></form>',
    ],
)
def test_a_page_or_a_form_goes_nowhere_but_to_the_portal(
    session: Session, site: Site, elsewhere: Site, page: str
) -> None:
    site.pages |= {"/": page.format(there=elsewhere.address), "/leva": f"redirect:{elsewhere.address}"}
    session.goto()
    with session.context.expect_event("requestfailed"):
        session.page.click("#go")
    with pytest.raises(PageChanged) as stopped:
        session.check("IPASEM, tela inicial")
    place = elsewhere.address.rstrip("/")
    assert (elsewhere.hits, stopped.value.what) == (
        [],
        f"O portal quis levar a {place}, que não é dele; foi recusado.",
    )


POSTS_FROM_A_FRAME = (
    '<iframe name="f" srcdoc="<form method=post action={there}><button>enviar</button></form>"></iframe>'
)


def test_a_session_leaves_the_forms_of_another_session_alone(
    browser: Browser, session: Session, site: Site, elsewhere: Site
) -> None:
    elsewhere.pages["/"] = POSTS_FROM_A_FRAME.format(there=f"{elsewhere.address}grava")
    elsewhere.pages["/grava"] = "<p>gravado</p>"
    with open_session(browser, elsewhere.address) as other:
        other.goto()
        frame = other.page.frame_locator("iframe")
        frame.get_by_role("button").click()
        frame.get_by_text("gravado").wait_for()
    assert (elsewhere.hits, session.hosts.refused) == (["GET /", "POST /grava"], [])


def test_beside_another_session_a_frame_still_posts_nowhere_else(
    browser: Browser, session: Session, site: Site, elsewhere: Site
) -> None:
    site.pages["/"] = POSTS_FROM_A_FRAME.format(there=elsewhere.address)
    with open_session(browser, f"{site.address}outra"):
        session.goto()
        with session.context.expect_event("requestfailed"):
            session.page.frame_locator("iframe").get_by_role("button").click()
        with pytest.raises(PageChanged):
            session.check("IPASEM, tela inicial")
    assert elsewhere.hits == []


def test_a_frame_of_another_host_may_be_shown(session: Session, site: Site, elsewhere: Site) -> None:
    site.pages["/"] = f'<iframe src="{elsewhere.address}"></iframe>'
    session.goto()
    session.page.frame_locator("iframe").get_by_text("outro lugar").wait_for()
    session.check("IPASEM, entrada")
    assert elsewhere.hits == ["GET /"]


def test_a_widget_of_another_host_that_never_falls_silent_is_not_waited_for(
    session: Session, site: Site, elsewhere: Site
) -> None:
    elsewhere.pages |= {"/": "<script>fetch('/conversa')</script>", "/conversa": "silence"}
    site.pages["/"] = f'<iframe src="{elsewhere.address}"></iframe>'
    with session.watched() as traffic:
        with session.context.expect_event("request", lambda request: request.url.endswith("/conversa")):
            session.goto()
        assert session.settle(traffic, timeout_s=5.0)


def test_a_secret_is_typed_on_the_portals_own_host(session: Session, site: Site) -> None:
    site.pages["/"] = '<input type="password">'
    session.goto()
    field = session.page.query_selector("input")
    assert field is not None
    session.type_secret(field, "segredo", "IPASEM, entrada")
    assert field.input_value() == "segredo"


TAKES_KEYS_ONLY = """<input type="password">
<script>document.querySelector("input").addEventListener("beforeinput", (e) => {
  if (e.data?.length > 1) e.preventDefault();
});</script>"""


def test_a_field_that_takes_no_paste_gets_its_secret_letter_by_letter(session: Session, site: Site) -> None:
    site.pages["/"] = TAKES_KEYS_ONLY
    session.goto()
    field = session.page.query_selector("input")
    assert field is not None
    session.type_secret(field, "segredo", "IPASEM, entrada")
    assert field.input_value() == "segredo"


def test_a_mask_may_add_its_own_signs_to_a_user(session: Session, site: Site) -> None:
    site.pages["/"] = "<input oninput=\"this.value = this.value.replace(/^(\\d{2})(\\d{3})$/, '$1.$2')\">"
    session.goto()
    field = session.page.query_selector("input")
    assert field is not None
    session.type_secret(field, "11222", "IPASEM, entrada")
    assert field.input_value() == "11.222"


def test_a_password_that_did_not_go_in_whole_is_not_sent(session: Session, site: Site) -> None:
    site.pages["/"] = '<input type="password" maxlength="4">'
    session.goto()
    field = session.page.query_selector("input")
    assert field is not None
    with pytest.raises(PageChanged) as stopped:
        session.type_secret(field, "segredo", "IPASEM, entrada")
    assert str(stopped.value) == "IPASEM, entrada: O campo da tela de entrada não ficou com o que foi digitado."


def test_a_secret_is_never_typed_into_a_frame_of_another_host(session: Session, site: Site, elsewhere: Site) -> None:
    elsewhere.pages["/"] = '<input type="password">'
    site.pages["/"] = f'<iframe src="{elsewhere.address}"></iframe>'
    session.goto()
    session.page.frame_locator("iframe").locator("input").wait_for()
    field = session.page.frames[1].query_selector("input")
    assert field is not None
    with pytest.raises(PageChanged) as stopped:
        session.type_secret(field, "segredo", "IPASEM, entrada")
    assert (field.input_value(), str(stopped.value)) == (
        "",
        "IPASEM, entrada: A tela de entrada não está no endereço do portal; nada foi digitado.",
    )
