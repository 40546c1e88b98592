"""faturista mapear: proposes how to read a new clinic's sheets, asks only what is unclear, writes the mapping."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from agent.cli.conferir import day_of, today_of
from agent.cli.exit_code import ExitCode
from agent.cli.mapear_view import show_mapping, show_question
from agent.cli.options import Json, Pasta
from agent.cli.scope import open_office_if_any
from agent.cli.terminal import Terminal
from agent.config.office import Office
from agent.model.errors import InputError
from mappings.sheet import load_mapping
from spreadsheets.proposing.answers import Draft
from spreadsheets.proposing.interview import interview
from spreadsheets.proposing.toml_text import save_mapping, toml_text
from spreadsheets.reading.leitura import Leitura, Pergunta
from spreadsheets.reading.read import read_planilha

_EXAMPLES = 5
DETAILS = """Mostra o que entendeu de cada coluna, com o motivo e a confiança, e cinco linhas como seriam lidas.
Pergunta só o que não está claro, e grava o mapeamento da clínica (um TOML comentado), que vale dali em diante.
Com --json não pergunta nem grava: responde com a proposta e as perguntas."""


def mapear(
    *,
    planilha: Annotated[Path, typer.Argument(metavar="PLANILHA", help="Uma planilha da clínica, como ela manda.")],
    clinica: Annotated[str, typer.Option("--clinica", metavar="CLINICA", help="O nome curto da clínica.")],
    saida: Annotated[
        Path | None,
        typer.Option("--saida", metavar="ARQUIVO", help="Onde gravar; sem isto, mapeamentos/CLINICA.toml."),
    ] = None,
    hoje: Annotated[
        str | None, typer.Option("--hoje", metavar="AAAA-MM-DD", help="Confere as datas como se hoje fosse este dia.")
    ] = None,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Read, ask, read again; write only when nothing is unclear any more."""
    terminal = Terminal(as_json=json)
    office = open_office_if_any(pasta)
    target = saida or _target(office, clinica)
    today = day_of(hoje) if hoje else today_of(office)
    draft = Draft(mapping=load_mapping(target)) if target.is_file() else Draft()
    leitura, draft = interview(partial(_read, planilha, clinica, today), draft, _asking(terminal))
    text = toml_text(leitura, draft.mapping)
    facts = {**leitura.to_json(), "lancamentos": leitura.to_json()["lancamentos"][:_EXAMPLES], "mapeamento": text}
    written = not (json or leitura.questions)
    if written:
        save_mapping(target, text)
    terminal.answer(facts, *show_mapping(leitura, _EXAMPLES), *_told(leitura, target, clinica, written=written))
    return ExitCode.PERSON if leitura.questions else ExitCode.DONE


def _asking(terminal: Terminal) -> Callable[[Pergunta, str], str] | None:
    """Asks on the terminal; None when nobody is there."""
    ask = terminal.ask
    if ask is None:
        return None
    return lambda question, complaint: ask(f"{complaint}\n{show_question(question)}".lstrip())


def _read(planilha: Path, clinica: str, today: date, draft: Draft) -> Leitura:
    return read_planilha(
        planilha, clinica=clinica, portal=None, competencia=draft.competencia, mapping=draft.mapping, today=today
    )


def _target(office: Office | None, clinica: str) -> Path:
    if office is None:
        raise InputError(
            "não há pasta do escritório aqui.", where="mapear", do="Indique --pasta, ou --saida com o arquivo a gravar."
        )
    office.clinica(clinica)
    return office.mapeamentos / f"{clinica}.toml"


def _told(leitura: Leitura, target: Path, clinica: str, *, written: bool) -> Iterator[str]:
    for question in leitura.questions:
        yield f"Falta responder: {show_question(question).strip()}"
    if written:
        yield f"Gravado em {target}. Confira-o num editor de texto."
        if target.stem != clinica:
            yield f'No faturista.toml, em [clinicas.{clinica}]: mapeamento = "{target.stem}"'
