"""Sign-ins that people attend from the panel: claimed from the ledger, each opened in a browser of its own, ended."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from threading import Event, Thread

from agent.accounting.opening import open_books
from agent.config.office import Office
from agent.ledger.store import Ledger
from agent.ledger.transaction import stamp
from agent.ledger.vistas import ALIVE, Vista
from agent.model.errors import FaturistaError, LedgerError
from agent.model.point import utc_now
from agent.model.progress import Silent
from agent.runner.desk import Desk
from agent.runner.doors import Browsers, door_opener
from agent.runner.heartbeat import Heartbeat
from agent.runner.opening import open_desk
from agent.runner.owner import is_dead, this_process
from agent.schedule.shown import Shown
from agent.schedule.sitting import sit
from portals.browser.afar import close_browser, free_port

MOST = 4
"""Browsers at once that one process opens for people elsewhere."""
_OF_ONE_PERSON = 2  # the one in hand, and the next ahead
_OF_OTHERS_AFTER = timedelta(seconds=15)
_LOOK_S = 0.5
_BROKE = "parou no meio; peça de novo"
_LEFT = "ninguém ficou à espera"


@contextmanager
def attended_from_afar(
    office: Office, environ: Mapping[str, str], say: Callable[[str], None], stop: Event
) -> Iterator[None]:
    """Beside the caller's own work, until `stop` is set, show people at a panel the sign-ins that they ask for."""
    afar = Afar(office, environ, say, stop)
    looking = Thread(target=afar.look_on, name="vistas")
    looking.start()
    try:
        yield
    finally:
        stop.set()
        looking.join()


def to_open(vistas: Sequence[Vista], owner: str, now: datetime) -> list[Vista]:
    """Which of those that are not over `owner` should open now, in order.

    A person who has none open comes before one who has; what was asked at another machine's panel is left to its own
    workers for a while.
    """
    machine, at = owner.rpartition(":")[0], stamp(now)
    opened = Counter(v.asked_by for v in vistas if v.state == "aberta")
    free = MOST - sum(v.state == "aberta" and v.owner == owner for v in vistas)
    near = [
        v
        for v in vistas
        if v.state == "pedida"
        and v.wanted_until > at
        and (v.asked_on == machine or v.asked_at <= stamp(now - _OF_OTHERS_AFTER))
    ]
    chosen: list[Vista] = []
    for already in range(_OF_ONE_PERSON):
        for vista in near:
            if len(chosen) < free and vista not in chosen and opened[vista.asked_by] <= already:
                opened[vista.asked_by] += 1
                chosen.append(vista)
    return chosen


@dataclass
class Afar:
    """One process's part in it."""

    office: Office
    environ: Mapping[str, str]
    say: Callable[[str], None]
    stop: Event
    _ports: dict[int, int] = field(default_factory=dict)
    _left: set[int] = field(default_factory=set)

    def look_on(self) -> None:
        """Look for what is asked until `stop` is set; then close what is open."""
        with ThreadPoolExecutor(MOST, thread_name_prefix="vista") as pool:
            while not self.stop.is_set():
                try:
                    with open_books(self.office) as ledger:
                        while not self.stop.wait(_LOOK_S):
                            self._look(ledger, pool)
                except LedgerError:  # away for a moment: the views that are open do not depend on it
                    self.stop.wait(_LOOK_S)
            while self._ports:
                for port in list(self._ports.values()):
                    close_browser(port)
                Event().wait(_LOOK_S)

    def _look(self, ledger: Ledger, pool: ThreadPoolExecutor) -> None:
        now = utc_now()
        ledger.vistas.bury(is_dead)
        standing = ledger.vistas.all(stamp(now))
        for vista in to_open(standing, this_process(), now):
            if ledger.vistas.claim(vista.id, this_process()):
                pool.submit(self._attend, vista).add_done_callback(self._told)
        for vista in standing:
            if vista.id in self._ports and vista.wanted_until <= stamp(now) and not vista.held(stamp(now)):
                self._left.add(vista.id)
                close_browser(self._ports[vista.id])

    def _attend(self, vista: Vista) -> None:
        entered, result = False, _BROKE
        try:
            entered, result = self._sit(vista)
        except FaturistaError as error:
            result = error.what
        finally:
            result = _LEFT if vista.id in self._left and not entered else result
            with open_books(self.office) as ledger:
                ledger.vistas.end(vista.id, this_process(), result, entered=entered)

    def _sit(self, vista: Vista) -> tuple[bool, str]:
        self._ports[vista.id] = port = free_port()
        browsers = Browsers(self.office, shown=False, debug_port=port)
        try:
            with open_desk(self.office, self.say, Silent(), shown=False, environ=self.environ) as desk:
                shown = Shown(desk.ledger, vista, browsers, port)
                mine = replace(
                    desk,
                    open_door=door_opener(browsers, self.office, desk.vault, utc_now),
                    presence=lambda _clinica: shown,
                )
                with _kept_alive(desk, vista):
                    (seated,) = sit(mine, [(vista.clinica, vista.portal)], shown.who)
            return seated.entered, seated.text
        finally:
            browsers.close()
            del self._ports[vista.id]

    def _told(self, ended: "Future[None]") -> None:
        error = ended.exception()
        if error is not None:
            self.say(f"Uma entrada atendida pelo painel parou no meio ({type(error).__name__}); ela pode ser repetida.")


def _kept_alive(desk: Desk, vista: Vista) -> Heartbeat:
    return Heartbeat(desk.open_ledger, lambda ledger: ledger.vistas.alive(vista.id, this_process()), ALIVE)
