"""An office's ledger, wherever its settings put it: a file of the folder, or a PostgreSQL database."""

from agent.config.banco import VARIABLE, shown
from agent.config.office import Office
from agent.ledger.evidence_files import EvidenceFiles
from agent.ledger.journal import FolderJournal
from agent.ledger.store import Ledger
from agent.model.errors import SetupError
from agent.model.point import Clock


def ledger_of(office: Office, evidence: EvidenceFiles | None = None, clock: Clock | None = None) -> Ledger:
    """The ledger, to be closed by the caller, with the journal of the office's folder.

    `clock` None is the database's own, which every machine shares. Raises the LedgerError and SetupError families.
    """
    office.diario.parent.mkdir(parents=True, exist_ok=True)
    if office.banco:
        journal = FolderJournal(office.diario)
        return Ledger.open(office.banco, journal=journal, evidence_dir=evidence, clock=clock)
    refuse_moved(office)
    office.livro.parent.mkdir(parents=True, exist_ok=True)
    return Ledger.open(office.livro, journal=office.diario, evidence_dir=evidence, clock=clock)


def has_ledger(office: Office) -> bool:
    """Whether there is one to look at: a database always is; a file is made by the first command that needs it."""
    return bool(office.banco) or office.livro.is_file()


def place_of(office: Office) -> str:
    """Where the ledger is, for a person: without user and password."""
    return shown(office.banco) if office.banco else str(office.livro)


def refuse_moved(office: Office) -> None:
    """Raise SetupError where the ledger went to PostgreSQL and this machine was not told: two ledgers never begin."""
    if moved := office.livro_mudado:
        raise SetupError(
            "o livro deste escritório foi mudado para PostgreSQL, e este computador não sabe o endereço.",
            where=str(moved),
            do=f'Defina {VARIABLE}, ou "banco" na seção [escritorio] do faturista.toml.',
        )
