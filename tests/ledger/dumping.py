"""A ledger of today's schema, kept for the day when it is an earlier one: `python -m tests.ledger.dumping`.

It is told by the program of its time, with nothing done to it afterwards: run it at the last commit that has the
schema, before the migration that ends it.
"""

import sys
from pathlib import Path

from agent.ledger.journal import MemoryJournal
from agent.ledger.schema import steps_for
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from tests.ledger.office import ACCOUNT, CLINICA, PORTAL, Clock, demonstrativo, lancamento, linha
from tests.ledger.story import live

FOLDER = Path(__file__).parent / "esquemas"
_NOVEMBRO = Competencia(2026, 11)


def number_of(step: str) -> str:
    """0031 of 0031_pendencia."""
    return step.partition("_")[0]


def dump() -> str:
    """The story of tests.ledger.story, then a month whose people are still known and a notice that went out.

    Of that month's return one line is under an authorisation that nobody knows.
    """
    with Ledger.open(":memory:", journal=MemoryJournal(), clock=Clock()) as ledger:
        live(ledger)
        mes = ledger.months.open(CLINICA, PORTAL, ACCOUNT, _NOVEMBRO)
        sheet = [lancamento(1, competencia=_NOVEMBRO, observacao="Observação 1")]
        ledger.entries.import_(mes, sheet, arquivo="novembro.xlsx", sha256="", lidas=1, rejeitadas=(), ignoradas=0)
        (entry,) = ledger.entries.of(mes)
        stranger = linha(1, entry, liberado=6500, numero_autorizacao="900001", beneficiario="Beltrana Inventada 1")
        ledger.returns.import_(mes, demonstrativo(stranger, competencia=_NOVEMBRO))
        ledger.notices.claim(["novo/2"])
        ledger.database.connection.row_factory = None
        return "\n".join(ledger.database.connection.iterdump()) + "\n"


if __name__ == "__main__":
    file = FOLDER / f"{number_of(steps_for('sqlite')[-1].name)}.sql"
    file.write_text(dump(), encoding="utf-8")
    sys.stdout.write(f"{file}\n")
