"""From a figure to what proves it: the files behind a month's return lines and readings."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from agent.ledger.months import Mes
from agent.ledger.transaction import Writer
from agent.model.entry import Entry


@dataclass(frozen=True, slots=True)
class Proof:
    """One piece of evidence. `of` is what it proves (pt-BR), `taken_at` when it was seen (ISO 8601, UTC).

    `reading` is the number of the reading of the portal's record that it is of, 0 for anything else; `entries` are the
    entries whose screen it is, () for what is of the whole month.
    """

    sha256: str
    kind: str
    name: str
    bytes: int
    taken_at: str
    of: str
    reading: int = 0
    entries: tuple[int, ...] = ()


class Trail:
    """The read side of the evidence."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def proofs(self, mes: Mes) -> list[Proof]:
        """Everything that proves something of the month, in the order it came."""
        reports = [
            Proof(r.sha256, r.kind, r.name, r.bytes, r.taken_at, f"retorno {r.report_id} ({r.fonte})")
            for r in self._writer.rows("trail_reports", mes_id=mes.id)
        ]
        readings = [
            Proof(
                *(s.sha256, s.kind, s.name, s.bytes, s.taken_at),
                of=_reading(s.snapshot_id, s.trusted, s.fechado),
                reading=s.snapshot_id,
            )
            for s in self._writer.rows("trail_snapshots", mes_id=mes.id)
        ]
        return sorted([*reports, *readings, *self._kept(mes)], key=lambda proof: (proof.taken_at, proof.of))

    def _kept(self, mes: Mes) -> Iterator[Proof]:
        for r in self._writer.rows("trail_kept", mes_id=mes.id):
            body = json.loads(r.body)
            yield Proof(r.sha256, r.kind, r.name, r.bytes, r.at, body["what"], entries=tuple(body["entries"]))

    def of_lines(self, mes: Mes) -> dict[int, str]:
        """The file (SHA-256) that each standing return line of the month was read from; "" where none was kept."""
        files = {r.report_id: r.sha256 for r in reversed(self._writer.rows("trail_reports", mes_id=mes.id))}
        return {
            line.id: files.get(line.demonstrativo_id, "") for line in self._writer.rows("trail_lines", mes_id=mes.id)
        }

    def readings_of(self, entry: Entry) -> list[int]:
        """The numbers of the readings of the month's record that show an entry, in order."""
        asked = entry.lancamento
        values = {"numero_autorizacao": asked.numero_autorizacao, "codigo_procedimento": asked.codigo_procedimento}
        rows = self._writer.rows("trail_readings_of", mes_id=entry.mes_id, movimento=entry.movimento, **values)
        return [row.snapshot_id for row in rows]

    def closed_at(self, mes: Mes) -> datetime | None:
        """When the month was closed last, None when it never was."""
        at = self._writer.one("trail_closed", mes_id=mes.id)
        return datetime.fromisoformat(at) if at else None

    def returned_on(self, line_id: int) -> datetime | None:
        """When a return line was first read; whatever was read later leaves it. None for a line that is not there."""
        at = self._writer.one("trail_returned", line_id=line_id)
        return datetime.fromisoformat(at) if at else None


def _reading(number: int, trusted: int, fechado: int) -> str:
    kind = "fechamento" if fechado else "conferência"
    return f"leitura {number} do portal ({kind}{'' if trusted else ', não confiável'})"
