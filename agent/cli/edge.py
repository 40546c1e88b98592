"""The one edge of the program: every ending becomes words in pt-BR and an exit code."""

import json
import sys
from collections.abc import Callable, Sequence
from contextvars import copy_context
from datetime import UTC, datetime
from io import TextIOWrapper

import typer

from agent.cli.crash import write_crash
from agent.cli.exit_code import ExitCode
from agent.cli.usage import help_hint, usage_problem
from agent.model.errors import ConfigError, FaturistaError

Command = Callable[[Sequence[str]], object]


def run(command: Command, argv: Sequence[str]) -> int:
    """Run a command line and return its exit code; nothing is raised but SystemExit from a closed pipe.

    What a command sets for itself (the folder of its technical record) ends with it.
    """
    return copy_context().run(_run, command, argv)


def _run(command: Command, argv: Sequence[str]) -> int:
    wants_json = "--json" in argv
    _prepare_streams(wants_json)
    try:
        code = command(argv)
    except FaturistaError as error:
        return _tell(_facts(error), error.exit_code, wants_json)
    except typer.TyperException as error:
        return _usage(error, argv, wants_json)
    except (KeyboardInterrupt, typer.Abort):
        code = ExitCode.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the edge of the program: whatever gets here is a bug of ours
        return _bug(error, wants_json)
    if code == ExitCode.INTERRUPTED:
        _say("Interrompido a seu pedido. O que já foi confirmado está no livro; o próximo comando continua daqui.")
    return code if isinstance(code, int) else ExitCode.DONE


def sentences(facts: dict[str, object]) -> str:
    """An error for a person: what, where, what to do, each on its line."""
    problems = facts.get("problemas")
    what = "".join(f"\n  - {problem}" for problem in problems) if isinstance(problems, list) else f" {facts['erro']}"
    lines = [f"Erro:{what}"]
    lines += [f"Onde: {facts['onde']}"] if facts.get("onde") else []
    lines += [f"O que fazer: {facts['faca']}"] if facts.get("faca") else []
    return "\n".join(lines)


def _facts(error: FaturistaError) -> dict[str, object]:
    facts: dict[str, object] = {
        "erro": error.what,
        "onde": error.where,
        "faca": error.do,
        "tipo": type(error).__name__,
    }
    return facts | {"problemas": list(error.problems)} if isinstance(error, ConfigError) else facts


def _usage(error: typer.TyperException, argv: Sequence[str], wants_json: bool) -> int:
    if type(error).__name__ == "NoArgsIsHelpError":
        _say(error.message)
        return ExitCode.INPUT
    facts: dict[str, object] = {"erro": usage_problem(error), "onde": "", "faca": help_hint(argv), "tipo": "Usage"}
    return _tell(facts, ExitCode.INPUT, wants_json)


def _bug(error: Exception, wants_json: bool) -> int:
    path = write_crash(error, datetime.now(UTC))
    facts: dict[str, object] = {
        "erro": f"erro interno do faturista ({type(error).__name__}).",
        "onde": str(path or "o registro técnico não pôde ser gravado"),
        "faca": "Nada foi enviado depois dele. Envie o registro a quem cuida do faturista; ele não traz dados de"
        " pacientes. Antes de repetir, rode: faturista situacao",
        "tipo": "Bug",
    }
    return _tell(facts, ExitCode.BUG, wants_json)


def _tell(facts: dict[str, object], code: int, wants_json: bool) -> int:
    _say(sentences(facts))
    if wants_json:
        sys.stdout.write(json.dumps(facts, ensure_ascii=False) + "\n")
    return code


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")


def _prepare_streams(wants_json: bool) -> None:
    """No character stops a command: JSON is UTF-8 everywhere, and a narrow console shows "?" for what it lacks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8" if wants_json and stream is sys.stdout else None, errors="replace")
