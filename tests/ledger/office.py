"""An invented office for the ledger's tests: a month, its entries, what a portal would answer, a clock to turn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from agent.ledger.imports import Import
from agent.ledger.intents import Intent
from agent.ledger.leases import Lease
from agent.ledger.months import Mes
from agent.ledger.reading import RejectedRow
from agent.ledger.store import Ledger
from agent.model.answer import Confirmed, Recibo
from agent.model.competencia import Competencia
from agent.model.demonstrativo import Demonstrativo, LinhaRetorno
from agent.model.entry import Entry, State
from agent.model.lancamento import Lancamento
from agent.model.match import Match, Pass
from agent.model.registro import Evidence, Movimento, Registro

CLINICA, PORTAL, ACCOUNT = "sorriso", "ipasem", "acesso-1"
OUTUBRO = Competencia(2026, 10)
DAY = date(2026, 10, 5)
CODE = "10101012"
TTL = timedelta(minutes=1)


@dataclass
class Clock:
    """A clock that stands still until it is turned."""

    now: datetime = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def turn(self, by: timedelta) -> None:
        self.now += by


@dataclass
class Office:
    """A ledger with one open month and a lease on its login."""

    ledger: Ledger
    clock: Clock
    mes: Mes
    lease: Lease
    again: Callable[..., Ledger]
    sheets: list[Lancamento] = field(default_factory=list)

    @classmethod
    def at(cls, ledger: Ledger, clock: Clock, again: Callable[..., Ledger]) -> "Office":
        mes = ledger.months.open(CLINICA, PORTAL, ACCOUNT, OUTUBRO)
        lease = ledger.leases.take(PORTAL, ACCOUNT, "teste", TTL)
        return cls(ledger, clock, mes, lease, again)

    def import_(self, *lancamentos: Lancamento, arquivo: str = "outubro.xlsx", **more: Any) -> Import:
        values = {"sha256": "0" * 64, "lidas": len(lancamentos), "rejeitadas": (), "ignoradas": 0, **more}
        return self.ledger.entries.import_(self.mes, lancamentos, arquivo=arquivo, **values)

    def entries(self, count: int) -> list[Entry]:
        """So many pending entries."""
        self.import_(*(lancamento(n) for n in range(1, count + 1)))
        return self.ledger.entries.of(self.mes)

    def intent(self, *entries: Entry) -> Intent:
        return self.ledger.attempts.open(self.lease, entries)

    def launched(self, *entries: Entry) -> list[Entry]:
        """Sent and confirmed, one by one."""
        for entry in entries:
            self.ledger.attempts.confirm(self.intent(entry), confirmed(entry))
        return [self.now(entry) for entry in entries]

    def uncertain(self, *entries: Entry) -> list[Entry]:
        """Sent in one batch, and no answer seen."""
        self.ledger.attempts.uncertain(self.intent(*entries), "sem resposta")
        return [self.now(entry) for entry in entries]

    def now(self, entry: Entry) -> Entry:
        return self.ledger.entries.get(entry.id)

    def states(self) -> list[State]:
        return [entry.state for entry in self.ledger.entries.of(self.mes)]

    def read(self, *rows: Movimento, **more: Any) -> int:
        return self.ledger.records.save(self.mes, registro(rows, **more))

    def closed(self) -> Mes:
        """The month approved and closed."""
        mes = self.ledger.months.get(self.mes.id)
        self.ledger.plans.approve(mes, "fechar", "h" * 64, "Ana")
        self.ledger.months.begin_close(self.lease, mes, "h" * 64)
        self.ledger.months.closed(mes, "Movimento fechado com sucesso", None)
        return self.ledger.months.get(mes.id)

    def reopened(self, **more: Any) -> "Office":
        """The same office in a new life on the same database: what a new process sees."""
        ledger = self.again(**more)
        return Office(ledger, self.clock, ledger.months.get(self.mes.id), self.lease, self.again)

    def sql(self, text: str) -> Any:
        """Raw SQL, as somebody with the file and a tool would run it."""
        return self.ledger.database.connection.execute(text)

    def violated(self) -> set[str]:
        return {violation.view for violation in self.ledger.checks.violations()}


def lancamento(n: int, **more: Any) -> Lancamento:
    """Entry number `n` of an invented sheet; `more` says what is different about it."""
    origem = {"arquivo": "outubro.xlsx", "aba": "Plan1", "linha": n + 1}
    facts: dict[str, Any] = {
        "clinica": CLINICA,
        "portal": PORTAL,
        "kind": "consulta",
        "competencia": OUTUBRO,
        "numero_autorizacao": f"0{n:05d}",
        "codigo_procedimento": CODE,
        "data": DAY,
        "valor_informado": 6500,
        "beneficiario": f"Beltrana Inventada {n}",
        "numero_carteira": f"007{n:04d}",
        "origem": origem,
    }
    return Lancamento(**{**facts, **more})


def recibo(entry: Entry, **more: Any) -> Recibo:
    facts = {"movimento": f"m{entry.id}", "valor": entry.lancamento.valor_informado or 6500}
    return Recibo(entry.lancamento, **{**facts, **more})


def confirmed(*entries: Entry) -> Confirmed:
    return Confirmed("Movimento gravado com sucesso", tuple(recibo(entry) for entry in entries))


def movimento(entry: Entry, **more: Any) -> Movimento:
    """The portal's row for an entry."""
    asked = entry.lancamento
    facts: dict[str, Any] = {
        "movimento": f"m{entry.id}",
        "numero_autorizacao": asked.numero_autorizacao,
        "codigo_procedimento": asked.codigo_procedimento,
        "data": asked.data,
        "quantidade": asked.quantidade,
        "valor": asked.valor_informado,
        "beneficiario": asked.beneficiario,
        "numero_carteira": asked.numero_carteira,
    }
    return Movimento(**{**facts, **more})


