"""Run tests against a PostgreSQL server of their own: `python -m tests.ledger.postgres -- -m postgres tests/ledger`.

The server's programs are found on the PATH or where Debian puts them; the server lives in a temporary folder, on a free
loopback port, and ends with the tests. As root it runs under the account "postgres", for PostgreSQL refuses root.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

VARIABLE = "FATURISTA_TEST_POSTGRES"


def main(arguments: Sequence[str]) -> int:
    """Start a server, run pytest with its address in the environment, stop it; gives pytest's exit code."""
    with server() as url:
        command = [sys.executable, "-m", "pytest", *arguments]
        return subprocess.run(command, env={**os.environ, VARIABLE: url}, check=False).returncode


@contextmanager
def server() -> Iterator[str]:
    """A running server, as a URL."""
    programs = find_programs()
    with tempfile.TemporaryDirectory(prefix="faturista-pg-", ignore_cleanup_errors=True) as folder:
        _give_to_account(Path(folder))
        data, log, port = Path(folder) / "data", Path(folder) / "log", free_port()
        locale = ("-E", "UTF8", "--locale=C", "-A", "trust", "-U", "faturista")
        _run(programs / "initdb", "-D", data, *locale)
        options = f"-p {port} -h 127.0.0.1 -k {folder}"
        _run(programs / "pg_ctl", "-D", data, "-l", log, "-w", "-o", options, "start")
        try:
            yield f"postgresql://faturista@127.0.0.1:{port}/postgres"
        finally:
            _run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")


def find_programs() -> Path:
    """The folder with initdb and pg_ctl, newest version first. Raises SystemExit when there is none."""
    if on_path := shutil.which("initdb"):
        return Path(on_path).parent
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not found:
        sys.exit("PostgreSQL is not installed: apt-get install postgresql, or put initdb and pg_ctl on the PATH.")
    return found[-1].parent


def free_port() -> int:
    """A loopback port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _give_to_account(folder: Path) -> None:
    if _is_root():
        shutil.chown(folder, "postgres", "postgres")


def _run(*command: object) -> None:
    words = [str(word) for word in command]
    if _is_root():
        words = ["runuser", "-u", "postgres", "--", *words]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, cwd=tempfile.gettempdir())


if __name__ == "__main__":
    sys.exit(main([word for word in sys.argv[1:] if word != "--"]))
