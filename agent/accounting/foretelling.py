"""What the past says of a plan's entries before they are launched: a warning for each, never a hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from agent.ledger.store import Ledger
from agent.runner.plan import Plan
from spreadsheets.checking.history import Costume, Historico


@dataclass(frozen=True, slots=True)
class Aviso:
    """How entries like one of a plan's fared."""

    clinica: str
    portal: str
    origem: str
    entry_id: int
    costume: Costume


def foretold(ledger: Ledger, plans: Sequence[Plan], today: date) -> list[Aviso]:
    """The warnings for what these plans would launch, each by its own clinic's past only."""
    historico = {clinica: Historico(ledger.returns.answered(clinica), today) for clinica in {p.clinica for p in plans}}
    return [
        Aviso(plan.clinica, plan.portal, item.origem, item.id, costume)
        for plan in plans
        for item in plan.to_launch
        if (costume := historico[plan.clinica].of(ledger.entries.get(item.id).lancamento))
    ]
