"""The imitation of CASSIND's Solus Web Prestador as one application: routes, records, doors.

Actions, as faults and the request log name them: entrada, acesso, abrir_login, login, principal, home,
abrir_simplificado, listar, faturar, abrir_guia, listar_guia, conferir_guia, codigos, buscar_codigos, abrir_xml,
enviar_xml, historico, abrir_protocolos, protocolos, imprimir, glosas, demonstrativos, demonstrativo, comunicados,
busca, tela, senha, sair.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

from portals.cassind.mock.access import Access
from portals.cassind.mock.desk import Desk
from portals.cassind.mock.envio_xml import EnvioXml
from portals.cassind.mock.guiado import BILL_PATHS, WAYS, Guiado, codes, search_codes
from portals.cassind.mock.menu import ROOT
from portals.cassind.mock.protocolos import Protocolos
from portals.cassind.mock.relatorios import Relatorios
from portals.cassind.mock.screens import SCREENS, handler
from portals.cassind.mock.seed import Seed
from portals.cassind.mock.simplificado import Simplificado
from portals.cassind.mock.state import Conta, Glosa, State
from portals.cassind.mock.witness import Witness
from portals.mock.doors import door_routes, duplicates
from portals.mock.exchange import Actions, Asked, Guard, Manners
from portals.mock.faults import Faults
from portals.mock.skins import Skin
from portals.mock.stage import Clock, Settings, Stage, brazilian_time
from portals.mock.store import Commit, Key

IDLE = timedelta(minutes=20)
COOKIE = "PHPSESSID"
_TEMPLATES = Path(__file__).parent / "templates"
_OPEN_TO_ALL = frozenset({"entrada", "acesso", "abrir_login", "login", "senha"})


class MockCassind:
    """One imitation. `app` is served; everything else is the auditor's and the tests'."""

    def __init__(self, seed: Seed, settings: Settings, *, notices: bool) -> None:
        self.stage = Stage(settings, templates=_TEMPLATES, cookie=COOKIE)
        self.state = State(seed, settings.clock, self.stage.store)
        self.faults: Faults = self.stage.faults
        self.door_token = settings.door_token
        self._witness = Witness(self.state, self.stage.sessions.end_all)
        desk = Desk(self.stage, self.state, notices=notices)
        self.app = Starlette(routes=[*_routes(desk), *door_routes(self.stage, self._witness)])

    def contas(self, login: str = "", protocolo: str = "") -> list[Conta]:
        """What is truly recorded: every billed guia, oldest first, of one login or protocolo where named."""
        return self.state.contas(login=login, protocolo=protocolo)

    def recorded(self) -> dict[str, Any]:
        """Every conta, and the guias still open per login, as JSON."""
        return self._witness.recorded()

    def duplicates(self, plan: Mapping[Key, int] | None = None) -> dict[str, Any]:
        """Too many now (`agora`), ever (`alguma_vez`), missing (`faltam`), against a plan by Conta.key."""
        return duplicates(self.stage, plan)

    def journal(self) -> tuple[Commit, ...]:
        """Every commit so far, in order."""
        return self.stage.store.journal()

    def requests(self, action: str | None = None) -> list[dict[str, Any]]:
        """Every request that arrived, or those of one action."""
        return self.stage.requests.rows(action)

    def analisar(self, protocolo: str, glosas: Sequence[Glosa] = (), sem_retorno: Sequence[str] = ()) -> list[Conta]:
        """The operadora analyses a protocolo. Raises ValueError where it cannot."""
        return self.state.analisar(protocolo, glosas, sem_retorno)

    def pagar(self, protocolo: str) -> list[Conta]:
        """The operadora pays what it released of a protocolo. Raises ValueError where there is none."""
        return self.state.pagar(protocolo)

    def criticise(self, name: str, number: str = "") -> None:
        """From now on the operadora finds this fault (see envio_xml.CRITICAS) in files with this guia, or in any."""
        self.state.criticise(name, number)

    def auto_glosa(self, name: str, number: str = "", *, on: bool = True) -> None:
        """From now on the operadora cuts such contas by itself (see auto_glosas.AUTO_GLOSAS), of a guia or of all."""
        self.state.auto_glosas.switch(name, number, on=on)

    def file_stands(self, lote: str, status: str) -> None:
        """From now on the Histórico shows this status of the file with that number."""
        self.state.file_stands(lote, status)

    def paginate(self, rows: int, *, stuck: bool = False) -> None:
        """From now on each list shows so many rows on a page (0: all); when `stuck`, the first page for any.

        Faturamento Simplificado is none of them: it has its own Quantidade de guias listadas.
        """
        self.state.rows_per_page, self.state.pages_stand_still = rows, stuck

    def refuse(self, number: str, text: str) -> None:
        """From now on the portal refuses to bill this guia, in these words; "" takes it back."""
        self.state.refuse(number, text)

    def advance(self, command: str, data: Mapping[str, Any]) -> dict[str, Any]:
        """The auditor's command over HTTP, by name: see Witness.advance."""
        return self._witness.advance(command, data)


