"""The journeys' CASSIND: three guias of the clinic, one that it billed the month before, one of a neighbour."""

from collections.abc import Sequence

from agent.model.valor import write_valor
from portals.cassind.mock.app import create_app
from portals.cassind.mock.seed import Account, Guia, Seed
from portals.cassind.mock.state import Glosa
from tests.journey.insurers import BEFORE, DOOR, PASSWORD, Insurer, Row, Service, day

_CONSULTA = ("10101012", "CONSULTA")
_EARLIER = Service("004400001", *_CONSULTA, day(9, BEFORE), "Noé Haas", "00415656404", 12050)
_OF_A_NEIGHBOUR = Service("004400002", *_CONSULTA, day(7), "Ada Roth", "00415656405", 12050)


class Cassind(Insurer):
    """One click bills a whole batch, for good; there is no close."""

    name = "cassind"
    usuario = "bem.viver"
    key_parts = 3
    services = (
        Service("004512901", *_CONSULTA, day(5), "Ilka Brum", "00415656401", 12050),
        Service("004512902", *_CONSULTA, day(6), "Ivo Sperb", "00415656402", 12050),
        Service("004512903", *_CONSULTA, day(7), "Rita Mohr", "00415656403", 12050),
    )

    def __init__(self, skin: str) -> None:
        accounts = [
            Account(self.usuario, PASSWORD, "Clínica Bem Viver", "900777"),
            Account("vizinha", PASSWORD, "Clínica Vizinha", "900778"),
        ]
        guias = [_issued(service, self.usuario) for service in self.services]
        guias += [_issued(_EARLIER, self.usuario, billed=True), _issued(_OF_A_NEIGHBOUR, "vizinha", billed=True)]
        self.mock = create_app(Seed(accounts, guias), skin=skin, door_token=DOOR)
        super().__init__(self.mock)
        self._others = self.rows()

    def rows(self) -> list[Row]:
        return sorted((c.login, c.guia, c.code, c.day, str(c.informado)) for c in self.mock.contas())

    def row(self, service: Service) -> Row:
        return (self.usuario, service.numero, service.codigo, service.dia.isoformat(), str(service.valor))

    def contas(self, services: Sequence[Service]) -> tuple[str, ...]:
        numbers = {service.numero for service in services}
        lotes = {conta.lote for conta in self.mock.contas() if conta.login == self.usuario and conta.guia in numbers}
        valor = write_valor(sum(service.valor for service in services), symbol=True)
        many = "conta" if len(services) == 1 else "contas"
        return tuple(f"Recebido: {len(services)} {many}, {valor} informados, lote {lote}" for lote in lotes)

    def closed(self) -> bool:
        return True

    def launch_by_hand(self, service: Service) -> None:
        self.mock.state.bill(self.usuario, [_issued(service, self.usuario)])

    def answer(self, *glosas: Glosa) -> None:
        """The operadora analyses what the clinic billed last, and releases it."""
        protocolo = self.mock.state.contas(login=self.usuario)[-1].protocolo
        self.mock.state.analisar(protocolo, glosas)


def _issued(service: Service, login: str, *, billed: bool = False) -> Guia:
    return Guia(
        number=service.numero,
        login=login,
        patient=service.paciente.upper(),
        carteira=service.carteira,
        date=service.dia.isoformat(),
        code=service.codigo,
        description=service.descricao,
        executante="CLÍNICA BEM VIVER",
        value_cents=service.valor,
        billed=billed,
    )
