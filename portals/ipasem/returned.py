"""Both return reports, glosado Não and Sim, as one Demonstrativo that must add up."""

from collections.abc import Mapping, Sequence

from agent.model.competencia import Competencia
from agent.model.demonstrativo import Demonstrativo
from agent.model.errors import ReportUntrusted
from portals.browser.evidence import html_evidence
from portals.grid import Columns
from portals.ipasem.pages.reports import Report
from portals.ipasem.pages.screen import TITLE
from portals.ipasem.reading import COLUMNS, read_retorno


def one_return(
    portal: str, competencia: Competencia, pages: Sequence[Report], columns: Mapping[str, Columns] = COLUMNS
) -> Demonstrativo:
    """The two reports as one, when they share no line: the one without glosa must not show any.

    Raises ReportUntrusted when they do not add up to their own totals.
    """
    paid = read_retorno(pages[0].html, columns, where=pages[0].where)
    denied = read_retorno(pages[1].html, columns, where=pages[1].where, first=len(paid.linhas) + 1)
    if any(linha.valor_glosa for linha in paid.linhas):
        raise ReportUntrusted("O relatório sem glosa mostra linhas glosadas.", where=pages[0].where)
    found = Demonstrativo(
        portal=portal,
        competencia=competencia,
        linhas=(*paid.linhas, *denied.linhas),
        total_informado=paid.informado + denied.informado,
        total_liberado=paid.liberado + denied.liberado,
        total_glosa=paid.glosa + denied.glosa,
        evidence=tuple(html_evidence(page.html, page.where.removeprefix(f"{TITLE}, ")) for page in pages),
    )
    if not found.balances:
        raise ReportUntrusted(where=pages[0].where)
    return found
