"""faturista senha: keeps, or forgets, the password of one login."""

import getpass
import os
import sys
from typing import Annotated

import typer

from agent.cli.exit_code import ExitCode
from agent.cli.options import Json, Pasta
from agent.cli.scope import open_office
from agent.cli.terminal import Terminal
from agent.model.errors import InputError
from agent.vault.opening import open_vault
from agent.vault.vault import Password

DETAILS = """A senha é pedida sem aparecer na tela e guardada cifrada: no chaveiro do sistema, quando há, ou no cofre
da pasta do escritório. Ela não aparece em nenhum registro nem relatório."""


def senha(
    *,
    clinica: Annotated[str, typer.Argument(metavar="CLINICA", help="O nome curto da clínica no faturista.toml.")],
    portal: Annotated[str, typer.Argument(metavar="PORTAL", help="ipasem ou cassind.")],
    stdin: Annotated[bool, typer.Option("--stdin", help="Lê a senha da primeira linha da entrada padrão.")] = False,
    apagar: Annotated[bool, typer.Option("--apagar", help="Esquece a senha e a sessão guardadas.")] = False,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Keep or forget; the login must be in the settings."""
    office = open_office(pasta)
    usuario = office.acesso(clinica, portal).usuario
    vault = open_vault(office, os.environ)
    place = f"clínica {clinica}, portal {portal}"
    if apagar:
        text = "Senha apagada" if vault.delete_password(clinica, portal) else "Não havia senha guardada"
    else:
        vault.set_password(clinica, portal, _from_stdin() if stdin else _from_person(f"{place}, usuário {usuario}"))
        text = "Senha guardada"
    body = {"clinica": clinica, "portal": portal, "guardada": not apagar, "lugar": vault.place}
    Terminal(as_json=json).answer(body, f"{text}: {place} ({vault.place}).")
    return ExitCode.DONE


def _from_stdin() -> Password:
    return _checked(sys.stdin.readline().rstrip("\r\n"), "entrada padrão")


def _from_person(whose: str) -> Password:
    """Typed twice: a wrong password locks the login on the portal."""
    if not sys.stdin.isatty():
        raise InputError(
            "não há um terminal em que digitar a senha.", where="senha", do="Use --stdin para lê-la da entrada padrão."
        )
    first = getpass.getpass(f"Senha ({whose}): ")
    if getpass.getpass("Digite de novo: ") != first:
        raise InputError("as duas senhas não são iguais; nada foi guardado.", where="senha", do="Tente de novo.")
    return _checked(first, "senha")


def _checked(text: str, where: str) -> Password:
    if not text:
        raise InputError("a senha está vazia; nada foi guardado.", where=where)
    return Password(text)
