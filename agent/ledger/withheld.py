"""What payments were less or more than their items, kept as the return lines are: superseded, never lost."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from agent.ledger.events import digest
from agent.ledger.months import Mes
from agent.ledger.transaction import Writer
from agent.model.competencia import Competencia
from agent.model.demonstrativo import Deducao


@dataclass(frozen=True, slots=True)
class Change:
    """What a report makes of what is known: `new` by fingerprint with its occurrence; ids of the others."""

    new: Mapping[str, tuple[Deducao, int]]
    back: tuple[int, ...]
    gone: tuple[int, ...]

    def __bool__(self) -> bool:
        return bool(self.new or self.back or self.gone)


class Withheld:
    """The deductions of the office's returns."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def change(self, mes: Mes, deducoes: Iterable[Deducao], pagamentos: Collection[str]) -> Change:
        """What a newer report changes, which holds the statements of payment numbered `pagamentos`.

        Each statement supersedes what was told of its number, whoever told it, and says nothing of any other.
        """
        told = _fingerprinted(mes, deducoes)
        known = {row.fingerprint: row for row in self._writer.rows("deducao_known", mes_id=mes.id)}
        standing = {fingerprint for fingerprint, row in known.items() if row.withdrawn_at is None}
        return Change(
            {fingerprint: each for fingerprint, each in told.items() if fingerprint not in known},
            tuple(sorted(known[f].id for f in told.keys() & known.keys() - standing)),
            tuple(sorted(known[f].id for f in standing - told.keys() if known[f].demonstrativo in pagamentos)),
        )

    def keep(self, at: str, mes: Mes, number: int, change: Change) -> None:
        """Write it, as part of the return `number`, in the caller's transaction."""
        for fingerprint, (deducao, occurrence) in change.new.items():
            home = {"mes_id": mes.id, "demonstrativo_id": number, "ocorrencia": occurrence, "fingerprint": fingerprint}
            self._writer.change("deducao_insert", **home, **_facts(deducao))
        for row_id in change.back:
            self._writer.change("deducao_revive", id=row_id)
        for row_id in change.gone:
            self._writer.move("deducao_withdraw", what=f"dedução {row_id}", id=row_id, at=at)

    def of(self, mes: Mes) -> tuple[Deducao, ...]:
        """What stands of the month, by day."""
        rows = self._writer.rows("deducao_of", mes_id=mes.id)
        return tuple(Deducao(**{**row._asdict(), "data": date.fromisoformat(row.data)}) for row in rows)

    def told_of(self, clinica: str, portal: str, demonstrativo: str) -> tuple[tuple[Competencia, date], ...]:
        """The months in which deductions of that statement of payment stand, and the days it paid on; oldest first."""
        account = {"clinica": clinica, "portal": portal}
        rows = self._writer.rows("deducao_told", **account, demonstrativo=demonstrativo)
        return tuple((Competencia.read(row.competencia), date.fromisoformat(row.data)) for row in rows)

    def standing(self, mes: Mes) -> str:
        """A digest of what stands of the month, as its event keeps it."""
        rows = self._writer.rows("deducao_known", mes_id=mes.id)
        return standing_digest(row.fingerprint for row in rows if row.withdrawn_at is None)


def standing_digest(fingerprints: Iterable[str]) -> str:
    """The digest of a month's standing rows, in whatever order they come."""
    return digest(sorted(fingerprints))[:16]


def deducao_fingerprint(row: Mapping[str, Any]) -> str:
    """What the fingerprint of a kept row must be, from its columns and those of its month."""
    names = [f.name for f in fields(Deducao)]
    home = [row["clinica"], row["portal"], row["competencia"]]
    return digest([*home, *(row[name] for name in names), row["ocorrencia"]])


def _fingerprinted(mes: Mes, deducoes: Iterable[Deducao]) -> dict[str, tuple[Deducao, int]]:
    """By what they are; those that are alike are told apart by count."""
    seen: Counter[Deducao] = Counter()
    found = {}
    for each in deducoes:
        seen[each] += 1
        home = {"clinica": mes.clinica, "portal": mes.portal, "competencia": mes.competencia.iso}
        found[deducao_fingerprint({**home, **_facts(each), "ocorrencia": seen[each]})] = (each, seen[each])
    return found


def _facts(deducao: Deducao) -> dict[str, object]:
    return {**asdict(deducao), "data": deducao.data.isoformat()}
