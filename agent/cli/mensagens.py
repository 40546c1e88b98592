"""faturista mensagens: what people here said about portal texts that nobody knew; take one back, hand them on."""

from typing import Annotated

import typer

from agent.cli.exit_code import ExitCode
from agent.cli.look import add_row, plain_table
from agent.cli.options import Exportar, Importar, Json, Pasta
from agent.cli.scope import open_office, read_portal
from agent.cli.terminal import Terminal
from agent.config.office import Office
from agent.model.errors import InputError, SetupError
from agent.runner.known_people import people_of
from agent.runner.mensagens import Mensagens, keep_mensagens, read_file, read_mensagens, refuse_unfit, text_of
from agent.vault.private_file import write_private

DETAILS = """Um texto que o faturista não conhece para o lançamento. Em "lancar --passo-a-passo" uma pessoa diz uma vez
o que ele significa (recusa, aviso, sucesso, sessão, parar), e daí em diante vale isso, em todas as clínicas. Aqui se
vê o que foi dito, por quem e quando; --esquecer N desfaz; --exportar e --importar levam a lista a outro escritório ou
ao suporte, sem dados de pacientes: nomes e números são lacunas. Um sucesso só vale com o número que a própria tela
mostra."""


def mensagens(
    *,
    portal: Annotated[str, typer.Argument(metavar="PORTAL", help="ipasem ou cassind.")],
    esquecer: Annotated[int, typer.Option("--esquecer", metavar="N", help="Desfaz o que foi dito na linha N.")] = 0,
    exportar: Exportar = None,
    importar: Importar = None,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Show the list; or take one back, give, take, and show it then."""
    terminal = Terminal(as_json=json)
    office = open_office(pasta)
    read_portal(portal)
    if sum((bool(esquecer), exportar is not None, importar is not None)) > 1:
        do = "Use --esquecer, --exportar ou --importar."
        raise SetupError("diga uma coisa só do que fazer.", where="mensagens", do=do)
    now = read_mensagens(office, portal)
    if esquecer:
        now = _forgotten(office, now, esquecer)
    elif exportar is not None:
        refuse_unfit(now, people_of(office), where=str(exportar))
        write_private(exportar, text_of(now).encode())
    elif importar is not None:
        now = now.also(*read_file(importar, portal, people_of(office)).mensagem)
        keep_mensagens(office, now)
    _show(terminal, now)
    return ExitCode.DONE


def _forgotten(office: Office, now: Mensagens, number: int) -> Mensagens:
    if not 1 <= number <= len(now.mensagem):
        raise InputError(
            f"a lista tem {len(now.mensagem)} textos.", where="--esquecer", do="Veja os números com: mensagens"
        )
    left = now.without(now.mensagem[number - 1].texto)
    keep_mensagens(office, left)
    return left


def _show(terminal: Terminal, now: Mensagens) -> None:
    table = plain_table(f"Mensagens de {now.portal}", ("N", "Texto", "Significa", "Quem", "Quando"), ())
    for number, m in enumerate(now.mensagem, start=1):
        add_row(table, str(number), m.texto, m.significado, m.quem, f"{m.quando.astimezone():%d/%m/%Y %H:%M}")
    shown = table if now.mensagem else f"Ninguém disse nada ainda de textos de {now.portal}."
    terminal.answer(now.model_dump(mode="json"), shown)
