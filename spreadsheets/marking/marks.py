"""What is to be written on the copy: a remark for each cell in question, and each row's state, protocol, message."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from agent.model.entry import Entry, State
from agent.model.lancamento import Chave
from spreadsheets.checking.previsao import Previsao
from spreadsheets.reading.grid import column_index
from spreadsheets.reading.leitura import Item, Leitura

TITLES = ("Faturista: situação", "Faturista: protocolo", "Faturista: mensagem")
_LONGEST = 1_000
_WORDS = {
    State.PENDENTE: "pronta para lançar",
    State.ENVIANDO: "sendo lançada",
    State.INCERTA: "sem resposta do portal",
    State.LANCADA: "lançada",
    State.RECUSADA: "recusada",
    State.FECHADA: "lançada e fechada",
    State.RETORNADA: "com retorno do convênio",
    State.QUITADA: "quitada",
    State.CANCELADA: "fora do plano",
}


@dataclass(frozen=True, slots=True)
class Remark:
    """A cell such as "C12" in question, and why. `problem`: it holds its row back; else it is only to be looked at."""

    celula: str
    texto: str
    problem: bool


@dataclass(slots=True)
class SheetMarks:
    """The marks of one sheet: remarks, heading rows (from 1), and by row its state, protocol and message.

    `first`: the column (from 1) where a copy that is marked again has the three columns; 0 when it has none.
    """

    remarks: list[Remark] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    rows: dict[int, tuple[str, str, str]] = field(default_factory=dict)
    first: int = 0


def marks_of(leitura: Leitura, previsoes: Sequence[Previsao], entries: Sequence[Entry]) -> dict[str, SheetMarks]:
    """The marks of a reading, by sheet; what the ledger knows of its entries stands beside their rows."""
    marks: dict[str, SheetMarks] = defaultdict(SheetMarks)
    for table in leitura.colunas:
        if table.lidas and not table.transposta:
            marks[table.aba].headings.append(max(1, table.linha_cabecalho))
            before = next((c.letra for c in table.colunas if c.titulo == TITLES[0]), "")
            marks[table.aba].first = column_index(before) + 1 if before else marks[table.aba].first
    for aba, remark in _remarks(leitura, previsoes):
        marks[aba].remarks.append(remark)
    turned = {table.aba for table in leitura.colunas if table.transposta}
    for (aba, linha), told in _rows(leitura, previsoes, entries).items():
        if aba not in turned:  # its services are columns: a state beside a row would be another's
            marks[aba].rows[linha] = told
    return dict(marks)


def _remarks(leitura: Leitura, previsoes: Sequence[Previsao]) -> Iterator[tuple[str, Remark]]:
    """One for each cell: its problems first, then what is only to be looked at."""
    texts: dict[tuple[str, str], list[str]] = defaultdict(list)
    problems = {(r.aba, r.celula) for r in leitura.rejeitadas}
    for r in leitura.rejeitadas:
        texts[(r.aba, r.celula)].append(r.motivo)
    for a in leitura.avisos:
        if a.celula:
            texts[(a.aba, a.celula)].append(f"Aviso: {a.motivo}.")
    for p in previsoes:
        glosa = f" (glosa {p.glosa})" if p.glosa else ""
        texts[(p.aba, p.celula or f"A{p.linha}")].append(f"Previsão{glosa}: {p.motivo}. {p.faca}")
    for (aba, celula), said in texts.items():
        yield aba, Remark(celula, "\n".join(dict.fromkeys(said))[:_LONGEST], (aba, celula) in problems)


def _rows(
    leitura: Leitura, previsoes: Sequence[Previsao], entries: Sequence[Entry]
) -> dict[tuple[str, int], tuple[str, str, str]]:
    known = {(e.lancamento.portal, e.lancamento.chave): e for e in entries}
    foretold: dict[tuple[str, int], list[str]] = defaultdict(list)
    for p in previsoes:
        foretold[(p.aba, p.linha)].append(p.motivo)
    told: dict[tuple[str, int], tuple[str, str, str]] = {}
    for (aba, linha), itens in _by_row(leitura.itens).items():
        told[(aba, linha)] = _told(itens, known, foretold[(aba, linha)])
    for r in leitura.rejeitadas:
        before = told.get((r.aba, r.linha), ("", "", ""))[2]
        told[(r.aba, r.linha)] = ("a corrigir", "", "\n".join(part for part in (before, r.motivo) if part)[:_LONGEST])
    return told


def _by_row(itens: Iterable[Item]) -> dict[tuple[str, int], list[Item]]:
    rows: dict[tuple[str, int], list[Item]] = defaultdict(list)
    for item in itens:
        rows[(item.lancamento.origem.aba, item.lancamento.origem.linha)].append(item)
    return rows


def _told(itens: list[Item], known: dict[tuple[str, Chave], Entry], said: list[str]) -> tuple[str, str, str]:
    """A row of several entries tells each different word once."""
    found = [known.get((item.lancamento.portal, item.lancamento.chave)) for item in itens]
    states = dict.fromkeys(_WORDS[e.state] if e else "pronta para lançar" for e in found)
    protocols = dict.fromkeys(e.protocolo or e.movimento for e in found if e and (e.protocolo or e.movimento))
    messages = dict.fromkeys([*(e.motivo for e in found if e and e.motivo), *said])
    return ", ".join(states), ", ".join(protocols), "\n".join(messages)[:_LONGEST]
