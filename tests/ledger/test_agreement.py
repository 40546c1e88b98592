"""What agrees in an account is found alike on both engines, and a look leaves nothing behind."""

from collections.abc import Container
from random import Random

import pytest

from agent.ledger.agreement import Seen
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.errors import Moved
from agent.reconcile.reconcile import reconcile
from agent.runner.conciliation import post_returns
from agent.runner.verdicts import judged_whole, reconcile_account
from tests.reconcile.invented import HOME, invented, write


@pytest.mark.parametrize("seed", range(8))
def test_both_engines_say_what_the_rules_say_and_book_it_once(where: str, seed: int) -> None:
    account = invented(seed, authorisations=8)
    plain = reconcile(account.entries, account.lines)
    with Ledger.open(where, journal=None) as ledger:
        write(ledger, account, Random(seed))
        assert reconcile_account(ledger, *HOME).verdicts == plain
        post_returns(ledger, ledger.months.of(*HOME)[0])
        rows = ledger.database.connection.execute(
            "select lancamento_id, linha_retorno_id, pass_no, confidence, why, allocated, liberado, glosa"
            " from match where state = 'live' order by 1, 2"
        )
        booked = [tuple(row) for row in rows.fetchall()]
        assert booked == [
            (m.entry_id, m.line_id, int(m.pass_no), m.confidence, m.why, m.allocated, m.liberado, m.glosa)
            for m in plain.matches
        ]
        assert judged_whole(ledger, *HOME).changes == []


def test_a_look_leaves_no_table_and_no_transaction_behind(where: str) -> None:
    with Ledger.open(where, journal=None) as ledger:
        for _ in range(2):
            with ledger.agreement.of(*HOME) as agreed:
                assert (agreed.rest_entries(), agreed.unlinked(), agreed.loose()) == ([], [], [])
        assert ledger.months.open(*HOME, "acesso-1", Competencia(2026, 10)).state == "aberta"


def _looked_at(ledger: Ledger, edition: str) -> tuple[Seen, Container[str]]:
    with ledger.agreement.about(*HOME, edition=edition, doubtful="linha_duvidosa") as agreed:
        return agreed.seen, agreed.authorisations()


def _post(ledger: Ledger, edition: str, seen: Seen) -> None:
    ledger.agreement.posting(*HOME, seen).done(edition)


def test_what_happens_while_an_account_is_posted_is_looked_at_the_next_time(where: str) -> None:
    with Ledger.open(where, journal=None) as ledger:
        write(ledger, invented(3, authorisations=8), Random(3))
        seen, _ = _looked_at(ledger, "1")
        line = ledger.returns.lines(ledger.months.of(*HOME)[0])[0]
        ledger.database.connection.execute(f"update linha_retorno set withdrawn_at = '2026-12-24' where id = {line.id}")
        _post(ledger, "1", seen)
        later, about = _looked_at(ledger, "1")
        assert (later.mark > seen.mark, about) == (True, {line.linha.numero_autorizacao})
        assert not ledger.agreement.is_posted(*HOME, "1")
        _post(ledger, "1", later)
        assert ledger.agreement.is_posted(*HOME, "1")
        assert _looked_at(ledger, "1") == (Seen(version=2), set())


def test_a_line_that_comes_while_an_account_is_posted_is_looked_at_the_next_time(where: str) -> None:
    with Ledger.open(where, journal=None) as ledger:
        write(ledger, invented(3, authorisations=8), Random(3))
        seen, _ = _looked_at(ledger, "1")
        _add_line(ledger, "777")
        _post(ledger, "1", seen)
        assert not ledger.agreement.is_posted(*HOME, "1")
        later, about = _looked_at(ledger, "1")
        assert (later.line > seen.line, about) == (True, {"777"})
        _add_line(ledger, "778")
        assert _looked_at(ledger, "1")[1] == {"777", "778"}
        _post(ledger, "1", later)
        assert _looked_at(ledger, "1")[1] == {"778"}


def test_who_looked_before_another_one_wrote_writes_no_more(where: str) -> None:
    with Ledger.open(where, journal=None) as ledger:
        write(ledger, invented(3, authorisations=8), Random(3))
        slow, quick = (ledger.agreement.posting(*HOME, _looked_at(ledger, "1")[0]) for _ in range(2))
        quick.fence()
        for late in (slow.fence, lambda: slow.done("1")):
            with pytest.raises(Moved):
                late()
        assert not ledger.agreement.is_posted(*HOME, "1")
        quick.done("1")
        assert ledger.agreement.is_posted(*HOME, "1")


def _add_line(ledger: Ledger, numero_autorizacao: str) -> None:
    """A line of the account's first month that is like another one but for its authorisation."""
    names = (
        "mes_id, demonstrativo_id, linha, codigo_procedimento, data, quantidade, valor_informado, valor_liberado,"
        " valor_glosa, motivo, movimento, protocolo, dente, faces, ocorrencia"
    )
    ledger.database.connection.execute(
        f"insert into linha_retorno ({names}, id, numero_autorizacao, fingerprint)"
        f" select {names}, (select max(id) + 1 from linha_retorno), '{numero_autorizacao}', '{numero_autorizacao}'"
        " from linha_retorno where id = (select min(id) from linha_retorno)"
    )


def test_what_another_edition_of_the_rules_posted_is_gone_through_whole(where: str) -> None:
    with Ledger.open(where, journal=None) as ledger:
        write(ledger, invented(3, authorisations=8), Random(3))
        assert "any" in _looked_at(ledger, "1")[1]
        _post(ledger, "1", _looked_at(ledger, "1")[0])
        assert "any" not in _looked_at(ledger, "1")[1]
        assert not ledger.agreement.is_posted(*HOME, "2")
        assert "any" in _looked_at(ledger, "2")[1]


def test_where_too_much_happened_the_account_is_gone_through_whole(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agent.ledger.agreement.MUCH", 2)
    with Ledger.open(where, journal=None) as ledger:
        write(ledger, invented(3, authorisations=8), Random(3))
        _post(ledger, "1", _looked_at(ledger, "1")[0])
        rows = ledger.database.connection.execute("select id from linha_retorno order by id").fetchall()
        for (number,) in rows[:3]:
            assert "any" not in _looked_at(ledger, "1")[1]
            ledger.database.connection.execute(f"update linha_retorno set dente = '99' where id = {number}")
        assert "any" in _looked_at(ledger, "1")[1]


def test_a_mark_never_has_the_number_of_one_that_went(where: str) -> None:
    with Ledger.open(where, journal=None) as ledger:
        write(ledger, invented(3, authorisations=8), Random(3))
        (line, *_) = ledger.returns.lines(ledger.months.of(*HOME)[0])
        numbers = []
        for valor in (1, 2, 3):
            numbers.append(_looked_at(ledger, "1")[0].mark)
            _post(ledger, "1", Seen(numbers[-1], version=len(numbers) - 1))
            ledger.database.connection.execute("delete from a_conciliar")
            ledger.database.connection.execute(f"update linha_retorno set dente = '{valor}' where id = {line.id}")
        assert numbers == sorted(set(numbers))
