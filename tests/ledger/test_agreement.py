"""What agrees in an account is found alike on both engines, and a look leaves nothing behind."""

from random import Random

import pytest

from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.reconcile.reconcile import reconcile
from agent.runner.conciliation import post_returns
from agent.runner.verdicts import changes_of, reconcile_account
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
        assert changes_of(ledger, *HOME) == []


def test_a_look_leaves_no_table_and_no_transaction_behind(where: str) -> None:
    with Ledger.open(where, journal=None) as ledger:
        for _ in range(2):
            with ledger.agreement.of(*HOME) as agreed:
                assert (agreed.rest_entries(), agreed.unlinked(), agreed.counts()) == ([], [], {})
        assert ledger.months.open(*HOME, "acesso-1", Competencia(2026, 10)).state == "aberta"
