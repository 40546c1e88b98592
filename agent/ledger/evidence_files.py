"""The folder of the evidence: each file named by the SHA-256 of its plain content, and sealed where there is a seal."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol
from uuid import uuid4

from agent.model.errors import EvidenceAltered, EvidenceGone, LedgerError

SEALED = ".cofre"
PARTIAL = ".parcial"


class Seal(Protocol):
    """Who seals a file and opens it again. `name` is the file's own name, which is sealed in."""

    def seal(self, name: str, content: bytes) -> bytes:
        """What may lie on a disk. Raises SetupError where there is no key."""

    def open(self, name: str, sealed: bytes) -> bytes:
        """The content. Raises EvidenceClosed where the key is not here, EvidenceAltered for what was not sealed so."""


class EvidenceFiles:
    """The one place where a file of evidence is written and read. Without a `seal` it is plain: for invented people.

    What an earlier version left plain is read all the same, until `seal_older`.
    """

    def __init__(self, folder: Path, seal: Seal | None = None) -> None:
        self.folder = folder
        self._seal = seal

    def write(self, sha256: str, kind: str, content: bytes) -> Path:
        """The file, in place when this returns, whole or not at all. Raises LedgerError when it cannot be written."""
        plain, sealed = self._places(sha256, kind)
        path = plain if self._seal is None else sealed
        if not path.exists():
            bare = content if self._seal is None else self._seal.seal(plain.name, content)
            try:
                _write_whole(path, bare)
                if path != plain:
                    plain.unlink(missing_ok=True)
            except OSError as error:
                raise _unwritten(self.folder, error) from error
        return path

    def read(self, sha256: str, kind: str) -> bytes:
        """The content, proved to be what was kept. Raises EvidenceGone, EvidenceAltered, EvidenceClosed."""
        plain, sealed = self._places(sha256, kind)
        content = self._unsealed(plain.name, sealed) if sealed.is_file() else _bytes(plain)
        if hashlib.sha256(content).hexdigest() != sha256:
            raise EvidenceAltered(where=plain.name)
        return content

    def there(self, sha256: str, kind: str) -> bool:
        """Whether its file lies in the folder, whatever is in it."""
        return any(path.is_file() for path in self._places(sha256, kind))

    def remove(self, sha256: str, kind: str) -> None:
        """Its file is gone when this returns. Raises LedgerError when it cannot be."""
        try:
            for path in self._places(sha256, kind):
                path.unlink(missing_ok=True)
        except OSError as error:
            raise _unwritten(self.folder, error) from error

    def names(self) -> Iterator[tuple[str, str]]:
        """(SHA-256, kind) of every file, each once, in no order."""
        found = {file.name.removesuffix(SEALED) for file in self._all() if file.suffix != PARTIAL}
        for name in found:
            sha256, _, kind = name.partition(".")
            yield sha256, kind

    def newest(self, kind: str) -> tuple[str, str] | None:
        """The one of that kind that was written last, None where there is none."""
        files = [file for file in self._all() if file.name.removesuffix(SEALED).endswith(f".{kind}")]
        if not files:
            return None
        sha256, _, kind = max(files, key=lambda file: file.stat().st_mtime).name.removesuffix(SEALED).partition(".")
        return sha256, kind

    def older(self) -> list[Path]:
        """The files that lie there unsealed."""
        return sorted(file for file in self._all() if file.suffix not in (SEALED, PARTIAL))

    def seal_older(self) -> int:
        """Seal what lies there unsealed; gives how many. What is not what it was named for stays as it is."""
        count = 0
        for file in self.older() if self._seal else ():
            sha256, _, kind = file.name.partition(".")
            content = _bytes(file)
            if hashlib.sha256(content).hexdigest() == sha256:
                self.write(sha256, kind, content)
                file.unlink(missing_ok=True)
                count += 1
        return count

    def _unsealed(self, name: str, sealed: Path) -> bytes:
        if self._seal is None:
            raise LedgerError("a evidência está cifrada, e este livro foi aberto sem o cofre", where=name)
        return self._seal.open(name, _bytes(sealed))

    def _all(self) -> list[Path]:
        return [file for file in self.folder.glob("??/*.*") if file.is_file()]

    def _places(self, sha256: str, kind: str) -> tuple[Path, Path]:
        plain = self.folder / sha256[:2] / f"{sha256}.{kind}"
        return plain, plain.with_name(plain.name + SEALED)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise EvidenceGone(where=path.name) from None
    except OSError as error:
        raise LedgerError(f"a evidência não pôde ser lida ({error.strerror})", where=str(path)) from error


def _unwritten(folder: Path, error: OSError) -> LedgerError:
    return LedgerError(
        f"a evidência não pôde ser gravada ({error.strerror})",
        where=str(folder),
        do="Confira o espaço em disco e a permissão da pasta.",
    )


def _write_whole(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{uuid4().hex}{PARTIAL}")
    with partial.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
