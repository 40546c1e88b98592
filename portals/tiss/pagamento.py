"""demonstrativoPagamento: what was paid on which day, gross, what was withheld, and net; every level must add up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from agent.model.errors import ReportUntrusted
from agent.model.valor import Centavos
from portals.tiss.contratado import UNTOLD, read_contratado
from portals.tiss.document import ANOTHER, Block, opened
from portals.tiss.guias import Contratado
from portals.tiss.soma import Soma, must_be

# Table of debits and credits, by the comments of the standard's XSD.
TIPOS = {
    "01": "IRRF",
    "02": "ISS",
    "03": "INSS",
    "04": "PIS",
    "05": "COFINS",
    "06": "CSLL",
    "07": "Desconto financeiro",
    "08": "Ajuste de pagamento anterior",
    "09": "Ordem judicial",
}
_DEBITO, _CREDITO = "1", "2"


@dataclass(frozen=True, slots=True)
class Desconto:
    """A debit or credit that is not a glosa. `tipo` as in TIPOS, `texto` the operadora's own."""

    debito: bool
    tipo: str
    texto: str
    valor: Centavos


@dataclass(frozen=True, slots=True)
class GuiaPaga:
    """One guia of a payment. `recurso`: it was paid after an appeal."""

    numero_prestador: str
    numero_operadora: str
    senha: str
    recurso: bool
    processado: Centavos
    liberado: Centavos
    glosa: Centavos

    @property
    def numero(self) -> str:
        """The number that its authorisation goes by, as in an analysis."""
        return self.numero_operadora or self.senha or self.numero_prestador


@dataclass(frozen=True, slots=True)
class ProtocoloPago:
    """One protocolo of a payment."""

    numero: str
    lote: str
    data: date
    soma: Soma
    guias: tuple[GuiaPaga, ...]


@dataclass(frozen=True, slots=True)
class PagamentoDoDia:
    """What was paid on one day. `liquido` = released − debits + credits."""

    data: date
    forma: str
    banco: str
    agencia: str
    conta: str
    soma: Soma
    descontos: tuple[Desconto, ...]
    liquido: Centavos
    protocolos: tuple[ProtocoloPago, ...]


@dataclass(frozen=True, slots=True)
class Pagamento:
    """One statement of payment to `prestador`, whole and adding up at every level."""

    numero: str
    registro_ans: str
    emissao: date
    soma: Soma
    descontos: tuple[Desconto, ...]
    liquido: Centavos
    dias: tuple[PagamentoDoDia, ...]
    prestador: Contratado = UNTOLD

    @property
    def retencoes(self) -> dict[str, Centavos]:
        """What was withheld, by kind: IRRF, ISS, … in centavos."""
        every = [d for dia in self.dias for d in dia.descontos] + list(self.descontos)
        kinds = dict.fromkeys(TIPOS.get(d.tipo, d.texto) for d in every if d.debito)
        return {kind: sum(d.valor for d in every if d.debito and TIPOS.get(d.tipo, d.texto) == kind) for kind in kinds}


def read_pagamentos(xml: bytes, *, where: str) -> tuple[Pagamento, ...]:
    """Every statement of payment of one message. Raises ReportUntrusted for the first sum that does not hold."""
    root = Block(opened(xml, where), where)
    found = root.under("operadoraParaPrestador", "demonstrativosRetorno", "demonstrativoPagamento")
    return tuple(_pagamento(block) for block in found)


def _pagamento(block: Block) -> Pagamento:
    head, totals = block.one("cabecalhoDemonstrativo"), block.one("totaisDemonstrativo").named("totais")
    dias = tuple(_dia(each) for each in block.under("pagamentos", "pagamentosPorData"))
    soma = Soma.read(totals.one("totaisBrutosDemonstrativo"), "valor{}Bruto")
    soma.must_be(Soma.of(dia.soma for dia in dias), totals.place)
    descontos = _descontos(totals.under("debitosCreditosDemonstrativo"))
    net = totals.one("totaisLiquidosDemonstrativo")
    every = [*(d for dia in dias for d in dia.descontos), *descontos]
    _check_descontos(net, every, ("totalDebitosDemonstrativo", "totalCreditosdemonstrativo"))
    liquido = net.valor("valorLiberadoDemonstrativo")
    must_be("líquido", liquido, soma.liberado + _balance(every), totals.place)
    return Pagamento(
        numero=head.text("numeroDemonstrativo"),
        registro_ans=head.text("registroANS"),
        emissao=head.dia("dataEmissao"),
        soma=soma,
        descontos=descontos,
        liquido=liquido,
        dias=dias,
        prestador=read_contratado(block, "dadosContratado", "dadosPrestador"),
    )


