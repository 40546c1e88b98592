"""The office's ledger, opened for reading and bookkeeping: no portal, no vault, no browser."""

from agent.config.office import Office
from agent.ledger.store import Ledger


def open_books(office: Office) -> Ledger:
    """The ledger, to be closed by the caller. Raises the LedgerError family."""
    office.livro.parent.mkdir(parents=True, exist_ok=True)
    office.diario.parent.mkdir(parents=True, exist_ok=True)
    return Ledger.open(office.livro, journal=office.diario, evidence_dir=office.evidencias)
