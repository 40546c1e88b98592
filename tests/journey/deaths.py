"""A batch through real Chromium that dies at a step boundary of the product, and is taken up again until it is done."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from agent.model.entry import State
from agent.model.errors import FaturistaError
from tests.journey.batch import Batch
from tests.journey.office import Office
from tests.protocol.death import Death, Reaper

MAX_LIVES = 4
_LEASE_IS_OVER = timedelta(minutes=2)


class Recorder(Reaper):
    """Never dies; notes the first boundary of every stretch in which a death would leave the same behind."""

    def __init__(self, remains: Callable[[], bytes]) -> None:
        super().__init__()
        self.distinct: list[int] = []
        self._remains = remains
        self._last = b""

    def strikes(self, _name: str) -> bool:
        """Never."""
        remains = self._remains()
        if remains != self._last:
            self._last = remains
            self.distinct.append(len(self.passed) - 1)
        return False


@dataclass(frozen=True)
class Dying:
    """Lives of a batch, each in a folder of its own below `folder`."""

    batch: Batch
    folder: Path

    def boundaries(self) -> Recorder:
        """Live it once undisturbed, and give every boundary that it passes."""
        office = self.batch.office(self.folder / "undisturbed")
        recorder = Recorder(lambda: _remains(office))
        assert self._live(office, recorder) == []
        return recorder

    def imperfect(self, recorder: Recorder, points: Iterable[int]) -> dict[str, list[str]]:
        """Die at each of the points and live on; gives those that did not end well, with what was wrong."""
        found = {}
        for point in points:
            reaper = Reaper(frozenset({point}))
            wrong = self._live(self.batch.office(self.folder / f"death-{point}"), reaper)
            if reaper.passed[point] != recorder.passed[point]:
                wrong.append(f"died at {reaper.passed[point]}")
            found[f"{point} {recorder.passed[point]}"] = wrong
        return {point: wrong for point, wrong in found.items() if wrong}

    def _live(self, office: Office, reaper: Reaper) -> list[str]:
        lives = 0
        for _ in range(MAX_LIVES):
            lives += 1
            hook = reaper.born()
            self.batch.stand.guillotine.hook = hook
            try:
                if office.lancar_e_fechar(hook):
                    break
            except Death:
                office.clock.turn(_LEASE_IS_OVER)
            except FaturistaError as error:
                return [f"life {lives}: {type(error).__name__}: {error}"]
        needed = 1 + len(reaper.at)
        return [*([f"{lives} lives"] if lives != needed else []), *_wrong(office)]


def _remains(office: Office) -> bytes:
    """What outlives the process: ledger, journal of intents, and the portal."""
    with closing(sqlite3.connect(office.folder.livro)) as ledger:
        image = ledger.serialize()
    journal = office.folder.diario.read_bytes() if office.folder.diario.exists() else b""
    portal = repr((office.insurer.rows(), office.insurer.closed())).encode()
    return hashlib.sha256(image + journal + portal).digest()


def _wrong(office: Office) -> list[str]:
    """What is not as it should be at the end, by the portal's auditor and by the ledger's own proofs."""
    insurer = office.insurer
    wrong = []
    if insurer.rows() != insurer.wanted(insurer.services):
        wrong.append(f"the portal holds {insurer.rows()}")
    if insurer.duplicates() != {"agora": [], "alguma_vez": [], "faltam": []}:
        wrong.append(f"{insurer.duplicates()}")
    if not insurer.closed():
        wrong.append("the month is open on the portal")
    with office.desk() as desk:
        states = [entry.state for entry in desk.ledger.entries.of(office.mes(desk))]
        wrong += [] if set(states) == {State.FECHADA} else [f"entries are {states}"]
        wrong += [str(violation) for violation in desk.ledger.checks.violations()]
        wrong += desk.ledger.checks.verify_chain().problems
    return wrong
