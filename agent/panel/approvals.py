"""A yes or a no to one irreversible act: what is approved, its findings and its hash; the CLI's own way to say it."""

from starlette.responses import RedirectResponse, Response

from agent.ledger.queue import Waiting
from agent.model.competencia import Competencia
from agent.model.errors import InputError
from agent.panel.access import Right
from agent.panel.day import waiting_item
from agent.panel.rendering import page
from agent.panel.visit import NotHere, Visit
from agent.people.approval import CODE
from agent.schedule.approving import NO, YES, answer_state, moved_since, needs_two, why_not_second


def show_approval(visit: Visit) -> Response:
    """The page; whoever may not approve reads it all the same."""
    item = _approval(visit)
    what, *findings = item.seen.splitlines()
    mes = visit.ledger.months.find(item.clinica, item.portal, Competencia.read(item.competencia))
    lines = [line for line in visit.house.figuring.lines(visit.ledger) if mes is not None and line.mes.id == mes.id]
    return page(
        visit,
        "aprovar.html",
        item=item,
        what=what,
        findings=findings,
        code=item.subject[:CODE],
        line=lines[0] if lines else None,
        moved=item.state == "open" and moved_since(visit.ledger, item),
        may_decide=visit.who.may(Right.APPROVE),
        two=needs_two(item.step, _two(visit)),
        not_second=why_not_second(item, visit.who.nome),
    )


def decide(visit: Visit) -> Response:
    """Take the answer. Raises InputError for a wrong code or state, Moved when the month is not what was shown."""
    item = _approval(visit)
    if visit.form.get("estado") != item.subject or item.state != "open":
        raise InputError(
            "esta pergunta já não está aberta.", where="aprovação", do="Volte ao seu dia e veja o que espera."
        )
    yes = visit.form.get("resposta") == YES
    if yes and visit.form.get("codigo", "").strip().lower() != item.subject[:CODE].lower():
        raise InputError("o código não confere; nada foi aprovado.", where="aprovação", do="Copie o código mostrado.")
    answer_state(visit.ledger, item.subject, YES if yes else NO, visit.who.nome, _two(visit))
    return RedirectResponse("/dia", status_code=303)


def _two(visit: Visit) -> tuple[str, ...]:
    return visit.house.office.settings.aprovacoes.segunda_pessoa


def _approval(visit: Visit) -> Waiting:
    item = waiting_item(visit)
    if item.kind != "aprovar":
        raise NotHere
    return item
