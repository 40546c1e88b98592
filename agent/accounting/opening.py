"""The office's ledger, opened for reading and bookkeeping: no portal, no browser."""

from agent.config.office import Office
from agent.ledger.opening import ledger_of
from agent.ledger.store import Ledger
from agent.model.point import Clock
from agent.runner.sealing import evidence_of


def open_books(office: Office, clock: Clock | None = None, *, to_audit: bool = False) -> Ledger:
    """The ledger, to be closed by the caller. Raises the LedgerError and SetupError families.

    One that was emptied is opened `to_audit` only.
    """
    return ledger_of(office, evidence_of(office), clock, to_audit=to_audit)
