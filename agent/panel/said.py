"""What a person writes into a form and the ledger keeps for ever: short, legible, and without a patient."""

from collections.abc import Iterable

from agent.model.entry import Entry
from agent.model.errors import InputError
from agent.model.privacy import without_people
from agent.panel.visit import Visit

LONGEST = 2000


def short_text(visit: Visit, name: str) -> str:
    """A field of the form, "" without it. Raises InputError for what is too long, or holds signs that do not show."""
    text = visit.form.get(name, "").strip()
    if len(text) > LONGEST or not text.isprintable():
        raise InputError("o texto é longo demais, ou tem sinais que não se veem.", where=name)
    return text


def refuse_people(text: str, entries: Iterable[Entry]) -> None:
    """What is kept for ever names no patient of these entries. Raises InputError."""
    asked = [entry.lancamento for entry in entries]
    hidden = without_people(text, [a.beneficiario for a in asked], [a.numero_carteira for a in asked])
    if len(text) > LONGEST or hidden != text:
        raise InputError(
            "o texto é longo demais, ou traz o nome ou a carteira de um paciente.",
            where="texto",
            do="Nada foi gravado. Diga o motivo sem nomes: a autorização já diz de quem é.",
        )
