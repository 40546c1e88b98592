"""What the portal's screen showed when it stopped an entry or a run, kept in the office folder."""

from collections.abc import Iterable
from contextlib import suppress

from agent.ledger.evidence import Of, sha256
from agent.ledger.months import Mes
from agent.ledger.store import Ledger
from agent.model.answer import Refused
from agent.model.entry import Entry
from agent.model.errors import PortalError
from agent.model.registro import Evidence
from agent.runner.able import if_able
from agent.runner.work import Work
from portals.base import Portal
from portals.more import Impresso, Prints

_NO_PAPER: Impresso | Refused = Refused("este portal não imprime")


def keep_evidence(ledger: Ledger, portal: Portal, mes: Mes, what: str, entries: Iterable[Entry] = ()) -> None:
    """Keep the screen as what proves `what` (pt-BR) of these entries, of the month where there are none."""
    if seen := screen_of(portal, what):
        ledger.evidence.add(Of(mes.id, tuple(entry.id for entry in entries), what), *seen)


def keep_notices(ledger: Ledger, mes: Mes, notices: Iterable[str]) -> None:
    """Keep what the portal announced after sign-in, each text once in a month: nobody was there to read it."""
    texts = [Evidence("txt", "comunicado do portal", text.encode()) for text in notices]
    kept = {proof.sha256 for proof in ledger.trail.proofs(mes)} if texts else set()
    for text in texts:
        if sha256(text) not in kept:
            ledger.evidence.add(Of(mes.id, (), "comunicado"), text)


def keep_paper(work: Work) -> None:
    """Keep the closing report as the portal prints it (PDF), where it prints and the browser shows no window."""

    def printed(portal: Prints) -> Impresso | Refused:
        return portal.printed(work.mes.competencia, "data")

    with suppress(PortalError):
        report = if_able(work.portal, Prints, "printed", printed, _NO_PAPER)
        if isinstance(report, Impresso) and report.pdf is not None:
            work.ledger.evidence.add(Of(work.mes.id, (), "relatório de fechamento"), report.pdf)


def screen_of(portal: Portal, name: str) -> tuple[Evidence, ...]:
    """What the screen shows. A browser that is gone has nothing left to show: then ()."""
    with suppress(PortalError):
        return portal.snapshot(name)
    return ()
