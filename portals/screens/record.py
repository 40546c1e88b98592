"""A list that a portal shows, as what the verbs answer: the month's record, or its return."""

from dataclasses import dataclass
from datetime import datetime

from agent.model.competencia import Competencia
from agent.model.demonstrativo import Demonstrativo
from agent.model.errors import ReportUntrusted
from agent.model.registro import Registro
from agent.model.valor import read_valor
from portals.browser.evidence import html_evidence
from portals.grid import Columns
from portals.screens.reading import cell, linha_retorno, movimento, number, read_list


@dataclass(frozen=True, slots=True)
class Report:
    """A list that the portal shows under its `title`, as HTML, and where it stands; `fechado`: the month is closed."""

    html: str
    title: str
    where: str
    fechado: bool = False


def registro(portal: str, competencia: Competencia, report: Report, columns: Columns, taken_at: datetime) -> Registro:
    """The month's record, with the totals that the list itself prints. Raises PageChanged, ReportUntrusted."""
    grid, totals = read_list(report.html, columns, where=report.where)
    return Registro(
        portal=portal,
        competencia=competencia,
        taken_at=taken_at,
        fechado=report.fechado,
        movimentos=tuple(movimento(row) for row in grid.rows),
        total_linhas=cell(totals, "quantidade", number),
        total_valor=cell(totals, "valor", read_valor),
        evidence=html_evidence(report.html, report.where),
    )


def demonstrativo(portal: str, competencia: Competencia, page: Report, columns: Columns) -> Demonstrativo:
    """The month's return. Raises PageChanged, and ReportUntrusted when it does not add up."""
    grid, totals = read_list(page.html, columns, where=page.where)
    informado, liberado, glosa = (cell(totals, f, read_valor) for f in ("informado", "liberado", "glosa"))
    linhas = tuple(linha_retorno(row) for row in grid.rows)
    evidence = (html_evidence(page.html, page.where),)
    found = Demonstrativo(portal, competencia, linhas, informado, liberado, glosa, evidence)
    if not found.balances:
        raise ReportUntrusted(where=page.where)
    return found
