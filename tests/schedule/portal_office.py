"""Several clinics before a served mock IPASEM that asks each login for a person; one service to launch for each."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from playwright.sync_api import Browser

from agent.accounting.opening import open_books
from agent.config.load import load_office
from agent.config.office import Office
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.data import write_data
from agent.model.point import utc_now
from agent.model.progress import Silent
from agent.runner.desk import Desk
from agent.runner.doors import door_opener
from agent.runner.owner import this_process
from agent.vault.key import VARIABLE
from agent.vault.opening import open_vault
from agent.vault.vault import Password
from portals.ipasem.mock.app import MockIpasem, create_app
from portals.ipasem.mock.seed import Account, Autorizacao, Procedimento, Seed
from tests.config.office_file import write_office
from tests.journey.office import Clock, NobodyElse, OneBrowser

PASSWORD = "s3nha-do-acesso-7"
DOOR = "porta-da-agenda"
MES = Competencia.of(datetime.now(UTC).date())
CODE = "50000616"
CPF = "529.982.247-25"
_HEAD = """\
[escritorio]
nome = "Escritório das entradas"
fuso = "UTC"
cofre = "arquivo"

[execucao]
sessoes = 2

[navegador]
mostrar = false

[portais.ipasem]
endereco = "{endereco}"
espera_captcha_s = {espera_s}
espera_resposta_s = 30
acomodacao_s = 1
intervalo_leituras_s = 0.1

[portais.ipasem.agenda]
desde = "{desde}"
lancar_dia_util = 0
fechar_dia_util = 20
avisar_dias_uteis = 0
horario = "00:00-24:00"
dias = "todos"
sondar = false
"""
_CLINIC = """
[clinicas.{slug}]
nome = "Clínica {slug}"
acessos.ipasem.usuario = "{user}"
"""


def slug(number: int) -> str:
    return f"clinica-{number:02d}"


def user(number: int) -> str:
    return f"112223330{number:05d}"


def mock_for(clinics: int, *, human_clicks: bool = False) -> MockIpasem:
    """One login and one authorisation for each clinic. `human_clicks`: the box takes a click on it for a person's."""
    accounts = tuple(Account(document=user(n), password=PASSWORD, name=slug(n).upper()) for n in range(clinics))
    issued = tuple(
        Autorizacao(
            number=str(2988001 + n),
            document=user(n),
            patient=f"PACIENTE INVENTADA {n}",
            matricula=f"70{n:02d}-4",
            sexo="F",
            idade=36,
            issued=MES.first_day,
            procedures=(Procedimento(CODE, "SESSÃO DE FONOAUDIOLOGIA", "PROCEDIMENTOS", 1, 6500),),
        )
        for n in range(clinics)
    )
    seed = Seed(accounts=accounts, authorizations=issued)
    return create_app(seed, skin="simples", door_token=DOOR, human_clicks=human_clicks)


@dataclass
class PortalOffice:
    """The folder, its key, and the desk at which a person sits."""

    office: Office
    key: Path

    @property
    def environ(self) -> dict[str, str]:
        return {VARIABLE: str(self.key)}

    @contextmanager
    def desk(self, browser: Browser) -> Iterator[Desk]:
        """The product's desk, on the one browser of the tests."""
        clock = Clock()
        vault = open_vault(self.office, self.environ)
        with self.books() as ledger:
            yield Desk(
                office=self.office,
                ledger=ledger,
                open_ledger=self.books,
                vault=vault,
                open_door=door_opener(OneBrowser(self.office, browser), self.office, vault, utc_now),
                presence=lambda _clinica: NobodyElse(),
                progress=Silent(),
                clock=clock,
                wait=clock.turn,
                owner=this_process(),
            )

    def books(self) -> Ledger:
        return open_books(self.office)


def portal_office(folder: Path, clinics: int, endereco: str, *, espera_s: int = 30, settings: str = "") -> PortalOffice:
    """The office, each clinic's sheet of this month in its inbox, each password kept; `settings`: more of its file."""
    text = _HEAD.format(endereco=endereco, espera_s=espera_s, desde=MES)
    text += "".join(_CLINIC.format(slug=slug(n), user=user(n)) for n in range(clinics))
    office = load_office(write_office(folder / "escritorio", text + settings))
    key = folder / "chave"
    key.write_bytes(b"0123456789abcdef0123456789abcdef")
    key.chmod(0o600)
    made = PortalOffice(office, key)
    vault = open_vault(office, made.environ)
    for number in range(clinics):
        vault.set_password(slug(number), "ipasem", Password(PASSWORD))
        _send_sheet(office, number, MES.first_day)
    return made


def _send_sheet(office: Office, number: int, day: date) -> None:
    folder = office.entrada(slug(number))
    folder.mkdir(parents=True)
    rows = [f"Produção {MES}", "Autorização;Data;Paciente;CPF;Matrícula;Código;Valor;CRM"]
    who = f"Paciente Inventada {number};{CPF};70{number:02d}-4"
    rows.append(f"{2988001 + number};{write_data(day)};{who};{CODE};65,00;5615")
    (folder / "mes.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
