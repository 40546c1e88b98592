"""Forbidden writes are refused with an error by the database itself, whoever makes them and with whatever tool."""

import sqlite3
from pathlib import Path

import pytest

from agent.ledger.store import Ledger
from agent.model.answer import Refused
from agent.model.errors import LedgerError
from tests.ledger.office import Clock, Office, demonstrativo, linha, match, movimento

WRITTEN_ONCE = (
    "event",
    "posting",
    "evidence",
    "snapshot",
    "snapshot_row",
    "approval",
    "plan",
    "demonstrativo",
    "perda",
    "perda_desfeita",
)
KEPT = ("lancamento", "batch", "attempt", "removal", "linha_retorno", "match", "mes", "problem", "decisao", "recurso")

FORBIDDEN = {
    "a second open intent on the login": (
        "insert into batch (journal_id, kind, mes_id, portal, account, token, state, opened_at)"
        " select 'x' || id, kind, mes_id, portal, account, token, 'open', opened_at from batch where state = 'open'"
    ),
    "a second confirmed attempt": (
        "insert into attempt (batch_id, lancamento_id, no, state, opened_at)"
        " select batch_id, lancamento_id, no + 1, state, opened_at from attempt where state = 'confirmed'"
    ),
    "one row of the portal on two entries": "update lancamento set movimento = 'm' where movimento <> ''",
    "an entry in a state that does not exist": "update lancamento set state = 'paga'",
    "the same key twice in a month": "update lancamento set numero_autorizacao = '000001'",
    "a trusted reading that does not add up": (
        "insert into snapshot (mes_id, evidence_id, taken_at, fechado, head_rows, head_valor, body_rows, body_valor,"
        " trusted) select mes_id, evidence_id, taken_at, fechado, head_rows, head_valor + 1, body_rows, body_valor, 1"
        " from snapshot"
    ),
    "a return line that does not add up": "update linha_retorno set valor_glosa = valor_glosa + 1",
    "a return that does not add up": (
        "insert into demonstrativo (mes_id, imported_at, informado, liberado, glosa)"
        " select mes_id, imported_at, informado + 1, liberado, glosa from demonstrativo"
    ),
    "the same return line twice": (
        "insert into linha_retorno (mes_id, demonstrativo_id, linha, numero_autorizacao, codigo_procedimento, data,"
        " quantidade, valor_informado, valor_liberado, valor_glosa, motivo, movimento, protocolo, dente, faces,"
        " ocorrencia, fingerprint) select mes_id, demonstrativo_id, 99, numero_autorizacao, codigo_procedimento, data,"
        " quantidade, valor_informado, valor_liberado, valor_glosa, motivo, movimento, protocolo, dente, faces,"
        " ocorrencia, fingerprint from linha_retorno"
    ),
    "a match that does not add up": "update match set glosa = glosa + 1",
    "money that is none": (
        "insert into posting (txn, lancamento_id, account, valor, at, effective)"
        " select txn, lancamento_id, account, 0, at, effective from posting"
    ),
    "money in an account that does not exist": (
        "insert into posting (txn, lancamento_id, account, valor, at, effective)"
        " select txn, lancamento_id, 'caixa', valor, at, effective from posting"
    ),
    "an event beside the chain": (
        "insert into event (seq, at, actor, kind, entity, entity_id, body, prev, hash)"
        " select seq, at, actor, kind, entity, entity_id, body, prev, 'x' from event"
    ),
    "two decisions about one line": (
        "insert into decisao (linha_retorno_id, lancamento_id, adds, who, reason, at, state)"
        " select linha_retorno_id, lancamento_id, adds, who, reason, at, state from decisao"
    ),
    "a decision without a reason": "update decisao set reason = ''",
    "two open appeals about one entry": (
        "insert into recurso (lancamento_id, rodada, valor, motivo, justificativa, state, drafted_at)"
        " select lancamento_id, rodada + 1, valor, motivo, justificativa, state, drafted_at from recurso"
    ),
    "an answer that does not add up": "update recurso set state = 'respondido', recuperado = valor - 1",
    "money taken back where something was informed": (
        "update linha_retorno set valor_liberado = -1, valor_glosa = valor_informado + 1"
    ),
    "a match that takes back what it answers": "update match set liberado = -1, glosa = allocated + 1",
    "a problem closed without a reason": "update problem set state = 'resolved'",
    "an entry of no month": "update lancamento set mes_id = 999",
    "a match of no entry": "update match set lancamento_id = 999",
}


