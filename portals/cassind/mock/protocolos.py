"""Protocolos de faturamento: every billed guia with its protocolo, lote, conta, values and situação."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from starlette.responses import Response

from portals.cassind.mock import words
from portals.cassind.mock.desk import Desk, Message, danger
from portals.cassind.mock.forms import PROTOCOLOS
from portals.cassind.mock.paging import page_of
from portals.cassind.mock.rules import brazilian, iso, month_of, period_problem
from portals.cassind.mock.simplificado import another_patient
from portals.cassind.mock.state import Conta
from portals.mock.exchange import Asked

COLUMNS = (
    "Protocolo de faturamento",
    "Lote",
    "Conta",
    "Guia",
    "Data de envio",
    "Data de atendimento",
    "Código",
    "Beneficiário",
    "Quantidade",
    "Valor informado",
    "Valor processado",
    "Valor liberado",
    "Valor glosado",
    "Motivo da glosa",
    "Situação",
)


class Protocolos:
    """The list, its filters and the printable page of one protocolo."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._faults = desk.faults
        self._state = desk.state

    def open(self, asked: Asked) -> Response:
        """The form, with the current month as Período."""
        first, last = month_of(self._state.now().date())
        values = {"periodo_de": brazilian(first), "periodo_ate": brazilian(last), "lote": "", "conta": ""}
        return self._page(asked, values)

    def listing(self, asked: Asked) -> Response:
        """Listar."""
        values = {name: asked.text(name) for name in ("periodo_de", "periodo_ate", "lote", "conta")}
        problem = self._problem(values)
        if problem:
            return self._page(asked, values, [danger(problem)], on_load=True)
        contas = self._found(asked, values)
        if not contas:
            return self._page(asked, values, [Message("info", (words.NO_PROTOCOLO,))], on_load=True)
        return self._page(asked, values, contas=contas, on_load=True)

    def printed(self, asked: Asked) -> Response:
        """The printable protocolo with its contas, in a window of its own."""
        contas = self._state.contas(login=str(asked.session.user), protocolo=asked.text("protocolo"))
        if not contas:
            return self._desk.bare("texto.html", heading="Protocolo de faturamento", text=words.PROTOCOLO_NOT_FOUND)
        counted = words.counted(len(contas), len(contas))
        return self._desk.work(asked, "protocolo_impresso.html", contas=contas, counted=counted)

    def _problem(self, values: dict[str, str]) -> str:
        if odd := self._faults.take("unknown_notice", "protocolos"):
            return odd.text
        if self._faults.take("lookup_failing", "protocolos"):
            return words.LOOKUP_FAILED
        return period_problem(values["periodo_de"], values["periodo_ate"])

    def _found(self, asked: Asked, values: dict[str, str]) -> list[Conta]:
        stale = self._faults.take("stale_report", "protocolos")
        contas = self._state.contas(login=str(asked.session.user), before_last=stale.commits if stale else 0)
        first, last = iso(values["periodo_de"]) or "", iso(values["periodo_ate"]) or "9999"
        return [
            self._as_shown(conta)
            for conta in contas
            if first <= conta.sent_at[:10] <= last
            and values["lote"] in {"", conta.lote}
            and values["conta"] in {"", conta.number}
        ]

    def _as_shown(self, conta: Conta) -> Conta:
        if self._faults.take("swapped_patient", "protocolos", conta.guia):
            conta = replace(conta, patient=another_patient(self._state.seed.guias, conta.patient))
        changed = self._faults.take("value_changed", "protocolos", conta.guia)
        return replace(conta, informado=conta.informado + changed.centavos) if changed else conta

    def _page(
        self,
        asked: Asked,
        values: dict[str, str],
        messages: Sequence[Message] = (),
        contas: Sequence[Conta] | None = None,
        *,
        on_load: bool = False,
    ) -> Response:
        found = contas or ()
        cut = self._faults.take("truncated_report", "protocolos") if contas else None
        return self._desk.work(
            asked,
            "protocolos.html",
            messages,
            dialog=self._desk.dialog("protocolos") if on_load else None,
            fields=PROTOCOLOS,
            values=values,
            columns=COLUMNS,
            listed=None if contas is None else page_of(self._state, asked, contas, cut.rows if cut else None),
            totals=totals(found),
        )


def totals(contas: Sequence[Conta]) -> list[int | None]:
    """Centavos informado, processado, liberado and glosado of the list; None where none has a value."""
    columns = (
        [getattr(conta, name) for conta in contas] for name in ("informado", "processado", "liberado", "glosado")
    )
    known = [[value for value in column if value is not None] for column in columns]
    return [sum(values) if values else None for values in known]
