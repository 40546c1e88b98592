"""How the commands beside the month's own ended: a paragraph for each pair, values for machines, the exit code."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from rich.console import RenderableType

from agent.cli.exit_code import ExitCode
from agent.cli.look import add_row, plain_table
from agent.model.competencia import Competencia
from agent.runner.acts import Resposta


def show_acts(respostas: Sequence[Resposta]) -> Iterator[RenderableType]:
    """Where, how it ended, and every difference."""
    for r in respostas:
        place = f"{r.clinica}, {r.portal}, {Competencia.read(r.competencia)}"
        yield f"{place}: parou. {r.parado}" if r.parado else f"{place}:"
        yield from (f"  - {text}" for text in r.textos)
        if r.diferencas:
            table = plain_table("Diferenças", ("O quê", "Autorização", "Código", "Onde", "Diferença"))
            for d in r.diferencas:
                add_row(table, d.achado, d.numero_autorizacao, d.codigo_procedimento, d.onde, d.texto)
            yield table


def acts_json(respostas: Sequence[Resposta]) -> dict[str, object]:
    """Every answer whole."""
    return {"respostas": [asdict(resposta) for resposta in respostas]}


def acts_code(respostas: Sequence[Resposta]) -> ExitCode:
    """What stopped weighs most, then what waits for a person."""
    if stops := [resposta.codigo for resposta in respostas if resposta.parado]:
        return ExitCode(max(stops))
    return ExitCode.DONE if all(resposta.feito for resposta in respostas) else ExitCode.PERSON
