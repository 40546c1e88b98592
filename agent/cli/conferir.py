"""faturista conferir: reads a spreadsheet and says what would be launched; no portal is opened."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from agent.cli.leitura_view import leitura_code, show_leitura
from agent.cli.options import Json, Pasta
from agent.cli.scope import open_office_if_any, read_competencia, read_portal
from agent.cli.terminal import Terminal
from agent.config.office import Office
from agent.model.errors import InputError
from mappings.sheet import SheetMapping, load_mapping
from spreadsheets.reading.read import read_planilha

DETAILS = """Mostra quantos lançamentos a planilha tem e cada linha que precisa de correção, com a célula e o motivo.
Nenhum portal é aberto e nada é guardado. Termina com 1 quando há linhas a corrigir."""


def conferir(
    *,
    planilha: Annotated[Path, typer.Argument(metavar="PLANILHA", help="O arquivo da clínica: .xlsx, .csv...")],
    clinica: Annotated[str, typer.Option("--clinica", metavar="CLINICA", help="O nome curto da clínica.")],
    portal: Annotated[
        str | None, typer.Option("--portal", metavar="PORTAL", help="ipasem ou cassind, se a planilha não diz.")
    ] = None,
    competencia: Annotated[
        str | None, typer.Option("--competencia", metavar="MM/AAAA", help="O mês, se a planilha não diz.")
    ] = None,
    hoje: Annotated[
        str | None, typer.Option("--hoje", metavar="AAAA-MM-DD", help="Confere as datas como se hoje fosse este dia.")
    ] = None,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Read, show, and tell by the exit code whether something needs a person."""
    terminal = Terminal(as_json=json)
    office = open_office_if_any(pasta)
    month = read_competencia(competencia) if competencia else None
    known_portal = read_portal(portal) if portal else None
    with terminal.progress().start(f"Lendo {planilha.name}"):
        leitura = read_planilha(
            planilha,
            clinica=clinica,
            portal=known_portal,
            competencia=month,
            mapping=_mapping(office, clinica),
            today=_day(hoje) if hoje else _today(office),
        )
    terminal.answer(leitura.to_json(), *show_leitura(leitura))
    return leitura_code(leitura)


def _mapping(office: Office | None, clinica: str) -> SheetMapping | None:
    file = office.mapeamento(clinica) if office else None
    return load_mapping(file) if file else None


def _today(office: Office | None) -> date:
    now = datetime.now(UTC)
    return office.today(now) if office else now.astimezone().date()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(f'"{text}" não é uma data AAAA-MM-DD, como 2026-10-31.', where="--hoje") from None
