"""Which entries and return lines of an account agree one to one in everything, found set by set in the database.

What a large account is made of: a line that repeats its entry. Only the rest needs the rules of agent.reconcile, and
only the rest is read. And what was posted stays as it is until something happens to it: only that is looked at again.
"""

from collections.abc import Collection, Container, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from agent.ledger.accounts import Link
from agent.ledger.people import Shown
from agent.ledger.returns import ReturnLine, as_line
from agent.ledger.schema import Engine, filled, statements
from agent.ledger.transaction import Writer
from agent.model.errors import Moved
from agent.model.pair import Pair, PairKind

MUCH = 100_000  # marks and new lines
_AGAIN = "Rode o comando de novo: o que foi gravado vale, e o resto é conferido outra vez."


class Seen(NamedTuple):
    """How far a look saw: the newest mark of the account and, where any of its lines is new, the office's newest line.

    0 where nothing is new. `version` counts what was ever posted of the account.
    """

    mark: int = 0
    line: int = 0
    version: int = 0


class Agreement:
    """Looks at accounts. What happens to a row that reconciliation goes by is marked by the database itself.

    A return line that came since needs no mark: its number is greater than any that was there.
    """

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    @contextmanager
    def of(self, clinica: str, portal: str) -> Iterator["Agreed"]:
        """One clinic's whole account on one portal, as it stands at this moment; to be used within the `with`."""
        with self._writer.look(_scratch(self._writer.database.engine, "whole")):
            self._writer.change("home_fill", clinica=clinica, portal=portal)
            yield Agreed(self._writer, self._seen(clinica, portal), whole=True)

    @contextmanager
    def about(
        self, clinica: str, portal: str, *, edition: str, doubtful: str, months: Collection[int] = ()
    ) -> Iterator["Agreed"]:
        """What happened to the account since it was last reconciled and posted, and what that left to a person.

        With these `months` (numbers): their authorisations too. `doubtful` is the kind of problem that a line is which
        no entry explains. The rules say of these rows what they say of them within the whole account: an automatic
        match lies within one authorisation, a proposal ends at a line that no entry explains. Where another `edition`
        of the rules posted it, or so much happened that going through all is faster, it is the whole account.
        """
        w = self._writer
        with w.look(_scratch(w.database.engine, "about")):
            w.change("home_fill", clinica=clinica, portal=portal)
            news, by = self._news(clinica, portal)
            known = by is not None and by.edition == edition and news + w.one("mark_count") <= MUCH
            if known:
                w.change("ask_marked")
                if news:
                    w.change("ask_new", linha=by.linha)
                self._ask(doubtful, months)
                yield Agreed(w, self._seen(clinica, portal), whole=False)
        if not known:
            with self.of(clinica, portal) as agreed:
                yield agreed

    def is_posted(self, clinica: str, portal: str, edition: str) -> bool:
        """Whether nothing happened to the account since it was reconciled and posted by that edition of the rules."""
        news, by = self._news(clinica, portal)
        marked = self._writer.one("mark_any", clinica=clinica, portal=portal)
        return by is not None and by.edition == edition and not news and not marked

    def posting(self, clinica: str, portal: str, seen: Seen) -> "Posting":
        """What a look found is to be written, as long as nobody else writes anything of the account."""
        return Posting(self._writer, clinica, portal, seen)

    def _news(self, clinica: str, portal: str) -> tuple[int, Any]:
        """How many lines came since the account was posted, and by which edition and with which line that was."""
        w, home = self._writer, {"clinica": clinica, "portal": portal}
        by = w.one("posted_by", **home)
        return int(w.one("line_later", linha=by.linha if by else 0, **home)), by

    def _seen(self, clinica: str, portal: str) -> Seen:
        news, by = self._news(clinica, portal)
        line = self._writer.one("line_newest") if news else 0
        return Seen(int(self._writer.one("mark_last")), int(line), by.version if by else 0)

    def _ask(self, doubtful: str, months: Collection[int]) -> None:
        w = self._writer
        w.change("ask_doubtful", kind=doubtful)
        w.change("ask_decided")
        for mes_id in months:
            w.change("ask_month_entries", mes_id=mes_id)
            w.change("ask_month_lines", mes_id=mes_id)


