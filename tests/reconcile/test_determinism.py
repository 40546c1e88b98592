"""The same inputs in any order come to the same links, on both engines; nothing that is done again changes a row."""

import os
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from agent.ledger.store import Ledger
from agent.reconcile.reconcile import reconcile
from tests.ledger.office import Clock
from tests.reconcile.invented import Account, invented
from tests.reconcile.told import kept, links, links_as_judged, live, live_again, shuffled

FEW, MANY, ON_A_SERVER = range(24), range(24, 1024), range(5)


def test_of_lines_that_differ_in_their_answer_only_the_one_that_pays_most_is_the_first() -> None:
    """Paid and denied, for two entries that nobody can tell apart: their numbers are the order in which they came."""
    account = Account()
    first = account.bill(
        numero_autorizacao="1", codigo_procedimento="2", data=date(2026, 10, 1), quantidade=1, valor_informado=6500
    )
    account.bill(**{name: getattr(first, name) for name in ("numero_autorizacao", "codigo_procedimento", "data")},
                 quantidade=1, valor_informado=6500)  # fmt: skip
    paid, denied = account.answer(first), account.answer(first, 0, motivo="1801")
    swapped = [replace(paid, id=denied.id), replace(denied, id=paid.id)]
    assert [
        [(match.entry_id, match.liberado) for match in reconcile(account.entries, lines).matches]
        for lines in (account.lines, swapped)
    ] == [[(1, 6500), (2, 0)]] * 2


def _lived(seed: int, order: int, where: str = ":memory:", *, posting: float = 0) -> str:
    """The links of an account that was told in this order; telling it all once more changes no row of any table.

    Where postings were made in between, a link keeps the pass that it was first found in: the rules say it anew.
    """
    random = Random(order)
    account = shuffled(invented(seed, authorisations=3 + 4 * (seed % 6)), random)
    with Ledger.open(where, journal=None, clock=Clock()) as ledger:
        live(ledger, account, random, posting=posting)
        found, before = links_as_judged(ledger) if posting else links(ledger), kept(ledger)
        live_again(ledger, account, random)
        assert kept(ledger) == before, (seed, order)
    return found


def _same(seeds: range) -> None:
    found = [(_lived(seed, seed), _lived(seed, -seed - 1, posting=0.7)) for seed in seeds]
    assert [seed for seed, (one, other) in zip(seeds, found, strict=True) if one != other] == []
    assert len(set(found)) > len(seeds) * 0.95


def test_the_order_of_rows_and_returns_decides_no_link_and_a_second_run_changes_no_row() -> None:
    _same(FEW)


@pytest.mark.long
def test_the_order_of_rows_and_returns_decides_no_link_of_thousands_of_accounts() -> None:
    _same(MANY)


@pytest.mark.postgres
@pytest.mark.parametrize("seed", ON_A_SERVER)
def test_a_server_comes_to_the_links_that_a_file_comes_to(seed: int) -> None:
    from tests.postgres.lending import lent  # noqa: PLC0415 # only a run against a server needs it
    from tests.postgres.server import VARIABLE  # noqa: PLC0415 # as above

    with lent(os.environ[VARIABLE]) as mine:
        assert _lived(seed, -seed - 1, mine) == _lived(seed, seed)
