"""A file that an insurer sent, into the ledger: twice the same changes nothing, a corrected one supersedes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from agent.accounting.asking import Arquivo, ask_first, move_paid, refuse_paid_twice
from agent.accounting.zeros import with_zeros
from agent.config.office import Office
from agent.ledger.returns import ImportedReturn, unasked
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.demonstrativo import Demonstrativo, LinhaRetorno
from agent.model.errors import InputError
from agent.model.registro import Evidence
from agent.model.valor import write_valor
from portals.tiss.analise_conta import AnaliseConta, read_analises
from portals.tiss.deducoes import deducoes_of
from portals.tiss.pagamento import read_pagamentos
from spreadsheets.returns.reading import read_return

FONTE = "arquivo do convênio"
_TISS = b"mensagemTISS"


@dataclass(frozen=True, slots=True)
class _Read:
    """A file as it was read, and what it tells of itself."""

    report: Demonstrativo
    arquivo: Arquivo
    fonte: str = FONTE


def receive(
    office: Office,
    ledger: Ledger,
    file: Path,
    *,
    clinica: str,
    portal: str,
    competencia: Competencia,
    part: bool = False,
    sure: bool = False,
) -> ImportedReturn:
    """Read `file` as the month's return: TISS XML (análise de conta or pagamento), a spreadsheet or a CSV.

    Files of TISS add up: each speaks for its own protocolos and statements of payment, and says nothing of others.
    Any other file is the month's whole return, unless it is a `part`; then what it does not name stays.
    Raises InputError with the cell, ReportUntrusted when it does not add up: then nothing of it is kept. So too when
    it seems another clinic's, operadora's or month's, or drops what was told before, and nobody is `sure`; and for a
    payment that another month has, whoever is.
    """
    if not file.is_file():
        raise InputError(f'o arquivo "{file}" não existe.', where="--retorno")
    mes = ledger.months.find(clinica, portal, competencia)
    if mes is None:
        raise InputError(f"o livro não tem {clinica} em {portal} em {competencia}.", where="--retorno")
    content, respelled = file.read_bytes(), 0
    if _TISS in content:
        read = _of_tiss(content, file.name, portal, competencia)
    else:
        own = office.mapeamentos / f"retorno-{portal}.toml"
        report = read_return(content, file.name, portal=portal, competencia=competencia, own=own)
        report, respelled = with_zeros(ledger, mes, report)
        numbers = tuple(line.numero_autorizacao for line in report.linhas)
        read = _Read(report, Arquivo(file.name, numbers, whole=not part))
    ask = unasked if sure else ask_first(office, ledger, mes, read.arquivo)

    def check(told: ImportedReturn) -> None:
        refuse_paid_twice(ledger, mes, read.report, file.name, sure=sure)
        ask(told)

    done = ledger.returns.import_(mes, read.report, read.fonte, part=part, check=check)
    if sure:
        move_paid(ledger, mes, read.report, f"{FONTE} (TISS, pagamento)")
    return replace(done, respelled=respelled)


def _fonte(report: Demonstrativo) -> str:
    """A source is superseded as a whole by its next report, so one file of TISS is no other's source."""
    told = f"protocolo {', '.join(report.protocolos)}" if report.protocolos else "pagamento"
    return f"{FONTE} (TISS, {told})"


def _of_tiss(content: bytes, name: str, portal: str, competencia: Competencia) -> _Read:
    analises = read_analises(content, where=name)
    _refuse_protocolo_without_guias(analises, name)
    linhas: list[LinhaRetorno] = [line for analise in analises for line in analise.linhas()]
    pagamentos = read_pagamentos(content, where=name)
    if not linhas and not pagamentos:
        what = "o demonstrativo não traz nenhum item nem pagamento."
        raise InputError(what, where=name, do="Peça à operadora outro demonstrativo.")
    informado = sum(line.valor_informado for line in linhas)
    liberado = sum(line.valor_liberado for line in linhas)
    proof = (Evidence("xml", "demonstrativo TISS", content),)
    total = (informado, liberado, informado - liberado)
    report = Demonstrativo(
        portal,
        competencia,
        tuple(linhas),
        *total,
        proof,
        deducoes=deducoes_of(pagamentos),
        pagamentos=tuple(each.numero for each in pagamentos),
        protocolos=tuple(sorted({line.protocolo for line in linhas})),
    )
    paid = (guia for each in pagamentos for dia in each.dias for of in dia.protocolos for guia in of.guias)
    numbers = [line.numero_autorizacao for line in linhas] + [guia.numero for guia in paid]
    arquivo = Arquivo(
        name,
        tuple(numbers),
        whole=False,
        registros=(*(each.registro_ans for each in analises), *(each.registro_ans for each in pagamentos)),
        prestadores=(*(each.prestador for each in analises), *(each.prestador for each in pagamentos)),
    )
    return _Read(report, arquivo, _fonte(report))


def _refuse_protocolo_without_guias(analises: Iterable[AnaliseConta], name: str) -> None:
    """The standard lets a protocolo be refused without its guias: what it refused would then be lost among lines."""
    for protocolo in (each for analise in analises for each in analise.protocolos):
        if not protocolo.guias and protocolo.soma.informado:
            informado = write_valor(protocolo.soma.informado, symbol=True)
            raise InputError(
                f"o protocolo {protocolo.numero} vem com {informado} informados e sem nenhuma guia.",
                where=name,
                do="Nada foi gravado. Peça à operadora o demonstrativo com as guias deste protocolo.",
            )
