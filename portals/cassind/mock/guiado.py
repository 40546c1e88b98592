"""Detalhado, Honorário individual and Seriado múltiplo: one guia looked up, filled in and billed, for good."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from starlette.responses import Response

from portals.cassind.mock import words
from portals.cassind.mock.desk import Desk, Message, danger
from portals.cassind.mock.forms import DETALHADO, GRAUS, HONORARIO, SERIADO, VIAS, Field, Screen
from portals.cassind.mock.rules import iso, refusal
from portals.cassind.mock.seed import Guia, Procedure
from portals.cassind.mock.simplificado import another_patient
from portals.cassind.mock.state import Performed
from portals.mock.exchange import Asked
from portals.mock.faults import ANY

WAYS = {"detalhado": DETALHADO, "honorario": HONORARIO, "seriado": SERIADO}
BILL_PATHS = {
    "detalhado": "faturar_detalhado.php",
    "honorario": "faturar_honorario.php",
    "seriado": "faturar_seriado.php",
}
_TABS = ("pacotes", "taxas", "opmes")
_OPTIONAL = frozenset({"cobertura", "tipo_faturamento", "tipo_doenca", "tempo_doenca", "cid2", "cid3", "cid4", "cid1"})
_HOUR = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


class Guiado:
    """One of the three screens."""

    def __init__(self, desk: Desk, way: str) -> None:
        self._desk = desk
        self._faults = desk.faults
        self._state = desk.state
        self._way = way
        self._screen: Screen = WAYS[way]

    def open(self, asked: Asked) -> Response:
        """The empty form."""
        return self._page(asked)

    def listing(self, asked: Asked) -> Response:
        """Listar autorizações: the guia's block, or why there is none."""
        guia, problem = self._looked_up(asked)
        return self._page(asked, [danger(problem)] if problem else [], guia, on_load="listar_guia")

    def checked(self, asked: Asked) -> Response:
        """Conferir faturamento guia: what is billed of it already."""
        guia, problem = self._looked_up(asked)
        return self._page(asked, [danger(problem)] if problem else [], guia, billed=guia is not None)

    def bill(self, asked: Asked) -> Response:
        """Faturar guia: final."""
        guia, problem = self._looked_up(asked)
        if guia is None or problem:
            return self._page(asked, [danger(problem)])
        if odd := self._faults.take("unknown_notice", "faturar", guia.number):
            return self._page(asked, [danger(odd.text)], guia)
        if problem := self._refusal(asked, guia) or self._field_problem(asked):
            return self._page(asked, [danger(problem)], guia)
        performed, problem = self._performed(asked, guia)
        if problem:
            return self._page(asked, [danger(problem)], guia)
        contas = self._state.record(str(asked.session.user), performed, session=asked.session.label)
        protocolo = contas[0].protocolo
        return self._page(asked, [Message("success", (words.guia_billed(protocolo),), protocolo)])

    def _looked_up(self, asked: Asked) -> tuple[Guia | None, str]:
        number = asked.text("autorizacao")
        if not number:
            return None, words.AUTORIZACAO_MISSING
        guia = self._desk.guia(asked, number)
        if guia is None:
            return None, words.AUTORIZACAO_NOT_FOUND
        if guia.way != self._way:
            return None, words.OTHER_BILLING_CLOSED
        if asked.action == "listar_guia" and self._faults.take("swapped_patient", asked.action, number):
            guia = replace(guia, patient=another_patient(self._state.seed.guias, guia.patient))
        return guia, ""

    def _refusal(self, asked: Asked, guia: Guia) -> str:
        billed_in = "" if self._way == "seriado" else self._state.billed_in(guia.number)
        if billed_in and self._faults.take("duplicate_click_accepted", "faturar", guia.number):
            billed_in = ""
        why = refusal(guia, str(asked.session.user), billed_in, self._state.refusal(guia.number))
        return words.refused(guia.number, why) if why else ""

    def _field_problem(self, asked: Asked) -> str:
        fields = [field for group in self._screen.groups for field in group.fields]
        for field in fields:
            if problem := self._wrong(field, asked.text(field.name)):
                return problem
        start, end = asked.text("hora_inicial"), asked.text("hora_final")
        later = end != start if self._way == "honorario" else end > start
        return words.HOURS_ORDER if start and not later else ""

    def _wrong(self, field: Field, text: str) -> str:
        if not text:
            return "" if field.name in _OPTIONAL else words.missing(field.label)
        if field.kind == "date":
            return self._wrong_day(text)
        if field.name.startswith("hora"):
            return "" if _HOUR.fullmatch(text) else words.bad_hour(text)
        return ""

    def _wrong_day(self, text: str) -> str:
        day = iso(text)
        if day is None:
            return words.bad_date(text)
        return words.DATE_AHEAD if day > self._state.now().date().isoformat() else ""

    def _performed(self, asked: Asked, guia: Guia) -> tuple[list[Performed], str]:
        rows = self._sessions(asked, guia) if self._way == "seriado" else self._rows(asked, guia)
        found = [each for each in rows if isinstance(each, Performed)]
        problem = next((each for each in rows if isinstance(each, str)), "") or self._over(guia, found)
        if not problem and not found:
            problem = words.NO_ITEMS
        if changed := self._faults.take("value_changed", "faturar", guia.number) if not problem else None:
            found[0] = replace(found[0], value_cents=found[0].value_cents + changed.centavos)
        return found, problem

    def _rows(self, asked: Asked, guia: Guia) -> list[Performed | str]:
        day = iso(asked.text("data")) or ""
        rows: list[Performed | str] = []
        for tab in (tab.lower() for tab in self._screen.tabs):
            for code, count in zip(_texts(asked, f"{tab}_codigo"), _texts(asked, f"{tab}_quantidade"), strict=True):
                if code:
                    known = self._known(guia, tab, code)
                    rows.append(_performed(guia, known, day, count) if known else _unknown(tab, code))
        return rows

    def _known(self, guia: Guia, tab: str, code: str) -> Procedure | None:
        if tab in _TABS:
            listed = (row for row in self._state.seed.table if (row.tab, row.code) == (tab, code))
            return next((Procedure(row.code, row.description, row.value_cents, 999) for row in listed), None)
        return next((each for each in guia.authorised if each.code == code), None)

    def _sessions(self, asked: Asked, guia: Guia) -> list[Performed | str]:
        [procedure] = guia.authorised
        names = ("sessao_data", "sessao_inicial", "sessao_final")
        filled = [row for row in zip(*(_texts(asked, name) for name in names), strict=True) if any(row)]
        if len(set(filled)) != len(filled):
            return [words.ITEM_REPEATED]
        if asked.text("procedimentos_quantidade") != str(len(filled)):
            return [words.DATES_AND_QUANTITY]
        again = {conta.session: conta.protocolo for conta in self._state.contas() if conta.guia == guia.number}
        rows = [self._session(guia, procedure, *row) for row in filled]
        twice = next(
            (again[each.session] for each in rows if isinstance(each, Performed) and each.session in again), ""
        )
        if twice and not self._faults.take("duplicate_click_accepted", "faturar", guia.number):
            return [words.refused(guia.number, words.already_billed(twice))]
        return rows

    def _session(self, guia: Guia, procedure: Procedure, day: str, start: str, end: str) -> Performed | str:
        if problem := self._wrong_day(day):
            return problem
        if not (_HOUR.fullmatch(start) and _HOUR.fullmatch(end)):
            return words.bad_hour(start if not _HOUR.fullmatch(start) else end)
        if end <= start:
            return words.HOURS_ORDER
        value = procedure.value_cents
        when = iso(day) or ""
        return Performed(guia, procedure.code, procedure.description, when, value, session=f"{when} {start}")

    def _over(self, guia: Guia, found: Iterable[Performed]) -> str:
        found = tuple(found)
        for procedure in guia.authorised:
            left = procedure.authorised - self._state.used(guia.number, procedure.code)
            asked = sum(each.quantity for each in found if each.code == procedure.code)
            if asked > left and not self._faults.standing("duplicate_click_accepted"):
                return words.too_many(procedure.code, left)
        return ""

    def _page(
        self,
        asked: Asked,
        messages: Sequence[Message] = (),
        guia: Guia | None = None,
        *,
        on_load: str = "",
        billed: bool = False,
    ) -> Response:
        used = [(each, self._state.used(guia.number, each.code)) for each in guia.authorised] if guia else []
        fields = (*self._screen.fields, *(field for group in self._screen.groups for field in group.fields))
        return self._desk.work(
            asked,
            "guiado.html",
            messages,
            dialog=self._desk.dialog(on_load) if on_load else None,
            bill_dialog=self._desk.dialog("faturar") if guia else None,
            each_click=any(f.on in {ANY, "faturar"} for f in self._faults.standing("duplicate_click_accepted")),
            screen=self._screen,
            way=self._way,
            bill_path=BILL_PATHS[self._way],
            guia=guia,
            used=used,
            billed=[conta for conta in self._state.contas() if guia and conta.guia == guia.number] if billed else None,
            graus=GRAUS,
            vias=VIAS,
            confirm=words.GUIA_CONFIRM,
            contratado=self._desk.account(asked).name,
            values={field.name: asked.text(field.name) for field in fields},
        )


