"""A year of an office: sheets come when they come, machines are off, portals are down for hours, people are slow."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path

from agent.model.competencia import Competencia
from agent.schedule.board import Board, days_of
from agent.schedule.decide import Status
from tests.schedule.notation import DAYS, at
from tests.schedule.working import Working, working

Span = tuple[datetime, datetime]
LATE_CLINIC, LATE_MONTH = "c0", Competencia(2026, 6)
"""One sheet comes after every deadline: nobody could have met it."""

OFF: tuple[Span, ...] = (
    (at("05/03 12:00"), at("09/03 10:00")),
    (at("03/08 07:00"), at("06/08 13:00")),
    (at("24/12 12:00"), at("04/01 09:00", 2027)),
)
DOWN: dict[str, tuple[Span, ...]] = {
    "ipasem": ((at("06/05 08:00"), at("06/05 15:00")), (at("05/10 09:00"), at("05/10 12:00"))),
    "cassind": ((at("06/02 07:00"), at("06/02 19:00")), (at("08/09 07:00"), at("08/09 16:30"))),
}
AWAY: tuple[Span, ...] = ((at("02/04 00:00"), at("07/04 00:00")), (at("02/07 00:00"), at("05/07 00:00")))
VISITS = (time(9, 30), time(15, 0))
_SOON = timedelta(minutes=20)


@dataclass
class Year:
    """`end` is when the story is over; `asked` is what people answered, by kind; `sheets`, when each really came.

    `comes` is called before each visit.
    """

    office: Working
    clinics: int
    months: Sequence[Competencia]
    end: datetime
    visits: int = 0
    asked: list[str] = field(default_factory=list)
    sheets: dict[tuple[str, Competencia], datetime] = field(default_factory=dict)
    comes: Callable[[], None] = lambda: None

    def run(self) -> None:
        """From the first of January to the end, from one thing that happens to the next."""
        sheets = sorted(self._arrivals())
        visits = sorted(self._visits())
        while self.office.clock.now < self.end:
            now = self.office.clock.now
            while sheets and sheets[0][0] <= now:
                _, clinica, month = sheets.pop(0)
                self.office.send_sheet(clinica, month, rows_of(clinica, month))
                self.sheets[clinica, month] = now
            while visits and visits[0] <= now:
                visits.pop(0)
                self._visit()
            seen = self.office.work()
            self._turn(seen, [*(when for when, _, _ in sheets[:1]), *visits[:1]])

    def _visit(self) -> None:
        """A person sits down, and stays while the runs that go on ask for something more."""
        self.comes()
        self.visits += 1
        while asked := self.office.person_comes():
            self.asked += asked
            self.office.work()

    def _turn(self, seen: Board, others: list[datetime]) -> None:
        """To the next thing that happens; a machine that is off sees nothing before it is on again."""
        now = self.office.clock.now
        due = [x.coming.when for x in seen.lines if x.coming.status is Status.DEPOIS and x.coming.when]
        ahead = [moment for moment in [*due, *others] if moment > now]
        then = min(ahead, default=self.end)
        self.office.clock.now = next((off[1] for off in OFF if off[0] <= then < off[1]), then)

    def _arrivals(self) -> Iterator[tuple[datetime, str, Competencia]]:
        """Between the 25th and the 2nd, each clinic in its own time; one a whole month too late."""
        for place, month in enumerate(self.months):
            for number in range(self.clinics):
                late = (f"c{number}", month) == (LATE_CLINIC, LATE_MONTH)
                day = date(month.ano, month.mes, 25) + timedelta(days=20 if late else (number * 3 + place) % 8)
                yield DAYS.at(day, time(10 + number % 6)), f"c{number}", month

    def _visits(self) -> Iterator[datetime]:
        calendar, day = days_of(self.office.office), self.office.clock.now.date()
        while day < self.end.date():
            for hour in VISITS:
                moment = calendar.at(day, hour)
                if not calendar.off(day) and not any(begin <= moment < end for begin, end in (*AWAY, *OFF)):
                    yield moment
            day += timedelta(days=1)


def rows_of(clinica: str, month: Competencia) -> int:
    """How many services a clinic has in a month."""
    return 1 + (int(clinica.removeprefix("c")) + month.mes) % 3


def year(folder: Path, clinics: int, months: int, *, ipasem: str = "u-{slug}") -> Year:
    """The office on the first of January, with so many months of the year ahead."""
    office = working(folder, clinics, "01/01 08:00", desde="01/2026", ipasem=ipasem)
    for name, spans in DOWN.items():
        insurer = office.insurers[name]
        insurer.down = lambda now, spans=spans: any(begin <= now < end for begin, end in spans)  # type: ignore[misc]
        insurer.loses = lambda save: save % 7 == 5
    wanted = [Competencia(2026, 1).plus(n) for n in range(months)]
    last = wanted[-1].plus(3)
    return Year(office, clinics, wanted, at(f"15/{last.mes:02d} 08:00", last.ano))
