"""What a portal billing by month has recorded: entries, closed months, audits; each change one journalled commit."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict

from portals.mock.store import Key, Patch, Store

FIRST = 5000


class Entry(BaseModel):
    """One entry of a login's month (MM/AAAA). A draft (`finalizada` false) holds nothing yet.

    `data` is an ISO date, `valor` centavos as typed.
    """

    model_config = ConfigDict(frozen=True)

    id: int
    login: str
    mes: str
    guia: str
    codigo: str = ""
    data: str = ""
    quantidade: int = 0
    valor: int = 0
    finalizada: bool = False

    @property
    def key(self) -> Key:
        """What an auditor counts."""
        return (self.login, self.mes, self.guia, self.codigo, self.data)


class Months:
    """The portal's memory and its acts; `session` is the label of the browser's session an act came from."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def entries(self, login: str = "", mes: str = "", *, before_last: int = 0) -> list[Entry]:
        """Entries in the order of their numbers, all or one login's, all or one month's; as n commits ago."""
        rows = (Entry(**row) for row in self.store.rows("lancamentos", before_last=before_last).values())
        return sorted((e for e in rows if login in ("", e.login) and mes in ("", e.mes)), key=lambda e: e.id)

    def entry(self, login: str, number: str) -> Entry | None:
        """One entry of this login."""
        return next((e for e in self.entries(login) if str(e.id) == number), None)

    def closed(self, login: str, mes: str) -> bool:
        """Whether the month is closed."""
        return f"{login}|{mes}" in self.store.rows("fechados")

    def open(self, login: str, mes: str, guia: str, session: str) -> Entry:
        """The month's draft for a guia, continued or new."""
        drafts = (e for e in self.entries(login, mes) if e.guia == guia and not e.finalizada)
        if draft := next(drafts, None):
            return draft
        last = int(self.store.rows("contadores").get("lancamento", {"ultimo": FIRST})["ultimo"]) + 1
        entry = Entry(id=last, login=login, mes=mes, guia=guia)
        patch = {"lancamentos": {str(last): entry.model_dump()}, "contadores": {"lancamento": {"ultimo": last}}}
        self._commit("abrir", entry, session, patch)
        return entry

    def save(self, entry: Entry, session: str, **values: Any) -> Entry:
        """Finish a draft, or change a finished entry; `values` are the fields of Entry."""
        after = entry.model_copy(update={**values, "finalizada": True})
        counts = [*([(entry.key, -1)] if entry.finalizada else []), (after.key, 1)]
        self._commit("gravar", after, session, {"lancamentos": {str(entry.id): after.model_dump()}}, counts)
        return after

    def delete(self, entry: Entry, session: str) -> None:
        """Take an entry away."""
        counts = [(entry.key, -1)] if entry.finalizada else []
        self._commit("excluir", entry, session, {"lancamentos": {str(entry.id): None}}, counts)

    def close(self, login: str, mes: str, session: str) -> None:
        """Close the month."""
        patch = {"fechados": {f"{login}|{mes}": {"mes": mes}}}
        self.store.commit("fechar", session=session, user=login, patch=patch)

    def audit(self, login: str, mes: str, cuts: Mapping[str, Mapping[str, Any]], unanswered: Collection[str]) -> None:
        """The insurer's audit: by guia {"valor": centavos, "motivo"}, and the guias that it does not answer.

        Raises ValueError for a month that is not closed.
        """
        if not self.closed(login, mes):
            raise ValueError(f"{mes} não está fechado.")
        row = {"glosas": {guia: dict(cut) for guia, cut in cuts.items()}, "sem_retorno": sorted(unanswered)}
        self.store.commit("auditar", user=login, patch={"auditorias": {f"{login}|{mes}": row}})

    def returned(self, login: str, mes: str) -> list[dict[str, Any]] | None:
        """The audited entries as rows of the return, in centavos; None before the audit."""
        audit = self.store.rows("auditorias").get(f"{login}|{mes}")
        if audit is None:
            return None
        answered = (e for e in self.entries(login, mes) if e.guia not in audit["sem_retorno"])
        none = {"valor": 0, "motivo": ""}
        return [{**e.model_dump(), "glosa": audit["glosas"].get(e.guia, none)} for e in answered]

    def _commit(
        self, action: str, entry: Entry, session: str, patch: Patch, counts: Collection[tuple[Key, int]] = ()
    ) -> None:
        self.store.commit(action, session=session, user=entry.login, number=entry.guia, patch=patch, counts=counts)
