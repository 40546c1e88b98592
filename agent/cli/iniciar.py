"""faturista iniciar: a new office folder."""

from pathlib import Path
from typing import Annotated

import typer

from agent.cli.exit_code import ExitCode
from agent.cli.options import Json
from agent.cli.terminal import Terminal
from agent.config.create import create_office

DETAILS = """Escreve um faturista.toml comentado e as pastas de entrada e de saída. Nunca altera uma pasta que já
tenha um faturista.toml. Guarde esta pasta fora de serviços de compartilhamento: ela terá dados de
pacientes."""

NEXT_STEPS = """A pasta do escritório está em {pasta}

Agora:
  1. Abra {arquivo} e troque o exemplo pelas suas clínicas e pelos endereços dos portais.
  2. Guarde a senha de cada acesso:  faturista senha CLINICA PORTAL
  3. Ponha as planilhas em entrada/CLINICA e confira uma:  faturista conferir PLANILHA --clinica CLINICA

Os comandos procuram a pasta do escritório na pasta atual; de outro lugar, use --pasta."""


def iniciar(
    *,
    pasta: Annotated[Path, typer.Argument(metavar="PASTA", help="Onde criar; a pasta atual, sem ela.")] = Path(),
    json: Json = False,
) -> int:
    """Make the folder and say what comes next."""
    office = create_office(pasta)
    steps = NEXT_STEPS.format(pasta=office.folder, arquivo=office.file)
    Terminal(as_json=json).answer({"pasta": str(office.folder), "arquivo": str(office.file)}, steps)
    return ExitCode.DONE
