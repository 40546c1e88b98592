"""Invented accounts, full of lines that are partial, late, doubled, split, joined, foreign, negative or misread.

An account is a clinic's rows on one portal over some months, as the rules see them, and as a ledger holds them.
"""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from agent.ledger.store import Ledger
from agent.reconcile.person import NINGUEM, Pessoa
from agent.reconcile.rows import EntryView, LineView

MONTHS = ("2026-09", "2026-10", "2026-11")
HOME = ("sorriso", "ipasem")
_PEOPLE = 4  # few: each has several authorisations
_STRANGERS = [("aurora", "ipasem"), ("sorriso", "cassind")]


@dataclass(slots=True)
class Account:
    """The rows of one account, numbered from 1 on each side; no two entries of a month are the same service."""

    entries: list[EntryView] = field(default_factory=list)
    lines: list[LineView] = field(default_factory=list)

    def bill(self, **facts: Any) -> EntryView:
        """One more entry, under the next free occurrence; its movimento is dropped where its month has it already."""
        row = EntryView(id=len(self.entries) + 1, **facts)
        while any(_service(row) == _service(other) for other in self.entries):
            row = replace(row, ocorrencia=row.ocorrencia + 1)
        if any((row.mes, row.movimento) == (other.mes, other.movimento) for other in self.entries):
            row = replace(row, movimento="")
        self.entries.append(row)
        return row

    def answer(self, entry: EntryView, liberado: int | None = None, **changes: Any) -> LineView:
        """One more line about an entry, paid in full or so much of it; `changes` are what it says otherwise."""
        facts = {name: getattr(entry, name) for name in EntryView.__dataclass_fields__ if name not in changes}
        facts = {**facts, "ocorrencia": 1, **changes, "id": len(self.lines) + 1}
        paid = facts["valor_informado"] if liberado is None else liberado
        line = LineView(**facts, valor_liberado=paid, valor_glosa=facts["valor_informado"] - paid)
        line = replace(line, ocorrencia=1 + sum(_facts(line) == _facts(other) for other in self.lines))
        self.lines.append(line)
        return line


def invented(seed: int, authorisations: int = 6) -> Account:
    """An account of so many authorisations, of one to three entries each; the same seed gives the same account."""
    random, account = Random(seed), Account()
    calm = random.random()
    for number in range(authorisations):
        base = random.choice([f"0{number:05d}", f"0{number:05d}", "0000011", "000001"])
        for _ in range(random.randint(1, 3)):
            entry = _billed(account, random, base)
            fates = CALM if random.random() < calm else FATES
            random.choice(fates)(account, random, entry)
    return account


def _billed(account: Account, random: Random, base: str) -> EntryView:
    mes = random.choice(MONTHS)
    return account.bill(
        numero_autorizacao=base,
        codigo_procedimento=random.choice(["50000616", "50000616", "2334"]),
        data=date(2026, 10, 1) + timedelta(days=random.choice([0, 0, 1, 7, 14])),
        quantidade=random.choice([1, 1, 1, 2, 4]),
        valor_informado=random.choice([6500, 6500, 13000, 2400, 0]),
        dente=random.choice(["", "", "", "11", "12"]),
        faces=random.choice(["", "", "", "MO"]),
        movimento=random.choice(["", "8001", "8002", str(random.randint(1, 99))]),
        mes=mes,
        pessoa=Pessoa.of(f"Pessoa Inventada {int(base) % _PEOPLE}", ""),
    )


def _month(random: Random) -> str:
    return random.choice(MONTHS)


def _paid(account: Account, random: Random, entry: EntryView) -> None:
    account.answer(entry, mes=random.choice([entry.mes, _month(random)]))


def _hidden(account: Account, random: Random, entry: EntryView) -> None:
    account.answer(entry, movimento="", dente=random.choice([entry.dente, ""]), faces=random.choice([entry.faces, ""]))


def _denied(account: Account, random: Random, entry: EntryView) -> None:
    account.answer(entry, 0, motivo="1705 - Valor apresentado a maior", mes=_month(random))


