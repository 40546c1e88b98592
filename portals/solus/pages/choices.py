"""Choosing by code from what the portal itself offers: lists and groups of round buttons."""

import re
from collections.abc import Sequence

from playwright.sync_api import ElementHandle, Frame

from agent.model.errors import PageChanged
from portals.grid import folded
from portals.locate.lists import choose, offered
from portals.solus.pages.screen import Screen
from portals.solus.scripts import script

# Words that the portal shows without their code (TISS table 61).
_WORDS = {"via": {"1": "unica", "2": "mesma via", "3": "diferentes vias"}}


class NotOffered(Exception):
    """The portal has no such code in its list; the text says which, and what there is (pt-BR)."""


class Choices:
    """The lists and round buttons of one screen."""

    def __init__(self, screen: Screen, where: str) -> None:
        self._screen = screen
        self._where = where

    def select(self, field: ElementHandle, concept: str, code: str) -> str:
        """Choose the option of that code; its value. Raises NotOffered, naming what is offered."""
        options = offered(field)
        fitting = [value for text, value in options if _is(text, code, concept)]
        if len(fitting) != 1:
            raise NotOffered(_not_offered(concept, code, [text for text, _ in options if text]))
        choose(field, fitting[0], self._where)
        return fitting[0]

    def press(self, concept: str, code: str) -> ElementHandle:
        """Press the round button of that code in its group. Raises NotOffered, PageChanged where there is no group."""
        names = list(self._screen.labels.panels["escolhas"].fields[concept].names)
        held = [found for frame in self._screen.session.frames() if (found := _group(frame, names)) is not None]
        if len(held) != 1:
            raise PageChanged(f'As opções de "{names[0]}" aparecem {len(held)} vezes.', where=self._where)
        elements, texts = held[0]
        fitting = [element for element, text in zip(elements, texts, strict=True) if _is(text, code, concept)]
        if len(fitting) != 1:
            raise NotOffered(_not_offered(concept, code, texts))
        fitting[0].check()
        return fitting[0]


def _group(frame: Frame, names: Sequence[str]) -> tuple[list[ElementHandle], list[str]] | None:
    found = frame.evaluate_handle(script("radios.js"), {"names": list(names)})
    if found.get_property("groups").json_value() != 1:
        return None
    handles = [each.as_element() for each in found.get_property("elements").get_properties().values()]
    return [handle for handle in handles if handle is not None], found.get_property("texts").json_value()


def _is(text: str, code: str, concept: str) -> bool:
    """Whether an option is the code's: "23 - Exames" for 23, "Única" for via 1."""
    if match := re.match(r"\s*(\d+)\s*-", text):
        return match[1] == code
    return folded(text) in (folded(code), _WORDS.get(concept, {}).get(code))


def _not_offered(concept: str, code: str, offered: Sequence[str]) -> str:
    there = ", ".join(offered) or "nada"
    return f"o portal não oferece {code!r} em {concept.replace('_', ' ')}; há: {there}."
