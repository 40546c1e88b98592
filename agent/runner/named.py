"""Whom the rows that the rules must see are about: read only where a name, or a card, may speak for a proposal."""

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from agent.ledger.agreement import Agreed
from agent.ledger.people import Shown
from agent.ledger.store import Ledger
from agent.reconcile.finding import SERVICE
from agent.reconcile.person import NINGUEM, Pessoa
from agent.reconcile.rows import EntryView, LineView

_service = attrgetter(*SERVICE)


def with_people(
    ledger: Ledger, agreed: Agreed, entries: Sequence[EntryView], lines: Sequence[LineView]
) -> tuple[Sequence[EntryView], Sequence[LineView]]:
    """The same rows: the lines of which it was kept with their persons, and with theirs the entries of such services.

    To be used within the look that `agreed` is.
    """
    shown = {line_id: _pessoa(person) for line_id, person in agreed.line_people().items()}
    if not shown:
        return entries, lines
    services = {_service(line) for line in lines if line.id in shown}
    return (
        [replace(e, pessoa=_pessoa(ledger.people.of_entry(e.id))) if _service(e) in services else e for e in entries],
        [replace(line, pessoa=shown.get(line.id, NINGUEM)) for line in lines],
    )


def _pessoa(shown: Shown | None) -> Pessoa:
    return Pessoa.of(shown.beneficiario, shown.numero_carteira) if shown else NINGUEM
