"""Entries by a part of a number: an authorisation, a protocolo or a movimento, in every month that the visitor sees."""

import re

from agent.ledger.months import Mes
from agent.model.entry import Entry
from agent.panel.visit import Visit

MOST_FOUND = 20
_NUMBER = re.compile(r"[0-9A-Za-z./-]{3,30}", re.ASCII)


def found(visit: Visit, text: str) -> list[tuple[Entry, Mes]]:
    """The newest entries with that number in one of theirs; none for what is no number, or too short to be one."""
    if not _NUMBER.fullmatch(text) or not any(sign.isdigit() for sign in text):
        return []
    member = visit.who.member
    own = member.clinica if member.papel == "clinica" else ""
    entries = visit.ledger.entries.with_number(text, clinica=own, most=MOST_FOUND)
    pairs = [(entry, visit.ledger.months.get(entry.mes_id)) for entry in entries]
    return [(entry, mes) for entry, mes in pairs if visit.who.sees(mes.clinica)]
