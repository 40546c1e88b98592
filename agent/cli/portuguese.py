"""typer's help in Portuguese, and its commands loaded only when they are called.

typer's own headings are English and only partly translatable, so the help is written from the parameters themselves.
The private import is the one way to name the types of the methods that typer lets a class replace.
"""

from collections.abc import Iterator
from importlib import import_module

import typer
from typer._click import Command, Context, HelpFormatter, Parameter
from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

from agent.cli.summaries import SUMMARIES

SETTINGS = {"help_option_names": ["--ajuda", "--help"], "max_content_width": 110}
OPTIONS = "[OPÇÕES]"


class UnknownCommand(typer.TyperException):
    """A command that does not exist."""

    exit_code = 2


class PortugueseCommand(TyperCommand):
    """One command, with its usage and its help in Portuguese."""

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Uso: faturista conferir [OPÇÕES] PLANILHA"""
        arguments = [_argument(p) for p in self.params if p.param_type_name == "argument"]
        formatter.write_usage(ctx.command_path, " ".join([OPTIONS, *arguments]), prefix="Uso: ")

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Arguments, then options."""
        del ctx
        _write(formatter, "Argumentos", _rows(self.params, "argument"))
        _write(formatter, "Opções", [*_rows(self.params, "option"), ("--ajuda, --help", "Mostra esta ajuda.")])


class LazyGroup(TyperGroup):
    """All commands, known by their summaries; the file of one is imported when it is called."""

    def list_commands(self, ctx: Context) -> list[str]:
        """In the order of a month's work."""
        del ctx
        return list(SUMMARIES)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """The command, from the file of its name."""
        del ctx
        return _load(cmd_name) if cmd_name in SUMMARIES else None

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        """Raises UnknownCommand with the word that was typed."""
        if args[0] not in SUMMARIES:
            raise UnknownCommand(args[0])
        return super().resolve_command(ctx, args)

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Uso: faturista [OPÇÕES] COMANDO ..."""
        formatter.write_usage(ctx.command_path, f"{OPTIONS} COMANDO ...", prefix="Uso: ")

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Commands, then options."""
        del ctx
        _write(formatter, "Comandos", list(SUMMARIES.items()))
        _write(formatter, "Opções", [*_rows(self.params, "option"), ("--ajuda, --help", "Mostra esta ajuda.")])


def _load(name: str) -> Command:
    word = name.replace("-", "_")
    module = import_module(f"agent.cli.{word}")
    alone = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    help_text = f"{SUMMARIES[name]}\n\n{module.DETAILS}"
    alone.command(name, cls=PortugueseCommand, help=help_text, context_settings=SETTINGS)(getattr(module, word))
    return get_command(alone)


def _write(formatter: HelpFormatter, heading: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(heading):
            formatter.write_dl(rows)


def _rows(params: list[Parameter], kind: str) -> list[tuple[str, str]]:
    return [(_words(p), " ".join(_help(p))) for p in params if p.param_type_name == kind]


def _words(param: Parameter) -> str:
    if not isinstance(param, TyperOption):
        return _argument(param)
    names = ", ".join([*param.opts, *param.secondary_opts])
    return names if param.is_flag else f"{names} {param.metavar}"


def _argument(param: Parameter) -> str:
    return str(param.metavar) if param.required else f"[{param.metavar}]"


def _help(param: Parameter) -> Iterator[str]:
    yield getattr(param, "help", None) or ""
    if param.required and isinstance(param, TyperOption):
        yield "[obrigatória]"
