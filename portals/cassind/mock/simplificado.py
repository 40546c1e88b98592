"""Faturamento Simplificado: list the prestador's authorised consultas, mark some, bill them for good.

A guia that a protocolo already holds is refused with words, except while `duplicate_click_accepted` is armed:
then each click sends the form and bills its guias once more, in a protocolo of its own. Refusals never undo
the rest of the batch. A browser that re-sends the form by itself after a cut connection is answered
"já faturada" for what the first sending billed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from starlette.responses import Response

from portals.cassind.mock import words
from portals.cassind.mock.desk import Desk, Message, danger
from portals.cassind.mock.forms import simplificado
from portals.cassind.mock.rules import Search, brazilian, limited, matching, refusal, search_problem
from portals.cassind.mock.seed import Guia
from portals.mock.exchange import Asked
from portals.mock.faults import ANY


@dataclass(frozen=True)
class _Listed:
    """What the list shows, and how many guias fit the filters."""

    guias: Sequence[Guia]
    total: int


class Simplificado:
    """The screen and its two buttons."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._faults = desk.faults
        self._state = desk.state

    def open(self, asked: Asked) -> Response:
        """The empty form."""
        return self._page(asked, Search())

    def listing(self, asked: Asked) -> Response:
        """Listar autorizações."""
        search = Search.of(_pairs(asked))
        problem = self._list_problem(search)
        if problem:
            return self._page(asked, search, [danger(problem)], on_load="listar")
        listed = self._listed(asked, search)
        messages = [] if listed.total else [Message("info", (words.NO_GUIA,))]
        return self._page(asked, search, messages, listed, on_load="listar")

    def bill(self, asked: Asked) -> Response:
        """Faturar guias marcadas: final; one protocolo for all that are accepted."""
        search = Search.of(_pairs(asked))
        numbers = list(dict.fromkeys(str(number) for number in asked.form.getlist("guia")))
        accepted, refused = self._sorted_out(asked, numbers)
        protocolo = ""
        if accepted:
            login, session = str(asked.session.user), asked.session.label
            protocolo = self._state.bill(login, accepted, session=session)[0].protocolo
        messages = _answer(protocolo, refused) if numbers else [danger(words.NONE_MARKED)]
        return self._page(asked, search, messages, self._listed(asked, search))

    def _list_problem(self, search: Search) -> str:
        if odd := self._faults.take("unknown_notice", "listar"):
            return odd.text
        if self._faults.take("lookup_failing", "listar"):
            return words.LOOKUP_FAILED
        return search_problem(search, self._state.now().date())

    def _listed(self, asked: Asked, search: Search) -> _Listed:
        stale = self._faults.take("stale_report", asked.action)
        before_last = stale.commits if stale else 0
        found = matching(self._state.open_guias(str(asked.session.user), before_last=before_last), search)
        shown = limited(found, search.quantidade)
        if cut := self._faults.take("truncated_report", asked.action):
            shown = shown[: cut.rows]
        return _Listed([self._as_shown(guia, asked.action) for guia in shown], len(found))

    def _as_shown(self, guia: Guia, action: str) -> Guia:
        if action == "listar" and self._faults.take("swapped_patient", action, guia.number):
            guia = replace(guia, patient=another_patient(self._state.seed.guias, guia.patient))
        changed = self._faults.take("value_changed", action, guia.number) if action == "listar" else None
        return replace(guia, value_cents=guia.value_cents + changed.centavos) if changed else guia

    def _sorted_out(self, asked: Asked, numbers: Sequence[str]) -> tuple[list[Guia], list[str]]:
        accepted: list[Guia] = []
        refused: list[str] = []
        for number in numbers:
            guia = self._state.guias.get(number)
            reason = self._refusal(asked, number, guia)
            if guia is None or reason:
                refused.append(words.refused(number, reason))
            else:
                accepted.append(self._as_billed(guia))
        if accepted and self._faults.take("partial_success", "faturar"):
            half = (len(accepted) + 1) // 2
            refused += [words.refused(guia.number, words.UNAVAILABLE) for guia in accepted[half:]]
            accepted = accepted[:half]
        return accepted, refused

    def _refusal(self, asked: Asked, number: str, guia: Guia | None) -> str:
        if odd := self._faults.take("unknown_notice", "faturar", number):
            return odd.text.rstrip(".")
        billed_in = self._state.billed_in(number)
        if billed_in and self._faults.take("duplicate_click_accepted", "faturar", number):
            billed_in = ""
        return refusal(guia, str(asked.session.user), billed_in, self._state.refusal(number))

    def _as_billed(self, guia: Guia) -> Guia:
        changed = self._faults.take("value_changed", "faturar", guia.number)
        return replace(guia, value_cents=guia.value_cents + changed.centavos) if changed else guia

    def _page(
        self,
        asked: Asked,
        search: Search,
        messages: Sequence[Message] = (),
        listed: _Listed | None = None,
        on_load: str = "",
    ) -> Response:
        account = self._desk.account(asked)
        guias = [guia for guia in self._state.seed.guias if guia.login == account.login]
        payments = sorted({(guia.payment_on, brazilian(guia.payment_on)) for guia in guias})
        shown = listed is not None and listed.total > 0
        return self._desk.work(
            asked,
            "simplificado.html",
            messages,
            dialog=self._desk.dialog(on_load) if on_load else None,
            bill_dialog=self._desk.dialog("faturar") if shown else None,
            fields=simplificado(account.name, sorted({guia.executante for guia in guias}), payments),
            each_click=any(fault.on in {ANY, "faturar"} for fault in self._faults.standing("duplicate_click_accepted")),
            values=asdict(search),
            listed=listed.guias if listed is not None and shown else None,
            counted=words.counted(len(listed.guias), listed.total) if listed is not None else "",
        )


def another_patient(guias: Sequence[Guia], patient: str) -> str:
    """Somebody else's name, to show in the place of this patient's."""
    return next((guia.patient for guia in guias if guia.patient != patient), "BENEFICIARIO DE OUTRA GUIA")


def _pairs(asked: Asked) -> list[tuple[str, str]]:
    return [(name, value) for name, value in asked.form.multi_items() if isinstance(value, str)]


def _answer(protocolo: str, refused: Sequence[str]) -> list[Message]:
    messages = [Message("success", (words.billed(protocolo),), protocolo)] if protocolo else []
    if refused:
        opening = words.SOME_NOT_BILLED if protocolo else words.NONE_BILLED
        messages.append(danger(opening, *refused))
    return messages
