"""The ledger's server away: a word on the screen when it goes and when it is back, and one alert for the office."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from agent.ledger.queue import Asked
from agent.ledger.store import Ledger
from agent.schedule.facts import NOTHING

SERVER = "servidor"


@dataclass
class Away:
    """What one worker saw of the server. `say` is for people, `machine` the worker's name, `zone` the office's."""

    say: Callable[[str], None]
    machine: str
    zone: ZoneInfo
    _since: datetime | None = field(default=None)

    def gone(self, now: datetime) -> None:
        """It does not answer; said once, however often it is asked."""
        if self._since is None:
            self._since = now
            self.say("O servidor do livro não responde. Nada é enviado até ele voltar; o trabalho continua dali.")

    def back(self, ledger: Ledger, now: datetime) -> None:
        """It answers: where it was away, the office hears of it once, however many workers saw it."""
        if self._since is None:
            return
        since, self._since = self._since, None
        self.say("O servidor do livro voltou a responder.")
        ledger.queue.ask(self._alert(ledger.database.life(), since, now), once=True)

    def _alert(self, life: str, since: datetime, now: datetime) -> Asked:
        """One for each life of the server and day: a restart that several workers saw is told apart by neither."""
        local = [moment.astimezone(self.zone) for moment in (since, now)]
        return Asked(
            kind=SERVER,
            clinica="",
            portal="",
            competencia="",
            step=NOTHING,
            ref="",
            subject=f"{life} {local[1]:%Y-%m-%d}",
            seen=f"o servidor do livro não respondeu a {self.machine} de {local[0]:%d/%m %H:%M} a {local[1]:%H:%M}",
            asked="nada: o trabalho continuou; se acontecer de novo, mostre a quem cuida do servidor",
            otherwise="o faturista espera por ele e continua sozinho",
        )
