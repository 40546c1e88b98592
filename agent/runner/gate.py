"""Pure: may this month be closed? Everything found, in pt-BR, and the hash that an approval is bound to."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from agent.model.data import write_data
from agent.model.entry import Entry, State
from agent.model.registro import Movimento, Registro
from agent.model.valor import Centavos, write_valor
from agent.runner.compare import Comparison

_LAUNCHED = {State.LANCADA, State.FECHADA, State.RETORNADA, State.QUITADA}
_OPEN = {
    State.PENDENTE: "ainda não foi lançada",
    State.ENVIANDO: "está sendo enviada",
    State.INCERTA: "ficou sem resposta do portal",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the gate saw. A `blocking` one refuses the close; the others are what the approval answers for."""

    text: str
    blocking: bool


@dataclass(frozen=True, slots=True)
class Gate:
    """The findings, the figures they stand on (rows, centavos) and the hash of exactly this state."""

    findings: tuple[Finding, ...]
    linhas: int
    valor: Centavos
    hash: str

    @property
    def summary(self) -> str:
        """The figures an approver answers for, in pt-BR."""
        return f"{self.linhas} lançamentos no portal, {write_valor(self.valor, symbol=True)}"

    @property
    def open(self) -> bool:
        """Whether nothing blocks the close."""
        return not any(finding.blocking for finding in self.findings)


def judge(registro: Registro, comparison: Comparison, entries: Sequence[Entry], also: Sequence[Finding] = ()) -> Gate:
    """Hold the portal's record against the ledger, line by line and to the centavo.

    `entries` are the month's, all states; `also` is what others found; `registro` must be trusted, or that alone is a
    blocking finding.
    """
    findings = [*_of_the_record(registro, comparison), *_of_the_ledger(registro, comparison, entries), *also]
    return Gate(tuple(findings), registro.total_linhas, registro.total_valor, _hash(registro, entries, also))


def _of_the_record(registro: Registro, comparison: Comparison) -> list[Finding]:
    findings = []
    if not registro.trusted:
        findings.append(_block("o relatório do portal não fecha com os próprios totais"))
    if registro.fechado:
        findings.append(Finding("o mês já está fechado no portal: só o livro passa a fechado", blocking=False))
    findings += [_block(f"{_row(row)}: não finalizada no portal (vermelha)") for row in registro.drafts]
    findings += [
        _block(f"{_row(f.movimento)}: está no portal e o livro ainda não o tem; rode planejar")
        for f in (*comparison.adoptable, *comparison.found)
    ]
    findings += [
        _block(f"{_row(row)}: a mais no portal, de um envio nosso") for row in comparison.surplus if row.finalizado
    ]
    findings += [
        _block(f"{_row(row)}: está no portal e não foi o faturista que lançou")
        for row in comparison.foreign
        if row.finalizado
    ]
    return findings


def _of_the_ledger(registro: Registro, comparison: Comparison, entries: Sequence[Entry]) -> list[Finding]:
    findings = [_block(f"{_entry(e)}: {_OPEN[e.state]}") for e in entries if e.state in _OPEN]
    findings += [_block(f"{_entry(e)}: lançada, mas sumiu do relatório do portal") for e in comparison.missing]
    findings += [_block(f"{_entry(f.entry)}: {f.difference}") for f in comparison.differences]
    findings += [
        Finding(f"{_entry(e)}: recusada, fica fora do mês ({e.motivo})", blocking=False)
        for e in entries
        if e.state is State.RECUSADA
    ]
    return findings + _of_the_totals(registro, comparison, entries)


def _of_the_totals(registro: Registro, comparison: Comparison, entries: Sequence[Entry]) -> list[Finding]:
    """The ledger's rows and centavos against every row of the report that is not another month's."""
    launched = [e for e in entries if e.state in _LAUNCHED]
    ours = sum(e.valor_lancado or 0 for e in launched)
    there = [m for m in registro.finalizados if all(m is not other for other in comparison.elsewhere)]
    theirs = sum(m.valor or 0 for m in there)
    if (len(launched), ours) == (len(there), theirs):
        return []
    return [
        _block(
            f"o livro tem {len(launched)} lançamentos e {write_valor(ours, symbol=True)}; "
            f"o portal, {len(there)} e {write_valor(theirs, symbol=True)}"
        )
    ]


def _hash(registro: Registro, entries: Sequence[Entry], also: Sequence[Finding]) -> str:
    """What the approval is bound to: every row of the portal and the state of every entry."""
    state = {
        "rows": sorted(repr(row) for row in registro.multiset().items()),
        "entries": sorted((e.id, e.state.value, e.valor_lancado or 0) for e in entries),
        "fechado": registro.fechado,
        "also": [finding.text for finding in also],
    }
    return hashlib.sha256(json.dumps(state, sort_keys=True).encode()).hexdigest()


def _block(text: str) -> Finding:
    return Finding(text, blocking=True)


def _row(row: Movimento) -> str:
    day = f" de {write_data(row.data)}" if row.data else ""
    return f"autorização {row.numero_autorizacao}, código {row.codigo_procedimento or '?'}{day}"


def _entry(entry: Entry) -> str:
    asked = entry.lancamento
    return (
        f"autorização {asked.numero_autorizacao}, código {asked.codigo_procedimento} de {write_data(asked.data)} "
        f"({asked.origem})"
    )
