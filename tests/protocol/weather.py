"""How badly a portal, a machine and an office behave in a month of twelve entries; a seed tells one month exactly."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random

from tests.protocol.death import RandomReaper
from tests.protocol.model_portal import CASSIND_LIKE, CLOSES, IPASEM_LIKE, REMOVALS
from tests.protocol.month import Ended, Office, lancamentos, run_month, standing, wanted
from tests.protocol.world import Row, World, row_of

ASKED = lancamentos(12)
SUBMITS = 80
READINGS = 300
POINTS = 1_500


@dataclass(frozen=True)
class Weather:
    """Rates are per act on the portal (`lost`), per reading (`untrue`) and per point passed (`died`).

    `late`: what is late lands at most so much later; the product settles after 120 s. `restored`: an old copy of the
    ledger is put back once. `typed`: rows that a person saves meanwhile. `refused`: entries that the portal refuses.
    """

    name: str
    lost: float = 0.2
    untrue: float = 0.0
    died: float = 0.03
    late: timedelta = timedelta(seconds=60)
    outcomes: tuple[str, ...] = ("half", "gone", "unanswered", "late")
    batches: bool = False
    restored: bool = False
    typed: int = 0
    refused: int = 0

    def office(self, chance: Random) -> Office:
        """An office in this weather."""
        refused = frozenset(entry.chave for entry in chance.sample(ASKED, self.refused))
        world = World.expecting(ASKED, refused)
        world.late_by = timedelta(seconds=chance.uniform(0, self.late.total_seconds()))
        world.submits = self._script(chance, SUBMITS, self.outcomes)
        world.removals = self._script(chance, SUBMITS, REMOVALS[1:])
        world.closes = self._script(chance, 2, CLOSES[1:])
        world.reports = self._reports(chance)
        world.typed = sorted(((chance.randrange(80), typed(chance)) for _ in range(self.typed)), key=lambda at: at[0])
        return Office(world, ASKED, capabilities=CASSIND_LIKE if self.batches else IPASEM_LIKE)

    def _script(self, chance: Random, length: int, kinds: tuple[str, ...]) -> list[str]:
        return [chance.choice(kinds) if chance.random() < self.lost else "ok" for _ in range(length)]

    def _reports(self, chance: Random) -> list[str]:
        """A stale report heals with the next reading; a cut one may come again and again."""
        kinds = ["ok"]
        while self.untrue and len(kinds) < READINGS:
            bad = "truncated" if kinds[-1] == "stale" else chance.choice(("truncated", "stale"))
            kinds.append(bad if chance.random() < self.untrue else "ok")
        return kinds


def typed(chance: Random) -> Row:
    """A row that a person saves: an entry of ours, or one that no sheet of ours holds."""
    row = row_of(chance.choice(ASKED))
    row.draft = False
    return row if chance.random() < 0.5 else replace(row, auth=f"7{row.auth}")


class Backups:
    """One old copy of the ledger, taken at a random point, put back at a random death after it."""

    def __init__(self, office: Office, chance: Random) -> None:
        self._office = office
        self._at = chance.randrange(POINTS // 8)
        self._points = 0
        self._deaths = chance.randrange(12)
        self._image: bytes | None = None

    def seen(self) -> None:
        """A point was passed."""
        image = self._office.storage.image()
        if self._points == self._at:
            self._image = image
        self._points += 1

    def between(self) -> None:
        """A process died."""
        if self._image is None:
            return
        if self._deaths == 0:
            self._office.storage.restore(self._image)
        self._deaths -= 1


class Witness(RandomReaper):
    """Dies at random, and shows every point passed to whoever wants to look first."""

    def __init__(self, chance: Random, rate: float, looks: list[Callable[[str], None]]) -> None:
        super().__init__(chance, rate)
        self._looks = looks

    def __call__(self, name: str) -> None:
        for look in self._looks:
            look(name)
        super().__call__(name)


def live(weather: Weather, seed: int, *, looking: Callable[[Office, str], None] | None = None) -> tuple[Office, Ended]:
    """One month in that weather; `looking` sees the office at every point passed."""
    chance = Random(f"{weather.name} {seed}")
    office = weather.office(chance)
    backups = Backups(office, chance)
    looks: list[Callable[[str], None]] = []
    if weather.restored:
        looks.append(lambda _name: backups.seen())
    if looking:
        looks.append(lambda name: looking(office, name))
    lives = Witness(chance, weather.died, looks)
    ended = run_month(office, lives, backups.between if weather.restored else lambda: None)
    office.storage.close()
    return office, ended


def faults(office: Office, ended: Ended) -> list[str]:
    """Both oracles where nobody else types: what stands there at the end, and what stood there for a moment."""
    found = []
    if extra := standing(office.world) - wanted(office):
        found.append(f"the portal holds {dict(extra)} too often")
    if lacking := wanted(office) - standing(office.world):
        found.append(f"the portal lacks {dict(lacking)}")
    if not ended.closed:
        found.append(f"the month stays open: {ended.why}")
    if office.world.transient_duplicates:
        found.append(f"{office.world.transient_duplicates} duplicates for a moment")
    return found + ended.violations
