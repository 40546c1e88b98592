"""Notices out of the door: claimed in the ledger, sent every way there is, given back when none of them worked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from agent.config.office import Office
from agent.ledger.store import Ledger
from agent.model.errors import FaturistaError
from agent.people.messenger import Sender, senders
from agent.schedule.board import Board
from agent.schedule.notices import Notice, notices_of
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


@dataclass
class Telling:
    """`ways` opens the vault, so it is asked for only when there is something to tell; `say` is the log's."""

    office: Office
    ways: Callable[[], Sequence[Sender]]
    say: Callable[[str], None]
    _not_before: datetime | None = field(default=None)

    def tell(self, ledger: Ledger, seen: Board, now: datetime) -> None:
        """Send what is new. A server that does not take it is asked again in ten minutes."""
        avisos = self.office.settings.avisos
        if avisos is None or (self._not_before and now < self._not_before):
            return
        local = now.astimezone(ZoneInfo(self.office.settings.escritorio.fuso))
        for notice in list(notices_of(ledger.queue.open(), seen, ledger.notices.sent(), local, avisos.resumo)):
            self._send(ledger, notice, now)

    def _send(self, ledger: Ledger, notice: Notice, now: datetime) -> None:
        mine = ledger.notices.claim(notice.keys)
        if not mine:
            return
        try:
            for way in self.ways():
                way.send(notice.title, notice.body)
        except FaturistaError as error:
            ledger.notices.give_back(mine)
            self._not_before = now + _AGAIN
            self.say(f"Aviso não enviado. {error}")
