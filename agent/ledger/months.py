"""A clinic's month on a portal: opened once, closed only through an approved intent, reopened the same way."""

from dataclasses import dataclass

from agent.ledger.events import Events
from agent.ledger.leases import Lease, Leases
from agent.ledger.transaction import Writer
from agent.model.competencia import Competencia
from agent.model.errors import InputError, LedgerError, Moved

_APPROVED_AS = {"fechando": "fechar", "reabrindo": "reabrir"}


@dataclass(frozen=True, slots=True)
class Mes:
    """`state`: aberta, fechando, fechada, reabrindo or conciliada. `account` is the login, opaque.

    `version` counts the changes that matter to a plan: imports, never launches.
    """

    id: int
    clinica: str
    portal: str
    account: str
    competencia: Competencia
    state: str
    version: int


class Months:
    """The months of the office."""

    def __init__(self, writer: Writer, events: Events, leases: Leases) -> None:
        self._writer = writer
        self._events = events
        self._leases = leases

    def open(self, clinica: str, portal: str, account: str, competencia: Competencia) -> Mes:
        """The month, made when it is new; its login follows the settings."""
        mes = self.find(clinica, portal, competencia)
        if mes is not None and mes.account == account:
            return mes
        with self._writer.transaction("months.open") as at:
            mes = self.ensure(at, clinica, portal, account, competencia)
            if mes.account != account:
                self._writer.change("month_account", id=mes.id, account=account)
                self._events.append(at, "mes.account", "mes", mes.id, {}, mes_id=mes.id)
        return self.get(mes.id)

    def ensure(self, at: str, clinica: str, portal: str, account: str, competencia: Competencia) -> Mes:
        """Within a transaction: the month, made when it is new."""
        key = {"clinica": clinica, "portal": portal, "competencia": competencia.iso}
        made = self._writer.change("month_insert", account=account, **key)
        mes = _mes(self._writer.one("month_find", **key))
        if made:
            self._events.append(at, "mes.aberta", "mes", mes.id, key, mes_id=mes.id)
        return mes

    def get(self, mes_id: int) -> Mes:
        """The month as it stands now. Raises LedgerError when there is none."""
        row = self._writer.one("month_get", id=mes_id)
        if row is None:
            raise LedgerError(f"o livro não tem o mês {mes_id}")
        return _mes(row)

    def find(self, clinica: str, portal: str, competencia: Competencia) -> Mes | None:
        """The month, or None when it was never opened."""
        row = self._writer.one("month_find", clinica=clinica, portal=portal, competencia=competencia.iso)
        return _mes(row) if row else None

    def all(self) -> list[Mes]:
        """Every month, oldest first."""
        return [_mes(row) for row in self._writer.rows("month_all")]

    def of(self, clinica: str, portal: str) -> list[Mes]:
        """A clinic's months on one portal, oldest first."""
        return [_mes(row) for row in self._writer.rows("month_of", clinica=clinica, portal=portal)]

    def bump(self, mes: Mes) -> Mes:
        """Something that matters to a plan changed."""
        with self._writer.transaction("months.bump"):
            self._writer.change("month_bump", id=mes.id)
        return self.get(mes.id)

    def begin_close(self, lease: Lease, mes: Mes, approval_hash: str) -> None:
        """aberta to fechando, the intent before the click.

        Raises Moved when nobody approved closing this hash, the month changed since `mes` was read, or an entry has no
        outcome; LeaseLost when somebody else works on the login.
        """
        self._begin("months.begin_close", lease, mes, ("aberta", "fechando"), approval_hash)

    def closed(self, mes: Mes, text: str, snapshot_id: int | None) -> None:
        """fechando to fechada, as the portal said (`text`) and a reading proves; its entries become fechada."""
        self._settle("months.closed", mes, ("fechando", "fechada"), {"text": text, "snapshot": snapshot_id})

    def close_failed(self, mes: Mes, why: str) -> None:
        """fechando back to aberta: the portal's record says it is open."""
        self._settle("months.close_failed", mes, ("fechando", "aberta"), {"why": why})

    def begin_reopen(self, lease: Lease, mes: Mes, approval_hash: str) -> None:
        """fechada to reabrindo, the intent before the click; approved as "reabrir"."""
        self._begin("months.begin_reopen", lease, mes, ("fechada", "reabrindo"), approval_hash)

    def reopened(self, mes: Mes, text: str, snapshot_id: int | None) -> None:
        """reabrindo to aberta; its entries are lancada again."""
        self._settle("months.reopened", mes, ("reabrindo", "aberta"), {"text": text, "snapshot": snapshot_id})

    def reopen_failed(self, mes: Mes, why: str) -> None:
        """reabrindo back to fechada: the portal's record says it is closed."""
        self._settle("months.reopen_failed", mes, ("reabrindo", "fechada"), {"why": why})

    def reconciled(self, mes: Mes) -> None:
        """fechada to conciliada. Late returns still post; the month's own totals stay as they were."""
        self._settle("months.reconciled", mes, ("fechada", "conciliada"), {})

    def _begin(self, name: str, lease: Lease, mes: Mes, move: tuple[str, str], approval_hash: str) -> None:
        with self._writer.transaction(name) as at:
            self._leases.fence(lease, at)
            if not self._writer.one("approval_of", mes_id=mes.id, what=_APPROVED_AS[move[1]], hash=approval_hash):
                raise _moved(mes, "ninguém aprovou exatamente este estado")
            before, after = move
            if not self._writer.change("month_begin", id=mes.id, before=before, after=after, version=mes.version):
                raise _moved(mes, "o mês mudou desde que foi conferido")
            self._refuse(mes, "month_entries_open", "lançamentos ainda não têm resposta")
            self._events.append(at, f"mes.{after}", "mes", mes.id, {"approval": approval_hash}, mes_id=mes.id)

    def _settle(self, name: str, mes: Mes, move: tuple[str, str], body: dict[str, object]) -> None:
        before, after = move
        with self._writer.transaction(name) as at:
            self._writer.move("month_move", what=f"o mês {mes.competencia}", id=mes.id, before=before, after=after)
            if after == "fechada":
                self._refuse(mes, "month_entries_in_doubt", "lançamentos ficaram sem resposta")
            here = {"fechada": ("lancada", "fechada"), "aberta": ("fechada", "lancada")}.get(after)
            moved = self._writer.change("month_entries_move", id=mes.id, before=here[0], after=here[1]) if here else 0
            self._events.append(at, f"mes.{after}", "mes", mes.id, {**body, "entries": moved}, mes_id=mes.id)

    def _refuse(self, mes: Mes, query: str, what: str) -> None:
        if count := self._writer.one(query, id=mes.id):
            raise _moved(mes, f"{count} {what}")


def no_month(competencia: Competencia) -> InputError:
    """What is said to who only wants to read a month that was never begun."""
    return InputError(
        f"nenhum mês {competencia} no livro",
        where="--competencia",
        do="Confira o mês. Um mês entra no livro quando é planejado ou lançado.",
    )


def _moved(mes: Mes, what: str) -> Moved:
    return Moved(
        what,
        where=f"{mes.clinica}, {mes.portal}, {mes.competencia}",
        do="Nada foi fechado nem reaberto. Confira de novo.",
    )


def _mes(row: tuple[int, str, str, str, str, str, int]) -> Mes:
    mes_id, clinica, portal, account, competencia, state, version = row
    return Mes(mes_id, clinica, portal, account, Competencia.read(competencia), state, version)
