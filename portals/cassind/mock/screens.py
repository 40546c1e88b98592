"""The menu's other screens: each with its heading and the manual's fields, so that no link is dead."""

from __future__ import annotations

from starlette.responses import Response

from portals.cassind.mock import words
from portals.cassind.mock.desk import Desk, Message, danger
from portals.cassind.mock.forms import BILLING, XML_ENVIO, XML_HISTORICO, Screen
from portals.cassind.mock.menu import OFFERED_LATER
from portals.cassind.mock.seed import Guia
from portals.mock.exchange import Asked, Handler

SCREENS = (
    *BILLING,
    XML_ENVIO,
    XML_HISTORICO,
    *(Screen(item.path, item.text.upper()) for item in OFFERED_LATER),
)


def handler(desk: Desk, screen: Screen) -> Handler:
    """The handler of one screen, for its GET and its POST."""

    def answer(asked: Asked) -> Response:
        posted = asked.method == "POST"
        guia = desk.guia(asked, asked.text("autorizacao")) if posted and screen in BILLING else None
        return desk.work(
            asked,
            "formulario.html",
            _messages(asked, screen, guia),
            screen=screen,
            guia=guia,
            searched=posted,
            contratado=desk.account(asked).name,
            values=_values(asked, screen),
        )

    return answer


def _values(asked: Asked, screen: Screen) -> dict[str, str]:
    fields = (*screen.fields, *(field for group in screen.groups for field in group.fields))
    return {field.name: asked.text(field.name) for field in fields}


def _messages(asked: Asked, screen: Screen, guia: Guia | None) -> list[Message]:
    if not screen.fields:
        return [Message("info", (words.NO_RECORD,))]
    if asked.method == "GET" or screen is XML_HISTORICO:
        return []
    if screen is XML_ENVIO:
        chosen = asked.form.get("arquivo")
        return [danger(words.XML_CLOSED if getattr(chosen, "filename", "") else words.XML_NO_FILE)]
    if not asked.text("autorizacao"):
        return [danger(words.AUTORIZACAO_MISSING)]
    if guia is None:
        return [danger(words.AUTORIZACAO_NOT_FOUND)]
    return [danger(words.OTHER_BILLING_CLOSED)] if asked.text("faturar") else []
