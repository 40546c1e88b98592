"""Looking only at what happened since an account was posted says what going through all of it says, every time."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

import pytest

from agent.ledger.problems import USUAL
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.demonstrativo import Demonstrativo, LinhaRetorno
from agent.model.errors import Moved
from agent.model.point import Hook, no_hook
from agent.reconcile.edition import edition
from agent.reconcile.rows import LineView
from agent.runner.conciliation import post, post_returns
from agent.runner.pendencias import keep_pendencias
from agent.runner.verdicts import OF_RETURNS, judged_news, judged_whole, reconcile_account
from tests.reconcile.invented import HOME, MONTHS, Account, invented, write

FEW, MANY = (*range(24), 89, 131), range(40, 2040)  # two lives that few others are like
STEPS = 4


class Life:
    """An account in a ledger to which things happen."""

    def __init__(self, ledger: Ledger, account: Account, random: Random) -> None:
        self.ledger, self.account, self.random = ledger, account, random
        self.months = {mes.competencia.iso: mes for mes in ledger.months.of(*HOME)}

    def overtakes(self, _point: str) -> None:
        """More happens, and another one posts it all."""
        self.goes_on()
        post_returns(self.ledger, self.ledger.months.of(*HOME)[0])

    def is_in_the_way(self, _point: str) -> None:
        """More happens, and nobody posts it."""
        self.goes_on()

    def goes_on(self) -> None:
        """Some things happen."""
        for happens in self.random.choices(HAPPENS, k=self.random.randint(1, 3)):
            happens(self)

    def read_a_return(self) -> None:
        """A month's report with some of its lines: new ones, and some that are gone."""
        iso = self.random.choice(MONTHS)
        lines = [r for r in self.account.lines if r.mes == iso and r.sound and self.random.random() < 0.7]
        self.ledger.returns.import_(self.months[iso], _report(iso, lines))

    def take_entries_off(self) -> None:
        """Some that nothing answers are not on the portal any more, others are there again."""
        connection = self.ledger.database.connection
        free = "not exists (select 1 from match where lancamento_id = lancamento.id and state = 'live')"
        for (number,) in connection.execute(f"select id from lancamento where {free} order by id").fetchall():
            state = self.random.choice(["pendente", "fechada", "fechada", "lancada"])
            connection.execute("update lancamento set state = ? where id = ?", (state, number))

    def correct_an_entry(self) -> None:
        """One has another value, or another row of the portal."""
        entry = self.random.choice(self.account.entries)
        facts = {"valor_lancado": self.random.choice([6500, 13000]), "movimento": self.random.choice(["", "8002"])}
        name, value = self.random.choice(list(facts.items()))
        connection = self.ledger.database.connection
        connection.execute(f"update or ignore lancamento set {name} = ? where id = ?", (value, entry.id))

    def decide(self) -> None:
        """A person gives a line to an entry or to nobody, or thinks again."""
        rows = self.ledger.database.connection.execute(
            "select r.id from linha_retorno r join mes m on m.id = r.mes_id"
            " where r.withdrawn_at is null and m.clinica = ? and m.portal = ? order by r.id",
            HOME,
        ).fetchall()
        if not rows:
            return
        (line_id,) = self.random.choice(rows)
        ours = [entry.id for entry in self.account.entries if self._held(entry.id)]
        try:
            if self.random.random() < 0.3:
                self.ledger.deciding.think_again(line_id, who="Ana")
            else:
                self.ledger.deciding.settle(
                    line_id, self.random.choice([None, *ours]), adds=self.random.random() < 0.4, who="Ana", reason="vi"
                )
        except Moved:
            assert line_id not in {settled.line_id for settled in self.ledger.deciding.of(*HOME)}

    def accept(self) -> None:
        """A person says of an open problem that nothing more is to be done."""
        open_ = [p for mes in self.months.values() for p in self.ledger.problems.of(mes) if p.kind in OF_RETURNS]
        if open_:
            self.ledger.problems.close(self.random.choice(open_).id, "está certo", who="Ana", accepted=True)

    def _held(self, entry_id: int) -> bool:
        query = "select state in ('lancada', 'fechada', 'quitada') from lancamento where id = ?"
        return bool(self.ledger.database.connection.execute(query, (entry_id,)).fetchone()[0])


HAPPENS: list[Callable[[Life], None]] = [
    *[Life.read_a_return] * 3,
    *(Life.take_entries_off, Life.correct_an_entry, Life.decide, Life.decide, Life.accept),
]


def _report(iso: str, lines: list[LineView]) -> Demonstrativo:
    names = [name for name in LinhaRetorno.__dataclass_fields__ if name not in ("linha", "protocolo", "data")]
    linhas = [
        LinhaRetorno(
            linha=n, protocolo="", data=r.data, **{name: getattr(r, name) for name in names if hasattr(r, name)}
        )
        for n, r in enumerate(lines, start=1)
    ]
    return Demonstrativo(
        portal=HOME[1],
        competencia=Competencia.of(date.fromisoformat(f"{iso}-01")),
        linhas=tuple(linhas),
        total_informado=sum(r.valor_informado for r in lines),
        total_liberado=sum(r.valor_liberado for r in lines),
        total_glosa=sum(r.valor_glosa for r in lines),
        evidence=(),
    )


