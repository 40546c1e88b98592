"""Invented demonstrativos, valid by the standard's XSD, with places to put a wrong amount."""

from lxml import etree

from portals.tiss.lote import digest
from portals.tiss.nodes import Element, leaf, node


def _head(kind: str) -> Element:
    return node(
        "cabecalho",
        node(
            "identificacaoTransacao",
            leaf("tipoTransacao", kind),
            leaf("sequencialTransacao", "1"),
            leaf("dataRegistroTransacao", "2026-12-15"),
            leaf("horaRegistroTransacao", "09:00:00"),
        ),
        node("origem", leaf("registroANS", "413518")),
        node("destino", node("identificacaoPrestador", leaf("codigoPrestadorNaOperadora", "900777"))),
        leaf("Padrao", "4.03.00"),
    )


def message(kind: str, statement: Element) -> bytes:
    """One statement as a whole message with its hash."""
    whole = node("mensagemTISS", _head(kind), node("operadoraParaPrestador", node("demonstrativosRetorno", statement)))
    whole.append(node("epilogo", leaf("hash", digest(whole))))
    return etree.tostring(whole, encoding="ISO-8859-1", xml_declaration=True)


def header() -> Element:
    return node(
        "cabecalhoDemonstrativo",
        leaf("registroANS", "413518"),
        leaf("numeroDemonstrativo", "77"),
        leaf("nomeOperadora", "CASSIND"),
        leaf("numeroCNPJ", "04197511000104"),
        leaf("dataEmissao", "2026-12-15"),
    )


def amounts(names: tuple[str, ...], values: tuple[str, ...]) -> list[Element]:
    return [leaf(name, value) for name, value in zip(names, values, strict=True)]


def four(level: str, *values: str) -> list[Element]:
    return amounts(tuple(f"valor{name}{level}" for name in ("Informado", "Processado", "Liberado", "Glosa")), values)


def detail(number: int, informado: str, processado: str, liberado: str, *glosas: tuple[str, str]) -> Element:
    """One item: equal sessions of one day differ only in their number."""
    return node(
        "detalhesGuia",
        leaf("sequencialItem", str(number)),
        leaf("dataRealizacao", "2026-10-05"),
        node(
            "procedimento",
            leaf("codigoTabela", "22"),
            leaf("codigoProcedimento", "50000160"),
            leaf("descricaoProcedimento", "SESSAO"),
        ),
        leaf("valorInformado", informado),
        leaf("qtdExecutada", "1.0000"),
        leaf("valorProcessado", processado),
        leaf("valorLiberado", liberado),
        *(node("relacaoGlosa", leaf("valorGlosa", valor), leaf("tipoGlosa", code)) for valor, code in glosas),
    )


def analise(
    *,
    guia: tuple[str, str, str, str] = ("285.00", "285.00", "220.00", "65.00"),
    protocolo: tuple[str, str, str, str] = ("285.00", "285.00", "220.00", "65.00"),
    geral: tuple[str, str, str, str] = ("285.00", "285.00", "220.00", "65.00"),
    item: tuple[str, str, str] = ("95.00", "95.00", "95.00"),
    motivo: tuple[str, str] = ("65.00", "2516"),
) -> bytes:
    """Three equal sessions of one guia, the last one refused in part: the amounts of each level may be put wrong."""
    itens = [
        detail(1, *item),
        detail(2, "95.00", "95.00", "95.00"),
        detail(3, "95.00", "95.00", "30.00", motivo),
    ]
    relacao = node(
        "relacaoGuias",
        leaf("numeroGuiaPrestador", "8001"),
        leaf("numeroGuiaOperadora", "004700104"),
        leaf("numeroCarteira", "00415656437900001"),
        leaf("dataInicioFat", "2026-10-05"),
        leaf("situacaoGuia", "3"),
        *itens,
        *four("Guia", *guia),
    )
    dados = node(
        "dadosProtocolo",
        leaf("numeroLotePrestador", "41"),
        leaf("numeroProtocolo", "240101"),
        leaf("dataProtocolo", "2026-11-21"),
        leaf("situacaoProtocolo", "3"),
        relacao,
        *four("Protocolo", *protocolo),
    )
    statement = node(
        "demonstrativoAnaliseConta",
        header(),
        node(
            "dadosPrestador",
            node("dadosContratado", leaf("codigoPrestadorNaOperadora", "900777")),
            leaf("CNES", "2345678"),
        ),
        node("dadosConta", dados),
        *four("Geral", *geral),
    )
    return message("DEMONSTRATIVO_ANALISE_CONTA", statement)


def desconto(tag: str, indicador: str, tipo: str, texto: str, valor: str) -> Element:
    return node(
        tag,
        leaf("indicador", indicador),
        leaf("tipoDebitoCredito", tipo),
        leaf("descricaoDbCr", texto),
        leaf("valorDbCr", valor),
    )


def pagamento(
    *, guia_liberado: str = "220.00", bruto: str = "220.00", debitos: str = "14.30", liquido: str = "205.70"
) -> bytes:
    """One day, one protocolo, IRRF and ISS withheld."""
    protocolo = node(
        "relacaoProtocolos",
        leaf("dataProtocolo", "2026-11-21"),
        leaf("numeroProtocolo", "240101"),
        leaf("numeroLote", "41"),
        *four("", "285.00", "285.00", "220.00", "65.00"),
        node(
            "guiasDoLote",
            leaf("numeroGuiaPrestador", "8001"),
            leaf("numeroGuiaOperadora", "004700104"),
            leaf("tipoPagamento", "1"),
            leaf("valorProcessadoGuia", "285.00"),
            leaf("valorLiberadoGuia", guia_liberado),
            leaf("valorGlosaGuia", "65.00"),
        ),
    )
    brutos = ("totalInformadoPorData", "totalProcessadoPorData", "totaLiberadoPorData", "totalGlosaPorData")
    dia = node(
        "pagamentosPorData",
        node("dadosPagamento", leaf("dataPagamento", "2027-01-15"), leaf("formaPagamento", "1"), leaf("banco", "041")),
        node("dadosResumo", protocolo),
        node("totaisBrutosPorData", *amounts(brutos, ("285.00", "285.00", bruto, "65.00"))),
        node(
            "debitosCreditosPorData",
            desconto("debitosCreditos", "1", "01", "IRRF 1,5%", "3.30"),
            desconto("debitosCreditos", "1", "02", "ISS 5%", "11.00"),
        ),
        node(
            "totaisLiquidosPorData",
            *amounts(("totalDebitosPorData", "totalCreditosPorData", "liquidoPorData"), (debitos, "0.00", liquido)),
        ),
    )
    net = ("totalDebitosDemonstrativo", "totalCreditosdemonstrativo", "valorLiberadoDemonstrativo")
    statement = node(
        "demonstrativoPagamento",
        header(),
        node(
            "dadosContratado",
            node("dadosPrestador", leaf("codigoPrestadorNaOperadora", "900777")),
            leaf("CNES", "2345678"),
        ),
        node("pagamentos", dia),
        node(
            "totaisDemonstrativo",
            node(
                "totaisBrutosDemonstrativo",
                *amounts(
                    ("valorInformadoBruto", "valorProcessadoBruto", "valorLiberadoBruto", "valorGlosaBruto"),
                    ("285.00", "285.00", "220.00", "65.00"),
                ),
            ),
            node("totaisLiquidosDemonstrativo", *amounts(net, ("14.30", "0.00", "205.70"))),
        ),
    )
    return message("DEMONSTRATIVO_PAGAMENTO", statement)
