"""faturista agenda: what comes next for each clinic, when, and why."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

import typer
from rich.table import Table

from agent.accounting.opening import open_books
from agent.cli.exit_code import ExitCode
from agent.cli.look import add_row, plain_table
from agent.cli.options import Clinicas, Json, Pasta, Portais
from agent.cli.scope import open_office, read_portal
from agent.cli.terminal import Terminal
from agent.config.office import Office
from agent.model.point import utc_now
from agent.schedule.board import Board, Line, board, days_of
from agent.schedule.circuit import Outage
from agent.schedule.decide import Status

DETAILS = """Diz, para cada clínica em cada portal, o próximo passo do mês, quando ele cabe e por quê. É o que
"faturista servir" faria. Nenhum portal é aberto e nada muda. O prazo de cada portal vem da seção agenda do
faturista.toml; sem ela, nada é feito sozinho ali."""

_WORDS = {
    Status.AGORA: "agora",
    Status.RODANDO: "em andamento",
    Status.PESSOA: "espera uma pessoa",
    Status.PERDIDO: "prazo perdido",
    Status.FEITO: "feito",
}


def agenda(
    *,
    clinica: Clinicas = None,
    portal: Portais = None,
    tudo: Annotated[
        bool, typer.Option("--tudo", help="Mostra também os meses em que não há mais nada a fazer.")
    ] = False,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Show what the schedule would do."""
    terminal = Terminal(as_json=json)
    office = open_office(pasta)
    wanted = _wanted(office, clinica, portal)
    with open_books(office) as ledger:
        seen = board(office, ledger, days_of(office), utc_now())
    lines = [line for line in seen.lines if (line.facts.clinica, line.facts.portal) in wanted]
    shown = [line for line in lines if tudo or line.coming.status is not Status.FEITO]
    terminal.answer(_json(shown, seen), _table(shown), *_notes(seen, wanted))
    waits = any(line.coming.status in (Status.PESSOA, Status.PERDIDO) for line in lines)
    return ExitCode.PERSON if waits else ExitCode.DONE


def _wanted(office: Office, clinicas: Sequence[str] | None, portais: Sequence[str] | None) -> set[tuple[str, str]]:
    """The logins asked for. Raises SetupError or InputError naming what is not there."""
    names = [read_portal(portal) for portal in portais or ()]
    return {
        (clinica, str(portal))
        for clinica in clinicas or office.settings.clinicas
        for portal in office.clinica(clinica).acessos
        if not names or portal in names
    }


def _table(lines: Sequence[Line]) -> Table:
    table = plain_table("Agenda", ("Clínica", "Portal", "Mês", "O que vem", "Quando", "Até", "Por quê"))
    for line in lines:
        coming, facts = line.coming, line.facts
        when = _moment(coming.when) if coming.status is Status.DEPOIS else _WORDS[coming.status]
        cells = (facts.clinica, facts.portal, str(facts.competencia), coming.task or "", when, _moment(coming.until))
        add_row(table, *cells, coming.why)
    return table


def _moment(when: datetime | None) -> str:
    return when.strftime("%d/%m %H:%M") if when else ""


def _notes(seen: Board, wanted: set[tuple[str, str]]) -> list[str]:
    notes = [_outage(one) for one in seen.outages]
    return notes + [
        f"{clinica} em {portal}: sem agenda no faturista.toml; nada é feito sozinho"
        for clinica, portal in seen.unplanned
        if (clinica, portal) in wanted
    ]


def _outage(one: Outage) -> str:
    since, until = _moment(one.since.astimezone()), _moment(one.until.astimezone())
    return f"O portal {one.portal} não responde desde {since}; nova tentativa às {until}."


def _json(lines: Sequence[Line], seen: Board) -> dict[str, object]:
    return {
        "proximos": [_line_json(line) for line in lines],
        "fora_do_ar": [
            {"portal": o.portal, "desde": o.since.isoformat(), "ate": o.until.isoformat()} for o in seen.outages
        ],
        "sem_agenda": [list(pair) for pair in seen.unplanned],
    }


def _line_json(line: Line) -> dict[str, object]:
    coming, facts = line.coming, line.facts
    return {
        "clinica": facts.clinica,
        "portal": facts.portal,
        "competencia": facts.competencia.iso,
        "situacao": coming.status.value,
        "passo": coming.task.value if coming.task else None,
        "tentativa": coming.no,
        "quando": coming.when.isoformat() if coming.when else None,
        "ate": coming.until.isoformat() if coming.until else None,
        "por_que": coming.why,
    }
