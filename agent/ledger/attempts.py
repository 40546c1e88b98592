"""Every attempt to change a portal, from intent to outcome. Each chapter has its own file; here they are one part."""

from datetime import date, datetime, timedelta

from agent.ledger.exchanges import Exchanges
from agent.ledger.intents import Intents
from agent.ledger.journal import Fact, unknown
from agent.ledger.months import Mes
from agent.ledger.recovery import Recovery
from agent.ledger.removals import Removals
from agent.ledger.transaction import stamp
from agent.model.registro import Movimento


class Attempts(Intents, Recovery, Removals, Exchanges):
    """The attempts of the office, and whose rows on a portal can be ours."""

    def sent_before(self, mes: Mes) -> list[int]:
        """The entries of the month that were ever attempted, whatever became of it."""
        return [row.lancamento_id for row in self._writer.rows("attempt_sent", mes_id=mes.id)]

    def count_of(  # noqa: PLR0917 # a key is its five parts
        self,
        mes: Mes,
        numero_autorizacao: str,
        codigo_procedimento: str,
        dente: str,
        faces: str,
        data: date | None,
        *,
        draft: bool = False,
        months_apart: bool = False,
    ) -> int:
        """The most rows of a key that attempts of ours can have on the portal now: those they may have saved, less
        those we deleted. The ledger and the journal count together, all months of the clinic; only `mes` where the
        portal keeps its `months_apart`.

        An attempt makes one row, and two at most where its answer was lost: a browser sends a form again by itself
        when the connection is reset before any answer, and a save may land after its draft was deleted.

        A draft (also any row without a date) asks for its authorisation alone, and code where it shows one: there every
        attempt counts, for opening an authorisation already leaves a draft.
        """
        home = _home(mes, months_apart=months_apart)
        key = {"numero_autorizacao": numero_autorizacao, "codigo_procedimento": codigo_procedimento}
        forgotten = self._only_in_journal(mes, months_apart=months_apart)
        if draft or data is None:
            made = self._writer.one("attempt_count_draft", **home, **key)
            made += self._writer.one("removal_openings", **home, **key)
            made += self._writer.one("correction_openings", **home, **key)
            gone = self._writer.one("removal_count_draft", **home, **key)
            return int(made - gone) + sum(2 * _matches(each, key) for each in forgotten)
        key |= {"dente": dente, "faces": faces, "data": data.isoformat()}
        made = self._writer.one("attempt_count", **home, **key)
        gone = self._writer.one("removal_count", finalizado=1, **home, **key)
        return int(made - gone) + sum(2 * _matches(each, key) for each in forgotten)

    def came_later(self, mes: Mes, row: Movimento, grace: timedelta, *, months_apart: bool = False) -> bool:
        """Whether a row came to stand there after all our attempts at its authorisation were known to be over.

        Then it is not ours, however many attempts there were: a trusted reading made since did not show it, and it was
        first seen more than `grace` after the last of them. A row without a number cannot be followed: True.
        """
        if not row.movimento:
            return True
        home = _home(mes, months_apart=months_apart)
        key = {"numero_autorizacao": row.numero_autorizacao, "codigo_procedimento": row.codigo_procedimento}
        queries = ("attempt_ends", "correction_ends")
        ends = [each.ended for query in queries for each in self._writer.rows(query, **home, **key)]
        if not ends or None in ends:
            return False
        last = datetime.fromisoformat(max(ends))
        facts = {"mes_id": mes.id, "movimento": row.movimento}
        first_seen = self._writer.one("row_first_seen", **facts)
        late = first_seen is not None and datetime.fromisoformat(first_seen) > last + grace
        return late and bool(self._writer.one("row_not_there", since=stamp(last), **facts))

    def _only_in_journal(self, mes: Mes, *, months_apart: bool) -> list[Fact]:
        facts = self._parts.journal.facts()
        known = {row.journal_id for row in self._writer.rows("batch_known", portal=mes.portal)}
        lost = unknown(facts, "launch", known)
        mine = [f for f in lost if (f["clinica"], f["portal"]) == (mes.clinica, mes.portal)]
        here = [f for f in mine if not months_apart or f["competencia"] == mes.competencia.iso]
        return [entry for fact in here for entry in fact["entries"]]


def _home(mes: Mes, *, months_apart: bool) -> dict[str, object]:
    return {"clinica": mes.clinica, "portal": mes.portal, "mes_id": mes.id if months_apart else 0}


def _matches(facts: Fact, key: dict[str, str]) -> bool:
    return all(facts[name] == value for name, value in key.items() if value or name != "codigo_procedimento")
