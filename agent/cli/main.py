"""The `faturista` command."""

import gc
import sys
from collections.abc import Sequence
from typing import Annotated

import typer
from typer.main import get_command

from agent.cli.edge import run
from agent.cli.portuguese import SETTINGS, LazyGroup

HELP = """Faz o mês de faturamento nos portais dos convênios: lê as planilhas das clínicas, lança, fecha,
busca o retorno e concilia até o centavo.

A ordem do mês: conferir, planejar, lancar, fechar, retorno, conciliar. Para conhecer: faturista demo"""


_COLLECT_AFTER = 50_000  # objects


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - slow, and seldom asked for

        try:
            sys.stdout.write(f"faturista {version('faturista')}\n")
        except PackageNotFoundError:
            sys.stdout.write("faturista, direto do código-fonte\n")
        raise typer.Exit


app = typer.Typer(
    cls=LazyGroup,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings=SETTINGS,
    help=HELP,
)


@app.callback()
def root(
    versao: Annotated[
        bool, typer.Option("--versao", help="Mostra a versão.", is_eager=True, callback=_show_version)
    ] = False,
) -> None:
    """The group itself: options that come before a command."""
    del versao


def command(argv: Sequence[str]) -> object:
    """Parse and run one command line; returns what the command returned. Raises what it raised."""
    return get_command(app).main(args=list(argv), prog_name="faturista", standalone_mode=False)


def collect_seldom() -> None:
    """Let Python look for cycles less often: rows by the hundred thousand hold none, and it goes over all of them."""
    gc.set_threshold(_COLLECT_AFTER)


def main() -> None:
    """The console script: exits with the command's code."""
    collect_seldom()
    sys.exit(run(command, sys.argv[1:]))


if __name__ == "__main__":
    main()
