"""The insurers of the journeys: a clinic's few services at each portal, and rows there that are other people's."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Protocol

from starlette.types import ASGIApp

from agent.model.competencia import Competencia
from agent.model.data import write_data
from agent.model.valor import write_valor
from portals.cassind.mock import app as cassind_app
from portals.cassind.mock import seed as cassind_seed
from portals.ipasem.mock import app as ipasem_app
from portals.ipasem.mock import seed as ipasem_seed
from portals.ipasem.mock.month import Month
from portals.ipasem.mock.state import Refusal, Who
from portals.mock.faults import Faults
from portals.mock.store import Key

PASSWORD = "s3nha-do-acesso-7"
DOOR = "porta-das-jornadas"
MES = Competencia.of(datetime.now(UTC).date()).plus(-1)
BEFORE = MES.plus(-1)
Row = tuple[str, ...]
DRAFT = "vermelha"


def _day(day: int) -> date:
    return MES.first_day.replace(day=day)


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


class Insurer(Protocol):
    """A mock portal, the clinic's login there, its services, and the truth for an auditor."""

    name: str
    usuario: str
    services: tuple[Service, ...]

    @property
    def app(self) -> ASGIApp:
        """What is served."""

    @property
    def faults(self) -> Faults:
        """The portal's switches."""

    def rows(self) -> list[Row]:
        """Everything that stands there, whoever made it, sorted."""

    def wanted(self, services: Sequence[Service]) -> list[Row]:
        """What should: these services once each, and other people's rows as they were."""

    def closed(self) -> bool:
        """Whether the month is closed there; True where a portal has no close."""

    def duplicates(self, plan: Mapping[Key, int]) -> dict[str, Any]:
        """Against a plan: too many now, too many ever, missing."""

    def plan(self) -> Counter[Key]:
        """What may stand there at any moment."""

    def launch_by_hand(self, service: Service, valor: int | None = None) -> None:
        """Somebody else launches a service of the clinic on the portal."""


Insure = Callable[[str], Insurer]
"""Makes a portal of the given skin."""


def sheet(services: Sequence[Service]) -> str:
    """The clinic's spreadsheet, as semicolons."""
    lines = [f"Produção {MES}", "Autorização;Data;Paciente;Matrícula;Código;Valor;CRM"]
    lines += [
        f"{s.numero};{write_data(s.dia)};{s.paciente};{s.carteira};{s.codigo};{write_valor(s.valor)};5615"
        for s in services
    ]
    return "\n".join(lines) + "\n"


class Ipasem:
    """Two authorisations of the clinic; a movement of its month before, and one of a neighbour this month."""

    name = "ipasem"
    usuario = "11222333000181"
    services = (
        Service("2988001", "50000616", "SESSÃO DE FONOAUDIOLOGIA", _day(5), "Ilka Brum", "7002-4", 6500),
        Service("2988004", "10101012", "CONSULTA EM CONSULTÓRIO", _day(6), "Ivo Sperb", "7003-2", 2400),
    )
    _EARLIER = Service(
        "2977001", "50000616", "SESSÃO DE FONOAUDIOLOGIA", BEFORE.first_day.replace(day=9), "Rita Mohr", "7004-0", 6500
    )
    # The sheet has nothing of this one.
    OF_NOBODY = Service("2988007", "50000616", "SESSÃO DE FONOAUDIOLOGIA", _day(8), "Ada Roth", "7006-7", 6500)
    _OF_A_NEIGHBOUR = Service("2966001", "50000616", "SESSÃO DE FONOAUDIOLOGIA", _day(7), "Noé Haas", "7005-9", 6500)

    def __init__(self, skin: str) -> None:
        mine, neighbour = (
            ipasem_seed.Account(document=document, password=PASSWORD, name=name)
            for document, name in ((self.usuario, "CLÍNICA BEM VIVER"), ("99888777000166", "CLÍNICA VIZINHA"))
        )
        self.mock = ipasem_app.create_app(
            ipasem_seed.Seed(
                accounts=(mine, neighbour),
                authorizations=(
                    *(_autorizacao(s, self.usuario) for s in (*self.services, self.OF_NOBODY, self._EARLIER)),
                    _autorizacao(self._OF_A_NEIGHBOUR, neighbour.document),
                ),
            ),
            skin=skin,
            door_token=DOOR,
        )
        self._mine = Who(mine)
        self._launch(self._mine, self._EARLIER, BEFORE)
        self._launch(Who(neighbour), self._OF_A_NEIGHBOUR, MES)
        self._others = self.rows()

    @property
    def app(self) -> ASGIApp:
        return self.mock.app

    @property
    def faults(self) -> Faults:
        return self.mock.faults

    def rows(self) -> list[Row]:
        return sorted(
            (m.document, m.mes, m.autorizacao, m.codigo, m.data, str(m.valor), "" if m.finalizado else DRAFT)
            for m in self.mock.state.all_movements()
        )

    def wanted(self, services: Sequence[Service]) -> list[Row]:
        mine = [(self.usuario, str(MES), s.numero, s.codigo, s.dia.isoformat(), str(s.valor), "") for s in services]
        return sorted([*self._others, *mine])

    def closed(self) -> bool:
        return f"{self.usuario}|{MES}" in self.mock.recorded()["fechamentos"]

    def duplicates(self, plan: Mapping[Key, int]) -> dict[str, Any]:
        return self.mock.duplicates(plan)

    def plan(self) -> Counter[Key]:
        return Counter(row[:5] for row in self.wanted(self.services))

    def launch_by_hand(self, service: Service, valor: int | None = None) -> None:
        self._launch(self._mine, service, MES, valor)

    def draft_by_hand(self, service: Service) -> None:
        """Somebody opens an authorisation of the clinic and leaves it red."""
        self.mock.state.open(self._mine, _month(MES), service.numero)

    def close_by_hand(self) -> None:
        """Somebody presses Realizar Fechamento."""
        assert self.mock.state.close(self._mine, _month(MES)) is None

    def _launch(self, who: Who, service: Service, mes: Competencia, valor: int | None = None) -> None:
        state = self.mock.state
        draft = state.open(who, _month(mes), service.numero)
        assert not isinstance(draft, Refusal)
        typed = {
            "conselho": "5615",
            "codigo": service.codigo,
            "data": write_data(service.dia),
            "quantidade": "1",
            "valor": write_valor(service.valor if valor is None else valor),
            "observacao": "",
        }
        assert not isinstance(state.save(who, str(draft.id), typed, self.mock.stage.now().date()), Refusal)


