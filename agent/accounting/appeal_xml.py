"""The appeal as TISS recursoGlosa, item by item, for an operadora that takes it; checked by the standard's own XSD."""

import re
from dataclasses import dataclass
from datetime import date, datetime

import tiss
from lxml import etree

from agent.accounting.appeal_letter import Appealed
from agent.model.errors import InputError
from agent.model.glosa import denial_code
from portals.tiss.guias import Contratado
from portals.tiss.lote import digest
from portals.tiss.nodes import Element, leaf, node
from portals.tiss.parts import contratado
from portals.tiss.texto import ascii_only, write_dia, write_reais

VERSAO = "4.03.00"
_MOST = 100
NO_CODE = "sem código da tabela 38"


@dataclass(frozen=True, slots=True)
class Recurso:
    """What the message needs beside its items. `numero` is ours; `protocolo` and `lote` those that were glosado.

    `lote` is the number that the clinic gave to what it sent, as everywhere in the standard; what was typed into a
    portal has none but the operadora's.
    """

    numero: str
    prestador: Contratado
    registro_ans: str
    operadora: str
    protocolo: str
    lote: str
    quando: datetime
    tabela: str = "22"


def build_appeal(recurso: Recurso, itens: tuple[Appealed, ...]) -> bytes:
    """The message, valid by XSD. Raises InputError, in pt-BR, for what the standard does not allow."""
    message = node("mensagemTISS", _cabecalho(recurso), node("prestadorParaOperadora", _recurso(recurso, itens)))
    message.append(node("epilogo", leaf("hash", digest(message))))
    etree.cleanup_namespaces(message)
    xml = etree.tostring(message, encoding="ISO-8859-1", xml_declaration=True)
    assert isinstance(xml, bytes)
    _refuse_invalid(xml)
    return xml


def sendable(recurso: Recurso, itens: tuple[Appealed, ...]) -> tuple[bytes | None, list[tuple[Appealed, str]]]:
    """The message of the items that the standard can carry; and each that it cannot, with why (pt-BR).

    One item that cannot go does not keep the others back. None where none can.
    """
    left = [(item, NO_CODE) for item in itens if not denial_code(item.motivo)]
    coded = tuple(item for item in itens if denial_code(item.motivo))
    if not coded:
        return None, left
    try:
        return build_appeal(recurso, coded), left
    except InputError as error:
        alone = [(item, _alone(recurso, item)) for item in coded]
        good = tuple(item for item, why in alone if not why)
        if len(good) in (0, len(coded)):  # it is the message that cannot be written, whatever it asks for
            return None, left + [(item, error.what) for item in coded]
        return build_appeal(recurso, good), left + [(item, why) for item, why in alone if why]


def asks_for(xml: bytes, autorizacao: str, codigo: str, data: date) -> bool:
    """Whether a message appeals this item; a file that somebody broke appeals nothing."""
    try:
        message = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return False
    return any(
        (item.findtext("{*}dataInicio"), item.findtext("{*}procRecurso/{*}codigoProcedimento"))
        == (write_dia(data), codigo)
        for guia in message.iter("{*}recursoGuia")
        if guia.findtext("{*}numeroGuiaOrigem") == autorizacao
        for item in guia.iter("{*}itensGuia")
    )


def _alone(recurso: Recurso, item: Appealed) -> str:
    try:
        build_appeal(recurso, (item,))
    except InputError as error:
        return error.what
    return ""


def _cabecalho(recurso: Recurso) -> Element:
    who = recurso.prestador
    number = leaf("codigoPrestadorNaOperadora", who.codigo) if who.codigo else leaf("CNPJ", who.cnpj)
    return node(
        "cabecalho",
        node(
            "identificacaoTransacao",
            leaf("tipoTransacao", "RECURSO_GLOSA"),
            leaf("sequencialTransacao", recurso.numero),
            leaf("dataRegistroTransacao", write_dia(recurso.quando.date())),
            leaf("horaRegistroTransacao", recurso.quando.time().isoformat("seconds")),
        ),
        node("origem", node("identificacaoPrestador", number)),
        node("destino", leaf("registroANS", recurso.registro_ans)),
        leaf("Padrao", VERSAO),
    )


def _recurso(recurso: Recurso, itens: tuple[Appealed, ...]) -> Element:
    guias = dict.fromkeys(item.autorizacao for item in itens)
    if not 1 <= len(guias) <= _MOST:
        raise InputError(f"um recurso tem de 1 a {_MOST} guias; este tem {len(guias)}", do="Divida-o com --lancamento.")
    return node(
        "recursoGlosa",
        node(
            "guiaRecursoGlosa",
            leaf("registroANS", recurso.registro_ans),
            leaf("numeroGuiaRecGlosaPrestador", recurso.numero),
            leaf("nomeOperadora", ascii_only(recurso.operadora, 70)),
            leaf("objetoRecurso", "2"),
            contratado("dadosContratado", recurso.prestador),
            leaf("numeroLote", recurso.lote),
            leaf("numeroProtocolo", _digits(recurso.protocolo)),
            node("opcaoRecurso", *(_guia(recurso, guia, itens) for guia in guias)),
            leaf("valorTotalRecursado", write_reais(sum(item.valor for item in itens))),
            leaf("dataRecurso", write_dia(recurso.quando.date())),
        ),
    )


def _guia(recurso: Recurso, numero: str, itens: tuple[Appealed, ...]) -> Element:
    mine = [item for item in itens if item.autorizacao == numero]
    return node(
        "recursoGuia",
        leaf("numeroGuiaOrigem", numero),
        node("opcaoRecursoGuia", *(_item(recurso, place, item) for place, item in enumerate(mine, start=1))),
    )


def _item(recurso: Recurso, place: int, item: Appealed) -> Element:
    return node(
        "itensGuia",
        leaf("sequencialItem", str(place)),
        leaf("dataInicio", write_dia(item.data)),
        node(
            "procRecurso",
            leaf("codigoTabela", recurso.tabela),
            leaf("codigoProcedimento", item.codigo),
            leaf("descricaoProcedimento", f"PROCEDIMENTO {item.codigo}"),
        ),
        leaf("codGlosaItem", _code(item)),
        leaf("valorRecursado", write_reais(item.valor)),
        leaf("justificativaItem", ascii_only(item.justificativa, 500)),
    )


def _code(item: Appealed) -> str:
    """The insurer's own code. None is made up where it told only words."""
    code = denial_code(item.motivo)
    if not code:
        raise InputError(
            f"a glosa da autorização {item.autorizacao} veio sem código da tabela 38",
            do="O TISS pede o código: envie este recurso só pela carta.",
        )
    return code


def _digits(protocolo: str) -> str:
    found = re.sub(r"\D", "", protocolo)
    if not 1 <= len(found) <= 12:
        raise InputError(
            f'o protocolo "{protocolo}" não tem de 1 a 12 algarismos', do="O TISS pede o da conta glosada."
        )
    return found


def _refuse_invalid(xml: bytes) -> None:
    found = tiss.validate(xml)
    if not found.valid:
        first = next(f for f in found.findings if f.severity == "error")
        raise InputError(f"o recurso não passa na validação do TISS ({first.message})", where=str(first.xpath or ""))
