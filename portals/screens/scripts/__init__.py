"""What is looked at inside a page, whichever portal's, as scripts that read and change nothing on it."""

from functools import cache
from importlib.resources import files


@cache
def script(name: str) -> str:
    """The text of one script, for `evaluate`."""
    return files("portals.screens.scripts").joinpath(name).read_text(encoding="utf-8")
