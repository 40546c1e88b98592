"""A return that names people, read into a ledger: the name proposes, moves nothing, and is told nowhere."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from agent.ledger.months import Mes
from agent.ledger.store import Ledger
from agent.model.match import Pass
from agent.runner.conciliation import post_returns
from agent.runner.verdicts import reconcile_account
from tests.ledger.office import (
    ACCOUNT,
    CLINICA,
    OUTUBRO,
    PORTAL,
    Clock,
    confirmed,
    demonstrativo,
    lancamento,
    linha,
)

NAME = "Beltrana Inventada 1"


@pytest.fixture
def told() -> Iterator[tuple[Ledger, Mes]]:
    """Two launched entries of the same service, and a line under an authorisation that is neither's, posted."""
    with Ledger.open(":memory:", journal=None, clock=Clock()) as ledger:
        mes = ledger.months.open(CLINICA, PORTAL, ACCOUNT, OUTUBRO)
        sheet = [lancamento(1), lancamento(2)]
        ledger.entries.import_(mes, sheet, arquivo="x", sha256="", lidas=2, rejeitadas=(), ignoradas=0)
        lease = ledger.leases.take(PORTAL, ACCOUNT, "teste", timedelta(hours=1))
        for entry in ledger.entries.of(mes):
            ledger.attempts.confirm(ledger.attempts.open(lease, [entry]), confirmed(entry))
        line = linha(1, ledger.entries.of(mes)[0], liberado=6500, numero_autorizacao="977777")
        ledger.returns.import_(mes, demonstrativo(replace(line, beneficiario=NAME.upper())))
        post_returns(ledger, mes)
        yield ledger, mes


def _proposed(ledger: Ledger) -> list[tuple[int, int, Pass, int]]:
    found = reconcile_account(ledger, CLINICA, PORTAL).verdicts.proposals
    return [(match.entry_id, match.line_id, match.pass_no, match.confidence) for match in found]


def test_the_line_is_proposed_to_the_entry_of_that_person_and_moves_no_money(told: tuple[Ledger, Mes]) -> None:
    ledger, mes = told
    assert _proposed(ledger) == [(1, 1, Pass.NOME, 20)]
    assert [saldo.pendente for saldo in ledger.returns.balances(mes).values()] == [6500, 6500]
    assert ledger.database.connection.execute("select count(*) from match").fetchone()[0] == 0


def test_the_problem_says_that_only_the_name_speaks_and_names_nobody(told: tuple[Ledger, Mes]) -> None:
    ledger, mes = told
    (text,) = [problem.text for problem in ledger.problems.of(mes) if problem.kind == "linha_duvidosa"]
    assert text.endswith("só um indício: coincide o nome do beneficiário")
    assert "inventada" not in text.casefold()


def test_whom_nobody_knows_any_more_is_proposed_to_nobody(told: tuple[Ledger, Mes]) -> None:
    ledger, mes = told
    ledger.entries.forget_people(mes)
    assert _proposed(ledger) == []
