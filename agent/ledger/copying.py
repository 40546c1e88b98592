"""Copies of a SQLite ledger made while it is in use, proved before they count, and the way back from one."""

import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from uuid import uuid4

from agent.ledger.anchors import Anchor, knows_none
from agent.ledger.evidence_files import PARTIAL, SEALED
from agent.ledger.sqlite import SqliteDatabase, altered_tables
from agent.ledger.store import Ledger
from agent.ledger.transaction import stamp
from agent.model.counted import counted
from agent.model.errors import AlreadyRunning, InputError, LedgerError

_SIDE_FILES = ("-wal", "-shm")
_WHOLE = ["ok"]  # as SQLite says it
# What a file that is whole may answer too: another program has it, the disk is full or failing, it may not be written.
_ELSEWHERE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_INTERRUPT,
    }
)


@dataclass(frozen=True, slots=True)
class Copy:
    """A proved copy. `anchor` is the hash of its last event, `at` when it was made (ISO 8601, UTC)."""

    file: str
    at: str
    events: int
    anchor: str
    sha256: str

    @property
    def name(self) -> str:
        """The file's own name."""
        return Path(self.file).name


def make_copy(livro: Path, folder: Path, now: datetime, kept: Sequence[Anchor] = ()) -> Copy:
    """Copy the ledger at `livro` into `folder`, whole and proved, though other processes write to it meanwhile.

    Raises LedgerError when it cannot be read or written, or what was read is damaged or has nothing of what was
    `kept` of the ledger: then no copy is left behind.
    """
    refuse_missing(livro)
    return keep_copy(partial(_read_pages, livro), folder, now, kept)


