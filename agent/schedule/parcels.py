"""Pure: which packs are to go to a clinic's accountant now: once a month is reconciled, again when more of it is."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from agent.config.office import Office
from agent.model.competencia import Competencia
from agent.schedule.board import Board, Line
from agent.schedule.decide import Status
from agent.schedule.facts import Task, moment

FRESH = timedelta(days=7)
"""So long after the reconciliation a mail server that was out may still take it; nothing older is ever sent."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """`keys`: a portal's month each, which goes out once for ever; `title` and `body` are pt-BR, without patients."""

    keys: tuple[str, ...]
    clinica: str
    competencia: Competencia
    para: tuple[str, ...]
    title: str
    body: str


def parcels_of(office: Office, seen: Board, now: datetime) -> Iterator[Parcel]:
    """Those of the clinics whose settings name an accountant, when nothing of the month is just being reconciled."""
    months: dict[tuple[str, Competencia], list[Line]] = defaultdict(list)
    for line in seen.lines:
        months[line.facts.clinica, line.facts.competencia].append(line)
    for (slug, competencia), lines in months.items():
        clinica = office.clinica(slug)
        keys = tuple(_key(line) for line in lines if (at := _reconciled_at(line)) and now - at <= FRESH)
        if clinica.contador and keys and not any(_under_way(line) for line in lines):
            title = f"Pacote do contador: {clinica.nome}, {competencia}"
            yield Parcel(keys, slug, competencia, clinica.contador, title, _body(clinica.nome, competencia, lines))


def _key(line: Line) -> str:
    return f"pacote/{line.facts.clinica}/{line.facts.portal}/{line.facts.competencia.iso}"


def _reconciled_at(line: Line) -> datetime | None:
    ended = [turn.ended_at for turn in line.facts.runs(Task.CONCILIAR, "") if turn.state == "done"]
    return moment(ended[-1]) if ended and ended[-1] else None


def _under_way(line: Line) -> bool:
    return line.coming.task is Task.CONCILIAR and line.coming.status in (Status.AGORA, Status.RODANDO)


def _body(nome: str, competencia: Competencia, lines: Sequence[Line]) -> str:
    there = {line.facts.portal: _reconciled_at(line) is not None for line in lines}
    portals = [f"- {portal}: {'conciliado' if done else 'ainda sem retorno'}" for portal, done in sorted(there.items())]
    again = [] if all(there.values()) else ["", "O pacote vai de novo quando chegar o que falta."]
    first = f"Segue em anexo o pacote de {nome}, competência {competencia}: a planilha e os mesmos dados em CSV e OFX."
    return "\n".join([first, "Não traz nome de paciente.", "", *portals, *again])
