"""faturista servir: the office works by itself until it is told to stop."""

import json as jsonlib
import os
import signal
from collections.abc import Callable
from contextlib import nullcontext, suppress
from pathlib import Path
from threading import Lock
from typing import Annotated

import typer

from agent.accounting.opening import open_books
from agent.cli.exit_code import ExitCode
from agent.cli.options import Pasta
from agent.cli.painel import panel_beside
from agent.cli.scope import open_office
from agent.cli.terminal import Terminal
from agent.model.errors import LedgerAway, SetupError
from agent.model.point import utc_now
from agent.schedule.serving import Serving
from agent.vault.opening import unlock

DETAILS = """Faz sozinho o que a agenda manda (veja: faturista agenda): lê as planilhas que chegam, planeja, lança,
prepara o fechamento, busca o retorno e concilia. O que é de uma pessoa vai para a fila (faturista fila) e as
entradas se fazem de uma vez (faturista atender). Pode haver mais de um em andamento: nada é feito duas vezes.
Ctrl+C para depois do lançamento em mãos; na próxima partida ele continua dali. Com --painel, o painel abre junto."""

_SIGNALS = ("SIGINT", "SIGTERM", "SIGBREAK")


def servir(
    *,
    uma_vez: Annotated[bool, typer.Option("--uma-vez", help="Faz o que cabe agora e termina.")] = False,
    painel: Annotated[bool, typer.Option("--painel", help="Serve também o painel.")] = False,
    porta: Annotated[int, typer.Option("--porta", metavar="PORTA", help="A do painel; 0 escolhe uma livre.")] = 8710,
    nome: Annotated[str, typer.Option("--nome", metavar="NOME", help="O nome https que o proxy dá ao painel.")] = "",
    pasta: Pasta = None,
) -> int:
    """Serve until a signal comes."""
    terminal = Terminal(as_json=False)
    office = open_office(pasta)
    if not any(office.agenda(c, str(p)) for c, clinica in office.settings.clinicas.items() for p in clinica.acessos):
        raise SetupError(
            "nenhum portal tem agenda; não há o que fazer sozinho.",
            where=str(office.file),
            do='Escreva a seção "agenda" do portal; o exemplo comentado está no modelo de: faturista iniciar',
        )
    with suppress(LedgerAway):  # a server that is away is waited for; a ledger that was lost is for a person, at once
        open_books(office).close()
    unlock(office, os.environ)
    serving = Serving(office, os.environ, terminal.say, _log(office.registros, terminal.say))
    for name in _SIGNALS:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: serving.stop.set())
    with panel_beside(terminal, office, porta, name=nome) if painel else nullcontext():
        if uma_vez:
            serving.until_nothing_is_due()
        else:
            terminal.say("Trabalhando. Ctrl+C para parar.")
            serving.until_stopped()
    return ExitCode.DONE


def _log(folder: Path, say: Callable[[str], None]) -> Callable[[dict[str, object]], None]:
    """Each run in a line for people and in one for machines, a file a day; no patient is in either."""
    lock = Lock()

    def note(facts: dict[str, object]) -> None:
        now = utc_now()
        line = jsonlib.dumps({"em": now.isoformat(timespec="seconds"), **facts}, ensure_ascii=False)
        with lock:
            folder.mkdir(parents=True, exist_ok=True)
            with (folder / f"servir-{now:%Y-%m-%d}.jsonl").open("a", encoding="utf-8") as file:
                file.write(line + "\n")
            if facts["evento"] == "termina":
                where = f"{facts['clinica']}, {facts['portal']}, {facts['competencia']}"
                say(f"{now.astimezone():%H:%M} {where}, {facts['passo']}: {facts['situacao']}. {facts['texto']}")

    return note
