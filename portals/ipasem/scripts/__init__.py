"""What is looked at inside the page, as scripts that read and change nothing on it; most are any portal's."""

from functools import cache
from importlib.resources import files

from portals.screens.scripts import script as of_any_portal

_OWN = ("beside.js", "faces.js", "item.js", "picked.js", "words.js")


@cache
def script(name: str) -> str:
    """The text of one script, for `evaluate`."""
    if name not in _OWN:
        return of_any_portal(name)
    return files("portals.ipasem.scripts").joinpath(name).read_text(encoding="utf-8")
