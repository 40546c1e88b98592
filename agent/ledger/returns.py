"""What the insurer answered, kept line by line; and the matches that post it to the entries' accounts."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Any

from agent.ledger.accounts import Accounts, Link, Saldo
from agent.ledger.events import Events, digest
from agent.ledger.evidence import EvidenceStore
from agent.ledger.months import Mes
from agent.ledger.people import People
from agent.ledger.told import Told, columns, fingerprinted, repeated, restated
from agent.ledger.transaction import Fence, Writer, unfenced
from agent.ledger.withheld import Change, Withheld
from agent.model.demonstrativo import Demonstrativo, LinhaRetorno
from agent.model.errors import ReportUntrusted
from agent.model.glosa import Respondido
from agent.model.match import Match


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """A line of a return as the ledger keeps it; `occurrence` counts lines that are alike, from 1."""

    id: int
    mes_id: int
    linha: LinhaRetorno
    occurrence: int


@dataclass(frozen=True, slots=True)
class ImportedReturn:
    """How many lines were new, known already, and withdrawn because the insurer's newer report lacks them.

    `dropped`: the authorisations of withdrawn lines that the newer report does not name at all. `respelled`: how many
    lines a file wrote without the zeros in front that the entries have.
    """

    new: int
    known: int
    withdrawn: int = 0
    dropped: tuple[str, ...] = ()
    respelled: int = 0


@dataclass(frozen=True, slots=True)
class _News:
    """What a report changes: lines `known` by fingerprint, the `new` ones, those it lacks; `told` in counts."""

    known: Mapping[str, Any]
    new: Set[str]
    lacking: Sequence[Any]
    withheld: Change
    told: ImportedReturn


def unasked(_told: ImportedReturn) -> None:
    """Nobody is asked before a return is kept."""


class Returns:
    """The returns of the office. `withheld`: what their payments were less or more than the lines."""

    def __init__(self, writer: Writer, events: Events, evidence: EvidenceStore, accounts: Accounts) -> None:
        self._writer = writer
        self._events = events
        self._evidence = evidence
        self._accounts = accounts
        self.withheld = Withheld(writer)
        self._people = People(writer)

    def import_(
        self,
        mes: Mes,
        demonstrativo: Demonstrativo,
        fonte: str = "portal",
        *,
        part: bool = False,
        check: Callable[[ImportedReturn], object] = unasked,
    ) -> ImportedReturn:
        """Keep the month's return as it is now; the same report twice changes nothing.

        A corrected report supersedes what the same `fonte` said before, and what anybody said of the protocolos that
        it speaks for: lines it lacks are withdrawn, and what they posted is posted back. What was withheld is
        superseded by statement of payment. A line that another fonte told first is known, as far as both speak.
        A `part` of a report withdraws only what it says anew: as many lines of an item as it has new ones of it.
        `check` is told what would change before anything is kept; what it raises keeps it all from being so.
        Raises ReportUntrusted when a line or a total does not add up: nothing of it is kept.
        """
        _refuse_unbalanced(mes, demonstrativo)
        lines = fingerprinted(mes, demonstrativo.linhas)
        foreseen = self._news(mes, demonstrativo, lines, fonte, part=part)
        if not foreseen:
            return ImportedReturn(new=0, known=len(lines))
        check(foreseen.told)
        for evidence in demonstrativo.evidence:
            self._evidence.write(evidence)
        with self._writer.transaction("returns.import_") as at:
            news = self._news(mes, demonstrativo, lines, fonte, part=part)  # another computer may have told some of it
            if not news:
                return ImportedReturn(new=0, known=len(lines))
            check(news.told)
            number = self._keep_report(at, mes, demonstrativo, fonte, part=part)
            new = {f: told for f, told in lines.items() if f in news.new and f not in news.known}
            self._writer.change_each("line_insert", [columns(mes, number, told, f) for f, told in new.items()])
            for fingerprint in sorted(news.new - new.keys()):
                self._writer.change("line_revive", id=news.known[fingerprint].id)
            self._people.keep(mes, ((fingerprint, told.linha) for fingerprint, told in new.items()))
            gone = sorted(row.id for row in news.lacking)
            self._withdraw(at, gone)
            self.withheld.keep(at, mes, number, news.withheld)
            counts = {"new": news.told.new, "known": news.told.known, "withdrawn": news.told.withdrawn}
            body = {**counts, "lines": digest(self._standing(mes))[:16], "withheld": self.withheld.standing(mes)}
            self._events.append(at, "retorno.lido", "demonstrativo", number, body, mes_id=mes.id)
        return news.told

    def _news(
        self, mes: Mes, demonstrativo: Demonstrativo, lines: Mapping[str, Told], fonte: str, *, part: bool
    ) -> "_News | None":
        """What the report changes of what the ledger knows now; None where it changes nothing."""
        known = {row.fingerprint: row for row in self._writer.rows("line_fingerprints", mes_id=mes.id)}
        live = {fingerprint for fingerprint, row in known.items() if row.withdrawn_at is None}
        spoken = frozenset(demonstrativo.protocolos)
        others = (row for f, row in known.items() if f in live and f not in lines and row.fonte != fonte)
        elsewhere = repeated(
            {f: told for f, told in lines.items() if f not in live}, (r for r in others if r.protocolo not in spoken)
        )
        lacking = [known[f] for f in live - lines.keys() if known[f].fonte == fonte or known[f].protocolo in spoken]
        withheld = self.withheld.change(mes, demonstrativo.deducoes, demonstrativo.pagamentos)
        new = lines.keys() - live - elsewhere
        if part:
            lacking = restated([told for f, told in lines.items() if f in new], lacking)
        if not lacking and not withheld and not new:
            return None
        still = {linha.numero_autorizacao for linha in demonstrativo.linhas}
        dropped = tuple(sorted({row.numero_autorizacao for row in lacking} - still))
        told = ImportedReturn(len(new), len(lines) - len(new), len(lacking), dropped)
        return _News(known, new, lacking, withheld, told)

    def lines(self, mes: Mes) -> list[ReturnLine]:
        """The lines of the month's return that stand, in the report's order."""
        return [as_line(row) for row in self._writer.rows("line_of", mes_id=mes.id)]

    def open_lines(self, clinica: str, portal: str) -> list[ReturnLine]:
        """The lines that answer no entry yet, of every month."""
        return [as_line(row) for row in self._writer.rows("line_open", clinica=clinica, portal=portal)]

    def answered(self, clinica: str) -> list[Respondido]:
        """What the insurers answered of a clinic's entries, as far as it is posted: all portals and months."""
        return [
            Respondido(**{**row._asdict(), "data": date.fromisoformat(row.data), "glosado": bool(row.glosado)})
            for row in self._writer.rows("entry_answered", clinica=clinica)
        ]

    def apply(
        self, mes: Mes, matches: Sequence[Match], standing: Sequence[Link] | None = None, *, fence: Fence = unfenced
    ) -> int:
        """Make the matches of the month's return exactly these, and post the difference; gives the entries changed.

        `matches` is the whole reconciliation of the month's lines; an entry may be of an older month. Each matched
        entry holds liberado = sum of liberado, glosado = sum of glosa, diferenca_tabela = its value less what was
        allocated, pendente = 0; it is quitada. Applying the same again changes nothing.
        With `standing`, the month's links that may have to go: the others stay as they are.
        Raises Moved for an entry that the portal does not hold, LedgerError when a line is given away twice.
        """
        with self._writer.transaction("returns.apply") as at:
            fence()
            there = self._accounts.links(mes) if standing is None else standing
            touched = self._accounts.relink(at, mes, matches, there)
            changed = self._accounts.settle(at, touched)
            if touched:
                body = {"entries": changed}
                self._events.append(at, "retorno.conciliado", "mes", mes.id, body, mes_id=mes.id)
        return changed

    def balances(self, mes: Mes, at: str | None = None) -> dict[int, Saldo]:
        """What each entry of the month is worth in each account, in centavos, by entry.

        With `at` (as the ledger stores times): what was known then, though much was posted since.
        """
        return self._accounts.balances(mes, at)

    def _standing(self, mes: Mes) -> list[str]:
        return sorted(row.fingerprint for row in self._writer.rows("line_standing", mes_id=mes.id))

    def _keep_report(self, at: str, mes: Mes, d: Demonstrativo, fonte: str, *, part: bool) -> int:
        totals = {"informado": d.total_informado, "liberado": d.total_liberado, "glosa": d.total_glosa}
        source = {"fonte": fonte, "parte": int(part)}
        number = self._writer.insert("report_insert", mes_id=mes.id, imported_at=at, **totals, **source)
        for evidence in d.evidence:
            row = self._evidence.row(at, evidence)
            self._writer.change("report_evidence", demonstrativo_id=number, evidence_id=row)
        return number

    def _withdraw(self, at: str, line_ids: Iterable[int]) -> None:
        touched: set[int] = set()
        for line_id in line_ids:
            self._writer.move("line_withdraw", what=f"linha {line_id}", id=line_id, at=at)
            touched |= self._accounts.unlink_line(line_id)
        if touched:
            self._accounts.settle(at, touched)


def _refuse_unbalanced(mes: Mes, demonstrativo: Demonstrativo) -> None:
    if demonstrativo.balances:
        return
    bad = next((linha.linha for linha in demonstrativo.linhas if not linha.balances), None)
    raise ReportUntrusted(
        "informado não é igual a liberado mais glosa" if bad else "os totais não são a soma das linhas",
        where=f"{mes.portal}, retorno de {mes.competencia}" + (f", linha {bad}" if bad else ""),
        do="Nada foi gravado. Baixe o retorno de novo; se continuar assim, pergunte à operadora.",
    )


def as_line(row: Any) -> ReturnLine:
    """A row of a return line with its columns as a whole."""
    values = row._asdict()
    line_id, mes_id, occurrence = values.pop("id"), values.pop("mes_id"), values.pop("ocorrencia")
    return ReturnLine(line_id, mes_id, LinhaRetorno(**{**values, "data": date.fromisoformat(row.data)}), occurrence)
