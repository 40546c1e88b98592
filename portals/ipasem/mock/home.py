"""The work screen: seven cards, each with a small form that leads to its own page."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.responses import Response

from portals.ipasem.mock import rules
from portals.ipasem.mock.desk import HOME, Desk, Notice, redirect, typed
from portals.ipasem.mock.month import Month
from portals.ipasem.mock.reports import ORDERS
from portals.mock.exchange import Asked

# Where each card's form leads when its month is good.
TARGETS = {
    "gerar": "/requerimentos/movimento",
    "conferencia": "/requerimentos/relatorio-conferencia",
    "fechamento": "/requerimentos/relatorio-fechamento",
    "retorno": "/requerimentos/relatorio-retorno",
    "atividades": "/requerimentos/registro-atividades",
}


class Home:
    """The cards, and what happens when one of them is sent."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def first_page(self, asked: Asked) -> Response:
        """After signing in: the cards, or in the old skin the frame around them with its notice."""
        if not self._desk.old:
            return self.cards(asked)
        notice = asked.session.notes.pop("comunicado", None)
        return self._desk.page("casca.html", asked, comunicado=notice)

    def cards(self, asked: Asked) -> Response:
        """The seven cards, empty."""
        return self.show(asked)

    def show(
        self,
        asked: Asked,
        *,
        notice: Notice | None = None,
        card: str = "",
        errors: dict[str, str] | None = None,
    ) -> Response:
        """The cards with a sentence, or with one card's errors beside what was typed."""
        return self._desk.page(
            "inicio.html",
            asked,
            aviso=notice,
            cartao_enviado=card,
            erros=errors or {},
            digitado={"mes": typed(asked, "mes"), "ano": typed(asked, "ano")},
            ordens=ORDERS,
            antes=self._desk.standing_surprise("antes-de-fechar", asked),
        )

    def card(self, asked: Asked) -> Response:
        """POST of a card: on to its page, or back with what is wrong."""
        name = asked.place["cartao"]
        if name not in TARGETS:
            return redirect(HOME)
        month = self._desk.month(asked)
        if isinstance(month, dict):
            return self.show(asked, card=name, errors=month)
        refused = self._refusal(name, asked, month)
        if refused is not None:
            return self.show(asked, notice=Notice(refused))
        query = {"mes": f"{month.month:02d}", "ano": month.year}
        more = {key: typed(asked, key) for key in ("ordem", "glosado") if typed(asked, key)}
        return redirect(f"{TARGETS[name]}?{urlencode({**query, **more})}")

    def _refusal(self, name: str, asked: Asked, month: Month) -> str | None:
        document = self._desk.who(asked).account.document
        closed = self._desk.records.closed(document, month)
        if name in ("gerar", "conferencia") and closed:
            return rules.already_closed(month)
        if name == "fechamento" and not closed:
            return rules.not_closed(month)
        if name == "retorno" and self._desk.records.audit(document, month) is None:
            return rules.NO_RETURN_YET
        return None

    def close_month(self, asked: Asked) -> Response:
        """Realizar Fechamento."""
        month = self._desk.month(asked)
        if isinstance(month, dict):
            return self.show(asked, card="fechar", errors=month)
        unknown = self._desk.unknown_refusal(asked)
        if unknown is not None:
            return self.show(asked, notice=Notice(unknown))
        refused = self._desk.records.close(self._desk.who(asked), month)
        if refused is not None:
            return self.show(asked, notice=Notice(refused.text))
        done = f"Fechamento do movimento {month} realizado com sucesso."
        return self.show(asked, notice=Notice(done, good=True))

    def reopen_month(self, asked: Asked) -> Response:
        """Reabrir Movimento, on the closing report."""
        month = self._desk.month(asked)
        if isinstance(month, dict):
            return redirect(HOME)
        refused = self._desk.records.reopen(self._desk.who(asked), month)
        if refused is not None:
            return self.show(asked, notice=Notice(refused.text))
        return self.show(asked, notice=Notice(f"Movimento {month} reaberto com sucesso.", good=True))
