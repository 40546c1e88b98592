"""From a number that an operadora or a clinic names to the entries that it is about."""

from dataclasses import dataclass

from agent.ledger.store import Ledger
from agent.model.entry import Entry


@dataclass(frozen=True, slots=True)
class Located:
    """An entry, with the operadora's lote and its word for where it stood ("" where its record shows none)."""

    entry: Entry
    lote: str
    no_portal: str


def look_up(ledger: Ledger, number: str) -> list[Located]:
    """The entries of an authorisation, a protocolo, a conta or a lote, the operadora's or a file's; all months."""
    numbers = (number, *ledger.arquivos.protocolos_of(number))
    found = {entry.id: entry for each in numbers for entry in ledger.entries.named(each)}
    standing = {
        mes_id: ledger.records.standing(ledger.months.get(mes_id))
        for mes_id in {entry.mes_id for entry in found.values()}
    }
    located = []
    for entry in sorted(found.values(), key=lambda entry: entry.id):
        row = standing[entry.mes_id].get(entry.movimento)
        located.append(Located(entry, row.lote if row else "", row.situacao if row else ""))
    return located
