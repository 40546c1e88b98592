"""A file that an insurer sent, into the ledger: twice the same changes nothing, a corrected one supersedes."""

from pathlib import Path

from agent.config.office import Office
from agent.ledger.returns import ImportedReturn
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.demonstrativo import Demonstrativo, LinhaRetorno
from agent.model.errors import InputError
from agent.model.registro import Evidence
from portals.tiss.analise_conta import read_analises
from portals.tiss.deducoes import deducoes_of
from portals.tiss.pagamento import read_pagamentos
from spreadsheets.returns.reading import read_return

FONTE = "arquivo do convênio"
_TISS = b"demonstrativosRetorno"


def receive(
    office: Office, ledger: Ledger, file: Path, *, clinica: str, portal: str, competencia: Competencia
) -> ImportedReturn:
    """Read `file` as the month's return: TISS XML (análise de conta or pagamento), a spreadsheet or a CSV.

    Raises InputError with the cell, ReportUntrusted when it does not add up: then nothing of it is kept.
    """
    if not file.is_file():
        raise InputError(f'o arquivo "{file}" não existe.', where="--retorno")
    mes = ledger.months.find(clinica, portal, competencia)
    if mes is None:
        raise InputError(f"o livro não tem {clinica} em {portal} em {competencia}.", where="--retorno")
    content = file.read_bytes()
    if _TISS in content:
        report = _of_tiss(content, file.name, portal, competencia)
        return ledger.returns.import_(mes, report, _fonte(report))
    own = office.mapeamentos / f"retorno-{portal}.toml"
    report = read_return(content, file.name, portal=portal, competencia=competencia, own=own)
    return ledger.returns.import_(mes, report, FONTE)


def _fonte(report: Demonstrativo) -> str:
    """Statements of payment alone say nothing of the items that others told."""
    return f"{FONTE} (TISS)" if report.linhas else f"{FONTE} (TISS, pagamento)"


def _of_tiss(content: bytes, name: str, portal: str, competencia: Competencia) -> Demonstrativo:
    analises = read_analises(content, where=name)
    linhas: list[LinhaRetorno] = [line for analise in analises for line in analise.linhas()]
    pagamentos = read_pagamentos(content, where=name)
    if not linhas and not pagamentos:
        what = "o demonstrativo não traz nenhum item nem pagamento."
        raise InputError(what, where=name, do="Peça à operadora outro demonstrativo.")
    informado = sum(line.valor_informado for line in linhas)
    liberado = sum(line.valor_liberado for line in linhas)
    proof = (Evidence("xml", "demonstrativo TISS", content),)
    total = (informado, liberado, informado - liberado)
    told, numbers = deducoes_of(pagamentos), tuple(each.numero for each in pagamentos)
    return Demonstrativo(portal, competencia, tuple(linhas), *total, proof, deducoes=told, pagamentos=numbers)
