"""The month in figures: a table per question for people, plain values for machines, and the exit code they mean."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, fields

from rich.console import RenderableType
from rich.table import Table

from agent.cli.exit_code import ExitCode
from agent.cli.look import add_row, plain_table
from agent.model.competencia import Competencia
from agent.model.figures import Figures
from agent.model.valor import write_valor

_COUNTS = {
    "Lidas": "lidas",
    "Rejeitadas": "rejeitadas",
    "Pendentes": "pendentes",
    "Lançadas": "lancadas",
    "Recusadas": "recusadas",
    "Incertas": "incertas",
}
_VERDICTS = {
    "Lançadas": "lancadas",
    "Pagas": "pagas",
    "A maior": "pagas_a_maior",
    "Glosadas": "glosadas",
    "Glosa parcial": "glosa_parcial",
    "Sem retorno": "sem_retorno",
    "A conferir": "a_conferir",
}
_AMOUNTS = {
    "Informado": "valor_informado",
    "Liberado": "valor_liberado",
    "Glosado": "valor_glosado",
    "Em recurso": "valor_em_recurso",
    "Perda": "valor_perda",
    "Pendente": "valor_pendente",
    "Diferença": "valor_diferenca",
}
_SUMMED = [f.name for f in fields(Figures) if f.name in {*_COUNTS.values(), *_VERDICTS.values(), *_AMOUNTS.values()}]


def show_figures(figures: Sequence[Figures]) -> Iterator[RenderableType]:
    """Entries, their verdicts and the amounts in reais, each with totals; then what stopped and waits for a person."""
    if any(f.situacao for f in figures):
        yield _situations(figures)
    yield _table("Lançamentos", _COUNTS, str, figures)
    yield _table("Vereditos", _VERDICTS, str, figures)
    yield _table("Valores (R$)", _AMOUNTS, write_valor, figures)
    for f in figures:
        place = f"{f.clinica}, {f.portal}"
        if f.parado:
            yield f"{place}: parou. {f.parado}"
        yield from (f"{place}: {kind} {write_valor(valor, symbol=True)} no pagamento" for kind, valor in f.deducoes)
        yield from (f"{place}: {conta}" for conta in f.contas)
        yield from (f"{place}: {arquivo}" for arquivo in f.arquivos)
        yield from (f"{place}: {aviso}" for aviso in f.avisos)


def figures_json(figures: Sequence[Figures]) -> dict[str, object]:
    """One object per clinic and portal, and their totals; amounts in centavos."""
    return {"resultados": [asdict(f) for f in figures], "total": _total(figures)}


def figures_code(figures: Sequence[Figures]) -> ExitCode:
    """A portal that stopped weighs most, then what waits for a person."""
    if stops := [f.codigo for f in figures if f.parado]:
        return ExitCode(max(stops))
    return ExitCode.PERSON if any(f.needs_a_person for f in figures) else ExitCode.DONE


def _situations(figures: Sequence[Figures]) -> Table:
    table = plain_table("Meses", ("Clínica", "Portal", "Mês", "Situação"))
    for f in figures:
        add_row(table, f.clinica, f.portal, str(Competencia.read(f.competencia)), f.situacao)
    return table


def _table(title: str, columns: dict[str, str], write: Callable[[int], str], figures: Sequence[Figures]) -> Table:
    table = plain_table(title, ("Clínica", "Portal", "Mês"), tuple(columns), footer=True)
    for f in figures:
        values = (write(getattr(f, name)) for name in columns.values())
        add_row(table, f.clinica, f.portal, str(Competencia.read(f.competencia)), *values)
    total = _total(figures)
    for column, text in zip(
        table.columns, ("Total", "", "", *(write(total[n]) for n in columns.values())), strict=True
    ):
        column.footer = text
    return table


def _total(figures: Sequence[Figures]) -> dict[str, int]:
    return {name: sum(getattr(f, name) for f in figures) for name in _SUMMED}
