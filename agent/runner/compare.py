"""Pure: hold the portal's own record against the ledger. Every row and every entry gets exactly one place."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from agent.model.entry import Entry, State
from agent.model.lancamento import Chave
from agent.model.registro import Movimento, Registro
from agent.model.valor import write_valor

_THERE = {State.LANCADA, State.FECHADA, State.RETORNADA, State.QUITADA}
_MAY_BE_THERE = {State.INCERTA, State.ENVIANDO}

Owned = Callable[[Movimento], int]


@dataclass(frozen=True, slots=True)
class Found:
    """An entry and the portal's row for it."""

    entry: Entry
    movimento: Movimento

    @property
    def difference(self) -> str:
        """Where the row is not what the sheet says, in pt-BR; "" when it is."""
        seen, asked = self.movimento, self.entry.lancamento
        parts = []
        expected = asked.valor_informado or self.entry.valor_lancado
        if expected is not None and seen.valor != expected:
            portal = "em branco" if seen.valor is None else write_valor(seen.valor)
            parts.append(f"valor no portal {portal}, esperado {write_valor(expected)}")
        if seen.quantidade != asked.quantidade:
            parts.append(f"quantidade no portal {seen.quantidade}, esperada {asked.quantidade}")
        return "; ".join(parts)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a trusted record says of each entry, and of each row that is no entry's.

    found: uncertain entries that the portal holds. absent: uncertain entries that it does not. adoptable: entries not
    sent by us in this life that stand there already. kept: launched entries, still there. missing: launched entries
    that are gone. surplus: rows beyond the plan that our own attempts made (drafts too): to be removed. foreign: rows
    in this month that somebody else made: never touched. doubtful: uncertain entries without a row, while a foreign row
    may be theirs, written otherwise: a person looks. elsewhere: rows that are another month's.
    """

    found: tuple[Found, ...] = ()
    absent: tuple[Entry, ...] = ()
    adoptable: tuple[Found, ...] = ()
    kept: tuple[Found, ...] = ()
    missing: tuple[Entry, ...] = ()
    surplus: tuple[Movimento, ...] = ()
    foreign: tuple[Movimento, ...] = ()
    doubtful: tuple[Entry, ...] = ()
    elsewhere: tuple[Movimento, ...] = ()

    @property
    def foreign_drafts(self) -> frozenset[str]:
        """Authorisations that somebody else has begun and not finished: opening one would go on with their draft."""
        return frozenset(row.numero_autorizacao for row in self.foreign if not row.finalizado)

    @property
    def differences(self) -> tuple[Found, ...]:
        """Entries that stand on the portal with another value or quantity than the sheet's."""
        return tuple(f for f in (*self.kept, *self.found, *self.adoptable) if f.difference)


@dataclass(slots=True)
class _Sorting:
    found: list[Found] = field(default_factory=list)
    absent: list[Entry] = field(default_factory=list)
    adoptable: list[Found] = field(default_factory=list)
    kept: list[Found] = field(default_factory=list)
    missing: list[Entry] = field(default_factory=list)
    surplus: list[Movimento] = field(default_factory=list)
    foreign: list[Movimento] = field(default_factory=list)
    elsewhere: list[Movimento] = field(default_factory=list)

    def frozen(self) -> Comparison:
        return Comparison(
            found=tuple(self.found),
            absent=tuple(entry for entry in self.absent if not self._may_be_foreign(entry)),
            doubtful=tuple(entry for entry in self.absent if self._may_be_foreign(entry)),
            adoptable=tuple(self.adoptable),
            kept=tuple(self.kept),
            missing=tuple(self.missing),
            surplus=tuple(self.surplus),
            foreign=tuple(self.foreign),
            elsewhere=tuple(self.elsewhere),
        )

    def _may_be_foreign(self, entry: Entry) -> bool:
        """Whether a row that nobody explains carries this authorisation, written with other zeros or signs."""
        number = _digits(entry.lancamento.numero_autorizacao)
        return any(_digits(row.numero_autorizacao) == number for row in self.foreign if row.finalizado)


def compare(
    registro: Registro, entries: Sequence[Entry], *, elsewhere: Iterable[Entry] = (), owned: Owned
) -> Comparison:
    """Give every entry of the month and every row of `registro` its one place.

    `elsewhere`: the clinic's entries of other months, whose rows a portal may list too. `owned(row)`: the most rows of
    that row's key that our own attempts can have made, the journal outside the database counted in; a surplus is ours
    only while that covers every row of the key, for a restore scrambles which attempt made which row.
    """
    sorting = _Sorting()
    keyed = _by_key(entries)
    rows = _rows_by_key(registro.finalizados)
    for key in sorted({*keyed, *rows}):
        place = _Place(registro, owned, rows.get(key, []))
        left = _sort_key(sorting, keyed.get(key, []), place)
        _sort_left(sorting, _of_this_month(sorting, left, _on_portal(elsewhere, key)), place)
    for draft in registro.drafts:
        same = [m for m in registro.movimentos if _same_opening(m, draft)]
        (sorting.surplus if owned(draft) >= len(same) else sorting.foreign).append(draft)
    return sorting.frozen()


