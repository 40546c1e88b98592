"""How fast the accounts are: `python -m tests.bench.contas [ROWS]`. One run, each measure in a process of its own.

The same exact join is made by DuckDB and pandas where they are installed; they make no verdicts, explanations or
leftovers, so the ratio says what those cost, not who is better.
"""

import json
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path
from random import Random
from typing import Any

from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.reconcile.reconcile import reconcile
from agent.reconcile.rows import EntryView, LineView
from spreadsheets.writing.pack.report import Conta, Item, Ligacao, Pack, Retorno
from spreadsheets.writing.pack.workbook import write_pack
from spreadsheets.writing.report import GroupKey

DAYS = [date(2026, 10, 1) + timedelta(days=n) for n in range(28)]
KEY = GroupKey("aurora", "ipasem", Competencia(2026, 10))


def entries(count: int) -> list[EntryView]:
    """Invented entries, three to an authorisation."""
    return [
        EntryView(
            id=n,
            numero_autorizacao=f"{n // 3:08d}",
            codigo_procedimento="50000616",
            data=DAYS[n % 28],
            quantidade=1,
            valor_informado=6500,
        )
        for n in range(1, count + 1)
    ]


def lines(ours: list[EntryView]) -> Iterator[LineView]:
    """What came back: 97 in 100, most of it paid, some with another value or a day off."""
    random = Random(1)
    for entry in ours:
        fate = random.random()
        valor = 6000 if 0.95 < fate < 0.96 else entry.valor_informado
        paid = valor if fate < 0.9 else 0
        if fate < 0.97:
            yield LineView(
                id=entry.id,
                numero_autorizacao=entry.numero_autorizacao,
                codigo_procedimento=entry.codigo_procedimento,
                data=entry.data + timedelta(days=int(fate > 0.96)),
                quantidade=1,
                valor_informado=valor,
                valor_liberado=paid,
                valor_glosa=valor - paid,
            )


def of_product(count: int) -> Callable[[], object]:
    """Every pass, every verdict, every explanation."""
    ours = entries(count)
    theirs = list(lines(ours))
    return lambda: len(reconcile(ours, theirs).matches)


def _columns(rows: list[Any]) -> dict[str, list[Any]]:
    names = ("numero_autorizacao", "codigo_procedimento", "data", "quantidade", "valor_informado")
    return {name: [str(getattr(row, name)) for row in rows] for name in names}


def of_pandas(count: int) -> Callable[[], object]:
    """The exact join alone."""
    import pandas  # noqa: PLC0415

    ours = entries(count)
    left, right = (pandas.DataFrame(_columns(rows)) for rows in (ours, list(lines(ours))))
    return lambda: len(left.merge(right, on=list(left.columns)))


def of_duckdb(count: int) -> Callable[[], object]:
    """The exact join alone, on two threads."""
    import duckdb  # noqa: PLC0415
    import pandas  # noqa: PLC0415

    ours = entries(count)
    connection = duckdb.connect(config={"threads": 2})
    for name, rows in (("ours", ours), ("theirs", list(lines(ours)))):
        connection.register(f"{name}_frame", pandas.DataFrame(_columns(rows)))
        connection.execute(f"create table {name} as select * from {name}_frame")
    using = ", ".join(_columns([]))
    return lambda: connection.execute(f"select count(*) from ours join theirs using ({using})").fetchone()


def of_workbook(count: int) -> Callable[[], object]:
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


def of_chain(count: int) -> Callable[[], object]:
    """The chain of so many events recomputed."""
    ledger = Ledger.open(":memory:", journal=None)
    writer = ledger.signatures._writer
    with writer.transaction("bench") as at:
        for number in range(count):
            ledger.events.append(at, "bench", "bench", number, {"number": number})
    return lambda: ledger.checks.verify_chain().events


MEASURES = {
    "conciliar (todos os passos, vereditos e porquês)": of_product,
    "só a junção exata, pandas": of_pandas,
    "só a junção exata, DuckDB": of_duckdb,
    "planilha do contador": of_workbook,
    "corrente de eventos": of_chain,
}


def _measured(name: str, count: int, answer: Any) -> None:
    act = MEASURES[name](count)
    before, wall = time.process_time(), time.perf_counter()
    found = act()
    spent = {"cpu": time.process_time() - before, "wall": time.perf_counter() - wall}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    answer.put(json.dumps({**spent, "mib": peak, "found": str(found)}))


def main(count: int) -> None:
    """Print one line for each measure, and the ratios to the exact joins."""
    spawn, told = multiprocessing.get_context("spawn"), {}
    for name in MEASURES:
        if any(
            word in name and find_spec(package) is None
            for word, package in (("pandas", "pandas"), ("DuckDB", "duckdb"))
        ):
            continue
        answer = spawn.Queue()
        process = spawn.Process(target=_measured, args=(name, count, answer))
        process.start()
        told[name] = json.loads(answer.get())
        process.join()
        found = told[name]
        spent = f"{found['cpu']:7.2f} s CPU  {found['wall']:7.2f} s  pico {found['mib']:5} MiB"
        sys.stdout.write(f"{name:52} {count:>9,} linhas  {spent}\n")
    first, *others = [name for name in told if name.startswith(("conciliar", "só"))]
    for other in others:
        ratio = told[first]["cpu"] / max(told[other]["cpu"], 0.001)
        sys.stdout.write(f"conciliar / {other}: {ratio:.0f} vezes o tempo de CPU\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
