"""The session of somebody who signed in before the test began: typing it again each time is what test_access proves."""

from portals.browser.state import SessionState
from portals.mock.stage import Stage


def entered(stage: Stage, user: str, url: str) -> SessionState:
    """A session that the mock portal honours as `user`'s, as a browser would bring it back."""
    session = stage.sessions.get(None)
    stage.sessions.sign_in(session, user)
    cookie = {"name": stage.cookie, "value": session.cookie, "url": url, "httpOnly": True, "sameSite": "Lax"}
    return SessionState(browser={"cookies": [cookie], "origins": []})
