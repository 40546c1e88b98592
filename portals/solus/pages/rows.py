"""Rows of fields: tables that are typed into, and fields that stand once for each session."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import ElementHandle

from agent.model.errors import PageChanged, PortalUnavailable
from portals.browser.translate import portal_errors
from portals.grid import folded
from portals.solus.pages.screen import LATER, Screen
from portals.solus.scripts import script

_SAID = "(field) => field.value || null"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: what it shows, and its field where it has one."""

    text: str
    field: ElementHandle | None

    def input(self, where: str) -> ElementHandle:
        """The field. Raises PageChanged for a cell that only shows something."""
        if self.field is None:
            raise PageChanged(f"A célula com {self.text!r} não se deixa preencher.", where=where)
        return self.field


class Rows:
    """What repeats on one screen."""

    def __init__(self, screen: Screen, where: str) -> None:
        self._screen = screen
        self._where = where

    def read(self, table: str) -> list[Mapping[str, Cell]]:
        """The rows of the one visible table with the headings of columns.toml. Raises PageChanged otherwise."""
        known = self._screen.columns(table)
        asked = {"columns": {key: list(known.aliases[key]) for key in known.required}}
        with portal_errors(self._where):
            every = [frame.evaluate_handle(script("table.js"), asked) for frame in self._screen.session.frames()]
            counts = [found.get_property("tables").json_value() for found in every]
            if sum(counts) != 1:
                names = ", ".join(repr(known.aliases[key][0]) for key in sorted(known.required))
                raise PageChanged(f"A tela tem {sum(counts)} tabelas com as colunas {names}.", where=self._where)
            found = every[counts.index(1)]
            fields = [each.as_element() for each in found.get_property("elements").get_properties().values()]
            rows: list[dict[str, Any]] = found.get_property("rows").json_value()
        return [
            {
                key: Cell(cell["text"], fields[cell["field"]] if cell["field"] >= 0 else None)
                for key, cell in row.items()
            }
            for row in rows
        ]

    def repeated(self, panel: str) -> dict[str, list[ElementHandle]]:
        """Every field of each name, in the page's order. Raises PageChanged where a name has none, or unequal many."""
        labels = {key: list(label.names) for key, label in self._screen.labels.panels[panel].fields.items()}
        fields: dict[str, list[ElementHandle]] = {key: [] for key in labels}
        with portal_errors(self._where):
            for frame in self._screen.session.frames():
                found = frame.evaluate_handle(script("controls.js"), {"labels": labels}).get_properties()
                for key, held in found.items():
                    elements = [each.as_element() for each in held.get_properties().values()]
                    fields[key] += [element for element in elements if element is not None]
        counts = {key: len(found) for key, found in fields.items()}
        if len(set(counts.values())) != 1 or not all(counts.values()):
            raise PageChanged(f"A tela tem um número desigual de campos de sessão: {counts}.", where=self._where)
        return fields

    def awaited(self, field: ElementHandle) -> str:
        """What the portal writes into a field by itself, folded. Raises PortalUnavailable when nothing comes."""
        frame = field.owner_frame()
        with portal_errors(self._where):
            if frame is None:
                raise PageChanged("A tela mudou depois de lida.", where=self._where)
            said = frame.wait_for_function(_SAID, arg=field, timeout=self._screen.timeout_s * 1000).json_value()
        if not isinstance(said, str):
            raise PortalUnavailable("O portal não descreveu o código.", where=self._where, do=LATER)
        return folded(said)
