"""Envio de arquivos XML and Histórico: a lote taken whole or not at all, and what became of each file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from lxml import etree
from starlette.datastructures import UploadFile
from starlette.responses import Response

from portals.cassind.mock import words
from portals.cassind.mock.desk import Desk, Message, danger
from portals.cassind.mock.forms import XML_ENVIO, XML_HISTORICO
from portals.cassind.mock.paging import page_of
from portals.cassind.mock.state import Performed
from portals.mock.exchange import Asked

RECEBIDO, RECUSADO = "Processado", "Recusado"
AGUARDANDO = "Aguardando processamento"
_NUMBER = {"Protocolo": "protocolo", "Lote do prestador": "lote", "Lote da operadora": "lote_operadora"}
# What the operadora may say of a guia of a file, by the name of its switch.
CRITICAS = {
    "prestador": "prestador da origem não encontrado ou diferente do prestador logado",
    "solicitante": "contratado solicitante não encontrado",
    "beneficiario": "beneficiário não encontrado pela carteira informada",
    "cns": "beneficiário não encontrado pelo CNS informado",
    "taxa": "taxa ou pacote não cadastrado ou não negociado",
    "quantidade": "quantidade maior que 1 no item; cobrar item a item, com data e hora",
    "sexo": "procedimento incompatível com o sexo do beneficiário",
    "lote": "número do lote já utilizado",
    "hash": "hash do arquivo inválido",
}


@dataclass(frozen=True)
class _Item:
    code: str
    day: str
    quantity: int
    cents: int
    session: str


@dataclass(frozen=True)
class _Guia:
    number: str
    operadora: str
    carteira: str
    items: tuple[_Item, ...]


class EnvioXml:
    """The upload and its history."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._faults = desk.faults
        self._state = desk.state

    def open(self, asked: Asked) -> Response:
        """The form with its file."""
        return self._form(asked)

    def send(self, asked: Asked) -> Response:
        """Enviar: the whole lote is taken, or none of it."""
        chosen = asked.form.get("arquivo")
        if not isinstance(chosen, UploadFile) or not chosen.filename:
            return self._form(asked, [danger(words.XML_NO_FILE)])
        if odd := self._faults.take("unknown_notice", "enviar_xml"):
            return self._form(asked, [danger(odd.text)])
        content = chosen.file.read()
        try:
            root = etree.fromstring(content)
        except etree.XMLSyntaxError:
            return self._form(asked, [danger(words.XML_REFUSED, words.XML_BROKEN)])
        return self._judged(asked, root)

    def history(self, asked: Asked) -> Response:
        """Histórico de arquivos XML: Pesquisar por, Número, Consultar."""
        if asked.method == "GET":
            return self._history_page(asked, None)
        if self._faults.take("lookup_failing", "historico"):
            return self._history_page(asked, None, [danger(words.LOOKUP_FAILED)])
        by, number = asked.text("pesquisar"), asked.text("numero")
        rows = [
            row
            for row in self._state.arquivos(str(asked.session.user))
            if not number or row[_NUMBER.get(by, "lote")] == number
        ]
        return self._history_page(asked, rows, [] if rows else [Message("info", (words.NO_FILE_FOUND,))])

    def _judged(self, asked: Asked, root: etree._Element) -> Response:
        lote, login = _text(root, "numeroLote"), str(asked.session.user)
        guias = list(_guias(root))
        problems = self._problems(asked, root, lote, guias)
        if problems:
            self._state.arquivo(login, lote, "", RECUSADO)
            return self._form(asked, [danger(words.XML_REFUSED, *problems)])
        performed = [each for guia in guias for each in self._performed(guia)]
        contas = self._state.record(login, performed, session=asked.session.label, arquivo=lote)
        self._state.arquivo(login, lote, contas[0].protocolo, RECEBIDO, contas[0].lote)
        return self._form(asked, [Message("success", (words.xml_taken(contas[0].protocolo),), contas[0].protocolo)])

    def _problems(self, asked: Asked, root: etree._Element, lote: str, guias: Sequence[_Guia]) -> list[str]:
        whole = self._whole(asked, root, lote)
        each = [words.xml_guia(guia.number, CRITICAS[name]) for guia in guias for name in self._wrong(asked, guia)]
        return [*whole, *each]

    def _whole(self, asked: Asked, root: etree._Element, lote: str) -> list[str]:
        account = self._desk.account(asked)
        origin = _text(root, "codigoPrestadorNaOperadora", "origem") or _text(root, "CNPJ", "origem")
        used = any(row["lote"] == lote and row["status"] != RECUSADO for row in self._state.arquivos(account.login))
        armed = self._state.criticas("")
        found = {
            "prestador": origin != account.code,
            "lote": used,
            "hash": _text(root, "hash") != _hash(root),
        }
        return [words.xml_lote(CRITICAS[name]) for name, wrong in found.items() if wrong or name in armed]

    def _wrong(self, asked: Asked, guia: _Guia) -> list[str]:
        known = self._desk.guia(asked, guia.operadora)
        armed = self._state.criticas(guia.operadora)
        found = {
            "beneficiario": known is None or known.carteira != guia.carteira,
            "quantidade": any(item.quantity > 1 for item in guia.items),
            "cns": False,
            "taxa": False,
            "solicitante": False,
            "sexo": False,
        }
        return [name for name, wrong in found.items() if wrong or name in armed]

    def _performed(self, guia: _Guia) -> Iterable[Performed]:
        known = self._state.guias[guia.operadora]
        several = len(guia.items) > 1
        for item in guia.items:
            session = item.session if several else ""
            yield Performed(known, item.code, "", item.day, item.cents, item.quantity, session=session)

    def _form(self, asked: Asked, messages: Sequence[Message] = ()) -> Response:
        return self._page(asked, XML_ENVIO, messages)

    def _history_page(
        self, asked: Asked, rows: Sequence[dict[str, str]] | None, messages: Sequence[Message] = ()
    ) -> Response:
        return self._page(asked, XML_HISTORICO, messages, rows)

    def _page(
        self,
        asked: Asked,
        screen: object,
        messages: Sequence[Message],
        rows: Sequence[dict[str, str]] | None = None,
    ) -> Response:
        values = {name: asked.text(name) for name in ("arquivo", "pesquisar", "numero")}
        cut = self._faults.take("truncated_report", "historico") if rows else None
        listed = page_of(self._state, asked, rows, cut.rows if cut else None) if rows else None
        return self._desk.work(asked, "xml.html", messages, screen=screen, values=values, listed=listed)


