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
from spreadsheets.returns.reading import read_return

FONTE = "arquivo do convênio"
_TISS = b"demonstrativoAnaliseConta"


def receive(
    office: Office, ledger: Ledger, file: Path, *, clinica: str, portal: str, competencia: Competencia
) -> ImportedReturn:
    """Read `file` as the month's return: TISS XML (demonstrativoAnaliseConta), a spreadsheet or a CSV.

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
        return ledger.returns.import_(mes, report, f"{FONTE} (TISS)")
    own = office.mapeamentos / f"retorno-{portal}.toml"
    report = read_return(content, file.name, portal=portal, competencia=competencia, own=own)
    return ledger.returns.import_(mes, report, FONTE)


def _of_tiss(content: bytes, name: str, portal: str, competencia: Competencia) -> Demonstrativo:
    analises = read_analises(content, where=name)
    linhas: list[LinhaRetorno] = [line for analise in analises for line in analise.linhas()]
    if not linhas:
        raise InputError(
            "o demonstrativo não traz nenhum item.", where=name, do="Peça à operadora outro demonstrativo."
        )
    informado = sum(line.valor_informado for line in linhas)
    liberado = sum(line.valor_liberado for line in linhas)
    proof = (Evidence("xml", "demonstrativo TISS", content),)
    return Demonstrativo(portal, competencia, tuple(linhas), informado, liberado, informado - liberado, proof)