class Cassind:
    """Three guias of the clinic; one it billed by hand the month before, and one that a neighbour billed."""

    name = "cassind"
    usuario = "bem.viver"
    services = tuple(
        Service(f"00451290{place}", "10101012", "CONSULTA", _day(4 + place), paciente, carteira, 12050)
        for place, (paciente, carteira) in enumerate(
            (("Ilka Brum", "00415656401"), ("Ivo Sperb", "00415656402"), ("Rita Mohr", "00415656403")), start=1
        )
    )

    def __init__(self, skin: str) -> None:
        earlier = Service(
            "004400001", "10101012", "CONSULTA", BEFORE.first_day.replace(day=9), "Noé Haas", "00415656404", 12050
        )
        neighbours = Service("004400002", "10101012", "CONSULTA", _day(7), "Ada Roth", "00415656405", 12050)
        self.mock = cassind_app.create_app(
            cassind_seed.Seed(
                [
                    cassind_seed.Account(self.usuario, PASSWORD, "Clínica Bem Viver", "900777"),
                    cassind_seed.Account("vizinha", PASSWORD, "Clínica Vizinha", "900778"),
                ],
                [
                    *(_guia(s, self.usuario) for s in self.services),
                    _guia(earlier, self.usuario, billed=True),
                    _guia(neighbours, "vizinha", billed=True),
                ],
            ),
            skin=skin,
            door_token=DOOR,
        )
        self._others = self.rows()

    @property
    def app(self) -> ASGIApp:
        return self.mock.app

    @property
    def faults(self) -> Faults:
        return self.mock.faults

    def rows(self) -> list[Row]:
        return sorted((c.login, c.guia, c.code, c.day, str(c.informado)) for c in self.mock.contas())

    def wanted(self, services: Sequence[Service]) -> list[Row]:
        mine = [(self.usuario, s.numero, s.codigo, s.dia.isoformat(), str(s.valor)) for s in services]
        return sorted([*self._others, *mine])

    def closed(self) -> bool:
        return True

    def duplicates(self, plan: Mapping[Key, int]) -> dict[str, Any]:
        return self.mock.duplicates(plan)

    def plan(self) -> Counter[Key]:
        return Counter(row[:3] for row in self.wanted(self.services))

    def launch_by_hand(self, service: Service, valor: int | None = None) -> None:
        guia = _guia(service, self.usuario, valor=valor)
        self.mock.state.bill(self.usuario, [guia])


def _month(mes: Competencia) -> Month:
    return Month(mes.ano, mes.mes)


def _autorizacao(service: Service, document: str) -> ipasem_seed.Autorizacao:
    tipo = "CONSULTAS" if service.descricao.startswith("CONSULTA") else "PROCEDIMENTOS"
    return ipasem_seed.Autorizacao(
        number=service.numero,
        document=document,
        patient=service.paciente.upper(),
        matricula=service.carteira,
        sexo="F",
        idade=36,
        issued=service.dia.replace(day=1),
        procedures=(ipasem_seed.Procedimento(service.codigo, service.descricao, tipo, 1, service.valor),),
    )


def _guia(service: Service, login: str, *, billed: bool = False, valor: int | None = None) -> cassind_seed.Guia:
    return cassind_seed.Guia(
        number=service.numero,
        login=login,
        patient=service.paciente.upper(),
        carteira=service.carteira,
        date=service.dia.isoformat(),
        code=service.codigo,
        description=service.descricao,
        executante="CLÍNICA BEM VIVER",
        value_cents=service.valor if valor is None else valor,
        billed=billed,
    )
