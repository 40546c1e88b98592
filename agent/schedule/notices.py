"""Pure: what people are told now, each thing once: what is new, what is about to be too late, and a word a day."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from agent.config.section import read_hours
from agent.ledger.queue import Waiting
from agent.schedule.board import Board
from agent.schedule.decide import Status
from agent.schedule.facts import moment

SOON = timedelta(hours=26)
"""So long before it is too late, what still waits is told once more."""

_WORDS = {
    "entrar": "entrada a fazer no portal",
    "senha": "senha a conferir",
    "aprovar": "aprovação pedida",
    "planilha": "planilha a corrigir",
    "bloqueio": "pendência a resolver",
    "portal": "portal com tela ou mensagem nova",
    "instalacao": "instalação a conferir",
    "prazo": "prazo",
    "retorno": "retorno que não veio",
    "fora_do_ar": "portal fora do ar",
    "tela": "tela do portal que mudou",
    "servidor": "servidor do livro fora do ar",
    "erro": "erro interno",
}


@dataclass(frozen=True, slots=True)
class Notice:
    """`keys` are what it tells, once for ever; `title` and `body` are pt-BR, and name no patient."""

    keys: tuple[str, ...]
    title: str
    body: str


def notices_of(
    items: Sequence[Waiting], seen: Board, told: Iterable[str], now: datetime, hours: str
) -> Iterator[Notice]:
    """What to tell at `now` (in the office's zone); `told` are the keys that went out, `hours` the daily word's."""
    gone = set(told)
    fresh = [item for item in items if f"novo/{item.id}" not in gone]
    if fresh:
        yield Notice(tuple(f"novo/{i.id}" for i in fresh), _counted("esperam por você", fresh), _listed(fresh, now))
    soon = [i for i in items if i.until and moment(i.until) - now <= SOON and f"perto/{i.id}" not in gone]
    late = [item for item in soon if item not in fresh]
    if late:
        title = _counted("perdem o prazo em pouco tempo", late)
        yield Notice(tuple(f"perto/{item.id}" for item in late), title, _listed(late, now))
    begin, end = read_hours(hours)
    day = f"resumo/{now:%Y-%m-%d}"
    if day not in gone and begin <= now.time() < end:
        yield Notice((day,), f"faturista: resumo de {now:%d/%m}", _digest(items, seen, now))


def _counted(what: str, items: Sequence[Waiting]) -> str:
    return f"faturista: {len(items)} {what}" if len(items) > 1 else f"faturista: {_word(items[0])}"


def _listed(items: Iterable[Waiting], now: datetime) -> str:
    lines = [_line(item, now) for item in items]
    return "\n".join([*lines, "", "Na tela do faturista: faturista fila (tudo) e faturista atender (entradas)."])


def _line(item: Waiting, now: datetime) -> str:
    whose = ", ".join(part for part in (item.clinica, item.portal, item.competencia) if part) or "todo o escritório"
    until = f", até {moment(item.until).astimezone(now.tzinfo):%d/%m %H:%M}" if item.until else ""
    return f"- {_word(item)}: {whose}{until}"


def _word(item: Waiting) -> str:
    return _WORDS.get(item.kind, item.kind)


def _digest(items: Sequence[Waiting], seen: Board, now: datetime) -> str:
    """How many months stand where; what is due by itself; what waits for people, the most pressing first."""
    statuses = Counter(line.coming.status for line in seen.lines)
    lost = statuses[Status.PERDIDO]
    lines = [
        f"Meses em que ele trabalha sozinho: {len(seen.lines) - lost - statuses[Status.FEITO]}; prontos:"
        f" {statuses[Status.FEITO]}; esperando alguém: {statuses[Status.PESSOA]}; prazo perdido: {lost}.",
        f"Na fila: {len(items)}.",
    ]
    return "\n".join(lines + ([_listed(items, now)] if items else []))
