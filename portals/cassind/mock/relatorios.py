"""Relatórios: Relação geral de glosas; Demonstrativos de pagamentos with their TISS files, once a lote is released."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import groupby

from lxml import etree
from starlette.responses import Response

from portals.cassind.mock import words
from portals.cassind.mock.desk import Desk, Message, danger
from portals.cassind.mock.forms import Field
from portals.cassind.mock.paging import page_of
from portals.cassind.mock.protocolos import totals
from portals.cassind.mock.rules import brazilian, iso, month_of, period_problem
from portals.cassind.mock.state import Conta
from portals.mock.exchange import Asked

_PERIOD = [Field("periodo", "Período:", "period")]
_IRRF_PER_MILLE = 15


class Relatorios:
    """The two reports and the files behind the second."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._faults = desk.faults
        self._state = desk.state

    def glosas(self, asked: Asked) -> Response:
        """Relação geral de glosas: every conta of the period of which something was refused."""
        contas = [conta for conta in self._sent(asked) if conta.glosado]
        return self._page(asked, "RELAÇÃO GERAL DE GLOSAS", "glosas.html", contas, contas)

    def payments(self, asked: Asked) -> Response:
        """Demonstrativos de pagamentos: one row per protocolo that the operadora has released whole."""
        contas = [conta for conta in self._sent(asked) if self._released(conta.protocolo)]
        groups = [list(own) for _, own in groupby(contas, lambda conta: conta.protocolo)]
        rows = [(own[0], totals(own)) for own in groups]
        return self._page(asked, "DEMONSTRATIVOS DE PAGAMENTOS", "demonstrativos.html", contas, rows)

    def file(self, asked: Asked) -> Response:
        """The TISS file of one protocolo: analise or pagamento."""
        number, kind = asked.query.get("protocolo", ""), asked.query.get("tipo", "")
        contas = self._state.contas(login=str(asked.session.user), protocolo=number)
        if not contas or not self._released(number) or kind not in {"analise", "pagamento"}:
            return self._desk.bare("texto.html", heading="Demonstrativo", text=words.PROTOCOLO_NOT_FOUND)
        changed = self._faults.take("value_changed", "demonstrativo")
        xml = self._desk.stage.pages.render(
            f"demonstrativo_{kind}.xml",
            account=self._desk.account(asked),
            guias=[(guia, list(own)) for guia, own in groupby(contas, lambda conta: conta.guia)],
            contas=contas,
            soma=_soma(contas),
            irrf=sum(conta.liberado or 0 for conta in contas) * _IRRF_PER_MILLE // 1000,
            wrong=changed.centavos if changed else 0,
            today=self._state.now().date().isoformat(),
        )
        name = f"demonstrativo_{kind}_{number}.xml"
        headers = {"content-disposition": f'attachment; filename="{name}"'}
        return Response(_hashed(xml), media_type="text/xml", headers=headers)

    def _sent(self, asked: Asked) -> list[Conta]:
        first, last = iso(asked.text("periodo_de")) or "9", iso(asked.text("periodo_ate")) or ""
        return [c for c in self._state.contas(login=str(asked.session.user)) if first <= c.sent_at[:10] <= last]

    def _released(self, protocolo: str) -> bool:
        contas = self._state.contas(protocolo=protocolo)
        return bool(contas) and all(conta.processado is not None for conta in contas)

    def _page(
        self, asked: Asked, heading: str, template: str, contas: Sequence[Conta], rows: Sequence[object]
    ) -> Response:
        posted = asked.method == "POST"
        first, last = month_of(self._state.now().date())
        values = {name: asked.text(name) for name in ("periodo_de", "periodo_ate")}
        if not posted:
            values = {"periodo_de": brazilian(first), "periodo_ate": brazilian(last)}
        problem = period_problem(values["periodo_de"], values["periodo_ate"]) if posted else ""
        if problem:
            messages = [danger(problem)]
        else:
            messages = [Message("info", (words.NO_STATEMENT,))] if posted and not contas else []
        cut = self._faults.take("truncated_report", asked.action) if contas else None
        return self._desk.work(
            asked,
            template,
            messages,
            heading=heading,
            path=asked.path,
            fields=_PERIOD,
            values=values,
            listed=page_of(self._state, asked, rows, cut.rows if cut else None),
            totals=totals(contas),
        )


def _soma(contas: Sequence[Conta]) -> dict[str, int]:
    names = ("informado", "processado", "liberado", "glosado")
    return {name: sum(getattr(conta, name) or 0 for conta in contas) for name in names}


def _hashed(xml: str) -> bytes:
    root = etree.fromstring(xml.encode("utf-8"))
    leaves = [e.text or "" for e in root.iter(etree.Element) if not len(e) and etree.QName(e).localname != "hash"]
    place = next(root.iter("{*}hash"))
    place.text = hashlib.md5("".join(leaves).encode("iso-8859-1", "replace"), usedforsecurity=False).hexdigest()
    return etree.tostring(root, encoding="ISO-8859-1", xml_declaration=True)
