"""Who changed the office's settings, when, and from what to what; never a password."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from agent.ledger.events import Events, events_of
from agent.ledger.transaction import Writer


@dataclass(frozen=True, slots=True)
class Mudanca:
    """One key of the settings, as texts; "" where nothing was or is written. Nothing secret."""

    chave: str
    antes: str
    depois: str


@dataclass(frozen=True, slots=True)
class Mudou:
    """`quem` changed `o_que` ("faturista.toml", "mapeamento aurora", "senha aurora ipasem") at `em` (ISO 8601, UTC)."""

    em: str
    quem: str
    o_que: str
    mudancas: tuple[Mudanca, ...]


class Configuring:
    """The history of the settings, in the same chain as all else."""

    def __init__(self, writer: Writer, events: Events) -> None:
        self._writer = writer
        self._events = events

    def changed(self, o_que: str, mudancas: Sequence[Mudanca], *, who: str, write: Callable[[], None]) -> None:
        """Record a change and make it with `write`: whatever that raises, nothing is on record."""
        with self._writer.transaction("configuring.changed") as at:
            body = {"o_que": o_que, "mudancas": [asdict(each) for each in mudancas]}
            self._events.append(at, "configuracao.mudada", "configuracao", 0, body, actor=who)
            write()

    def latest(self, most: int) -> list[Mudou]:
        """The last changes, the newest first."""
        return [
            Mudou(e.at, e.actor, e.body["o_que"], tuple(Mudanca(**each) for each in e.body["mudancas"]))
            for e in events_of(self._writer.rows("configuracao_latest", most=most))
        ]
