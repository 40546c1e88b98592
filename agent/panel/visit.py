"""One request on its way: who asks, in which ledger, and the only doors to a clinic's data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response

from agent.ledger.months import Mes
from agent.ledger.store import Ledger
from agent.model.entry import Entry
from agent.model.errors import LedgerError
from agent.panel.access import Right, Visitor
from agent.panel.house import House
from agent.panel.sessions import Ticket


class NotHere(Exception):
    """There is no such thing, or it is another clinic's: nobody is told which."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a form, under the name that its sender gave it."""

    nome: str
    content: bytes


@dataclass
class Visit:
    """`form`: the fields of a form that was sent, `upload`: the file that came with it.

    `about`: the clinic whose data is shown, "" for no one of them.
    """

    house: House
    request: Request
    ledger: Ledger
    ticket: Ticket
    visitor: Visitor | None
    form: Mapping[str, str] = field(default_factory=dict)
    upload: Upload | None = None
    about: str = ""

    @property
    def who(self) -> Visitor:
        """The visitor of a page that only members see."""
        assert self.visitor is not None
        return self.visitor

    def asked(self, name: str) -> str:
        """A word of the address after "?", "" when it is not there."""
        return self.request.query_params.get(name, "").strip()

    def number(self, name: str) -> int:
        """A number of the address. Raises NotHere for what is none a ledger can hold."""
        text = str(self.request.path_params[name])
        if not (text.isascii() and text.isdigit() and len(text) <= 15):
            raise NotHere
        return int(text)

    def mes(self, mes_id: int) -> Mes:
        """A month that the visitor may see. Raises NotHere."""
        try:
            mes = self.ledger.months.get(mes_id)
        except LedgerError:
            raise NotHere from None
        return self._own(mes)

    def entry(self, entry_id: int) -> tuple[Entry, Mes]:
        """An entry that the visitor may see, and its month. Raises NotHere."""
        try:
            entry = self.ledger.entries.get(entry_id)
        except LedgerError:
            raise NotHere from None
        return entry, self.mes(entry.mes_id)

    def _own(self, mes: Mes) -> Mes:
        if not self.who.sees(mes.clinica):
            raise NotHere
        self.about = mes.clinica
        return mes


@dataclass(frozen=True, slots=True)
class Page:
    """One address of the panel: its `name` in the record of what was seen, and the right that it asks for.

    A page that is not `noted` shows nothing of anybody. `takes_file`: its form brings one.
    """

    path: str
    method: str
    name: str
    right: Right
    answer: Callable[[Visit], Response]
    noted: bool = True
    takes_file: bool = False
