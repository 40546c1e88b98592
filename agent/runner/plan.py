"""What would be done: the plan is a value with a hash, made before and held against the world again at the launch."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from types import MappingProxyType

from agent.model.data import write_data
from agent.model.entry import Entry, State
from agent.model.errors import Moved
from agent.model.lancamento import Lancamento
from agent.model.registro import Movimento
from agent.model.valor import Centavos
from agent.runner.compare import Comparison
from agent.runner.envios import Envio, state_of
from agent.runner.legs import held_by_unasked, held_by_waiting, held_legs, impossible_tooth
from portals.base import only_way

_THERE = {State.LANCADA, State.FECHADA, State.RETORNADA, State.QUITADA}
_OUT = {State.CANCELADA, State.RECUSADA}


@dataclass(frozen=True, slots=True)
class PlanItem:
    """An entry of the plan. `why` says where it stands already, or what blocks it; `valor` in centavos.

    `way`: by which of the portal's ways it is launched (pt-BR), "" where the portal has only one, or was not asked.
    """

    id: int
    origem: str
    numero_autorizacao: str
    codigo_procedimento: str
    data: str
    valor: Centavos | None
    why: str = ""
    way: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """One clinic, portal and month: what to launch, what is there already, what is blocked and why.

    `sheets` are (file name, sha-256); `mes_version` counts the ledger's changes that matter to a plan; `foreign` is a
    digest of the portal's rows that are not ours; `avisos` are pt-BR, for a person. `envios`: what `to_launch` goes
    in, where each click is final and needs an approval. `hash` covers all of it.
    """

    clinica: str
    portal: str
    competencia: str
    sheets: tuple[tuple[str, str], ...]
    mes_version: int
    foreign: str
    foreign_count: int
    to_launch: tuple[PlanItem, ...]
    already: tuple[PlanItem, ...]
    blocked: tuple[PlanItem, ...]
    avisos: tuple[str, ...] = ()
    envios: tuple[Envio, ...] = ()

    @property
    def total(self) -> Centavos:
        """What the entries to launch are worth, in centavos, as far as the sheet says."""
        return sum(item.valor or 0 for item in self.to_launch)

    @property
    def aprovacao(self) -> str:
        """The hash that an approval of all its envios is bound to; "" where none is needed."""
        return state_of(self.envios) if self.envios else ""

    @property
    def hash(self) -> str:
        """The plan's identity: the same world gives the same hash."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()

    def to_json(self) -> str:
        """Canonical JSON, as kept in the ledger."""
        return json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "Plan":
        """Read back what `to_json` wrote."""
        body = json.loads(text)
        items = {name: tuple(PlanItem(**item) for item in body[name]) for name in ("to_launch", "already", "blocked")}
        sheets = tuple((str(name), str(sha)) for name, sha in body["sheets"])
        envios = tuple(Envio(**{**each, "guias": tuple(each["guias"])}) for each in body.get("envios", ()))
        return cls(**{**body, **items, "sheets": sheets, "avisos": tuple(body["avisos"]), "envios": envios})


def make_plan(
    clinica: str,
    portal: str,
    competencia: str,
    *,
    sheets: Sequence[tuple[str, str]],
    mes_version: int,
    entries: Sequence[Entry],
    comparison: Comparison,
    elsewhere: Iterable[Entry] = (),
    unasked: Iterable[Entry] = (),
    waiting: Mapping[str, str] = MappingProxyType({}),
    closed: bool = False,
    avisos: tuple[str, ...] = (),
    way: Callable[[Lancamento], str] = only_way,
) -> Plan:
    """The plan for the month's entries as they stand, held against a trusted reading of the portal.

    `elsewhere`: the clinic's entries of other months on this portal; a service that one of them has is not sent
    twice.
    `unasked`: launched entries that no sheet holds any more, on a portal that can alter them. `waiting`:
    authorisations of which the sheets hold a row back, and its place.
    `closed`: the month takes no further entries, so what is pending is blocked. `way`: see Capabilities.
    """
    # Of several months' twins the one that was sent, else the earliest, comes last and counts.
    twins = sorted((e for e in elsewhere if e.state not in _OUT), key=lambda e: e.lancamento.competencia, reverse=True)
    twins.sort(key=lambda e: e.state is not State.PENDENTE)
    other_months = {e.lancamento.chave: e for e in twins}
    to_launch, already, blocked = [], [], []
    standing = [e for e in entries if e.state is not State.CANCELADA]
    reasons = {e.id: _blocked(e, comparison, other_months.get(e.lancamento.chave), closed=closed) for e in standing}
    beside = held_by_unasked(standing, unasked) | held_by_waiting(standing, waiting)
    reasons |= {i: why for i, why in beside.items() if not reasons[i]}
    legs = held_legs(standing, [entry_id for entry_id, why in reasons.items() if why])
    for entry in standing:
        if why := reasons[entry.id] or legs.get(entry.id, ""):
            blocked.append(_item(entry, why, way(entry.lancamento)))
        elif entry.state in _THERE:
            already.append(_item(entry, _where(entry)))
        else:
            to_launch.append(_item(entry, way=way(entry.lancamento)))
    return Plan(
        clinica=clinica,
        portal=portal,
        competencia=competencia,
        sheets=tuple(sorted(sheets)),
        mes_version=mes_version,
        foreign=digest(comparison.foreign),
        foreign_count=len(comparison.foreign),
        to_launch=tuple(to_launch),
        already=tuple(already),
        blocked=tuple(blocked),
        avisos=avisos,
    )


