"""The first month with a hand on it: each filled entry waits for a person's word before it is saved."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

from agent.model.answer import Batch, Outcome, Prepared, Unknown
from agent.model.errors import PersonNeeded, UnknownMessage
from agent.model.lancamento import Lancamento
from agent.model.point import no_hook
from agent.runner.desk import OpenDoor
from agent.runner.hooked import Hooked
from agent.runner.session import Door
from portals.base import Portal


class Hand(Protocol):
    """The person who watches."""

    def goes(self, portal: str, like: str, prepared: Prepared) -> bool:
        """Whether what is on the screen may be saved. `like`: entries of which the person may say "and the rest"."""

    def classify(self, portal: str, text: str, sent: Sequence[Lancamento]) -> None:
        """Say what a text means that no catalogue knows; from the next entry on it means that."""


class ByHand(Hooked):
    """A portal on which nothing is saved before the person said so.

    The word is given between the filled form and the click, with the lease and the screen looked at again after it.
    """

    def __init__(self, portal: Portal, hand: Hand) -> None:
        super().__init__(portal, no_hook)
        self._hand = hand

    def prepare(self, batch: Batch) -> Prepared:
        """See Portal. Raises PersonNeeded where the person does not say yes: the form stays as it is, unsaved."""
        try:
            prepared = super().prepare(batch)
        except UnknownMessage as error:
            self._classify(error.said, batch)
            raise
        if prepared.ready and not self._hand.goes(self.name, self._like(prepared.ready[0]), prepared):
            raise PersonNeeded(
                "Quem acompanha não mandou gravar; nada deste lançamento foi gravado.",
                where=self.name,
                do="Confira a planilha e o portal; depois rode lancar de novo.",
            )
        return prepared

    def submit(self, prepared: Prepared) -> Outcome:
        """See Portal."""
        outcome = super().submit(prepared)
        if isinstance(outcome, Unknown) and outcome.unclassified:
            self._classify(outcome.said, prepared.ready)
        return outcome

    def _classify(self, text: str, sent: Sequence[Lancamento]) -> None:
        if text:
            self._hand.classify(self.name, text, sent)

    def _like(self, lancamento: Lancamento) -> str:
        """Entries that go through the same form."""
        return " ".join(filter(None, (lancamento.kind.value, self.capabilities.way(lancamento))))


class HandDoor:
    """A way in behind which the person watches; see agent.runner.session.Door."""

    def __init__(self, door: Door, watched: Callable[[Portal], Portal]) -> None:
        self._door = door
        self._watched = watched

    @contextmanager
    def _connected(self) -> Iterator[Portal]:
        with self._door.connect() as portal:
            yield self._watched(portal)

    def connect(self) -> AbstractContextManager[Portal]:
        """See Door."""
        return self._connected()

    def remember(self) -> None:
        """See Door."""
        self._door.remember()


def by_hand(open_door: OpenDoor, hand: Hand) -> OpenDoor:
    """`open_door`, with the person before every save."""
    return lambda clinica, portal: HandDoor(open_door(clinica, portal), lambda bare: ByHand(bare, hand))