def _partial(account: Account, random: Random, entry: EntryView) -> None:
    account.answer(entry, random.randint(0, entry.valor_informado), motivo="Falta assinatura", movimento="")


def _recomputed(account: Account, random: Random, entry: EntryView) -> None:
    account.answer(entry, valor_informado=max(0, entry.valor_informado + random.choice([-500, 500])))


def _near(account: Account, random: Random, entry: EntryView) -> None:
    account.answer(entry, data=entry.data + timedelta(days=random.choice([-1, 1, 3, 9])), movimento="")


def _split(account: Account, random: Random, entry: EntryView) -> None:
    part = entry.valor_informado // 2
    account.answer(entry, valor_informado=part, quantidade=1, movimento="")
    account.answer(entry, 0, valor_informado=entry.valor_informado - part, quantidade=max(1, entry.quantidade - 1))


def _fellow(account: Account, entry: EntryView, **changes: Any) -> EntryView:
    names = [name for name in EntryView.__dataclass_fields__ if name not in ("id", "movimento", "ocorrencia")]
    return account.bill(**{**{name: getattr(entry, name) for name in names}, **changes})


def _one_of_two(account: Account, random: Random, entry: EntryView) -> None:
    _fellow(account, entry, mes=_month(random))
    account.answer(entry, movimento="")


def _joined(account: Account, random: Random, entry: EntryView) -> None:
    fellow = _fellow(account, entry)
    both = (entry.quantidade + fellow.quantidade, entry.valor_informado + fellow.valor_informado)
    account.answer(entry, quantidade=both[0], valor_informado=both[1], movimento="", mes=_month(random))


def _twice(account: Account, random: Random, entry: EntryView) -> None:
    account.answer(entry)
    account.answer(entry, random.choice([None, 0]), mes=_month(random))


def _late(account: Account, random: Random, entry: EntryView) -> None:
    account.answer(entry, 0)
    account.answer(entry, random.choice([entry.valor_informado, 100]), valor_informado=0, mes=_month(random))


def _taken_back(account: Account, random: Random, entry: EntryView) -> None:
    account.answer(entry)
    valor = -random.choice([entry.valor_informado, 100])
    account.answer(entry, valor, valor_informado=random.choice([valor, 0]), movimento="", mes=_month(random))


def _unsound(account: Account, random: Random, entry: EntryView) -> None:
    account.answer(entry, 0, valor_informado=-100)


def _misread(account: Account, random: Random, entry: EntryView) -> None:
    number = random.choice([entry.numero_autorizacao.lstrip("0"), entry.numero_autorizacao[:-1] + "9"])
    account.answer(entry, numero_autorizacao=number or "0", movimento="")


def _other_code(account: Account, random: Random, entry: EntryView) -> None:
    account.answer(entry, codigo_procedimento="9999", movimento="")


def _foreign(account: Account, random: Random, entry: EntryView) -> None:
    account.answer(entry, numero_autorizacao=f"7{random.randint(0, 99999):05d}", movimento="")


def _other_movimento(account: Account, random: Random, entry: EntryView) -> None:
    account.answer(entry, movimento=random.choice(["8001", "8002", "7"]), mes=_month(random))


def _same_number(account: Account, random: Random, entry: EntryView) -> None:
    """The portal gave its number to an entry of another month too, of the same item: the line is about this one."""
    entry = _renumbered(account, entry, random.choice(["8001", "8002"]))
    other = random.choice([month for month in MONTHS if month != entry.mes])
    _fellow(account, entry, data=entry.data + timedelta(days=random.choice([-30, 30])), mes=other, movimento="")
    _renumbered(account, account.entries[-1], entry.movimento)
    if entry.movimento:
        account.answer(entry, mes=_month(random))


def _renumbered(account: Account, entry: EntryView, movimento: str) -> EntryView:
    taken = any((e.mes, e.movimento) == (entry.mes, movimento) for e in account.entries if e.id != entry.id)
    numbered = replace(entry, movimento="" if taken else movimento)
    account.entries[entry.id - 1] = numbered
    return numbered


