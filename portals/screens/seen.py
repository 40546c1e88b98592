"""What a screen says at one moment, understood: its titles, its texts, the windows over it, the way in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from portals.screens.messages import Catalogue, Classe, Mensagem


@dataclass(frozen=True, slots=True)
class Window:
    """A window that the page itself draws over its content."""

    said: Mensagem
    buttons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """`screens`: panel of labels.toml → its title as shown. `login`: whether a password is asked for."""

    screens: Mapping[str, str]
    notices: tuple[Mensagem, ...]
    windows: tuple[Window, ...]
    login: bool

    @property
    def messages(self) -> tuple[Mensagem, ...]:
        """Every text meant for a person, in windows and on the page, that says something."""
        return tuple(m for m in (*(w.said for w in self.windows), *self.notices) if m.classe is not Classe.NEUTRA)

    def said(self, *classes: Classe) -> Mensagem | None:
        """The first text of one of these classes, None when none was said."""
        return next((m for m in self.messages if m.classe in classes), None)


def seen(found: Mapping[str, Any], catalogue: Catalogue) -> Seen:
    """What screen.js found."""
    return Seen(
        screens=found["screens"],
        notices=_understood(found["notices"], catalogue),
        windows=tuple(Window(catalogue.understood(w["text"]), tuple(w["buttons"])) for w in found["windows"]),
        login=found["login"],
    )


def _understood(texts: Sequence[str], catalogue: Catalogue) -> tuple[Mensagem, ...]:
    return tuple(catalogue.understood(text) for text in texts)
