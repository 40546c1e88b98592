"""Whatever differs between the portal's record and the ledger refuses the close, by thousands of generated months."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

import pytest

from agent.model.entry import Entry, State
from agent.model.registro import Movimento, Registro
from agent.runner.compare import compare
from agent.runner.gate import Gate, judge
from tests.runner.trade import entry, record, row

FEW, MANY = range(700), range(700, 10_700)


@dataclass(slots=True)
class Month:
    """What the ledger launched, and the rows that the portal shows of it."""

    entries: list[Entry]
    rows: list[Movimento]

    def replace_row(self, number: int, **changes: object) -> None:
        self.rows[number] = replace(self.rows[number], **changes)  # type: ignore[arg-type]


def _month(random: Random) -> Month:
    """Some entries, twins among them, each with its row; in any order."""
    auths = [random.choice(["2988000", "2988001", f"298{n:04d}"]) for n in range(random.randint(1, 8))]
    launched = [
        entry(n, auth, State.LANCADA, movimento=str(8300 + n), valor=random.choice([6500, 2400, 1]))
        for n, auth in enumerate(auths, start=1)
    ]
    rows = [row(e.movimento, e.lancamento.numero_autorizacao, valor=e.valor_lancado or 0) for e in launched]
    random.shuffle(rows)
    return Month(launched, rows)


def _a_centavo(month: Month, random: Random) -> None:
    number = random.randrange(len(month.rows))
    month.replace_row(number, valor=(month.rows[number].valor or 0) + random.choice([-1, 1]))


def _a_row_less(month: Month, random: Random) -> None:
    month.rows.pop(random.randrange(len(month.rows)))


def _a_row_more(month: Month, random: Random) -> None:
    auth = random.choice([month.rows[0].numero_autorizacao, "2999999"])
    month.rows.insert(random.randint(0, len(month.rows)), row("9999", auth, valor=random.choice([6500, 1])))


def _another_authorisation(month: Month, random: Random) -> None:
    month.replace_row(random.randrange(len(month.rows)), numero_autorizacao="2977777")


def _another_code(month: Month, random: Random) -> None:
    month.replace_row(random.randrange(len(month.rows)), codigo_procedimento="00010022")


def _a_draft(month: Month, random: Random) -> None:
    month.replace_row(random.randrange(len(month.rows)), finalizado=False, valor=None, data=None)


def _an_open_entry(month: Month, random: Random) -> None:
    state = random.choice([State.PENDENTE, State.INCERTA, State.ENVIANDO])
    month.entries.append(entry(99, "2966666", state))


def _an_entry_that_was_not_launched(month: Month, random: Random) -> None:
    number = random.randrange(len(month.entries))
    month.entries[number] = replace(month.entries[number], state=State.PENDENTE, movimento="", valor_lancado=None)


Difference = Callable[[Month, Random], None]
IN_THE_ROWS: list[Difference] = [
    _a_centavo, _a_row_less, _a_row_more, _another_authorisation, _another_code, _a_draft, _an_open_entry,
    _an_entry_that_was_not_launched,
]  # fmt: skip


def _in_the_totals(registro: Registro, random: Random) -> Registro:
    """A record that was cut short, or whose head is of another moment: it does not add up."""
    name = random.choice(["total_linhas", "total_valor"])
    return replace(registro, **{name: getattr(registro, name) + random.choice([-1, 1])})


def _judged(registro: Registro, month: Month) -> Gate:
    return judge(registro, compare(registro, month.entries, owned=lambda _row: 0), month.entries)


def _refused(seed: int) -> None:
    random = Random(seed)
    month = _month(random)
    assert _judged(record(*month.rows), month).open, seed
    difference = random.choice([*IN_THE_ROWS, None])
    if difference is None:
        assert not _judged(_in_the_totals(record(*month.rows), random), month).open, seed
        return
    difference(month, random)
    assert not _judged(record(*month.rows), month).open, (seed, difference.__name__)


def test_a_month_that_differs_in_one_row_or_one_centavo_is_never_closed() -> None:
    for seed in FEW:
        _refused(seed)


@pytest.mark.long
def test_ten_thousand_generated_differences_are_all_refused() -> None:
    for seed in MANY:
        _refused(seed)
