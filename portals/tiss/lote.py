"""A lote as the one message that an operadora takes: header, guias, hash; ISO-8859-1, ASCII inside."""

import hashlib
from collections import Counter
from datetime import datetime

from lxml import etree

from portals.tiss.guias import Lote, tipo_of
from portals.tiss.nodes import Element, chosen, leaf, node
from portals.tiss.writing import write_guia

MOST = 100
VERSOES = ("4.02.00", "4.03.00")


def build(lote: Lote) -> bytes:
    """The message. Raises ValueError, in pt-BR, for a lote that the standard does not allow: no guia or more than 100,
    two kinds, a number twice, a version that is not known here.
    """
    _check(lote)
    message = node("mensagemTISS", _cabecalho(lote), node("prestadorParaOperadora", _guias(lote)))
    message.append(node("epilogo", leaf("hash", digest(message))))
    etree.cleanup_namespaces(message)
    return etree.tostring(message, encoding="ISO-8859-1", xml_declaration=True)


def digest(message: Element, encoding: str = "iso-8859-1") -> str:
    """MD5, in hex, over the texts of all elements but the hash, in document order (the standard's rule)."""
    texts = (
        (each.text or "").strip()
        for each in message.iter(etree.Element)
        if not len(each) and etree.QName(each).localname != "hash"
    )
    return hashlib.md5("".join(texts).encode(encoding), usedforsecurity=False).hexdigest()


def _check(lote: Lote) -> None:
    if not 1 <= len(lote.guias) <= MOST:
        raise ValueError(f"um lote tem de 1 a {MOST} guias; este tem {len(lote.guias)}")
    kinds = sorted({tipo_of(guia).value for guia in lote.guias})
    if len(kinds) > 1:
        raise ValueError(f"um lote tem guias de um só tipo; este tem {', '.join(kinds)}")
    twice = [number for number, times in Counter(guia.numero for guia in lote.guias).items() if times > 1]
    if twice:
        raise ValueError(f"a guia {twice[0]} está duas vezes no lote")
    if lote.versao not in VERSOES:
        raise ValueError(f"a versão {lote.versao} do TISS não é conhecida; há {', '.join(VERSOES)}")


def _cabecalho(lote: Lote) -> Element:
    now, who = datetime.fromisoformat(lote.quando), lote.prestador
    numbers = (("CNPJ", who.cnpj), ("CPF", who.cpf), ("codigoPrestadorNaOperadora", who.codigo))
    return node(
        "cabecalho",
        node(
            "identificacaoTransacao",
            leaf("tipoTransacao", "ENVIO_LOTE_GUIAS"),
            leaf("sequencialTransacao", lote.numero),
            leaf("dataRegistroTransacao", now.date().isoformat()),
            leaf("horaRegistroTransacao", now.time().isoformat("seconds")),
        ),
        node(
            "origem",
            node(
                "identificacaoPrestador",
                chosen(numbers[::-1] if who.codigo else numbers, lambda: ValueError("o prestador não tem número")),
            ),
        ),
        node("destino", leaf("registroANS", lote.registro_ans)),
        leaf("Padrao", lote.versao),
    )


def _guias(lote: Lote) -> Element:
    return node(
        "loteGuias",
        leaf("numeroLote", lote.numero),
        node("guiasTISS", *(write_guia(guia, lote) for guia in lote.guias)),
    )
