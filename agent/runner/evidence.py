"""What the portal's screen showed when it stopped an entry or a run, kept in the office folder."""

from collections.abc import Iterable
from contextlib import suppress

from agent.ledger.evidence import Of
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
