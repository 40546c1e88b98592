"""faturista servir ends gently when it is told to."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from agent.accounting.opening import open_books
from agent.config.office import Office
from agent.panel.membership import Joining, join
from agent.panel.passwords import Passwords
from tests.cli.journey import ROOT
from tests.schedule.office import office_in

_STOP = signal.SIGINT if os.name == "posix" else signal.CTRL_BREAK_EVENT  # type: ignore[attr-defined,unused-ignore] # Windows
_OWN_GROUP = 0 if os.name == "posix" else subprocess.CREATE_NEW_PROCESS_GROUP  # type: ignore[attr-defined,unused-ignore] # Windows


@contextmanager
def serving(office: Office, *options: str) -> Iterator[subprocess.Popen[str]]:
    """faturista servir in a process of its own."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "XDG_CONFIG_HOME": str(office.folder.parent)}
    command = [sys.executable, "-m", "agent.cli.main", "servir", "--pasta", str(office.folder), *options]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, encoding="utf-8", env=environ, creationflags=_OWN_GROUP
    ) as process:
        yield process


def line(process: subprocess.Popen[str]) -> str:
    """The next line that it says."""
    assert process.stderr is not None
    return process.stderr.readline()


def stopped(process: subprocess.Popen[str]) -> tuple[str, int]:
    """What it still says when it is told to end, and its exit code."""
    process.send_signal(_STOP)
    rest = process.communicate()[1]
    return rest, process.returncode


def test_a_signal_ends_it_with_nothing_left_undone(tmp_path: Path) -> None:
    with serving(office_in(tmp_path / "escritorio")) as process:
        said = line(process)
        ended = stopped(process)

    assert (said, ended) == ("Trabalhando. Ctrl+C para parar.\n", ("", 0))


def test_the_panel_is_served_beside_the_work_and_ends_with_it(tmp_path: Path) -> None:
    office = office_in(tmp_path / "escritorio")
    with open_books(office) as ledger:
        join(office, ledger, Joining("Ana", "administrador", "", "palavra que so a Ana sabe"), Passwords(), by="teste")
    with serving(office, "--painel", "--porta", "0") as process:
        address = line(process).removeprefix("Painel em ").strip()
        working = line(process)
        page = httpx.get(address, follow_redirects=True)
        ended = stopped(process)

    assert (working, page.status_code, "Senha" in page.text) == ("Trabalhando. Ctrl+C para parar.\n", 200, True)
    assert ended == ("", 0)


def test_without_anybody_who_may_sign_in_the_panel_is_not_served(tmp_path: Path) -> None:
    with serving(office_in(tmp_path / "escritorio"), "--painel", "--porta", "0") as process:
        said = process.communicate()[1]

    assert (said.splitlines()[0], process.returncode) == ("Erro: ninguém pode entrar no painel ainda.", 2)
