"""`python -m tests.postgres.worker FOLDER PORT NAME`: `faturista servir` as a machine of its own, over HTTP portals.

All of it is the product's but the way into a portal, the name of the machine, and spans in seconds, not in minutes.
"""

import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import cast

from agent.accounting.opening import open_books
from agent.config.banco import banco_of
from agent.config.load import load_office
from agent.config.office import Office
from agent.model.point import steady_clock
from agent.people.unattended import NobodyThere
from agent.runner.desk import Desk
from agent.schedule.serving import Serving
from agent.schedule.stopping import StoppableProgress, pause_until
from agent.vault.vault import Vault
from tests.postgres.portals import HttpDoor
from tests.schedule.working import OneWord

LEASE, TURN, TICK = timedelta(seconds=8), timedelta(seconds=12), timedelta(seconds=2)


@dataclass
class Worker(Serving):
    """`port` is the portals'; `owner` is this worker's, as another machine's would be."""

    port: int = 0

    @contextmanager
    def _desk(self) -> Iterator[Desk]:
        machine = self.owner.partition(":")[0]
        with open_books(self.office) as ledger:
            yield Desk(
                office=self.office,
                ledger=ledger,
                open_ledger=lambda: open_books(self.office),
                vault=cast(Vault, OneWord()),
                open_door=lambda clinica, portal: HttpDoor(
                    self.port, machine, portal, self.office.acesso(clinica, portal).usuario
                ),
                presence=lambda _clinica: NobodyThere(),
                progress=StoppableProgress(self.stop),
                clock=steady_clock(),
                wait=pause_until(self.stop),
                owner=self.owner,
                lease=LEASE,
            )


def office_in(folder: Path) -> Office:
    """The office of the folder, its ledger where the environment says."""
    return replace(load_office(folder), banco=banco_of("", os.environ))


def main(folder: Path, port: int, name: str) -> None:
    """Serve until the signal that asks gently; what is said and noted goes into NAME.jsonl."""
    stop = Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    with (folder / f"{name}.jsonl").open("a", encoding="utf-8") as file:

        def note(facts: dict[str, object]) -> None:
            file.write(json.dumps(facts, ensure_ascii=False) + "\n")
            file.flush()

        worker = Worker(
            office_in(folder),
            {},
            lambda text: note({"diz": text}),
            note,
            stop=stop,
            owner=f"{name}:{os.getpid()}",
            ttl=TURN,
            tick=TICK,
            port=port,
        )
        worker.until_stopped()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