def create_app(
    seed: Seed,
    *,
    skin: Skin | str = Skin.SIMPLES,
    latency_ms: int = 0,
    clock: Clock = brazilian_time,
    door_token: str | None = None,
    state_path: Path | None = None,
    human_clicks: bool = False,
    idle: timedelta = IDLE,
    single_session: bool = False,
    notices: bool | None = None,
) -> MockCassind:
    """A mock CASSIND over `seed`, or over what `state_path` already holds of an earlier run.

    `notices` shows the notices after login (unless told, only in the skin "antiga"); without a
    `door_token` a random one is made; `human_clicks` is of no use here: this portal has no CAPTCHA.
    """
    settings = Settings(
        skin=Skin(skin),
        latency_ms=latency_ms,
        clock=clock,
        door_token=door_token or secrets.token_urlsafe(18),
        state_path=state_path,
        human_clicks=human_clicks,
        idle=idle,
        single_session=single_session,
    )
    told = settings.skin is Skin.ANTIGA if notices is None else notices
    return MockCassind(seed, settings, notices=told)


def _routes(desk: Desk) -> list[BaseRoute]:
    actions = Actions(desk.stage, Manners(_guard(desk), desk.signed_out, _number))
    access, simplificado, protocolos = Access(desk), Simplificado(desk), Protocolos(desk)
    envio, relatorios = EnvioXml(desk), Relatorios(desk)
    routes: list[BaseRoute] = [actions.route("/", "entrada", access.entry)]
    for path, action, method, answer in (
        ("acesso.php", "acesso", "GET", access.choose),
        ("index.php", "abrir_login", "GET", access.login_form),
        ("index.php", "login", "POST", access.login),
        ("recuperar_senha.php", "senha", "GET", access.forgot),
        ("principal.php", "principal", "GET", access.main),
        ("home.php", "home", "GET", access.home),
        ("comunicados.php", "comunicados", "GET", access.notices),
        ("busca.php", "busca", "GET", access.search),
        ("sair.php", "sair", "GET", access.leave),
        ("faturamento_simplificado.php", "abrir_simplificado", "GET", simplificado.open),
        ("faturamento_simplificado.php", "listar", "POST", simplificado.listing),
        ("faturar_guias.php", "abrir_simplificado", "GET", simplificado.open),
        ("faturar_guias.php", "faturar", "POST", simplificado.bill),
        ("protocolos_faturamento.php", "abrir_protocolos", "GET", protocolos.open),
        ("protocolos_faturamento.php", "protocolos", "POST", protocolos.listing),
        ("envio_xml.php", "abrir_xml", "GET", envio.open),
        ("envio_xml.php", "enviar_xml", "POST", envio.send),
        ("historico_xml.php", "historico", "GET", envio.history),
        ("historico_xml.php", "historico", "POST", envio.history),
        ("relatorio_glosas.php", "glosas", "GET", relatorios.glosas),
        ("relatorio_glosas.php", "glosas", "POST", relatorios.glosas),
        ("demonstrativo_pagamento.php", "demonstrativos", "GET", relatorios.payments),
        ("demonstrativo_pagamento.php", "demonstrativos", "POST", relatorios.payments),
        ("demonstrativo_tiss.php", "demonstrativo", "GET", relatorios.file),
        ("protocolo_impressao.php", "imprimir", "GET", protocolos.printed),
    ):
        routes.append(actions.route(ROOT + path, action, answer, [method]))
    for way, screen in WAYS.items():
        guiado = Guiado(desk, way)
        routes.append(actions.route(ROOT + screen.path, "abrir_guia", guiado.open, ["GET"]))
        routes.append(actions.route(ROOT + screen.path, "listar_guia", guiado.listing, ["POST"]))
        routes.append(actions.route(ROOT + BILL_PATHS[way], "abrir_guia", guiado.open, ["GET"]))
        routes.append(actions.route(ROOT + BILL_PATHS[way], "faturar", guiado.bill, ["POST"]))
        routes.append(actions.route(ROOT + f"conferir_{way}.php", "conferir_guia", guiado.checked, ["POST"]))
    routes.append(actions.route(ROOT + "codigos.php", "codigos", partial(codes, desk), ["GET"]))
    routes.append(actions.route(ROOT + "codigos_busca.php", "buscar_codigos", partial(search_codes, desk), ["GET"]))
    for screen in SCREENS:
        routes.append(actions.route(ROOT + screen.path, "tela", handler(desk, screen), ["GET", "POST"]))
    return [*routes, Route(ROOT + "{folder}/{name}", _static)]


def _guard(desk: Desk) -> Guard:
    def guard(asked: Asked) -> Response | None:
        if asked.action in _OPEN_TO_ALL or asked.session.user is not None:
            return None
        return desk.signed_out(asked)

    return guard


def _number(asked: Asked) -> str | None:
    """The guia a request is about, where it is about one."""
    marked = asked.form.getlist("guia")
    return str(marked[0]) if len(marked) == 1 else asked.text("autorizacao") or None


async def _static(request: Request) -> Response:
    wanted = request.path_params["folder"], request.path_params["name"]
    if wanted not in {("css", "estilo.css"), ("js", "tela.js")}:
        return Response(status_code=404)
    return FileResponse(_TEMPLATES / wanted[1])
