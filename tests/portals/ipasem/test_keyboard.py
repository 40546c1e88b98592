"""Keys go only where the form was looked at, on both skins: text that nobody asked for, and a keyboard led away."""

import pytest

from agent.model.answer import Blocked, Difference, Mismatch
from agent.model.errors import PageChanged
from portals.ipasem.portal import Ipasem
from tests.portals.ipasem.office import Office, lancamento

pytestmark = pytest.mark.browser

DRAFT = ("2678555", "", "", 0, False)

WRITES_BY_ITSELF = """
addEventListener("focusin", (e) => {
  const note = e.target.form?.querySelector("[data-campo=observacao]");
  if (note) note.value = "de outra tela";
});
"""

LEADS_AWAY = """
addEventListener("focusin", (e) => {
  const save = e.target.form?.dataset.gravar && e.target.matches("button, [type=submit]");
  if (save) top.document.querySelector("a").focus();
});
"""


def test_a_note_that_the_sheet_did_not_ask_for_is_never_saved(ipasem: Office) -> None:
    with ipasem.session() as session:
        session.context.add_init_script(WRITES_BY_ITSELF)
        portal = Ipasem(session, timeout_s=10.0)
        portal.sign_in(ipasem.login, ipasem.person)
        prepared = portal.prepare([lancamento()])
    note = Difference("observacao", "", "de outra tela", private=True)
    assert prepared.blocked == (Blocked(lancamento(), Mismatch((note,))),)
    assert ipasem.recorded() == []


def test_enter_is_not_pressed_when_the_keyboard_is_not_on_the_save_button(ipasem: Office) -> None:
    with ipasem.session() as session:
        session.context.add_init_script(LEADS_AWAY)
        portal = Ipasem(session, timeout_s=10.0)
        portal.sign_in(ipasem.login, ipasem.person)
        prepared = portal.prepare([lancamento()])
        with pytest.raises(PageChanged) as stopped:
            portal.submit(prepared)
    assert stopped.value.what == "A tela não está mais com o que foi conferido; nada foi gravado."
    assert ipasem.recorded() == [DRAFT]
