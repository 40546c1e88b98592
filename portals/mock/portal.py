"""A mock portal as one object: what it stands on, and what its auditor and the tests ask of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from portals.mock.doors import duplicates
from portals.mock.stage import Settings, Stage
from portals.mock.store import Commit, Key


class MockPortal:
    """Its own part builds `app` on the `stage`, and answers its auditor; see portals.mock.doors.Witness."""

    def __init__(self, settings: Settings, *, templates: Path, cookie: str) -> None:
        self.stage = Stage(settings, templates=templates, cookie=cookie)
        self.faults = self.stage.faults
        self.door_token = settings.door_token

    def duplicates(self, plan: Mapping[Key, int] | None = None) -> dict[str, Any]:
        """Too many now (`agora`), ever (`alguma_vez`), missing (`faltam`)."""
        return duplicates(self.stage, plan)

    def journal(self) -> tuple[Commit, ...]:
        """Every commit so far, in order."""
        return self.stage.store.journal()

    def requests(self, action: str | None = None) -> list[dict[str, Any]]:
        """Every request that arrived, or those of one action."""
        return self.stage.requests.rows(action)
