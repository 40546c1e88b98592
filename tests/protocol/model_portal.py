"""A model of a portal, in memory: it keeps what it commits while our processes die, and fails as it is told to."""

from collections import Counter
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from agent.model.answer import Batch, Confirmed, Outcome, Prepared, Recibo, Refused, Unknown
from agent.model.competencia import Competencia
from agent.model.demonstrativo import Demonstrativo, SemRetorno
from agent.model.errors import PortalUnavailable
from agent.model.lancamento import Chave, Lancamento
from agent.model.point import Hook
from agent.model.registro import Evidence, Movimento, Registro
from agent.runner.session import Connect
from portals.base import Capabilities, Login, Presence

OUTCOMES = ("ok", "half", "gone", "unanswered", "late")
"""One submit: saved and answered; the draft stays; nothing stays; saved without an answer; saved later."""

IPASEM_LIKE = Capabilities(batch=1, closes_month=True, leaves_drafts=True, removes_rows=True)


class Clock:
    """A clock that moves only when somebody waits."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 3, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def wait(self, span: timedelta) -> None:
        """Let the time pass."""
        self.now += span


@dataclass(slots=True)
class Row:
    """A row as the portal holds it; `draft` is red."""

    number: int
    auth: str
    code: str
    day: date
    quantity: int
    value: int
    draft: bool
    ours: bool = True


@dataclass(slots=True)
class World:
    """What lives outside our process: the portal's rows, its clock, its script of failures, and the auditor's tally.

    `script` gives the outcome of each submit, "ok" when it runs out. `late_by` is when a late save lands. `reports`
    gives for each reading "ok", "truncated" or "stale". `plan` counts how often each key may stand there.
    """

    plan: Counter[Chave]
    script: list[str] = field(default_factory=list)
    reports: list[str] = field(default_factory=list)
    closes: list[str] = field(default_factory=list)
    late_by: timedelta = timedelta(seconds=60)
    clock: Clock = field(default_factory=Clock)
    rows: list[Row] = field(default_factory=list)
    landing: list[tuple[datetime, Row]] = field(default_factory=list)
    closing_lands: datetime | None = None
    closed: bool = False
    numbers: int = 0
    submits: int = 0
    transient_duplicates: int = 0
    last_shown: tuple[Row, ...] = ()

    def new_number(self) -> int:
        """The portal numbers its rows upwards."""
        self.numbers += 1
        return self.numbers

    def save(self, row: Row) -> None:
        """Commit a row, and tally it when its key now stands there more often than planned."""
        row.draft = False
        if not self._stands(row):
            self.rows.append(row)
        if self.count()[key_of(row)] > self.plan[key_of(row)]:
            self.transient_duplicates += 1

    def _stands(self, row: Row) -> bool:
        return any(known is row for known in self.rows)

    def count(self) -> Counter[Chave]:
        """How often each key stands there, finished."""
        return Counter(key_of(row) for row in self.rows if not row.draft)

    def pass_time(self) -> None:
        """Land what was late. A save that lands after the close is refused by the portal."""
        due = [item for item in self.landing if item[0] <= self.clock()]
        self.landing = [item for item in self.landing if item[0] > self.clock()]
        for _, row in due:
            if not self.closed:
                self.save(row if self._stands(row) else replace(row, number=self.new_number()))
        if self.closing_lands is not None and self.closing_lands <= self.clock():
            self.closed, self.closing_lands = True, None


def key_of(row: Row) -> Chave:
    """A row's natural key."""
    return Chave(row.auth, row.code, "", "", row.day)


