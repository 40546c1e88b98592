"""Invented prestadores and guias of October 2026, and the clock at which the tests look at them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from portals.cassind.mock.seed import Account, Guia, Seed

CLINICA = Account("boavista", "segredo1", "Clínica Boa Vista Ltda", "900123")
OUTRA = Account("serena", "segredo2", "Consultório Serena", "900456")
OCTOBER = {"periodo_de": "01/10/2026", "periodo_ate": "31/10/2026", "quantidade": "Todas"}

_NAMES = ("ADALGISA PRADO", "BENTO FARIAS", "CLEIDE AMARAL", "DAMIÃO BRITO", "EULÁLIA TORRES", "FIRMINO DANTAS")


class Clock:
    """A clock that stands until a test moves it: 3 November 2026, 10:00."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 3, 10)  # noqa: DTZ001 - the portal's wall clock

    def __call__(self) -> datetime:
        return self.now

    def pass_minutes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)


def guia(place: int, login: str = CLINICA.login) -> Guia:
    """The guia 2400701, 2400702, … of one day of October each, R$ 65,00."""
    return Guia(
        number=str(2400700 + place),
        login=login,
        patient=_NAMES[(place - 1) % len(_NAMES)],
        carteira=f"00010{place:03d}",
        date=f"2026-10-{place:02d}",
        code="10101012",
        description="CONSULTA EM CONSULTORIO",
        executante="DRA. ANA LUZ",
        value_cents=6500,
    )


def seed(count: int = 3, **changes: object) -> Seed:
    """Both prestadores; `count` guias of the first, changed alike, and guia 2400790 of the other."""
    own = [replace(guia(place), **changes) for place in range(1, count + 1)]  # type: ignore[arg-type]
    return Seed([CLINICA, OUTRA], [*own, replace(guia(20, OUTRA.login), number="2400790")])