def _dia(block: Block) -> PagamentoDoDia:
    paid = block.one("dadosPagamento")
    day = paid.dia("dataPagamento")
    block = block.named(f"pagamento de {day.isoformat()}")
    protocolos = tuple(_protocolo(each) for each in block.under("dadosResumo", "relacaoProtocolos"))
    # "totaLiberado" is the standard's own spelling.
    soma = Soma.read(block.one("totaisBrutosPorData"), "total{}PorData", liberado="totaLiberadoPorData")
    soma.must_be(Soma.of(each.soma for each in protocolos), block.place)
    descontos = _descontos(block.under("debitosCreditosPorData", "debitosCreditos"))
    net = block.one("totaisLiquidosPorData")
    _check_descontos(net, descontos, ("totalDebitosPorData", "totalCreditosPorData"))
    liquido = net.valor("liquidoPorData")
    must_be("líquido", liquido, soma.liberado + _balance(descontos), block.place)
    return PagamentoDoDia(
        data=day,
        forma=paid.text("formaPagamento"),
        banco=paid.text("banco"),
        agencia=paid.text("agencia"),
        conta=paid.text("nrContaCheque"),
        soma=soma,
        descontos=descontos,
        liquido=liquido,
        protocolos=protocolos,
    )


def _protocolo(block: Block) -> ProtocoloPago:
    numero = block.text("numeroProtocolo")
    block = block.named(f"protocolo {numero}")
    soma = Soma.read(block, "valor{}")
    guias = tuple(_guia(each) for each in block.under("guiasDoLote"))
    must_be("processado", soma.processado, sum(guia.processado for guia in guias), block.place)
    must_be("liberado", soma.liberado, sum(guia.liberado for guia in guias), block.place)
    must_be("glosa", soma.glosa, sum(guia.glosa for guia in guias), block.place)
    return ProtocoloPago(numero, block.text("numeroLote"), block.dia("dataProtocolo"), soma, guias)


def _guia(block: Block) -> GuiaPaga:
    numero = block.text("numeroGuiaPrestador")
    block = block.named(f"guia {numero}")
    processado, liberado = block.valor("valorProcessadoGuia"), block.valor("valorLiberadoGuia")
    glosa = block.valor("valorGlosaGuia", default=processado - liberado)
    return GuiaPaga(
        numero_prestador=numero,
        numero_operadora=block.text("numeroGuiaOperadora"),
        senha=block.text("senha"),
        recurso=block.text("tipoPagamento") == "2",
        processado=processado,
        liberado=liberado,
        glosa=glosa,
    )


def _descontos(blocks: Iterable[Block]) -> tuple[Desconto, ...]:
    return tuple(_desconto(block) for block in blocks)


def _desconto(block: Block) -> Desconto:
    indicador = block.text("indicador")
    if indicador not in (_DEBITO, _CREDITO):
        what = f"Um débito ou crédito tem o indicador {indicador!r}."
        raise ReportUntrusted(what, where=block.place, do=ANOTHER)
    return Desconto(
        debito=indicador == _DEBITO,
        tipo=block.text("tipoDebitoCredito"),
        texto=block.text("descricaoDbCr"),
        valor=block.valor("valorDbCr"),
    )


def _check_descontos(net: Block, descontos: Iterable[Desconto], names: tuple[str, str]) -> None:
    descontos = tuple(descontos)
    must_be("débitos", net.valor(names[0]), sum(d.valor for d in descontos if d.debito), net.place)
    must_be("créditos", net.valor(names[1]), sum(d.valor for d in descontos if not d.debito), net.place)


def _balance(descontos: Iterable[Desconto]) -> Centavos:
    return sum(-d.valor if d.debito else d.valor for d in descontos)
