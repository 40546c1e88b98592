"""demonstrativoAnaliseConta, item by item; item → guia → protocolo → total must add up, or nothing of it is used."""

from dataclasses import dataclass, field
from datetime import date

from agent.model.demonstrativo import LinhaRetorno
from agent.model.errors import ReportUntrusted
from agent.model.valor import Centavos, write_valor
from portals.tiss.contratado import UNTOLD, read_contratado
from portals.tiss.document import ANOTHER, Block, opened
from portals.tiss.guias import Contratado
from portals.tiss.soma import Soma


@dataclass(frozen=True, slots=True)
class Motivo:
    """Why something was refused: a code of table 38, the operadora's words where it gives them, and how much."""

    codigo: str
    valor: Centavos
    texto: str = ""

    def __str__(self) -> str:
        return f"{self.codigo} - {self.texto}" if self.texto else self.codigo


@dataclass(frozen=True, slots=True)
class ItemAnalisado:
    """One performed service as the operadora analysed it; equal sessions of a day are items of their own."""

    sequencial: int
    data: date
    tabela: str
    codigo: str
    grau: str
    quantidade: str
    soma: Soma
    motivos: tuple[Motivo, ...]


@dataclass(frozen=True, slots=True)
class GuiaAnalisada:
    """One guia. `motivos` are those of the guia as a whole; `situacao` by the table of statuses ("3" released).

    TISS asks for the carteira in every guia, and since 4.02 for the name of the beneficiario too.
    """

    numero_prestador: str
    numero_operadora: str
    senha: str
    inicio: date
    situacao: str
    soma: Soma
    motivos: tuple[Motivo, ...]
    itens: tuple[ItemAnalisado, ...]
    beneficiario: str = field(default="", repr=False)
    numero_carteira: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ProtocoloAnalisado:
    """One protocolo with the prestador's lote it answers."""

    numero: str
    lote: str
    data: date
    situacao: str
    soma: Soma
    guias: tuple[GuiaAnalisada, ...]


@dataclass(frozen=True, slots=True)
class AnaliseConta:
    """One statement for `prestador`, whole and adding up at every level."""

    numero: str
    registro_ans: str
    emissao: date
    soma: Soma
    protocolos: tuple[ProtocoloAnalisado, ...]
    prestador: Contratado = UNTOLD

    def linhas(self) -> tuple[LinhaRetorno, ...]:
        """Every item as the ledger takes it, counted from 1: informado = liberado + glosa, what was cut counted in."""
        found = [(p, g, i) for p in self.protocolos for g in p.guias for i in g.itens]
        return tuple(_linha(n, protocolo, guia, item) for n, (protocolo, guia, item) in enumerate(found, start=1))


def read_analises(xml: bytes, *, where: str) -> tuple[AnaliseConta, ...]:
    """Every analysis of one message. `where` names the file in errors.

    Raises ReportUntrusted, naming protocolo, guia and item, for the first sum that does not hold; a message that holds
    an error or another kind of statement gives none.
    """
    root = Block(opened(xml, where), where)
    found = root.under("operadoraParaPrestador", "demonstrativosRetorno", "demonstrativoAnaliseConta")
    return tuple(_analise(block) for block in found)


def _analise(block: Block) -> AnaliseConta:
    head = block.one("cabecalhoDemonstrativo")
    protocolos = tuple(_protocolo(each) for each in block.under("dadosConta", "dadosProtocolo"))
    soma = Soma.read(block, "valor{}Geral")
    soma.must_be(Soma.of(each.soma for each in protocolos), f"{block.place}, total")
    return AnaliseConta(
        numero=head.text("numeroDemonstrativo"),
        registro_ans=head.text("registroANS"),
        emissao=head.dia("dataEmissao"),
        soma=soma,
        protocolos=protocolos,
        prestador=read_contratado(block, "dadosPrestador", "dadosContratado"),
    )


def _protocolo(block: Block) -> ProtocoloAnalisado:
    numero = block.text("numeroProtocolo")
    block = block.named(f"protocolo {numero}")
    whole = _motivos(block, "GlosaProtocolo")
    guias = tuple(_guia(each, whole) for each in block.under("relacaoGuias"))
    soma = Soma.read(block, "valor{}Protocolo")
    if guias or not whole:
        soma.must_be(Soma.of(guia.soma for guia in guias), block.place)
    return ProtocoloAnalisado(
        numero,
        block.text("numeroLotePrestador"),
        block.dia("dataProtocolo"),
        block.text("situacaoProtocolo"),
        soma,
        guias,
    )


