"""Zeros that Excel took from an insurer's file are those of the ledger's entries; nothing else is guessed."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from agent.accounting.zeros import with_zeros
from agent.ledger.months import Mes
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.demonstrativo import Demonstrativo, LinhaRetorno
from agent.model.entry import Entry

Read = Callable[[str, str], tuple[str, str, int]]


@pytest.fixture
def mes(ledger: Ledger) -> Mes:
    found = ledger.months.find("aurora", "ipasem", Competencia.read("10/2026"))
    assert found is not None
    return found


@pytest.fixture
def entry(ledger: Ledger, mes: Mes) -> Entry:
    """One whose authorisation and code begin with zeros."""
    return next(
        e
        for e in ledger.entries.of(mes)
        if e.lancamento.numero_autorizacao.startswith("0") and e.lancamento.codigo_procedimento.startswith("0")
    )


@pytest.fixture
def read(ledger: Ledger, mes: Mes, entry: Entry) -> Read:
    """A line of a file with this authorisation and code; gives both as they are taken, and how many were changed."""

    def line(number: str, code: str) -> tuple[str, str, int]:
        one = LinhaRetorno(1, number, code, entry.lancamento.data, 1, 6500, 6500, 0, "")
        report = Demonstrativo(
            mes.portal, mes.competencia, (one,), total_informado=6500, total_liberado=6500, total_glosa=0, evidence=()
        )
        taken, changed = with_zeros(ledger, mes, report)
        (got,) = taken.linhas
        assert replace(got, numero_autorizacao=number, codigo_procedimento=code) == one
        return got.numero_autorizacao, got.codigo_procedimento, changed

    return line


def test_zeros_that_were_lost_are_put_back(read: Read, entry: Entry) -> None:
    number, code = entry.lancamento.numero_autorizacao, entry.lancamento.codigo_procedimento
    assert read(number.lstrip("0"), code.lstrip("0")) == (number, code, 1)
    assert read(number.lstrip("0"), code) == (number, code, 1)
    assert read(number, code) == (number, code, 0)


def test_what_no_entry_is_written_like_stays_as_it_was_read(read: Read, entry: Entry) -> None:
    number = entry.lancamento.numero_autorizacao
    for other in (number[1:-1], f"A{number[1:]}", f"0{number}", "99999999"):
        assert read(other, "99") == (other, "99", 0)


def test_where_two_spellings_are_known_none_is_chosen(ledger: Ledger, mes: Mes, read: Read, entry: Entry) -> None:
    number, code = entry.lancamento.numero_autorizacao, entry.lancamento.codigo_procedimento
    other = next(e for e in ledger.entries.of(mes) if e.lancamento.numero_autorizacao != number)
    ledger.database.connection.execute(
        f"update lancamento set numero_autorizacao = '00{number.lstrip('0')}' where id = {other.id}"
    )
    bare = number.lstrip("0")
    assert read(bare, code) == (bare, code, 0)
