"""What the office already knows of a clinic, for the forecast: its entries and answers, its contracts' rules."""

from datetime import date

from agent.config.office import Office
from agent.ledger.opening import has_ledger, ledger_of
from agent.ledger.store import Ledger
from agent.model.entry import Entry
from mappings.regras import Regras, shipped_rules
from mappings.sheet import SheetMapping
from spreadsheets.checking.forecast import Known


def known_of(office: Office | None, clinica: str, mapping: SheetMapping | None, today: date) -> Known:
    """The ledger's entries of the clinic and their answers, none where there is no ledger yet; the rules that hold."""
    own = mapping.regras if mapping else {}
    shipped = shipped_rules()
    regras = {portal: shipped.get(portal, Regras()).with_own(own.get(portal)) for portal in {*shipped, *own}}
    if office is None or not has_ledger(office):
        return Known((), regras, today)
    with ledger_of(office) as ledger:
        return Known(_entries(ledger, clinica), regras, today, ledger.returns.answered(clinica))


def _entries(ledger: Ledger, clinica: str) -> list[Entry]:
    """Every entry of the clinic that the ledger holds, all portals and months."""
    months = [mes for mes in ledger.months.all() if mes.clinica == clinica]
    return [entry for mes in months for entry in ledger.entries.of(mes)]
