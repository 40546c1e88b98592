"""The save of one entry: pressed once, waited for, and never called done without its named outcome."""

import pytest

from agent.model.answer import Confirmed, Prepared, Unknown
from agent.model.errors import PageChanged, PortalError, PortalUnavailable, SessionExpired
from portals.ipasem.portal import Ipasem
from tests.portals.ipasem.office import DRAFT, SAVED, Office, consulta, lancamento, launch

pytestmark = pytest.mark.browser

PRESSES = """
addEventListener("submit", (e) => {
  if (e.target.innerText.includes("Código AMB")) sessionStorage.presses = Number(sessionStorage.presses || 0) + 1;
}, true);
"""


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        ("commit_then_drop", "a conexão caiu antes da resposta"),
        ("drop_before_commit", "a conexão caiu antes da resposta"),
        ("error_500_after_commit", "o portal respondeu com erro 500"),
        ("error_500_before_commit", "o portal respondeu com erro 500"),
        ("late_commit", "a conexão caiu antes da resposta"),
        ("session_lost", "A sessão no portal terminou"),
        ("maintenance", "Sistema em manutenção"),
    ],
)
def test_a_save_without_its_named_outcome_is_unknown_and_never_pressed_again(
    ipasem: Office, fault: str, why: str
) -> None:
    with ipasem.session() as session:
        session.context.add_init_script(PRESSES)
        portal = Ipasem(session, timeout_s=10.0)
        portal.sign_in(ipasem.login, ipasem.person)
        prepared = portal.prepare([lancamento()])
        # Chromium itself repeats a POST whose connection was reset: the fault meets each of them.
        ipasem.mock.faults.arm(fault, on="gravar", times=None)
        outcome = portal.submit(prepared)
        session.goto("/requerimentos/recuperar-senha-prestador")
        presses = session.page.evaluate("Number(sessionStorage.presses || 0)")
    assert isinstance(outcome, Unknown)
    assert why.lower() in outcome.why.lower()
    assert presses == 1


NO_PASTE = """
addEventListener("beforeinput", (e) => {
  if (e.data?.length > 1 && document.body.innerText.includes("DIGITE O NÚMERO")) e.preventDefault();
}, true);
"""


def test_fields_that_take_no_paste_are_typed_letter_by_letter(ipasem: Office) -> None:
    with ipasem.session() as session:
        session.context.add_init_script(NO_PASTE)
        portal = Ipasem(session, timeout_s=10.0)
        portal.sign_in(ipasem.login, ipasem.person)
        outcome = launch(portal, lancamento())
    assert isinstance(outcome, Confirmed)
    assert ipasem.recorded() == [SAVED]


def test_a_form_that_changes_after_the_comparison_is_not_saved(ipasem: Office) -> None:
    with ipasem.session() as session:
        portal = Ipasem(session, timeout_s=10.0)
        portal.sign_in(ipasem.login, ipasem.person)
        prepared = portal.prepare([lancamento()])
        session.frames()[-1].get_by_text("Valor de Procedimento").locator("xpath=following::input[1]").fill("65,01")
        with pytest.raises(PageChanged) as stopped:
            portal.submit(prepared)
    assert stopped.value.what == "A tela não está mais com o que foi conferido; nada foi gravado."
    assert ipasem.recorded() == [DRAFT]


def test_a_slow_save_is_waited_for(ipasem: Office) -> None:
    ipasem.mock.faults.arm("slow", on="gravar", ms=1500)
    with ipasem.signed_in() as portal:
        outcome = launch(portal, lancamento())
    assert isinstance(outcome, Confirmed)


def test_a_save_that_takes_too_long_is_unknown(ipasem: Office) -> None:
    with ipasem.signed_in(timeout_s=1.0) as portal:
        prepared = portal.prepare([lancamento()])
        ipasem.mock.faults.arm("slow", on="gravar", ms=8000)
        outcome = portal.submit(prepared)
    assert outcome == Unknown("IPASEM, lançamento: O portal não respondeu no tempo esperado. Tente mais tarde.")


def test_a_dialog_at_the_save_leaves_the_outcome_unknown(ipasem: Office) -> None:
    ipasem.mock.faults.arm("unexpected_dialog", on="gravar", kind="alert")
    with ipasem.signed_in() as portal:
        outcome = launch(portal, lancamento())
    assert isinstance(outcome, Unknown)
    assert "janela inesperada" in outcome.why


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("session_lost", SessionExpired),
        ("maintenance", PortalUnavailable),
        ("lookup_failing", PortalUnavailable),
        ("drop_before_commit", PortalUnavailable),
        ("error_500_before_commit", PortalUnavailable),
    ],
)
def test_a_look_up_that_fails_stops_before_anything_is_typed(
    ipasem: Office, fault: str, error: type[PortalError]
) -> None:
    with ipasem.signed_in() as portal:
        launch(portal, consulta())
        ipasem.mock.faults.arm(fault, on="abrir", times=None)
        with pytest.raises(error):
            portal.prepare([lancamento()])
    assert len(ipasem.mock.requests("gravar")) == 1


def test_what_was_not_prepared_is_not_submitted(ipasem: Office) -> None:
    with ipasem.signed_in() as portal:
        prepared = portal.prepare([lancamento()])
        portal.submit(prepared)
        for other in (prepared, Prepared((consulta(),)), Prepared(())):
            with pytest.raises(PageChanged):
                portal.submit(other)
    assert ipasem.recorded() == [SAVED]
