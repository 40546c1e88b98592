"""What the past and the terms say of a plan's entries before they are launched: a warning for each, never a hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from agent.ledger.store import Ledger
from agent.runner.plan import Plan
from spreadsheets.checking.forecast import PrazoEnvio
from spreadsheets.checking.history import Costume, Historico


@dataclass(frozen=True, slots=True)
class Aviso:
    """How entries like one of a plan's fared."""

    clinica: str
    portal: str
    origem: str
    entry_id: int
    costume: Costume


@dataclass(frozen=True, slots=True)
class ForaDoPrazo:
    """An entry of a plan whose term to bill is over: it ended on `ate`; `prazo` is its length, in words (pt-BR)."""

    clinica: str
    portal: str
    origem: str
    entry_id: int
    data: date
    ate: date
    prazo: str


def foretold(ledger: Ledger, plans: Sequence[Plan], today: date) -> list[Aviso]:
    """The warnings for what these plans would launch, each by its own clinic's past only."""
    historico = {clinica: Historico(ledger.returns.answered(clinica), today) for clinica in {p.clinica for p in plans}}
    return [
        Aviso(plan.clinica, plan.portal, item.origem, item.id, costume)
        for plan in plans
        for item in plan.to_launch
        if (costume := historico[plan.clinica].of(ledger.entries.get(item.id).lancamento))
    ]


def out_of_term(
    ledger: Ledger, plans: Sequence[Plan], terms: Mapping[str, Mapping[str, PrazoEnvio]], today: date
) -> Iterator[ForaDoPrazo]:
    """What these plans would launch too late; `terms` are those to bill, by clinic and portal."""
    for plan in plans:
        if prazo := terms[plan.clinica].get(plan.portal):
            for item in plan.to_launch:
                served = ledger.entries.get(item.id).lancamento.data
                if today > (ate := prazo.ate(served)):
                    yield ForaDoPrazo(plan.clinica, plan.portal, item.origem, item.id, served, ate, prazo.texto)