class Posting:
    """What a look at an account found, on its way into the books, a transaction at a time."""

    def __init__(self, writer: Writer, clinica: str, portal: str, seen: Seen) -> None:
        self._writer = writer
        self._home = {"clinica": clinica, "portal": portal}
        self._seen = seen
        self._version = seen.version

    def fence(self) -> None:
        """Within each transaction: raise Moved where anybody else wrote of the account since the look."""
        if self._writer.change("posting_on", version=self._version, **self._home) != 1:
            raise Moved("a conta mudou desde que foi olhada", where=", ".join(self._home.values()), do=_AGAIN)
        self._version += 1

    def done(self, edition: str) -> None:
        """The account is posted as the look found it. Raises Moved."""
        with self._writer.transaction("agreement.done"):
            self.fence()
            self._writer.change("posting_done", edition=edition, linha=self._seen.line, **self._home)
            self._writer.change("mark_clear", mark=self._seen.mark, **self._home)


class Agreed:
    """What was looked at, split in pairs and rest, and how far the look saw.

    A pair is an entry that the portal holds and a standing line that agree in authorisation, code, tooth, faces, date,
    quantity, value and (where the line shows it) movimento, and with nothing else of the account; every other row of
    its authorisation is in such a pair too, and no person spoke of any of them. No rule of the reconciliation could
    tie them otherwise.
    """

    def __init__(self, writer: Writer, seen: Seen, *, whole: bool) -> None:
        self._writer = writer
        self._whole = whole
        self.seen = seen
        self._find_pairs()
        self._find_rest()

    def _find_pairs(self) -> None:
        w = self._writer
        ties = w.change("pair_find")
        lines = w.change("pair_turn")
        ties_of_lines = ties - w.change("pair_lack")
        w.change("pair_none")
        if ties != w.one("pair_held"):
            w.change("rest_twins")
        if lines != ties_of_lines:
            w.change("rest_twin_lines")

    def _find_rest(self) -> None:
        w = self._writer
        w.change("rest_lines")
        w.change("rest_entries")
        w.change("rest_decided")
        w.change("pair_drop")

    def __len__(self) -> int:
        """How many pairs there are."""
        return int(self._writer.one("pair_count"))

    def authorisations(self) -> Container[str]:
        """Those that were looked at."""
        return _ALL if self._whole else {row.numero_autorizacao for row in self._writer.rows("asked_all")}

    def rest_entries(self) -> list[Any]:
        """The entries that the rules must see, as rows: also those that a line of another authorisation may mean."""
        return self._writer.rows("rest_entry_rows")

    def rest_lines(self) -> list[ReturnLine]:
        """The lines that the rules must see."""
        return [as_line(row) for row in self._writer.rows("rest_line_rows")]

    def line_people(self) -> dict[int, Shown]:
        """Whom those lines are about, by line, as far as it was kept."""
        return {row[0]: Shown(*row[1:]) for row in self._writer.rows("rest_line_people")}

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
        """The live links that are not one of the pairs."""
        return [Link(*row) for row in self._writer.rows("link_loose")]


class _All:
    """Everything is in it."""

    def __contains__(self, _: object) -> bool:
        return True


_ALL = _All()


@cache
def _scratch(engine: Engine, scope: Literal["whole", "about"]) -> tuple[str, ...]:
    folder = Path(__file__).with_name("scratch")
    sql = "".join((folder / f"{name}.sql").read_text(encoding="utf-8") for name in ("tables", scope))
    return tuple(statements(filled(sql, engine)))


def _pair(row: Any) -> Pair:
    shown = (bool(row.movimento), bool(row.dente), bool(row.faces))
    kind = PairKind(*shown, row.quantidade, row.informado, row.liberado)
    return Pair(row.lancamento_id, row.linha_id, row.mes_id, row.motivo, kind)
