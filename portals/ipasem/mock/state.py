"""What IPASEM has recorded: movements, closed months, audits. Every change is one journalled commit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from portals.ipasem.mock import rules
from portals.ipasem.mock.audit import Glosa, audited
from portals.ipasem.mock.month import Month, month_of
from portals.ipasem.mock.movement import Movimento, finished
from portals.ipasem.mock.seed import Account, Autorizacao, Seed
from portals.mock.store import Key, Patch, Row, Store

FIRST_ID = 8300


@dataclass(frozen=True)
class Who:
    """Whose act a commit is: the credenciado and the label of the browser's session."""

    account: Account
    session: str = ""

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents whose authorisations this login may launch."""
        return (self.account.document, *self.account.linked)


@dataclass(frozen=True)
class Refusal:
    """The portal said no, in these words; `errors` by field where a form was wrong."""

    text: str
    errors: dict[str, str] | None = None


class Records:
    """The portal's memory and its acts. Each act checks and commits under the store's lock."""

    def __init__(self, seed: Seed, store: Store) -> None:
        self.seed = seed
        self.store = store
        self._authorisations = {a.number: a for a in seed.authorizations}

    def authorisation(self, number: str) -> Autorizacao | None:
        """The issued authorisation with this number."""
        return self._authorisations.get(number)

    def movements(
        self, document: str, month: Month, *, number: str | None = None, before_last: int = 0
    ) -> list[Movimento]:
        """A month's movements in the order of their ids, drafts too; as n commits ago for `before_last=n`."""
        rows = self.store.rows("movimentos", before_last=before_last).values()
        own = (r for r in rows if r["document"] == document and r["mes"] == str(month))
        chosen = (r for r in own if number in (None, r["autorizacao"]))
        return sorted((Movimento(**row) for row in chosen), key=lambda m: m.id)

    def movement(self, document: str, movement_id: str) -> Movimento | None:
        """One movement of this credenciado."""
        row = self.store.rows("movimentos").get(movement_id)
        return Movimento(**row) if row and row["document"] == document else None

    def all_movements(self) -> list[Movimento]:
        """Every movement of every credenciado."""
        return [Movimento(**row) for row in self.store.rows("movimentos").values()]

    def closed(self, document: str, month: Month) -> bool:
        """Whether the month is closed."""
        return _place(document, month) in self.store.rows("fechamentos")

    def audit(self, document: str, month: Month) -> Row | None:
        """The insurer's audit of the month: {"glosas": {id: row}, "sem_retorno": [id]}; None before it."""
        return self.store.rows("auditorias").get(_place(document, month))

    def used_in(self, number: str, month: Month) -> str | None:
        """Another movement (MM/AAAA) in which this authorisation was used."""
        found = self.authorisation(number)
        if found is not None and found.used_in is not None:
            return found.used_in
        rows = self.store.rows("movimentos").values()
        used = (row["mes"] for row in rows if row["autorizacao"] == number and row["finalizado"])
        return next((mes for mes in used if mes != str(month)), None)

    def open(self, who: Who, month: Month, number: str) -> Movimento | Refusal:
        """Accepts an authorisation: continues this month's draft or commits a new one."""
        refused = rules.refusal_to_open(
            self.authorisation(number),
            who.documents,
            month,
            closed=self.closed(who.account.document, month),
            used_in=self.used_in(number, month),
        )
        if refused is not None:
            return Refusal(refused)
        drafts = (m for m in self.launched(who, month, number) if not m.finalizado)
        return next(drafts, None) or self._new_draft(who, month, number)

    def launched(self, who: Who, month: Month, number: str) -> list[Movimento]:
        """This month's movements of one authorisation."""
        return self.movements(who.account.document, month, number=number)

    def _new_draft(self, who: Who, month: Month, number: str) -> Movimento:
        draft = Movimento(id=self._next_id(), document=who.account.document, mes=str(month), autorizacao=number)
        self._commit("abrir", who, number, _kept(draft, new=True))
        return draft

    def _next_id(self) -> int:
        return int(self.store.rows("contadores").get("movimento", {"ultimo": FIRST_ID - 1})["ultimo"]) + 1

    def save(
        self,
        who: Who,
        movement_id: str,
        typed: dict[str, str],
        today: date,
        *,
        added_centavos: int = 0,
        again: bool = False,
    ) -> Movimento | Refusal:
        """Gravar Movimento: finishes a draft or changes a finished movement.

        `added_centavos` falsifies the stored value; with `again`, saving a finished movement makes one more.
        """
        before = self.movement(who.account.document, movement_id)
        if before is None:
            return Refusal(rules.RECORD_GONE)
        month = month_of(before.mes)
        if self.closed(before.document, month):
            return Refusal(rules.already_closed(month))
        checked = rules.check_movement(typed, self._authorisations[before.autorizacao], today)
        if checked.errors or checked.procedure is None:
            return Refusal("", checked.errors)
        new_id = self._next_id() if again and before.finalizado else before.id
        after = finished(before, checked, new_id, added_centavos)
        new = new_id != before.id
        counts = [(before.key, -1)] if before.finalizado and not new else []
        self._commit("gravar", who, before.autorizacao, _kept(after, new=new), [*counts, (after.key, 1)])
        return after

    def delete(self, who: Who, movement_id: str) -> Movimento | Refusal:
        """Excluir Registro: of a draft, or of a finished movement while its month is open."""
        before = self.movement(who.account.document, movement_id)
        if before is None:
            return Refusal(rules.RECORD_GONE)
        month = month_of(before.mes)
        if self.closed(before.document, month):
            return Refusal(rules.already_closed(month))
        counts = [(before.key, -1)] if before.finalizado else []
        self._commit("excluir", who, before.autorizacao, {"movimentos": {str(before.id): None}}, counts)
        return before

    def close(self, who: Who, month: Month) -> Refusal | None:
        """Realizar Fechamento; None where it was done."""
        document = who.account.document
        entries = self.movements(document, month)
        done = sum(m.finalizado for m in entries)
        refused = rules.refusal_to_close(
            month, closed=self.closed(document, month), drafts=len(entries) - done, finished=done
        )
        if refused is not None:
            return Refusal(refused)
        self._commit("fechar", who, None, {"fechamentos": {_place(document, month): {"mes": str(month)}}})
        return None

    def reopen(self, who: Who, month: Month) -> Refusal | None:
        """Reabrir Movimento; None where it was done."""
        document = who.account.document
        refused = rules.refusal_to_reopen(
            month, closed=self.closed(document, month), audited=self.audit(document, month) is not None
        )
        if refused is not None:
            return Refusal(refused)
        self._commit("reabrir", who, None, {"fechamentos": {_place(document, month): None}})
        return None

    def changed_password(self, document: str) -> str | None:
        """The password that was set over the seed's; None where it never was."""
        row = self.store.rows("senhas").get(document)
        return str(row["senha"]) if row else None

    def change_password(self, document: str, password: str) -> None:
        """The credenciado typed a new password."""
        self.store.commit("alterar-senha", user=document, patch={"senhas": {document: {"senha": password}}})

    def note(self, action: str, who: Who) -> None:
        """Writes an act into the journal that changes nothing (sign in, sign out)."""
        self._commit(action, who, None, {})

    def auditar(
        self,
        document: str,
        mes: str,
        glosas: Sequence[Glosa] = (),
        sem_retorno: Sequence[int | str] = (),
    ) -> Row:
        """The insurer audits a closed month (MM/AAAA): cuts, and ids or authorisations left without return.

        Raises ValueError where the month is not closed or a cut finds no movement.
        """
        month = month_of(mes)
        with self.store.lock:
            if not self.closed(document, month):
                raise ValueError(rules.not_closed(month))
            audit = audited(self.movements(document, month), glosas, sem_retorno)
            patch = {"auditorias": {_place(document, month): audit}}
            self.store.commit("auditar", user=document, patch=patch)
            return audit

    def _commit(
        self,
        action: str,
        who: Who,
        number: str | None,
        patch: Patch,
        counts: Iterable[tuple[Key, int]] = (),
    ) -> None:
        self.store.commit(
            action,
            session=who.session,
            user=who.account.document,
            number=number,
            patch=patch,
            counts=counts,
        )


def _place(document: str, month: Month) -> str:
    return f"{document}|{month}"


def _kept(movement: Movimento, *, new: bool) -> Patch:
    rows = {"movimentos": {str(movement.id): movement.model_dump()}}
    return {**rows, "contadores": {"movimento": {"ultimo": movement.id}}} if new else rows
