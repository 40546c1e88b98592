"""What lives outside our process: the portal's rows, its clock, its script of failures, and the auditor's tally."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime, timedelta

from agent.model.lancamento import Chave, Lancamento


class Clock:
    """A clock that moves only when somebody waits."""

    def __init__(self, now: datetime = datetime(2026, 11, 3, 12, tzinfo=UTC)) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def wait(self, span: timedelta) -> None:
        """Let the time pass."""
        self.now += span


@dataclass(slots=True, eq=False)
class Row:
    """A row as the portal holds it; `draft` is red. `ours` is False for a row that a person typed."""

    number: int
    auth: str
    code: str
    day: date
    quantity: int
    value: int
    draft: bool
    ours: bool = True
    protocol: str = ""
    tooth: str = ""
    faces: str = ""
    remark: str = ""

    @property
    def key(self) -> Chave:
        """Its natural key; a portal counts no ocorrencia."""
        return Chave(self.auth, self.code, self.tooth, self.faces, self.day)

    def facts(self) -> tuple[object, ...]:
        """Everything that it is, to compare two worlds."""
        return tuple(getattr(self, f.name) for f in fields(self))


def row_of(asked: Lancamento) -> Row:
    """A draft of an entry, not numbered yet."""
    return Row(
        number=0,
        auth=asked.numero_autorizacao,
        code=asked.codigo_procedimento,
        day=asked.data,
        quantity=asked.quantidade,
        value=asked.valor_informado or 6500,
        draft=True,
        tooth=asked.dente,
        faces=asked.faces,
        remark=asked.observacao,
    )


@dataclass(frozen=True, slots=True)
class Landing:
    """What takes effect later than it was asked: a "save", a "removal" (of `row`) or a "close"."""

    due: datetime
    what: str
    row: Row | None = None


@dataclass(slots=True)
class World:
    """The scripts give the outcome of each submit, removal, close and reading, "ok" where they run out.

    `late_by` is when what is late lands. `plan` counts how often each key may stand there; `refused` are the entries
    that the portal says no to. `typed` are rows that a person saves at the so-many-th call of ours.
    """

    plan: Counter[Chave]
    refused: frozenset[Chave] = frozenset()
    submits: list[str] = field(default_factory=list)
    removals: list[str] = field(default_factory=list)
    closes: list[str] = field(default_factory=list)
    reports: list[str] = field(default_factory=list)
    typed: list[tuple[int, Row]] = field(default_factory=list)
    late_by: timedelta = timedelta(seconds=60)
    clock: Clock = field(default_factory=Clock)
    rows: list[Row] = field(default_factory=list)
    landing: list[Landing] = field(default_factory=list)
    closed: bool = False
    numbers: int = 0
    calls: int = 0
    transient_duplicates: int = 0
    by_hand: list[Row] = field(default_factory=list)
    last_shown: tuple[Row, ...] = ()

    @classmethod
    def expecting(cls, asked: Sequence[Lancamento], refused: frozenset[Chave] = frozenset()) -> "World":
        """A portal whose auditor expects each entry exactly once, and a refused one not at all."""
        wanted = [entry.chave for entry in asked if entry.chave not in refused]
        return cls(plan=Counter(chave._replace(ocorrencia=1) for chave in wanted), refused=refused)

    def new_number(self) -> int:
        """The portal numbers its rows upwards."""
        self.numbers += 1
        return self.numbers

    def called(self) -> None:
        """One call of ours reaches the portal: what was late lands first, and a person may have typed meanwhile."""
        self.calls += 1
        due = [landing for landing in self.landing if landing.due <= self.clock()]
        self.landing = [landing for landing in self.landing if landing.due > self.clock()]
        for landing in due:
            self._land(landing)
        while self.typed and self.typed[0][0] <= self.calls:
            row = self.typed.pop(0)[1]
            if not self.closed:
                self.by_hand.append(replace(row, number=self.new_number(), draft=False, ours=False))
                self.rows.append(self.by_hand[-1])

    def later(self, what: str, row: Row | None = None) -> None:
        """It will take effect when `late_by` is over; a removal within a minute, or it would hit what came after it."""
        late_by = min(self.late_by, timedelta(seconds=60)) if what == "removal" else self.late_by
        self.landing.append(Landing(self.clock() + late_by, what, row))

    def save(self, row: Row) -> None:
        """Commit a row, and tally it when its key now stands there more often than planned."""
        row.draft = False
        if not self.holds(row):
            self.rows.append(row)
        if self.count()[row.key] > self.plan[row.key]:
            self.transient_duplicates += 1

    def holds(self, row: Row) -> bool:
        """Whether this very row stands there."""
        return any(known is row for known in self.rows)

    def count(self) -> Counter[Chave]:
        """How often each key stands there, finished."""
        return Counter(row.key for row in self.rows if not row.draft)

    def drafts(self) -> list[Row]:
        """The red rows."""
        return [row for row in self.rows if row.draft]

    def _land(self, landing: Landing) -> None:
        if landing.what == "close":
            self.closed = self.closed or not self.drafts()
        elif self.closed or landing.row is None:
            return
        elif landing.what == "removal":
            self.rows = [row for row in self.rows if row is not landing.row]
        elif self.holds(landing.row):
            self.save(landing.row)
        else:
            self.save(replace(landing.row, number=self.new_number()))

    def copy(self) -> "World":
        """The same world apart: what happens in one is not seen in the other."""
        rows = (*self.rows, *self.by_hand, *(land.row for land in self.landing if land.row))
        twins = {id(row): replace(row) for row in rows}
        world = replace(self)
        world.clock = Clock(self.clock.now)
        world.rows = [twins[id(row)] for row in self.rows]
        world.by_hand = [twins[id(row)] for row in self.by_hand]
        world.landing = [replace(land, row=twins[id(land.row)] if land.row else None) for land in self.landing]
        for script in ("submits", "removals", "closes", "reports", "typed"):
            setattr(world, script, list(getattr(self, script)))
        return world

    def facts(self) -> tuple[object, ...]:
        """Everything that the future of this world depends on."""
        place = {id(row): number for number, row in enumerate(self.rows)}
        landing = [(x.due, x.what, x.row and (place.get(id(x.row)), x.row.facts())) for x in self.landing]
        scripts = (self.submits, self.removals, self.closes, self.reports, [(n, r.facts()) for n, r in self.typed])
        return (
            self.clock.now,
            tuple(row.facts() for row in self.rows),
            tuple(landing),
            tuple(tuple(script) for script in scripts),
            (self.closed, self.numbers, self.transient_duplicates, self.calls if self.typed else 0),
            tuple(row.facts() for row in self.last_shown),
        )
