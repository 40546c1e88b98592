"""The sitting: each login that waits for a person is entered one after the other; its session is kept for its runs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from agent.ledger.leases import Lease
from agent.ledger.queue import Asked, Waiting
from agent.model.errors import AlreadyRunning, CredentialsRejected, PersonNeeded, PortalError, SecretMissing
from agent.runner.account import account_of
from agent.runner.desk import Desk
from agent.runner.heartbeat import keep_lease
from agent.runner.owner import is_dead
from portals.base import Login, Presence
from portals.base import Waiting as Awaited

_TTL = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Seated:
    """How one login's turn in the sitting ended: `entered`, by a `person` or on a session that still lived; `text`."""

    clinica: str
    portal: str
    entered: bool
    person: bool
    text: str


def logins_waiting(items: Sequence[Waiting]) -> list[tuple[str, str]]:
    """(clinica, portal) of each sign-in that waits, the most pressing first, a portal's together."""
    pairs = list(dict.fromkeys((item.portal, item.clinica) for item in items if item.kind == "entrar"))
    order = {portal: place for place, (portal, _) in reversed(list(enumerate(pairs)))}
    return [(clinica, portal) for portal, clinica in sorted(pairs, key=lambda pair: order[pair[0]])]


def sit(desk: Desk, logins: Sequence[tuple[str, str]], who: Callable[[], str]) -> Iterator[Seated]:
    """Enter each login in turn; one that does not go leaves the others be. What is entered is the answer of `who()`."""
    for clinica, portal in logins:
        yield _seat(desk, clinica, portal, who)


def _seat(desk: Desk, clinica: str, portal: str, who: Callable[[], str]) -> Seated:
    presence = _Counting(desk.presence(clinica))
    try:
        _enter(desk, clinica, portal, presence)
    except AlreadyRunning as error:
        return Seated(clinica, portal, entered=False, person=False, text=f"em uso: {error.what}")
    except (CredentialsRejected, SecretMissing) as error:
        desk.ledger.queue.ask(_password(clinica, portal, error.what))
        _settle(desk, clinica, portal, "a senha não serve")
        return Seated(clinica, portal, entered=False, person=True, text=error.what)
    except PersonNeeded as error:
        return Seated(clinica, portal, entered=False, person=True, text=error.what)
    except PortalError as error:
        return Seated(clinica, portal, entered=False, person=False, text=error.what)
    if presence.called:
        _answer(desk, clinica, portal, who())
        return Seated(clinica, portal, entered=True, person=True, text="entrada feita")
    _settle(desk, clinica, portal, "a sessão guardada ainda valia")
    return Seated(clinica, portal, entered=True, person=False, text="a sessão guardada ainda valia")


def _enter(desk: Desk, clinica: str, portal: str, presence: Presence) -> None:
    """Signed in, proven by the portal's own first page, and kept; the login is nobody else's meanwhile."""
    login = Login(desk.office.acesso(clinica, portal).usuario, desk.vault.password(clinica, portal).reveal())
    account = account_of(desk.office, clinica, portal)
    lease = desk.ledger.leases.take(portal, account, desk.owner, _TTL, is_dead=is_dead)
    try:
        _sign_in(desk, clinica, lease, login, presence)
    finally:
        desk.ledger.leases.release(lease)


def _sign_in(desk: Desk, clinica: str, lease: Lease, login: Login, presence: Presence) -> None:
    door = desk.open_door(clinica, lease.portal)
    with keep_lease(desk.open_ledger, lease, _TTL), door.connect() as portal:
        portal.sign_in(login, presence)
        door.remember()


def _items(desk: Desk, clinica: str, portal: str) -> list[Waiting]:
    mine = (clinica, portal)
    return [i for i in desk.ledger.queue.open() if i.kind == "entrar" and (i.clinica, i.portal) == mine]


def _answer(desk: Desk, clinica: str, portal: str, who: str) -> None:
    for item in _items(desk, clinica, portal):
        desk.ledger.queue.answer(item.id, "feito", who)


def _settle(desk: Desk, clinica: str, portal: str, why: str) -> None:
    for item in _items(desk, clinica, portal):
        desk.ledger.queue.over(item.id, why)


def _password(clinica: str, portal: str, seen: str) -> Asked:
    return Asked(
        kind="senha",
        clinica=clinica,
        portal=portal,
        competencia="",
        step="",
        ref="",
        subject="",
        seen=seen,
        asked=f"confira a senha no portal; depois: faturista senha {clinica} {portal} e marque como feito",
        otherwise="nada é lançado neste acesso até lá",
    )


class _Counting:
    """A presence that remembers whether anybody was called."""

    def __init__(self, presence: Presence) -> None:
        self._presence = presence
        self.called = False

    def awaited(self, portal: str, what: Awaited, text: str) -> None:
        self.called = True
        self._presence.awaited(portal, what, text)

    def done(self, portal: str, what: Awaited) -> None:
        self._presence.done(portal, what)
