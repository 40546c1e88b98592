"""The one gate before every page: who it is, whether the form is ours, whether the role may; and what was seen."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse, Response

from agent.ledger.members import Look
from agent.ledger.store import Ledger
from agent.model.errors import FaturistaError, LedgerError
from agent.panel.access import Right, Visitor
from agent.panel.house import House
from agent.panel.rendering import page as render
from agent.panel.sessions import NOBODY, Ticket
from agent.panel.visit import NotHere, Page, Upload, Visit

TOKEN = "token"  # noqa: S105 - the name of a form's field
_MOST_BYTES = 64 * 1024
_MOST_FIELDS = 60
_LARGEST_FILE = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Sent:
    """What a form brought."""

    fields: Mapping[str, str]
    upload: Upload | None = None


def guarded(house: House, page: Page) -> Callable[[Request], Awaitable[Response]]:
    """The page behind the gate, as Starlette calls it."""

    async def endpoint(request: Request) -> Response:
        sent: Sent | None = Sent({})
        if page.takes_file:
            known = house.sessions.read(request.cookies.get(house.sessions.cookie))
            sent = await _file_of(request) if known is not None and known.member_id != NOBODY else None
        elif page.method == "POST":
            sent = await _form_of(request)
        return await run_in_threadpool(_answer, house, page, request, sent)

    return endpoint


def visitor_of(ledger: Ledger, ticket: Ticket | None) -> Visitor | None:
    """The member that a ticket lets in: still active, and nothing ended what they had open."""
    if ticket is None or ticket.member_id == NOBODY:
        return None
    try:
        member = ledger.members.get(ticket.member_id)
    except LedgerError:
        return None
    return Visitor(member) if member.ativo and member.epoch == ticket.epoch else None


def place_of(request: HTTPConnection) -> str:
    """Where a request or a socket comes from, for the record."""
    return request.client.host if request.client else ""


async def _form_of(request: Request) -> Sent | None:
    """The fields of a form; None for what no form of ours sends."""
    if not _is_ours(request, "application/x-www-form-urlencoded", _MOST_BYTES):
        return None
    fields = await request.form(max_files=0, max_fields=_MOST_FIELDS)
    return Sent({name: value for name, value in fields.items() if isinstance(value, str)})


async def _file_of(request: Request) -> Sent | None:
    """The fields and the file of a form that brings one; None for what no form of ours sends."""
    if not _is_ours(request, "multipart/form-data", _LARGEST_FILE):
        return None
    try:
        async with request.form(max_files=1, max_fields=_MOST_FIELDS, max_part_size=_MOST_BYTES) as fields:
            files = [value for value in fields.values() if isinstance(value, UploadFile) and value.filename]
            upload = Upload(files[0].filename or "", await files[0].read()) if files else None
            return Sent({name: value for name, value in fields.items() if isinstance(value, str)}, upload)
    except HTTPException:
        return None


def _is_ours(request: Request, wanted: str, most: int) -> bool:
    length = request.headers.get("content-length", "")
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    return length.isdigit() and int(length) <= most and kind == wanted


def _answer(house: House, page: Page, request: Request, sent: Sent | None) -> Response:
    with house.books() as ledger:
        ticket = house.sessions.read(request.cookies.get(house.sessions.cookie))
        visitor = visitor_of(ledger, ticket)
        fresh, cookie = house.sessions.issue() if ticket is None else (ticket, None)
        fields, upload = (sent.fields, sent.upload) if sent else ({}, None)
        visit = Visit(house, request, ledger, fresh, visitor, fields, upload)
        response = _let_in(page, visit, sent is not None and house.sessions.is_of(ticket, fields.get(TOKEN, "")))
        if page.noted and visitor is not None:
            what = page.name if response.status_code < 400 else f"{page.name} (recusado)"
            look = Look(visitor.nome, what, visit.about, request.url.path, place_of(request))
            house.scribe.saw(ledger, look)
        if cookie is not None and "set-cookie" not in response.headers:
            keep_cookie(house, response, cookie)
        return response


def keep_cookie(house: House, response: Response, cookie: str) -> None:
    """Give a cookie that no script reads and no other site sends; it is gone with the browser's window."""
    response.set_cookie(
        house.sessions.cookie, cookie, path="/", httponly=True, samesite="strict", secure=house.sessions.secure
    )


def _let_in(page: Page, visit: Visit, form_is_ours: bool) -> Response:
    if page.right is not Right.ANYBODY and visit.visitor is None:
        return _sign_in_first(page, visit)
    if page.method == "POST" and not form_is_ours:
        return refusal(visit, 403, "Este formulário venceu ou não veio do painel. Abra a página de novo e repita.")
    if visit.visitor is not None and not visit.visitor.may(page.right):
        return refusal(visit, 403, "Seu papel no escritório não inclui esta página.")
    try:
        return page.answer(visit)
    except NotHere:
        return refusal(visit, 404, "Não há nada aqui para você ver.")
    except FaturistaError as error:
        return refusal(visit, 409, str(error))


def _sign_in_first(page: Page, visit: Visit) -> Response:
    if page.method == "POST":
        return refusal(visit, 401, "Sua entrada venceu. Entre de novo e repita; nada foi feito.")
    url = visit.request.url
    back = url.path + (f"?{url.query}" if url.query else "")
    return RedirectResponse(f"/entrar?voltar={quote(back)}", status_code=303)


def refusal(visit: Visit, status: int, text: str) -> Response:
    """A page that says why not."""
    return render(visit, "recusa.html", status=status, text=text)
