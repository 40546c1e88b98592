"""What the tests put around an adapter: invented authorisations, a mock portal, and somebody who ticks the box."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from urllib.request import Request, urlopen

from playwright.sync_api import Browser

from agent.model.answer import Blocked, Outcome
from agent.model.competencia import Competencia
from agent.model.lancamento import Kind, Lancamento, Origem
from portals.base import Login, Waiting
from portals.browser.session import Session, open_session
from portals.browser.state import SessionState
from portals.ipasem.mock import dental
from portals.ipasem.mock.app import MockIpasem, create_app
from portals.ipasem.mock.month import month_of
from portals.ipasem.mock.movement import Movimento
from portals.ipasem.mock.seed import Account, Autorizacao, Procedimento, Seed
from portals.ipasem.mock.state import Who
from portals.ipasem.portal import Ipasem
from portals.mock.server import serve
from tests.portals.entered import entered

CNPJ = "11222333000181"
OTHER = "99888777000166"
LOGIN = Login(CNPJ, "s3nha-boa")
MES = Competencia(2026, 11)
NOW = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)
FONO = Procedimento("50000616", "SESSÃO INDIVIDUAL AMBULATORIAL DE FONOAUDIOLOGIA", "PROCEDIMENTOS", 4, 6500)
RESTAURACAO = Procedimento("2334", "RESTAURACAO COMPOSTA FOTOPOL. DENTE PERM.POS", "ODONTOLOGIA", 1, 8124)
PERIAPICAL = Procedimento("2110", "RADIOGRAFIA PERIAPICAL", "ODONTOLOGIA", 1, 2150)
CONSULTA = Procedimento("10101012", "CONSULTA EM CONSULTÓRIO", "CONSULTAS", 1, 2400)


def authorisation(number: str, patient: str, matricula: str, *procedures: Procedimento, **more: Any) -> Autorizacao:
    return Autorizacao(
        number=number,
        document=more.pop("document", CNPJ),
        patient=patient,
        matricula=matricula,
        sexo="F",
        idade=36,
        issued=date(2026, 10, 1),
        procedures=procedures or (FONO,),
        **more,
    )


SEED = Seed(
    accounts=(
        Account(
            document=CNPJ,
            password="s3nha-boa",
            name="CLÍNICA BEM VIVER",
            emails=("caixa@bemviver.example", "dr@bv.example"),
        ),
        Account(document=OTHER, password="s3nha-boa", name="CLÍNICA VIZINHA"),
    ),
    authorizations=(
        authorisation("2678555", "JOÃO DA SILVA", "7002-4"),
        authorisation("2678556", "ANA LIMA", "7003-2", CONSULTA),
        authorisation("2678557", "BIA SÁ", "7004-0", FONO, CONSULTA),
        authorisation("2678558", "CAIO REIS", "7005-1", document=OTHER),
        authorisation("2557459", "HILDA ROSSI", "9009-0", RESTAURACAO, PERIAPICAL, odontologia=True),
        authorisation("2678559", "DUDA MOTA", "7006-9", used_in="09/2026"),
    ),
)
HERE = Who(SEED.accounts[0])


def lancamento(**more: Any) -> Lancamento:
    """The first authorisation as the clinic's sheet states it."""
    return Lancamento.model_validate(
        {
            "clinica": "bem-viver",
            "portal": "ipasem",
            "kind": Kind.PROCEDIMENTO,
            "competencia": MES,
            "numero_autorizacao": "2678555",
            "codigo_procedimento": "50000616",
            "data": date(2026, 11, 18),
            "valor_informado": 6500,
            "beneficiario": "João da Silva",
            "numero_carteira": "7002-4",
            "codigo_conselho": "5615",
            "origem": Origem(arquivo="novembro.xlsx", linha=2),
            **more,
        }
    )


def consulta(**more: Any) -> Lancamento:
    """The second authorisation: a consulta."""
    mine = {
        "kind": Kind.CONSULTA,
        "numero_autorizacao": "2678556",
        "codigo_procedimento": "10101012",
        "valor_informado": 2400,
        "beneficiario": "Ana Lima",
        "numero_carteira": "7003-2",
    }
    return lancamento(**{**mine, **more})


def restauracao(**more: Any) -> Lancamento:
    """The dental authorisation: a filling of two faces."""
    mine = {
        "kind": Kind.ODONTOLOGIA,
        "numero_autorizacao": "2557459",
        "codigo_procedimento": "2334",
        "valor_informado": 8124,
        "beneficiario": "Hilda Rossi",
        "numero_carteira": "9009-0",
        "codigo_conselho": "",
        "dente": "17",
        "faces": "MO",
    }
    return lancamento(**{**mine, **more})


