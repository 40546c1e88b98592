"""What a mock portal stands on while it runs: clock, memory, sessions, switches, log, pages."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from starlette.responses import HTMLResponse

from portals.mock.captcha import Captchas
from portals.mock.faults import Faults
from portals.mock.request_log import RequestLog
from portals.mock.sessions import Sessions
from portals.mock.skins import Pages, Skin
from portals.mock.store import Store

Clock = Callable[[], datetime]
_BRAZIL = ZoneInfo("America/Sao_Paulo")


def brazilian_time() -> datetime:
    """Now, in Brasília's time."""
    return datetime.now(_BRAZIL)


@dataclass(frozen=True)
class Settings:
    """How a mock portal is set up. An empty `door_token` is replaced by a random one."""

    skin: Skin = Skin.SIMPLES
    latency_ms: int = 0
    clock: Clock = brazilian_time
    door_token: str = field(default_factory=lambda: secrets.token_urlsafe(18))
    state_path: Path | None = None
    human_clicks: bool = False
    idle: timedelta = timedelta(minutes=30)
    single_session: bool = False


class Stage:
    """The common ground of one running mock: every portal's own code works on top of it.

    `templates` is the portal's template folder; `cookie` the name of its session cookie.
    """

    def __init__(self, settings: Settings, *, templates: Path, cookie: str) -> None:
        self.settings = settings
        self.cookie = cookie
        self.now = settings.clock
        self.faults = Faults()
        self.requests = RequestLog(settings.clock)
        self.captchas = Captchas(settings.clock)
        self.sessions = Sessions(settings.clock, settings.idle, single=settings.single_session)
        self.store = Store(settings.clock, settings.state_path)
        self.pages = Pages(templates, settings.skin, self.faults)
        self.late: set[asyncio.Task[None]] = set()

    def page(self, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
        """A rendered page of this portal."""
        return HTMLResponse(
            self.pages.render(template, **values), status_code=status, headers={"Cache-Control": "no-store"}
        )
