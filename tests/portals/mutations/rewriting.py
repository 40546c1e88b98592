"""An ASGI door before a mock portal that rewrites the HTML on its way out, also where it travels inside JSON."""

import json
from collections.abc import Callable, MutableMapping
from typing import Any

from lxml import html as lxml_html
from lxml.html import HtmlElement
from starlette.types import ASGIApp, Message, Receive, Scope, Send

Rewrite = Callable[[HtmlElement], bool]
"""Changes a page in place; whether it found what it changes."""
Words = Callable[[str], str]
"""Changes the text of a whole answer."""


class Rewriting:
    """The mock's app with `rewrite` and `words` put before the browser. `applied`: how many answers were changed."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self.rewrite: Rewrite | None = None
        self.words: Words | None = None
        self.applied = 0

    def be(self, rewrite: Rewrite | None = None, words: Words | None = None) -> None:
        """From now on this; nothing is as it was."""
        self.rewrite, self.words, self.applied = rewrite, words, 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or (self.rewrite is None and self.words is None):
            await self._app(scope, receive, send)
            return
        start: dict[str, Any] = {}
        body = bytearray()

        async def gathered(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
            elif message["type"] == "http.response.body":
                body.extend(message.get("body", b""))
                if not message.get("more_body", False):
                    await self._sent(start, bytes(body), send)
            else:
                await send(message)

        await self._app(scope, receive, gathered)

    async def _sent(self, start: MutableMapping[str, Any], body: bytes, send: Send) -> None:
        kind = dict(start["headers"]).get(b"content-type", b"")
        if kind.startswith((b"text/html", b"application/json")):
            body = self._changed(body.decode(), is_json=kind.startswith(b"application/json")).encode()
        elif b"javascript" in kind and self.words is not None:
            body = self._counted(body.decode(), self.words(body.decode())).encode()
        kept = [(name, value) for name, value in start["headers"] if name != b"content-length"]
        start["headers"] = [*kept, (b"content-length", str(len(body)).encode())]
        await send(start)
        await send({"type": "http.response.body", "body": body})

    def _changed(self, text: str, *, is_json: bool) -> str:
        if self.words is not None:
            text = self._counted(text, self.words(text))
        if self.rewrite is None or not text.strip():
            return text
        if not is_json:
            return self._counted(text, _page(text, self.rewrite))
        answer = json.loads(text)
        if isinstance(answer, dict) and answer.get("html"):
            answer["html"] = self._counted(answer["html"], _piece(answer["html"], self.rewrite))
        return json.dumps(answer)

    def _counted(self, before: str, after: str) -> str:
        self.applied += before != after
        return after


def _page(text: str, rewrite: Rewrite) -> str:
    root = lxml_html.document_fromstring(text)
    if not rewrite(root):
        return text
    return str(lxml_html.tostring(root, encoding="unicode", doctype="<!doctype html>"))


def _piece(text: str, rewrite: Rewrite) -> str:
    root = lxml_html.fragment_fromstring(text, create_parent="div")
    if not rewrite(root):
        return text
    return (root.text or "") + "".join(str(lxml_html.tostring(child, encoding="unicode")) for child in root)
