"""faturista recuperar-senha: a new password for an access, made with the person and the portal."""

from typing import Annotated

import typer

from agent.cli.exit_code import ExitCode
from agent.cli.options import Json, Pasta
from agent.cli.scope import open_office, read_portal
from agent.cli.terminal import Terminal
from agent.model.errors import InputError
from agent.runner.opening import open_desk
from agent.runner.recover import recover_password

DETAILS = """Abre o portal na janela do navegador, preenche o CPF/CNPJ, mostra os e-mails para escolher e espera por
você em cada "Não sou um robô". Depois você cola o link que chegou por e-mail; a senha nova é criada aqui, digitada
duas vezes e guardada no cofre só quando o portal confirma. Ninguém precisa vê-la."""


def recuperar_senha(
    *,
    clinica: Annotated[str, typer.Option("--clinica", metavar="CLINICA", help="O nome curto da clínica.")],
    portal: Annotated[str, typer.Option("--portal", metavar="PORTAL", help="O portal do acesso.")] = "ipasem",
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Guide a person to a new password and keep it."""
    terminal = Terminal(as_json=json)
    office = open_office(pasta)
    office.acesso(clinica, read_portal(portal))
    if terminal.ask is None:
        raise InputError("isto se faz com uma pessoa ao teclado.", where="recuperar-senha", do="Rode em um terminal.")
    with open_desk(office, terminal.say, terminal.progress(), shown=True) as desk:
        text = recover_password(desk, clinica, portal, terminal.ask, terminal.say)
    body = {"clinica": clinica, "portal": portal, "guardada": True}
    terminal.answer(body, f"{text} A senha nova está guardada no cofre.")
    return ExitCode.DONE
