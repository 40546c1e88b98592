"""Stands between Playwright and an installed Firefox (`python -m tests.firefox.relay FIREFOX ARGUMENTS...`).

Playwright 1.65 asks each new context for an emulation that a long-term Firefox (153) does not know yet, and gives up
at its "unknown command". What it would emulate is the colour scheme, on which no test depends: that one refusal is
answered as done. Everything else goes through as it is, in both directions.
"""

import json
import re
import subprocess
import sys
from functools import partial

import trio
from trio_websocket import ConnectionClosed, WebSocketConnection, WebSocketRequest, open_websocket_url, serve_websocket

_LISTENS = re.compile(rb"WebDriver BiDi listening on (ws://\S+)")
_LATER = "emulation.setMediaFeaturesOverride"
_WHOLE = 1 << 30


async def main(command: list[str]) -> int:
    """Run that Firefox until it ends; its own exit code."""
    async with trio.open_nursery() as nursery:
        start = partial(trio.run_process, command, stderr=subprocess.PIPE, check=False)
        firefox: trio.Process = await nursery.start(start)
        assert firefox.stderr is not None
        told = b""
        async for some in firefox.stderr:
            told += some
            if found := _LISTENS.search(told):
                break
        else:
            sys.stderr.buffer.write(told)
            return await firefox.wait()
        serve = partial(serve_websocket, partial(_relay, found[1].decode()), max_message_size=_WHOLE)
        server = await nursery.start(serve, "127.0.0.1", 0, None)
        sys.stderr.write(f"WebDriver BiDi listening on ws://127.0.0.1:{server.port}\n")
        sys.stderr.flush()
        async for _ in firefox.stderr:
            pass
        code = await firefox.wait()
        nursery.cancel_scope.cancel()
    return code


async def _relay(address: str, asked: WebSocketRequest) -> None:
    near = await asked.accept()
    async with open_websocket_url(f"{address}{asked.path}", max_message_size=_WHOLE) as far:
        refused: set[int] = set()
        async with trio.open_nursery() as nursery:
            nursery.start_soon(_asking, near, far, refused)
            nursery.start_soon(_answering, far, near, refused)


async def _asking(near: WebSocketConnection, far: WebSocketConnection, refused: set[int]) -> None:
    try:
        while True:
            text = await near.get_message()
            if _LATER in text and (asked := json.loads(text))["method"] == _LATER:
                refused.add(asked["id"])
            await far.send_message(text)
    except ConnectionClosed:
        await far.aclose()


async def _answering(far: WebSocketConnection, near: WebSocketConnection, refused: set[int]) -> None:
    try:
        while True:
            text = await far.get_message()
            if refused and '"unknown command"' in text and (number := json.loads(text).get("id")) in refused:
                text = json.dumps({"type": "success", "id": number, "result": {}})
            await near.send_message(text)
    except ConnectionClosed:
        await near.aclose()


if __name__ == "__main__":
    sys.exit(trio.run(main, sys.argv[1:]))