@pytest.fixture
def full(office: Office) -> Office:
    """An office with a row in every table."""
    first, second, third, fourth = office.entries(4)
    office.launched(first, second)
    office.read()
    office.ledger.returns.import_(office.mes, demonstrativo(linha(1, first, liberado=6000, glosa=500)))
    (line,) = office.ledger.returns.lines(office.mes)
    office.ledger.returns.apply(office.mes, [match(first, line.id, liberado=6000, glosa=500)])
    office.ledger.plans.save(office.mes, "{}", "x")
    office.ledger.plans.approve(office.mes, "fechar", "x", "Ana")
    office.read(movimento(first))
    removal = office.ledger.attempts.open_removal(office.lease, office.mes, movimento(fourth), "a mais")
    office.ledger.attempts.close_removal(removal, Refused("não"))
    office.ledger.problems.open(office.mes, "prazo", "recurso vence")
    office.ledger.deciding.settle(line.id, first.id, adds=False, who="Ana", reason="visto")
    office.ledger.appeals.draft(first.id, 300, motivo="1705", justificativa="conforme a tabela")
    office.ledger.appeals.accept(first.id, 200, who="Ana", reason="sem documento")
    office.ledger.appeals.take_up(first.id, who="Ana", reason="era de outra")
    office.intent(third)
    return office


@pytest.mark.parametrize("what", FORBIDDEN)
def test_it_is_refused(full: Office, what: str) -> None:
    with pytest.raises(full.ledger.database.error):
        full.sql(FORBIDDEN[what])
    assert full.violated() == set()


@pytest.mark.parametrize("table", WRITTEN_ONCE)
def test_what_is_written_once_is_never_changed(full: Office, table: str) -> None:
    column = {"snapshot_row": "no", "event": "at", "posting": "at", "snapshot": "taken_at"}.get(
        table, "at" if table.startswith("perda") else "id"
    )
    with pytest.raises(full.ledger.database.error, match="o que foi escrito nunca muda"):
        full.sql(f"update {table} set {column} = {column}")
    assert full.sql(f"select count(*) from {table}").fetchone()[0] > 0


@pytest.mark.parametrize("table", [*WRITTEN_ONCE, *KEPT])
def test_nothing_that_happened_is_deleted(full: Office, table: str) -> None:
    with pytest.raises(full.ledger.database.error, match="o que foi escrito nunca"):
        full.sql(f"delete from {table}")
    assert full.sql(f"select count(*) from {table}").fetchone()[0] > 0


@pytest.mark.postgres
@pytest.mark.parametrize("engine", ["postgres"], indirect=True)
@pytest.mark.parametrize("table", [*WRITTEN_ONCE, *KEPT])
def test_nothing_that_happened_is_truncated(full: Office, table: str) -> None:
    with pytest.raises(full.ledger.database.error, match="o que foi escrito nunca"):
        full.sql(f"truncate {table} cascade")
    assert full.sql(f"select count(*) from {table}").fetchone()[0] > 0


@pytest.mark.parametrize("table", ["event", "posting", "evidence", "snapshot"])
def test_replacing_is_refused_from_a_tool_that_fires_no_delete_triggers(path: Path, table: str) -> None:
    with Ledger.open(path, journal=None, clock=Clock()) as ledger:
        office = Office.at(ledger, Clock(), lambda: ledger)
        office.launched(*office.entries(1))
        office.read()
    tool = sqlite3.connect(path)
    assert tool.execute("pragma recursive_triggers").fetchone() == (0,)
    with pytest.raises(sqlite3.IntegrityError, match="nunca é substituído"):
        tool.execute(f"insert or replace into {table} select * from {table}")
    tool.close()


def test_a_disk_that_is_full_at_the_commit_leaves_nothing_half_written(path: Path) -> None:
    with Ledger.open(path, journal=None, clock=Clock()) as ledger:
        office = Office.at(ledger, Clock(), lambda: ledger)
        pages = office.sql("pragma page_count").fetchone()[0]
        office.sql(f"pragma max_page_count = {pages}")
        with pytest.raises(LedgerError, match=r"o livro recusou a gravação \(database or disk is full\)"):
            office.entries(200)
        office.sql("pragma max_page_count = 100000")
        assert (office.states(), office.violated(), len(office.entries(200))) == ([], set(), 200)
