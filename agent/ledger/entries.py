"""The entries as the ledger holds them: read, brought in line with the clinic's sheets, and forgotten by person."""

from collections.abc import Sequence, Set

from agent.ledger.events import Events
from agent.ledger.imports import Import, Importer, Sheet
from agent.ledger.months import Mes
from agent.ledger.reading import EntryReader, RejectedRow
from agent.ledger.transaction import Writer
from agent.model.lancamento import Chave, Lancamento


class Entries(EntryReader):
    """Every entry of the office."""

    def __init__(self, writer: Writer, events: Events) -> None:
        super().__init__(writer)
        self._events = events
        self._importer = Importer(writer, events, self)

    def import_(
        self,
        mes: Mes,
        lancamentos: Sequence[Lancamento],
        *,
        arquivo: str,
        sha256: str,
        lidas: int,
        rejeitadas: Sequence[RejectedRow],
        ignoradas: int,
        elsewhere: Set[Chave] = frozenset(),
    ) -> Import:
        """Bring the month in line with one reading of the file `arquivo`; the same sheet twice changes nothing.

        A changed row changes its entry while it is pendente or recusada (then it is pendente again); what was sent is
        left as it is and reported. An entry that no file holds any more is cancelada, unless it was sent; what moved
        to a file that is read next, which holds the keys `elsewhere`, has not left.
        Raises ValueError for a row that is not of `mes`, or a key that comes twice.
        """
        sheet = Sheet(arquivo, sha256, lidas, ignoradas, tuple(rejeitadas), lancamentos, elsewhere)
        return self._importer.follow(mes, sheet)

    def people(self) -> dict[int, int]:
        """How many entries and return lines of each month (by number) the ledger knows whom they are about.

        Not of a month with an entry whose outcome is unknown or an appeal that is open: somebody may need the name.
        """
        return {int(row.mes_id): int(row.n) for row in self._writer.rows("people_months")}

    def forget_people(self, mes: Mes) -> int:
        """Erase whom the month's entries and return lines are about, and remarks; gives how many. All else stays."""
        with self._writer.transaction("entries.forget_people") as at:
            erased = sum(self._writer.change(what, mes_id=mes.id) for what in ("pessoa_erase", "line_person_erase"))
            self._events.append(at, "pessoa.apagada", "mes", mes.id, {"count": erased}, mes_id=mes.id)
        return erased
