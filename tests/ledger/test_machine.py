"""Whatever happens in whatever order, the invariants hold after every step and no entry of a sheet is lost."""

from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from agent.ledger.history import History
from agent.ledger.intents import Intent
from agent.ledger.journal import MemoryJournal
from agent.ledger.sqlite import SqliteDatabase
from agent.ledger.store import Ledger
from agent.model.answer import Blocked, Confirmed, Refused
from agent.model.entry import Entry, State
from agent.model.registro import Movimento
from tests.ledger.office import (
    ACCOUNT,
    CLINICA,
    OUTUBRO,
    PORTAL,
    TTL,
    Clock,
    demonstrativo,
    lancamento,
    linha,
    match,
    movimento,
    recibo,
    registro,
)

KEYS = st.sets(st.integers(1, 5), min_size=1)
VALUES = st.sampled_from([6500, 6501, 24])


class Month(RuleBasedStateMachine):
    """A month under a biller, a portal that answers anything, deaths, and restored backups."""

    def __init__(self) -> None:
        super().__init__()
        self.clock, self.journal = Clock(), MemoryJournal()
        self.open_on(SqliteDatabase.memory())
        self.asked: set[int] = set()
        self.intent: Intent | None = None
        self.sent = 0
        self.backup: tuple[bytes, set[int]] | None = None

    def open_on(self, database: SqliteDatabase) -> None:
        """A new life on `database`."""
        self.database = database
        self.ledger = Ledger.open(database, journal=self.journal, clock=self.clock)
        self.mes = self.ledger.months.open(CLINICA, PORTAL, ACCOUNT, OUTUBRO)
        self.clock.turn(2 * TTL)
        self.lease = self.ledger.leases.take(PORTAL, ACCOUNT, "teste", TTL)
        self.ledger.attempts.recover(self.lease)
        self.intent = None

    def of(self, *states: State) -> list[Entry]:
        return self.ledger.entries.of(self.mes, *states)

    def row(self, entry: Entry, valor: int) -> Movimento:
        """A row for an entry under a number the portal never used before."""
        self.sent += 1
        return movimento(entry, movimento=f"m{self.sent}", valor=valor)

    @rule(keys=KEYS, valor=VALUES)
    def import_sheet(self, keys: set[int], valor: int) -> None:
        sheet = [lancamento(n, valor_informado=valor) for n in sorted(keys)]
        values: dict[str, Any] = {"sha256": str(valor), "lidas": len(sheet), "rejeitadas": (), "ignoradas": 0}
        self.ledger.entries.import_(self.mes, sheet, arquivo="outubro.xlsx", **values)
        again = self.ledger.entries.import_(self.mes, sheet, arquivo="outubro.xlsx", **values)
        assert not again.moved
        self.asked = keys

    @precondition(lambda self: self.intent is None and self.of(State.PENDENTE))
    @rule(size=st.integers(1, 3))
    def send(self, size: int) -> None:
        self.intent = self.ledger.attempts.open(self.lease, self.of(State.PENDENTE)[:size])

    @precondition(lambda self: self.intent is not None)
    @rule(outcome=st.sampled_from(["confirmed", "partly", "refused", "unknown", "released"]), valor=VALUES)
    def answer(self, outcome: str, valor: int) -> None:
        intent, self.intent = self.intent, None
        assert intent is not None
        entries = intent.entries[1:] if outcome == "partly" else intent.entries
        if outcome in ("confirmed", "partly"):
            given = [self.row(entry, valor) for entry in entries]
            recibos = [recibo(e, movimento=r.movimento, valor=valor) for e, r in zip(entries, given, strict=True)]
            self.ledger.attempts.confirm(intent, Confirmed("ok", tuple(recibos)))
        elif outcome == "refused":
            self.ledger.attempts.reject(intent, [Blocked(e.lancamento, Refused("não")) for e in entries])
        elif outcome == "unknown":
            self.ledger.attempts.uncertain(intent, "sem resposta")
        else:
            self.ledger.attempts.release(intent, "nada foi enviado")

    @precondition(lambda self: self.of(State.INCERTA))
    @rule(there=st.booleans(), valor=VALUES)
    def settle(self, there: bool, valor: int) -> None:
        entry = self.of(State.INCERTA)[0]
        row = self.row(entry, valor)
        snapshot = self.ledger.records.save(self.mes, registro([row] if there else []))
        if there:
            self.ledger.attempts.settle_found(self.lease, entry, row, snapshot)
        else:
            self.ledger.attempts.settle_absent(self.lease, entry, snapshot)

    @precondition(lambda self: self.of(State.PENDENTE, State.RECUSADA))
    @rule(valor=VALUES)
    def adopt(self, valor: int) -> None:
        entry = self.of(State.PENDENTE, State.RECUSADA)[-1]
        row = self.row(entry, valor)
        self.ledger.attempts.adopt(self.lease, entry, row, self.ledger.records.save(self.mes, registro([row])))

    @rule(glosa=st.integers(0, 24), informado=VALUES, keep=st.booleans())
    def receive(self, glosa: int, informado: int, keep: bool) -> None:
        held = self.of(State.LANCADA, State.FECHADA, State.QUITADA) if keep else []
        report = [linha(n, e, liberado=informado - glosa, glosa=glosa) for n, e in enumerate(held, start=1)]
        self.ledger.returns.import_(self.mes, demonstrativo(*report))
        lines = self.ledger.returns.lines(self.mes)
        by_number = {line.linha.numero_autorizacao: line for line in lines}
        matches = [
            match(entry, by_number[entry.lancamento.numero_autorizacao].id, liberado=informado - glosa, glosa=glosa)
            for entry in held
        ]
        self.ledger.returns.apply(self.mes, matches)
        assert self.ledger.returns.apply(self.mes, matches) == 0

    @rule()
    def die(self) -> None:
        self.open_on(self.database)

    @rule()
    def back_up(self) -> None:
        self.backup = (self.database.image(), self.asked)

    @precondition(lambda self: self.backup is not None)
    @rule()
    def restore(self) -> None:
        assert self.backup is not None
        image, asked = self.backup
        sent = {fact["numero_autorizacao"] for f in self.journal.facts() for fact in f.get("entries", ())}
        self.open_on(SqliteDatabase.memory(image))
        self.asked = asked
        known = {e.lancamento.numero_autorizacao for e in self.of()}
        assert sent <= known

    @invariant()
    def nothing_is_violated(self) -> None:
        assert self.ledger.checks.violations() == []

    @invariant()
    def the_chain_is_whole(self) -> None:
        assert self.ledger.checks.verify_chain(self.ledger.checks.anchor()).intact

    @invariant()
    def the_tables_are_what_the_events_say(self) -> None:
        assert self.ledger.auditor.audit().findings == ()
        assert set(History.of(self.ledger.events.all()).entries) == {entry.id for entry in self.of()}

    @invariant()
    def no_entry_of_the_sheet_is_lost(self) -> None:
        alive = {int(e.lancamento.numero_autorizacao) for e in self.of() if e.state is not State.CANCELADA}
        assert self.asked <= alive

    @invariant()
    def every_centavo_is_somewhere(self) -> None:
        for saldo in self.ledger.returns.balances(self.mes).values():
            parts = (saldo.pendente, saldo.liberado, saldo.glosado, saldo.em_recurso, saldo.diferenca_tabela)
            assert saldo.informado == sum(parts) + saldo.perda

    def teardown(self) -> None:
        self.ledger.close()


TestMonth = Month.TestCase
TestMonth.settings = settings(
    max_examples=60, stateful_step_count=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
