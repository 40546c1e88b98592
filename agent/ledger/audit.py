"""The whole ledger gone over as an accountant would: chain, projections, sums, return lines and evidence files."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from agent.ledger.appeals import words_digest
from agent.ledger.checks import Checks
from agent.ledger.events import Events, digest
from agent.ledger.evidence_files import EvidenceFiles
from agent.ledger.history import History, Tie
from agent.ledger.imports import facts_digest, place_digest
from agent.ledger.purging import Purges
from agent.ledger.told import fingerprint_of
from agent.ledger.transaction import Writer
from agent.ledger.withheld import deducao_fingerprint, standing_digest
from agent.model.errors import EvidenceAltered, EvidenceClosed, EvidenceGone

NO_KEY = "a chave que as cifrou não está neste computador; o conteúdo delas não pôde ser conferido"
_SHOWN = 5  # findings of one kind that are told one by one


@dataclass(frozen=True, slots=True)
class Finding:
    """What does not hold. `where` is the part of the audit, `text` is pt-BR without a person in it."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Audit:
    """The result. `first_altered` is the number of the first event that is not what was written, None when none is.

    `anchor` is the hash of the last event. `evidence` counts the files that were read and are what they were.
    `notes` is what a person must know though nothing is wrong (pt-BR).
    """

    events: int
    entries: int
    lines: int
    evidence: int
    anchor: str
    first_altered: int | None
    findings: tuple[Finding, ...]
    notes: tuple[str, ...] = ()

    @property
    def intact(self) -> bool:
        """Whether everything holds."""
        return not self.findings


