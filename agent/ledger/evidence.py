"""Files that prove what was seen, named by their content: written once, found again by their SHA-256."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from agent.ledger.transaction import Writer
from agent.model.errors import LedgerError
from agent.model.registro import Evidence

_MOST = 40  # characters of a name worth keeping in the ledger


@dataclass(frozen=True, slots=True)
class EvidenceRef:
    """Where a piece of evidence is; `path` is None in a ledger that keeps no files."""

    id: int
    sha256: str
    path: Path | None


class EvidenceStore:
    """The evidence of a ledger. Its files may show patients; the ledger's own rows do not."""

    def __init__(self, writer: Writer, folder: Path | None) -> None:
        self._writer = writer
        self._folder = folder

    def add(self, evidence: Evidence) -> EvidenceRef:
        """Keep it: the file first, whole or not at all, then its row. The same content twice is one."""
        path = self.write(evidence)
        with self._writer.transaction("evidence.add") as at:
            return EvidenceRef(self.row(at, evidence), sha256(evidence), path)

    def write(self, evidence: Evidence) -> Path | None:
        """The file of it, in place when this returns. Raises LedgerError when the folder cannot be written."""
        if self._folder is None:
            return None
        name = sha256(evidence)
        path = path_of(self._folder, name, evidence.kind)
        if not path.exists():
            try:
                _write_whole(path, evidence.content)
            except OSError as error:
                raise LedgerError(
                    f"a evidência não pôde ser gravada ({error.strerror})",
                    where=str(self._folder),
                    do="Confira o espaço em disco e a permissão da pasta.",
                ) from error
        return path

    def row(self, at: str, evidence: Evidence) -> int:
        """Within a transaction: the id of its row, inserted when it is new."""
        sha = sha256(evidence)
        if known := self._writer.one("evidence_id", sha256=sha):
            return int(known)
        return self._writer.insert(
            "evidence_insert",
            sha256=sha,
            kind=evidence.kind,
            name=evidence.name[:_MOST],
            bytes=len(evidence.content),
            taken_at=at,
        )


def sha256(evidence: Evidence) -> str:
    """The name of a piece of evidence."""
    return hashlib.sha256(evidence.content).hexdigest()


def path_of(folder: Path, sha256: str, kind: str) -> Path:
    """Where a piece of evidence lies in an office's folder for it."""
    return folder / sha256[:2] / f"{sha256}.{kind}"


def _write_whole(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{uuid4().hex}.parcial")
    with partial.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
