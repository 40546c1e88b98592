"""An invented office folder with an agenda, and its ledger under a clock of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from agent.config.load import load_office
from agent.config.office import Office
from agent.ledger.store import Ledger
from tests.config.office_file import write_office
from tests.schedule.notation import at

BARE = """\
[escritorio]
nome = "Escritório Modelo"
cofre = "arquivo"

[portais.ipasem]
endereco = "https://ipasem.exemplo"

[portais.cassind]
endereco = "https://cassind.exemplo"

[clinicas.sorriso]
nome = "Clínica Sorriso"
acessos.ipasem.usuario = "11111111111"
acessos.cassind.usuario = "sorriso"

[clinicas.passo-firme]
nome = "Fisioterapia Passo Firme"
acessos.ipasem.usuario = "22222222222"
"""


AGENDA = """
[portais.ipasem.agenda]
desde = "10/2026"
fechar_dia_util = 5
horario = "08:00-18:00"
sondar = false
"""
TEXT = BARE + AGENDA


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self, now: str) -> None:
        self.now = at(now)

    def __call__(self) -> datetime:
        return self.now

    def set(self, now: str) -> None:
        self.now = at(now)


def office_in(folder: Path, text: str = TEXT) -> Office:
    """The office, with an empty inbox for each clinic."""
    office = load_office(write_office(folder, text))
    for clinica in office.settings.clinicas:
        office.entrada(clinica).mkdir(parents=True)
    return office


@contextmanager
def books(office: Office, clock: Clock) -> Iterator[Ledger]:
    """The office's ledger in its file."""
    office.livro.parent.mkdir(parents=True, exist_ok=True)
    office.diario.parent.mkdir(parents=True, exist_ok=True)
    with Ledger.open(office.livro, journal=office.diario, clock=clock, durable=False) as ledger:
        yield ledger
