"""What is looked at inside the page, as scripts that read and change nothing on it."""

from functools import cache
from importlib.resources import files


@cache
def script(name: str) -> str:
    """The text of one script, for `evaluate`."""
    return files("portals.ipasem.scripts").joinpath(name).read_text(encoding="utf-8")
