"""Pure: what is to be chased, by when and for how much; and what the past says of refusals."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from agent.accounting.deadlines import Off, answer_by
from agent.config.contas import Contrato
from agent.ledger.appeals import Appeal
from agent.model.valor import Centavos
from spreadsheets.writing.pack.report import Conta, Glosa, Pack, SemRetorno

NO_REASON = "sem motivo informado"


@dataclass(frozen=True, slots=True)
class Chase:
    """One refused entry. `dias` until the last day to appeal, negative when it is over, None when not known."""

    conta: Conta
    glosa: Glosa
    dias: int | None

    @property
    def lapsed(self) -> bool:
        """Whether the term to appeal is over."""
        return self.dias is not None and self.dias < 0


@dataclass(frozen=True, slots=True)
class Awaited:
    """An appeal with the last day for its answer: None unless it was sent and waits. `atraso`: so many days past it."""

    appeal: Appeal
    ate: date | None
    atraso: int

    @property
    def late(self) -> bool:
        """Whether the insurer let the day go by."""
        return self.atraso > 0


@dataclass(frozen=True, slots=True)
class Rate:
    """How much of what was answered was refused at first. `glosado` of `informado`, in centavos, over `lancamentos`."""

    nome: str
    lancamentos: int
    glosados: int
    informado: Centavos
    glosado: Centavos

    @property
    def taxa(self) -> Decimal:
        """The share refused, 0 to 1."""
        return Decimal(self.glosado) / self.informado if self.informado else Decimal()


def to_appeal(pack: Pack, today: date) -> list[Chase]:
    """What stands refused and is not under appeal, the nearest last day first, then the most money."""
    contas = {conta.id: conta for conta in pack.contas}
    chases = [
        Chase(contas[glosa.conta_id], glosa, (glosa.prazo - today).days if glosa.prazo else None)
        for glosa in pack.glosas
        if glosa.glosado
    ]
    return sorted(chases, key=lambda c: (c.glosa.prazo or date.max, -c.glosa.glosado, c.conta.id))


def awaited(appeal: Appeal, contrato: Contrato, off: Off, today: date) -> Awaited:
    """An appeal on its way, as its contract and the office's calendar have it."""
    waits = appeal.sent_on if appeal.state == "enviado" else None
    ate = answer_by(waits, contrato, off) if waits else None
    return Awaited(appeal, ate, max(0, (today - ate).days) if ate else 0)


def silent(pack: Pack) -> list[tuple[Conta, SemRetorno]]:
    """What no return speaks of for certain, the oldest first, then the most money."""
    contas = {conta.id: conta for conta in pack.contas}
    found = [(contas[each.conta_id], each) for each in pack.sem_retorno]
    return sorted(found, key=lambda pair: (-pair[1].dias, -pair[1].valor, pair[0].id))


def denial_rates(pack: Pack) -> dict[str, list[Rate]]:
    """The rates by clinica, convenio, procedimento, profissional and motivo; only entries that were answered count.

    By motivo the share is of all that was answered: a reason is no part of what was paid.
    """
    first = {glosa.conta_id: glosa.inicial for glosa in pack.glosas}
    answered = [conta for conta in pack.contas if conta.informado and not conta.pendente]
    by: Mapping[str, Callable[[Conta], str]] = {
        "clinica": lambda c: pack.nome(c.item.key.clinica),
        "convenio": lambda c: pack.nome(c.item.key.portal),
        "procedimento": lambda c: c.item.codigo,
        "profissional": lambda c: c.item.profissional or "—",
    }
    rates = {name: _rates(answered, key, first) for name, key in by.items()}
    whole = sum(conta.informado for conta in answered)
    refused = [conta for conta in answered if first.get(conta.id)]
    rates["motivo"] = [
        Rate(rate.nome, len(answered), rate.glosados, whole, rate.glosado)
        for rate in _rates(refused, lambda c: c.motivo or NO_REASON, first)
    ]
    return rates


def _rates(contas: Iterable[Conta], key: Callable[[Conta], str], first: Mapping[int, Centavos]) -> list[Rate]:
    groups: dict[str, list[Conta]] = defaultdict(list)
    for conta in contas:
        groups[key(conta)].append(conta)
    found = [_rate(name, group, first) for name, group in groups.items()]
    return sorted(found, key=lambda rate: (-rate.glosado, rate.nome))


def _rate(name: str, group: Sequence[Conta], first: Mapping[int, Centavos]) -> Rate:
    refused = [first.get(conta.id, 0) for conta in group]
    return Rate(name, len(group), sum(1 for r in refused if r), sum(c.informado for c in group), sum(refused))
