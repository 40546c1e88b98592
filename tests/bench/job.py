"""What every contestant is given: the same invented services of one month, each under a login of its own."""

import csv
import io
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from agent.model.competencia import Competencia
from agent.model.data import write_data
from agent.model.valor import Centavos, write_valor
from portals.ipasem.mock.seed import Account, Autorizacao, Procedimento, Seed

PASSWORD = "corrida"
CODE = "50000616"
CENTAVOS: Centavos = 6500
_NAMES = ("Adelina Vargas", "Benício Tauber", "Clotilde Wiest", "Eneida Ferrazzo", "Fabrício Brusch")
_HEADINGS = ("Autorização", "Data", "Paciente", "Matrícula", "Código AMB", "Quant.", "Valor (R$)")


class Service(BaseModel):
    """One entry to be typed."""

    model_config = ConfigDict(frozen=True)

    number: str
    day: date
    patient: str
    card: str
    code: str = CODE
    council: str = "5615"
    quantity: int = 1


class Job(BaseModel):
    """One contestant's work at one portal. `block` entries are timed together; `folder` is its own."""

    model_config = ConfigDict(frozen=True)

    contestant: str
    url: str
    user: str
    month: str
    services: tuple[Service, ...]
    block: int
    folder: Path

    @property
    def competencia(self) -> Competencia:
        """The month of every service."""
        return Competencia.read(self.month)


def services(place: int, count: int, mes: Competencia) -> tuple[Service, ...]:
    """The services of contestant number `place`; no authorisation is anybody else's."""
    first = 2_000_000 + 100_000 * place
    return tuple(
        Service(
            number=str(first + n),
            day=date(mes.ano, mes.mes, 1 + n % 28),
            patient=_NAMES[n % len(_NAMES)],
            card=f"{7000 + n}-{n % 10}",
        )
        for n in range(count)
    )


def user_of(place: int) -> str:
    """The login of contestant number `place`: a made-up CNPJ."""
    return f"{11222333000181 + 1000 * place}"


def seed(months: dict[str, tuple[Service, ...]]) -> Seed:
    """What the portal knows beforehand: every login with its authorisations."""
    procedure = Procedimento(CODE, "SESSÃO INDIVIDUAL AMBULATORIAL DE FONOAUDIOLOGIA", "PROCEDIMENTOS", 1, CENTAVOS)
    return Seed(
        accounts=tuple(Account(document=user, password=PASSWORD, name="CLÍNICA DA CORRIDA") for user in months),
        authorizations=tuple(
            Autorizacao(
                number=service.number,
                document=user,
                patient=service.patient.upper(),
                matricula=service.card,
                sexo="F",
                idade=36,
                issued=service.day.replace(day=1),
                procedures=(procedure,),
            )
            for user, wanted in months.items()
            for service in wanted
        ),
    )


def sheet(wanted: tuple[Service, ...]) -> bytes:
    """The same services as a clinic's spreadsheet (.csv)."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(_HEADINGS)
    for service in wanted:
        about = (service.number, write_data(service.day), service.patient, service.card)
        writer.writerow((*about, service.code, service.quantity, write_valor(CENTAVOS)))
    return out.getvalue().encode("cp1252")
