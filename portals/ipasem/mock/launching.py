"""GERAR REQUERIMENTOS: one authorisation at a time, field by field, until Gravar Movimento."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from starlette.responses import JSONResponse, Response

from portals.ipasem.mock import dental, rules
from portals.ipasem.mock.desk import HOME, Desk, Notice, number_of, redirect, typed
from portals.ipasem.mock.month import Month, month_of, shown_amount, shown_day
from portals.ipasem.mock.movement import Movimento
from portals.ipasem.mock.seed import Autorizacao
from portals.ipasem.mock.state import Refusal
from portals.mock.exchange import Asked


@dataclass(frozen=True)
class OpenForm:
    """The form of one movement as it stands on the screen."""

    movement: Movimento
    authorisation: Autorizacao
    patient: Autorizacao
    values: dict[str, str]
    included: list[Movimento] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)
    changing: bool = False


class Launching:
    """The launch screen and the acts on it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def screen(self, asked: Asked) -> Response:
        """GET: "DIGITE OS DADOS DO REQUERIMENTO MM/AAAA", waiting for a number."""
        return self._show(asked)

    def _show(
        self, asked: Asked, *, notice: Notice | None = None, form: OpenForm | None = None, number: str = ""
    ) -> Response:
        month = self._desk.month(asked)
        if isinstance(month, dict):
            return redirect(HOME)
        return self._desk.page(
            "movimento.html", asked, aviso=notice, mes=month, formulario=form, numero=number, **self._rest(asked)
        )

    def _rest(self, asked: Asked) -> dict[str, Any]:
        faults = self._desk.stage.faults
        return {
            "repetivel": bool(faults.standing("duplicate_click_accepted")),
            "antes": self._desk.standing_surprise("antes-de-gravar", asked),
            "rotulos": rules.LABELS,
            "odonto": dental.LABELS,
            "faces_possiveis": list(dental.FACES),
        }

    def open(self, asked: Asked) -> Response:
        """Enter on the number: the form, or the refusal; as a fragment in the plain skin, a page in the old."""
        opened = self._opened(asked)
        if self._desk.old:
            return self._opened_page(asked, opened)
        surprise = self._desk.surprise(asked.action, asked)
        if isinstance(opened, str):
            return JSONResponse({"ok": False, "mensagem": opened, "imprevisto": surprise})
        html = self._desk.stage.pages.render(
            "formulario.html",
            formulario=opened,
            mes=self._desk.month(asked),
            csrf=asked.session.csrf,
            **self._rest(asked),
        )
        return JSONResponse({"ok": True, "html": html, "imprevisto": surprise})

    def _opened_page(self, asked: Asked, opened: OpenForm | str) -> Response:
        number = number_of(asked) or ""
        if isinstance(opened, str):
            return self._show(asked, notice=Notice(opened), number=number)
        return self._show(asked, form=opened, number=number)

    def _opened(self, asked: Asked) -> OpenForm | str:
        number = number_of(asked)
        month = self._desk.month(asked)
        if number is None or isinstance(month, dict):
            return "Número da autorização não pode ficar em branco."
        if self._desk.stage.faults.take("lookup_failing", asked.action, number):
            return rules.LOOKUP_FAILED
        unknown = self._desk.unknown_refusal(asked)
        if unknown is not None:
            return unknown
        draft = self._desk.records.open(self._desk.who(asked), month, number)
        return draft.text if isinstance(draft, Refusal) else self._form(asked, draft)

    def _form(self, asked: Asked, draft: Movimento) -> OpenForm:
        authorisation = self._authorisation(draft)
        launched = self._desk.records.launched(self._desk.who(asked), month_of(draft.mes), draft.autorizacao)
        price = shown_amount(authorisation.procedures[0].price_cents)
        return OpenForm(
            movement=draft,
            authorisation=authorisation,
            patient=self._shown_patient(asked, authorisation),
            values={**dict.fromkeys([*rules.LABELS, *dental.LABELS], ""), "valor": price},
            included=[m for m in launched if m.finalizado],
        )

    def _authorisation(self, movement: Movimento) -> Autorizacao:
        found = self._desk.records.authorisation(movement.autorizacao)
        assert found is not None
        return found

    def _shown_patient(self, asked: Asked, true: Autorizacao) -> Autorizacao:
        if not self._desk.stage.faults.take("swapped_patient", asked.action, true.number):
            return true
        others = (a for a in self._desk.records.seed.authorizations if a.patient != true.patient)
        made_up = true.model_copy(update={"patient": "BENEFICIÁRIO TROCADO", "matricula": "0000-0"})
        return next(others, made_up)

    def check(self, asked: Asked) -> Response:
        """One field's check by the server: {"ok", "mensagem", "valor"}, the table's price for a code."""
        found = self._desk.records.authorisation(number_of(asked) or "")
        if found is None:
            return JSONResponse({"ok": False, "mensagem": rules.NOT_FOUND})
        name, text = typed(asked, "campo"), typed(asked, "valor")
        if name == "codigo":
            problem = rules.check_code(text, found)
            procedure = found.procedure(text)
            price = shown_amount(procedure.price_cents) if procedure else ""
            return JSONResponse({"ok": problem is None, "mensagem": problem or "", "valor": price})
        problem = rules.check_date(text, found, self._desk.stage.now().date())
        return JSONResponse({"ok": problem is None, "mensagem": problem or "", "valor": ""})

    def suggest(self, asked: Asked) -> Response:
        """The dental procedures whose code or name holds what is being typed: [{"codigo", "nome"}, ...]."""
        term = typed(asked, "termo").casefold()
        table = self._desk.records.seed.dental_table
        found = [p for p in table if term and (p.code.startswith(term) or term in p.description.casefold())]
        return JSONResponse([{"codigo": p.code, "nome": p.description} for p in found])

    def save(self, asked: Asked) -> Response:
        """Gravar Movimento."""
        unknown = self._desk.unknown_refusal(asked)
        if unknown is not None:
            return self._show(asked, notice=Notice(unknown))
        number = number_of(asked)
        faults = self._desk.stage.faults
        changed = faults.take("value_changed", asked.action, number)
        values = {name: typed(asked, name) for name in {**rules.LABELS, **dental.LABELS}}
        saved = self._desk.records.save(
            self._desk.who(asked),
            typed(asked, "movimento"),
            values,
            self._desk.stage.now().date(),
            added_centavos=0 if changed is None else changed.centavos,
            again=bool(faults.standing("duplicate_click_accepted")) and not typed(asked, "alteracao"),
        )
        if isinstance(saved, Refusal):
            return self._not_saved(asked, saved, values)
        verb = "alterado" if typed(asked, "alteracao") else "gravado"
        done = f"Movimento {verb} com sucesso. ID do Movimento: {saved.id}"
        return self._show(asked, notice=Notice(done, good=True))

    def _not_saved(self, asked: Asked, refused: Refusal, values: dict[str, str]) -> Response:
        before = self._desk.records.movement(self._desk.who(asked).account.document, typed(asked, "movimento"))
        if refused.text or before is None:
            return self._show(asked, notice=Notice(refused.text))
        authorisation = self._authorisation(before)
        form = OpenForm(
            movement=before,
            authorisation=authorisation,
            patient=authorisation,
            values=values,
            errors=refused.errors or {},
            changing=before.finalizado,
        )
        return self._show(asked, form=form, number=before.autorizacao)

    def delete(self, asked: Asked) -> Response:
        """Excluir Registro."""
        unknown = self._desk.unknown_refusal(asked)
        if unknown is not None:
            return self._show(asked, notice=Notice(unknown))
        gone = self._desk.records.delete(self._desk.who(asked), typed(asked, "movimento"))
        if isinstance(gone, Refusal):
            return self._show(asked, notice=Notice(gone.text))
        return self._show(asked, notice=Notice("Registro excluído com sucesso.", good=True))

    def change(self, asked: Asked) -> Response:
        """Alterar: a finished movement's form, filled with what is recorded."""
        found = self._desk.records.movement(self._desk.who(asked).account.document, typed(asked, "movimento"))
        if found is None or not found.finalizado:
            return self._show(asked, notice=Notice(rules.RECORD_GONE))
        month: Month = month_of(found.mes)
        if self._desk.records.closed(found.document, month):
            return self._show(asked, notice=Notice(rules.already_closed(month)))
        authorisation = self._authorisation(found)
        form = OpenForm(found, authorisation, authorisation, _recorded(found), changing=True)
        return self._show(asked, form=form, number=found.autorizacao)


def _recorded(found: Movimento) -> dict[str, str]:
    return {
        "dente": found.dente,
        "faces": dental.names(found.faces),
        "conselho": found.conselho,
        "codigo": found.codigo,
        "data": shown_day(found.data),
        "quantidade": str(found.quantidade),
        "valor": shown_amount(found.valor),
        "observacao": found.observacao,
    }
