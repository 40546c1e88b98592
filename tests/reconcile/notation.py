"""Reconciliations as a biller would jot them down.

L1 2678555 50000616 03/10 1 65,00                          an entry: authorisation, code, date, quantity, value
R1 2678555 50000616 03/10 1 65,00 = 40,00 + 25,00          a return line: informado = liberado + glosa
... dente 11 faces MO mov 8001 de Ana Souza cartão 0071    what else either side shows

L1 glosa parcial 65,00 = 40,00 + 25,00 + 0,00 + 0,00: R1 chave      liberado, glosado, pendente, diferença
L1 a conferir 65,00 = 0,00 + 0,00 + 65,00 + 0,00: R1? outro codigo  a proposal
R1 casada L1
"""

import re
from datetime import date

from agent.model.match import JudgedEntry, JudgedLine, Match, Verdicts
from agent.model.valor import read_valor, write_valor
from agent.reconcile.person import Pessoa
from agent.reconcile.reconcile import reconcile
from agent.reconcile.rows import EntryView, LineView

_ROW = re.compile(
    r"(?P<side>[LR])(?P<id>\d+) (?P<auth>\S+) (?P<code>\S+) (?P<day>\d+)/(?P<month>\d+) (?P<qty>\d+)"
    r" (?P<valor>[\d,.-]+)"
    r"(?: = (?P<liberado>[\d,.-]+) \+ (?P<glosa>[\d,.-]+))?"
    r"(?: dente (?P<dente>\S+))?(?: faces (?P<faces>\S+))?(?: mov (?P<mov>\S+))?"
    r"(?: de (?P<nome>\D+?))?(?: cartão (?P<cartao>\S+))?(?: motivo (?P<motivo>.+))?"
)


def judged(jotting: str) -> tuple[list[str], list[str]]:
    """The verdicts on the rows of a jotting, and those written behind its arrow."""
    rows, _, expected = jotting.partition("->")
    return write_verdicts(reconcile(*read_rows(rows))), [row.strip() for row in expected.strip().splitlines()]


def read_rows(text: str) -> tuple[list[EntryView], list[LineView]]:
    """The entries and return lines of a jotting; occurrences are counted as an import would."""
    entries: list[EntryView] = []
    lines: list[LineView] = []
    seen: dict[str, int] = {}
    for row in filter(None, (line.strip() for line in text.splitlines())):
        match = _ROW.fullmatch(row)
        assert match is not None, row
        alike = match["side"] + row.partition(" ")[2]
        seen[alike] = seen.get(alike, 0) + 1
        if match["side"] == "L":
            entries.append(_entry(match, seen[alike]))
        else:
            lines.append(_line(match, seen[alike]))
    return entries, lines


def write_verdicts(verdicts: Verdicts) -> list[str]:
    """One line for each verdict, entries first."""
    return [_write_entry(entry) for entry in verdicts.entries] + [_write_line(line) for line in verdicts.lines]


def _entry(match: re.Match[str], occurrence: int) -> EntryView:
    return EntryView(
        id=int(match["id"]),
        numero_autorizacao=match["auth"],
        codigo_procedimento=match["code"],
        data=date(2026, int(match["month"]), int(match["day"])),
        quantidade=int(match["qty"]),
        valor_informado=read_valor(match["valor"]),
        dente=match["dente"] or "",
        faces=match["faces"] or "",
        movimento=match["mov"] or "",
        ocorrencia=occurrence,
        pessoa=_pessoa(match),
    )


def _line(match: re.Match[str], occurrence: int) -> LineView:
    return LineView(
        id=int(match["id"]),
        numero_autorizacao=match["auth"],
        codigo_procedimento=match["code"],
        data=date(2026, int(match["month"]), int(match["day"])),
        quantidade=int(match["qty"]),
        valor_informado=read_valor(match["valor"]),
        dente=match["dente"] or "",
        faces=match["faces"] or "",
        movimento=match["mov"] or "",
        ocorrencia=occurrence,
        pessoa=_pessoa(match),
        valor_liberado=read_valor(match["liberado"]),
        valor_glosa=read_valor(match["glosa"]),
        motivo=match["motivo"] or "",
    )


def _pessoa(match: re.Match[str]) -> Pessoa:
    return Pessoa.of(match["nome"] or "", match["cartao"] or "")


def _write_entry(judged: JudgedEntry) -> str:
    money = judged.totals
    parts = (money.liberado, money.glosado, money.pendente, money.diferenca)
    ties = [_tie(m, "") for m in judged.matches] + [_tie(m, "?") for m in judged.proposals]
    return (
        f"L{judged.entry_id} {judged.verdict} {write_valor(money.informado)} = "
        + " + ".join(write_valor(part) for part in parts)
        + (": " + ", ".join(ties) if ties else "")
    )


def _tie(match: Match, mark: str) -> str:
    return f"R{match.line_id}{mark} {match.pass_no.name.lower().replace('_', ' ')}"


def _write_line(judged: JudgedLine) -> str:
    return " ".join([f"R{judged.line_id} {judged.verdict}", *(f"L{i}" for i in judged.entry_ids)])