def _guia(block: Block, of_protocolo: tuple[Motivo, ...]) -> GuiaAnalisada:
    numero = block.text("numeroGuiaPrestador")
    block = block.named(f"guia {numero}")
    motivos = _motivos(block, "motivoGlosaGuia")
    itens = tuple(_item(each, motivos or of_protocolo) for each in block.under("detalhesGuia"))
    soma = Soma.read(block, "valor{}Guia")
    if not itens:
        itens = (_of_guia(block, soma, motivos or of_protocolo),)
    soma.must_be(Soma.of(item.soma for item in itens), block.place)
    return GuiaAnalisada(
        numero_prestador=numero,
        numero_operadora=block.text("numeroGuiaOperadora"),
        senha=block.text("senha"),
        inicio=block.dia("dataInicioFat"),
        situacao=block.text("situacaoGuia"),
        soma=soma,
        motivos=motivos,
        itens=itens,
        beneficiario=block.text("nomeBeneficiario"),
        numero_carteira=block.text("numeroCarteira"),
    )


def _item(block: Block, above: tuple[Motivo, ...]) -> ItemAnalisado:
    sequencial = block.text("sequencialItem")
    block = block.named(f"item {sequencial}")
    given = tuple(
        Motivo(each.text("tipoGlosa"), each.named("glosa").valor("valorGlosa")) for each in block.under("relacaoGlosa")
    )
    informado, processado, liberado = (
        block.valor(name) for name in ("valorInformado", "valorProcessado", "valorLiberado")
    )
    cut = processado - liberado
    motivos = given or tuple(Motivo(m.codigo, cut, m.texto) for m in above[:1] if cut > 0)
    soma = Soma(informado, processado, liberado, sum(motivo.valor for motivo in motivos))
    if soma.glosa not in (processado - liberado, informado - liberado) or liberado > informado:
        raise ReportUntrusted(
            f"O item não fecha: informado {_reais(informado)}, processado {_reais(processado)}, "
            f"liberado {_reais(liberado)} e glosa {_reais(soma.glosa)}.",
            where=block.place,
            do=ANOTHER,
        )
    return ItemAnalisado(
        sequencial=int(sequencial) if sequencial.isdecimal() else 0,
        data=block.dia("dataRealizacao"),
        tabela=block.text("procedimento", "codigoTabela"),
        codigo=block.text("procedimento", "codigoProcedimento"),
        grau=block.text("grauParticipacao"),
        quantidade=block.text("qtdExecutada"),
        soma=soma,
        motivos=motivos,
    )


def _of_guia(block: Block, soma: Soma, motivos: tuple[Motivo, ...]) -> ItemAnalisado:
    """The standard lets a guia come without items: it is then one line, whose code is not known."""
    given = tuple(Motivo(motivo.codigo, soma.glosa, motivo.texto) for motivo in motivos[:1])
    return ItemAnalisado(0, block.dia("dataInicioFat"), "", "", "", "1", soma, given)


def _motivos(block: Block, name: str) -> tuple[Motivo, ...]:
    return tuple(Motivo(each.text("codigoGlosa"), 0, each.text("descricaoGlosa")) for each in block.under(name))


def _linha(number: int, protocolo: ProtocoloAnalisado, guia: GuiaAnalisada, item: ItemAnalisado) -> LinhaRetorno:
    motivo = "; ".join(dict.fromkeys(str(each) for each in (*item.motivos, *guia.motivos)))
    cut = item.soma.informado - item.soma.liberado
    return LinhaRetorno(
        linha=number,
        numero_autorizacao=guia.numero_operadora or guia.senha or guia.numero_prestador,
        codigo_procedimento=item.codigo,
        data=item.data,
        quantidade=_quantidade(item),
        valor_informado=item.soma.informado,
        valor_liberado=item.soma.liberado,
        valor_glosa=cut,
        motivo=motivo or ("processado abaixo do informado" if cut else ""),
        protocolo=protocolo.numero,
        beneficiario=guia.beneficiario,
        numero_carteira=guia.numero_carteira,
    )


def _quantidade(item: ItemAnalisado) -> int:
    whole, _, rest = item.quantidade.partition(".")
    if not whole.isdecimal() or rest.strip("0"):
        what = f"A quantidade {item.quantidade!r} não é inteira."
        raise ReportUntrusted(what, where=f"item {item.sequencial}", do=ANOTHER)
    return int(whole)


def _reais(valor: Centavos) -> str:
    return write_valor(valor, symbol=True)
