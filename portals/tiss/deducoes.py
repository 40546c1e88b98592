"""Pure: the debits and credits of statements of payment, as the ledger takes them."""

from collections.abc import Iterable

from agent.model.demonstrativo import Deducao
from agent.model.errors import ReportUntrusted
from portals.tiss.document import ANOTHER
from portals.tiss.pagamento import TIPOS, Desconto, Pagamento, PagamentoDoDia


def deducoes_of(pagamentos: Iterable[Pagamento]) -> tuple[Deducao, ...]:
    """Each debit (negative) and credit, in the statements' order; a statement that comes twice counts once.

    Raises ReportUntrusted for a debit or credit of a statement that names no day of payment.
    """
    whole = {pagamento.numero: pagamento for pagamento in pagamentos}
    return tuple(deducao for pagamento in whole.values() for deducao in _deducoes(pagamento))


def _deducoes(pagamento: Pagamento) -> list[Deducao]:
    found = [_deducao(pagamento, dia, desconto) for dia in pagamento.dias for desconto in dia.descontos]
    if pagamento.descontos and not pagamento.dias:
        what = "Há descontos sem dia de pagamento."
        raise ReportUntrusted(what, where=f"demonstrativo {pagamento.numero}", do=ANOTHER)
    return found + [_deducao(pagamento, pagamento.dias[0], desconto) for desconto in pagamento.descontos]


def _deducao(pagamento: Pagamento, dia: PagamentoDoDia, desconto: Desconto) -> Deducao:
    guias = [(protocolo, guia) for protocolo in dia.protocolos for guia in protocolo.guias]
    protocolo, guia = guias[0] if guias else (None, None)
    return Deducao(
        demonstrativo=pagamento.numero,
        data=dia.data,
        tipo=TIPOS.get(desconto.tipo, desconto.tipo),
        texto=desconto.texto,
        valor=-desconto.valor if desconto.debito else desconto.valor,
        protocolo=protocolo.numero if protocolo else "",
        numero_autorizacao=(guia.numero_operadora or guia.senha or guia.numero_prestador) if guia else "",
    )
