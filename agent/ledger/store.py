"""The one door to the ledger: opened on a file, in memory or on a server, with its journal and evidence beside it."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Self

from agent.ledger.accounts import Accounts
from agent.ledger.agreement import Agreement
from agent.ledger.appeals import Appeals
from agent.ledger.arquivos import Arquivos
from agent.ledger.attempts import Attempts
from agent.ledger.audit import Auditor
from agent.ledger.checks import Checks
from agent.ledger.configuring import Configuring
from agent.ledger.database import Database
from agent.ledger.deciding import Deciding
from agent.ledger.entries import Entries
from agent.ledger.events import Events
from agent.ledger.evidence import EvidenceStore
from agent.ledger.evidence_files import EvidenceFiles
from agent.ledger.journal import FileJournal, HookedJournal, Journal, MemoryJournal
from agent.ledger.leases import Leases
from agent.ledger.members import Members
from agent.ledger.months import Months
from agent.ledger.notices import Notices
from agent.ledger.parts import Parts
from agent.ledger.people import People
from agent.ledger.plans import Plans
from agent.ledger.problems import Problems
from agent.ledger.purging import Purges
from agent.ledger.queue import Queue
from agent.ledger.records import Records
from agent.ledger.returns import Returns
from agent.ledger.sharing import Sharing
from agent.ledger.signing import Signatures
from agent.ledger.sqlite import SqliteDatabase
from agent.ledger.trail import Trail
from agent.ledger.transaction import Writer
from agent.ledger.turns import Turns
from agent.ledger.vistas import Vistas
from agent.model.errors import SetupError
from agent.model.point import Clock, Hook, no_hook


class Ledger:
    """What has happened. One object is one connection, used by one thread; a dead process's is opened again."""

    def __init__(
        self,
        database: Database,
        journal: Journal,
        *,
        clock: Clock,
        hook: Hook,
        evidence: EvidenceFiles | None,
        actor: str,
    ) -> None:
        self.database = database
        self.journal = journal
        writer = Writer(database, clock, hook, actor)
        self.events = Events(writer)
        self.leases = Leases(writer, self.events)
        self.months = Months(writer, self.events, self.leases)
        self.entries = Entries(writer, self.events)
        self.problems = Problems(writer, self.events)
        self.evidence = EvidenceStore(writer, self.events, evidence)
        parts = Parts(
            *(writer, self.events, self.leases, self.months, self.entries, self.problems, self.evidence),
            journal=HookedJournal(journal, hook),
        )
        self.attempts = Attempts(parts)
        self.records = Records(writer, self.evidence, self.problems, self.attempts)
        accounts = Accounts(writer, self.events)
        self.returns = Returns(writer, self.events, self.evidence, accounts)
        self.agreement = Agreement(writer)
        self.people = People(writer)
        self.deciding = Deciding(writer, self.events)
        self.appeals = Appeals(writer, self.events, accounts)
        self.plans = Plans(writer, self.events)
        self.arquivos = Arquivos(writer, self.events)
        self.checks = Checks(writer)
        self.purges = Purges(writer, self.events)
        self.auditor = Auditor(writer, self.events, self.checks, evidence, self.purges)
        self.signatures = Signatures(writer, self.events)
        self.sharing = Sharing(writer, self.events)
        self.trail = Trail(writer)
        self.turns = Turns(writer)
        self.notices = Notices(writer)
        self.queue = Queue(writer, self.events)
        self.members = Members(writer, self.events)
        self.vistas = Vistas(writer, self.events)
        self.configuring = Configuring(writer, self.events)

    @classmethod
    def open(
        cls,
        where: str | Path | Database,
        *,
        journal: Path | Journal | None,
        clock: Clock | None = None,
        hook: Hook = no_hook,
        evidence_dir: Path | EvidenceFiles | None = None,
        actor: str = "faturista",
        durable: bool = True,
    ) -> Self:
        """Open the ledger at `where`, made when it is new.

        where: a SQLite file, ":memory:", "postgresql://…", or the `database` of a ledger whose process "died".
        clock: None is the database's own.
        journal: its file, or a Journal; None keeps it in memory, for tests.
        evidence_dir: None keeps no evidence files, only their hashes; a folder alone keeps them unsealed, for tests.
        durable: False gives up the flush to disk at each commit; for tests only.
        Raises LedgerError, NewerSchema, GuardMissing, SetupError.
        """
        database = _database(where, durable=durable)
        # A life that ended within a transaction on this very connection left it open.
        database.rollback()
        files = EvidenceFiles(evidence_dir) if isinstance(evidence_dir, Path) else evidence_dir
        clock = clock or database.clock
        return cls(database, _journal(journal), clock=clock, hook=hook, evidence=files, actor=actor)

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()


def _journal(journal: Path | Journal | None) -> Journal:
    if journal is None:
        return MemoryJournal()
    return FileJournal(journal) if isinstance(journal, Path) else journal


def _database(where: str | Path | Database, *, durable: bool) -> Database:
    if isinstance(where, Path):
        return SqliteDatabase.file(where, durable=durable)
    if not isinstance(where, str):
        return where
    if where == ":memory:":
        return SqliteDatabase.memory()
    if where.startswith(("postgresql://", "postgres://")):
        return _on_a_server(where)
    return SqliteDatabase.file(Path(where), durable=durable)


def need_postgres() -> None:
    """Raise SetupError where the extra that speaks to PostgreSQL is not installed."""
    if find_spec("psycopg") is None:
        raise SetupError(
            "falta a parte que fala com o PostgreSQL.",
            where=sys.executable,
            do='Instale o faturista de novo com ela: pipx install --force ".[postgres]"',
        )


def _on_a_server(url: str) -> Database:
    need_postgres()
    from agent.ledger.postgres import PostgresDatabase  # noqa: PLC0415 # only an office that uses it has psycopg

    return PostgresDatabase.at(url)
