"""An office's ledger, wherever its settings put it: a file of the folder, or a PostgreSQL database."""

from agent.config.banco import VARIABLE, shown
from agent.config.office import Office
from agent.ledger.evidence_files import EvidenceFiles
from agent.ledger.journal import FolderJournal
from agent.ledger.store import Ledger
from agent.ledger.unsound import refuse_emptied, refuse_gone, refuse_if_damaged
from agent.model.errors import SetupError
from agent.model.point import Clock


class OfficeLedger(Ledger):
    """An office's own: what goes wrong with it because its file is damaged is told as that, with the way back."""

    office: Office

    def __exit__(self, *exc: object) -> None:
        self.close()
        refuse_if_damaged(self.office, exc[1])


def ledger_of(
    office: Office, evidence: EvidenceFiles | None = None, clock: Clock | None = None, *, to_audit: bool = False
) -> Ledger:
    """The ledger, to be closed by the caller, with the journal of the office's folder.

    `clock` None is the database's own, which every machine shares. Raises the LedgerError and SetupError families: so
    too, with nothing made or changed, for a ledger that is gone; and, unless it is opened `to_audit`, for one that
    was emptied.
    """
    if not office.banco:
        refuse_moved(office)
    refuse_gone(office)
    office.diario.parent.mkdir(parents=True, exist_ok=True)
    ledger = None
    try:
        ledger = _opened(office, evidence, clock)
        if not to_audit:
            refuse_emptied(office, ledger)
    except BaseException as error:
        if ledger is not None:
            ledger.close()
        refuse_if_damaged(office, error)
        raise
    return ledger


def _opened(office: Office, evidence: EvidenceFiles | None, clock: Clock | None) -> OfficeLedger:
    if office.banco:
        journal = FolderJournal(office.diario)
        ledger = OfficeLedger.open(office.banco, journal=journal, evidence_dir=evidence, clock=clock)
    else:
        office.livro.parent.mkdir(parents=True, exist_ok=True)
        ledger = OfficeLedger.open(office.livro, journal=office.diario, evidence_dir=evidence, clock=clock)
    ledger.office = office
    return ledger


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
