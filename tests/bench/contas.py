"""How fast the accounts are: `python -m tests.bench.contas [ROWS]`. One run, each measure in a process of its own.

DuckDB and pandas, where they are installed, make the exact join of the same rows and nothing else: no verdicts, no
explanations, no leftovers. The ratio says what those cost, not who is better. CPU seconds are those of all threads;
the peak is what the act adds to a process that has its data, where the system tells it.
"""

import json
import multiprocessing
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psutil

from agent.cli.main import collect_seldom
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.demonstrativo import Demonstrativo, LinhaRetorno
from agent.runner.verdicts import judged_news, judged_rest, reconcile_account
from spreadsheets.writing.pack.report import Conta, Item, Ligacao, Pack, Retorno
from spreadsheets.writing.pack.workbook import write_pack
from spreadsheets.writing.report import GroupKey
from tests.bench.ledgers import HOME, come_back, invented_ledger, post_all
from tests.bench.memory import peak_mib

DAYS = [date(2026, 10, 1) + timedelta(days=n) for n in range(28)]
KEY = GroupKey("aurora", "ipasem", Competencia(2026, 10))
ACCOUNTS, WORKBOOK, LATE = 1_000_000, 100_000, 5_000
JOINED = ("numero_autorizacao", "codigo_procedimento", "data", "dente", "faces", "quantidade", "valor")

Act = Callable[[], object]


def of_product(path: Path) -> Act:
    """Every row gets its verdict: pairs into the ledger's scratch tables, the rest through every rule."""
    ledger = Ledger.open(path, journal=None)

    def act() -> str:
        with ledger.agreement.of(*HOME) as agreed:
            rest = judged_rest(ledger, *HOME, agreed)
            return f"{len(agreed)} pares, {len(rest.verdicts.entries)} pelas regras"

    return act


def of_month(path: Path) -> Act:
    """One month of that account once it is posted, verdict by verdict, as the workbook asks for it."""
    ledger = Ledger.open(path, journal=None)
    return lambda: len(reconcile_account(ledger, *HOME, ledger.months.of(*HOME)[-1]).verdicts.entries)


def of_return(path: Path) -> Act:
    """A return of so many lines that nobody read yet, in an account that is posted: its verdicts."""
    ledger = Ledger.open(path, journal=None, durable=False)
    come_back(ledger, LATE)

    def act() -> str:
        judged = judged_news(ledger, *HOME)
        return f"{sum(len(change.matches) for change in judged.changes)} a lançar nas contas"

    return act


def of_import(_path: Path, count: int = WORKBOOK) -> Act:
    """A return of so many lines kept: fingerprints, keys and indexes."""
    ledger = Ledger.open(Path(tempfile.mkdtemp()) / "livro.db", journal=None, durable=False)
    mes = ledger.months.open(*HOME, "acesso-1", KEY.competencia)
    linhas = tuple(
        LinhaRetorno(n, f"{n:08d}", "50000616", DAYS[n % len(DAYS)], 1, 6500, 6000, 500, "1705") for n in range(count)
    )
    report = Demonstrativo(
        portal="ipasem",
        competencia=KEY.competencia,
        linhas=linhas,
        total_informado=6500 * count,
        total_liberado=6000 * count,
        total_glosa=500 * count,
        evidence=(),
    )
    return lambda: f"{ledger.returns.import_(mes, report).new} novas"


def _frames(path: Path) -> list[Any]:
    import pandas  # noqa: PLC0415

    connection = sqlite3.connect(path)
    names = ", ".join(JOINED[:-1])
    queries = (
        f"select {names}, valor_lancado as valor from lancamento",
        f"select {names}, valor_informado as valor from linha_retorno",
    )
    return [pandas.read_sql_query(query, connection) for query in queries]


def of_pandas(path: Path) -> Act:
    """The exact join alone."""
    ours, theirs = _frames(path)
    return lambda: len(ours.merge(theirs, on=list(JOINED)))


def of_duckdb(path: Path) -> Act:
    """The exact join alone, on two threads."""
    import duckdb  # noqa: PLC0415

    connection = duckdb.connect(config={"threads": 2})
    for name, frame in zip(("ours", "theirs"), _frames(path), strict=True):
        connection.register("frame", frame)
        connection.execute(f"create table {name} as select * from frame")
        connection.unregister("frame")
    query = f"select count(*) from ours join theirs using ({', '.join(JOINED)})"
    return lambda: connection.execute(query).fetchall()[0][0]


