"""The panel as an ASGI application: one table says every address, the right it asks for and what answers it."""

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from agent.panel.access import Right
from agent.panel.afar import SOCKET, ask_afar, attending, give_pass, leave_afar, show_afar
from agent.panel.appeals import accept_loss, draft_appeals, follow_appeal, give_letter, take_up_loss
from agent.panel.approvals import decide, show_approval
from agent.panel.board import export_board, show_board
from agent.panel.day import answer_done, show_day
from agent.panel.denials import export_denials, show_denials
from agent.panel.entry import show_entry
from agent.panel.fault import our_fault
from agent.panel.gate import guarded
from agent.panel.headers import SafeHeaders
from agent.panel.house import House
from agent.panel.live import live_progress
from agent.panel.logins import keep_password
from agent.panel.mapping_text import save_text, show_mapping
from agent.panel.members import add_member, change_member, show_members
from agent.panel.month import export_month, show_month
from agent.panel.pendencias import act_on
from agent.panel.proof import show_proof
from agent.panel.rendering import STATIC
from agent.panel.settings import add_clinic, save_section, show_group, show_settings
from agent.panel.sheets import answer_question, discard, give_marked_copy, keep, receive, show_sheet, show_sheets
from agent.panel.signin import go_home, show_sign_in, sign_in, sign_out
from agent.panel.visit import Page

LIVE = "/dia/agora"
PAGES = (
    Page("/entrar", "GET", "entrar", Right.ANYBODY, show_sign_in, noted=False),
    Page("/entrar", "POST", "entrar", Right.ANYBODY, sign_in, noted=False),
    Page("/sair", "POST", "saída", Right.BOARD, sign_out),
    Page("/", "GET", "início", Right.BOARD, go_home, noted=False),
    Page("/dia", "GET", "meu dia", Right.DAY, show_day),
    Page("/fila/{numero}", "POST", "item feito", Right.ANSWER, answer_done),
    Page("/atender", "GET", "atender", Right.ANSWER, show_afar),
    Page("/atender", "POST", "atender pedido", Right.ANSWER, ask_afar),
    Page("/atender/parar", "POST", "atender deixado", Right.ANSWER, leave_afar),
    Page("/atender/ficha", "POST", "ficha", Right.ANSWER, give_pass, noted=False),
    Page("/aprovar/{numero}", "GET", "aprovação", Right.DAY, show_approval),
    Page("/aprovar/{numero}", "POST", "aprovação respondida", Right.APPROVE, decide),
    Page("/glosas", "GET", "glosas", Right.BOARD, show_denials),
    Page("/glosas.{tipo}", "GET", "glosas exportadas", Right.BOARD, export_denials),
    Page("/glosas/redigir", "POST", "recurso redigido", Right.APPEAL, draft_appeals),
    Page("/recurso/{recurso}", "POST", "recurso acompanhado", Right.APPEAL, follow_appeal),
    Page("/recurso/{recurso}/carta", "GET", "carta do recurso", Right.APPEAL, give_letter),
    Page("/lancamento/{lancamento}/perda", "POST", "glosa dada por perdida", Right.APPEAL, accept_loss),
    Page("/lancamento/{lancamento}/retomar", "POST", "glosa retomada", Right.APPEAL, take_up_loss),
    Page("/planilhas", "GET", "planilhas", Right.SHEETS, show_sheets),
    Page("/planilhas", "POST", "planilha recebida", Right.SHEETS, receive, takes_file=True),
    Page("/planilhas/{recebida}", "GET", "planilha conferida", Right.SHEETS, show_sheet),
    Page("/planilhas/{recebida}/copia", "GET", "cópia marcada", Right.SHEETS, give_marked_copy),
    Page("/planilhas/{recebida}/responder", "POST", "pergunta respondida", Right.SHEETS, answer_question),
    Page("/planilhas/{recebida}/guardar", "POST", "planilha guardada", Right.SHEETS, keep),
    Page("/planilhas/{recebida}/descartar", "POST", "planilha descartada", Right.SHEETS, discard),
    Page("/configuracoes", "GET", "configurações", Right.SETTINGS, show_settings),
    Page("/configuracoes", "POST", "clínica criada", Right.SETTINGS, add_clinic),
    Page("/configuracoes/{grupo}", "GET", "configurações", Right.SETTINGS, show_group),
    Page("/configuracoes/{grupo}", "POST", "configuração mudada", Right.SETTINGS, save_section),
    Page("/configuracoes/{clinica}/senha", "POST", "senha guardada", Right.SETTINGS, keep_password),
    Page("/configuracoes/{clinica}/mapeamento", "GET", "mapeamento", Right.SETTINGS, show_mapping),
    Page("/configuracoes/{clinica}/mapeamento", "POST", "mapeamento mudado", Right.SETTINGS, save_text),
    Page("/pessoas", "GET", "pessoas", Right.MEMBERS, show_members),
    Page("/pessoas", "POST", "pessoa criada", Right.MEMBERS, add_member),
    Page("/pessoas/{numero}", "POST", "pessoa mudada", Right.MEMBERS, change_member),
    Page("/quadro", "GET", "quadro", Right.BOARD, show_board),
    Page("/mes/{mes}", "GET", "mês", Right.BOARD, show_month),
    Page("/mes/{mes}/lancamentos.{tipo}", "GET", "lançamentos exportados", Right.BOARD, export_month),
    Page("/mes/{mes}/pendencia/{pendencia}", "POST", "pendência tratada", Right.ANSWER, act_on),
    Page("/lancamento/{lancamento}", "GET", "lançamento", Right.BOARD, show_entry),
    Page("/prova/{mes}/{sha256}", "GET", "prova", Right.EVIDENCE, show_proof),
    Page("/quadro.{tipo}", "GET", "quadro exportado", Right.BOARD, export_board),
)


def make_app(house: House) -> ASGIApp:
    """The panel over one office."""
    middleware = [
        Middleware(SafeHeaders, secure=house.sessions.secure),
        # A page elsewhere that makes its own name lead to this machine would otherwise be let in as ours.
        Middleware(TrustedHostMiddleware, allowed_hosts=list(house.hosts), www_redirect=False),
    ]
    return Starlette(routes=routes_of(house), middleware=middleware, exception_handlers={Exception: our_fault(house)})


def routes_of(house: House) -> list[BaseRoute]:
    """Every address that is answered."""
    pages = [Route(page.path, guarded(house, page), methods=[page.method]) for page in PAGES]
    live = Route(LIVE, live_progress(house), methods=["GET"])
    socket = WebSocketRoute(SOCKET, attending(house))
    return [*pages, live, socket, Mount("/estatico", StaticFiles(directory=STATIC))]
