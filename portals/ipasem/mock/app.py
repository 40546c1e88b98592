"""The imitated IPASEM as one object: its ASGI app, its records, its switches and its auditor."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.routing import BaseRoute, Route

from portals.ipasem.mock.access import Access
from portals.ipasem.mock.audit import Glosa
from portals.ipasem.mock.desk import HOME, LOGIN, Desk, redirect
from portals.ipasem.mock.home import TARGETS, Home
from portals.ipasem.mock.launching import Launching
from portals.ipasem.mock.month import month_of, shown_amount, shown_day
from portals.ipasem.mock.monthly import Monthly
from portals.ipasem.mock.movement import Movimento
from portals.ipasem.mock.recovery import CHOICE, NEW_PASSWORD, RECOVERY, Recovery
from portals.ipasem.mock.seed import Seed
from portals.ipasem.mock.state import Records
from portals.mock.doors import door_routes, duplicates
from portals.mock.exchange import Actions
from portals.mock.skins import Skin
from portals.mock.stage import Clock, Settings, Stage, brazilian_time
from portals.mock.store import Commit, Key

_TEMPLATES = Path(__file__).parent / "templates"


class MockIpasem:
    """One imitation. `app` is served; everything else is the auditor's and the tests'."""

    def __init__(self, seed: Seed, settings: Settings, smtp: tuple[str, int] | None = None) -> None:
        self.stage = Stage(settings, templates=_TEMPLATES, cookie="advanced-frontend")
        self.stage.pages.add_filter("valor", shown_amount)
        self.stage.pages.add_filter("dia", shown_day)
        self.state = Records(seed, self.stage.store)
        self.faults = self.stage.faults
        self.door_token = settings.door_token
        desk = Desk(self.stage, self.state)
        self._access = Access(desk)
        recovery = Recovery(desk, smtp)
        self.app = Starlette(routes=[*_routes(desk, self._access, recovery), *door_routes(self.stage, self)])

    def movements(self, document: str, mes: str) -> list[Movimento]:
        """What is recorded for a credenciado's month (MM/AAAA), drafts too, in the order of their ids."""
        return self.state.movements(document, month_of(mes))

    def recorded(self) -> dict[str, Any]:
        """Everything recorded: movements, closed months, audits, who is signed in."""
        return {
            "movimentos": [m.model_dump() for m in self.state.all_movements()],
            "fechamentos": sorted(self.stage.store.rows("fechamentos")),
            "auditorias": self.stage.store.rows("auditorias"),
            "sessoes": self.stage.sessions.signed_in(),
        }

    def duplicates(self, plan: Mapping[Key, int] | None = None) -> dict[str, Any]:
        """Too many now (`agora`), ever (`alguma_vez`), missing (`faltam`), against a plan by Movimento.key."""
        return duplicates(self.stage, plan)

    def journal(self) -> tuple[Commit, ...]:
        """Every commit so far, in order."""
        return self.stage.store.journal()

    def requests(self, action: str | None = None) -> list[dict[str, Any]]:
        """Every request that arrived, or those of one action."""
        return self.stage.requests.rows(action)

    def auditar(
        self,
        document: str,
        mes: str,
        glosas: Sequence[Glosa] = (),
        sem_retorno: Sequence[int | str] = (),
    ) -> dict[str, Any]:
        """The insurer audits a closed month. Raises ValueError where it is not closed."""
        return self.state.auditar(document, mes, glosas, sem_retorno)

    def advance(self, command: str, data: Mapping[str, Any]) -> dict[str, Any]:
        """The auditor's commands: `auditar`, `desbloquear`, `encerrar-sessoes`."""
        match command:
            case "auditar":
                glosas = [Glosa(**row) for row in data.get("glosas", ())]
                return self.auditar(data["document"], data["mes"], glosas, data.get("sem_retorno", ()))
            case "desbloquear":
                self._access.unblock(data["document"])
            case "encerrar-sessoes":
                self.stage.sessions.end_all()
            case _:
                raise ValueError(f'O comando "{command}" não existe.')
        return {"feito": command}


def create_app(
    seed: Seed,
    *,
    skin: Skin | str = Skin.SIMPLES,
    latency_ms: int = 0,
    clock: Clock = brazilian_time,
    door_token: str | None = None,
    state_path: Path | None = None,
    human_clicks: bool = False,
    idle: timedelta = timedelta(minutes=30),
    single_session: bool = False,
    smtp: tuple[str, int] | None = None,
) -> MockIpasem:
    """A new imitation of IPASEM; with a `state_path` that exists, one that continues from there.

    `smtp` is the mail server (host, port) that takes the link for a new password; without one no mail leaves.
    """
    token = door_token or secrets.token_urlsafe(18)
    settings = Settings(
        skin=Skin(skin),
        latency_ms=latency_ms,
        clock=clock,
        door_token=token,
        state_path=state_path,
        human_clicks=human_clicks,
        idle=idle,
        single_session=single_session,
    )
    return MockIpasem(seed, settings, smtp)


def _routes(desk: Desk, access: Access, recovery: Recovery) -> list[BaseRoute]:
    home = Home(desk)
    launching = Launching(desk)
    monthly = Monthly(desk, home)
    route = Actions(desk.stage, desk.manners()).route
    return [
        Route("/", lambda _request: redirect(HOME)),
        route(LOGIN, "tela-entrar", access.login_page),
        route(LOGIN, "entrar", access.sign_in, ["POST"]),
        route(RECOVERY, "tela-recuperar", recovery.ask_page),
        route(RECOVERY, "recuperar", recovery.ask, ["POST"]),
        route(CHOICE, "enviar-email", recovery.choose, ["POST"]),
        route(NEW_PASSWORD, "tela-nova-senha", recovery.new_page),
        route(NEW_PASSWORD, "alterar-senha", recovery.change, ["POST"]),
        route(f"{HOME}/sair", "sair", access.sign_out),
        route(HOME, "inicio", home.first_page),
        route(f"{HOME}/principal", "principal", home.cards),
        route(f"{HOME}/fechar-movimento", "fechar", home.close_month, ["POST"]),
        route(f"{HOME}/reabrir-movimento", "reabrir", home.reopen_month, ["POST"]),
        route(f"{HOME}/movimento", "movimento", launching.screen),
        route(f"{HOME}/abrir-autorizacao", "abrir", launching.open, ["POST"]),
        route(f"{HOME}/validar", "validar", launching.check, ["POST"]),
        route(f"{HOME}/sugerir", "sugerir", launching.suggest),
        route(f"{HOME}/gravar", "gravar", launching.save, ["POST"]),
        route(f"{HOME}/excluir", "excluir", launching.delete, ["POST"]),
        route(f"{HOME}/alterar", "alterar", launching.change, ["POST"]),
        route(TARGETS["conferencia"], "conferencia", monthly.conference),
        route(TARGETS["fechamento"], "fechamento", monthly.closing),
        route(TARGETS["retorno"], "retorno", monthly.returned),
        route(TARGETS["atividades"], "atividades", monthly.activities),
        route(f"{HOME}/consultar-autorizacao", "consultar", monthly.authorisation, ["POST"]),
        route(f"{HOME}/cartao/{{cartao}}", "cartao", home.card, ["POST"]),
    ]
