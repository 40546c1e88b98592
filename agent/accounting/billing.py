"""Until when a service may still be billed, by the one term that holds: the contract's, else the portal's own rule."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from agent.accounting.deadlines import Off, bill_by
from agent.accounting.pack import Scope
from agent.config.contas import Contrato
from agent.config.office import Office
from agent.ledger.months import Mes
from agent.model.entry import Entry, State
from agent.model.valor import Centavos
from agent.runner.known_clinic import rules_of
from mappings.regras import Regras
from mappings.sheet import load_mapping
from spreadsheets.checking.forecast import Known, PrazoEnvio

_NOT_BILLED = (State.PENDENTE, State.ENVIANDO, State.INCERTA, State.RECUSADA, State.LANCADA)


@dataclass(frozen=True, slots=True)
class Unbilled:
    """An entry that is not billed yet, and its last day. `dias` until then, negative when it is over."""

    entry: Entry
    mes: Mes
    ate: date
    dias: int

    @property
    def lapsed(self) -> bool:
        """Whether the term is over."""
        return self.dias < 0

    @property
    def valor(self) -> Centavos:
        """What it is worth, as far as the portal or the sheet says."""
        return self.entry.valor_lancado or self.entry.lancamento.valor_informado or 0


def timed(known: Known, office: Office, off: Off) -> Known:
    """What is known of a clinic, with its terms to bill as the office's contracts and calendar count them."""
    return replace(known, prazos=_terms(office, known.regras, off))


def terms_of(office: Office, clinica: str, off: Off) -> dict[str, PrazoEnvio]:
    """A clinic's terms to bill, by portal; a portal of which none is known is not there."""
    file = office.mapeamento(clinica)
    return _terms(office, rules_of(office, load_mapping(file) if file else None), off)


def unbilled(scope: Scope) -> list[Unbilled]:
    """What was not sent, or is of a month that was not closed, and whose term is over or nearly: the nearest day first.

    Nearly is as many days before it as the contract gives a person to settle something (`prazo_pendencia`).
    """
    terms = {clinica: terms_of(scope.office, clinica, scope.off) for clinica in {mes.clinica for mes in scope.months}}
    found = [
        each
        for mes in scope.months
        if (prazo := terms[mes.clinica].get(mes.portal))
        for each in _waiting(scope, mes, prazo)
        if each.dias <= scope.office.contrato(mes.portal).prazo_pendencia
    ]
    return sorted(found, key=lambda each: (each.ate, -each.valor, each.entry.id))


def _waiting(scope: Scope, mes: Mes, prazo: PrazoEnvio) -> Iterator[Unbilled]:
    for entry in scope.ledger.entries.of(mes, *_NOT_BILLED):
        ate = prazo.ate(entry.lancamento.data)
        yield Unbilled(entry, mes, ate, (ate - scope.today).days)


def _terms(office: Office, regras: Mapping[str, Regras], off: Off) -> dict[str, PrazoEnvio]:
    return {
        portal: _term(office.contrato(portal), rules.prazo_envio_dias, off)
        for portal, rules in regras.items()
        if rules.prazo_envio_dias
    }


def _term(contrato: Contrato, days: int, off: Off) -> PrazoEnvio:
    # A portal's own rule, unlike a contract's term, is never of business days: it is how far back its search goes.
    uteis = contrato.dias_uteis and contrato.prazo_envio is not None
    held = contrato.model_copy(update={"prazo_envio": days, "dias_uteis": uteis})
    texto = f"{days} dias úteis" if uteis else str(days)
    return PrazoEnvio(texto, lambda served: bill_by(served, held, off))
