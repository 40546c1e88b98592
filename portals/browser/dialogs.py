"""One policy for the browser's own dialogs: announced ones are answered, any other is dismissed and stops the row."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Dialog

from agent.model.errors import UnexpectedDialog


@dataclass
class Announced:
    """A dialog that a page object expects: its text as a pattern, and the answer. `seen` is the text once it came."""

    pattern: re.Pattern[str]
    accept: bool
    seen: str | None = None


class Dialogs:
    """The dialogs of one context. `unexpected` holds the texts of those that nobody announced."""

    def __init__(self, context: BrowserContext) -> None:
        self._announced: list[Announced] = []
        self.unexpected: list[str] = []
        context.on("dialog", self._answer)

    @contextmanager
    def announced(self, pattern: str, *, accept: bool) -> Iterator[Announced]:
        """While inside, a dialog whose text matches `pattern` (case aside) gets this answer, once."""
        mine = Announced(re.compile(pattern, re.IGNORECASE | re.DOTALL), accept)
        self._announced.append(mine)
        try:
            yield mine
        finally:
            self._announced.remove(mine)

    def check(self, where: str) -> None:
        """Raise UnexpectedDialog with its text if one came that nobody announced."""
        if self.unexpected:
            text = self.unexpected.pop()
            self.unexpected.clear()
            raise UnexpectedDialog(
                f"O portal abriu uma janela inesperada: {text!r}. Ela foi fechada sem aceitar.",
                where=where,
                do="Confira o lançamento no portal antes de continuar.",
            )

    def _answer(self, dialog: Dialog) -> None:
        expected = next((a for a in self._announced if a.seen is None and a.pattern.search(dialog.message)), None)
        if expected is None:
            self.unexpected.append(dialog.message)
            dialog.dismiss()
            return
        expected.seen = dialog.message
        if expected.accept:
            dialog.accept()
        else:
            dialog.dismiss()
