"""faturista portal-simulado: the imitation portals, for training."""

from typing import Annotated

import typer

from agent.cli.options import Json
from agent.cli.terminal import Terminal
from agent.model.errors import SetupError

DETAILS = """Abre no seu computador imitações dos dois portais, com dados inventados, para treinar sem risco. Os
endereços aparecem na tela; Ctrl+C encerra."""


def portal_simulado(
    *,
    antiga: Annotated[bool, typer.Option("--antiga", help="Com a aparência antiga dos portais.")] = False,
    json: Json = False,
) -> int:
    """Serve until interrupted."""
    del antiga
    Terminal(as_json=json)
    raise SetupError("os portais simulados ainda não estão ligados nesta versão.")
