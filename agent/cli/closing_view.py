"""How each month's close ended: closed, refused by the gate, or waiting for a person."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from rich.console import RenderableType

from agent.cli.exit_code import ExitCode
from agent.model.competencia import Competencia
from agent.model.figures import Fechamento


def show_closings(closings: Sequence[Fechamento]) -> Iterator[RenderableType]:
    """One paragraph per month: how it ended, the findings, the state's hash."""
    for closing in closings:
        yield f"{closing.clinica}, {closing.portal}, {Competencia.read(closing.competencia)}: {_ending(closing)}"
        yield from (f"  - {achado}" for achado in (*closing.achados, *closing.pendencias))
        if closing.hash:
            yield f"  Estado: {closing.hash}"


def closings_json(closings: Sequence[Fechamento]) -> dict[str, object]:
    """Every close whole."""
    return {"fechamentos": [asdict(closing) for closing in closings]}


def closings_code(closings: Sequence[Fechamento]) -> ExitCode:
    """A portal that stopped weighs most, then a month that stays open."""
    if stops := [closing.codigo for closing in closings if closing.parado]:
        return ExitCode(max(stops))
    done = all(closing.fechado and not closing.pendencias for closing in closings)
    return ExitCode.DONE if done else ExitCode.PERSON


def _ending(closing: Fechamento) -> str:
    if closing.parado:
        return f"parou. {closing.parado}"
    return f"{'fechado' if closing.fechado else 'não fechado'}: {closing.texto}"
