"""An office with commands that nobody is at the terminal for, over portals that reopen and remove, and its panel."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from agent.accounting.opening import open_books
from agent.config.load import load_office
from agent.ledger.queue import Waiting
from agent.ledger.store import Ledger
from agent.model.answer import Confirmed, Outcome
from agent.model.competencia import Competencia
from agent.model.figures import Fechamento, Figures
from agent.model.registro import Movimento
from agent.panel.app import make_app
from agent.panel.membership import Joining, join
from agent.panel.serving import house_of
from agent.people.approval import NobodyToAsk
from agent.runner.acts import OfficeActs, Resposta
from agent.runner.desk import Desk
from agent.runner.office import OfficeRuns
from agent.schedule.asking import Asking
from portals.base import Portal
from portals.mock.server import serve
from tests.panel.conftest import CHEAP
from tests.panel.people import PASSWORD
from tests.schedule.insurer import Insurer, InsurerDoor, InsurerPortal
from tests.schedule.working import OUTUBRO, Working, working

OLGA = "olga"
"""Who types the commands, as the system names her."""


class ReopeningPortal(InsurerPortal):
    """Opens a closed month again, and takes a row out of an open one."""

    def reopen(self, competencia: Competencia) -> Outcome:
        del self._insurer.closed[self._user, competencia]
        return Confirmed("Movimento reaberto com sucesso.")

    def remove(self, competencia: Competencia, movimento: Movimento) -> Outcome:
        rows = self._insurer.rows[self._user, competencia]
        rows.remove(next(row for row in rows if row.movimento == movimento.movimento))
        return Confirmed("Registro excluído com sucesso.")


class ReopeningDoor(InsurerDoor):
    """See ReopeningPortal."""

    def connect(self) -> AbstractContextManager[Portal]:
        return nullcontext(ReopeningPortal(self.insurer, self.user))


@dataclass
class ReopeningInsurer(Insurer):
    """See ReopeningPortal."""

    def door(self, user: str) -> InsurerDoor:
        return ReopeningDoor(self, user)


class AtHand(Working):
    """The office of c0, its ledger a file beside which a panel is served; commands are Olga's."""

    def open_ledger(self) -> Ledger:
        return open_books(self.office, self.clock)

    def lancar(self, portal: str) -> Sequence[Figures]:
        with self.desk() as desk:
            runs = OfficeRuns(desk, OUTUBRO, (("c0", portal),))
            runs.planejar()
            return runs.lancar(self._asking())

    def fechar(self) -> Fechamento:
        with self.desk() as desk:
            return OfficeRuns(desk, OUTUBRO, (("c0", "ipasem"),)).fechar(self._asking())[0]

    def reabrir(self) -> Resposta:
        with self.desk() as desk:
            return self._acts(desk).reabrir("faltou uma guia", self._asking())[0]

    def excluir(self, numero: str) -> Resposta:
        with self.desk() as desk:
            return self._acts(desk).excluir(numero, "", "lançada a mais", self._asking())[0]

    def waits(self) -> Waiting:
        """The one approval that waits."""
        with self.open_ledger() as ledger:
            (item,) = (item for item in ledger.queue.open() if item.kind == "aprovar")
        return item

    def _asking(self) -> Asking:
        return Asking(self.open_ledger, NobodyToAsk(), OLGA, self.office.settings.aprovacoes.segunda_pessoa)

    def _acts(self, desk: Desk) -> OfficeActs:
        return OfficeActs(desk, OUTUBRO, (("c0", "ipasem"),))


@contextmanager
def at_hand(folder: Path, *two: str) -> Iterator[tuple[AtHand, str]]:
    """The office with October's sheet of three services on each portal, and its panel's address.

    `two`: the acts that two people approve. Ana and Aprígio are at the panel.
    """
    made = working(folder, 1, "03/11 08:00")
    with made.office.file.open("a", encoding="utf-8") as file:
        file.write(f"\n[aprovacoes]\nsegunda_pessoa = {list(two)}\n")
    insurers = {
        name: ReopeningInsurer(name, made.clock, asks_people=False, capabilities=insurer.capabilities)
        for name, insurer in made.insurers.items()
    }
    office = AtHand(load_office(folder), made.clock, dict(insurers), made.database)
    office.send_sheet("c0", OUTUBRO, 3)
    with office.open_ledger() as ledger:
        for nome, papel in (("Ana", "administrador"), ("Aprígio", "aprovador")):
            join(office.office, ledger, Joining(nome, papel, "", PASSWORD), CHEAP, by="teste")
    with serve(make_app(house_of(office.office, clock=office.clock, passwords=CHEAP))) as served:
        yield office, served.url
