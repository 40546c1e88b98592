"""The screens that a calibration looks at: the portal's own, walked read-only, or one that was kept as evidence."""

from collections.abc import Mapping
from typing import Protocol

from agent.model.errors import PageChanged, SetupError
from portals.browser.session import Session
from portals.browser.translate import portal_errors
from portals.calibrate.pack import may_be_shown
from portals.locate.find import Search
from portals.locate.labels import FieldKind, PanelLabels
from portals.probe.check import faults, judged
from portals.probe.coluna import best_list
from portals.probe.item import Cor, Item
from portals.probe.probe import survey_of, surveyed
from portals.probe.read_only import ReadOnly
from portals.probe.sondagem import Known, Tela
from portals.probe.walk import DRAWING_S, Walk


class Looker(Protocol):
    """Opens screens and judges them."""

    telas: tuple[Tela, ...]

    def look(self, tela: Tela, known: Known) -> tuple[Item, ...]:
        """The screen, opened anew, against what `known` expects there."""

    def disturbed(self) -> int:
        """How many requests wanted to change something so far, and were stopped."""


class Live:
    """The portal itself, by the steps of its sondagem. `values` and the times as Walk takes them."""

    def __init__(
        self,
        session: Session,
        gate: ReadOnly,
        known: Known,
        values: Mapping[str, str],
        timeout_s: float,
        *,
        drawing_s: float = DRAWING_S,
    ) -> None:
        self.telas = known.sondagem.telas
        self._session = session
        self._gate = gate
        self._values = values
        self._timeout_s = timeout_s
        self._drawing_s = drawing_s

    def look(self, tela: Tela, known: Known) -> tuple[Item, ...]:
        """See Looker. A step whose field is not there is the one doubt of the screen. Raises what a look raises."""
        where = f"{known.labels.portal}, {tela.nome}"
        walk = Walk(self._session, self._gate, known, self._values, self._timeout_s, drawing_s=self._drawing_s)
        try:
            walk.go(tela, where)
        except PageChanged as error:
            if not walk.missing:
                return (Item("", tela.nome, Cor.VERMELHO, error.what),)
            name = _name(known, walk.missing)
            return (Item(walk.missing, name, Cor.VERMELHO, "não foi encontrado", nomeia=True),)
        with portal_errors(where):
            return surveyed(self._session, walk, known, tela, where)[1]

    def disturbed(self) -> int:
        """See Looker."""
        return len(self._gate.stopped)


class Kept:
    """A copy of a screen, as evidence keeps it, in a browser without network: nothing can happen on the portal.

    So also a screen that cannot be opened without an effect is calibrated. Raises SetupError where it shows no panel of
    this portal.
    """

    def __init__(self, session: Session, known: Known, html: str) -> None:
        self._session = session
        self._html = html
        session.context.set_offline(True)
        self._show()
        panels, lists = self._panels(known), self._lists(known)
        if not panels and not lists:
            text = "a tela guardada não mostra nenhum quadro conhecido deste portal."
            raise SetupError(text, where="calibrar --tela")
        self.telas: tuple[Tela, ...] = (Tela(nome="Tela guardada", paineis=panels, colunas=lists),)

    def look(self, tela: Tela, known: Known) -> tuple[Item, ...]:
        """See Looker."""
        where = f"{known.labels.portal}, {tela.nome}"
        with portal_errors(where):
            self._show()
            return judged(known, tela, survey_of(self._session, known, tela, where))

    def disturbed(self) -> int:
        """See Looker."""
        return 0

    def _show(self) -> None:
        self._session.page.set_content(self._html, wait_until="domcontentloaded")

    def _panels(self, known: Known) -> tuple[str, ...]:
        """The panels whose title is on the screen; of those with the same title, the one that fits best."""
        titled = {
            name: panel
            for name, panel in known.labels.panels.items()
            if panel.titles and any(may_be_shown(known, f"{name}.{key}") for key in panel.fields)
        }
        search = Search(titled, known.labels.portal)
        reports = search.reports(search.answers(self._session.frames()))
        worth: dict[str, tuple[float, int]] = {}
        for name, places in reports.items():
            if places:
                wrong = min(faults(report, titled[name]) for _, report in places)
                worth[name] = (wrong / len(titled[name].fields), -len(titled[name].fields))
        chosen = {name: _best(name, worth, titled) for name in worth}
        return tuple(name for name in titled if chosen.get(name) == name)

    def _lists(self, known: Known) -> tuple[str, ...]:
        """For each table of the screen that is most of a list, the list that it is best."""
        survey = survey_of(self._session, known, Tela(nome="Tela guardada"), known.labels.portal)
        chosen = (best_list(known.columns, table) for table in survey.lists)
        return tuple(dict.fromkeys(name for name in chosen if name))


def _best(name: str, worth: Mapping[str, tuple[float, int]], titled: Mapping[str, PanelLabels]) -> str:
    """The best of those with a title in common: by the share of fields that are amiss, then the larger one.

    A panel of few fields that is part of another is left to the other as long as half of that is there.
    """
    rivals = [other for other in worth if set(titled[other].titles) & set(titled[name].titles)]
    large = [other for other in rivals if worth[other][0] <= 0.5]
    return min(large or rivals, key=lambda other: (worth[other][1], worth[other][0]))


_KINDS = {
    FieldKind.TEXT: "o campo",
    FieldKind.SELECT: "a lista",
    FieldKind.CHECKBOX: "a caixa",
    FieldKind.RADIO: "o botão redondo",
    FieldKind.BUTTON: "o botão",
}


def _name(known: Known, alvo: str) -> str:
    panel, _, key = alvo.partition(".")
    label = known.labels.panels[panel].fields[key]
    return f"{_KINDS[label.kind]} {label.names[0]}"
