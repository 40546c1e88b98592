"""Pure: what the events alone say of months, entries, ties and problems; the tables must say the same."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from agent.ledger.events import Event
from agent.ledger.withheld import standing_digest
from agent.model.entry import State

_TO_STATE = {
    "attempt.intent": State.ENVIANDO,
    "attempt.uncertain": State.INCERTA,
    "attempt.recovered": State.INCERTA,
    "attempt.restored": State.INCERTA,
    "attempt.released": State.PENDENTE,
}
NOTHING_WITHHELD = standing_digest(())
_UNCHECKED = {"planilha.lida", "lancamento.lancada", "attempt.intent", "mes.aberta"}
_WITH_MONTH = {"fechada": (State.LANCADA, State.FECHADA), "aberta": (State.FECHADA, State.LANCADA)}


@dataclass(frozen=True, slots=True)
class Tie:
    """A live match as its event tells it; amounts in centavos."""

    line_id: int
    pass_no: int
    allocated: int
    liberado: int
    glosa: int


@dataclass(slots=True)
class History:
    """The projections of a run of events. What no event tells is not in here.

    `facts` are digests of what the sheets said, `places` of where it stood; `sent` is when each act on a portal was
    begun. `lines` is the digest of each month's standing return lines, `withheld` that of what stands beside them.
    `charges` are who sees to each problem, and the ISO date by when. `audited` is when each month's standing audit was
    signed (as the ledger stores times), and by whom. `appealed` holds what was told of each appeal, by column, and
    `texts` the digest of its words; `losses` are what of each entry was given up, in centavos; `read` is when each
    return was read.
    """

    months: dict[int, str] = field(default_factory=dict)
    entries: dict[int, str] = field(default_factory=dict)
    homes: dict[int, int] = field(default_factory=dict)
    facts: dict[int, str] = field(default_factory=dict)
    places: dict[int, str] = field(default_factory=dict)
    sent: dict[int, str] = field(default_factory=dict)
    held: dict[int, tuple[str, str, int]] = field(default_factory=dict)
    ties: dict[int, tuple[Tie, ...]] = field(default_factory=dict)
    lines: dict[int, str] = field(default_factory=dict)
    withheld: dict[int, str] = field(default_factory=dict)
    problems: dict[int, str] = field(default_factory=dict)
    charges: dict[int, tuple[str, str]] = field(default_factory=dict)
    appeals: dict[int, str] = field(default_factory=dict)
    appealed: dict[int, dict[str, object]] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)
    losses: dict[int, int] = field(default_factory=dict)
    read: dict[int, str] = field(default_factory=dict)
    decisions: dict[int, int | None] = field(default_factory=dict)
    checked: set[int] = field(default_factory=set)
    reopened: set[int] = field(default_factory=set)
    audited: dict[int, tuple[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, events: Iterable[Event]) -> "History":
        """Fold the events, oldest first."""
        history = cls()
        for event in events:
            history._fold(event)
        return history

    def situation(self, mes_id: int) -> str:
        """The month as people speak of it: aberta, conferida, fechada, reaberta or auditada; or an act under way."""
        state = self.months[mes_id]
        if state in ("fechada", "conciliada"):
            return "auditada" if mes_id in self.audited else "fechada"
        if state != "aberta":
            return state
        if mes_id in self.checked:
            return "conferida"
        return "reaberta" if mes_id in self.reopened else "aberta"

    def _fold(self, event: Event) -> None:
        family, _, what = event.kind.partition(".")
        self._fold_person(event, family, what)
        self.places.update(event.body.get("places", ()))
        if event.kind == "attempt.intent":
            self.sent[event.entity_id] = event.at
        if event.kind in _TO_STATE:
            self._move(event.body["entries"], _TO_STATE[event.kind], event)
        elif family in ("lancamento", "planilha", "attempt", "retorno"):
            self._fold_entry(event)
        elif family == "mes" and what != "account":
            self._fold_month(event, what)
        if event.kind == "plan.approved" and event.body["what"] == "fechar":
            self.checked.add(event.entity_id)
        elif event.kind in _UNCHECKED:
            self.checked.discard(event.mes_id or 0)
        if event.kind == "attempt.restored" and event.body.get("reopened"):
            self.months[event.mes_id or 0] = "aberta"

    def _fold_person(self, event: Event, family: str, what: str) -> None:
        """What people decide."""
        if family == "problem":
            self._fold_problem(event, what)
        elif family == "recurso":
            self._fold_appeal(event, what)
        elif event.kind == "perda.aceita":
            self.losses[event.entity_id] = self.losses.get(event.entity_id, 0) + event.body["valor"]
        elif event.kind == "perda.desfeita":
            self.losses[event.entity_id] = 0
        elif event.kind == "decisao.tomada":
            self.decisions[event.body["line"]] = event.body["entry"]
        elif event.kind == "decisao.desfeita":
            self.decisions.pop(event.entity_id)

    def _fold_appeal(self, event: Event, what: str) -> None:
        told = dict(event.body)
        if what == "desfeito":
            what = told.pop("state")
            told = {name: value for name, value in told.items() if name not in ("was", "reason")}
        self.appeals[event.entity_id] = what
        told["lancamento_id"] = told.pop("entry")
        if words := told.pop("words", ""):  # of the texts; not told of those drafted earlier
            self.texts[event.entity_id] = words
        self.appealed.setdefault(event.entity_id, {}).update(told)

    def _fold_problem(self, event: Event, what: str) -> None:
        """Those opened before owners were told have none here."""
        told = {key: event.body[key] for key in ("owner", "due") if event.body.get(key)}
        if what == "open" and told:
            self.charges[event.entity_id] = (told["owner"], told["due"])
        elif what == "given" and event.entity_id in self.charges:
            owner, due = self.charges[event.entity_id]
            self.charges[event.entity_id] = (told.get("owner", owner), told.get("due", due))
        if what != "given":
            self.problems[event.entity_id] = what

    def _fold_entry(self, event: Event) -> None:
        match event.kind:
            case "planilha.lida":
                self._read(event)
            case "attempt.confirmed":
                self._move(event.body.get("incertas", ()), State.INCERTA, event)
            case "lancamento.lancada":
                self._move([event.entity_id], State.LANCADA, event)
                body = event.body
                self.held[event.entity_id] = (body["movimento"], body["protocolo"], body["valor"])
            case "lancamento.corrigida":
                body = event.body
                self.held[event.entity_id] = (body["movimento"], body["protocolo"], body["valor"])
                self.facts[event.entity_id] = body["facts"]
            case "lancamento.excluida" | "lancamento.trocada":
                self._move([event.entity_id], State(event.body["state"]), event)
                self.held.pop(event.entity_id, None)
            case "lancamento.recusada":
                self._move([event.entity_id], State.RECUSADA, event)
            case "lancamento.ausente" | "lancamento.retorno":
                self._move([event.entity_id], State(event.body["state"]), event)
                if "ties" in event.body:
                    self.ties[event.entity_id] = tuple(Tie(*tie) for tie in event.body["ties"])
            case "retorno.lido" if "lines" in event.body:
                self.read[event.entity_id] = event.at
                self.lines[event.mes_id or 0] = event.body["lines"]
                self.withheld[event.mes_id or 0] = event.body.get("withheld", NOTHING_WITHHELD)

    def _read(self, event: Event) -> None:
        for entry_id, facts in event.body.get("pendentes", ()):
            self._move([entry_id], State.PENDENTE, event)
            self.facts[entry_id] = facts
        self._move(event.body.get("canceladas", ()), State.CANCELADA, event)

    def _fold_month(self, event: Event, what: str) -> None:
        mes_id = event.entity_id
        if what == "auditada":
            self.audited[mes_id] = (event.at, event.actor)
            return
        if what == "aberta" and self.months.get(mes_id) == "reabrindo":
            self.reopened.add(mes_id)
            self.audited.pop(mes_id, None)
        self.months[mes_id] = what
        before, after = _WITH_MONTH.get(what, ("", ""))
        for entry_id in [i for i, state in self.entries.items() if state == before and self.homes[i] == mes_id]:
            self.entries[entry_id] = after

    def _move(self, entry_ids: Iterable[int], state: State, event: Event) -> None:
        for entry_id in entry_ids:
            self.entries[entry_id] = state
            self.homes[entry_id] = event.mes_id or 0
