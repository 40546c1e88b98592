"""A PostgreSQL server of the tests' own: in a temporary folder, on a free loopback port, gone when they end.

Its programs are found on the PATH or where Debian puts them. As root it runs under the account "postgres", for
PostgreSQL refuses root. Nothing of it needs to outlive a power cut, so it never waits for the disk.
"""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg

from agent.ledger.store import Ledger

VARIABLE = "FATURISTA_TEST_POSTGRES"
TEMPLATE = "livro_vazio"
_FAST = ("fsync=off", "full_page_writes=off", "autovacuum=off", "max_connections=60")


@dataclass(frozen=True, slots=True)
class Server:
    """One server, stopped and started as a test wants. `url` names its first database."""

    programs: Path
    folder: Path
    port: int

    @property
    def url(self) -> str:
        return f"postgresql://faturista@127.0.0.1:{self.port}/postgres"

    def make(self) -> None:
        """Its files, once."""
        locale = ("-E", "UTF8", "--locale=C", "-A", "trust", "-U", "faturista", "--no-sync")
        _run(self.programs / "initdb", "-D", self.folder / "data", *locale)

    def start(self) -> None:
        """Up, and answering when this returns."""
        options = f"-p {self.port} -h 127.0.0.1 -k {self.folder} {' '.join(f'-c {word}' for word in _FAST)}"
        where = ("-D", self.folder / "data", "-l", self.folder / "log")
        _run(self.programs / "pg_ctl", *where, "-w", "-o", options, "start")

    def stop(self) -> None:
        """Down at once, as a crash would: what was not committed is lost."""
        _run(self.programs / "pg_ctl", "-D", self.folder / "data", "-m", "immediate", "stop")


@contextmanager
def server() -> Iterator[Server]:
    """A running server. Raises FileNotFoundError where PostgreSQL is not installed."""
    programs = find_programs()
    if programs is None:
        raise FileNotFoundError("PostgreSQL is not installed: initdb is neither on the PATH nor where Debian puts it")
    with tempfile.TemporaryDirectory(prefix="faturista-pg-", ignore_cleanup_errors=True) as folder:
        made = Server(programs, Path(folder), free_port())
        if _is_root():
            shutil.chown(folder, "postgres", "postgres")
        made.make()
        made.start()
        try:
            yield made
        finally:
            made.stop()


def make_template(url: str) -> None:
    """A database with an empty ledger, to make copies of: faster than migrating each."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"create database {TEMPLATE}".encode())
    Ledger.open(database_url(url, TEMPLATE), journal=None).close()


@contextmanager
def empty_database(url: str) -> Iterator[str]:
    """The address of a database with nothing in it, of one test's own."""
    mine = new_database(url, "template0")
    try:
        yield mine
    finally:
        drop(url, mine)


def new_database(url: str, template: str) -> str:
    """The address of a new database, as `template` is."""
    name = f"livro_{uuid4().hex}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"create database {name} template {template}".encode())
    return database_url(url, name)


def drop(url: str, mine: str) -> None:
    """Throw it away, whoever is still connected."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"drop database {mine.rpartition('/')[2]} with (force)".encode())


def database_url(url: str, name: str) -> str:
    """The same server's database of that name."""
    return f"{url.rpartition('/')[0]}/{name}"


def find_programs() -> Path | None:
    """The folder with initdb and pg_ctl, newest version first; None when there is none."""
    if on_path := shutil.which("initdb"):
        return Path(on_path).parent
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


def free_port() -> int:
    """A loopback port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _run(*command: object) -> None:
    words = [str(word) for word in command]
    if _is_root():
        words = ["runuser", "-u", "postgres", "--", *words]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, cwd=tempfile.gettempdir())
