"""Ask a portal for what only some of them can do."""

from collections.abc import Callable
from typing import TypeVar, cast

from agent.model.errors import SetupError
from agent.runner.hooked import Hooked
from portals.base import Portal

C = TypeVar("C")
T = TypeVar("T")


def able(portal: Portal, kind: type, verb: str, act: Callable[[C], T]) -> T:
    """`act` on the portal as one of `kind` (portals.more), named `verb` for whoever follows the steps of a run.

    Raises SetupError, before anything happens, when this portal cannot do that.
    """

    def tried(bare: Portal) -> T:
        if not isinstance(bare, kind):
            raise SetupError("este portal não faz isto.", where=bare.name)
        return act(cast(C, bare))

    return portal.also(verb, tried) if isinstance(portal, Hooked) else tried(portal)


def if_able(portal: Portal, kind: type, verb: str, act: Callable[[C], T], otherwise: T) -> T:
    """`act` on the portal as one of `kind`, or `otherwise` where this portal cannot do that."""

    def tried(bare: Portal) -> T:
        return act(cast(C, bare)) if isinstance(bare, kind) else otherwise

    return portal.also(verb, tried) if isinstance(portal, Hooked) else tried(portal)
