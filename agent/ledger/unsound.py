"""A ledger that nobody may work with: gone, emptied or damaged. Told with the way back, before anything is planned."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from agent.config.banco import shown
from agent.config.office import Office
from agent.ledger.anchors import Anchor, Anchors, knows_none
from agent.ledger.copying import damage, may_be_damage, way_back
from agent.ledger.store import Ledger
from agent.model.counted import counted
from agent.model.errors import GuardMissing, LedgerError

# What reading a row gives that is not what was written. Answers to a person (a page not found) are none of these.
_ODD = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, AssertionError, GuardMissing)


def refuse_gone(office: Office) -> None:
    """Raise LedgerError where the ledger's file is missing or has no byte, though hashes of it were kept.

    To be asked before it is opened: opening makes a new one. A brand-new office kept nothing.
    """
    if office.banco or (office.livro.is_file() and office.livro.stat().st_size):
        return
    if kept := kept_of(office):
        what = "está vazio" if office.livro.is_file() else "não está mais na pasta"
        raise _lost(office, kept, f"o livro deste escritório {what}")


def refuse_emptied(office: Office, ledger: Ledger) -> None:
    """Raise LedgerError where an open ledger cannot be the one that hashes were kept of: see `knows_none`."""
    kept = kept_of(office)
    if knows_none(ledger, kept):
        has = counted(ledger.events.end(), "evento", "eventos")
        raise _lost(office, kept, f"este livro não é o do escritório: tem {has} e nenhum dos que já foram conferidos")


def refuse_damaged(office: Office) -> None:
    """Raise LedgerError, with the way back, where the ledger's file is damaged; of a server, that is for the server."""
    found = () if office.banco else damage(office.livro)
    if found:
        raise LedgerError(found[0], where=str(office.livro), do=way_back(office.copias, kept_of(office)))


def refuse_if_damaged(office: Office, error: object) -> None:
    """As refuse_damaged, where `error` may come of damage; a file that is busy or full is another thing."""
    if office.banco or not _may_come_of_damage(error):
        return
    try:
        found = damage(office.livro)
    except LedgerError:  # missing, or not to be read just now: `error` itself says more
        return
    if found:
        cause = error if isinstance(error, BaseException) else None
        raise LedgerError(found[0], where=str(office.livro), do=way_back(office.copias, kept_of(office))) from cause


def kept_of(office: Office) -> list[Anchor]:
    """What the office's ledger must know something of."""
    return Anchors.beside(office.diario).kept()


def _may_come_of_damage(error: object) -> bool:
    cause = error
    while isinstance(cause, BaseException):
        if isinstance(cause, sqlite3.Error):
            return may_be_damage(cause)
        cause = cause.__cause__
    return isinstance(error, _ODD)


def _lost(office: Office, kept: Sequence[Anchor], what: str) -> LedgerError:
    day = datetime.fromisoformat(kept[-1].at).astimezone(ZoneInfo(office.settings.escritorio.fuso))
    last = f"em {day:%d/%m/%Y} ele tinha {counted(kept[-1].events, 'evento', 'eventos')}"
    do = way_back(office.copias, kept)
    if office.banco and office.livro.is_file():
        do = f"Se o livro ainda é o arquivo {office.livro}, mude-o para o servidor: faturista migrar. Senão: {do}"
    return LedgerError(
        f"{what}; {last}, pelo resumo guardado na pasta do diário. Nada foi criado nem mudado.",
        where=shown(office.banco) if office.banco else str(office.livro),
        do=do,
    )
