"""A session on a world that keeps what it commits while our processes die, and that fails as it is told to."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace

from agent.model.answer import Batch, Blocked, Confirmed, Outcome, Prepared, Recibo, Refused, Unknown
from agent.model.competencia import Competencia
from agent.model.demonstrativo import Demonstrativo, SemRetorno
from agent.model.errors import PortalUnavailable
from agent.model.lancamento import Lancamento
from agent.model.point import Hook
from agent.model.registro import Evidence, Movimento, Registro
from portals.base import Capabilities, Login, Portal, Presence
from tests.protocol.world import Row, World, row_of

SUBMITS = ("ok", "half", "gone", "unanswered", "late")
"""One submit: saved and answered; only part stays (a draft); nothing stays; saved without an answer; saved later."""

RESENT = ("resent", "resent_ok")
"""The browser sends again by itself and both are saved: without an answer; with the answer to the second."""

CLOSES = ("ok", "unanswered", "late", "gone", "resent")
REMOVALS = ("ok", "unanswered", "late", "gone", "refused")

IPASEM_LIKE = Capabilities(batch=1, closes_month=True, leaves_drafts=True, removes_rows=True)
CASSIND_LIKE = Capabilities(batch=5, closes_month=False, leaves_drafts=False, removes_rows=False)

_LOST = Unknown("a conexão caiu antes da resposta")
_CLOSED = Refused("O movimento do mês está fechado")


class ModelPortal:
    """One session on the World, as the Portal protocol asks; `hook` has points inside its longer verbs too."""

    def __init__(self, world: World, hook: Hook, capabilities: Capabilities = IPASEM_LIKE) -> None:
        self.name = "ipasem"
        self.world = world
        self.hook = hook
        self.capabilities = capabilities
        self._open: list[tuple[Lancamento, Row]] = []

    def sign_in(self, login: Login, presence: Presence) -> None:
        self.world.called()

    def sign_out(self) -> None:
        self.world.called()

    def observe(self, competencia: Competencia) -> Registro:
        world = self.world
        world.called()
        kind = world.reports.pop(0) if world.reports else "ok"
        rows = world.last_shown if kind == "stale" else tuple(replace(row) for row in world.rows)
        world.last_shown = rows
        shown = _shown(rows, kind)
        finished = [row for row in rows if not row.draft]
        return Registro(
            portal=self.name,
            competencia=competencia,
            taken_at=world.clock(),
            fechado=world.closed and self.capabilities.closes_month,
            movimentos=tuple(_movimento(row) for row in shown),
            total_linhas=len(finished),
            total_valor=sum(row.value for row in finished),
            evidence=Evidence("html", "conferência", repr([row.facts() for row in shown]).encode()),
        )

    def prepare(self, batch: Batch) -> Prepared:
        self.world.called()
        if self.world.closed:
            raise PortalUnavailable("o movimento está fechado")
        self._open = []
        blocked = [asked for asked in batch if asked.chave in self.world.refused]
        for asked in batch:
            if asked not in blocked:
                self._open.append((asked, self._draft_of(asked)))
                self.hook("model.prepare:drafted")
        ready = tuple(asked for asked, _ in self._open)
        return Prepared(ready, tuple(Blocked(asked, Refused("Autorização já utilizada")) for asked in blocked))

    def _draft_of(self, asked: Lancamento) -> Row:
        row = row_of(asked)
        if self.capabilities.leaves_drafts:
            for known in self.world.drafts():
                if (known.auth, known.code) == (row.auth, row.code):
                    known.day, known.quantity, known.value = row.day, row.quantity, row.value
                    known.tooth, known.faces = row.tooth, row.faces
                    return known
            row.number = self.world.new_number()
            self.world.rows.append(row)
        return row

    def submit(self, prepared: Prepared) -> Outcome:
        world = self.world
        world.called()
        if world.closed:
            return _CLOSED
        outcome = world.submits.pop(0) if world.submits else "ok"
        rows = [row for _, row in self._open]
        if outcome == "gone":
            world.rows = [row for row in world.rows if all(row is not ours for ours in rows)]
        elif outcome == "late":
            for row in rows:
                world.later("save", row)
        else:
            self._commit(outcome)
        self.hook("model.submit:committed")
        if outcome not in ("ok", "resent_ok"):
            return _LOST
        recibos = tuple(Recibo(asked, str(row.number), row.value, row.protocol) for asked, row in self._open)
        return Confirmed("Movimento gravado com sucesso", recibos)

    def _commit(self, outcome: str) -> None:
        """Save what is open: all of it, or only the first part of a batch; pressed again, it is saved again."""
        pairs = self._open[: len(self._open) // 2] if outcome == "half" else self._open
        protocol = "" if self.capabilities.closes_month else str(self.world.new_number())
        for place, (asked, row) in enumerate(pairs):
            again = replace(row, number=0) if self.world.holds(row) and not row.draft else row
            again.number = again.number or self.world.new_number()
            again.protocol = protocol
            self.world.save(again)
            self._open[place] = (asked, again)
        if outcome in RESENT:
            copies = [(asked, replace(row, number=self.world.new_number())) for asked, row in pairs]
            self.world.rows += [row for _, row in copies]
            self._open = copies

    def remove(self, competencia: Competencia, movimento: Movimento) -> Outcome:
        world = self.world
        world.called()
        row = next((row for row in world.rows if str(row.number) == movimento.movimento), None)
        if row is None or world.closed:
            return Refused("Registro não encontrado")
        outcome = world.removals.pop(0) if world.removals else "ok"
        if outcome == "refused":
            return Refused("Exclusão não permitida")
        if outcome in ("ok", "unanswered"):
            world.rows = [known for known in world.rows if known is not row]
        elif outcome == "late":
            world.later("removal", row)
        self.hook("model.remove:committed")
        return Confirmed("Registro excluído") if outcome == "ok" else _LOST

    def close(self, competencia: Competencia) -> Outcome:
        world = self.world
        world.called()
        if world.closed:
            return _CLOSED
        if world.drafts():
            return Refused("Existem lançamentos não finalizados")
        outcome = world.closes.pop(0) if world.closes else "ok"
        if outcome in ("ok", "unanswered", "resent"):
            world.closed = True
        elif outcome == "late":
            world.later("close")
        self.hook("model.close:committed")
        if outcome == "resent":
            return _CLOSED
        return Confirmed("Fechamento realizado") if outcome == "ok" else _LOST

    def fetch_return(self, competencia: Competencia) -> Demonstrativo | SemRetorno:
        self.world.called()
        return SemRetorno("Retorno ainda não disponível")

    def snapshot(self, name: str) -> tuple[Evidence, ...]:
        return ()


def _shown(rows: Sequence[Row], kind: str) -> Sequence[Row]:
    """The body of the report. One cut before its last finished row is seen to be cut: its head counts finished rows."""
    if kind == "drafts hidden":
        return [row for row in rows if not row.draft]
    finished = [place for place, row in enumerate(rows) if not row.draft]
    return rows[: finished[-1]] if kind == "truncated" and finished else rows


def _movimento(row: Row) -> Movimento:
    return Movimento(
        movimento=str(row.number),
        numero_autorizacao=row.auth,
        codigo_procedimento=row.code,
        data=None if row.draft else row.day,
        quantidade=row.quantity,
        valor=None if row.draft else row.value,
        dente="" if row.draft else row.tooth,
        faces="" if row.draft else row.faces,
        finalizado=not row.draft,
        protocolo=row.protocol,
    )


@dataclass(frozen=True, slots=True)
class ModelDoor:
    """Each connection is a fresh session on the same world; nothing is remembered between them."""

    world: World
    hook: Hook
    capabilities: Capabilities = IPASEM_LIKE

    def connect(self) -> AbstractContextManager[Portal]:
        """See Door."""
        return nullcontext(ModelPortal(self.world, self.hook, self.capabilities))

    def remember(self) -> None:
        """See Door."""