def _text(root: etree._Element, name: str, under: str = "") -> str:
    start = next(root.iter(f"{{*}}{under}"), root) if under else root
    found = next(start.iter(f"{{*}}{name}"), None)
    return (found.text or "").strip() if found is not None else ""


def _hash(root: etree._Element) -> str:
    texts = [e.text or "" for e in root.iter(etree.Element) if not len(e) and etree.QName(e).localname != "hash"]
    return hashlib.md5("".join(texts).encode("iso-8859-1"), usedforsecurity=False).hexdigest()


def _guias(root: etree._Element) -> Iterable[_Guia]:
    for guia in next(root.iter("{*}guiasTISS"), root):
        number = _text(guia, "numeroGuiaOperadora") or _text(guia, "senha")
        yield _Guia(_text(guia, "numeroGuiaPrestador"), number, _text(guia, "numeroCarteira"), tuple(_items(guia)))


def _items(guia: etree._Element) -> Iterable[_Item]:
    blocks = [each for each in guia.iter(etree.Element) if any(_local(child) == "sequencialItem" for child in each)]
    for block in blocks or [guia]:
        day = next(filter(None, (_text(block, n) for n in ("dataExecucao", "dataRealizacao", "dataAtendimento"))), "")
        cents = next(filter(None, (_text(block, n) for n in ("valorTotal", "valorProc", "valorProcedimento"))), "0")
        count = _text(block, "quantidadeExecutada") or _text(block, "qtdProc") or "1"
        hour = _text(block, "horaInicial")[:5]
        place = _text(block, "sequencialItem")
        session = f"{date.fromisoformat(day).isoformat()} {hour or place}"
        yield _Item(
            _text(block, "codigoProcedimento"), day, int(count), int(cents.replace(".", "")) // int(count), session
        )


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
