"""Resolve a panel's fields on the screen: each one uniquely, or PageChanged and nothing typed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import ElementHandle, Frame
from playwright.sync_api import Error as PlaywrightError

from agent.model.errors import PageChanged
from portals.locate.labels import PanelLabels

_DO = "Nada foi digitado. Confira a tela no portal; se ela mudou de nome ou de lugar, avise quem cuida do faturista."


@dataclass(frozen=True)
class Form:
    """A panel as found on the screen. `form["mes"]` is the field's handle; `shown` what stood beside labels then."""

    frame: Frame
    title: str
    handles: dict[str, ElementHandle]
    shown: dict[str, str]

    def __getitem__(self, key: str) -> ElementHandle:
        return self.handles[key]

    def __contains__(self, key: object) -> bool:
        return key in self.handles


@dataclass(frozen=True)
class _Seen:
    frame: Frame
    number: int
    report: dict[str, Any]


def find_form(frames: Iterable[Frame], panel: PanelLabels, where: str, keys: Sequence[str] = ()) -> Form:
    """The one panel of that title, with each of its fields (or only `keys`) found exactly once.

    `where` is the portal and screen for the error. Raises PageChanged: panel or field absent, or there more than
    once, or one control answering to two names.
    """
    fields = {key: panel.fields[key] for key in (keys or panel.fields)}
    asked = [{"key": key, "kind": label.kind, "names": list(label.names)} for key, label in fields.items()]
    found = list(_look(frames, {"panel": list(panel.titles), "fields": asked}))
    whole = [(seen, elements) for seen, elements in found if not _problems(seen.report, panel)]
    if len(whole) != 1:
        raise _changed([seen for seen, _ in found], len(whole), panel, where)
    seen, elements = whole[0]
    handles = {key: e for key, e in zip(fields, elements, strict=True) if e is not None}
    return Form(seen.frame, seen.report["title"], handles, {f["key"]: f["value"] for f in seen.report["fields"]})


def has_form(frames: Iterable[Frame], panel: PanelLabels, keys: Sequence[str] = ()) -> bool:
    """Whether that panel is on the screen exactly once with all its fields: how a page knows that it is itself."""
    try:
        find_form(frames, panel, "", keys)
    except PageChanged:
        return False
    return True


def _look(frames: Iterable[Frame], asked: dict[str, Any]) -> Iterable[tuple[_Seen, list[ElementHandle | None]]]:
    for frame in frames:
        try:
            handle = frame.evaluate_handle(_script(), asked)
            reports = handle.get_property("report").json_value()
            if not reports:
                continue
            rows = handle.get_property("elements").get_properties()
        except PlaywrightError:
            if frame.is_detached():
                continue
            raise
        for number, report in enumerate(reports):
            cells = rows[str(number)].get_properties()
            yield _Seen(frame, number, report), [cells[str(i)].as_element() for i in range(len(asked["fields"]))]


def _problems(report: dict[str, Any], panel: PanelLabels) -> list[str]:
    lines = []
    for field in report["fields"]:
        label = panel.fields[field["key"]]
        if field["count"] == 0 and not label.optional:
            lines.append(f'"{label.names[0]}" não foi encontrado')
        if field["count"] > 1:
            lines.append(f'"{label.names[0]}" aparece {field["count"]} vezes')
    lines += [f'um só campo responde por "{a}" e "{b}"' for a, b in report["twice"]]
    return lines


def _changed(seen: list[_Seen], whole: int, panel: PanelLabels, where: str) -> PageChanged:
    title = panel.titles[0] if panel.titles else "página"
    place = f"{where}, painel {title!r}" if panel.titles else where
    if not seen:
        return PageChanged(f"O painel {title!r} não está na tela.", where=where, do=_DO)
    if whole > 1:
        return PageChanged(f"O painel aparece {whole} vezes na tela.", where=place, do=_DO)
    report = min((s.report for s in seen), key=lambda r: len(_problems(r, panel)))
    there = ", ".join(f'"{words}"' for words in report["seen"]) or "nada escrito"
    return PageChanged(f"{'; '.join(_problems(report, panel))}. Na tela há: {there}.", where=place, do=_DO)


@cache
def _script() -> str:
    return files("portals.locate").joinpath("scripts/form.js").read_text(encoding="utf-8")
