"""faturista servir ends gently when it is told to."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.cli.journey import ROOT
from tests.schedule.office import office_in

_STOP = signal.SIGINT if os.name == "posix" else signal.CTRL_BREAK_EVENT  # type: ignore[attr-defined,unused-ignore] # Windows
_OWN_GROUP = 0 if os.name == "posix" else subprocess.CREATE_NEW_PROCESS_GROUP  # type: ignore[attr-defined,unused-ignore] # Windows


def test_a_signal_ends_it_with_nothing_left_undone(tmp_path: Path) -> None:
    office = office_in(tmp_path / "escritorio")
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "XDG_CONFIG_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "agent.cli.main", "servir", "--pasta", str(office.folder)]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, encoding="utf-8", env=environ, creationflags=_OWN_GROUP
    ) as serving:
        assert serving.stderr is not None
        said = serving.stderr.readline()
        serving.send_signal(_STOP)
        rest = serving.stderr.read()

    assert (said, rest, serving.returncode) == ("Trabalhando. Ctrl+C para parar.\n", "", 0)
