"""A spreadsheet that an insurer sent, into the ledger: twice the same changes nothing, a corrected one supersedes."""

from pathlib import Path

from agent.config.office import Office
from agent.ledger.returns import ImportedReturn
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.errors import InputError
from spreadsheets.returns.reading import read_return

FONTE = "arquivo do convênio"


def receive(
    office: Office, ledger: Ledger, file: Path, *, clinica: str, portal: str, competencia: Competencia
) -> ImportedReturn:
    """Read `file` as the month's return. Raises InputError with the cell, ReportUntrusted when it does not add up."""
    if not file.is_file():
        raise InputError(f'o arquivo "{file}" não existe.', where="--retorno")
    mes = ledger.months.find(clinica, portal, competencia)
    if mes is None:
        raise InputError(f"o livro não tem {clinica} em {portal} em {competencia}.", where="--retorno")
    own = office.mapeamentos / f"retorno-{portal}.toml"
    report = read_return(file.read_bytes(), file.name, portal=portal, competencia=competencia, own=own)
    return ledger.returns.import_(mes, report, FONTE)