class ModelPortal:
    """One session on the World, as the Portal protocol asks; `hook` has points inside its longer verbs too."""

    name = "ipasem"

    def __init__(self, world: World, hook: Hook, capabilities: Capabilities = IPASEM_LIKE) -> None:
        self.world = world
        self.hook = hook
        self.capabilities = capabilities
        self._open: list[tuple[Lancamento, Row]] = []

    def sign_in(self, login: Login, presence: Presence) -> None:
        self.world.pass_time()

    def sign_out(self) -> None:
        pass

    def observe(self, competencia: Competencia) -> Registro:
        world = self.world
        world.pass_time()
        kind = world.reports.pop(0) if world.reports else "ok"
        rows = tuple(replace(row) for row in world.rows)
        shown = rows[:-1] if kind == "truncated" else world.last_shown if kind == "stale" else rows
        if kind == "ok":
            world.last_shown = rows
        head = world.last_shown if kind == "stale" else rows
        finished = [row for row in head if not row.draft]
        return Registro(
            portal=self.name,
            competencia=competencia,
            taken_at=world.clock(),
            fechado=world.closed,
            movimentos=tuple(_movimento(row) for row in shown),
            total_linhas=len(finished),
            total_valor=sum(row.value for row in finished),
            evidence=Evidence("html", "conferência", repr(shown).encode()),
        )

    def prepare(self, batch: Batch) -> Prepared:
        self.world.pass_time()
        if self.world.closed:
            raise PortalUnavailable("o movimento está fechado")
        self._open = []
        for asked in batch:
            row = self._draft_of(asked)
            self._open.append((asked, row))
            self.hook("model.prepare:drafted")
        return Prepared(ready=tuple(batch))

    def _draft_of(self, asked: Lancamento) -> Row:
        row = _row(asked, 0)
        if self.capabilities.leaves_drafts:
            for known in self.world.rows:
                if known.draft and known.auth == row.auth and known.code == row.code:
                    return known
            row.number = self.world.new_number()
            self.world.rows.append(row)
        return row

    def submit(self, prepared: Prepared) -> Outcome:
        world = self.world
        world.pass_time()
        world.submits += 1
        outcome = world.script.pop(0) if world.script else "ok"
        rows = [row for _, row in self._open]
        if outcome == "gone":
            world.rows = [row for row in world.rows if all(row is not ours for ours in rows)]
        if outcome == "late":
            world.landing += [(world.clock() + world.late_by, row) for row in rows]
        if outcome in ("ok", "unanswered", "resent"):
            for row in rows:
                row.number = row.number or world.new_number()
                world.save(row)
        if outcome == "resent":
            world.rows += [replace(row, number=world.new_number()) for row in rows]
        self.hook("model.submit:committed")
        if outcome == "ok":
            recibos = tuple(Recibo(asked, str(row.number), row.value) for asked, row in self._open)
            return Confirmed("Movimento gravado com sucesso", recibos)
        return Unknown("a conexão caiu antes da resposta")

    def remove(self, competencia: Competencia, movimento: Movimento) -> Outcome:
        self.world.pass_time()
        before = len(self.world.rows)
        self.world.rows = [row for row in self.world.rows if str(row.number) != movimento.movimento]
        self.hook("model.remove:committed")
        return Confirmed("Registro excluído") if len(self.world.rows) < before else Refused("Registro não encontrado")

    def close(self, competencia: Competencia) -> Outcome:
        world = self.world
        world.pass_time()
        if any(row.draft for row in world.rows):
            return Refused("Existem lançamentos não finalizados")
        outcome = world.closes.pop(0) if world.closes else "ok"
        if outcome in ("ok", "unanswered"):
            world.closed = True
        if outcome == "late":
            world.closing_lands = world.clock() + world.late_by
        self.hook("model.close:committed")
        return Confirmed("Fechamento realizado") if outcome == "ok" else Unknown("a conexão caiu antes da resposta")

    def fetch_return(self, competencia: Competencia) -> Demonstrativo | SemRetorno:
        return SemRetorno("Retorno ainda não disponível")

    def snapshot(self, name: str) -> tuple[Evidence, ...]:
        return ()


def _row(asked: Lancamento, number: int) -> Row:
    return Row(
        number,
        asked.numero_autorizacao,
        asked.codigo_procedimento,
        asked.data,
        asked.quantidade,
        asked.valor_informado or 6500,
        draft=True,
    )


def _movimento(row: Row) -> Movimento:
    return Movimento(
        movimento=str(row.number),
        numero_autorizacao=row.auth,
        codigo_procedimento=row.code,
        data=None if row.draft else row.day,
        quantidade=row.quantity,
        valor=None if row.draft else row.value,
        finalizado=not row.draft,
    )


def connector(world: World, hook: Hook) -> Connect:
    """Each call gives a fresh session on the same world."""
    return lambda: nullcontext(ModelPortal(world, hook))
