"""What was handed out of the office: to whom, why, and the hash of exactly that."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from agent.ledger.events import Events
from agent.ledger.transaction import Writer

KIND = "dossie.feito"


@dataclass(frozen=True, slots=True)
class Shared:
    """`scope` says of what (pt-BR, no patient), `sha256` is of the file, `entries` counts those in it."""

    destinatario: str
    motivo: str
    scope: str
    sha256: str
    entries: int


class Sharing:
    """The record of what left the office."""

    def __init__(self, writer: Writer, events: Events) -> None:
        self._writer = writer
        self._events = events

    def given(self, shared: Shared, months: Sequence[int], who: str) -> None:
        """Record it; `months` are the ids of those it is of."""
        with self._writer.transaction("sharing.given") as at:
            body = {**asdict(shared), "months": list(months)}
            self._events.append(at, KIND, "dossie", self._events.end() + 1, body, actor=who)
