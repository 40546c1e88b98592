"""Three workers on one PostgreSQL launch, close and fetch returns, and are killed and frozen, and its server stops.

Each entry is there once, each month is closed once, each return is read once.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from agent.model.entry import State
from agent.model.point import utc_now
from tests.postgres.chaos import FREEZE, KILL, LOGINS, NAMES, Chaos
from tests.postgres.portals import CAPABILITIES, Call, serving
from tests.postgres.server import server
from tests.postgres.three_machines import BEFORE, MES, ROWS, make_office, number
from tests.schedule.insurer import Insurer


@contextmanager
def _story(folder: Path) -> Iterator[Chaos]:
    make_office(folder)
    insurers = {
        name: Insurer(
            name,
            utc_now,
            asks_people=False,
            capabilities=able,
            loses=lambda save: save % 17 == 5,
            returns_after=timedelta(0),
        )
        for name, able in CAPABILITIES.items()
    }
    with server() as banco:
        chaos = Chaos(folder, banco, insurers)
        chaos.launch_before()
        with serving(insurers, chaos.asked) as portals:
            chaos.port, chaos.calls = portals.server_port, portals.calls
            try:
                yield chaos
            finally:
                for worker in chaos.workers.values():
                    worker.kill()
                    worker.wait()


def _launching(chaos: Chaos) -> Call:
    """The server stops; one freezes before its click, one dies after its click; who froze."""
    chaos.until(lambda: chaos.saves() > 3, "the first saves")
    chaos.outage(see=3)
    chaos.armed = {"prepare": FREEZE, "submit": KILL}
    chaos.until(lambda: not chaos.armed, "a worker to freeze and one to kill")
    chaos.start(chaos.hit["submit"].worker)
    frozen = chaos.hit["prepare"]
    chaos.until(lambda: chaos.taken_over(frozen), "the frozen worker's login is taken over")
    chaos.wake(frozen)
    chaos.until(chaos.all_sent, "everything sent")
    return frozen


def _closing(chaos: Chaos) -> Call:
    """One dies after its close, one freezes with a return in hand, the server stops meanwhile; who froze."""
    chaos.close_before()
    chaos.armed = {"close": KILL, "fetch_return": FREEZE}
    chaos.approves = ("lancar", "fechar")
    chaos.until(lambda: not chaos.armed, "a worker to kill and one to freeze")
    chaos.outage(see=1)
    frozen = chaos.hit["fetch_return"]
    chaos.until(lambda: chaos.taken_over(frozen), "the frozen worker's return is fetched by another")
    chaos.wake(frozen)
    chaos.until(chaos.all_closed, "everything closed, and the returns posted")
    return frozen


def test_three_workers_launch_close_and_fetch_returns_once_each_whatever_befalls_them(tmp_path: Path) -> None:
    with _story(tmp_path / "escritorio") as chaos:
        for name in NAMES:
            chaos.start(name)
        before_the_click = _launching(chaos)
        with_the_return = _closing(chaos)
        left = [chaos.workers[name] for name in NAMES if name != chaos.hit["close"].worker]
        for worker in left:
            worker.terminate()
        codes = [worker.wait(timeout=60) for worker in left]

        assert (_wrong(chaos), codes) == ([], [0, 0])
        after = [call.verb for call in chaos.since(before_the_click) if call.session == before_the_click.session]
        assert after == []
        told = (chaos.folder / f"{before_the_click.worker}.jsonl").read_text(encoding="utf-8")
        assert "perdeu a vez neste acesso" in told
        final = {"prepare", "submit", "close"}
        assert not final & {c.verb for c in chaos.since(with_the_return) if c.session == with_the_return.session}
        with chaos.ledger() as ledger:
            alerts = [item for item in ledger.queue.opened_since("") if item.kind == "servidor"]
        assert len(alerts) == 2


def _wrong(chaos: Chaos) -> list[str]:
    """Both oracles: what the insurers ever saved and closed, and the ledger's own proofs."""
    months = [(clinica, portal, month) for clinica, portal in LOGINS for month in (BEFORE, MES)]
    wanted = Counter(
        (f"u-{clinica}", number(int(clinica[1:]), portal, month, place))
        for clinica, portal, month in months
        for place in range(ROWS)
    )
    saved: Counter[tuple[str, str]] = Counter()
    for insurer in chaos.insurers.values():
        for (user, autorizacao, _code, _day), times in insurer.ever.items():
            saved[user, autorizacao] += times
    found = [f"twice: {saved - wanted}"] if saved - wanted else []
    found += [f"lost: {wanted - saved}"] if wanted - saved else []
    closes = Counter({(f"u-{clinica}", month): 1 for clinica, portal, month in months if portal == "ipasem"})
    if chaos.insurers["ipasem"].closes != closes or chaos.insurers["cassind"].closes:
        found.append(f"closes: {chaos.insurers['ipasem'].closes}, {chaos.insurers['cassind'].closes}")
    return found + list(_wrong_in_the_ledger(chaos))


def _wrong_in_the_ledger(chaos: Chaos) -> Iterator[str]:
    with chaos.ledger() as ledger:
        for finding in ledger.auditor.audit().findings:
            yield f"{finding.where}: {finding.text}"
        if opened := ledger.database.connection.execute("select id from batch where state = 'open'").fetchall():
            yield f"intents are open: {opened}"
        for mes in ledger.months.all():
            closed = sum(event.kind == "mes.fechada" for event in ledger.events.all(mes.id))
            returns = ledger.database.connection.execute(
                "select count(*) from demonstrativo where mes_id = %s", (mes.id,)
            ).fetchone()
            states = {entry.state for entry in ledger.entries.of(mes)}
            seen = (closed, returns, states)
            wanted = (1, (0,), {State.FECHADA}) if mes.competencia == MES else (1, (1,), {State.QUITADA})
            if seen != wanted:
                yield f"{mes.clinica} {mes.portal} {mes.competencia}: {seen}"
