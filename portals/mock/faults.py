"""The switches that break a mock portal on purpose, each armed for one named action."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

ANY = "*"

# What each switch does, and how often it acts unless told otherwise (None: until it is disarmed).
FAULTS: Mapping[str, tuple[str, int | None]] = {
    "commit_then_drop": ("commits, then cuts the connection without an answer", 1),
    "drop_before_commit": ("cuts the connection before anything is done", 1),
    "error_500_after_commit": ("commits, then answers 500", 1),
    "error_500_before_commit": ("answers 500 before anything is done", 1),
    "slow": ("waits `ms` before it acts", 1),
    "late_commit": ("cuts the connection now, commits `ms` later", 1),
    "session_lost": ("ends the session; the request is answered by the login page", 1),
    "maintenance": ("answers 503 with a maintenance page", None),
    "renamed_label": ("shows `label` as `to`", None),
    "swapped_patient": ("the look-up shows another patient than the authorisation's", 1),
    "lookup_failing": ("the look-up answers that it failed, and nothing is opened", 1),
    "duplicate_click_accepted": ("the button stays enabled and each click commits once more", None),
    "unexpected_dialog": ("pops up `text` as `kind` (alert, confirm or modal)", 1),
    "partial_success": ("bills the first half of a batch, rounded up, and refuses the others with words", 1),
    "unknown_notice": ("refuses with `text`, words no catalogue knows", 1),
    "value_changed": ("stores the typed value plus `centavos`", 1),
    "truncated_report": ("shows only the first `rows` detail rows, with whole totals", 1),
    "stale_report": ("shows the state before the last `commits` commits", 1),
}


@dataclass(frozen=True)
class Fault:
    """One armed switch. `on` is an action's name or `*`; `number` limits it to one authorisation."""

    name: str
    on: str = ANY
    number: str | None = None
    times: int | None = 1
    ms: int = 500
    label: str = ""
    to: str = ""
    text: str = "Atenção: sua sessão será registrada. Deseja continuar?"
    kind: str = ""
    centavos: int = 1
    rows: int = 0
    commits: int = 1

    def matches(self, name: str, on: str, number: str | None) -> bool:
        """Whether this switch acts on such a request."""
        return self.name == name and self.on in (ANY, on) and (self.number is None or self.number == number)


class _Armed:
    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        self.left = fault.times


class Faults:
    """The switches of one mock portal; safe to arm from a thread while the portal serves."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._armed: dict[int, _Armed] = {}
        self._fired: list[tuple[str, str, str | None]] = []
        self._last = 0

    def arm(self, name: str, **settings: Any) -> int:
        """Arms a switch and returns its id. Settings are the fields of `Fault`; `times=None` is for ever.

        Raises ValueError for a switch or a setting that does not exist.
        """
        if name not in FAULTS:
            raise ValueError(f'"{name}" is not a fault of the mock portals. There are: {", ".join(FAULTS)}.')
        try:
            fault = Fault(**{"name": name, "times": FAULTS[name][1], **settings})
        except TypeError as error:
            raise ValueError(f'The fault "{name}" was armed with an unknown setting: {error}.') from error
        with self._lock:
            self._last += 1
            self._armed[self._last] = _Armed(fault)
            return self._last

    def disarm(self, fault_id: int | None = None) -> None:
        """Takes one switch back, or all of them."""
        with self._lock:
            if fault_id is None:
                self._armed.clear()
            else:
                self._armed.pop(fault_id, None)

    def take(self, name: str, on: str = ANY, number: str | None = None) -> Fault | None:
        """The first armed switch that matches, used up once; None if there is none."""
        with self._lock:
            for key, armed in self._armed.items():
                if armed.fault.matches(name, on, number):
                    self._use_up(key, armed)
                    self._fired.append((name, on, number))
                    return armed.fault
            return None

    def _use_up(self, key: int, armed: _Armed) -> None:
        if armed.left is not None:
            armed.left -= 1
            if armed.left <= 0:
                del self._armed[key]

    def standing(self, name: str) -> list[Fault]:
        """Every armed switch of that name, without using one up."""
        with self._lock:
            return [armed.fault for armed in self._armed.values() if armed.fault.name == name]

    def armed(self) -> list[dict[str, Any]]:
        """What is armed now, as JSON rows with `id` and `left`."""
        with self._lock:
            return [{"id": key, "left": a.left, **asdict(a.fault)} for key, a in self._armed.items()]

    def fired(self) -> list[tuple[str, str, str | None]]:
        """Each use of a switch so far, in order: (fault, action, authorisation number)."""
        with self._lock:
            return list(self._fired)
