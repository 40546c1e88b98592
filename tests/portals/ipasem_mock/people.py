"""Invented providers and authorisations, and a clock that moves only when it is told."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from portals.ipasem.mock.seed import Account, Autorizacao, Procedimento, Seed

CLINICA = Account(
    document="11222333000181",
    password="segredo-da-aurora",
    name="Clínica Aurora",
    linked=("52998224725",),
    emails=("faturamento@aurora.example", "dona@aurora.example"),
)
OTHER = Account(document="44555666000172", password="segredo-do-vale", name="Centro do Vale")

FONO = Procedimento("50000616", "SESSÃO INDIVIDUAL AMBULATORIAL DE FONOAUDIOLOGIA", "TERAPIAS", 2, 6500)
CONSULTA = Procedimento("10101012", "CONSULTA EM CONSULTÓRIO", "CONSULTAS", 1, 8124)
RAIO_X = Procedimento("40801020", "RADIOGRAFIA DE CRÂNIO", "EXAMES", 1, 3090)

RESTAURACAO = Procedimento("2334", "RESTAURACAO COMPOSTA FOTOPOL. DENTE PERM.POS", "ODONTOLOGIA", 1, 8124)
PERIAPICAL = Procedimento("2110", "RADIOGRAFIA PERIAPICAL", "ODONTOLOGIA", 1, 2150)

MONTH = {"mes": "02", "ano": "2025"}
FEBRUARY = "02/2025"


def _issued(number: str, patient: str, procedure: Procedimento, **changes: object) -> Autorizacao:
    values: dict[str, object] = {
        "number": number,
        "document": CLINICA.document,
        "patient": patient,
        "matricula": "7002-4",
        "sexo": "M",
        "idade": 6,
        "issued": date(2025, 2, 3),
        "procedures": (procedure,),
    }
    return Autorizacao.model_validate({**values, **changes})


def seed() -> Seed:
    """Two providers; authorisations of every kind the rules tell apart."""
    return Seed(
        accounts=(CLINICA, OTHER),
        authorizations=(
            _issued("2678555", "BENTO ALVES DA ROSA", FONO),
            _issued("2678556", "CLARA NUNES PRADO", CONSULTA, matricula="9009-0", sexo="F", idade=37),
            _issued("2678557", "DAVI LOPES TEIXEIRA", RAIO_X, procedures=(RAIO_X, CONSULTA)),
            _issued("2678558", "ELISA MOTTA VIEIRA", CONSULTA, document="52998224725"),
            _issued("2600001", "FABIO REIS CAMPOS", CONSULTA, used_in="01/2025"),
            _issued("2557459", "HILDA ROSSI", RESTAURACAO, odontologia=True, procedures=(RESTAURACAO, PERIAPICAL)),
            _issued("2700001", "GILDA SOUTO MAIOR", CONSULTA, document=OTHER.document),
        ),
    )


class Clock:
    """27 February 2025, ten in the morning in Brasília, until `pass_by`."""

    def __init__(self) -> None:
        self._at = datetime(2025, 2, 27, 10, tzinfo=ZoneInfo("America/Sao_Paulo"))

    def __call__(self) -> datetime:
        return self._at

    def pass_by(self, **time: int) -> None:
        self._at += timedelta(**time)
