"""Sign-ins attended from the panel: asked for, opened by one worker, held by one person at a time, ended for all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from agent.ledger.events import Events
from agent.ledger.transaction import Writer, stamp

ALIVE = timedelta(seconds=30)
"""So long a worker that is not heard of is believed in."""
WANTED = timedelta(seconds=45)
"""So long a person that is not heard of is believed to wait."""
HELD = timedelta(seconds=10)
"""So long mouse and keyboard are a person's that is not heard of."""
_DIED = "o servidor que mostrava a página parou no meio; peça de novo"
_LEFT = "ninguém ficou à espera"


@dataclass(frozen=True, slots=True)
class Vista:
    """One of them. Times ISO 8601 in UTC, "" for never; `result` is pt-BR and names no patient.

    `state`: pedida, aberta (its `owner`, a process, works on it) or encerrada. `endpoint` is where the page can be seen
    on the owner's own machine, "" while no person is awaited. `holder` has or last had mouse and keyboard; each taking
    has a `generation` of its own. `asked_on`: the machine of the panel where it was asked for.
    """

    id: int
    clinica: str
    portal: str
    asked_by: str
    asked_on: str
    asked_at: str
    wanted_until: str
    state: str
    owner: str
    alive_until: str
    endpoint: str
    holder: str
    generation: int
    holder_until: str
    entered: int
    result: str
    ended_at: str | None

    @property
    def machine(self) -> str:
        """Where its worker runs, "" while it has none."""
        return self.owner.rpartition(":")[0]

    def held(self, now: str) -> bool:
        """Whether somebody has mouse and keyboard at `now` (as the ledger stores times)."""
        return self.holder_until > now


@dataclass(frozen=True, slots=True)
class Hold:
    """Mouse and keyboard of one page, until somebody takes them over."""

    vista: int
    who: str
    generation: int


