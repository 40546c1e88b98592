"""What the office already knows of a clinic: its entries in the ledger and its contracts' rules, for the forecast."""

from datetime import date

from agent.config.office import Office
from agent.ledger.opening import has_ledger, ledger_of
from agent.model.entry import Entry
from mappings.regras import Regras, shipped_rules
from mappings.sheet import SheetMapping
from spreadsheets.checking.forecast import Known


def known_of(office: Office | None, clinica: str, mapping: SheetMapping | None, today: date) -> Known:
    """The ledger's entries of the clinic, none where there is no ledger yet; rules shipped and of the mapping."""
    own = mapping.regras if mapping else {}
    shipped = shipped_rules()
    regras = {portal: shipped.get(portal, Regras()).with_own(own.get(portal)) for portal in {*shipped, *own}}
    return Known(entries_of(office, clinica), regras, today)


def entries_of(office: Office | None, clinica: str) -> list[Entry]:
    """Every entry of the clinic that the ledger holds, all portals and months."""
    if office is None or not has_ledger(office):
        return []
    with ledger_of(office) as ledger:
        months = [mes for mes in ledger.months.all() if mes.clinica == clinica]
        return [entry for mes in months for entry in ledger.entries.of(mes)]