def _open(ledger: Ledger) -> list[Any]:
    query = "select mes_id, kind, ref, lancamento_id, linha_retorno_id, text, state from problem order by id"
    return [tuple(row) for row in ledger.database.connection.execute(query).fetchall()]


def _begin(ledger: Ledger, seed: int) -> Life:
    """An account whose entries are on the portal and of which no return was read."""
    random, account = Random(seed), invented(seed, authorisations=4 + seed % 5)
    lines, account.lines = account.lines, []
    write(ledger, account, random)
    account.lines = lines
    return Life(ledger, account, random)


def _lives(seed: int) -> int:
    """Things happen and are posted, some steps long; gives how often what was looked at was not all."""
    less = 0
    with Ledger.open(":memory:", journal=None) as ledger:
        life = _begin(ledger, seed)
        for _ in range(STEPS):
            life.goes_on()
            less += _shows_each_month_as_in_the_whole(ledger, seed)
            _posts_what_the_whole_would(ledger, seed)
    return less


def _shows_each_month_as_in_the_whole(ledger: Ledger, seed: int) -> int:
    whole = reconcile_account(ledger, *HOME)
    for mes in ledger.months.of(*HOME):
        part = reconcile_account(ledger, *HOME, mes)
        assert part.verdicts.entries == tuple(
            judged for judged in whole.verdicts.entries if whole.entries[judged.entry_id].mes_id == mes.id
        ), (seed, mes.id)
        assert all(whole.line(line_id) == part.line(line_id) for line_id in part.lines), (seed, mes.id)
        assert part.lines.keys() >= {line.id for line in whole.lines.values() if line.mes_id == mes.id}
    news = judged_news(ledger, *HOME)
    return len(news.rest.homes) < len(judged_whole(ledger, *HOME).rest.homes)


def _posts_what_the_whole_would(ledger: Ledger, seed: int) -> None:
    post_returns(ledger, ledger.months.of(*HOME)[0])
    assert ledger.agreement.is_posted(*HOME, edition())
    whole, before = judged_whole(ledger, *HOME), _open(ledger)
    assert whole.changes == [], seed
    keep_pendencias(ledger, *HOME, whole, USUAL)
    assert _open(ledger) == before, seed


@pytest.fixture(name="less")
def how_often_less_than_all_was_looked_at() -> Any:
    """There must be something that is spared."""
    found: list[int] = []
    yield found
    assert sum(found) > len(found) // 2


def test_what_happened_is_shown_and_posted_as_if_all_was_gone_through(less: list[int]) -> None:
    less += [_lives(seed) for seed in FEW]


@pytest.mark.long
def test_what_happened_is_shown_and_posted_as_if_all_was_gone_through_in_thousands_of_lives(less: list[int]) -> None:
    less += [_lives(seed) for seed in MANY]


class _Cut:
    """A hook that does something at one point of a posting, between two of its transactions; once."""

    def __init__(self) -> None:
        self.left = -1
        self.act: Hook = no_hook

    def __call__(self, point: str) -> None:
        if point.endswith(":begin"):
            self.left -= 1
            if self.left == 0:
                self.act(point)


class _Death(Exception):
    pass


def _die(point: str) -> None:
    raise _Death(point)


def _meets_another(seed: int) -> list[str]:
    """Of two who post an account one looks first and is slow, or dies; gives how the postings ended."""
    cut, ends = _Cut(), list[str]()
    with Ledger.open(":memory:", journal=None, hook=cut) as ledger:
        life = _begin(ledger, seed)
        for _ in range(STEPS):
            life.goes_on()
            judged = judged_news(ledger, *HOME)
            cut.act = life.random.choice([_die, life.overtakes, life.is_in_the_way])
            cut.left = life.random.randint(1, 6)
            try:
                post(ledger, *HOME, judged, USUAL)
                ends.append("done")
            except (Moved, _Death) as end:
                ends.append(type(end).__name__)
            cut.left = -1
            _posts_what_the_whole_would(ledger, seed)
    return ends


def test_two_who_post_one_account_leave_it_as_the_whole_would_and_so_does_one_who_dies() -> None:
    ends = Counter(end for seed in FEW for end in _meets_another(seed))
    assert min(ends["done"], ends["Moved"], ends["_Death"]) > len(FEW) // 4, ends


@pytest.mark.long
def test_thousands_who_post_one_account_with_another_leave_it_as_the_whole_would() -> None:
    ends = Counter(end for seed in MANY for end in _meets_another(seed))
    assert min(ends["done"], ends["Moved"], ends["_Death"]) > len(MANY) // 4, ends
