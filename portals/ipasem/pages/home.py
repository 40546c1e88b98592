"""The first page: a card for each thing, each asked with Mês and Ano."""

from collections.abc import Sequence
from functools import partial

from agent.model.competencia import Competencia
from agent.model.errors import PageChanged
from portals.browser.translate import portal_errors
from portals.grid import folded
from portals.ipasem.messages import Classe
from portals.ipasem.pages.fields import read_fields
from portals.ipasem.pages.screen import TITLE, Screen, Seen
from portals.locate.find import Form
from portals.locate.lists import choose, offered

WHERE = f"{TITLE}, tela inicial"


class Home:
    """HOME and its cards."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def ask(
        self, card: str, competencia: Competencia, answers: list[str], choose: str = "", order: Sequence[str] = ()
    ) -> Seen:
        """Fill a card for the month, press its button once and return what came: one of `answers`, or a text.

        `choose` is a radio button of the card to mark first, `order` the words of what to sort by, the best first.
        """
        form = self.filled(card, competencia, choose)
        if order:
            self._sort(form, order)
        return self._screen.act(lambda: form["acessar"].press("Enter"), WHERE, answers)

    def close(self, form: Form, competencia: Competencia) -> Seen:
        """Press Realizar Fechamento of the filled card, once, and say yes to exactly that month's question."""
        act = partial(form["acessar"].press, "Enter")
        return self._screen.confirm(act, Classe.FECHAR, WHERE, mes=str(competencia))

    def filled(self, card: str, competencia: Competencia, choose: str = "") -> Form:
        """The card with the month in it, read back. Raises PageChanged when it does not hold what was typed."""
        self._go()
        form = self._screen.form(card, WHERE)
        asked = (f"{competencia.mes:02d}", f"{competencia.ano:04d}")
        with portal_errors(WHERE):
            form["mes"].fill(asked[0])
            form["ano"].fill(asked[1])
            if choose:
                form[choose].check()
            seen = read_fields([(form, "mes"), (form, "ano")]).values
        if seen != asked:
            raise PageChanged(f"O mês digitado foi {competencia}, a tela mostra {'/'.join(seen)}.", where=WHERE)
        return form

    def open(self, card: str) -> Form:
        """A card, empty."""
        self._go()
        return self._screen.form(card, WHERE)

    def _sort(self, form: Form, order: Sequence[str]) -> None:
        with portal_errors(WHERE):
            options = offered(form["ordem"])
            wanted = next((value for name in order for text, value in options if folded(text) == folded(name)), None)
            if wanted is None:
                what = ", ".join(repr(text) for text, _ in options)
                raise PageChanged(f"O relatório não pode ser ordenado por {order[0]!r}; há {what}.", where=WHERE)
            choose(form["ordem"], wanted, WHERE)

    def _go(self) -> None:
        with portal_errors(WHERE):
            here = self._screen.look()
        self._screen.dismiss(WHERE, here)
        if "gerar" not in here.screens or here.messages:
            home = self._screen.form("menu", WHERE, ["home"])["home"]
            self._screen.act(home.click, WHERE, ["gerar"])
