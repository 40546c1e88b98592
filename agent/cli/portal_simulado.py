"""faturista portal-simulado: the imitation portals, for training."""

from dataclasses import asdict
from datetime import UTC, datetime
from threading import Event
from typing import Annotated

import typer

from agent.cli.exit_code import ExitCode
from agent.cli.look import add_row, plain_table
from agent.cli.options import Json
from agent.cli.terminal import Terminal
from agent.demo.training import training_portals

DETAILS = """Abre no seu computador imitações dos dois portais, com dados inventados, para treinar sem risco. Os
endereços aparecem na tela; Ctrl+C encerra."""


def portal_simulado(
    *,
    antiga: Annotated[bool, typer.Option("--antiga", help="Com a aparência antiga dos portais.")] = False,
    json: Json = False,
) -> int:
    """Serve until interrupted."""
    terminal = Terminal(as_json=json)
    today = datetime.now(UTC).astimezone().date()
    with training_portals(today, skin="antiga" if antiga else "simples") as logins:
        table = plain_table("Portais simulados", ("Portal", "Endereço", "Usuário", "Senha", "Autorizações"), ())
        for login in logins:
            add_row(table, login.portal, login.endereco, login.usuario, login.senha, ", ".join(login.autorizacoes))
        terminal.answer({"acessos": [asdict(login) for login in logins]}, table, "Ctrl+C encerra.")
        try:
            Event().wait()
        except KeyboardInterrupt:
            terminal.say("Portais simulados encerrados.")
    return ExitCode.DONE
