"""Four looks of one portal: "simples" (labels tied to inputs), "antiga" (old habits), "moderna" and "estranha"."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from portals.mock.faults import Faults

_COMMON = Path(__file__).parent / "templates"


class Skin(StrEnum):
    """simples: plain markup. antiga: neighbouring cells, ids new on each load, dialogs, overlays, iframe.

    moderna: words that float within their field, no label elements, boxes of spans, ids new on each load.
    estranha: what another team made of the manuals: drawn selects, button groups, tabs, notices in a strip.
    """

    SIMPLES = "simples"
    ANTIGA = "antiga"
    MODERNA = "moderna"
    ESTRANHA = "estranha"


class Ids:
    """Element ids of one page: as written in the plain skin, new on each load in the old one."""

    def __init__(self, skin: Skin) -> None:
        self._skin = skin
        self._seed = secrets.token_hex(3)
        self._known: dict[str, str] = {}

    def __call__(self, name: str) -> str:
        if self._skin is Skin.SIMPLES:
            return name
        return self._known.setdefault(name, f"ctl{self._seed}_{len(self._known) + 100}")


class Pages:
    """Renders a portal's templates: `templates/<skin>/` first, then `templates/`, then the common ones.

    Every visible label goes through the template function `rotulo`, so that `renamed_label` reaches it.
    """

    def __init__(self, folder: Path, skin: Skin, faults: Faults) -> None:
        self.skin = skin
        self._faults = faults
        places = [folder / skin.value, folder, _COMMON / skin.value, _COMMON]
        self.environment = Environment(
            loader=FileSystemLoader(places),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.environment.globals.update(rotulo=self.label, skin=skin.value)

    def label(self, text: str) -> str:
        """The text as it is shown now."""
        renamed = (fault.to for fault in self._faults.standing("renamed_label") if fault.label == text)
        return next(renamed, text)

    def add_filter(self, name: str, function: Callable[..., str]) -> None:
        """Gives the templates one more filter."""
        self.environment.filters[name] = function

    def render(self, template: str, **values: Any) -> str:
        """The page as HTML text, with `ids` made for this load."""
        return self.environment.get_template(template).render(ids=Ids(self.skin), **values)