def keep_copy(read: Callable[[Path], None], folder: Path, now: datetime, kept: Sequence[Anchor] = ()) -> Copy:
    """What `read` writes into a new SQLite file, kept in `folder` once it is proved. Raises as make_copy.

    InputError where `folder` is a file.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise InputError("é um arquivo, e aqui vai uma pasta", where=str(folder), do="Diga uma pasta.") from None
    part = folder / f".{uuid4().hex}.parcial"
    target = folder / f"livro-{now:%Y%m%d-%H%M%S}.sqlite3"
    try:
        read(part)
        events, anchor = _proved_of_livro(part, kept, folder)
        part.replace(target)
    except (sqlite3.Error, OSError) as error:
        raise LedgerError(
            f"a cópia não pôde ser feita ({error})",
            where=str(folder),
            do="Confira se a pasta pode ser gravada e se o disco tem espaço, e rode de novo: faturista copia",
        ) from error
    finally:
        _forget(part)
    copy = Copy(str(target), stamp(now), events, anchor, _sha256(target))
    _write_manifest(target, copy)
    return copy


def check_copy(file: Path, kept: Sequence[Anchor] = ()) -> Copy:
    """Prove a copy again: the file is what was written, the database whole, the chain unbroken. Raises LedgerError.

    Of what was `kept` of the ledger before the copy was made it must know something: an emptied one is no copy of it.
    """
    manifest = _manifest(file)
    try:
        kept_copy = Copy(**json.loads(manifest.read_text(encoding="utf-8")))
        if _sha256(file) != kept_copy.sha256:
            raise LedgerError("a cópia não é mais o que foi gravado", where=str(file), do="Use outra cópia.")
        events, anchor = _proved(file, [each for each in kept if each.at < kept_copy.at])
    except (OSError, ValueError, TypeError) as error:
        raise LedgerError(
            f"a cópia ou o seu arquivo {manifest.name} não pôde ser lido ({type(error).__name__})",
            where=str(file),
            do="Use outra cópia.",
        ) from error
    return Copy(str(file), kept_copy.at, events, anchor, kept_copy.sha256)


def restore(file: Path, livro: Path, now: datetime) -> Path | None:
    """Put a proved copy in the ledger's place; gives where the old ledger was set aside, None when there was none.

    The journal outside the database stays as it is: what was sent after the copy was made is found again and looked
    up on the portal before anything is sent. Raises LedgerError, AlreadyRunning while somebody works on a portal.
    """
    check_copy(file)
    _refuse_at_work(livro, now)
    livro.parent.mkdir(parents=True, exist_ok=True)
    part = livro.with_name(f".{uuid4().hex}.parcial")
    aside = livro.with_name(f"{livro.name}.antes-{now:%Y%m%d-%H%M%S}") if livro.exists() else None
    try:
        shutil.copyfile(file, part)
        _flush(part)
        _set_aside(livro, aside)
        part.replace(livro)
    except OSError as error:
        raise LedgerError(
            f"a cópia não pôde tomar o lugar do livro ({error.strerror})",
            where=str(livro.parent),
            do="Confira o espaço em disco e feche o que estiver usando o livro.",
        ) from error
    finally:
        _forget(part)
    return aside


def damage(livro: Path) -> tuple[str, ...]:
    """What is broken in the file itself (pt-BR), page by page, or in its tables; empty when it is whole.

    Raises LedgerError where it is missing, or cannot be read for a reason that is no damage.
    """
    refuse_missing(livro)
    try:
        with _reading(livro) as connection:
            found = [str(text) for (text,) in connection.execute("pragma integrity_check(5)")]
            if found == _WHOLE:
                found = _altered(connection) or found
    except sqlite3.DatabaseError as error:
        if not may_be_damage(error):
            raise LedgerError(
                f"o livro não pôde ser lido ({error})",
                where=str(livro),
                do="Confira se outro programa o está usando, a permissão e o disco; depois rode o comando de novo.",
            ) from error
        found = [str(error)]
    return () if found == _WHOLE else tuple(f"o arquivo do livro está danificado ({text})" for text in found)


def may_be_damage(error: sqlite3.Error) -> bool:
    """Whether what SQLite says may come from what the file holds: not from who else uses it, the disk or a right."""
    code = getattr(
        error, "sqlite_errorcode", None
    )  # what Python itself raises, as over bytes that are no text, has none
    return code is None or (code & 0xFF) not in _ELSEWHERE


def way_back(folder: Path, kept: Sequence[Anchor] = ()) -> str:
    """What to do about a damaged or lost ledger: the newest copy in `folder` that is whole and no empty one (pt-BR)."""
    for file in sorted(folder.glob("livro-*.sqlite3"), reverse=True):
        try:
            copy = check_copy(file, kept)
        except LedgerError:
            continue
        if not copy.events:
            continue
        return f"A última cópia boa é de {copy.at[:16].replace('T', ' ')} UTC: faturista copia --restaurar {file.name}"
    return "Não há cópia boa na pasta copias. Chame quem instalou o faturista; não apague nada."


def copy_evidence(source: Path, folder: Path) -> int:
    """Copy the evidence files that `folder` lacks (their names are their content); gives how many.

    Their sealed keys go along; what was copied before it was sealed is replaced.
    """
    copied = 0
    for file in sorted(source.glob("??/*.*")):
        target = folder / file.parent.name / file.name
        if file.suffix == PARTIAL or target.exists():
            continue
        _copy_whole(file, target)
        if file.suffix == SEALED:
            target.with_name(file.name.removesuffix(SEALED)).unlink(missing_ok=True)
        copied += 1
    for key in sorted(source.glob(f"*/*{SEALED}")):
        if len(key.parent.name) > 2:
            _copy_whole(key, folder / key.parent.name / key.name)  # sealed anew whenever the vault's key changes
    return copied


def _copy_whole(file: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{uuid4().hex}{PARTIAL}")
    shutil.copyfile(file, part)
    part.replace(target)


def _read_pages(livro: Path, part: Path) -> None:
    """SQLite's own backup: one consistent state, in one file without side files."""
    with _reading(livro) as source:
        target = sqlite3.connect(part)
        try:
            source.backup(target)
            target.execute("pragma journal_mode=delete")
        finally:
            target.close()
    _flush(part)


