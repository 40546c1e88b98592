"""What was typed wrongly on the command line, in pt-BR."""

import re
from collections.abc import Sequence
from difflib import get_close_matches

import typer
from typer._click.exceptions import MissingParameter, NoSuchOption

from agent.cli.portuguese import UnknownCommand
from agent.cli.summaries import SUMMARIES

_TRANSLATED = (
    (r"Option '(.+)' requires an argument\.?", "a opção {0} precisa de um valor."),
    (r"Option '(.+)' does not take a value\.?", "a opção {0} não recebe valor."),
    (
        r"Got unexpected extra argument\(s\) \((.+)\)",
        'sobrou "{0}" no fim do comando; nomes com espaços vão entre aspas.',
    ),
    (r"Input should be a valid integer.*", "precisa ser um número inteiro, como 7."),
    (r"Argument '(.+)' takes (\d+) values\.?", "o argumento {0} precisa de {1} valores."),
)


def usage_problem(error: typer.TyperException) -> str:
    """One sentence: the word that was typed, and the nearest right one."""
    if isinstance(error, UnknownCommand):
        return f'o comando "{error.message}" não existe.{_nearest(error.message, list(SUMMARIES))}'
    if isinstance(error, NoSuchOption):
        return f'a opção "{error.option_name}" não existe neste comando.{_nearest(error.option_name, _known(error))}'
    if isinstance(error, MissingParameter) and error.param is not None:
        option = error.param.param_type_name == "option"
        return f"falta a opção {error.param.opts[0]}." if option else f"falta {error.param.metavar}."
    if isinstance(error, typer.BadParameter) and error.param is not None:
        name = error.param.opts[0] if error.param.param_type_name == "option" else error.param.metavar
        return f"o valor de {name} não serve: {_translated(error.message)}"
    return _translated(error.message)


def help_hint(argv: Sequence[str]) -> str:
    """The command that explains the one that was typed."""
    name = next((word for word in argv if word in SUMMARIES), "")
    return f"Veja: {' '.join(filter(None, ('faturista', name)))} --ajuda"


def _known(error: NoSuchOption) -> list[str]:
    if error.ctx is None:
        return []
    return [name for param in error.ctx.command.get_params(error.ctx) for name in param.opts if name.startswith("--")]


def _nearest(seen: str, known: list[str]) -> str:
    near = get_close_matches(seen, known, n=1)
    return f' Você quis dizer "{near[0]}"?' if near else ""


def _translated(message: str) -> str:
    for pattern, sentence in _TRANSLATED:
        if match := re.fullmatch(pattern, message):
            return sentence.format(*match.groups())
    return message