def codes(desk: Desk, asked: Asked) -> Response:
    """What the screen asks while a code is typed: its description, or nothing."""
    tab, code, number = (asked.query.get(name, "") for name in ("aba", "codigo", "guia"))
    rows = [row.description for row in desk.state.seed.table if (row.tab, row.code) == (tab, code)]
    guia = desk.guia(asked, number)
    if guia is not None and tab not in _TABS:
        rows = [each.description for each in guia.authorised if each.code == code]
    return Response("".join(rows[:1]), media_type="text/plain; charset=utf-8")


def search_codes(desk: Desk, asked: Asked) -> Response:
    """The window that the magnifier beside a code opens: every code of the tab that begins with what was typed."""
    tab, code, number = (asked.query.get(name, "") for name in ("aba", "codigo", "guia"))
    guia = desk.guia(asked, number)
    listed = [(row.code, row.description) for row in desk.state.seed.table if row.tab == tab]
    if guia is not None and tab not in _TABS:
        listed = [(each.code, each.description) for each in guia.authorised]
    found = [row for row in listed if row[0].startswith(code)] if "codigo" in asked.query else None
    return desk.bare("codigos.html", tab=tab, number=number, code=code, rows=found, nothing=words.NO_CODE)


def _performed(guia: Guia, known: Procedure, day: str, count: str) -> Performed | str:
    if not re.fullmatch(r"[1-9]\d{0,2}", count):
        return words.missing("Quantidade")
    return Performed(guia, known.code, known.description, day, known.value_cents, int(count))


def _unknown(tab: str, code: str) -> str:
    return words.not_listed(tab, code) if tab in _TABS else words.not_authorised(code)


def _texts(asked: Asked, name: str) -> list[str]:
    return [str(text).strip() for text in asked.form.getlist(name)]