def of_workbook(_path: Path, count: int = WORKBOOK) -> Act:
    """The accountant's workbook of so many entries, with as many return lines and ties."""
    item = Item(key=KEY, autorizacao="00000001", codigo="50000616", data=DAYS[0], quantidade=1, profissional="Eneida")
    contas = tuple(Conta(id=n, item=item, situacao="paga", informado=6500, liberado=6500) for n in range(count))
    line = Retorno(
        id=0, item=item, linha=1, situacao="casada", informado=6500, liberado=6500, glosado=0, motivo="", movimento="",
        protocolo="", prova="",
    )  # fmt: skip
    pack = Pack(
        escritorio="bench",
        titulo="bench",
        periodo="10/2026",
        gerado_em=datetime(2026, 11, 1, tzinfo=UTC),
        ancora="0" * 64,
        eventos=0,
        contas=contas,
        retornos=tuple(replace(line, id=n) for n in range(count)),
        ligacoes=tuple(
            Ligacao(n, n, "chave completa", 100, 6500, 6500, 0, "iguais", proposta=False) for n in range(count)
        ),
    )
    path = Path(tempfile.mkdtemp()) / "pacote.xlsx"

    def act() -> int:
        write_pack(path, pack)
        return path.stat().st_size

    return act


def of_chain(_path: Path, count: int = ACCOUNTS) -> Act:
    """The chain of so many events recomputed."""
    ledger = Ledger.open(":memory:", journal=None)
    writer = ledger.signatures._writer
    with writer.transaction("bench") as at:
        for number in range(count):
            ledger.events.append(at, "bench", "bench", number, {"number": number})
    return lambda: ledger.checks.verify_chain().events


_BILLED = """
insert into posting (txn, lancamento_id, account, valor, at, effective)
select 1, id, 'informado', -valor_lancado, '', '' from lancamento
union all select 1, id, 'liberado', valor_lancado - 100, '', '' from lancamento
union all select 1, id, 'glosado', 100, '', '' from lancamento
"""


def of_sums(path: Path) -> Act:
    """Whether what was billed of each entry is what its accounts hold, three postings to an entry."""
    ledger = Ledger.open(path, journal=None, durable=False)
    connection = ledger.database.connection
    connection.execute("pragma foreign_keys = off")
    connection.execute(_BILLED)
    return lambda: f"{len(connection.execute('select * from inv_conserved').fetchall())} sem fechar"


MEASURES: dict[str, Callable[[Path], Act]] = {
    "conciliar, um veredito por linha": of_product,
    "só a junção exata, pandas": of_pandas,
    "só a junção exata, DuckDB": of_duckdb,
    f"um retorno novo de {LATE} linhas nesta conta": of_return,
    "um mês desta conta, linha a linha": of_month,
    f"retorno de {WORKBOOK} linhas guardado": of_import,
    f"planilha do contador, {WORKBOOK} lançamentos": of_workbook,
    f"corrente de {ACCOUNTS} eventos": of_chain,
    "conservação, lançamento por lançamento": of_sums,
}


POSTED = [name for name, act in MEASURES.items() if act in (of_month, of_return)]


def _measured(name: str, path: Path, answer: Any) -> None:
    collect_seldom()
    act = MEASURES[name](path)
    held = psutil.Process().memory_info().rss // 2**20
    before, wall = time.process_time(), time.perf_counter()
    with peak_mib() as peak:
        found = act()
    spent = {"cpu": time.process_time() - before, "wall": time.perf_counter() - wall}
    answer.put(json.dumps({**spent, "mib": peak() - held, "found": str(found)}))


def main(count: int) -> None:
    """Print one line for each measure, and the ratios to the exact joins."""
    told = {}
    with tempfile.TemporaryDirectory(prefix="contas-") as folder:
        path = Path(folder) / "livro.db"
        invented_ledger(path, count)
        posted = post_all(path, Path(folder) / "lancado.db")
        sys.stdout.write(f"{count:,} lançamentos e as linhas do retorno deles\n")
        for name in MEASURES:
            if any(package in name.lower() and find_spec(package) is None for package in ("pandas", "duckdb")):
                continue
            told[name] = found = _apart(name, posted if name in POSTED else path)
            spent = f"{found['cpu']:7.2f} s CPU  {found['wall']:7.2f} s  pico {found['mib']:5} MiB  {found['found']}"
            sys.stdout.write(f"{name:45} {spent}\n")
    first, *others = [name for name in told if name.startswith(("conciliar", "só"))]
    for other in others:
        ratio = told[first]["cpu"] / max(told[other]["cpu"], 0.001)
        sys.stdout.write(f"conciliar / {other}: {ratio:.1f} vezes o tempo de CPU\n")


def _apart(name: str, path: Path) -> dict[str, Any]:
    """The measure in a process of its own."""
    spawn = multiprocessing.get_context("spawn")
    answer = spawn.Queue()
    process = spawn.Process(target=_measured, args=(name, path, answer))
    process.start()
    found: dict[str, Any] = json.loads(answer.get())
    process.join()
    return found


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ACCOUNTS)
