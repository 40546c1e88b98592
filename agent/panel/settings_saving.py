"""A change of faturista.toml from the panel: judged as the file is, written whole, on record, and in use at once."""

import hashlib
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from agent.config.load import judged, parsed, text_of
from agent.config.office import FILE_NAME, Office
from agent.config.problems import Problem
from agent.config.toml_edit import Changes, edited, value_at
from agent.config.toml_lines import KeyPath
from agent.ledger.configuring import Mudanca
from agent.ledger.store import Ledger
from agent.model.entry import State
from agent.model.errors import InputError, Moved
from agent.panel.house import House
from agent.runner.account import account_of
from spreadsheets.writing.saving import WorkbookBusy, write_over

_BOM = b"\xef\xbb\xbf"
_NAMES_A_LOGIN = "usuario"


@dataclass(frozen=True, slots=True)
class Held:
    """The file as it was read: its text, what it says, and the digest that a form carries along."""

    text: str
    data: Mapping[str, Any]
    stamp: str


@dataclass(frozen=True, slots=True)
class Saved:
    """`mudou`: whether anything was written; `problems` say why not, each at its key."""

    mudou: bool
    problems: tuple[Problem, ...] = field(default=())


def held(office: Office) -> Held:
    """Raises SetupError and ConfigError for a file that cannot be read."""
    text = text_of(office.file)
    return Held(text, parsed(text, office.file), hashlib.sha256(text.encode()).hexdigest())


def save(house: House, ledger: Ledger, changes: Changes, stamp: str, who: str) -> Saved:
    """Make these changes of the file that has this `stamp`, in `who`'s name.

    Raises Moved when the file is another by now, or a login that is at work would change its user; InputError when it
    cannot be written so. Then nothing changed.
    """
    with house.changing:
        now = held(house.office)
        if now.stamp != stamp:
            raise Moved("o faturista.toml mudou desde que você abriu esta página")
        new = edited(now.text, changes)
        settings, problems, across = judged(tomllib.loads(new))
        if settings is None or across:
            return Saved(mudou=False, problems=(*problems, *across))
        if new == now.text:
            return Saved(mudou=False)
        _refuse_logins_at_work(house, ledger, changes)
        told = [_told(path, value_at(now.data, path), value) for path, value in changes.items()]
        ledger.configuring.changed(FILE_NAME, told, who=who, write=_writing(house.office, new))
        house.renew(replace(house.office, settings=settings), ledger, changes)
    return Saved(mudou=True)


def _writing(office: Office, new: str) -> Callable[[], None]:
    def write() -> None:
        marked = _BOM if office.file.read_bytes().startswith(_BOM) else b""
        try:
            write_over(office.file, marked + new.encode("utf-8"))
        except (WorkbookBusy, OSError):
            raise InputError(
                "o arquivo não pôde ser gravado; outro programa o tem aberto, ou a pasta não permite.",
                where=FILE_NAME,
                do="Nada mudou. Feche-o e guarde de novo.",
            ) from None

    return write


def _told(path: KeyPath, before: Any, after: Any) -> Mudanca:
    return Mudanca(".".join(path), _text(path, before), _text(path, after))


def _text(path: KeyPath, value: Any) -> str:
    """A value for the history. A login's user may be somebody's CPF: only its end is kept."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return ", ".join(f"{key} = {_text((*path, str(key)), each)}" for key, each in value.items())
    if path[-1] == _NAMES_A_LOGIN:
        return f"…{str(value)[-3:]}"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return ("sim" if value else "não") if isinstance(value, bool) else str(value)


def _refuse_logins_at_work(house: House, ledger: Ledger, changes: Changes) -> None:
    for path in changes:
        if path[0] == "clinicas" and path[-1] == _NAMES_A_LOGIN and path[2] == "acessos":
            _refuse_at_work(house, ledger, path[1], path[3])


def _refuse_at_work(house: House, ledger: Ledger, clinica: str, portal: str) -> None:
    """What was sent and not answered is looked for with the login that sent it."""
    known = house.office.settings.clinicas.get(clinica)
    if known is None or portal not in map(str, known.acessos):
        return
    account = account_of(house.office, clinica, portal)
    busy = any((lease.portal, lease.account) == (portal, account) for lease in ledger.leases.live())
    months = [mes for mes in ledger.months.all() if (mes.clinica, mes.portal) == (clinica, portal)]
    doubt = any(ledger.entries.of(mes, State.ENVIANDO, State.INCERTA) for mes in months)
    if busy or doubt:
        raise InputError(
            "há trabalho em andamento ou sem resposta com este usuário.",
            where=f"clinicas.{clinica}.acessos.{portal}",
            do="Nada mudou. Espere terminar, ou resolva as pendências, e então troque.",
        )