def _silent(account: Account, random: Random, entry: EntryView) -> None:
    """Nothing comes back."""


CALM = [_paid, _paid, _paid, _denied, _partial]
FATES = [
    *[_paid] * 8,
    *[_denied, _partial, _hidden] * 2,
    *(_recomputed, _near, _split, _joined, _one_of_two, _twice, _late, _taken_back, _unsound),
    *(_misread, _other_code, _foreign, _other_movimento, _same_number, _silent, _silent),
]


def write(ledger: Ledger, account: Account, random: Random) -> None:
    """Put the rows in a ledger in any order, among rows of other clinics and portals that look the same.

    An account without lines leaves the returns to be read.
    """
    connection = ledger.database.connection
    homes = [HOME, *_STRANGERS]
    numbers: dict[tuple[str, str, str], int] = {}
    for clinica, portal in homes:
        for iso in MONTHS:
            number = numbers[clinica, portal, iso] = len(numbers) + 1
            _insert(connection, "mes", id=number, clinica=clinica, portal=portal, account="a", competencia=iso,
                    state="fechada", version=0)  # fmt: skip
            if account.lines:
                _insert(connection, "demonstrativo", id=number, mes_id=number, imported_at="2026-12-01", informado=0,
                        liberado=0, glosa=0)  # fmt: skip
    rows: list[tuple[tuple[str, str], int, EntryView | LineView]] = []
    for shift, home in enumerate(homes):
        mine: list[EntryView | LineView] = [*account.entries, *account.lines]
        # A stranger has half of the rows, some of them twice as old.
        rows += [(home, shift * 10_000, row) for row in mine if shift == 0 or random.random() < 0.5]
    random.shuffle(rows)
    for home, shift, row in rows:
        _insert_row(connection, numbers[(*home, row.mes)], shift + row.id, row)


def _insert_row(connection: Any, mes_id: int, number: int, row: EntryView | LineView) -> None:
    shared = {
        "id": number,
        "mes_id": mes_id,
        "linha": number,
        "numero_autorizacao": row.numero_autorizacao,
        "codigo_procedimento": row.codigo_procedimento,
        "dente": row.dente,
        "faces": row.faces,
        "data": row.data.isoformat(),
        "ocorrencia": row.ocorrencia,
        "quantidade": row.quantidade,
        "movimento": row.movimento,
        "protocolo": "",
    }
    if isinstance(row, EntryView):
        said = {"valor_informado": None, "valor_lancado": row.valor_informado, "state": "fechada", "kind": "consulta"}
        place = {"codigo_conselho": "", "profissional": "", "arquivo": "a.xlsx", "aba": "a"}
        _insert(connection, "lancamento", **shared, **said, **place)
        person = {"beneficiario": row.pessoa.nome, "numero_carteira": row.pessoa.carteira, "observacao": ""}
        _insert(connection, "pessoa", lancamento_id=number, **person)
    else:
        money = {name: getattr(row, name) for name in ("valor_informado", "valor_liberado", "valor_glosa", "motivo")}
        _insert(connection, "linha_retorno", **shared, **money, demonstrativo_id=mes_id, fingerprint=f"{number:064d}")
        person = {"beneficiario": row.pessoa.nome, "numero_carteira": row.pessoa.carteira}
        _insert(connection, "pessoa_retorno", linha_retorno_id=number, **person)


def _insert(connection: Any, table: str, **values: object) -> None:
    marks = ", ".join("?" if "sqlite" in type(connection).__module__ else "%s" for _ in values)
    connection.execute(f"insert into {table} ({', '.join(values)}) values ({marks})", tuple(values.values()))


def _service(row: EntryView) -> tuple[object, ...]:
    return (
        *(row.mes, row.numero_autorizacao, row.codigo_procedimento, row.dente, row.faces, row.data, row.ocorrencia),
    )


def _facts(line: LineView) -> LineView:
    return replace(line, id=0, ocorrencia=0, pessoa=NINGUEM)
