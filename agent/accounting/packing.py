"""The accountant's pack as files: the workbook of some months of one clinic or of the office, and its exports."""

from collections.abc import Collection, Sequence
from datetime import datetime
from pathlib import Path

from agent.accounting.bank import read_books
from agent.accounting.deadlines import Off
from agent.accounting.exports import write_exports
from agent.accounting.pack import Scope, gather
from agent.config.office import Office
from agent.ledger.months import Mes
from agent.ledger.store import Ledger
from agent.model.data import write_data
from agent.model.valor import write_valor
from spreadsheets.writing.pack.report import Pack
from spreadsheets.writing.pack.workbook import write_pack
from spreadsheets.writing.report import GroupKey


def pack_path(folder: Path, name: str, months: Sequence[Mes]) -> Path:
    """Where the pack of these months lies; `name` is a clinic's or a scope_name."""
    first, last = min(mes.competencia for mes in months), max(mes.competencia for mes in months)
    span = last.iso if first == last else f"{first.iso}-a-{last.iso}"
    return folder / f"pacote-{name}-{span}.xlsx"


def accesses_of(office: Office, ledger: Ledger) -> set[tuple[str, str]]:
    """Every (clinica, portal) of the settings, and those that the ledger still tells of."""
    return {*office.accesses, *((mes.clinica, mes.portal) for mes in ledger.months.all())}


def astray(office: Office, ledger: Ledger, accounts: Collection[tuple[str, str]]) -> list[str]:
    """Notes and deposits of these (clinica, portal) that no pack shows: of months that the ledger has not (pt-BR)."""
    books = read_books(office.contas, accesses_of(office, ledger))
    known = {(mes.clinica, mes.portal, mes.competencia) for mes in ledger.months.all()}
    told: dict[GroupKey, list[str]] = {}
    rows = [(nota.key, f"a nota {nota.numero}, de {write_valor(nota.valor, symbol=True)}") for nota in books.notas]
    rows += [
        (each.key, f"o depósito de {write_valor(each.valor, symbol=True)} em {write_data(each.data)}")
        for each in books.depositos
    ]
    for key, what in rows:
        if (key.clinica, key.portal) in accounts and (key.clinica, key.portal, key.competencia) not in known:
            told.setdefault(key, []).append(what)
    return [
        f"Fora do pacote: {'; '.join(some)}. O livro não tem {key.clinica}, {key.portal}, {key.competencia}: confira a "
        "competência em contas."
        for key, some in sorted(told.items())
    ]


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
    scope = Scope(office, ledger, list(months), read_books(office.contas, accesses_of(office, ledger)), now, off)
    pack = gather(scope, titulo=f"Pacote do contador – {who}")
    path.parent.mkdir(parents=True, exist_ok=True)
    write_pack(path, pack, com_paciente=com_paciente)
    write_exports(path, pack)
    return pack
