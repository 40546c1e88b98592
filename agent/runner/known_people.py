"""The names that nothing which leaves the office may hold: the patients of its ledger."""

from agent.config.office import Office
from agent.ledger.opening import has_ledger, ledger_of


def people_of(office: Office) -> tuple[str, ...]:
    """Every patient's name that the ledger still keeps; () where there is no ledger yet."""
    if not has_ledger(office):
        return ()
    with ledger_of(office) as ledger:
        entries = (entry for mes in ledger.months.all() for entry in ledger.entries.of(mes))
        return tuple(dict.fromkeys(entry.lancamento.beneficiario for entry in entries if entry.lancamento.beneficiario))