@dataclass(frozen=True, slots=True)
class _Place:
    """The record around one key: its finished rows, oldest first."""

    registro: Registro
    owned: Owned
    rows: list[Movimento]

    def too_many(self, row: Movimento) -> bool:
        """Whether our own attempts made this row beyond what was planned, if no entry takes it."""
        return self.owned(row) >= len(self.rows) and _has_a_twin(row, self.registro)


def _sort_key(sorting: _Sorting, entries: list[Entry], place: _Place) -> list[Movimento]:
    """Place the entries of one key, and give the rows that are left.

    First by the portal's own number, then by equal value and quantity, then the oldest row; each time launched entries
    before uncertain before pending ones. The last is for a value that the portal changed: a row that is exactly what
    another entry of this key asks for is not taken for one. A refused entry takes only what somebody else saved.
    """
    left = list(place.rows)
    if not entries:
        return left
    launched, uncertain = ([e for e in entries if e.state in states] for states in (_THERE, _MAY_BE_THERE))
    pending, refused = ([e for e in entries if e.state is state] for state in (State.PENDENTE, State.RECUSADA))

    def may_be(entry: Entry, row: Movimento) -> bool:
        return _same_facts(entry, row) or (_free(entry, row) and all(Found(e, row).difference for e in entries))

    def by_hand(entry: Entry, row: Movimento) -> bool:
        return may_be(entry, row) and not place.too_many(row)

    for fits in (_same_number, _same_facts, may_be) if left else ():
        for waiting, there in ((launched, sorting.kept), (uncertain, sorting.found), (pending, sorting.adoptable)):
            _pair(waiting, left, there, fits)
    _pair(refused, left, sorting.adoptable, by_hand)
    sorting.missing += launched
    sorting.absent += uncertain
    return left


def _of_this_month(sorting: _Sorting, left: list[Movimento], theirs: int) -> list[Movimento]:
    """Give other months' entries their rows, on a portal that lists what was sent; the rest is left.

    A row without a protocolo stands in one month's own record: it is no other month's.
    """
    others = [row for row in left if row.protocolo][:theirs]
    sorting.elsewhere += others
    return [row for row in left if all(row is not other for other in others)]


def _sort_left(sorting: _Sorting, left: list[Movimento], place: _Place) -> None:
    for row in left:
        if place.too_many(row):
            sorting.surplus.append(row)
        elif _in_scope(row, place.registro):
            sorting.foreign.append(row)
        else:
            sorting.elsewhere.append(row)


def _pair(
    waiting: list[Entry], left: list[Movimento], there: list[Found], fits: Callable[[Entry, Movimento], bool]
) -> None:
    """Give each waiting entry the oldest row that fits; both leave their lists."""
    for entry in list(waiting):
        row = next((m for m in left if fits(entry, m)), None)
        if row is not None:
            waiting.remove(entry)
            left.remove(row)
            there.append(Found(entry, row))


def _same_number(entry: Entry, row: Movimento) -> bool:
    return bool(entry.movimento) and row.movimento == entry.movimento


def _same_facts(entry: Entry, row: Movimento) -> bool:
    return _free(entry, row) and not Found(entry, row).difference


def _free(entry: Entry, row: Movimento) -> bool:
    """An entry whose row is numbered is not paired with another's."""
    return not entry.movimento or not row.movimento or row.movimento == entry.movimento


def _has_a_twin(row: Movimento, registro: Registro) -> bool:
    """A row too many is removed only while another one of the same facts stays."""
    facts = (row.chave, row.quantidade, row.valor)
    return sum((m.chave, m.quantidade, m.valor) == facts for m in registro.finalizados) > 1


def _in_scope(row: Movimento, registro: Registro) -> bool:
    """A row that carries a protocolo is listed by sending date, so its month is that of its attendance."""
    if not row.protocolo or row.data is None:
        return True
    return (row.data.year, row.data.month) == (registro.competencia.ano, registro.competencia.mes)


def _same_opening(row: Movimento, draft: Movimento) -> bool:
    return row.numero_autorizacao == draft.numero_autorizacao and (
        not draft.codigo_procedimento or row.codigo_procedimento == draft.codigo_procedimento
    )


def _digits(number: str) -> str:
    return "".join(sign for sign in number if sign.isdigit()).lstrip("0")


def _by_key(entries: Iterable[Entry]) -> dict[Chave, list[Entry]]:
    keyed: dict[Chave, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda e: (e.lancamento.ocorrencia, e.id)):
        keyed[entry.lancamento.chave.without_ocorrencia].append(entry)
    return keyed


def _rows_by_key(rows: Iterable[Movimento]) -> dict[Chave, list[Movimento]]:
    keyed: dict[Chave, list[Movimento]] = defaultdict(list)
    for row in sorted(rows, key=_age):
        if row.chave is not None:
            keyed[row.chave].append(row)
    return keyed


def _age(row: Movimento) -> tuple[int, str]:
    """Portals number their rows upwards: the smaller number is the older row."""
    return (int(row.movimento) if row.movimento.isdigit() else 0, row.movimento)


def on_the_portal(entries: Iterable[Entry]) -> list[Entry]:
    """Those that the portal is known to hold."""
    return [entry for entry in entries if entry.state in _THERE]


def _on_portal(elsewhere: Iterable[Entry], key: Chave) -> int:
    return sum(entry.lancamento.chave.without_ocorrencia == key for entry in on_the_portal(elsewhere))
