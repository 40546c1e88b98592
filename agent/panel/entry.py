"""One entry: what it is, where each centavo of it stands, what happened to it, and what proves that."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from starlette.responses import Response

from agent.accounting.chasing import Awaited, awaited
from agent.accounting.story import story_of
from agent.ledger.returns import ReturnLine
from agent.ledger.trail import Proof
from agent.model.entry import Entry
from agent.model.match import Match
from agent.panel.access import Right
from agent.panel.board import STATES
from agent.panel.figuring import MonthDetail
from agent.panel.proof import LOOKED_AT, kind_of
from agent.panel.rendering import page
from agent.panel.visit import Visit
from spreadsheets.writing.pack.report import Conta

PICTURES = ("png", "jpg", "jpeg")


@dataclass(frozen=True, slots=True)
class Answered:
    """A return line (or a share of it) that answers the entry; `proposed` waits for a person and moves no money."""

    line: ReturnLine
    match: Match
    proposed: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A file that proves something of the entry; `mes_id` is the month it is kept under, `again` how often it was seen
    once more without a change.
    """

    mes_id: int
    proof: Proof
    again: int = 0

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture."""
        return self.proof.kind in PICTURES

    @property
    def is_looked_at(self) -> bool:
        """Whether a browser shows it."""
        return kind_of(self.proof) in LOOKED_AT


def show_entry(visit: Visit) -> Response:
    """The page."""
    entry, mes = visit.entry(visit.number("lancamento"))
    detail = visit.house.figuring.detail(visit.ledger, mes)
    answered = list(_answered(detail, entry))
    conta = next(conta for conta in detail.rows.contas if conta.id == entry.id)
    return page(
        visit,
        "lancamento.html",
        entry=entry,
        mes=mes,
        estado=STATES[mes.state],
        conta=conta,
        places=_places(conta),
        judged=detail.account.entry(entry.id),
        answered=answered,
        appeals=_appeals(visit, entry),
        story=story_of(entry.id, visit.ledger.events.all(mes.id)),
        proofs=list(_proofs(visit, entry, answered)) if visit.who.may(Right.EVIDENCE) else [],
        patients=visit.who.shows_patients,
    )


def _answered(detail: MonthDetail, entry: Entry) -> Iterator[Answered]:
    judged = detail.account.entry(entry.id)
    if judged is not None:
        for match in judged.matches:
            yield Answered(detail.account.lines[match.line_id], match, proposed=False)
        for match in judged.proposals:
            yield Answered(detail.account.lines[match.line_id], match, proposed=True)


def _places(conta: Conta) -> list[tuple[str, int]]:
    """Where the entry's money stands in the ledger's accounts; together they are what was billed."""
    names = {
        "Liberado": conta.liberado,
        "Glosado": conta.glosado,
        "Em recurso": conta.em_recurso,
        "Dado por perdido": conta.perda,
        "Sem retorno": conta.pendente,
        "Diferença de tabela": conta.diferenca,
    }
    return [(name, valor) for name, valor in names.items() if valor]


def _appeals(visit: Visit, entry: Entry) -> list[Awaited]:
    house, mes = visit.house, visit.ledger.months.get(entry.mes_id)
    contrato, today = house.office.contrato(mes.portal), house.office.today(house.clock())
    appeals = (appeal for appeal in visit.ledger.appeals.of(mes) if appeal.entry_id == entry.id)
    return [awaited(appeal, contrato, house.days.off, today) for appeal in appeals]


def proofs_once(mes_id: int, proofs: Iterable[Proof]) -> list[Shown]:
    """Each file once: a reading that shows what the one before showed is the same file."""
    found: dict[str, Shown] = {}
    for proof in proofs:
        known = found.get(proof.sha256)
        found[proof.sha256] = replace(known, again=known.again + 1) if known else Shown(mes_id, proof)
    return list(found.values())


def _proofs(visit: Visit, entry: Entry, answered: list[Answered]) -> Iterator[Shown]:
    """Its own screens, the readings of the portal that show it, and the files that its return lines were read from."""
    trail, mes = visit.ledger.trail, visit.ledger.months.get(entry.mes_id)
    readings = set(trail.readings_of(entry))
    kept = trail.proofs(mes)
    yield from proofs_once(mes.id, (proof for proof in kept if entry.id in proof.entries or proof.reading in readings))
    for mes_id in dict.fromkeys(each.line.mes_id for each in answered):
        home = visit.ledger.months.get(mes_id)
        files = trail.of_lines(home)
        wanted = {files.get(each.line.id, "") for each in answered if each.line.mes_id == mes_id}
        yield from proofs_once(
            mes_id, (p for p in trail.proofs(home) if p.sha256 in wanted and not (p.reading or p.entries))
        )
