"""The portal's own record, as read: kept whole as facts without people, with the report itself as evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from agent.ledger.evidence import EvidenceStore
from agent.ledger.months import Mes
from agent.ledger.problems import Problem, Problems
from agent.ledger.removals import Removals
from agent.ledger.transaction import Writer, stamp
from agent.model.registro import Movimento, Registro
from agent.model.valor import Centavos

_KEPT = tuple(f.name for f in fields(Movimento) if f.name not in ("beneficiario", "numero_carteira"))

_FOREIGN = "linha_alheia"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One reading of a month's record. Its rows show no beneficiario and no card. `taken_at` is ISO 8601 in UTC."""

    id: int
    mes_id: int
    taken_at: str
    fechado: bool
    total_linhas: int
    total_valor: Centavos
    trusted: bool
    evidence_sha256: str
    movimentos: tuple[Movimento, ...]


class Records:
    """What was seen on the portals."""

    def __init__(self, writer: Writer, evidence: EvidenceStore, problems: Problems, removals: Removals) -> None:
        self._writer = writer
        self._evidence = evidence
        self._problems = problems
        self._removals = removals

    def save(self, mes: Mes, registro: Registro) -> int:
        """Keep one reading, trusted or not, and its evidence; gives its number."""
        self._evidence.write(registro.evidence)
        body_valor = sum(m.valor or 0 for m in registro.finalizados)
        with self._writer.transaction("records.save") as at:
            snapshot_id = self._writer.insert(
                "snapshot_insert",
                mes_id=mes.id,
                evidence_id=self._evidence.row(at, registro.evidence),
                taken_at=stamp(registro.taken_at),
                fechado=int(registro.fechado),
                head_rows=registro.total_linhas,
                head_valor=registro.total_valor,
                body_rows=len(registro.finalizados),
                body_valor=body_valor,
                trusted=int(registro.trusted),
            )
            rows = enumerate(registro.movimentos, start=1)
            self._writer.change_each(
                "snapshot_rows_insert", [{"snapshot_id": snapshot_id, "no": no, **_columns(m)} for no, m in rows]
            )
            if registro.trusted:
                self._removals.look(at, mes, registro)
        return snapshot_id

    def latest(self, mes: Mes, trusted: bool = True) -> Snapshot | None:
        """The last reading of the month; with `trusted`, the last that added up."""
        row = self._writer.one("snapshot_latest", mes_id=mes.id, least=int(trusted))
        return self._snapshot(row) if row else None

    def standing(self, mes: Mes) -> dict[str, Movimento]:
        """The rows of the month's last trusted reading that have a number, by it."""
        latest = self.latest(mes)
        return {row.movimento: row for row in latest.movimentos if row.movimento} if latest else {}

    def get(self, snapshot_id: int) -> Snapshot | None:
        """One reading."""
        row = self._writer.one("snapshot_get", id=snapshot_id)
        return self._snapshot(row) if row else None

    def foreign_now(self, mes: Mes, movimentos: Sequence[Movimento], snapshot_id: int) -> None:
        """The rows that are not ours, as one reading shows them: each an open problem for a person, never touched.

        A problem whose row is gone, or an entry's now, is over.
        """
        there = {_ref(movimento): movimento for movimento in movimentos}
        for problem in self._problems.of(mes):
            if problem.kind == _FOREIGN and problem.ref not in there:
                self._problems.close(
                    problem.id, f"não está mais assim no portal (leitura {snapshot_id})", who="faturista"
                )
        for movimento in movimentos:
            self.foreign(mes, movimento, snapshot_id)

    def foreign(self, mes: Mes, movimento: Movimento, snapshot_id: int) -> int | None:
        """A row that is not ours: one open problem for it, for a person; it is never touched."""
        ref = _ref(movimento)
        text = f"movimento {ref}: está no portal e não foi lançado pelo faturista (leitura {snapshot_id})"
        return self._problems.open(mes, _FOREIGN, text, ref=ref)

    def problems(self, mes: Mes) -> list[Problem]:
        """The month's open problems."""
        return self._problems.of(mes)

    def _snapshot(self, row: Any) -> Snapshot:
        rows = self._writer.rows("snapshot_rows", snapshot_id=row.id)
        return Snapshot(
            *(row.id, row.mes_id, row.taken_at, bool(row.fechado), row.head_rows, row.head_valor),
            trusted=bool(row.trusted),
            evidence_sha256=row.sha256,
            movimentos=tuple(_movimento(each) for each in rows),
        )


def _ref(movimento: Movimento) -> str:
    return movimento.movimento or "/".join(str(part) for part in (movimento.chave or ()))


def _columns(movimento: Movimento) -> dict[str, object]:
    """What is kept of a row: no beneficiario, no card."""
    day = movimento.data.isoformat() if movimento.data else None
    return {**{name: getattr(movimento, name) for name in _KEPT}, "data": day, "finalizado": int(movimento.finalizado)}


def _movimento(row: Any) -> Movimento:
    values = row._asdict()
    day = date.fromisoformat(row.data) if row.data else None
    return Movimento(**{**values, "data": day, "finalizado": bool(row.finalizado)})
