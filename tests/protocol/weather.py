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
EQUAL_TWINS = lancamentos(12, equal=True)
FIRST_TWIN = EQUAL_TWINS[8].chave
SUBMITS = 80
READINGS = 300
POINTS = 1_500
# A deletion that the portal refuses is for a person, so such a month does not close by itself.
LOST_REMOVALS = tuple(kind for kind in REMOVALS[1:] if kind != "refused")


@dataclass(frozen=True)
class Weather:
    """Rates are per act on the portal (`lost`), per reading (`untrue`) and per point passed (`died`).

    `late`: what is late lands at most so much later; the product settles after 120 s. `restored`: an old copy of the
    ledger is put back once. `typed`: rows that a person saves meanwhile. `refused`: entries that the portal refuses.
    `equal_twins`: one service stands twice in the sheet, and the portal refuses the first of the two.
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
    equal_twins: bool = False

    def office(self, chance: Random) -> Office:
        """An office in this weather."""
        asked = EQUAL_TWINS if self.equal_twins else ASKED
        refused = {entry.chave for entry in chance.sample(asked, self.refused)}
        world = World.expecting(asked, frozenset(refused | {FIRST_TWIN} if self.equal_twins else refused))
        world.late_by = timedelta(seconds=chance.uniform(0, self.late.total_seconds()))
        world.submits = self._script(chance, SUBMITS, self.outcomes)
        world.removals = self._script(chance, SUBMITS, LOST_REMOVALS)
        world.closes = self._script(chance, 2, CLOSES[1:])
        world.reports = self._reports(chance)
        world.typed = sorted(((chance.randrange(80), typed(chance)) for _ in range(self.typed)), key=lambda at: at[0])
        return Office(world, asked, capabilities=CASSIND_LIKE if self.batches else IPASEM_LIKE)

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


def live(
    weather: Weather, seed: int, *, looking: Callable[[Office, str], None] | None = None, keep: bool = False
) -> tuple[Office, Ended]:
    """One month in that weather; `looking` sees the office at every point passed, `keep` leaves its disk open."""
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
    if not keep:
        office.storage.close()
    return office, ended


FAIR = Weather("late saves land within the settle time")
BAD = Weather("most saves fail and a third of the reports are cut or stale", lost=0.6, untrue=0.3)
RESENT = Weather("the browser sends again by itself", outcomes=("half", "gone", "unanswered", "late", "resent"))
SLOW = Weather("late saves land beyond the settle time", late=timedelta(seconds=600))
RESTORED = Weather("an old backup is put back", restored=True)
RESTORED_SLOW = Weather(
    "an old backup is put back and late saves land beyond the settle time", restored=True, late=SLOW.late
)
REFUSED = Weather("the portal refuses some", refused=3)
TWINS = Weather("the portal refuses one of two equal entries", equal_twins=True)
MANY = Weather("one click saves many", batches=True)
MANY_BAD = Weather("one click saves many, most fail, reports are cut or stale", batches=True, lost=0.6, untrue=0.3)
MANY_RESTORED = Weather("one click saves many and an old backup is put back", batches=True, restored=True)
BY_HAND = Weather("a person types too", lost=0.0, died=0.0, typed=2)
BY_HAND_LOST = Weather("a person types too, answers are lost and processes die", typed=2)


def faults(office: Office, ended: Ended) -> list[str]:
    """Both oracles where nobody else types: what stands there at the end, and what stood there for a moment.

    Only where a save lands later than the product waits for it is a duplicate allowed for a moment, and one that landed
    in the instant of the close, when a person was told of it.
    """
    slow = office.world.late_by > office.pace.settle
    found = []
    extra = standing(office.world) - wanted(office)
    if extra and not (slow and ended.closed and ended.told):
        found.append(f"the portal holds {dict(extra)} too often")
    if lacking := wanted(office) - standing(office.world):
        found.append(f"the portal lacks {dict(lacking)}")
    if not ended.closed:
        found.append(f"the month stays open: {ended.why}")
    if office.world.transient_duplicates and not slow:
        found.append(f"{office.world.transient_duplicates} duplicates for a moment")
    return found + ended.violations


def faults_beside_a_person(office: Office, ended: Ended) -> list[str]:
    """The oracle where a person types too: nothing lacks, theirs stay, no month is closed with a row too many untold.

    A row of theirs goes only where it equals one of ours and another equal one stays.
    """
    world = office.world
    found = list(ended.violations)
    if lacking := wanted(office) - standing(world):
        found.append(f"the portal lacks {dict(lacking)}")
    extra = standing(world) - wanted(office)
    if bool(extra) == (ended.closed and not ended.told):
        found.append(f"closed: {ended.closed} ({ended.why}), too many: {dict(extra)}")
    if world.drafts():
        found.append("a draft stays")
    found += [f"{row} is gone" for row in removed_by_hand(office) if row.key not in world.plan]
    return found


def removed_by_hand(office: Office) -> list[Row]:
    """The rows that a person saved and that are gone."""
    return [row for row in office.world.by_hand if not office.world.holds(row)]
