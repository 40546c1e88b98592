"""What a click is worth: words or a locator by which exactly that element, and no other, is found; or why not."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import ElementHandle, Frame

from agent.model.errors import PageChanged
from portals.browser.session import Session
from portals.calibrate.pack import MOST_WORDS, acts
from portals.calibrate.picker import script
from portals.locate.find import Search, find_form
from portals.locate.labels import FieldKind, FieldLabel, PanelLabels
from portals.locate.picked import Clicked, clicked

_SAME = "(element) => element === window[Symbol.for('faturista.picked')]"
_PRESSED = (
    "() => (window[Symbol.for('faturista.picked')]?.innerText || window[Symbol.for('faturista.picked')]?.value || '')"
)


@dataclass(frozen=True, slots=True)
class Proposta:
    """By what the element is found from now on; one of the three. `holds`: of a column, what stands below it."""

    nomes: tuple[str, ...] = ()
    titulos: tuple[str, ...] = ()
    localizador: str = ""
    holds: str = ""

    @property
    def words(self) -> str:
        """It as a person reads it."""
        if self.holds:
            return f'a coluna "{self.nomes[-1]}", que traz {self.holds}'
        return f'"{(*self.nomes, *self.titulos)[0]}"' if self.nomes or self.titulos else "um campo sem nome na tela"


def proposed_title(session: Session, frame: Frame, panel: PanelLabels, where: str) -> Proposta | str:
    """The clicked words as the panel's title, or why they cannot be (pt-BR)."""
    said = str(frame.evaluate(script("title.js")))
    if not said or len(said) > MOST_WORDS:
        return "isso não é um título: clique só nas palavras que dão nome ao quadro."
    title = _open_ended(said) if any(title.endswith("*") for title in panel.titles) else said
    bare = panel.model_copy(update={"titles": (title,), "fields": {}})
    search = Search({"": bare}, where)
    places = search.reports(search.answers(session.frames()))[""]
    if len(places) != 1:
        return f'"{said}" aparece {len(places)} vezes na tela como título.'
    return Proposta(titulos=(title,))


def proposed_field(session: Session, frame: Frame, panel: PanelLabels, key: str, where: str) -> Proposta | str:
    """The clicked element as that field, or why it cannot be (pt-BR)."""
    label = panel.fields[key]
    if label.kind is FieldKind.BUTTON and acts(str(frame.evaluate(_PRESSED))):
        return "isso é um botão que muda algo no portal: ele nunca é calibrado."
    seen = clicked(frame, panel, key, where)
    if seen is None:
        return "o que foi clicado não é desse tipo, ou está fora do quadro."
    if rival := _rival(seen, panel, key):
        return f'o que foi clicado é "{rival}", que é outro campo deste quadro.'
    for proposta, changed in _readings(seen, label, panel, key):
        if _finds_it(session, changed, key, where):
            return proposta
    return "na tela há mais de um elemento como o que foi clicado."


def _rival(seen: Clicked, panel: PanelLabels, key: str) -> str:
    """The name by which the clicked element is already another field of the panel; "" for none."""
    others = {n.casefold() for k, field in panel.fields.items() if k != key for n in field.names}
    return next((name for name in seen.nomes if name.casefold() in others), "")


def _readings(seen: Clicked, label: FieldLabel, panel: PanelLabels, key: str) -> list[tuple[Proposta, PanelLabels]]:
    """By words first, by a locator where the element has none that are its own."""
    found: list[tuple[Proposta, PanelLabels]] = []
    for name in seen.nomes:
        found.append((Proposta(nomes=(name,)), _with(panel, key, label, {"names": (name,), "locator": ""})))
    if label.kind is not FieldKind.BUTTON:
        for locator in seen.localizadores:
            found.append((Proposta(localizador=locator), _with(panel, key, label, {"locator": locator})))
    return found


def _with(panel: PanelLabels, key: str, label: FieldLabel, change: dict[str, Any]) -> PanelLabels:
    field = label.model_copy(update={**change, "optional": False})
    return panel.model_copy(update={"fields": {**panel.fields, key: field}}).only([key])


def _finds_it(session: Session, panel: PanelLabels, key: str, where: str) -> bool:
    """Whether the panel as proposed has exactly the clicked element there, by its own words and not by likeness."""
    try:
        form = find_form(session.frames(), panel, where)
    except PageChanged:
        return False
    element: ElementHandle = form[key]
    return not form.tolerated and bool(form.frame.evaluate(_SAME, element))


def _open_ended(said: str) -> str:
    """What stands before the first figure, and anything after it: "REQUERIMENTO 11/2026" is any month's."""
    words = said.split()
    kept = [w for i, w in enumerate(words) if not any(c.isdigit() for word in words[: i + 1] for c in word)]
    return f"{' '.join(kept)} *" if len(kept) < len(words) else f"{said}*"
