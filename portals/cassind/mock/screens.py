"""The menu's other screens: each with its heading, so that no link is dead."""

from __future__ import annotations

from starlette.responses import Response

from portals.cassind.mock import words
from portals.cassind.mock.desk import Desk, Message
from portals.cassind.mock.forms import Screen
from portals.cassind.mock.menu import OFFERED_LATER
from portals.mock.exchange import Asked, Handler

SCREENS = tuple(Screen(item.path, item.text.upper()) for item in OFFERED_LATER)


def handler(desk: Desk, screen: Screen) -> Handler:
    """The handler of one screen."""

    def answer(asked: Asked) -> Response:
        return desk.work(asked, "formulario.html", [Message("info", (words.NO_RECORD,))], screen=screen)

    return answer
