"""A server that stops: at once, and nothing that it was just about to answer is left open."""

from pathlib import Path
from threading import Event, Thread

import anyio.to_thread
import httpx
import pytest
from starlette.types import Receive, Scope, Send

from portals.mock.server import serve


class Opening:
    """An application that is slow to open a file, and closes what it opened."""

    def __init__(self, path: Path) -> None:
        self.began, self.go_on = Event(), Event()
        self.opened: list[bool] = []
        self._path = path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        file = await anyio.to_thread.run_sync(self._open)
        file.close()
        self.opened.append(file.closed)

    def _open(self):  # type: ignore[no-untyped-def] # whatever `open` gives
        self.began.set()
        assert self.go_on.wait(30)
        return self._path.open("rb")


def test_a_file_that_was_being_opened_when_the_server_stopped_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "painel.css"
    path.write_bytes(b"x")
    app = Opening(path)
    served = serve(app)
    stopping = Thread(target=served.stop)

    def stop_while_it_opens() -> None:
        app.began.wait(30)
        stopping.start()

    watching = Thread(target=stop_while_it_opens)
    watching.start()
    with pytest.raises(httpx.TransportError):  # the connection is cut: the server is stopping
        httpx.get(served.url, timeout=30)
    app.go_on.set()
    for thread in (watching, stopping):
        thread.join()
    assert app.opened == [True]
