"""One session at a time on a login: a lease that runs out, and a token that fences off whoever held it before."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from agent.ledger.events import Events
from agent.ledger.transaction import Writer, stamp
from agent.model.errors import AlreadyRunning, LeaseLost


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to work on a login until `until` (ISO 8601, UTC). `token` grows with every taker."""

    portal: str
    account: str
    owner: str
    token: int
    until: str
    ttl: timedelta


@dataclass(frozen=True, slots=True)
class Busy:
    """A login that somebody works on `since` (ISO 8601, UTC)."""

    portal: str
    account: str
    since: str


def _never(_owner: str) -> bool:
    return False


class Leases:
    """Who works on which login."""

    def __init__(self, writer: Writer, events: Events) -> None:
        self._writer = writer
        self._events = events

    def take(
        self, portal: str, account: str, owner: str, ttl: timedelta, *, is_dead: Callable[[str], bool] = _never
    ) -> Lease:
        """Be the only one on the login for `ttl`. Raises AlreadyRunning, with who holds it since when.

        `is_dead(owner)`: that the holder surely runs no more, so that its time need not be waited out. The new token
        fences it off all the same, should it be wrong.
        """
        w = self._writer
        with w.transaction("leases.take") as at:
            until = self._until(ttl)
            values = {"portal": portal, "account": account, "owner": owner, "since": at, "until": until}
            if not (w.change("lease_insert", **values) or w.change("lease_take", **values)):
                held = w.one("lease_get", portal=portal, account=account)
                if not is_dead(held.owner):
                    raise AlreadyRunning(
                        f"outra execução usa este acesso desde {_local(held.since)}: {held.owner}",
                        where=portal,
                        do=f"Espere que ela termine. Se ela morreu, o acesso se libera às {_local(held.until)}.",
                    )
                w.change("lease_seize", held=held.token, **values)
            token = w.one("lease_get", portal=portal, account=account).token
            self._events.append(at, "lease.taken", "lease", token, {"portal": portal, "owner": owner})
        return Lease(portal, account, owner, token, until, ttl)

    def heartbeat(self, lease: Lease) -> Lease:
        """Go on holding it for another `ttl`. Raises LeaseLost when somebody else took it meanwhile."""
        with self._writer.transaction("leases.heartbeat"):
            until = self._until(lease.ttl)
            changed = self._writer.change(
                "lease_renew", portal=lease.portal, account=lease.account, token=lease.token, until=until
            )
            if not changed:
                raise _lost(lease)
        return replace(lease, until=until)

    def release(self, lease: Lease) -> None:
        """Let go; nothing when it is no longer ours."""
        with self._writer.transaction("leases.release") as at:
            self._writer.change("lease_release", portal=lease.portal, account=lease.account, token=lease.token, now=at)

    def check(self, lease: Lease) -> None:
        """Raise LeaseLost unless it is still held."""
        held = self._writer.one("lease_get", portal=lease.portal, account=lease.account)
        if held is None or held.token != lease.token or held.until <= self._writer.now():
            raise _lost(lease)

    def fence(self, lease: Lease, at: str) -> None:
        """Within a transaction: raise LeaseLost unless the lease is held, and keep it so until the transaction ends."""
        if not self._writer.change("lease_hold", portal=lease.portal, account=lease.account, token=lease.token, now=at):
            raise _lost(lease)

    def live(self) -> list[Busy]:
        """The logins that somebody works on now, the longest first."""
        return [Busy(*row) for row in self._writer.rows("lease_live", now=self._writer.now())]

    def _until(self, ttl: timedelta) -> str:
        return stamp(self._writer.clock() + ttl)


def _lost(lease: Lease) -> LeaseLost:
    return LeaseLost(
        f"{lease.owner} perdeu a vez neste acesso; outra execução pode estar em andamento",
        where=lease.portal,
        do="Nada mais é enviado por aqui. Rode o comando de novo quando a outra terminar.",
    )


def _local(text: str) -> str:
    return datetime.fromisoformat(text).astimezone().strftime("%d/%m/%Y %H:%M:%S")
