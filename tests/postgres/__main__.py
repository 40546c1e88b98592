"""`python -m tests.postgres ARGS`: pytest with ARGS, and with it the tests that need PostgreSQL where there is one.

Where there is none and it cannot be installed without asking (root, on Debian), they are left out, and that is said.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence

from tests.postgres.server import VARIABLE, find_programs, make_template, server

_WITHOUT = "No PostgreSQL here (initdb was not found): the tests marked postgres do not run."
_INSTALL = (("apt-get", "update", "-qq"), ("apt-get", "install", "-y", "-qq", "postgresql"))


def main(arguments: Sequence[str]) -> int:
    """Give pytest's exit code."""
    if find_programs() is None and not _installed():
        print(_WITHOUT, file=sys.stderr)
        return _pytest(arguments, os.environ)
    with server() as made:
        make_template(made.url)
        return _pytest(["-m", "not long and not bench", *arguments], {**os.environ, VARIABLE: made.url})


def _installed() -> bool:
    if not (hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")):
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = [subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL, check=False) for command in _INSTALL]
    return done[-1].returncode == 0 and find_programs() is not None


def _pytest(arguments: Sequence[str], environ: dict[str, str] | os._Environ[str]) -> int:
    return subprocess.run([sys.executable, "-m", "pytest", *arguments], env=environ, check=False).returncode


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # the server is not left behind
    sys.exit(main(sys.argv[1:]))
