"""Resolve panels' fields on the screen: each one uniquely, or PageChanged and nothing typed."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import count
from typing import Any

from playwright.sync_api import ElementHandle, Frame
from playwright.sync_api import Error as PlaywrightError

from agent.model.errors import PageChanged
from portals.browser.asking import Question, ask
from portals.locate.labels import PanelLabels
from portals.locate.wording import nearest

Answer = tuple[Frame, Any]
"""What form.js said in one frame."""

_SLOTS = count(1)
_DO = "Nada foi digitado. Confira a tela no portal; se ela mudou de nome ou de lugar, avise quem cuida do faturista."


@dataclass(frozen=True)
class Found:
    """Where the page keeps what form.js found of one panel: its slot, the panel's place in it, each field's there."""

    slot: int
    panel: int
    place: int
    fields: Mapping[str, int]

    def address(self, key: str) -> dict[str, int]:
        """One element, as found.js asks for it."""
        return {"slot": self.slot, "panel": self.panel, "place": self.place, "field": self.fields[key]}


@dataclass(frozen=True)
class Form:
    """A panel as found on the screen. `form["mes"]` is the field's handle.

    `shown`: what each field held, or what stood beside its label, then; never a password. `active`: the field that
    had the keyboard. `found`: for a script that looks at the same elements in the page. `tolerated`: fields that were
    found by words which are only nearly theirs, with those words.
    """

    frame: Frame
    title: str
    shown: Mapping[str, str]
    active: str | None
    found: Found
    where: str
    tolerated: Mapping[str, str] = dataclasses.field(default_factory=dict)
    _handles: dict[str, ElementHandle] = dataclasses.field(default_factory=dict, repr=False, compare=False)

    def __getitem__(self, key: str) -> ElementHandle:
        """The element. Raises PageChanged when the page that it was found on is gone."""
        if key not in self._handles:
            asked = {**self.found.address(key), "name": self._named(key)}
            handle = self.frame.evaluate_handle(_script("found.js"), asked).as_element()
            if handle is None:
                raise PageChanged("A tela mudou depois de lida.", where=self.where, do=_DO)
            self._handles[key] = handle
        return self._handles[key]

    def __contains__(self, key: object) -> bool:
        return key in self.shown

    def _named(self, key: str) -> str:
        said = self.tolerated.get(key)
        return f'{key}, pela semelhança de "{said}"' if said else key


@dataclass(frozen=True, slots=True)
class _Place:
    """Somewhere a panel may be: the `number`-th region with its title in that frame."""

    frame: Frame
    number: int
    report: dict[str, Any]


def find_form(frames: Iterable[Frame], panel: PanelLabels, where: str, keys: Sequence[str] = ()) -> Form:
    """The one panel of that title, with each of its fields (or only `keys`) found exactly once.

    `where` is the portal and screen for the error. Raises PageChanged: panel or field absent, or there more than
    once, or one control answering to two names.
    """
    if keys:
        panel = panel.only(keys)
    return find_forms(frames, {"": panel}, where)[""]


def find_forms(frames: Iterable[Frame], panels: Mapping[str, PanelLabels], where: str) -> dict[str, Form]:
    """Several panels of one screen in one look, as `find_form`; they must be in the same frame."""
    search = Search(panels, where)
    return search.forms(search.answers(frames))


class Search:
    """Panels of one screen to be looked for, in a look that asks each frame `question`, alone or among others.

    `picked`: the field that is not to be found, because a person clicked it; see `picked.clicked`.
    """

    def __init__(
        self,
        panels: Mapping[str, PanelLabels],
        where: str,
        survey: Mapping[str, object] | None = None,
        *,
        picked: str = "",
    ) -> None:
        self.panels = panels
        self._where = where
        self._slot = next(_SLOTS)
        asked = [_asked(panel, picked) for panel in panels.values()]
        self.question = Question(_form_script(), {"panels": asked, "slot": self._slot, "survey": survey})

    def answers(self, frames: Iterable[Frame]) -> list[Answer]:
        """What each frame says; one that is just going away says nothing."""
        answers: list[Answer] = []
        for frame in frames:
            try:
                answers += ((frame, report) for report in ask(frame, self.question))
            except PlaywrightError:
                if frame.is_detached():
                    continue
                raise
        return answers

    def forms(self, answers: Iterable[Answer]) -> dict[str, Form]:
        """The panels as the frames' answers have them. Raises PageChanged as `find_form` does."""
        places = self._places(answers)
        chosen = [_the_one(places[i], panel, self._where) for i, panel in enumerate(self.panels.values())]
        if len({id(place.frame) for place in chosen}) != 1:
            raise PageChanged("Os painéis da tela estão em quadros diferentes.", where=self._where, do=_DO)
        return {
            name: _form(place, Found(self._slot, i, place.number, _order(place)), self._where)
            for i, ((name, panel), place) in enumerate(zip(self.panels.items(), chosen, strict=True))
        }

    def reports(self, answers: Iterable[Answer]) -> dict[str, list[tuple[Frame, dict[str, Any]]]]:
        """For each panel, what form.js says of every place where it may be, whole or not."""
        found = self._places(answers)
        return {name: [(p.frame, p.report) for p in places] for name, places in zip(self.panels, found, strict=True)}

    def _places(self, answers: Iterable[Answer]) -> list[list[_Place]]:
        """For each panel, everywhere it may be."""
        places: list[list[_Place]] = [[] for _ in self.panels]
        for frame, found in answers:
            for i, (panel, reports) in enumerate(zip(self.panels.values(), found, strict=True)):
                places[i] += [_Place(frame, number, _tolerant(report, panel)) for number, report in enumerate(reports)]
        return places


