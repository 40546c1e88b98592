"""Which notices went out: claimed before they are sent, given back when they could not be."""

from collections.abc import Iterable

from agent.ledger.transaction import Writer


class Notices:
    """The notices of the office, by key."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def sent(self) -> set[str]:
        """Every key that was claimed."""
        return {str(key) for (key,) in self._writer.rows("notice_all")}

    def claim(self, keys: Iterable[str]) -> list[str]:
        """Those that are ours to send now; another process that asks next gets none of them."""
        with self._writer.transaction("notices.claim") as at:
            return [key for key in keys if self._writer.change("notice_insert", key=key, at=at)]

    def give_back(self, keys: Iterable[str]) -> None:
        """They could not be sent: whoever looks next tries again."""
        with self._writer.transaction("notices.give_back"):
            for key in keys:
                self._writer.change("notice_delete", key=key)
