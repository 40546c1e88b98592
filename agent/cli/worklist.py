"""What a reconciliation leaves to a person, at the terminal: shown, settled, handed over; and insurers' files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.table import Table

from agent.accounting.doubts import DoubtfulLine, doubtful_lines, settle
from agent.accounting.kept_words import refuse_people
from agent.accounting.opening import open_books
from agent.accounting.pendencias import Pendencia, accept, hand_over, pendencias_of, put_off
from agent.accounting.receiving import receive
from agent.cli.exit_code import ExitCode
from agent.cli.look import add_row, plain_table
from agent.cli.person import who
from agent.cli.scope import Scope
from agent.cli.terminal import Terminal
from agent.ledger.months import Mes, no_month
from agent.ledger.store import Ledger
from agent.model.counted import counted
from agent.model.data import write_data
from agent.model.errors import InputError
from agent.model.point import utc_now
from agent.model.valor import write_valor
from agent.runner.conciliation import post_returns
from agent.runner.pendencias import charge_of
from agent.runner.verdicts import LINE

_HEADS = ("Nº", "Linha", "Clínica", "Portal", "Autorização", "Código", "Data", "Lançamentos", "Por quê", "Com", "Até")
_ENTRY_HEADS = ("Nº", "Lançamento", "Clínica", "Portal", "Competência", "Por quê", "Com", "Até")


@dataclass(frozen=True, slots=True)
class Words:
    """What a person says of the worklist, each as typed, and why."""

    decidir: Sequence[str] = ()
    entregar: Sequence[str] = ()
    adiar: Sequence[str] = ()
    encerrar: Sequence[int] = ()
    motivo: str = ""

    def __bool__(self) -> bool:
        return bool(self.decidir or self.entregar or self.adiar or self.encerrar)


def worklist(terminal: Terminal, scope: Scope, words: Words) -> int:
    """Take the person's words, if any, then show what is still left to people."""
    if words and not words.motivo.strip():
        raise InputError("diga por que se decidiu assim.", where="--motivo")
    with open_books(scope.office) as ledger:
        months = _months(ledger, scope)
        for clinica, portal in scope.pairs:
            mes = next((mes for mes in months if (mes.clinica, mes.portal) == (clinica, portal)), None)
            if mes is not None:
                post_returns(ledger, mes, charge_of(scope.office, clinica, portal))
        done = list(_said(scope, ledger, months, words))
        lines = doubtful_lines(ledger, months)
        open_ = pendencias_of(ledger, months, scope.office.today(utc_now()))
    by_line = {each.problem.line_id: each for each in open_ if each.problem.kind == LINE}
    of_entries = [each for each in open_ if each.problem.kind != LINE]
    body = {
        "feito": done,
        "duvidas": [_line_body(line, by_line[line.line.id]) for line in lines],
        "lancamentos": [{"lancamento": each.problem.entry_id, **_body(each)} for each in of_entries],
    }
    waiting = _what_waits(len(lines), len(of_entries), late=sum(each.late for each in open_))
    tables = [_lines_table(lines, by_line)] if lines else []
    tables += [_entries_table(of_entries)] if of_entries else []
    terminal.answer(body, *done, *tables, waiting)
    return ExitCode.PERSON if open_ else ExitCode.DONE


def _what_waits(lines: int, entries: int, *, late: int) -> str:
    """How many wait, and how many of them for too long."""
    kinds = ((lines, "linha", "linhas"), (entries, "lançamento", "lançamentos"))
    left = " e ".join(counted(*kind) for kind in kinds if kind[0])
    if not left:
        return "Nada espera uma pessoa."
    wait = "espera" if lines + entries == 1 else "esperam"
    return f"{left} {wait} uma pessoa{f'; {late} com o prazo vencido' if late else ''}."


