"""What the schedule knows of one clinic's month on one portal: values only, so that a table can test the decisions."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from agent.ledger.queue import Waiting
from agent.ledger.turns import Turn
from agent.model.competencia import Competencia

CLOSED = ("fechada", "conciliada")
NOTHING = "aviso"
"""The `step` of what holds nothing back."""


class Task(StrEnum):
    """What is done for a month, in order. LER and CONCILIAR need no portal."""

    LER = "ler"  # read the clinic's sheets into the ledger
    PLANEJAR = "planejar"  # hold them against the portal's record
    LANCAR = "lancar"  # send what the plan says
    FECHAR = "fechar"  # prepare the close, ask for its approval, close
    RETORNO = "retorno"  # look for what the insurer paid and refused
    CONCILIAR = "conciliar"  # post it, write the workbook and the accountant's pack
    SONDAR = "sondar"  # once a day, for all clinics: are the portal's screens as they were?

    @property
    def opens_a_portal(self) -> bool:
        """Whether it needs somebody signed in."""
        return self not in (Task.LER, Task.CONCILIAR)


@dataclass(frozen=True, slots=True)
class MonthFacts:
    """`state`, `plan` and the counts are the ledger's ("" and 0 before the month was opened there).

    `inbox` is a digest of the clinic's sheets, "" when there are none. `turns` are the month's runs in order, `waiting`
    what is open in the queue for its login or for the month itself. `probe`: the day on which this month's login looks
    at the portal's screens for all clinics; "" where it is not the one to do it.
    """

    clinica: str
    portal: str
    account: str
    competencia: Competencia
    state: str = ""
    plan: str = ""
    unsent: int = 0
    entries: int = 0
    returns: int = 0
    inbox: str = ""
    turns: tuple[Turn, ...] = field(default=())
    waiting: tuple[Waiting, ...] = field(default=())
    probe: str = ""

    @property
    def closed(self) -> bool:
        """Whether the month is closed in the ledger."""
        return self.state in CLOSED

    @property
    def sheets(self) -> str:
        """A digest of the sheets that speak of this month, as they were last read; "" before that or when none does."""
        read = [
            turn for turn in self.turns if turn.step == Task.LER and turn.state == "done" and turn.ref == self.inbox
        ]
        return read[-1].text if read else ""

    def runs(self, task: Task, ref: str) -> list[Turn]:
        """The runs of one step about one thing, in order."""
        return [turn for turn in self.turns if (turn.step, turn.ref) == (task.value, ref)]

    def moved(self) -> list[Turn]:
        """The runs that found something changed since the plan."""
        return [turn for turn in self.turns if turn.state == "moved"]

    def held_back_by(self, task: Task, ref: str) -> Waiting | None:
        """What in the queue keeps this step from running."""
        for item in self.waiting:
            everything = not item.step and task.opens_a_portal
            if (everything or item.step == task.value) and item.ref in ("", ref):
                return item
        return None


def moment(text: str) -> datetime:
    """A time as the ledger stores it."""
    return datetime.fromisoformat(text)
