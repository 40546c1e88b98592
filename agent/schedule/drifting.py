"""A portal's screens that are not as they were: what is told of it, whose deadlines are at risk, when it is over."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from agent.config.office import Office
from agent.ledger.queue import Asked, Waiting
from agent.ledger.transaction import stamp
from agent.runner.known_panels import panels_file, read_panels
from agent.schedule.board import Board, Line
from agent.schedule.facts import NOTHING

KIND = "tela"
_MOST = 5


def asked_of_a_screen(portal: str, seen: str, *, step: str, subject: str = "", stops: str) -> Asked:
    """What is told of a change on that portal: one for all its clinics, whoever met it first."""
    return Asked(
        kind=KIND,
        clinica="",
        portal=portal,
        competencia="",
        step=step,
        ref="",
        subject=subject,
        seen=seen,
        asked=f"se um campo mudou de nome, mostre-o com um clique: faturista calibrar {portal} --tela ultima; "
        f"se a mudança é boa: faturista sondar {portal} --aceitar",
        otherwise=stops,
    )


def with_deadlines(asked: Asked, seen: Board, now: datetime) -> Asked:
    """The same with the deadlines at risk, the nearest first; only what is told of a screen has any."""
    if asked.kind != KIND:
        return asked
    lines = sorted(at_risk(seen.lines, asked.portal, now), key=lambda line: line.prazo.deadline)
    if not lines:
        return asked
    named = [f"{x.facts.clinica} {x.facts.competencia} até {x.prazo.deadline:%d/%m às %H:%M}" for x in lines[:_MOST]]
    more = f" e mais {len(lines) - _MOST}" if len(lines) > _MOST else ""
    otherwise = f"{asked.otherwise}; prazos em risco: {', '.join(named)}{more}"
    return replace(asked, otherwise=otherwise, until=stamp(lines[0].prazo.deadline))


def at_risk(lines: Iterable[Line], portal: str, now: datetime) -> Iterator[Line]:
    """The months on that portal that are still to be closed in time."""
    return (x for x in lines if x.facts.portal == portal and not x.facts.closed and now <= x.prazo.deadline)


def seen_to(office: Office, items: Sequence[Waiting]) -> Iterator[tuple[int, str]]:
    """(number, why) of what a changed screen holds back, once a person has accepted it or put it right."""
    told = [item for item in items if item.kind == KIND and item.step != NOTHING]
    still = {portal: _changed(office, portal) for portal in {item.portal for item in told}}
    for item in told:
        if not still[item.portal]:
            yield item.id, "a mudança foi aceita ou calibrada"


def sentences(mudou: Mapping[str, Sequence[str]]) -> str:
    """What changed, by screen, as one text."""
    return "; ".join(f"{nome}: {', '.join(texts)}" for nome, texts in mudou.items())


def _changed(office: Office, portal: str) -> bool:
    changed = read_panels(panels_file(office, portal), portal).mudados.values()
    return any(visto.para for visto in changed)
