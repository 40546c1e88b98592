"""What the office already knows of a clinic, for the forecast: its entries and answers, its contracts' rules."""

from datetime import date

from agent.config.contas import Contrato
from agent.config.office import Office
from agent.ledger.opening import has_ledger, ledger_of
from agent.ledger.store import Ledger
from agent.model.entry import Entry
from mappings.regras import Regras, shipped_rules
from mappings.sheet import SheetMapping
from spreadsheets.checking.forecast import Known


def known_of(office: Office | None, clinica: str, mapping: SheetMapping | None, today: date) -> Known:
    """The ledger's entries of the clinic and their answers, none where there is no ledger yet; the rules that hold."""
    regras = rules_of(office, mapping)
    if office is None or not has_ledger(office):
        return Known((), regras, today)
    with ledger_of(office) as ledger:
        return Known(_entries(ledger, clinica), regras, today, ledger.returns.answered(clinica))


def rules_of(office: Office | None, mapping: SheetMapping | None) -> dict[str, Regras]:
    """What holds at each portal: its own rules, the clinic's mapping over them, the office's contract over both."""
    own = mapping.regras if mapping else {}
    shipped = shipped_rules()
    contratos = {str(name): _rule(contrato) for name, contrato in office.settings.contratos.items()} if office else {}
    return {
        portal: shipped.get(portal, Regras()).with_own(own.get(portal)).with_own(contratos.get(portal))
        for portal in {*shipped, *own, *contratos}
    }


def _rule(contrato: Contrato) -> Regras:
    """What a contract says of billing, as a rule."""
    return Regras(prazo_envio_dias=contrato.prazo_envio)


def _entries(ledger: Ledger, clinica: str) -> list[Entry]:
    """Every entry of the clinic that the ledger holds, all portals and months."""
    months = [mes for mes in ledger.months.all() if mes.clinica == clinica]
    return [entry for mes in months for entry in ledger.entries.of(mes)]
