"""Calls a person to the browser from the terminal: which clinic, which portal, what to do; it cannot do it for them."""

import threading
from collections.abc import Callable
from typing import Protocol

Say = Callable[[str], None]


class Alarm(Protocol):
    """The part of threading.Timer that is used here."""

    daemon: bool

    def start(self) -> None:
        """Begin to count."""

    def cancel(self) -> None:
        """Never ring."""


SetAlarm = Callable[[float, Callable[[], None]], Alarm]


class TerminalPresence:
    """A portals.base.Presence that says it in the terminal, and again every `remind_s` seconds until it is done."""

    def __init__(self, clinica: str, say: Say, *, remind_s: float = 60, alarm: SetAlarm = threading.Timer) -> None:
        self._clinica = clinica
        self._say = say
        self._remind_s = remind_s
        self._alarm = alarm
        self._lock = threading.Lock()
        self._ringing: dict[tuple[str, str], Alarm] = {}

    def awaited(self, portal: str, what: str, text: str) -> None:
        """The portal waits; `text` says what the person has to do."""
        self._say(f"Uma pessoa é necessária. {self._clinica}, portal {portal}: {text}")
        with self._lock:
            self._set_alarm(portal, what, text)

    def done(self, portal: str, what: str) -> None:
        """The person did it."""
        with self._lock:
            alarm = self._ringing.pop((portal, what), None)
        if alarm is not None:
            alarm.cancel()
            self._say(f"Obrigado. {self._clinica}, portal {portal}: continuando.")

    def _set_alarm(self, portal: str, what: str, text: str) -> None:
        alarm = self._alarm(self._remind_s, lambda: self._remind(portal, what, text))
        alarm.daemon = True
        self._ringing[portal, what] = alarm
        alarm.start()

    def _remind(self, portal: str, what: str, text: str) -> None:
        with self._lock:
            if (portal, what) not in self._ringing:
                return
            self._set_alarm(portal, what, text)
        self._say(f"Ainda esperando. {self._clinica}, portal {portal}: {text}")
