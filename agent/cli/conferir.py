"""faturista conferir: a spreadsheet alone, or a whole month: sheet, ledger and portal side by side."""

from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from agent.accounting.billing import timed
from agent.cli.leitura_view import leitura_code, show_leitura, show_previsoes
from agent.cli.options import Json, Mostrar, Pasta
from agent.cli.scope import open_office_if_any, read_competencia, read_portal, scope_of
from agent.cli.terminal import Terminal
from agent.config.office import Office
from agent.model.errors import InputError
from agent.runner.known_clinic import known_of
from agent.schedule.days import Days
from mappings.sheet import SheetMapping, load_mapping
from spreadsheets.checking.forecast import forecast
from spreadsheets.marking.giving_back import give_back
from spreadsheets.reading.read import read_planilha

DETAILS = """Mostra quantos lançamentos a planilha tem e cada linha que precisa de correção, com a célula e o motivo.
Nenhum portal é aberto e nada é guardado. Termina com 1 quando há linhas a corrigir.

Sem PLANILHA, com --competencia: compara as planilhas da clínica, o livro e o portal, e mostra cada diferença. Só
consulta: nada muda no portal."""


def conferir(
    *,
    planilha: Annotated[
        Path | None, typer.Argument(metavar="PLANILHA", help="O arquivo da clínica: .xlsx, .csv...")
    ] = None,
    clinica: Annotated[
        str | None, typer.Option("--clinica", metavar="CLINICA", help="O nome curto da clínica.")
    ] = None,
    portal: Annotated[
        str | None, typer.Option("--portal", metavar="PORTAL", help="ipasem ou cassind, se a planilha não diz.")
    ] = None,
    competencia: Annotated[
        str | None, typer.Option("--competencia", metavar="MM/AAAA", help="O mês, se a planilha não diz.")
    ] = None,
    hoje: Annotated[
        str | None, typer.Option("--hoje", metavar="AAAA-MM-DD", help="Confere as datas como se hoje fosse este dia.")
    ] = None,
    copia: Annotated[
        Path | None,
        typer.Option(
            "--copia",
            metavar="ARQUIVO",
            help="Grava uma cópia da planilha para devolver: células a corrigir pintadas e comentadas.",
        ),
    ] = None,
    mostrar: Mostrar = False,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Read, show, and tell by the exit code whether something needs a person."""
    terminal = Terminal(as_json=json)
    if planilha is None:
        from agent.cli.acting import run_acts  # noqa: PLC0415 - brings the browser, which reading a sheet does not need

        scope = scope_of(pasta, _needed(competencia), [clinica] if clinica else None, [portal] if portal else None)
        return run_acts(terminal, scope, lambda acts: acts.comparar(), mostrar=mostrar)
    if clinica is None:
        raise InputError("falta dizer de que clínica é a planilha.", where="--clinica")
    office = open_office_if_any(pasta)
    month = read_competencia(competencia) if competencia else None
    known_portal = read_portal(portal) if portal else None
    mapping = _mapping(office, clinica)
    today = day_of(hoje) if hoje else today_of(office)
    with terminal.progress().start(f"Lendo {planilha.name}"):
        leitura = read_planilha(
            planilha,
            clinica=clinica,
            portal=known_portal,
            competencia=month,
            mapping=mapping,
            today=today,
        )
        known = known_of(office, clinica, mapping, today)
        if office is not None:
            days = Days(office.settings.calendario, office.settings.escritorio.fuso)
            known = timed(known, office, days.off)
        previsoes = forecast(leitura, known)
        given = give_back(planilha, copia, leitura, previsoes, known.entries) if copia else None
    facts = {**leitura.to_json(), "previsoes": [asdict(previsao) for previsao in previsoes], "copia": str(given or "")}
    told = (f"Cópia para a clínica: {given}",) if given else ()
    terminal.answer(facts, *show_leitura(leitura), *show_previsoes(previsoes), *told)
    return leitura_code(leitura)


def _needed(competencia: str | None) -> str:
    if competencia is None:
        raise InputError("falta a PLANILHA a ler, ou o mês a comparar.", where="conferir", do="Indique --competencia.")
    return competencia


def _mapping(office: Office | None, clinica: str) -> SheetMapping | None:
    file = office.mapeamento(clinica) if office else None
    return load_mapping(file) if file else None


def today_of(office: Office | None) -> date:
    """Today where the office is; else where this computer is."""
    now = datetime.now(UTC)
    return office.today(now) if office else now.astimezone().date()


def day_of(text: str) -> date:
    """AAAA-MM-DD from the command line. Raises InputError."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(f'"{text}" não é uma data AAAA-MM-DD, como 2026-10-31.', where="--hoje") from None
