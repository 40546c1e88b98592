"""A portal's words as data: which panels a screen has, and what a person reads beside each field."""

import tomllib
from collections.abc import Mapping, Sequence
from enum import StrEnum
from importlib.resources import files
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

Words = Annotated[tuple[str, ...], Field(min_length=1)]


class FieldKind(StrEnum):
    """What is looked for. `shown` is not a control but what stands beside a label ("MATRÍCULA: 7002-4")."""

    TEXT = "text"
    SELECT = "select"
    CHECKBOX = "checkbox"
    RADIO = "radio"
    BUTTON = "button"
    TABLE = "table"
    SHOWN = "shown"


class FieldLabel(BaseModel):
    """The words of one field, the manual's own first. An `optional` one may be absent, never ambiguous.

    `locator`: a CSS selector that a person's click was turned into, where the field has no words on the screen; it is
    then asked instead of the names, and must answer as uniquely.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    names: Words
    kind: FieldKind = FieldKind.TEXT
    optional: bool = False
    locator: str = ""


class PanelLabels(BaseModel):
    """A panel by its titles ("*" at the end stands for anything; none at all is the whole page) and its fields.

    `also`: names of fields that it has and that are not asked for: what is nearer to one of them is not ours.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    titles: tuple[str, ...] = ()
    fields: Mapping[str, FieldLabel] = Field(default_factory=dict)
    also: tuple[str, ...] = ()

    def only(self, keys: Sequence[str]) -> "PanelLabels":
        """The panel with these fields alone."""
        left = (name for key, field in self.fields.items() if key not in keys for name in field.names)
        fields = {key: self.fields[key] for key in keys}
        return self.model_copy(update={"fields": fields, "also": (*self.also, *left)})


class Labels(BaseModel):
    """Every panel of one portal. `portal` is its name as an operator knows it.

    `lists`: an office's own headings, by list and field of columns.toml; see `Columns.called`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    portal: str
    panels: Mapping[str, PanelLabels]
    lists: Mapping[str, Mapping[str, Words]] = Field(default_factory=dict)


def read_labels(package: str, calibration: Mapping[str, Any] | None = None) -> Labels:
    """The `labels.toml` of an adapter's package ("portals.ipasem"), with an office's calibration laid over it."""
    given = tomllib.loads(files(package).joinpath("labels.toml").read_text(encoding="utf-8"))
    return Labels.model_validate(merged(given, calibration or {}))


def merged(given: Mapping[str, Any], calibration: Mapping[str, Any]) -> dict[str, Any]:
    """`given` with every key of `calibration` in its place, table by table; the one place where words are replaced."""
    result = dict(given)
    for key, value in calibration.items():
        below = result.get(key)
        result[key] = merged(below, value) if isinstance(below, Mapping) and isinstance(value, Mapping) else value
    return result
