"""What an element that a person clicked is called, as the field of a panel that it is to be."""

from dataclasses import dataclass

from playwright.sync_api import Frame

from portals.locate.find import Search
from portals.locate.labels import PanelLabels


@dataclass(frozen=True, slots=True)
class Clicked:
    """Its names, the nearest first, and selectors that the page is likely to keep."""

    nomes: tuple[str, ...]
    localizadores: tuple[str, ...]


def clicked(frame: Frame, panel: PanelLabels, key: str, where: str) -> Clicked | None:
    """The clicked element as `key` of the panel; None where it is not in that panel, or not of that kind."""
    search = Search({"": panel.only([key])}, where, picked=key)
    reports = [report for _, report in search.reports(search.answers([frame]))[""]]
    found = [field for report in reports for field in report["fields"] if field["count"] == 1]
    if len(found) != 1 or "names" not in found[0]:
        return None
    return Clicked(tuple(found[0]["names"]), tuple(found[0]["locators"]))
