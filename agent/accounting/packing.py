"""The accountant's pack as files: the workbook of some months of one clinic or of the office, and its exports."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from agent.accounting.bank import read_books
from agent.accounting.deadlines import Off
from agent.accounting.exports import write_exports
from agent.accounting.pack import Scope, gather
from agent.config.office import Office
from agent.ledger.months import Mes
from agent.ledger.store import Ledger
from spreadsheets.writing.pack.report import Pack
from spreadsheets.writing.pack.workbook import write_pack


def pack_path(folder: Path, name: str, months: Sequence[Mes]) -> Path:
    """Where the pack of these months lies; `name` is a clinic's or a scope_name."""
    first, last = min(mes.competencia for mes in months), max(mes.competencia for mes in months)
    span = last.iso if first == last else f"{first.iso}-a-{last.iso}"
    return folder / f"pacote-{name}-{span}.xlsx"


def accesses_of(office: Office, ledger: Ledger) -> set[tuple[str, str]]:
    """Every (clinica, portal) of the settings, and those that the ledger still tells of."""
    return {*office.accesses, *((mes.clinica, mes.portal) for mes in ledger.months.all())}


def write_pack_of(
    office: Office,
    ledger: Ledger,
    months: Sequence[Mes],
    path: Path,
    *,
    now: datetime,
    off: Off,
    com_paciente: bool = False,
) -> Pack:
    """Write workbook and exports as the ledger stands, without patients unless asked for; gives what they hold.

    `off`: why a day is none of business. Raises InputError when the file is open elsewhere.
    """
    clinics = {mes.clinica for mes in months}
    who = office.clinica(clinics.pop()).nome if len(clinics) == 1 else office.settings.escritorio.nome
    books = read_books(office.contas, accesses_of(office, ledger), office.today(now))
    scope = Scope(office, ledger, list(months), books, now, off)
    pack = gather(scope, titulo=f"Pacote do contador – {who}")
    path.parent.mkdir(parents=True, exist_ok=True)
    write_pack(path, pack, com_paciente=com_paciente)
    write_exports(path, pack)
    return pack