def registro(rows: Sequence[Movimento], **more: Any) -> Registro:
    done = [row for row in rows if row.finalizado]
    facts: dict[str, Any] = {
        "portal": PORTAL,
        "competencia": OUTUBRO,
        "taken_at": datetime(2026, 11, 3, 10, 0, tzinfo=UTC),
        "fechado": False,
        "movimentos": tuple(rows),
        "total_linhas": len(done),
        "total_valor": sum(row.valor or 0 for row in done),
        "evidence": Evidence("html", "relatório de conferência", repr(rows).encode()),
    }
    return Registro(**{**facts, **more})


def linha(n: int, entry: Entry, *, liberado: int, glosa: int = 0, **more: Any) -> LinhaRetorno:
    """Row `n` of a return, about an entry."""
    asked = entry.lancamento
    facts: dict[str, Any] = {
        "linha": n,
        "numero_autorizacao": asked.numero_autorizacao,
        "codigo_procedimento": asked.codigo_procedimento,
        "data": asked.data,
        "quantidade": asked.quantidade,
        "valor_informado": liberado + glosa,
        "valor_liberado": liberado,
        "valor_glosa": glosa,
        "motivo": "1801 procedimento inválido" if glosa else "",
    }
    return LinhaRetorno(**{**facts, **more})


def demonstrativo(*linhas: LinhaRetorno, **more: Any) -> Demonstrativo:
    facts: dict[str, Any] = {
        "portal": PORTAL,
        "competencia": OUTUBRO,
        "linhas": linhas,
        "total_informado": sum(each.valor_informado for each in linhas),
        "total_liberado": sum(each.valor_liberado for each in linhas),
        "total_glosa": sum(each.valor_glosa for each in linhas),
        "evidence": (Evidence("html", "relatório de retorno", repr(linhas).encode()),),
    }
    return Demonstrativo(**{**facts, **more})


def match(entry: Entry, line_id: int, *, liberado: int, glosa: int = 0) -> Match:
    return Match(entry.id, line_id, Pass.CHAVE, 100, "mesma chave", liberado + glosa, liberado, glosa)


def rejected(n: int) -> RejectedRow:
    return RejectedRow("Plan1", n, "B", "não é uma data dd/mm/aaaa")
