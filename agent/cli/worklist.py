"""The doubtful lines of a reconciliation at the terminal, and the files that insurers send."""

from collections.abc import Sequence
from pathlib import Path

from agent.accounting.doubts import DoubtfulLine, doubtful_lines, settle
from agent.accounting.opening import open_books
from agent.accounting.receiving import receive
from agent.cli.exit_code import ExitCode
from agent.cli.look import add_row, plain_table
from agent.cli.person import who
from agent.cli.scope import Scope
from agent.cli.terminal import Terminal
from agent.ledger.months import Mes
from agent.ledger.store import Ledger
from agent.model.data import write_data
from agent.model.errors import InputError
from agent.model.valor import write_valor

_HEADS = ("Linha", "Clínica", "Portal", "Autorização", "Código", "Data", "Lançamentos", "Por quê")


def worklist(terminal: Terminal, scope: Scope, words: Sequence[str], reason: str) -> int:
    """Take the person's words, if any, then show what is still doubtful."""
    if words and not reason.strip():
        raise InputError("diga por que se decidiu assim.", where="--motivo")
    with open_books(scope.office) as ledger:
        months = _months(ledger, scope)
        done = [settle(ledger, months, word, who=who(), reason=reason) for word in words]
        left = doubtful_lines(ledger, months)
    table = plain_table("Linhas que esperam uma pessoa", _HEADS, ("Informado", "Liberado"))
    for each in left:
        add_row(table, *_row(each))
    body = {
        "feito": done,
        "duvidas": [
            {
                "linha": each.line.id,
                "lancamentos": list(each.entries),
                "informado": each.line.linha.valor_informado,
                "liberado": each.line.linha.valor_liberado,
                "porque": each.judged.why,
            }
            for each in left
        ],
    }
    terminal.answer(body, *done, table, f"{len(left)} linhas esperam uma pessoa.")
    return ExitCode.PERSON if left else ExitCode.DONE


def take_return(scope: Scope, file: Path) -> str:
    """Read an insurer's file into the one month of the scope; gives what was new (pt-BR)."""
    if len(scope.pairs) != 1:
        raise InputError(
            "a planilha de retorno é de uma clínica em um convênio.",
            where="--retorno",
            do="Indique --clinica e --portal.",
        )
    clinica, portal = scope.pairs[0]
    with open_books(scope.office) as ledger:
        home = {"clinica": clinica, "portal": portal}
        done = receive(scope.office, ledger, file, competencia=scope.competencia, **home)
    missing = f" Não estão mais no retorno: {', '.join(done.dropped)}." if done.dropped else ""
    return f"{file.name}: {done.new} linhas novas, {done.known} já conhecidas, {done.withdrawn} retiradas.{missing}"


def _months(ledger: Ledger, scope: Scope) -> list[Mes]:
    found = (ledger.months.find(clinica, portal, scope.competencia) for clinica, portal in scope.pairs)
    return [mes for mes in found if mes is not None]


def _row(each: DoubtfulLine) -> tuple[str, ...]:
    line = each.line.linha
    entries = ", ".join(map(str, each.entries)) or "nenhum"
    place = (str(each.line.id), each.mes.clinica, each.mes.portal, line.numero_autorizacao, line.codigo_procedimento)
    amounts = (write_valor(line.valor_informado), write_valor(line.valor_liberado))
    return (*place, write_data(line.data), entries, each.judged.why[:60], *amounts)
