"""What runs in the page: each script reads, none of them acts."""

from functools import cache
from importlib.resources import files


@cache
def script(name: str) -> str:
    """The text of one script."""
    return files("portals.solus.scripts").joinpath(name).read_text(encoding="utf-8")
