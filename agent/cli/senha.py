"""faturista senha: keeps, or forgets, the password of one login."""

import os
from typing import Annotated

import typer

from agent.cli.exit_code import ExitCode
from agent.cli.options import Json, Pasta
from agent.cli.scope import open_office
from agent.cli.secret import typed_secret
from agent.cli.terminal import Terminal
from agent.vault.opening import open_vault

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
        vault.set_password(clinica, portal, typed_secret(f"Senha ({place}, usuário {usuario})", stdin=stdin))
        text = "Senha guardada"
    body = {"clinica": clinica, "portal": portal, "guardada": not apagar, "lugar": vault.place}
    Terminal(as_json=json).answer(body, f"{text}: {place} ({vault.place}).")
    return ExitCode.DONE
