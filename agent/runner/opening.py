"""Put a desk together for a command, and take it apart again whatever happens."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from threading import Event

from agent.config.office import Office
from agent.ledger.opening import ledger_of
from agent.model.point import steady_clock, utc_now
from agent.model.progress import Progress
from agent.people.presence import Say, TerminalPresence
from agent.runner.desk import Desk
from agent.runner.doors import Browsers, door_opener
from agent.runner.owner import this_process
from agent.runner.sealing import evidence_of
from agent.vault.opening import open_vault


@contextmanager
def open_desk(
    office: Office, say: Say, progress: Progress, *, shown: bool, environ: Mapping[str, str] = os.environ
) -> Iterator[Desk]:
    """The office's ledger, vault and browser, ready for one command. Raises the SetupError and LedgerError families."""
    open_ledger = partial(ledger_of, office, evidence_of(office, environ))
    browsers = Browsers(office, shown=shown)
    vault = open_vault(office, environ)
    try:
        with open_ledger() as ledger:
            yield Desk(
                office=office,
                ledger=ledger,
                open_ledger=open_ledger,
                vault=vault,
                open_door=door_opener(browsers, office, vault, utc_now),
                presence=_presence(office, say),
                progress=progress,
                clock=steady_clock(),
                wait=_wait,
                owner=this_process(),
            )
    finally:
        browsers.close()


def _presence(office: Office, say: Say) -> Callable[[str], TerminalPresence]:
    return lambda clinica: TerminalPresence(office.clinica(clinica).nome, say)


def _wait(span: timedelta) -> None:
    """Let a portal settle: nothing ends this sooner than its time, or Ctrl+C."""
    Event().wait(span.total_seconds())
