"""The set-based engine says of every account what the plain rules say, to the letter; and books just that."""

from collections.abc import Iterator, Sequence
from random import Random

import pytest

from agent.ledger.store import Ledger
from agent.model.match import Match, Verdicts
from agent.reconcile.decisions import UNDECIDED, Decision, Decisions
from agent.reconcile.reconcile import reconcile
from agent.runner.conciliation import post_returns
from agent.runner.verdicts import judged_whole, reconcile_account
from tests.reconcile.invented import HOME, Account, invented, write

FEW, MANY = range(120), range(120, 5120)
FEW_LIVES, MANY_LIVES = range(25), range(25, 1025)


@pytest.fixture(name="spared")
def count_of_entries_that_no_rule_was_asked_about() -> Iterator[list[int]]:
    """A test says for each account how many entries the engine settled by itself: there must be some."""
    spared: list[int] = []
    yield spared
    assert sum(spared) > len(spared)


def _agrees(seed: int) -> int:
    account = invented(seed, authorisations=2 + seed % 7)
    with Ledger.open(":memory:", journal=None) as ledger:
        write(ledger, account, Random(seed))
        assert reconcile_account(ledger, *HOME).verdicts == reconcile(account.entries, account.lines), seed
        with ledger.agreement.of(*HOME) as agreed:
            return len(account.entries) - len(agreed.rest_entries())


def test_every_verdict_is_the_rules_own_whatever_the_order_of_rows(spared: list[int]) -> None:
    spared += [_agrees(seed) for seed in FEW]


@pytest.mark.long
def test_every_verdict_is_the_rules_own_over_thousands_of_accounts(spared: list[int]) -> None:
    spared += [_agrees(seed) for seed in MANY]


def _shows(seed: int) -> None:
    """Each month asked for by itself: its entries, its lines, and the lines that answer its entries."""
    account = invented(seed)
    plain = reconcile(account.entries, account.lines)
    homes = {entry.id: entry.mes for entry in account.entries}
    with Ledger.open(":memory:", journal=None) as ledger:
        write(ledger, account, Random(seed))
        for mes in ledger.months.of(*HOME):
            iso = mes.competencia.iso
            own = {line.id for line in account.lines if line.mes == iso}
            found = reconcile_account(ledger, *HOME, mes)
            entries = tuple(each for each in plain.entries if homes[each.entry_id] == iso)
            lines = tuple(
                each for each in plain.lines if each.line_id in own or any(homes[i] == iso for i in each.entry_ids)
            )
            assert found.verdicts == Verdicts(entries, lines), (seed, iso)
            assert found.entries.keys() == {each.entry_id for each in entries}
            assert found.lines.keys() == {each.line_id for each in lines}


def test_one_month_of_an_account_shows_the_same_verdicts_as_all_of_it() -> None:
    for seed in FEW[:30]:
        _shows(seed)


def _live(seed: int) -> None:
    """Lines are withdrawn and stand again, a person decides and thinks again: what is booked is what the rules say."""
    random, account = Random(seed), invented(seed)
    with Ledger.open(":memory:", journal=None) as ledger:
        write(ledger, account, random)
        for _ in range(3):
            decisions = _decide(ledger, account, random)
            standing = _withdraw(ledger, account, random)
            lines = [line for line in account.lines if line.id in standing]
            post_returns(ledger, ledger.months.of(*HOME)[0])
            decided = Decisions.of(decisions) if decisions else UNDECIDED
            assert _booked(ledger) == _amounts(reconcile(account.entries, lines, decided=decided).matches), seed
            assert judged_whole(ledger, *HOME).changes == [], seed


def _withdraw(ledger: Ledger, account: Account, random: Random) -> set[int]:
    """Let a return lack some lines, with what they answered undone as an import does it; gives those that stand."""
    standing = {line.id for line in account.lines if random.random() < 0.8}
    connection = ledger.database.connection
    for line in account.lines:
        gone = None if line.id in standing else "2026-12-24"
        connection.execute("update linha_retorno set withdrawn_at = ? where id = ?", (gone, line.id))
        if gone:
            connection.execute(
                "update match set state = 'revoked' where linha_retorno_id = ? and state = 'live'", (line.id,)
            )
    return standing


def _decide(ledger: Ledger, account: Account, random: Random) -> list[Decision]:
    """Some lines are given to any entry, or to nobody."""
    ledger.database.connection.execute("update decisao set state = 'revoked'")
    ledger.database.connection.execute("update linha_retorno set withdrawn_at = null")
    chosen = [line for line in account.lines if random.random() < 0.1 and account.entries]
    found = []
    for line in chosen:
        entry_id = random.choice([None, random.choice(account.entries).id])
        ledger.deciding.settle(line.id, entry_id, adds=False, who="Ana", reason="vi no papel")
        found.append(Decision(line.id, entry_id, "Ana: vi no papel"))
    return found


def _booked(ledger: Ledger) -> list[tuple[int, ...]]:
    rows = ledger.database.connection.execute(
        "select lancamento_id, linha_retorno_id, allocated, liberado, glosa from match"
        " where state = 'live' order by 1, 2"
    )
    return [tuple(row) for row in rows]


def _amounts(matches: Sequence[Match]) -> list[tuple[int, ...]]:
    return [(m.entry_id, m.line_id, m.allocated, m.liberado, m.glosa) for m in matches]


def test_what_is_booked_is_what_the_rules_say_as_lines_come_and_go_and_a_person_decides() -> None:
    for seed in FEW_LIVES:
        _live(seed)


@pytest.mark.long
def test_what_is_booked_is_what_the_rules_say_over_a_thousand_lives() -> None:
    for seed in MANY_LIVES:
        _live(seed)
