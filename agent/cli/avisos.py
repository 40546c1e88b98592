"""faturista avisos: the secrets of the notices, and a notice to see whether they arrive."""

import os
from typing import Annotated

import typer

from agent.cli.exit_code import ExitCode
from agent.cli.options import Json, Pasta
from agent.cli.scope import open_office
from agent.cli.secret import typed_secret
from agent.cli.terminal import Terminal
from agent.model.errors import SetupError
from agent.schedule.telling import office_senders
from agent.vault.opening import open_vault

DETAILS = """Os avisos do "faturista servir" vão por e-mail e pelos serviços que o apprise conhece (extra "avisos"):
o que espera por uma pessoa, o que perde o prazo em pouco tempo, e um resumo por dia. Nenhum traz dados de
pacientes. Sem opções, manda um aviso de teste por todos os caminhos da seção avisos do faturista.toml."""

_SECRETS = {"correio": "Senha do e-mail", "servicos": "Endereços do apprise, separados por espaço"}


def avisos(
    *,
    senha: Annotated[bool, typer.Option("--senha", help="Guarda a senha do servidor de e-mail, cifrada.")] = False,
    servicos: Annotated[bool, typer.Option("--servicos", help="Guarda os endereços do apprise, cifrados.")] = False,
    stdin: Annotated[bool, typer.Option("--stdin", help="Lê o segredo da primeira linha da entrada padrão.")] = False,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Keep a secret, or send a notice that says that it is one."""
    terminal = Terminal(as_json=json)
    office = open_office(pasta)
    vault = open_vault(office, os.environ)
    wanted = [name for name, asked in (("correio", senha), ("servicos", servicos)) if asked]
    for name in wanted:
        vault.set_notice_secret(name, typed_secret(_SECRETS[name], stdin=stdin))
    if wanted:
        terminal.answer({"guardado": wanted, "lugar": vault.place}, f"Guardado ({vault.place}).")
        return ExitCode.DONE
    ways = office_senders(office, os.environ)
    if not ways:
        do = (
            'Escreva "de", "para" e "correio" na seção avisos; o exemplo comentado está no modelo de: faturista iniciar'
        )
        raise SetupError("não há por onde mandar avisos.", where=str(office.file), do=do)
    for way in ways:
        way.send("faturista: aviso de teste", "Se você lê isto, os avisos chegam. Nada espera por você.")
    terminal.answer({"enviados": len(ways)}, f"Aviso de teste enviado por {len(ways)} caminhos.")
    return ExitCode.DONE