def _said(scope: Scope, ledger: Ledger, months: Sequence[Mes], words: Words) -> Iterator[str]:
    refuse_people(words.motivo, [entry for mes in months for entry in ledger.entries.of(mes)], where="--motivo")
    by = {"who": who(), "reason": words.motivo}
    for word in words.decidir:
        yield settle(scope.office, ledger, months, word, **by)
    for word in words.entregar:
        yield hand_over(ledger, months, word, **by)
    for word in words.adiar:
        yield put_off(ledger, months, word, today=scope.office.today(utc_now()), **by)
    for number in words.encerrar:
        yield accept(ledger, months, number, **by)


def take_return(scope: Scope, file: Path, *, part: bool, sure: bool) -> str:
    """Read an insurer's file into the one month of the scope; gives what was new (pt-BR). See receive."""
    if len(scope.pairs) != 1:
        raise InputError(
            "a planilha de retorno é de uma clínica em um convênio.",
            where="--retorno",
            do="Indique --clinica e --portal.",
        )
    clinica, portal = scope.pairs[0]
    with open_books(scope.office) as ledger:
        home = {"clinica": clinica, "portal": portal}
        done = receive(scope.office, ledger, file, competencia=scope.competencia, part=part, sure=sure, **home)
    missing = f" Não estão mais no retorno: {', '.join(done.dropped)}." if done.dropped else ""
    new = counted(done.new, "linha nova", "linhas novas")
    known = counted(done.known, "já conhecida", "já conhecidas")
    zeros = f" {counted(done.respelled, 'linha veio', 'linhas vieram')} sem os zeros à esquerda que o livro tem."
    told = f"{file.name}: {new}, {known}, {counted(done.withdrawn, 'retirada', 'retiradas')}.{missing}"
    return f"{told}{zeros if done.respelled else ''}"


def _months(ledger: Ledger, scope: Scope) -> list[Mes]:
    found = [ledger.months.find(clinica, portal, scope.competencia) for clinica, portal in scope.pairs]
    if not any(found):
        raise no_month(scope.competencia)
    return [mes for mes in found if mes is not None]


def _lines_table(lines: Sequence[DoubtfulLine], open_: dict[int | None, Pendencia]) -> Table:
    table = plain_table("Linhas que esperam uma pessoa", _HEADS, ("Informado", "Liberado"))
    for each in lines:
        line, due = each.line.linha, open_[each.line.id]
        entries = ", ".join(map(str, each.entries)) or "nenhum"
        ids = (str(due.problem.id), str(each.line.id), each.mes.clinica, each.mes.portal)
        item = (line.numero_autorizacao, line.codigo_procedimento, write_data(line.data), entries, each.judged.why)
        add_row(table, *ids, *item, *_term(due), write_valor(line.valor_informado), write_valor(line.valor_liberado))
    return table


def _entries_table(some: Sequence[Pendencia]) -> Table:
    table = plain_table("Lançamentos que esperam uma pessoa", _ENTRY_HEADS, ())
    for each in some:
        mes, problem = each.mes, each.problem
        ids = (str(problem.id), str(problem.entry_id), mes.clinica, mes.portal, str(mes.competencia))
        add_row(table, *ids, problem.text, *_term(each))
    return table


def _term(each: Pendencia) -> tuple[str, str]:
    return each.problem.owner, write_data(each.due) + (" (vencida)" if each.late else "")


def _line_body(each: DoubtfulLine, due: Pendencia) -> dict[str, object]:
    return {
        "linha": each.line.id,
        "lancamentos": list(each.entries),
        "informado": each.line.linha.valor_informado,
        "liberado": each.line.linha.valor_liberado,
        **_body(due),
        "porque": each.judged.why,
    }


def _body(each: Pendencia) -> dict[str, object]:
    problem = each.problem
    return {
        "pendencia": problem.id,
        "tipo": problem.kind,
        "porque": problem.text,
        "responsavel": problem.owner,
        "ate": problem.due_at,
        "vencida": each.late,
    }
