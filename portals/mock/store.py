"""What a mock portal has recorded: tables that change only by journalled commits, replayable from a file."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeAlias

Row: TypeAlias = dict[str, Any]
Tables: TypeAlias = dict[str, dict[str, Row]]
Patch: TypeAlias = Mapping[str, Mapping[str, Row | None]]
Key: TypeAlias = tuple[str, ...]


@dataclass(frozen=True)
class Commit:
    """One thing the portal did. `patch` sets rows (None deletes); `counts` adds to what stands per key."""

    seq: int
    at: str
    session: str
    user: str
    action: str
    number: str | None
    patch: Patch
    counts: tuple[tuple[Key, int], ...]


def applied(commits: Iterable[Commit]) -> Tables:
    """The tables after these commits."""
    tables: Tables = {}
    for commit in commits:
        _apply(tables, commit.patch)
    return tables


def _apply(tables: Tables, patch: Patch) -> None:
    for name, rows in patch.items():
        table = tables.setdefault(name, {})
        for key, row in rows.items():
            if row is None:
                table.pop(key, None)
            else:
                table[key] = dict(row)


class Store:
    """A mock portal's memory. Hold `lock` around a check and the commit that depends on it.

    With a `path`, each commit is appended to that file (one JSON line) before it counts, and a new Store on
    the same path continues where the last one ended; a torn last line never happened.
    """

    def __init__(self, now: Callable[[], datetime], path: Path | None = None) -> None:
        self.lock = threading.RLock()
        self._now = now
        self._path = path
        self._commits: list[Commit] = _read(path) if path is not None and path.exists() else []
        self._tables = applied(self._commits)

    def rows(self, table: str, *, before_last: int = 0) -> dict[str, Row]:
        """A copy of one table, by key; `before_last=n` shows it as it was n commits ago."""
        with self.lock:
            if before_last:
                return applied(self._commits[:-before_last]).get(table, {})
            return dict(self._tables.get(table, {}))

    def journal(self) -> tuple[Commit, ...]:
        """Every commit so far, in order: the transient history too."""
        with self.lock:
            return tuple(self._commits)

    def commit(
        self,
        action: str,
        *,
        session: str = "",
        user: str = "",
        number: str | None = None,
        patch: Patch | None = None,
        counts: Iterable[tuple[Key, int]] = (),
    ) -> Commit:
        """Records one act durably and applies it."""
        with self.lock:
            at = self._now().isoformat(timespec="milliseconds")
            seq = len(self._commits) + 1
            commit = Commit(seq, at, session, user, action, number, patch or {}, tuple(counts))
            if self._path is not None:
                _append(self._path, commit)
            self._commits.append(commit)
            _apply(self._tables, commit.patch)
            return commit

    def rewind(self, seq: int) -> None:
        """Forgets every commit after `seq`, for a portal that begins anew while it is being served.

        Raises ValueError where a file holds the commits: what it recorded it keeps.
        """
        if self._path is not None:
            raise ValueError(f"The records are kept in {self._path}: they are not rewound.")
        with self.lock:
            del self._commits[seq:]
            self._tables = applied(self._commits)


def _append(path: Path, commit: Commit) -> None:
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(asdict(commit), ensure_ascii=False) + "\n")


def _read(path: Path) -> list[Commit]:
    whole, _, torn = path.read_bytes().rpartition(b"\n")
    if torn:
        path.write_bytes(whole + b"\n" if whole else b"")
    return [_commit(json.loads(line)) for line in whole.splitlines() if line]


def _commit(row: Row) -> Commit:
    counts = tuple((tuple(key), delta) for key, delta in row.pop("counts"))
    return Commit(**row, counts=counts)
