"""What a person should know of a pack that no sheet of it shows: what is outside of it, and what may be a slip."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from agent.accounting.bank import Books, read_books
from agent.accounting.packing import accesses_of
from agent.config.office import Office
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.data import write_data
from agent.model.valor import write_valor
from spreadsheets.writing.report import GroupKey

Span = tuple[Competencia, Competencia]
Months = Mapping[tuple[str, str], set[Competencia]]


def avisos_of(
    office: Office,
    ledger: Ledger,
    accounts: Collection[tuple[str, str]],
    span: Span,
    today: date,
) -> list[str]:
    """The sentences about the packs of these (clinica, portal) from the first month of `span` to its last (pt-BR).

    Months that the ledger has not; notes and deposits that no pack shows, being of such months; deposits that are
    alike, which may be one told twice; and what has a date that is still to come.
    """
    books = read_books(office.contas, accesses_of(office, ledger), today)
    known: dict[tuple[str, str], set[Competencia]] = {}
    for mes in ledger.months.all():
        known.setdefault((mes.clinica, mes.portal), set()).add(mes.competencia)
    asked = {account: known.get(account, set()) for account in sorted(accounts)}
    ours = Books(
        tuple(nota for nota in books.notas if (nota.key.clinica, nota.key.portal) in asked),
        tuple(each for each in books.depositos if (each.key.clinica, each.key.portal) in asked),
    )
    return [*_missing(asked, span), *_astray(ours, asked), *_alike(ours, span), *_still_to_come(ours, span, today)]


def _missing(asked: Months, span: Span) -> list[str]:
    """Months of the span that the ledger has not, by the accounts that miss the same; of an account it never had, none.

    Nor where it has none of the span at all: that is said by itself.
    """
    first, last = span
    months = [first]
    while months[-1] < last:
        months.append(months[-1].plus(1))
    had = {account: there for account, there in asked.items() if there}
    if not any(there.intersection(months) for there in had.values()):
        return []
    without: dict[tuple[Competencia, ...], list[str]] = {}
    for (clinica, portal), there in had.items():
        lacks = tuple(month for month in months if month not in there)
        without.setdefault(lacks, []).append(f"{clinica}, {portal}")
    whose = {lacks: "" if len(some) == len(had) else f" de {'; '.join(some)}" for lacks, some in without.items()}
    return [f"Fora do pacote: o livro não tem {_spans(lacks)}{who}." for lacks, who in whose.items() if lacks]


def _spans(months: Sequence[Competencia]) -> str:
    """Months as their unbroken runs: "11/2025 a 01/2026 e 03/2026"."""
    runs: list[list[Competencia]] = []
    for month in months:
        if runs and runs[-1][-1].plus(1) == month:
            runs[-1].append(month)
        else:
            runs.append([month])
    return " e ".join(str(run[0]) if len(run) == 1 else f"{run[0]} a {run[-1]}" for run in runs)


def _astray(books: Books, asked: Months) -> list[str]:
    told = _by_key(books, lambda key, _: key.competencia not in asked[key.clinica, key.portal])
    return [
        f"Fora do pacote: {'; '.join(some)}. O livro não tem {_of(key)}: confira a competência em contas."
        for key, some in told
    ]


def _alike(books: Books, span: Span) -> list[str]:
    alike = Counter(replace(each, ordinal=0) for each in books.depositos if _within(each.key, span))
    return [
        f"{'Dois' if times == 2 else times} depósitos iguais de {write_valor(each.valor, symbol=True)} em "
        f"{write_data(each.data)} ({_of(each.key)}, {each.historico}): confira se um não está repetido."
        for each, times in alike.items()
        if times > 1
    ]


def _still_to_come(books: Books, span: Span, today: date) -> list[str]:
    told = _by_key(books, lambda key, day: day > today and _within(key, span))
    return [f"Com data que ainda não chegou, de {_of(key)}: {'; '.join(some)}. Confira a data." for key, some in told]


def _by_key(books: Books, chosen: Callable[[GroupKey, date], bool]) -> list[tuple[GroupKey, list[str]]]:
    """The chosen notes and deposits in words, by account and month."""
    rows = [
        (nota.key, nota.data, f"a nota {nota.numero}, de {write_valor(nota.valor, symbol=True)}")
        for nota in books.notas
    ]
    rows += [(each.key, each.data, f"o depósito de {write_valor(each.valor, symbol=True)}") for each in books.depositos]
    told: dict[GroupKey, list[str]] = {}
    for key, day, what in rows:
        if chosen(key, day):
            told.setdefault(key, []).append(f"{what} em {write_data(day)}")
    return sorted(told.items())


def _within(key: GroupKey, span: Span) -> bool:
    return span[0] <= key.competencia <= span[1]


def _of(key: GroupKey) -> str:
    return f"{key.clinica}, {key.portal}, {key.competencia}"
