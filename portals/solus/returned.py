"""What the operadora answered: the contas of Protocolos, the vendor's reports, and the documents behind them."""

from collections.abc import Iterable
from dataclasses import dataclass

from agent.model.competencia import Competencia
from agent.model.demonstrativo import Demonstrativo, Lembrete, SemRetorno
from agent.model.errors import PageChanged
from agent.model.registro import Evidence
from agent.model.valor import write_valor
from portals.browser.evidence import html_evidence
from portals.solus.joined import Statement, deducoes, doubts, joined
from portals.solus.operadora import Operadora
from portals.solus.pages.protocolos import Listing, Protocolos
from portals.solus.pages.relatorios import Relatorios, Report
from portals.solus.periodo import Periodo
from portals.solus.reading import Conta
from portals.solus.relatorios import GlosaListada, Liberado, read_glosas, read_liberados
from portals.tiss.analise_conta import read_analises
from portals.tiss.pagamento import read_pagamentos


@dataclass(frozen=True, slots=True)
class _Reports:
    """The vendor's reports of one reading, and their files."""

    glosas: tuple[GlosaListada, ...] = ()
    statements: tuple[Statement, ...] = ()
    files: tuple[Evidence, ...] = ()


class Returned:
    """The reports of one session. Nothing changes on the portal."""

    def __init__(self, operadora: Operadora, protocolos: Protocolos, relatorios: Relatorios) -> None:
        self._operadora = operadora
        self._protocolos = protocolos
        self._relatorios = relatorios

    def fetch(self, competencia: Competencia, sent: Periodo) -> Demonstrativo | SemRetorno:
        """Everything answered of what was sent in `sent`: item by item, what was withheld, and every document.

        The list of contas must add up as a whole to the page's own totals, each statement in itself and to what the
        list shows of its protocolo (else ReportUntrusted: nothing is used). `total_informado` is that of the answered
        contas. SemRetorno where none is answered.
        """
        listing = self._protocolos.list(sent)
        contas = listing.contas
        contas.check(self._protocolos.where)
        waiting = [conta for conta in contas.contas if not conta.processada]
        if not contas.processadas:
            return SemRetorno(
                listing.text or f"Nenhuma das {len(waiting)} contas listadas tem valor liberado ou glosado."
            )
        printed, unprinted = self._printed(listing)
        read = self._reports(sent) if self._operadora.relatorios else _Reports()
        avisos = doubts(contas.contas, read.glosas) if self._operadora.relatorios else ()
        where = self._relatorios.where("demonstrativos")
        return Demonstrativo(
            portal=self._operadora.name,
            competencia=competencia,
            linhas=joined(contas.processadas, read.statements, read.glosas, where=where),
            total_informado=contas.informado - sum(conta.informado for conta in waiting),
            total_liberado=contas.liberado,
            total_glosa=contas.glosado,
            evidence=(html_evidence(listing.html, f"retorno {competencia}"), *printed, *read.files),
            deducoes=deducoes(read.statements),
            pagamentos=tuple(pagamento.numero for each in read.statements for pagamento in each.pagamentos),
            protocolos=_answered(contas.contas),
            avisos=(*unprinted, *avisos),
            lembretes=tuple(_invoice(each.protocolo, contas.contas) for each in read.statements),
        )

    def glosas(self, sent: Periodo) -> tuple[tuple[GlosaListada, ...], Evidence]:
        """Relação geral de glosas of what was sent in `sent`, and its pages. Raises ReportUntrusted."""
        report = self._relatorios.list("glosas", sent)
        page = html_evidence(report.html, "relação geral de glosas")
        where = self._relatorios.where("glosas")
        return (() if report.text else read_glosas(report.pages, report.columns, where=where)), page

    def released(self, sent: Periodo) -> tuple[tuple[Liberado, ...], Report]:
        """Demonstrativos de pagamentos: the protocolos sent in `sent` that have their statements, and the list."""
        report = self._relatorios.list("demonstrativos", sent)
        where = self._relatorios.where("demonstrativos")
        return (() if report.text else read_liberados(report.pages, report.columns, where=where)), report

    def statement(self, liberado: Liberado, listed: Report) -> tuple[Statement, tuple[Evidence, ...]]:
        """Both TISS statements of a protocolo of the list, and their files to be kept.

        Raises ReportUntrusted for a sum that does not hold: then nothing of it is used.
        """
        number = liberado.protocolo
        analise = self._relatorios.file(listed, f"Análise {number}", "demonstrativos")
        pagamento = self._relatorios.file(listed, f"Pagamento {number}", "demonstrativos")
        place = f"{self._relatorios.where('demonstrativos')}, protocolo {number}"
        statement = Statement(number, read_analises(analise, where=place), read_pagamentos(pagamento, where=place))
        return statement, (
            Evidence("xml", _named(number), analise),
            Evidence("xml", f"demonstrativo de pagamento {number}", pagamento),
        )

    def print_protocolo(self, sent: Periodo, protocolo: str) -> Evidence:
        """The printable protocolo, as the portal shows it, to be kept."""
        return self._print(self._protocolos.list(sent), protocolo)

    def _reports(self, sent: Periodo) -> "_Reports":
        glosas, page = self.glosas(sent)
        released, listed = self.released(sent)
        read = [self.statement(liberado, listed) for liberado in released]
        files = (file for _, both in read for file in both)
        return _Reports(glosas, tuple(statement for statement, _ in read), (page, *files))

    def _printed(self, listing: Listing) -> tuple[tuple[Evidence, ...], tuple[str, ...]]:
        """The answered protocolos as they print, and what is missing; many an operadora lets none be printed."""
        found, missing = [], []
        for number in dict.fromkeys(conta.protocolo for conta in listing.contas.processadas):
            try:
                found.append(self._print(listing, number))
            except PageChanged as error:
                missing.append(f"o protocolo {number} não pôde ser impresso ({error})")
        return tuple(found), tuple(missing) if found else ()

    def _print(self, listing: Listing, protocolo: str) -> Evidence:
        return Evidence("html", f"protocolo {protocolo}", self._protocolos.printed(listing, protocolo))


def _named(protocolo: str) -> str:
    """How the analysis of a protocolo is kept."""
    return f"análise de conta {protocolo}"


def _invoice(protocolo: str, contas: Iterable[Conta]) -> Lembrete:
    """The vendor: the prestador sends the nota fiscal, or several that come to the sum, where the statement is."""
    liberado = sum(conta.liberado or 0 for conta in contas if conta.protocolo == protocolo)
    return Lembrete(
        _named(protocolo),
        f"protocolo {protocolo} liberado, {write_valor(liberado, symbol=True)}: envie a nota fiscal no portal, em "
        "Relatórios > Demonstrativos de pagamentos (sendo várias, devem somar esse valor)",
    )


def _answered(contas: Iterable[Conta]) -> tuple[str, ...]:
    """The protocolos of which the operadora has answered every conta."""
    every = list(contas)
    waiting = {conta.protocolo for conta in every if not conta.processada}
    return tuple(dict.fromkeys(conta.protocolo for conta in every if conta.protocolo not in waiting))
