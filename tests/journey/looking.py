"""What a look and a calibration need of an office, in the tests' one browser; and the command in this very process."""

from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from functools import partial
from io import StringIO

import pytest

from agent.cli.edge import run
from agent.cli.main import command
from agent.ledger.store import Ledger
from agent.runner.doors import BrowserDoor, door_opener
from agent.runner.probing import Prober
from agent.vault.key import VARIABLE
from agent.vault.opening import open_vault
from portals.base import Login
from tests.cli.journey import Ran
from tests.journey.insurers import PASSWORD
from tests.journey.ipasem import Ipasem
from tests.journey.office import CLINICA, NobodyElse, Office, OneBrowser

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
LOGIN = Login(Ipasem.usuario, PASSWORD)


def door(office: Office) -> BrowserDoor:
    """The clinic's way into the portal."""
    folder = office.folder
    vault = open_vault(folder, {VARIABLE: str(office.key)})
    return door_opener(OneBrowser(folder, office.browser), folder, vault, lambda: NOW)(CLINICA, "ipasem")


@contextmanager
def prober_of(office: Office) -> Iterator[Prober]:
    """As `open_prober` gives it, but for the terminal and the window."""
    folder = office.folder
    open_ledger = partial(Ledger.open, folder.livro, journal=folder.diario)
    with open_ledger() as ledger:
        yield Prober(
            office=folder,
            ledger=ledger,
            open_ledger=open_ledger,
            door=lambda _clinica, _portal: door(office),
            login=lambda _clinica, _portal: LOGIN,
            presence=lambda _clinica: NobodyElse(),
            owner="teste",
            clock=lambda: NOW,
        )


def here(office: Office, *argv: str) -> Ran:
    """`faturista ARGV` in the office's folder, without a process of its own."""
    out, err = StringIO(), StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.chdir(office.folder.folder)
        patch.delenv("FATURISTA_PASTA", raising=False)
        patch.setenv(VARIABLE, str(office.key))
        code = run(command, argv)
    return Ran(code, out.getvalue(), err.getvalue())
