"""Signing in and out: names and passwords, a few tries in some minutes, every refusal on record."""

import re
from datetime import timedelta

from starlette.responses import RedirectResponse, Response

from agent.ledger.members import Member
from agent.ledger.transaction import stamp
from agent.panel.access import Visitor
from agent.panel.gate import keep_cookie, place_of
from agent.panel.rendering import page
from agent.panel.visit import Visit

WINDOW = timedelta(minutes=10)
TRIES_OF_A_NAME, TRIES_FROM_A_PLACE = 5, 20
_INSIDE = re.compile(r"/(?:[\w.%-][\w./?=&%+,-]*)?", re.ASCII)
_REFUSED, _UNKNOWN = "entrada recusada", "(nome desconhecido)"


def show_sign_in(visit: Visit) -> Response:
    """The form; whoever is in already goes on."""
    if visit.visitor is not None:
        return RedirectResponse(visit.visitor.home, status_code=303)
    return page(visit, "entrar.html", back=_local(visit.asked("voltar")), problem="")


def sign_in(visit: Visit) -> Response:
    """Let a member in with a new ticket, or say no without saying which of the two was wrong."""
    member = visit.ledger.members.called(visit.form.get("nome", "")[:200])
    name = member.nome if member else _UNKNOWN
    if _too_often(visit, name, known=member is not None):
        minutes = int(WINDOW.total_seconds() // 60)
        return _refused(visit, 429, f"Tentativas demais. Espere {minutes} minutos e tente de novo.")
    passwords = visit.house.passwords
    kept = member.senha if member and member.ativo else None
    if not passwords.fits(kept, visit.form.get("senha", "")) or member is None:
        visit.ledger.members.saw(name, _REFUSED, place=place_of(visit.request))
        return _refused(visit, 401, "O nome ou a senha não confere.")
    if passwords.is_old(member.senha):
        visit.ledger.members.rehash(member, passwords.hash(visit.form["senha"]))
    return _let_in(visit, member)


def sign_out(visit: Visit) -> Response:
    """End all that the member has open, here and elsewhere."""
    visit.ledger.members.end_all(visit.who.member)
    response = RedirectResponse("/entrar", status_code=303)
    keep_cookie(visit.house, response, visit.house.sessions.issue()[1])
    return response


def go_home(visit: Visit) -> Response:
    """From the bare address to where the visitor's day begins."""
    return RedirectResponse(visit.who.home, status_code=303)


def _let_in(visit: Visit, member: Member) -> Response:
    visit.ledger.members.saw(member.nome, "entrada", place=place_of(visit.request))
    back = _local(visit.form.get("voltar", ""))
    response = RedirectResponse(back or Visitor(member).home, status_code=303)
    keep_cookie(visit.house, response, visit.house.sessions.issue(member.id, member.epoch)[1])
    return response


def _refused(visit: Visit, status: int, problem: str) -> Response:
    return page(visit, "entrar.html", status=status, back=_local(visit.form.get("voltar", "")), problem=problem)


def _too_often(visit: Visit, name: str, *, known: bool) -> bool:
    since = stamp(visit.house.clock() - WINDOW)
    by_name, from_there = visit.ledger.members.how_often(_REFUSED, since, who=name, place=place_of(visit.request))
    return (known and by_name >= TRIES_OF_A_NAME) or from_there >= TRIES_FROM_A_PLACE


def _local(back: str) -> str:
    """An address of this panel to go back to; "" for anything that may lead elsewhere."""
    return back if _INSIDE.fullmatch(back) else ""
