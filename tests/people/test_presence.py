"""A person is called to the browser, reminded, and thanked."""

from collections.abc import Callable

from agent.people.presence import TerminalPresence
from portals.base import Presence, Waiting

CAPTCHA = 'marque "Não sou um robô" na janela do navegador.'


class Alarms:
    """Alarms that ring when the test says so."""

    def __init__(self) -> None:
        self.set: list[FakeAlarm] = []

    def __call__(self, seconds: float, ring: Callable[[], None]) -> "FakeAlarm":
        self.set.append(FakeAlarm(seconds, ring))
        return self.set[-1]


class FakeAlarm:
    daemon = False

    def __init__(self, seconds: float, ring: Callable[[], None]) -> None:
        self.seconds = seconds
        self.ring = ring
        self.started = False
        self.cancelled = False

    def start(self) -> None:
        self.started = True

    def cancel(self) -> None:
        self.cancelled = True


def called(alarms: Alarms) -> tuple[TerminalPresence, list[str]]:
    said: list[str] = []
    presence = TerminalPresence("Clínica Sorriso", said.append, remind_s=60, alarm=alarms)
    presence.awaited("ipasem", Waiting.CAPTCHA, CAPTCHA)
    return presence, said


def test_the_person_reads_the_clinic_the_portal_and_what_to_do() -> None:
    alarms = Alarms()

    presence, said = called(alarms)

    as_the_portal_sees_it: Presence = presence
    as_the_portal_sees_it.done("ipasem", Waiting.CAPTCHA)
    assert said == [
        'Uma pessoa é necessária. Clínica Sorriso, portal ipasem: marque "Não sou um robô" na janela do navegador.',
        "Obrigado. Clínica Sorriso, portal ipasem: continuando.",
    ]
    assert [(a.seconds, a.started, a.daemon, a.cancelled) for a in alarms.set] == [(60, True, True, True)]


def test_the_person_is_reminded_until_it_is_done() -> None:
    alarms = Alarms()
    presence, said = called(alarms)

    alarms.set[0].ring()
    presence.done("ipasem", Waiting.CAPTCHA)
    alarms.set[1].ring()

    assert said[1:] == [
        'Ainda esperando. Clínica Sorriso, portal ipasem: marque "Não sou um robô" na janela do navegador.',
        "Obrigado. Clínica Sorriso, portal ipasem: continuando.",
    ]
    assert len(alarms.set) == 2


def test_what_nobody_waited_for_is_done_in_silence() -> None:
    said: list[str] = []

    TerminalPresence("Clínica Sorriso", said.append).done("ipasem", Waiting.CAPTCHA)

    assert said == []
