"""A return of an invented month, as a test would have it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from agent.ledger.months import Mes
from agent.ledger.store import Ledger
from agent.model.demonstrativo import Demonstrativo, LinhaRetorno
from agent.model.entry import Entry
from agent.model.registro import Evidence
from agent.model.valor import Centavos
from agent.runner.conciliation import post_returns


def is_returned(ledger: Ledger, mes: Mes, lines: Sequence[LinhaRetorno]) -> None:
    """The month's return, corrected: these lines and no other; and what they settle is posted."""
    numbered = tuple(replace(line, linha=number) for number, line in enumerate(lines, start=1))
    informado, liberado, glosa = (
        sum(getattr(line, f"valor_{name}") for line in numbered) for name in ("informado", "liberado", "glosa")
    )
    proof = Evidence("html", "retorno", repr(numbered).encode())
    ledger.returns.import_(
        mes, Demonstrativo(mes.portal, mes.competencia, numbered, informado, liberado, glosa, (proof,))
    )
    post_returns(ledger, mes)


def is_corrected(ledger: Ledger, mes: Mes, change: Callable[[LinhaRetorno], LinhaRetorno]) -> None:
    """The month's return with its lines changed."""
    is_returned(ledger, mes, [change(line.linha) for line in ledger.returns.lines(mes)])


def is_paid_later(ledger: Ledger, mes: Mes, entry: Entry, valor: Centavos) -> None:
    """One line more in the month's return: it pays what an entry was refused."""
    asked = entry.lancamento
    line = LinhaRetorno(1, asked.numero_autorizacao, asked.codigo_procedimento, asked.data, asked.quantidade, 0,
                        valor, -valor)  # fmt: skip
    is_returned(ledger, mes, [*(each.linha for each in ledger.returns.lines(mes)), line])
