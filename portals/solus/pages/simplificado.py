"""Faturamento Simplificado: list the authorised guias of a period, mark some of them exactly, bill them once."""

import re
from collections.abc import Collection, Sequence
from typing import Any

from playwright.sync_api import ElementHandle

from agent.model.answer import Refused, Unknown
from agent.model.errors import PageChanged
from portals.browser.translate import portal_errors
from portals.grid import folded
from portals.locate.find import Form
from portals.locate.lists import choose, offered
from portals.solus.filtros import NO_FILTER, Filtros
from portals.solus.messages import Classe, of
from portals.solus.outcome import Billed, outcome
from portals.solus.pages.access import Access
from portals.solus.pages.choices import Choices, NotOffered
from portals.solus.pages.final import FinalPress
from portals.solus.pages.period import check_filled, fill_period
from portals.solus.pages.screen import Screen
from portals.solus.periodo import Periodo
from portals.solus.reading import Autorizada, read_autorizadas
from portals.solus.scripts import script

_PANEL = "simplificado"
_ALL = ("todas", "todas as guias")


class Simplificado:
    """The screen. After `mark`, `bill` presses the one button that cannot be taken back."""

    def __init__(self, screen: Screen, access: Access) -> None:
        self._screen = screen
        self._access = access
        self._title = screen.labels.panels[_PANEL].titles[0]
        self._where = screen.place("Faturamento Simplificado")

    def authorised(self, periodo: Periodo, filtros: Filtros = NO_FILTER) -> tuple[Autorizada, ...]:
        """Every guia that the portal would bill in `periodo` and that fits `filtros`.

        Raises PageChanged where the list is not complete, or a filter is not on the screen or does not take its word.
        """
        self._access.open(_PANEL, _PANEL)
        form = self._screen.form(_PANEL, self._where, keys=("periodo", "quantidade", "listar", *filtros.keys))
        second = fill_period(form["periodo"], periodo, self._where)
        limit = self._unlimited(form["quantidade"])
        fields = {"de": form["periodo"], "ate": second, "quantidade": form["quantidade"]}
        inicio, fim = periodo.typed
        expected = {"de": inicio, "ate": fim, "quantidade": limit}
        self._filter(form, filtros, fields, expected)
        check_filled(fields, expected, self._where)
        seen = self._screen.click(form["listar"], self._where)
        said = self._screen.calm(seen, self._where, (Classe.VAZIA, Classe.PERIODO))
        if refused := of(Classe.PERIODO, said):
            raise PageChanged(f"O portal não aceitou o período {periodo}: {refused[0].texto!r}.", where=self._where)
        if of(Classe.VAZIA, said):
            return ()
        html = self._screen.html_of(self._title, self._where)
        return read_autorizadas(html, self._screen.columns("autorizadas"), where=self._where)

    def mark(self, guias: Collection[str]) -> None:
        """Have exactly these guias marked, by the keyboard, and read back that it is these and no other."""
        boxes, report, _ = self._boxes()
        with portal_errors(self._where):
            for box, row in zip(boxes, report, strict=True):
                if row["checked"] != (row["guia"] in guias):
                    box.press("Space")
        self.check_marked(guias)

    def check_marked(self, guias: Collection[str]) -> None:
        """Raise PageChanged, with both counts, unless exactly these guias are marked on the screen."""
        _, report, stray = self._boxes()
        marked = [row["guia"] for row in report if row["checked"]]
        if stray or sorted(marked) != sorted(guias):
            raise PageChanged(
                f"Era para marcar {len(guias)} guias; na tela estão marcadas {len(marked) + stray}, ou outras.",
                where=self._where,
                do="Nada foi faturado.",
            )

    def bill(self, guias: Sequence[str]) -> Billed | Refused | Unknown:
        """Press "Faturar guias marcadas" once, answer its question once, and name the outcome. Never presses again.

        Raises PortalError only before the button was pressed.
        """
        self.check_marked(guias)
        button = self._screen.form("autorizadas", self._where)["faturar"]
        return FinalPress(self._screen, self._where, len(guias)).press(button, lambda said: outcome(said, guias))

    def _boxes(self) -> tuple[list[ElementHandle], list[dict[str, Any]], int]:
        asked = {"headings": list(self._screen.columns("autorizadas").aliases["guia"])}
        with portal_errors(self._where):
            frame = self._screen.form("autorizadas", self._where).frame
            found = frame.evaluate_handle(script("boxes.js"), asked)
            elements = found.get_property("elements").get_properties().values()
            boxes = [box for element in elements if (box := element.as_element()) is not None]
            return boxes, found.get_property("report").json_value(), found.get_property("stray").json_value()

    def _filter(self, form: Form, filtros: Filtros, fields: dict[str, ElementHandle], expected: dict[str, str]) -> None:
        choices = Choices(self._screen, self._where)
        try:
            for key, word in filtros.words():
                fields[key] = self._there(form, key)
                expected[key] = choices.select(fields[key], key, word)
        except NotOffered as why:
            raise PageChanged(f"Filtro: {why}", where=self._where, do="Nada foi listado.") from None
        for key, text in filtros.texts():
            fields[key], expected[key] = self._there(form, key), text
            fields[key].fill(text)
        if filtros.execucao:
            first = self._there(form, "execucao")
            second = fill_period(first, filtros.execucao, self._where)
            inicio, fim = filtros.execucao.typed
            fields.update(execucao_de=first, execucao_ate=second)
            expected.update(execucao_de=inicio, execucao_ate=fim)

    def _there(self, form: Form, key: str) -> ElementHandle:
        if key not in form:
            names = self._screen.labels.panels[_PANEL].fields[key].names
            raise PageChanged(f'O filtro "{names[0]}" não está na tela.', where=self._where, do="Nada foi listado.")
        return form[key]

    def _unlimited(self, select: ElementHandle) -> str:
        """Choose that every guia is listed; the value of the option chosen."""
        with portal_errors(self._where):
            options = offered(select)
        chosen = _widest(options)
        if chosen is None:
            seen = ", ".join(repr(label) for label, _ in options)
            raise PageChanged(f'"Quantidade de guias listadas" não oferece todas: {seen}.', where=self._where)
        with portal_errors(self._where):
            choose(select, chosen, self._where)
        return chosen


def _widest(options: Sequence[tuple[str, str]]) -> str | None:
    """The value of "Todas", else of the largest number (a list that it cuts is noticed by "n de m"); else None."""
    for label, value in options:
        if folded(label) in _ALL:
            return value
    numbered = [(int(label), value) for label, value in options if re.fullmatch(r"\d{1,6}", label.strip())]
    return max(numbered)[1] if numbered else None
