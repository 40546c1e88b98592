"""Notices out of the door: claimed in the ledger, sent every way there is, given back when none of them worked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from agent.accounting.packing import pack_path
from agent.config.office import Office
from agent.ledger.store import Ledger
from agent.model.errors import FaturistaError
from agent.people.messenger import Mail, Sender, mail_of, senders
from agent.schedule.board import Board
from agent.schedule.notices import Notice, notices_of
from agent.schedule.parcels import Parcel, parcels_of
from agent.vault.opening import open_vault

_AGAIN = timedelta(minutes=10)


def office_senders(office: Office, environ: Mapping[str, str]) -> list[Sender]:
    """Every way that the office's settings name, with its secret from the vault. Raises SetupError."""
    avisos = office.settings.avisos
    if avisos is None:
        return []
    vault = open_vault(office, environ)
    addresses = vault.notice_secret("servicos").reveal().split()
    return senders(avisos, vault.notice_secret("correio").reveal(), addresses)


def office_mail(office: Office, environ: Mapping[str, str]) -> Mail | None:
    """The office's mail server, with its password from the vault; None where the settings name none."""
    avisos = office.settings.avisos
    if avisos is None:
        return None
    return mail_of(avisos, open_vault(office, environ).notice_secret("correio").reveal())


@dataclass
class Telling:
    """`ways` and `mail` open the vault, so they are asked for only when there is something to tell or to send.

    `say` is the log's.
    """

    office: Office
    ways: Callable[[], Sequence[Sender]]
    say: Callable[[str], None]
    mail: Callable[[], Mail | None] = lambda: None
    _not_before: datetime | None = field(default=None)

    def tell(self, ledger: Ledger, seen: Board, now: datetime) -> None:
        """Send what is new. A server that does not take it is asked again in ten minutes."""
        avisos = self.office.settings.avisos
        if avisos is None or (self._not_before and now < self._not_before):
            return
        local = now.astimezone(ZoneInfo(self.office.settings.escritorio.fuso))
        for notice in list(notices_of(ledger.queue.open(), seen, ledger.notices.sent(), local, avisos.resumo)):
            self._send(ledger, notice.keys, partial(self._told, notice), now)
        gone = ledger.notices.sent()
        for parcel in parcels_of(self.office, seen, local):
            new = [key for key in parcel.keys if key not in gone]
            if new and (files := self._files(ledger, parcel)):
                self._send(ledger, new, partial(self._posted, parcel, files), now)

    def _told(self, notice: Notice) -> None:
        for way in self.ways():
            way.send(notice.title, notice.body)

    def _posted(self, parcel: Parcel, files: Sequence[Path]) -> None:
        if mail := self.mail():
            mail.send_to(parcel.para, parcel.title, parcel.body, files)

    def _files(self, ledger: Ledger, parcel: Parcel) -> list[Path]:
        """The pack's files; none where somebody took one of them away."""
        whose = (parcel.clinica, parcel.competencia)
        months = [mes for mes in ledger.months.all() if (mes.clinica, mes.competencia) == whose]
        book = pack_path(self.office.saida, parcel.clinica, months)
        files = [book.with_suffix(kind) for kind in (".xlsx", ".csv", ".ofx")]
        return files if all(file.exists() for file in files) else []

    def _send(self, ledger: Ledger, keys: Sequence[str], send: Callable[[], None], now: datetime) -> None:
        mine = ledger.notices.claim(keys)
        if not mine:
            return
        try:
            send()
        except FaturistaError as error:
            ledger.notices.give_back(mine)
            self._not_before = now + _AGAIN
            self.say(f"Aviso não enviado. {error}")
