"""Once in a session, each panel that an adapter works in is held against how it was, before anything is typed there.

What an office remembers of a portal stands around a session (`visiting`); without it nothing is compared.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Protocol

from playwright.sync_api import Frame

from agent.model.errors import PageChanged, ScreenChanged
from portals.drift.painel import FAMILIAR, Mudanca, Painel, change_of, painel_of
from portals.locate.find import Search
from portals.locate.labels import PanelLabels

ADVICE = (
    "Se um campo mudou de nome: faturista calibrar {portal} --tela ultima. "
    "Se a tela continua a mesma e só ganhou isto: faturista sondar {portal} --aceitar."
)


class Memory(Protocol):
    """What an office remembers of one portal's panels, by their names in labels.toml."""

    def known(self, name: str) -> tuple[Painel, int] | None:
        """How the panel was, and in how many sessions it was seen; None for one that was never met."""

    def met(self, name: str, now: Painel) -> None:
        """It was there in one session more, and nothing of it stops anything."""

    def changed(self, name: str, now: Painel, change: Mudanca) -> None:
        """It is not as it was: kept until a person accepts it or the panel is as before."""


@dataclass
class Visits:
    """One session's. `needed`: by panel and field, the groups of options of which one each is needed.

    `heads`: the headings of the portal's lists, by which their rows are told from fields.
    """

    portal: str
    memory: Memory
    needed: Mapping[str, Mapping[str, Sequence[Sequence[str]]]] = field(default_factory=dict)
    heads: tuple[str, ...] = ()
    _seen: set[str] = field(default_factory=set)

    def look(
        self, frames: Iterable[Frame], panels: Mapping[str, PanelLabels], where: str, *, lost: bool = False
    ) -> None:
        """One look at those of the panels that this session has not met, or, with `lost`, that it cannot find now.

        Raises ScreenChanged.
        """
        new = {name: panel for name, panel in panels.items() if panel.titles and (lost or name not in self._seen)}
        if not new:
            return
        search = Search(new, where, {"heads": self.heads, "words": ()})
        for name, places in search.reports(search.answers(frames)).items():
            if len(places) == 1:
                now = painel_of(places[0][1], new[name], self.needed.get(name, ()))
                must = [key for key, label in new[name].fields.items() if lost and not label.optional]
                self._compare(name, now, must, where)
                if not lost:
                    self._seen.add(name)
                    self.memory.met(name, now)

    def _compare(self, name: str, now: Painel, must: Sequence[str], where: str) -> None:
        kept = self.memory.known(name)
        before, sessions = kept or (now, 0)
        change = change_of(before, now, needed=self.needed.get(name, {}), must=must, familiar=sessions >= FAMILIAR)
        if change:
            self.memory.changed(name, now, change)
        if change.para:  # whoever comes back in this session is stopped again
            raise ScreenChanged(change.para, where=where, do=ADVICE.format(portal=self.portal))


_VISITS: ContextVar[Visits | None] = ContextVar("visits", default=None)


@contextmanager
def visiting(visits: Visits) -> Iterator[None]:
    """Inside it every panel that an adapter comes to is compared once."""
    token = _VISITS.set(visits)
    try:
        yield
    finally:
        _VISITS.reset(token)


@contextmanager
def at_work(frames: Iterable[Frame], panels: Mapping[str, PanelLabels], where: str) -> Iterator[None]:
    """Around finding these panels: then each is compared, once in a session. Raises ScreenChanged.

    One that was not found as it should be, and was known, is told by what changed.
    """
    visits = _VISITS.get()
    try:
        yield
    except PageChanged:
        if visits is not None:
            visits.look(frames, panels, where, lost=True)
        raise
    if visits is not None:
        visits.look(frames, panels, where)
