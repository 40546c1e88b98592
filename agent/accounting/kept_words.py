"""What a person writes and the ledger keeps for ever: short, and without a patient."""

from collections.abc import Iterable

from agent.model.entry import Entry
from agent.model.errors import InputError
from agent.model.privacy import without_people

LONGEST = 2000


def refuse_people(text: str, entries: Iterable[Entry], *, where: str = "texto") -> None:
    """What is kept for ever names no patient of these entries. Raises InputError, at `where`."""
    asked = [entry.lancamento for entry in entries]
    hidden = without_people(text, {a.beneficiario for a in asked}, {a.numero_carteira for a in asked})
    if len(text) > LONGEST or hidden != text:
        raise InputError(
            "o texto é longo demais, ou traz o nome ou a carteira de um paciente.",
            where=where,
            do="Nada foi gravado. Diga o motivo sem nomes: a autorização já diz de quem é.",
        )