class Vistas:
    """What is attended from the panel, and by whom."""

    def __init__(self, writer: Writer, events: Events) -> None:
        self._writer = writer
        self._events = events

    def ask(self, clinica: str, portal: str, by: str, machine: str) -> bool:
        """`by`, at a panel on `machine`, wants to attend a sign-in; False while another person is at it."""
        w = self._writer
        with w.transaction("vistas.ask") as at:
            wanted = stamp(w.clock() + WANTED)
            standing = w.one("vista_standing", clinica=clinica, portal=portal)
            asked = {"asked_by": by, "asked_on": machine, "wanted_until": wanted}
            if standing is not None and standing.asked_by == by:
                w.change("vista_want", asked_by=by, wanted_until=wanted)
                return True
            if standing is None:
                number = w.insert("vista_insert", clinica=clinica, portal=portal, at=at, **asked)
            elif w.change("vista_adopt", id=standing.id, now=at, **asked):
                number = standing.id
            else:
                return False
            self._tell(at, "vista.pedida", number, {"clinica": clinica, "portal": portal}, by)
        return True

    def all(self, since: str) -> list[Vista]:
        """Those that are not over, or were not at a moment (as the ledger stores times), in order."""
        return [Vista(*row) for row in self._writer.rows("vista_all", since=since)]

    def get(self, number: int) -> Vista | None:
        """One of them."""
        row = self._writer.one("vista_get", id=number)
        return Vista(*row) if row else None

    def busy(self, number: int) -> bool:
        """Whether somebody has mouse and keyboard of it now."""
        vista = self.get(number)
        return vista is not None and vista.held(self._writer.now())

    def want(self, who: str) -> None:
        """`who` is still there."""
        with self._writer.transaction("vistas.want"):
            self._writer.change("vista_want", asked_by=who, wanted_until=stamp(self._writer.clock() + WANTED))

    def leave(self, who: str) -> None:
        """`who` waits no more: what no worker opened yet is not opened, the rest may be another's."""
        w = self._writer
        with w.transaction("vistas.leave") as at:
            for vista in self.all(at):
                if vista.asked_by == who and w.change("vista_cancel", id=vista.id, result=_LEFT, now=at):
                    self._ended(at, vista.id, actor=who)
            w.change("vista_want", asked_by=who, wanted_until=at)

    def claim(self, number: int, owner: str) -> bool:
        """`owner` opens it; False when another did, or nobody waits for it any more."""
        w = self._writer
        with w.transaction("vistas.claim") as at:
            until = stamp(w.clock() + ALIVE)
            mine = bool(w.change("vista_claim", id=number, owner=owner, alive_until=until, now=at))
            if mine:
                self._tell(at, "vista.aberta", number, {"owner": owner})
        return mine

    def alive(self, number: int, owner: str) -> bool:
        """The worker goes on; False when it was given up for dead meanwhile."""
        with self._writer.transaction("vistas.alive"):
            until = stamp(self._writer.clock() + ALIVE)
            return bool(self._writer.change("vista_alive", id=number, owner=owner, alive_until=until))

    def publish(self, number: int, owner: str, endpoint: str) -> bool:
        """A person is awaited at `endpoint`, "" for no longer; False when it was given up for dead meanwhile."""
        with self._writer.transaction("vistas.publish"):
            return bool(self._writer.change("vista_endpoint", id=number, owner=owner, endpoint=endpoint))

    def end(self, number: int, owner: str, result: str, *, entered: bool) -> bool:
        """How it ended; False when it was given up for dead meanwhile."""
        with self._writer.transaction("vistas.end") as at:
            values = {"entered": int(entered), "result": result, "now": at}
            mine = bool(self._writer.change("vista_end", id=number, owner=owner, **values))
            if mine:
                self._ended(at, number, entered=entered)
        return mine

    def bury(self, is_dead: Callable[[str], bool]) -> int:
        """End what nobody works on or waits for any more, so that it can be asked for anew; how many."""
        w, now = self._writer, self._writer.now()
        lost = [(v, _DIED) for v in self.all(now) if v.state == "aberta" and (v.alive_until <= now or is_dead(v.owner))]
        left = [(v, _LEFT) for v in self.all(now) if v.state == "pedida" and v.wanted_until <= now]
        if not lost and not left:
            return 0
        with w.transaction("vistas.bury") as at:
            return sum(self._bury(at, vista, why) for vista, why in [*lost, *left])

    def take(self, number: int, who: str) -> Hold | None:
        """Mouse and keyboard are `who`'s, from an earlier socket of theirs too; None while they are another's."""
        w = self._writer
        with w.transaction("vistas.take") as at:
            if not w.change("vista_take", id=number, holder=who, until=stamp(w.clock() + HELD), now=at):
                return None
            generation = int(w.one("vista_get", id=number).generation)
            self._tell(at, "vista.assumida", number, {"vez": generation}, who)
        return Hold(number, who, generation)

    def renew(self, hold: Hold) -> bool:
        """Go on holding; False when it is over: taken over, or the page is shown no more."""
        w = self._writer
        with w.transaction("vistas.renew") as at:
            values = {"id": hold.vista, "generation": hold.generation, "until": stamp(w.clock() + HELD)}
            return bool(w.change("vista_renew", now=at, **values))

    def holds(self, hold: Hold) -> bool:
        """Whether mouse and keyboard are still theirs."""
        values = {"id": hold.vista, "generation": hold.generation, "now": self._writer.now()}
        return bool(self._writer.one("vista_holds", **values))

    def let_go(self, hold: Hold) -> None:
        """Give mouse and keyboard back; nothing when they are no longer theirs."""
        with self._writer.transaction("vistas.let_go") as at:
            if self._writer.change("vista_let_go", id=hold.vista, generation=hold.generation, now=at):
                self._tell(at, "vista.largada", hold.vista, {"vez": hold.generation}, hold.who)

    def did(self, hold: Hold, what: str, body: Mapping[str, int]) -> bool:
        """Write down what a person is about to do on the page; False, and nothing is to be done, when not theirs."""
        with self._writer.transaction("vistas.did") as at:
            values = {"id": hold.vista, "generation": hold.generation, "now": at}
            if not self._writer.one("vista_holds", **values):
                return False
            self._tell(at, f"vista.{what}", hold.vista, body, hold.who)
        return True

    def spend(self, nonce: str, until: datetime) -> bool:
        """Use up a token that is good until then; False when it was used already."""
        w = self._writer
        with w.transaction("vistas.spend") as at:
            w.change("ficha_forget", now=at)
            return bool(w.change("ficha_spend", nonce=nonce, until=stamp(until)))

    def _bury(self, at: str, vista: Vista, why: str) -> bool:
        w = self._writer
        if vista.state == "pedida":
            gone = w.change("vista_cancel", id=vista.id, result=why, now=at)
        else:
            gone = w.change("vista_end", id=vista.id, owner=vista.owner, entered=0, result=why, now=at)
        if gone:
            self._ended(at, vista.id)
        return bool(gone)

    def _ended(self, at: str, number: int, *, entered: bool = False, actor: str = "") -> None:
        self._tell(at, "vista.encerrada", number, {"entrou": entered}, actor)

    def _tell(self, at: str, kind: str, number: int, body: Mapping[str, object], actor: str = "") -> None:
        self._events.append(at, kind, "vista", number, body, actor=actor)
