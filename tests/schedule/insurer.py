"""A portal's state machine for an office of many clinics: logins, months, outages, lost answers, a tally of its own."""

from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from agent.model.answer import (
    Batch,
    Blocked,
    Confirmed,
    Difference,
    Mismatch,
    Outcome,
    Prepared,
    Recibo,
    Refused,
    Unknown,
)
from agent.model.competencia import Competencia
from agent.model.demonstrativo import Demonstrativo, LinhaRetorno, SemRetorno
from agent.model.errors import PortalUnavailable
from agent.model.lancamento import Lancamento
from agent.model.point import Clock
from agent.model.registro import Evidence, Movimento, Registro
from portals.base import Capabilities, Login, Portal, Presence, Waiting

Month = tuple[str, Competencia]
"""(user, competencia)."""

MONTHLY = Capabilities(batch=1, closes_month=True, leaves_drafts=False, removes_rows=True)
BY_PROTOCOL = Capabilities(batch=5, closes_month=False, leaves_drafts=False, removes_rows=False)


@dataclass
class Insurer:
    """What stands at one insurer. `asks_people`: a sign-in needs a person unless its session still lives.

    `down` says whether the portal is out of the air at a moment; `loses` whether the answer to the so-many-th save is
    lost after it was committed. `differs`: whose screen shows another patient. `returns_after`: how long after the
    close the month's return is there. `entered`: when each login's session was last known to live; `changed`: when a
    month was last written to.
    """

    name: str
    clock: Clock
    asks_people: bool
    capabilities: Capabilities
    down: Callable[[datetime], bool] = lambda _now: False
    loses: Callable[[int], bool] = lambda _save: False
    differs: Callable[[Lancamento], bool] = lambda _asked: False
    session_life: timedelta = timedelta(hours=10)
    returns_after: timedelta = timedelta(days=20)
    rows: dict[Month, list[Movimento]] = field(default_factory=lambda: defaultdict(list))
    closed: dict[Month, datetime] = field(default_factory=dict)
    closes: Counter[Month] = field(default_factory=Counter)
    alive: dict[str, datetime] = field(default_factory=dict)
    entered: dict[str, list[datetime]] = field(default_factory=lambda: defaultdict(list))
    changed: dict[Month, datetime] = field(default_factory=dict)
    ever: Counter[tuple[str, str, str, date | None]] = field(default_factory=Counter)
    numbers: int = 0
    signed_in: list[str] = field(default_factory=list)
    at_work: set[str] = field(default_factory=set)

    def door(self, user: str) -> "InsurerDoor":
        """The way in for one login."""
        return InsurerDoor(self, user)


@dataclass(frozen=True)
class InsurerDoor:
    """Each connection is a session of its own; the portal itself remembers who is signed in."""

    insurer: Insurer
    user: str

    def connect(self) -> AbstractContextManager[Portal]:
        return nullcontext(InsurerPortal(self.insurer, self.user))

    def remember(self) -> None:
        now = self.insurer.clock()
        self.insurer.alive[self.user] = now + self.insurer.session_life
        self.insurer.entered[self.user].append(now)


