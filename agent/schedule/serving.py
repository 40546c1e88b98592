"""The office at work by itself in one process: APScheduler ticks, the ledger says what is due, threads do it."""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from threading import Event, Lock
from zoneinfo import ZoneInfo

from apscheduler.events import EVENT_JOB_ERROR, JobExecutionEvent
from apscheduler.schedulers.background import BackgroundScheduler

from agent.accounting.opening import open_books
from agent.config.office import Office
from agent.engine.threads import ThreadEngine
from agent.model.errors import FaturistaError, LedgerAway
from agent.model.point import steady_clock, utc_now
from agent.model.progress import Silent
from agent.people.unattended import NobodyThere
from agent.runner.desk import Desk
from agent.runner.opening import open_desk
from agent.runner.owner import this_process
from agent.runner.paced import Gaps, paced
from agent.schedule.afar import attended_from_afar
from agent.schedule.away import Away
from agent.schedule.board import Board
from agent.schedule.daily import Daily
from agent.schedule.decide import Status
from agent.schedule.health import Health, watched
from agent.schedule.metrics import gather, metrics
from agent.schedule.scheduler import TTL, Note, Scheduler
from agent.schedule.stopping import StoppableProgress, pause_until
from agent.schedule.telling import Telling, office_mail, office_senders

TICK = timedelta(seconds=60)
_SOON = timedelta(seconds=5)
_JOB = "olhar"


@dataclass
class Serving:
    """`stop` is set from a signal or another thread; then each run ends after its row in hand.

    `note` hears of each run that begins or ends (facts for a log, without patients), `say` of what a person may read.
    """

    office: Office
    environ: Mapping[str, str]
    say: Callable[[str], None]
    note: Note
    stop: Event = field(default_factory=Event)
    owner: str = field(default_factory=this_process)
    ttl: timedelta = TTL
    tick: timedelta = TICK
    _looking: Lock = field(default_factory=Lock)
    _telling: Telling | None = field(init=False)
    _away: Away = field(init=False)
    _health: Health = field(default_factory=Health)
    _gaps: Gaps = field(default_factory=lambda: Gaps(steady_clock()))
    _daily: Daily = field(init=False)

    def __post_init__(self) -> None:
        self._daily = Daily(self.office, self.say)
        zone = ZoneInfo(self.office.settings.escritorio.fuso)
        self._away = Away(self.say, self.owner.partition(":")[0], zone)
        told = self.office.settings.avisos is not None
        self._telling = (
            Telling(
                self.office,
                partial(office_senders, self.office, self.environ),
                self.say,
                partial(office_mail, self.office, self.environ),
            )
            if told
            else None
        )

    def until_stopped(self) -> None:
        """Tick and work until `stop` is set."""
        logging.getLogger("apscheduler").setLevel(logging.CRITICAL)
        ticking = BackgroundScheduler(timezone=UTC)
        engine = ThreadEngine(self.office.settings.execucao.sessoes, ended=lambda: self._soon(ticking))
        scheduler = self._scheduler(engine)
        ticking.add_listener(self._told, EVENT_JOB_ERROR)
        ticking.add_job(
            lambda: self._look_again_soon(scheduler, ticking),
            "interval",
            seconds=self.tick.total_seconds(),
            id=_JOB,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
            next_run_time=datetime.now(UTC),
        )
        afar = attended_from_afar(_without_window(self.office), self.environ, self.say, self.stop)
        with afar, watched(self._health, self.office.settings.execucao.porta_saude):
            ticking.start()
            while not self.stop.wait(1):  # a wait without end cannot be interrupted on Windows
                pass
            ticking.shutdown(wait=True)
        engine.stop()

    def until_nothing_is_due(self) -> None:
        """Do all that is due now, and return."""
        ended = Event()
        engine = ThreadEngine(self.office.settings.execucao.sessoes, ended=ended.set)
        scheduler = self._scheduler(engine)
        try:
            while not self.stop.is_set():
                ended.clear()
                seen = self._look(scheduler)
                if seen and engine.free() == engine.size and _nothing_due(seen):
                    return
                ended.wait(_SOON.total_seconds())  # a run that ended is looked after at once, another's soon
        finally:
            engine.stop()

    def _scheduler(self, engine: ThreadEngine) -> Scheduler:
        books = partial(open_books, self.office)
        return Scheduler(self.office, books, self._desk, engine, utc_now, self.owner, ttl=self.ttl, note=self.note)

    def _look(self, scheduler: Scheduler) -> Board | None:
        """What there is to do, and begun; None while the ledger's server is away."""
        with self._looking:
            try:
                return self._seen(scheduler)
            except LedgerAway:
                self._away.gone(utc_now())
                return None

    def _seen(self, scheduler: Scheduler) -> Board:
        seen = scheduler.look()
        with open_books(self.office) as ledger:
            self._away.back(ledger, utc_now())
            if self._telling is not None:
                self._telling.tell(ledger, seen, utc_now())
            self._health.looked(utc_now(), metrics(gather(ledger, seen), utc_now()))
            self._daily.do(ledger, utc_now())
        return seen

    @contextmanager
    def _desk(self) -> Iterator[Desk]:
        """A desk that nobody sits at: no window, no waiting for a person, and it stops when it is told to."""
        with open_desk(_without_window(self.office), self.say, Silent(), shown=False, environ=self.environ) as desk:
            yield replace(
                desk,
                presence=lambda _clinica: NobodyThere(),
                progress=StoppableProgress(self.stop),
                wait=pause_until(self.stop),
                # A gap is short and lies within a row: it is waited out.
                open_door=paced(desk.open_door, self._gaps, self._gap, desk.wait),
            )

    def _look_again_soon(self, scheduler: Scheduler, ticking: BackgroundScheduler) -> None:
        """A server that is away is asked more often than the next tick."""
        if self._look(scheduler) is None and not self.stop.is_set():
            ticking.modify_job(_JOB, next_run_time=datetime.now(UTC) + min(self.tick, _SOON))

    def _gap(self, portal: str) -> timedelta:
        return timedelta(seconds=self.office.portal(portal).intervalo_s)

    def _soon(self, ticking: BackgroundScheduler) -> None:
        """A run ended: what comes after it is not made to wait for the next tick."""
        if ticking.running and not self.stop.is_set():
            ticking.modify_job(_JOB, next_run_time=datetime.now(UTC))

    def _told(self, event: JobExecutionEvent) -> None:
        """What is ours is said in its own words; what is not may hold a patient's name."""
        error = event.exception
        why = str(error) if isinstance(error, FaturistaError) else type(error).__name__
        self.say(f"A agenda não pôde ser vista agora ({why}); nova tentativa em um minuto.")


def _nothing_due(seen: Board) -> bool:
    return all(line.coming.status is not Status.AGORA for line in seen.lines)


def _without_window(office: Office) -> Office:
    navegador = office.settings.navegador.model_copy(update={"mostrar": False})
    return replace(office, settings=office.settings.model_copy(update={"navegador": navegador}))
