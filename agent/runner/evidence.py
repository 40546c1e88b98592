"""What the portal's screen showed when it stopped an entry or a run, kept in the office folder."""

from contextlib import suppress

from agent.ledger.store import Ledger
from agent.model.errors import PortalError
from portals.base import Portal


def keep_evidence(ledger: Ledger, portal: Portal, name: str) -> None:
    """Keep the screen under `name`. A browser that is gone has nothing left to show: then nothing is kept."""
    with suppress(PortalError):
        for evidence in portal.snapshot(name):
            ledger.evidence.add(evidence)
