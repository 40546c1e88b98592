"""A month that somebody audited, and what a late return or a decision changed of it since."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from agent.ledger.accounts import Saldo
from agent.ledger.history import History
from agent.ledger.months import Mes
from agent.ledger.store import Ledger
from agent.model.figures import Figures
from agent.model.valor import write_valor

_WORDS = {
    "informado": "informado",
    "liberado": "liberado",
    "glosado": "glosado",
    "em_recurso": "em recurso",
    "perda": "perda",
    "pendente": "pendente",
    "diferenca_tabela": "diferença",
}


@dataclass(frozen=True, slots=True)
class Changed:
    """What the month's entries were worth when `who` signed its audit (`at`, ISO 8601, UTC), and what they are now."""

    at: str
    who: str
    then: Saldo
    now: Saldo

    @property
    def amounts(self) -> list[tuple[str, int, int]]:
        """The accounts that moved: name (pt-BR), centavos then and now."""
        pairs = ((word, getattr(self.then, name), getattr(self.now, name)) for name, word in _WORDS.items())
        return [each for each in pairs if each[1] != each[2]]

    def day(self, zone: ZoneInfo) -> datetime:
        """When it was signed, by the office's clock."""
        return datetime.fromisoformat(self.at).astimezone(zone).replace(tzinfo=None)

    def told(self, zone: ZoneInfo) -> str:
        """For whom it matters (pt-BR)."""
        moved = ", ".join(f"{word} de {write_valor(then)} para {write_valor(now)}" for word, then, now in self.amounts)
        return f"auditado em {self.day(zone):%d/%m/%Y} por {self.who}; mudou depois: {moved}"


def changed_since(ledger: Ledger, mes: Mes, told: History) -> Changed | None:
    """What moved since the month's audit was signed; None where none stands or nothing did."""
    if mes.id not in told.audited:
        return None
    at, who = told.audited[mes.id]
    then, now = (_sum(ledger.returns.balances(mes, at=moment).values()) for moment in (at, None))
    return Changed(at, who, then, now) if then != now else None


def with_situation(ledger: Ledger, mes: Mes, figures: Figures, zone: ZoneInfo) -> Figures:
    """The figures with how the month stands, and what changed of an audited one among what waits for a person."""
    told = History.of(ledger.events.all(mes.id))
    changed = changed_since(ledger, mes, told)
    more = (changed.told(zone),) if changed else ()
    return replace(figures, situacao=told.situation(mes.id), avisos=(*figures.avisos, *more))


def _sum(some: Iterable[Saldo]) -> Saldo:
    every = list(some)
    return Saldo(*(sum(getattr(each, field.name) for each in every) for field in fields(Saldo)))
