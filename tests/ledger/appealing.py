"""What tests of an appeal say of an entry that was refused in part: its accounts, a round sent, a line paid later."""

from datetime import date, timedelta

from agent.ledger.accounts import Saldo
from agent.model.competencia import Competencia
from agent.model.entry import Entry
from agent.model.match import Match, Pass
from tests.ledger.office import Office, demonstrativo, linha

SENT, ANSWERED = date(2026, 11, 5), date(2026, 11, 25)


def saldo(office: Office, entry: Entry) -> Saldo:
    """Its accounts, in a ledger in which nothing is wrong."""
    assert office.ledger.checks.violations() == []
    assert office.ledger.auditor.audit().findings == ()
    return office.ledger.returns.balances(office.mes)[entry.id]


def appealed(office: Office, entry: Entry, valor: int = 2500) -> int:
    """A round is drafted and sent; its number."""
    number = office.ledger.appeals.draft(entry.id, valor, motivo="1705", justificativa="Valor conforme a tabela.")
    later(office)
    office.ledger.appeals.send(number, SENT, "R-77")
    return number


def later(office: Office) -> None:
    """What comes now is not of the same moment."""
    office.clock.turn(timedelta(minutes=1))


def paid_later(office: Office, entry: Entry, liberado: int, motivo: str = "") -> None:
    """The next month's return pays part of the glosa."""
    later(office)
    novembro = office.ledger.months.open("sorriso", "ipasem", "acesso-1", Competencia(2026, 11))
    late = demonstrativo(linha(1, entry, liberado=liberado, motivo=motivo), competencia=novembro.competencia)
    office.ledger.returns.import_(novembro, late)
    (line,) = office.ledger.returns.lines(novembro)
    tie = Match(entry.id, line.id, Pass.COMPLEMENTO, 98, "pago depois", 0, liberado, -liberado)
    office.ledger.returns.apply(novembro, [tie])
