"""The office's ledger, opened for reading and bookkeeping: no portal, no browser."""

from agent.config.office import Office
from agent.ledger.store import Ledger
from agent.model.point import Clock, utc_now
from agent.runner.sealing import evidence_of


def open_books(office: Office, clock: Clock = utc_now) -> Ledger:
    """The ledger, to be closed by the caller. Raises the LedgerError family."""
    office.livro.parent.mkdir(parents=True, exist_ok=True)
    office.diario.parent.mkdir(parents=True, exist_ok=True)
    return Ledger.open(office.livro, journal=office.diario, evidence_dir=evidence_of(office), clock=clock)
