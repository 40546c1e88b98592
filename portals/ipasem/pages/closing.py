"""The report that goes to IPASEM on paper, sorted and printed; and Reabrir Movimento, which stands on it."""

from functools import partial

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page

from agent.model.answer import Confirmed, Outcome, Refused, Unknown
from agent.model.competencia import Competencia
from agent.model.errors import PageChanged, PortalError
from agent.model.registro import Evidence
from portals.browser.documents import print_document
from portals.browser.evidence import html_evidence
from portals.browser.translate import portal_errors
from portals.ipasem.messages import Classe
from portals.ipasem.pages.home import Home
from portals.ipasem.pages.reports import Report, Reports
from portals.ipasem.pages.screen import TITLE, Screen, Seen
from portals.ipasem.reading import Relatorio, order_names, read_relatorio
from portals.ipasem.scripts import script
from portals.more import Impresso


class Closing:
    """RELATÓRIO DE CONFERÊNCIA and DE FECHAMENTO as they are delivered, and the reopening."""

    def __init__(self, screen: Screen, home: Home, reports: Reports) -> None:
        self._screen = screen
        self._home = home
        self._reports = reports

    def printed(self, competencia: Competencia, order: str) -> Impresso | Refused:
        """The month's report in that order; the conference one while the month is open, else the closing one."""
        names = order_names(order)
        report = self._reports.record(competencia, order=names)
        where = f"{report.where}, impressão"
        pdf = self._pdf(report, where)
        name = report.where.removeprefix(f"{TITLE}, ")
        return Impresso(
            competencia=competencia,
            order=names[0],
            fechado=report.fechado,
            movimentos=self._read(report.html, report.where).movimentos,
            page=html_evidence(report.html, name),
            pdf=None if pdf is None else Evidence("pdf", name, pdf),
        )

    def reopen(self, competencia: Competencia) -> Outcome:
        """Reabrir Movimento of exactly that month, once. Nothing raised once it may have been sent."""
        where = f"{TITLE}, reabertura {competencia}"
        seen = self._home.ask("fechamento", competencia, ["relatorio_fechamento"])
        if said := seen.said(Classe.AINDA_ABERTO):
            self._screen.dismiss(where)
            return Refused(said.texto)
        self._reports.shown(seen, "relatorio_fechamento", competencia, where)
        button = self._screen.form("reabertura", where)["reabrir"]
        try:
            seen = self._screen.confirm(partial(button.press, "Enter"), Classe.REABRIR, where, mes=str(competencia))
            return self._outcome(seen, competencia, where)
        except PortalError as error:
            return Unknown(str(error))

    def _outcome(self, seen: Seen, competencia: Competencia, where: str) -> Outcome:
        if (done := seen.said(Classe.REABERTO)) and done.valores["mes"] == str(competencia):
            return Confirmed(done.texto)
        self._screen.only(seen, (Classe.AUDITADO, Classe.AINDA_ABERTO, Classe.RECUSA), where)
        said = [m for m in seen.messages if m.classe is not Classe.NEUTRA]
        if not said:
            return Unknown(f"{where}: o portal não disse se reabriu o movimento.")
        return Refused("; ".join(m.texto for m in said), said[0].explicacao)

    def _pdf(self, report: Report, where: str) -> bytes | None:
        """Imprimir Relatório Completo opens a tab of its own; what it shows must be this report."""
        button = self._screen.form("impressao", where)["imprimir"]
        with portal_errors(where), self._screen.session.context.expect_page() as coming:
            button.click()
        tab = coming.value
        try:
            with portal_errors(where):
                tab.wait_for_load_state("domcontentloaded")
                self._same(tab, report, where)
            return _paper(tab)
        finally:
            tab.close()

    def _same(self, tab: Page, report: Report, where: str) -> None:
        html = tab.evaluate(script("report.js"), report.title)
        if not html or self._read(html, where) != self._read(report.html, where):
            raise PageChanged("O que o portal imprime não é o relatório que ele mostra.", where=where)

    def _read(self, html: str, where: str) -> Relatorio:
        return read_relatorio(html, self._screen.columns, where=where)


def _paper(tab: Page) -> bytes | None:
    """The tab as PDF; None in a browser that shows its window, which cannot."""
    try:
        return print_document(tab).content
    except PlaywrightError as error:
        if "headless" in error.message.lower() or "PrintToPDF" in error.message:
            return None
        raise