def has_form(frames: Iterable[Frame], panel: PanelLabels, keys: Sequence[str] = ()) -> bool:
    """Whether that panel is on the screen exactly once with all its fields: how a page knows that it is itself."""
    try:
        find_form(frames, panel, "", keys)
    except PageChanged:
        return False
    return True


def _asked(panel: PanelLabels, picked: str) -> dict[str, Any]:
    fields = [
        {"key": key, "kind": f.kind, "names": list(f.names), "locator": f.locator, "picked": key == picked}
        for key, f in panel.fields.items()
    ]
    return {"titles": list(panel.titles), "fields": fields}


def _tolerant(report: dict[str, Any], panel: PanelLabels) -> dict[str, Any]:
    """The report with each field that was not found by its name taken for the one control that is nearly so called."""
    near = {field["key"]: field["near"] for field in report["fields"] if field.get("near")}
    if not near:
        return report
    names = {key: label.names for key, label in panel.fields.items()}
    chosen = nearest(names, panel.also, near)
    return {**report, "fields": [_taken(field, chosen.get(field["key"])) for field in report["fields"]]}


def _taken(field: dict[str, Any], hit: tuple[Mapping[str, Any], str] | None) -> dict[str, Any]:
    if hit is None:
        return field
    control, said = hit
    told = {"at": control["at"], "value": control["value"], "active": control["active"], "like": said}
    hits = [{**control, "said": said}] if "hits" in field else []
    return {**field, **told, "count": 1, "hits": hits}


def _order(place: _Place) -> dict[str, int]:
    """Where the page keeps each field."""
    return {field["key"]: field.get("at", i) for i, field in enumerate(place.report["fields"])}


def _the_one(places: list[_Place], panel: PanelLabels, where: str) -> _Place:
    whole = [place for place in places if not _problems(place.report, panel)]
    if len(whole) != 1:
        raise _changed(places, len(whole), panel, where)
    return whole[0]


def _form(place: _Place, found: Found, where: str) -> Form:
    fields = [f for f in place.report["fields"] if f["count"] == 1]
    active = next((f["key"] for f in fields if f["active"]), None)
    shown = {f["key"]: f["value"] for f in place.report["fields"]}
    tolerated = {f["key"]: f["like"] for f in place.report["fields"] if "like" in f}
    form = Form(place.frame, place.report["title"], shown, active, found, where, tolerated)
    for key in tolerated:
        form[key]  # handed out now, so that evidence of the page says what it was taken for
    return form


def _problems(report: dict[str, Any], panel: PanelLabels) -> list[str]:
    lines = []
    for field in report["fields"]:
        label = panel.fields[field["key"]]
        if field["count"] == 0 and not label.optional:
            lines.append(f'"{label.names[0]}" não foi encontrado')
        if field["count"] > 1:
            lines.append(f'"{label.names[0]}" aparece {field["count"]} vezes')
    return lines + [f'um só campo responde por "{a}" e "{b}"' for a, b in report["twice"]]


def _changed(places: list[_Place], whole: int, panel: PanelLabels, where: str) -> PageChanged:
    title = panel.titles[0] if panel.titles else "página"
    place = f"{where}, painel {title!r}" if panel.titles else where
    if not places:
        return PageChanged(f"O painel {title!r} não está na tela.", where=where, do=_DO)
    if whole > 1:
        return PageChanged(f"O painel aparece {whole} vezes na tela.", where=place, do=_DO)
    report = min((p.report for p in places), key=lambda r: len(_problems(r, panel)))
    there = ", ".join(f'"{words}"' for words in report["seen"]) or "nada escrito"
    return PageChanged(f"{'; '.join(_problems(report, panel))}. Na tela há: {there}.", where=place, do=_DO)


@cache
def _script(name: str) -> str:
    return files("portals.locate").joinpath("scripts", name).read_text(encoding="utf-8")


_PARTS = ("open", "tree", "words", "names", "shown", "resolve", "survey", "panels")


@cache
def _form_script() -> str:
    """form/*.js as one page function."""
    parts = "\n".join(_script(f"form/{name}.js") for name in _PARTS)
    return f"({{ panels, slot, survey }}) => {{\n{parts}\n}}"
