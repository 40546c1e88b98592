"""Who uses the panel, what each may do, and what was seen and done: the administrator's page."""

from starlette.responses import RedirectResponse, Response

from agent.ledger.members import Member
from agent.model.errors import InputError, LedgerError
from agent.panel.access import PAPEIS
from agent.panel.membership import Joining, check_role, join
from agent.panel.passwords import generated
from agent.panel.rendering import page
from agent.panel.visit import NotHere, Visit

_SIGHTS = 200


def show_members(visit: Visit) -> Response:
    """The page."""
    return _page(visit)


def add_member(visit: Visit) -> Response:
    """Somebody new, with a password that is shown once. Raises InputError or SetupError naming what does not fit."""
    form, secret = visit.form, generated()
    new = Joining(form.get("nome", ""), form.get("papel", ""), form.get("clinica", ""), secret)
    member = join(visit.house.office, visit.ledger, new, visit.house.passwords, by=visit.who.nome)
    return _page(visit, fresh=(member, secret))


def change_member(visit: Visit) -> Response:
    """Another role, another password, or out. Nobody does this to themselves: an office never locks itself out."""
    member = _member(visit)
    if member.id == visit.who.member.id:
        raise InputError("ninguém muda o próprio acesso.", where="pessoas", do="Peça a outra pessoa que administra.")
    if visit.form.get("ato") == "senha":
        secret = generated()
        visit.ledger.members.set_secret(member, visit.house.passwords.hash(secret), by=visit.who.nome)
        return _page(visit, fresh=(member, secret))
    papel, clinica = visit.form.get("papel", ""), visit.form.get("clinica", "")
    check_role(visit.house.office, papel, clinica)
    visit.ledger.members.change(member, papel, clinica, ativo=visit.form.get("ativo") == "1", by=visit.who.nome)
    return RedirectResponse("/pessoas", status_code=303)


def _member(visit: Visit) -> Member:
    try:
        return visit.ledger.members.get(visit.number("numero"))
    except LedgerError:
        raise NotHere from None


def _page(visit: Visit, fresh: tuple[Member, str] | None = None) -> Response:
    members, sights = visit.ledger.members.all(), visit.ledger.members.sights(_SIGHTS)
    return page(visit, "pessoas.html", members=members, sights=sights, fresh=fresh, papeis=list(PAPEIS))
