"""What became of the files that were sent, as the portal's history told it: an event each time that it changed."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from agent.ledger.events import Events
from agent.ledger.months import Mes
from agent.ledger.transaction import Writer
from agent.model.arquivo import Arquivo

KIND = "arquivo.situacao"


class Arquivos:
    """The files of the office, by the clinic's own number of each lote."""

    def __init__(self, writer: Writer, events: Events) -> None:
        self._writer = writer
        self._events = events

    def seen(self, mes: Mes, arquivos: Sequence[Arquivo]) -> int:
        """Keep what the portal says now of every file of the month's access; how many are new or not as they were.

        A file is of the month that launched its protocolo, one without any of the month in which it was first seen.
        """
        known = self._known(mes)
        told: dict[str, list[Arquivo]] = {}
        for arquivo in arquivos:
            told.setdefault(arquivo.lote, []).append(arquivo)
        changed = {lote: rows for lote, rows in told.items() if lote not in known or known[lote][1] != rows}
        if not changed:
            return 0
        with self._writer.transaction("arquivos.seen") as at:
            for lote, rows in changed.items():
                home = known[lote][0] if lote in known else self._home(mes, rows)
                body = {"arquivos": [asdict(row) for row in rows]}
                self._events.append(at, KIND, "arquivo", int(lote), body, mes_id=home)
        return len(changed)

    def of(self, mes: Mes) -> tuple[Arquivo, ...]:
        """The month's files as they were last seen, by the number of their lote."""
        known = self._known(mes)
        return tuple(row for lote in sorted(known, key=int) if known[lote][0] == mes.id for row in known[lote][1])

    def protocolos_of(self, lote: str) -> tuple[str, ...]:
        """The protocolos of the files with that number of ours, or with that of the operadora's lote."""
        rows = [each for row in self._writer.rows("arquivo_every", kind=KIND) for each in _read(row.body)]
        found = (row.protocolo for row in rows if row.protocolo and lote in (row.lote, row.lote_operadora))
        return tuple(dict.fromkeys(found))

    def _known(self, mes: Mes) -> dict[str, tuple[int, list[Arquivo]]]:
        rows = self._writer.rows("arquivo_events", clinica=mes.clinica, portal=mes.portal, kind=KIND)
        return {str(row.entity_id): (int(row.mes_id), _read(row.body)) for row in rows}

    def _home(self, mes: Mes, rows: Sequence[Arquivo]) -> int:
        for row in rows:
            home = {"clinica": mes.clinica, "portal": mes.portal, "protocolo": row.protocolo}
            if row.protocolo and (found := self._writer.one("arquivo_home", **home)):
                return int(found)
        return mes.id


def _read(body: Any) -> list[Arquivo]:
    return [Arquivo(**each) for each in json.loads(body)["arquivos"]]
