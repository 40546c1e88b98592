"""Whatever differs by one centavo or one row, either way, in the record or in its totals: the month is not closed."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from random import Random

from agent.model.entry import Entry, State
from agent.model.registro import Movimento, Registro
from agent.runner.compare import compare
from agent.runner.gate import judge
from tests.runner.trade import entry, record, row

DIFFERENCES = 10_000
Month = tuple[Registro, list[Entry]]
Change = Callable[[Random, Registro, list[Entry]], Month]


def _month(random: Random) -> Month:
    """A month that stands on the portal just as in the ledger: now and then twins, as a pair of X-rays is."""
    entries, rows = list[Entry](), list[Movimento]()
    for number in range(random.randint(1, 6)):
        twin = bool(entries) and random.random() < 0.3
        auth = entries[-1].lancamento.numero_autorizacao if twin else f"{2988000 + number}"
        valor = entries[-1].valor_lancado or 0 if twin else random.randint(1, 99_999)
        movimento = str(8300 + number)
        entries.append(entry(number, auth=auth, state=State.LANCADA, movimento=movimento, valor=valor))
        rows.append(row(movimento, auth=auth, valor=valor))
    return record(*rows), entries


def _a_centavo_on_the_portal(random: Random, registro: Registro, entries: list[Entry]) -> Month:
    rows = list(registro.movimentos)
    at = random.randrange(len(rows))
    rows[at] = replace(rows[at], valor=(rows[at].valor or 0) + random.choice([-1, 1]))
    return record(*rows), entries


def _a_centavo_in_the_ledger(random: Random, registro: Registro, entries: list[Entry]) -> Month:
    at = random.randrange(len(entries))
    changed = replace(entries[at], valor_lancado=(entries[at].valor_lancado or 0) + random.choice([-1, 1]))
    return registro, [*entries[:at], changed, *entries[at + 1 :]]


def _a_row_less_on_the_portal(random: Random, registro: Registro, entries: list[Entry]) -> Month:
    rows = list(registro.movimentos)
    rows.pop(random.randrange(len(rows)))
    return record(*rows), entries


def _a_row_more_on_the_portal(random: Random, registro: Registro, entries: list[Entry]) -> Month:
    rows = list(registro.movimentos)
    return record(*rows, replace(random.choice(rows), movimento="9999")), entries


def _an_entry_less_in_the_ledger(random: Random, registro: Registro, entries: list[Entry]) -> Month:
    left = list(entries)
    left.pop(random.randrange(len(left)))
    return registro, left


def _an_entry_without_an_outcome(random: Random, registro: Registro, entries: list[Entry]) -> Month:
    at = random.randrange(len(entries))
    state = random.choice([State.PENDENTE, State.ENVIANDO, State.INCERTA])
    return registro, [*entries[:at], replace(entries[at], state=state), *entries[at + 1 :]]


def _a_total_of_another_value(random: Random, registro: Registro, entries: list[Entry]) -> Month:
    return replace(registro, total_valor=registro.total_valor + random.choice([-1, 1])), entries


def _a_total_of_another_count(random: Random, registro: Registro, entries: list[Entry]) -> Month:
    return replace(registro, total_linhas=registro.total_linhas + random.choice([-1, 1])), entries


def _a_report_cut_short(random: Random, registro: Registro, entries: list[Entry]) -> Month:
    rows = registro.movimentos[: random.randrange(len(registro.movimentos))]
    return replace(registro, movimentos=rows), entries


CHANGES: list[Change] = [
    _a_centavo_on_the_portal,
    _a_centavo_in_the_ledger,
    _a_row_less_on_the_portal,
    _a_row_more_on_the_portal,
    _an_entry_less_in_the_ledger,
    _an_entry_without_an_outcome,
    _a_total_of_another_value,
    _a_total_of_another_count,
    _a_report_cut_short,
]


def _opens(registro: Registro, entries: list[Entry]) -> bool:
    return judge(registro, compare(registro, entries, owned=lambda _row: 0), entries).open


def test_ten_thousand_differences_of_one_centavo_or_one_row_all_refuse_the_close() -> None:
    random, opened, differences = Random(6), Counter[str](), 0
    while differences < DIFFERENCES:
        registro, entries = _month(random)
        assert _opens(registro, entries)
        for change in CHANGES:
            opened[change.__name__] += _opens(*change(random, registro, entries))
            differences += 1
    assert +opened == Counter()