def _proved_of_livro(part: Path, kept: Sequence[Anchor], folder: Path) -> tuple[int, str]:
    """As _proved; what is wrong with what was just read is wrong with the ledger."""
    try:
        return _proved(part, kept)
    except LedgerError as error:
        raise LedgerError(
            f"a cópia não foi feita, o livro não confere: {error.what}", where=str(folder), do=way_back(folder, kept)
        ) from error


def _proved(file: Path, kept: Sequence[Anchor]) -> tuple[int, str]:
    """How many events a file holds, and its last hash.

    Raises LedgerError when it is damaged, its chain is broken or it knows nothing of what was `kept`.
    """
    with _reading(file, immutable=True) as connection:
        image = connection.serialize()
    with Ledger.open(SqliteDatabase.memory(image), journal=None) as ledger:
        connection = ledger.database.connection
        wrong = [text for (text,) in connection.execute("pragma quick_check(1)") if text != "ok"]
        wrong = wrong or _altered(connection)
        chain = ledger.checks.verify_chain()
        wrong = wrong or list(chain.problems)
        if not wrong and knows_none(ledger, kept):
            wrong = [f"tem {counted(chain.events, 'evento', 'eventos')} e nenhum dos que já estavam no livro"]
        if wrong:
            raise LedgerError(wrong[0], where=str(file), do="Esta cópia não serve.")
        return chain.events, ledger.checks.anchor()


def _altered(connection: sqlite3.Connection) -> list[str]:
    return [f"a definição da tabela {name} não é a do faturista" for name in altered_tables(connection)]


class _reading:  # noqa: N801 # reads as a verb where it is used
    """A connection that cannot write, closed at the end."""

    def __init__(self, file: Path, *, immutable: bool = False) -> None:
        mode = "mode=ro&immutable=1" if immutable else "mode=ro"
        self._uri = f"{file.resolve().as_uri()}?{mode}"

    def __enter__(self) -> sqlite3.Connection:
        self._connection = sqlite3.connect(self._uri, uri=True, timeout=10)
        return self._connection

    def __exit__(self, *_exc: object) -> None:
        self._connection.close()


def refuse_missing(livro: Path) -> None:
    """Raise LedgerError where there is no such file."""
    if not livro.is_file():
        raise LedgerError("ainda não há livro nesta pasta", where=str(livro), do="Confira --pasta.")


def _refuse_at_work(livro: Path, now: datetime) -> None:
    if not livro.exists():
        return
    try:
        with _reading(livro) as connection:
            (busy,) = connection.execute("select count(*) from lease where until > ?", (stamp(now),)).fetchone()
    except sqlite3.Error:
        return  # a damaged ledger is what a restore is for
    if busy:
        raise AlreadyRunning(
            "um faturista está trabalhando neste livro", where=str(livro), do="Espere ele terminar e rode de novo."
        )


def _set_aside(livro: Path, aside: Path | None) -> None:
    if aside is None:
        return
    for suffix in ("", *_SIDE_FILES):
        old = livro.with_name(livro.name + suffix)
        if old.exists():
            old.replace(aside.with_name(aside.name + suffix))


def _write_manifest(target: Path, copy: Copy) -> None:
    body = {**asdict(copy), "file": target.name}
    _manifest(target).write_text(json.dumps(body, indent=1) + "\n", encoding="utf-8")


def _manifest(file: Path) -> Path:
    return file.with_suffix(".json")


def _sha256(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _flush(file: Path) -> None:
    with file.open("rb+") as content:
        os.fsync(content.fileno())


def _forget(part: Path) -> None:
    for suffix in ("", "-journal", *_SIDE_FILES):
        part.with_name(part.name + suffix).unlink(missing_ok=True)