def _blocked(entry: Entry, comparison: Comparison, twin: Entry | None, *, closed: bool) -> str:
    """Why an entry is neither there already nor to be launched; "" when nothing is wrong with it."""
    difference = next((f.difference for f in comparison.differences if f.entry.id == entry.id), "")
    if difference:
        return f"já está no portal, mas {difference}"
    if any(missing.id == entry.id for missing in comparison.missing):
        return "foi lançada e sumiu do relatório do portal: confira com a operadora"
    if entry.state is State.RECUSADA:
        return f"recusada: {entry.motivo}"
    if entry.state in (State.ENVIANDO, State.INCERTA):
        return "ficou sem resposta do portal"
    return _held_back(entry, comparison, twin, closed=closed) if entry.state is State.PENDENTE else ""


def _held_back(entry: Entry, comparison: Comparison, twin: Entry | None, *, closed: bool) -> str:
    """Why a pending entry is not to be launched now. `twin` has its key in another month."""
    if twin is not None and _goes_first(twin, entry):
        return standing_elsewhere(twin)
    if problem := impossible_tooth(entry.lancamento):
        return problem
    if entry.lancamento.numero_autorizacao in comparison.foreign_drafts:
        return "há um lançamento não finalizado de outra pessoa nesta autorização"
    return "o mês já está fechado" if closed else ""


def _goes_first(twin: Entry, entry: Entry) -> bool:
    """Of two months that ask for the same service, the one that sent it has it; before that, the earlier one."""
    return twin.state is not State.PENDENTE or twin.lancamento.competencia < entry.lancamento.competencia


def standing_elsewhere(twin: Entry) -> str:
    """Why an entry does not go: another month has its service, or goes first."""
    month = twin.lancamento.competencia
    if twin.state is State.PENDENTE:
        return f"também está na planilha de {month}, que vai primeiro: lance-a lá, ou tire-a de lá"
    return f"já está no movimento {month} ({twin.state})"


def digest(rows: Sequence[Movimento]) -> str:
    """A digest of rows on the portal that are not ours: what a plan expects to find untouched."""
    facts = sorted(repr((m.movimento, m.chave, m.quantidade, m.valor, m.finalizado)) for m in rows)
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()


def refuse_if_sheets_moved(plan: Plan, sheets: Sequence[tuple[str, str]], mes_version: int) -> None:
    """Raise Moved, naming the file, when a sheet or the ledger is not the one the plan was made of."""
    planned, now = dict(plan.sheets), dict(sheets)
    for name in sorted(planned.keys() | now.keys()):
        if planned.get(name) != now.get(name):
            raise _moved(f"a planilha {name!r} mudou depois do plano")
    if plan.mes_version != mes_version:
        raise _moved("o livro recebeu outra leitura desta clínica depois do plano")


def refuse_if_portal_moved(plan: Plan, comparison: Comparison, sent_before: Sequence[int]) -> None:
    """Raise Moved when somebody else worked on the portal since the plan.

    `sent_before`: ids of entries that we attempted already; finding those there is our own doing.
    """
    planned = {item.id for item in plan.to_launch}
    for found in comparison.adoptable:
        if found.entry.id in planned and found.entry.id not in sent_before:
            asked = found.entry.lancamento
            raise _moved(
                f"a autorização {asked.numero_autorizacao} de {write_data(asked.data)} ({asked.origem}) "
                "apareceu no portal depois do plano"
            )
    if digest(comparison.foreign) != plan.foreign:
        raise _moved(
            f"o portal tem {len(comparison.foreign)} lançamentos que não são do faturista; "
            f"no plano eram {plan.foreign_count}"
        )


def refuse_if_way_moved(plan: Plan, ways: Mapping[int, str]) -> None:
    """Raise Moved when an entry would be launched by another way than the plan says; `ways` by the entry's id."""
    for item in plan.to_launch:
        now = ways.get(item.id, item.way)
        if now != item.way:
            where = f"a autorização {item.numero_autorizacao} ({item.origem})"
            raise _moved(f"{where} iria por {now}, e no plano por {item.way or 'nenhum modo'}")


def _moved(what: str) -> Moved:
    return Moved(what, do="Nada foi enviado. Rode planejar de novo e confira o plano.")


def _item(entry: Entry, why: str = "", way: str = "") -> PlanItem:
    asked = entry.lancamento
    return PlanItem(
        id=entry.id,
        origem=str(asked.origem),
        numero_autorizacao=asked.numero_autorizacao,
        codigo_procedimento=asked.codigo_procedimento,
        data=asked.data.isoformat(),
        valor=asked.valor_informado,
        why=why,
        way=way,
    )


def _where(entry: Entry) -> str:
    if entry.protocolo:
        return f"protocolo {entry.protocolo}"
    return f"movimento {entry.movimento}" if entry.movimento else "já lançada"