class Auditor:
    """Reads everything, writes nothing."""

    def __init__(
        self, writer: Writer, events: Events, checks: Checks, files: EvidenceFiles | None, purges: Purges
    ) -> None:
        self._writer = writer
        self._events = events
        self._checks = checks
        self._files = files
        self._purges = purges

    def audit(self, anchors: Iterable[str] = ()) -> Audit:
        """Go over the ledger. `anchors` are hashes kept outside it: each must stand in the chain."""
        chain = self._checks.verify_chain()
        findings = [Finding("corrente", text) for text in chain.problems[:_SHOWN]]
        findings += self._anchors(anchors)
        findings += [Finding("invariante", f"{v.view}: {v.id} ({v.found})") for v in self._checks.violations()]
        entries, lines = self._writer.rows("audit_entries"), self._writer.rows("audit_lines")
        if chain.first is None:
            findings += self._projections(self.history(), entries, lines)
        findings += self._sums()
        seen, faults = self._evidence()
        return Audit(
            chain.events,
            len(entries),
            len(lines),
            seen,
            self._checks.anchor(),
            chain.first,
            (*findings, *faults),
        )

    def history(self, at: str | None = None) -> History:
        """What the events say, all of them or those until `at` (as the ledger stores times): what was known then."""
        return History.of(self._events.all() if at is None else self._events.until(at))

    def _anchors(self, anchors: Iterable[str]) -> Iterator[Finding]:
        for anchor in dict.fromkeys(anchors):
            if not self._checks.knows(anchor):
                kept = f"o resumo {anchor[:12]}…, guardado fora do livro, não está na corrente"
                yield Finding("corrente", f"{kept}: o fim ou o todo foi trocado")

    def _projections(self, told: History, entries: list[Any], lines: list[Any]) -> list[Finding]:
        found: list[Finding] = []
        months = {row.id: row.state for row in self._writer.rows("audit_months")}
        rows = self._writer.rows("audit_problems")
        problems = {row.id: row.state for row in rows}
        states = {row.id: row.state for row in entries}
        found += _differences("situação do mês", told.months, months)
        found += _differences("situação do lançamento", told.entries, states)
        found += _differences("dados do lançamento", told.facts, {r.id: facts_digest(r._asdict()) for r in entries})
        places = {row.id: place_digest(row._asdict()) for row in entries}
        found += _differences("lugar na planilha do lançamento", told.places, places)
        found += _differences("hora do envio", told.sent, {r.id: r.at for r in self._writer.rows("audit_sent")})
        held = {r.id: (r.movimento, r.protocolo, r.valor_lancado) for r in entries}
        found += _differences("o que o portal deu ao lançamento", told.held, held)
        found += _differences("ligações do lançamento", told.ties, self._ties(), missing=())
        found += _differences("pendência", told.problems, problems)
        found += _differences("encargo da pendência", told.charges, {row.id: (row.owner, row.due_at) for row in rows})
        appealed = {row.id: row for row in self._writer.rows("appeal_states")}
        appeals = {number: row.state for number, row in appealed.items()}
        said = {i: {name: getattr(r, name) for name in told.appealed.get(i, ())} for i, r in appealed.items()}
        words = {number: words_digest(row.motivo, row.justificativa) for number, row in appealed.items()}
        read = {row.id: row.imported_at for row in self._writer.rows("audit_read")}
        decisions = {row.linha_retorno_id: row.lancamento_id for row in self._writer.rows("decision_states")}
        found += _differences("recurso", told.appeals, appeals)
        found += _differences("o que se disse do recurso", told.appealed, said)
        found += _differences("texto do recurso", told.texts, words)
        losses = {row.lancamento_id: row.valor for row in self._writer.rows("loss_states")}
        found += _differences("glosa dada por perdida do lançamento", told.losses, losses)
        found += _differences("dia da leitura do retorno", told.read, read)
        found += _differences("decisão sobre a linha", told.decisions, decisions)
        found += self._lines(told, lines)
        return found + self._withheld(told)

    def _withheld(self, told: History) -> list[Finding]:
        rows = self._writer.rows("audit_deducoes")
        altered = [row.id for row in rows if deducao_fingerprint(row._asdict()) != row.fingerprint]
        found = [Finding("dedução", f"a dedução {i} não é a que foi lida") for i in altered[:_SHOWN]]
        standing: dict[int, list[str]] = defaultdict(list)
        for row in rows:
            if row.withdrawn_at is None:
                standing[row.mes_id].append(row.fingerprint)
        now = {mes_id: standing_digest(standing[mes_id]) for mes_id in told.withheld.keys() | standing.keys()}
        return [*found, *_differences("deduções do mês", {**dict.fromkeys(now, ""), **told.withheld}, now)]

    def _ties(self) -> dict[int, tuple[Tie, ...]]:
        ties: dict[int, tuple[Tie, ...]] = defaultdict(tuple)
        for row in self._writer.rows("audit_ties"):
            tie = Tie(row.linha_retorno_id, row.pass_no, row.allocated, row.liberado, row.glosa)
            ties[row.lancamento_id] += (tie,)
        return dict(ties)

    def _lines(self, told: History, lines: list[Any]) -> list[Finding]:
        altered = [row.id for row in lines if fingerprint_of(row._asdict()) != row.fingerprint]
        found = [Finding("linha do retorno", f"a linha {i} não é a que foi lida") for i in altered[:_SHOWN]]
        standing: dict[int, list[str]] = defaultdict(list)
        for row in lines:
            if row.withdrawn_at is None:
                standing[row.mes_id].append(row.fingerprint)
        now = {mes_id: digest(sorted(standing[mes_id]))[:16] for mes_id in told.lines}
        return [*found, *_differences("retorno do mês", told.lines, now)]

    def _sums(self) -> list[Finding]:
        wrong = [row.id for row in self._writer.rows("audit_sums") if not _adds_up(row)]
        found = [Finding("soma", f"o lançamento {i}: as contas não são o que o retorno diz") for i in wrong[:_SHOWN]]
        for row in self._writer.rows("audit_reports"):
            if (row.informado, row.liberado, row.glosa) != (row.l_informado, row.l_liberado, row.l_glosa):
                found.append(Finding("soma", f"o demonstrativo {row.id}: os totais não são a soma das linhas"))
        return found

    def _evidence(self) -> tuple[int, list[Finding]]:
        if self._files is None:
            return 0, []
        found, seen, closed, purged = [], 0, 0, self._purges.purged()
        for row in self._writer.rows("audit_evidence"):
            try:
                self._files.read(row.sha256, row.kind)
                seen += 1
            except EvidenceClosed:
                closed += 1
            except (EvidenceGone, EvidenceAltered) as error:
                if isinstance(error, EvidenceGone) and row.sha256 in purged:
                    continue
                what = f"{row.sha256[:12]}… ({row.name}, {row.taken_at[:10]})"
                found.append(Finding("evidência", f"{what}: {_lowered(error.what)}"))
        if closed:
            found.append(Finding("evidência", f"{closed} não abrem: {NO_KEY}"))
        return seen, found


def _adds_up(row: Any) -> bool:
    """The rule of the accounts (see agent.ledger.accounts): they follow from the matches."""
    valor = row.valor_lancado
    if not row.ties:
        return (row.a_pendente, row.a_liberado, row.a_glosado, row.a_diferenca) == (valor, 0, 0, 0)
    unproved = row.a_liberado - row.liberado  # an appeal was won that no return line has paid yet
    wanted = (0, row.glosa - unproved, valor - row.allocated)
    return 0 <= unproved <= row.recuperado and (row.a_pendente, row.a_glosado, row.a_diferenca) == wanted


def _differences(what: str, told: dict[int, Any], there: dict[int, Any], missing: Any = None) -> list[Finding]:
    """Where a table does not say what the events say, the first few."""
    wrong = [number for number, value in told.items() if there.get(number, missing) != value]
    found = [
        Finding("projeção", f"{what} {number}: a tabela não diz o que os eventos dizem") for number in wrong[:_SHOWN]
    ]
    if len(wrong) > _SHOWN:
        found.append(Finding("projeção", f"{what}: e mais {len(wrong) - _SHOWN}"))
    return found


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:].rstrip(".")
