"""Runs the real command in a process of its own, as an operator's shell does."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import agent

ROOT = Path(agent.__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Ran:
    code: int
    out: str
    err: str


def faturista(*args: str, cwd: Path, stdin: str = "", **environ: str) -> Ran:
    """`faturista ARGS` in `cwd`; the user's settings folder and every FATURISTA_ variable are kept out."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("FATURISTA_", "CREDENTIALS_"))}
    home = str(cwd.parent / ".usuario")
    clean |= {"XDG_CONFIG_HOME": home, "LOCALAPPDATA": home, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"} | environ
    done = subprocess.run(
        [sys.executable, "-m", "agent.cli.main", *args],
        cwd=cwd,
        env=clean,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)
