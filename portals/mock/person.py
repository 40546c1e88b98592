"""A simulated person for demo and tests: sees each "Não sou um robô" box and ticks it through the door."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

from portals.mock.doors import DOOR_HEADER, PEOPLE

_LOOK_SECONDS = 0.5
_RELUCTANT_SECONDS = 0.05

Box = dict[str, Any]


class SimulatedPerson:
    """Ticks boxes from a thread of its own, from `start()` until `stop()`; also a context manager.

    A box for which `reluctant(box)` holds is left alone for now. `ticked` counts the ticks given.
    """

    def __init__(self, url: str, token: str, *, reluctant: Callable[[Box], bool] | None = None) -> None:
        self._host = urlsplit(url).netloc
        self._token = token
        self._reluctant = reluctant
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="simulated-person", daemon=True)
        self.ticked = 0

    def start(self) -> SimulatedPerson:
        """Starts to watch the screen."""
        self._thread.start()
        return self

    def stop(self) -> None:
        """Goes home; returns when the thread has ended."""
        self._stop.set()
        self._thread.join()

    def __enter__(self) -> SimulatedPerson:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _watch(self) -> None:
        while not self._stop.is_set():
            try:
                left = [box for box in self._boxes() if not self._tick(box)]
            except (OSError, http.client.HTTPException):
                left = [{}]  # The portal is down or restarting: a person looks again.
            if left:
                self._stop.wait(_RELUCTANT_SECONDS)

    def _boxes(self) -> list[Box]:
        boxes: list[Box] = self._ask("GET", f"{PEOPLE}/captchas?espera={_LOOK_SECONDS}")
        return boxes

    def _tick(self, box: Box) -> bool:
        if self._reluctant is not None and self._reluctant(box):
            return False
        self._ask("POST", f"{PEOPLE}/captchas/{box['id']}/marcar")
        self.ticked += 1
        return True

    def _ask(self, method: str, path: str) -> Any:
        connection = http.client.HTTPConnection(self._host, timeout=30)
        try:
            connection.request(method, path, headers={DOOR_HEADER: self._token})
            return json.loads(connection.getresponse().read())
        finally:
            connection.close()