def periapical(**more: Any) -> Lancamento:
    """Its X-ray: the same authorisation, launched a second time."""
    return restauracao(**{"codigo_procedimento": "2110", "valor_informado": 2150, "faces": "", **more})


SAVED = ("2678555", "50000616", "2026-11-18", 6500, True)
DRAFT = ("2678555", "", "", 0, False)


def launch(portal: Ipasem, entry: Lancamento) -> Outcome | Blocked:
    """Prepares one entry and submits it where it is ready."""
    prepared = portal.prepare([entry])
    return portal.submit(prepared) if prepared.ready else prepared.blocked[0]


@dataclass
class SimulatedPerson:
    """Somebody at the window: ticks the box through the mock's own door for people when the portal calls."""

    url: str
    token: str
    heard: list[str] = field(default_factory=list)

    def awaited(self, portal: str, what: Waiting, text: str) -> None:
        self.heard.append(f"{portal} espera {what}: {text}")
        for box in self._door("captchas?espera=10", "GET"):
            self._door(f"captchas/{box['id']}/marcar", "POST")

    def done(self, portal: str, what: Waiting) -> None:
        self.heard.append(f"{portal} {what} feito")

    def _door(self, path: str, method: str) -> Any:
        data = b"{}" if method == "POST" else None
        address = f"{self.url}/porta-da-pessoa/{path}"
        with urlopen(Request(address, data, {"X-Porta": self.token}, method=method)) as answer:
            return json.load(answer)


@dataclass
class Absent:
    """Nobody comes."""

    def awaited(self, portal: str, what: Waiting, text: str) -> None:
        pass

    def done(self, portal: str, what: Waiting) -> None:
        raise AssertionError("nobody was there")


@dataclass
class Office:
    """A mock portal that is being served, and a browser."""

    mock: MockIpasem
    url: str
    browser: Browser

    login = LOGIN

    @property
    def person(self) -> SimulatedPerson:
        return SimulatedPerson(self.url, self.mock.door_token)

    @contextmanager
    def session(self, state: SessionState | None = None) -> Iterator[Session]:
        with open_session(self.browser, self.url, state=state) as session:
            yield session

    @contextmanager
    def signed_in(self, *, typed: bool = False, **settings: Any) -> Iterator[Ipasem]:
        """An adapter that is in: by the session of an earlier sign-in, or, `typed`, by the form and the person."""
        state = None if typed else entered(self.mock.stage, CNPJ, self.url)
        with self.session(state) as session:
            portal = Ipasem(session, **{"timeout_s": 10.0, "clock": lambda: NOW, **settings})
            portal.sign_in(LOGIN, self.person)
            yield portal

    def launched(self, *entries: Lancamento) -> None:
        """These stand in the portal's records already: somebody at the clinic typed them."""
        for entry in entries:
            draft = self.mock.state.open(HERE, month_of(str(MES)), entry.numero_autorizacao)
            assert isinstance(draft, Movimento)
            saved = self.mock.state.save(HERE, str(draft.id), _typed(entry), NOW.date())
            assert isinstance(saved, Movimento)

    def closed(self) -> None:
        """The month is closed on the portal."""
        assert self.mock.state.close(HERE, month_of(str(MES))) is None

    def recorded(self) -> list[tuple[str, str, str, int | None, bool]]:
        """What truly stands there: authorisation, code, day, centavos, whether finished."""
        return [(m.autorizacao, m.codigo, m.data, m.valor, m.finalizado) for m in self.mock.movements(CNPJ, str(MES))]


def _typed(entry: Lancamento) -> dict[str, str]:
    """What a person types for an entry, by the names of the portal's fields."""
    return {
        "conselho": entry.codigo_conselho,
        "codigo": entry.codigo_procedimento,
        "data": f"{entry.data:%d/%m/%Y}",
        "quantidade": str(entry.quantidade),
        "valor": f"{(entry.valor_informado or 0) / 100:.2f}".replace(".", ","),
        "observacao": entry.observacao,
        "dente": entry.dente,
        "faces": dental.names(entry.faces),
    }


@contextmanager
def office(browser: Browser, skin: str, seed: Seed = SEED, **settings: Any) -> Iterator[Office]:
    mock = create_app(seed, skin=skin, clock=lambda: NOW, **settings)
    with serve(mock.app) as served:
        yield Office(mock, served.url, browser)
