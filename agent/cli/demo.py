"""faturista demo: a whole month of invented clinics on simulated portals."""

from pathlib import Path
from typing import Annotated

import typer

from agent.cli.options import Json, Mostrar
from agent.cli.terminal import Terminal
from agent.model.errors import SetupError

DETAILS = """Nada real é usado: as clínicas, os pacientes e os portais são inventados e ficam neste computador. Passa
pelos mesmos comandos de um escritório de verdade e termina com as figuras de cada clínica em cada
portal."""


def demo(
    *,
    pasta: Annotated[
        Path | None, typer.Option("--pasta", metavar="PASTA", help="Onde criar o escritório; uma pasta nova, sem ela.")
    ] = None,
    mostrar: Mostrar = False,
    json: Json = False,
) -> int:
    """Run the demonstration."""
    del pasta, mostrar
    Terminal(as_json=json)
    raise SetupError("a demonstração ainda não está ligada nesta versão.")
