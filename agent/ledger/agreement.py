"""Which entries and return lines of an account agree one to one in everything, found set by set in the database.

What a large account is made of: a line that repeats its entry. Only the rest needs the rules of agent.reconcile, and
only the rest is read.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from agent.ledger.accounts import Link
from agent.ledger.returns import ReturnLine, as_line
from agent.ledger.schema import Engine, filled, statements
from agent.ledger.transaction import Writer
from agent.model.pair import Pair, PairKind


class Agreement:
    """Looks at accounts."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    @contextmanager
    def of(self, clinica: str, portal: str) -> Iterator["Agreed"]:
        """One clinic's whole account on one portal, as it stands at this moment; to be used within the `with`."""
        with self._writer.look(_scratch(self._writer.database.engine)):
            yield Agreed(self._writer, clinica, portal)


class Agreed:
    """An account split in pairs and rest.

    A pair is an entry that the portal holds and a standing line that agree in authorisation, code, tooth, faces, date,
    quantity, value and (where the line shows it) movimento, and with nothing else of the account; every other row of
    its authorisation is in such a pair too, and no person spoke of any of them. No rule of the reconciliation could
    tie them otherwise.
    """

    def __init__(self, writer: Writer, clinica: str, portal: str) -> None:
        self._writer = writer
        self._home = {"clinica": clinica, "portal": portal}
        self._find_pairs()
        self._find_rest()

    def _find_pairs(self) -> None:
        w = self._writer
        ties = w.change("pair_find", **self._home)
        lines = w.change("pair_turn")
        ties_of_lines = ties - w.change("pair_lack")
        w.change("pair_none")
        if ties != w.one("pair_held", **self._home):
            w.change("rest_twins")
        if lines != ties_of_lines:
            w.change("rest_twin_lines")

    def _find_rest(self) -> None:
        w = self._writer
        w.change("rest_lines", **self._home)
        w.change("rest_entries", **self._home)
        w.change("rest_decided", **self._home)
        if w.one("pair_shows_movimento"):
            w.change("rest_movimentos", **self._home)
        w.change("pair_drop")

    def rest_entries(self) -> list[Any]:
        """The entries that the rules must see, as rows: also those that a line of another authorisation may mean."""
        return self._writer.rows("rest_entry_rows", **self._home)

    def rest_lines(self) -> list[ReturnLine]:
        """The lines that the rules must see."""
        return [as_line(row) for row in self._writer.rows("rest_line_rows", **self._home)]

    def pairs(self, mes_id: int) -> list[Pair]:
        """The pairs whose entry or whose line is of the month."""
        rows = self._writer.rows("pair_entries", mes_id=mes_id) + self._writer.rows("pair_lines", mes_id=mes_id)
        return [_pair(row) for row in rows]

    def lines(self, line_ids: list[int]) -> list[ReturnLine]:
        """Some lines, as the insurer gave them."""
        return [as_line(self._writer.one("line_by_id", id=line_id)) for line_id in line_ids]

    def unlinked(self) -> list[Pair]:
        """The pairs that the ledger does not link yet, or not with these amounts."""
        return [_pair(row) for row in self._writer.rows("pair_unlinked")]

    def loose(self) -> list[Link]:
        """The account's live links that are not one of its pairs."""
        return [Link(*row) for row in self._writer.rows("link_loose", **self._home)]

    def counts(self) -> dict[int, int]:
        """How many pairs there are, by the month of the line's return."""
        return {row.mes_id: row.n for row in self._writer.rows("pair_months")}


@cache
def _scratch(engine: Engine) -> tuple[str, ...]:
    sql = Path(__file__).with_name("scratch.sql").read_text(encoding="utf-8")
    return tuple(statements(filled(sql, engine)))


def _pair(row: Any) -> Pair:
    shown = (bool(row.movimento), bool(row.dente), bool(row.faces))
    kind = PairKind(*shown, row.quantidade, row.informado, row.liberado)
    return Pair(row.lancamento_id, row.linha_id, row.mes_id, row.motivo, kind)
