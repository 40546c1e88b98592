"""The journeys' IPASEM: two authorisations of the clinic, a movement of its month before, one of a neighbour."""

from agent.model.competencia import Competencia
from agent.model.data import write_data
from agent.model.valor import write_valor
from portals.ipasem.mock.app import create_app
from portals.ipasem.mock.month import Month
from portals.ipasem.mock.seed import Account, Autorizacao, Procedimento, Seed
from portals.ipasem.mock.state import Refusal, Who
from tests.journey.insurers import BEFORE, DOOR, DRAFT, MES, PASSWORD, Insurer, Row, Service, day

_FONO = ("50000616", "SESSÃO DE FONOAUDIOLOGIA")
# Authorisations that the sheet has nothing of.
UNKNOWN_TO_US = Service("2988007", *_FONO, day(8), "Ada Roth", "7006-7", 6500)
_EARLIER = Service("2977001", *_FONO, day(9, BEFORE), "Rita Mohr", "7004-0", 6500)
_OF_A_NEIGHBOUR = Service("2966001", *_FONO, day(7), "Noé Haas", "7005-9", 6500)


class Ipasem(Insurer):
    """One entry is saved by each click, and opening it leaves a draft; the month is closed by a click of its own."""

    name = "ipasem"
    usuario = "11222333000181"
    key_parts = 5
    services = (
        Service("2988001", *_FONO, day(5), "Ilka Brum", "7002-4", 6500),
        Service("2988004", "10101012", "CONSULTA EM CONSULTÓRIO", day(6), "Ivo Sperb", "7003-2", 2400),
    )

    def __init__(self, skin: str) -> None:
        mine = Account(document=self.usuario, password=PASSWORD, name="CLÍNICA BEM VIVER")
        neighbour = Account(document="99888777000166", password=PASSWORD, name="CLÍNICA VIZINHA")
        authorisations = [_issued(s, mine) for s in (*self.services, UNKNOWN_TO_US, _EARLIER)]
        authorisations.append(_issued(_OF_A_NEIGHBOUR, neighbour))
        seed = Seed(accounts=(mine, neighbour), authorizations=tuple(authorisations))
        self.mock = create_app(seed, skin=skin, door_token=DOOR)
        super().__init__(self.mock)
        self._mine = Who(mine)
        self._launch(self._mine, _EARLIER, BEFORE)
        self._launch(Who(neighbour), _OF_A_NEIGHBOUR, MES)
        self._others = self.rows()

    def rows(self) -> list[Row]:
        return sorted(
            (m.document, m.mes, m.autorizacao, m.codigo, m.data, str(m.valor), "" if m.finalizado else DRAFT)
            for m in self.mock.state.all_movements()
        )

    def row(self, service: Service) -> Row:
        what = (service.numero, service.codigo, service.dia.isoformat(), str(service.valor))
        return (self.usuario, str(MES), *what, "")

    def closed(self) -> bool:
        return f"{self.usuario}|{MES}" in self.mock.recorded()["fechamentos"]

    def launch_by_hand(self, service: Service) -> None:
        self._launch(self._mine, service, MES)

    def draft_by_hand(self, service: Service) -> None:
        """Somebody opens an authorisation of the clinic and leaves it red."""
        self.mock.state.open(self._mine, _month(MES), service.numero)

    def close_by_hand(self) -> None:
        """Somebody presses Realizar Fechamento."""
        assert self.mock.state.close(self._mine, _month(MES)) is None

    def _launch(self, who: Who, service: Service, mes: Competencia) -> None:
        state = self.mock.state
        draft = state.open(who, _month(mes), service.numero)
        assert not isinstance(draft, Refusal)
        typed = {
            "conselho": "5615",
            "codigo": service.codigo,
            "data": write_data(service.dia),
            "quantidade": "1",
            "valor": write_valor(service.valor),
            "observacao": "",
        }
        assert not isinstance(state.save(who, str(draft.id), typed, self.mock.stage.now().date()), Refusal)


def _month(mes: Competencia) -> Month:
    return Month(mes.ano, mes.mes)


def _issued(service: Service, account: Account) -> Autorizacao:
    tipo = "CONSULTAS" if service.descricao.startswith("CONSULTA") else "PROCEDIMENTOS"
    return Autorizacao(
        number=service.numero,
        document=account.document,
        patient=service.paciente.upper(),
        matricula=service.carteira,
        sexo="F",
        idade=36,
        issued=service.dia.replace(day=1),
        procedures=(Procedimento(service.codigo, service.descricao, tipo, 1, service.valor),),
    )
