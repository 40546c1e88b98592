"""The intents, once more, in a file outside the database: a restored backup must not forget what was sent after it."""

import json
import os
import socket
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from agent.model.point import Hook

Fact = dict[str, Any]


class Journal(Protocol):
    """An append-only list of facts. A fact holds no patient's name or card."""

    def append(self, fact: Fact) -> None:
        """Add one fact; durable when it returns."""

    def facts(self) -> list[Fact]:
        """Every fact, oldest first."""


@dataclass(slots=True)
class MemoryJournal:
    """A journal that ends with the process: for tests, and for a ledger that is in memory itself."""

    kept: list[Fact] = field(default_factory=list)

    def append(self, fact: Fact) -> None:
        """Add one fact."""
        self.kept.append(fact)

    def facts(self) -> list[Fact]:
        """Every fact, oldest first."""
        return self.kept


class FileJournal:
    """One JSON line a fact, flushed to the disk before `append` returns; several processes may append to it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._offset = 0
        self._facts: list[Fact] = []

    def append(self, fact: Fact) -> None:
        """Add one line. Raises OSError when the disk refuses: then nothing may be sent."""
        new = not self._path.exists()
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
        handle = os.open(self._path, flags, 0o600)
        try:
            line = json.dumps(fact, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
            _write(handle, line if _ends_whole(handle) else b"\n" + line)
            os.fsync(handle)
        finally:
            os.close(handle)
        if new:
            _fsync_folder(self._path.parent)

    def facts(self) -> list[Fact]:
        """Every fact, oldest first; a line torn by a crash is passed over, for nothing was sent after it."""
        if not self._path.exists():
            return []
        with self._path.open("rb") as file:
            file.seek(self._offset)
            for line in file:
                if not line.endswith(b"\n"):
                    break
                self._offset += len(line)
                self._facts += _parsed(line)
        return self._facts


class FolderJournal:
    """One file for each machine in one folder: a folder that machines share appends safely from one of them only.

    `path` is the file of an office that has one machine; this machine's carries its name too. Read are all of them.
    """

    def __init__(self, path: Path, machine: str = "") -> None:
        self._path = path
        self._mine = FileJournal(path.with_name(f"{path.stem}-{machine or socket.gethostname()}{path.suffix}"))
        self._others: dict[Path, FileJournal] = {}

    def append(self, fact: Fact) -> None:
        """Add one line to this machine's file. Raises OSError when the disk refuses: then nothing may be sent."""
        self._mine.append(fact)

    def facts(self) -> list[Fact]:
        """Every fact of every machine, oldest first within each."""
        for path in sorted(self._path.parent.glob(f"{self._path.stem}*{self._path.suffix}")):
            self._others.setdefault(path, FileJournal(path))
        return [fact for journal in self._others.values() for fact in journal.facts()]


@dataclass(slots=True)
class HookedJournal:
    """A journal with a named point before and after each append, where a test can let the process die."""

    journal: Journal
    hook: Hook

    def append(self, fact: Fact) -> None:
        """Add one fact."""
        self.hook("journal.append:before")
        self.journal.append(fact)
        self.hook("journal.append:after")

    def facts(self) -> list[Fact]:
        """Every fact, oldest first."""
        return self.journal.facts()


def unknown(facts: list[Fact], kind: str, known: set[str]) -> list[Fact]:
    """The facts of one kind ("launch", "removal") that a database with the ids `known` has never heard of.

    A fact whose transaction failed was followed by its "void": nothing was sent.
    """
    void = {fact["id"] for fact in facts if fact["kind"] == "void"}
    return [fact for fact in facts if fact["kind"] == kind and fact["id"] not in known and fact["id"] not in void]


def _parsed(line: bytes) -> list[Fact]:
    try:
        fact = json.loads(line)
    except ValueError:
        return []
    return [fact] if isinstance(fact, dict) else []


def _write(handle: int, content: bytes) -> None:
    while content:
        content = content[os.write(handle, content) :]


def _ends_whole(handle: int) -> bool:
    """Whether the file ends with a whole line; a torn one is closed off before the next is written."""
    if os.lseek(handle, 0, os.SEEK_END) == 0:
        return True
    os.lseek(handle, -1, os.SEEK_END)
    return os.read(handle, 1) == b"\n"


def _fsync_folder(folder: Path) -> None:
    """Make the file's name durable too, where the system can open a folder (Windows cannot, and need not)."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