class InsurerPortal:
    """One session of one login; see portals.base.Portal."""

    def __init__(self, insurer: Insurer, user: str) -> None:
        self.name = insurer.name
        self.capabilities = insurer.capabilities
        self._insurer = insurer
        self._user = user

    def sign_in(self, login: Login, presence: Presence) -> None:
        self._called()
        alive = self._insurer.alive.get(self._user)
        if self._insurer.asks_people and (alive is None or alive < self._insurer.clock()):
            presence.awaited(self.name, Waiting.CAPTCHA, 'Marque "Não sou um robô" na janela do navegador.')
            presence.done(self.name, Waiting.CAPTCHA)
        self._insurer.signed_in.append(self._user)

    def sign_out(self) -> None:
        self._called()

    def observe(self, competencia: Competencia) -> Registro:
        self._called()
        rows = tuple(self._insurer.rows[self._user, competencia])
        return Registro(
            portal=self.name,
            competencia=competencia,
            taken_at=self._insurer.clock(),
            fechado=(self._user, competencia) in self._insurer.closed,
            movimentos=rows,
            total_linhas=len(rows),
            total_valor=sum(row.valor or 0 for row in rows),
            evidence=Evidence("html", "conferência", repr(rows).encode()),
        )

    def prepare(self, batch: Batch) -> Prepared:
        self._called()
        other = Mismatch((Difference("Beneficiário", "", "", private=True),))
        blocked = tuple(Blocked(asked, other) for asked in batch if self._insurer.differs(asked))
        return Prepared(tuple(asked for asked in batch if not self._insurer.differs(asked)), blocked)

    def submit(self, prepared: Prepared) -> Outcome:
        self._called()
        month = (self._user, prepared.ready[0].competencia)
        if month in self._insurer.closed:
            return Refused("O movimento do mês está fechado")
        recibos = tuple(self._saved(asked) for asked in prepared.ready)
        if self._insurer.loses(self._insurer.numbers):
            return Unknown("a conexão caiu antes da resposta")
        return Confirmed("Movimento gravado com sucesso", recibos)

    def _saved(self, asked: Lancamento) -> Recibo:
        insurer = self._insurer
        insurer.numbers += 1
        number, valor = str(insurer.numbers), asked.valor_informado or 0
        protocolo = "" if self.capabilities.closes_month else f"P{number}"
        row = Movimento(
            movimento=number,
            numero_autorizacao=asked.numero_autorizacao,
            codigo_procedimento=asked.codigo_procedimento,
            data=asked.data,
            quantidade=asked.quantidade,
            valor=valor,
            protocolo=protocolo,
        )
        insurer.rows[self._user, asked.competencia].append(row)
        insurer.changed[self._user, asked.competencia] = insurer.clock()
        insurer.ever[self._user, asked.numero_autorizacao, asked.codigo_procedimento, asked.data] += 1
        return Recibo(asked, number, valor, protocolo)

    def remove(self, competencia: Competencia, movimento: Movimento) -> Outcome:
        raise AssertionError("nothing of ours is ever to be removed here")

    def close(self, competencia: Competencia) -> Outcome:
        self._called()
        now = self._insurer.clock()
        self._insurer.closes[self._user, competencia] += 1
        self._insurer.closed[self._user, competencia] = self._insurer.changed[self._user, competencia] = now
        return Confirmed("Fechamento realizado")

    def fetch_return(self, competencia: Competencia) -> Demonstrativo | SemRetorno:
        self._called()
        month = (self._user, competencia)
        since = self._insurer.closed.get(month, datetime.combine(competencia.plus(1).first_day, time(0), UTC))
        if self._insurer.clock() < since + self._insurer.returns_after:
            return SemRetorno("Retorno ainda não disponível")
        rows = self._insurer.rows[month]
        lines = tuple(_paid(place, row) for place, row in enumerate(rows, start=1))
        total = sum(line.valor_informado for line in lines)
        evidence = (Evidence("html", "retorno", repr(lines).encode()),)
        return Demonstrativo(self.name, competencia, lines, total, total, 0, evidence)

    def snapshot(self, name: str) -> tuple[Evidence, ...]:
        return ()

    def _called(self) -> None:
        if self._insurer.down(self._insurer.clock()):
            raise PortalUnavailable("Sem conexão com o portal.", where=self.name)


def _paid(place: int, row: Movimento) -> LinhaRetorno:
    assert row.data is not None
    assert row.valor is not None
    return LinhaRetorno(
        linha=place,
        numero_autorizacao=row.numero_autorizacao,
        codigo_procedimento=row.codigo_procedimento,
        data=row.data,
        quantidade=row.quantidade,
        valor_informado=row.valor,
        valor_liberado=row.valor,
        valor_glosa=0,
        movimento=row.movimento,
        protocolo=row.protocolo,
    )
