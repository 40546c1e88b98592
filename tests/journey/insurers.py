"""What the insurers of the journeys have in common: a clinic's few services, its sheet, the truth for an auditor."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, ClassVar

from starlette.types import ASGIApp

from agent.model.competencia import Competencia
from agent.model.data import write_data
from agent.model.valor import write_valor
from portals.cassind.mock.app import MockCassind
from portals.ipasem.mock.app import MockIpasem
from portals.mock.faults import Faults
from portals.mock.store import Key

PASSWORD = "s3nha-do-acesso-7"
DOOR = "porta-das-jornadas"
MES = Competencia.of(datetime.now(UTC).date()).plus(-1)
BEFORE = MES.plus(-1)
Row = tuple[str, ...]
DRAFT = "vermelha"


@dataclass(frozen=True, slots=True)
class Service:
    """One row of the clinic's sheet; `valor` in centavos, as the portal's table has it too."""

    numero: str
    codigo: str
    descricao: str
    dia: date
    paciente: str
    carteira: str
    valor: int


def day(number: int, mes: Competencia = MES) -> date:
    return mes.first_day.replace(day=number)


def sheet(services: Sequence[Service]) -> str:
    """The clinic's spreadsheet, as semicolons."""
    lines = [f"Produção {MES}", "Autorização;Data;Paciente;Matrícula;Código;Valor;CRM"]
    lines += [
        f"{s.numero};{write_data(s.dia)};{s.paciente};{s.carteira};{s.codigo};{write_valor(s.valor)};5615"
        for s in services
    ]
    return "\n".join(lines) + "\n"


class Insurer(ABC):
    """A mock portal on which other people's rows stand before anything is launched. `usuario`: the clinic's login."""

    name: ClassVar[str]
    usuario: ClassVar[str]
    services: ClassVar[tuple[Service, ...]]
    key_parts: ClassVar[int]

    def __init__(self, mock: MockIpasem | MockCassind) -> None:
        self._mock = mock
        self._others: list[Row] = []

    @property
    def app(self) -> ASGIApp:
        """What is served."""
        return self._mock.app

    @property
    def faults(self) -> Faults:
        """The portal's switches."""
        return self._mock.faults

    @abstractmethod
    def rows(self) -> list[Row]:
        """Everything that stands there, whoever made it, sorted; the auditor's key comes first."""

    @abstractmethod
    def row(self, service: Service) -> Row:
        """The clinic's service as it is to stand there."""

    @abstractmethod
    def closed(self) -> bool:
        """Whether the month is closed there; True where a portal has no close."""

    @abstractmethod
    def launch_by_hand(self, service: Service) -> None:
        """Somebody else launches a service of the clinic on the portal."""

    def contas(self, services: Sequence[Service]) -> tuple[str, ...]:
        """What the office says of where these stand at the operadora; () where a portal tells nothing of it."""
        return ()

    def wanted(self, services: Sequence[Service]) -> list[Row]:
        """What should stand there: these services once each, and other people's rows as they were."""
        return sorted([*self._others, *map(self.row, services)])

    def duplicates(self) -> dict[str, Any]:
        """Against what is wanted in the end: too many now, too many ever, missing."""
        return self._mock.duplicates(self._plan())

    def exceeded(self) -> list[Any]:
        """Every moment at which more of something stood there than planned, and what is too much now."""
        found = self.duplicates()
        return [*found["agora"], *found["alguma_vez"]]

    def _plan(self) -> Counter[Key]:
        return Counter(row[: self.key_parts] for row in self.wanted(self.services))


Insure = Callable[[str], Insurer]
"""Makes a portal of the given skin."""
