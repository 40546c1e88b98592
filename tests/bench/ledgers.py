"""Large invented ledgers: one clinic's account on one portal over two years, written by the database itself.

Three entries to an authorisation, eight codes, one of them with teeth. Of a thousand authorisations 880 are paid, 50
denied and 30 cut; 2 come back with another value, 1 with another date, 10 not at all; of two that were denied one
entry is paid later. The rows are what the reconciliation reads; there is no chain of events behind them.
"""

import shutil
from dataclasses import astuple
from pathlib import Path
from typing import Any

from agent.ledger.events import Posting
from agent.ledger.problems import USUAL
from agent.ledger.store import Ledger
from agent.ledger.told import fingerprint_of
from agent.reconcile.edition import edition
from agent.runner.pendencias import keep_pendencias
from agent.runner.verdicts import judged_whole

HOME = ("aurora", "ipasem")
MONTHS = 24
_FATE = "((id / 3) * 7919) % 1000"
_ENTRIES = """
with recursive s(i) as (select 0 union all select i + 1 from s where i + 1 < :count)
insert into lancamento (id, mes_id, kind, numero_autorizacao, codigo_procedimento, dente, faces, data, ocorrencia,
  quantidade, codigo_conselho, profissional, arquivo, aba, linha, state, movimento, valor_lancado)
select i + 1, i / :month + 1, 'seriado', printf('%08d', 1000000 + i / 3 * 7),
  printf('%08d', 50000616 + (i / 3) % 8 * 11), case when (i / 3) % 8 = 7 then '1' || (i % 8 + 1) else '' end, '',
  date(printf('%04d-%02d-01', 2025 + (i / :month) / 12, (i / :month) % 12 + 1),
    '+' || ((i % 3) * 7 + (i / 3) % 7) || ' days'),
  1, 1, '12345', 'Davi', 'a.xlsx', 'Plan1', i, 'fechada', 'm' || (i + 1), 6500 + (i / 3) % 8 * 500
from s
"""
_LINES = f"""
insert into linha_retorno (mes_id, demonstrativo_id, linha, numero_autorizacao, codigo_procedimento, data, quantidade,
  valor_informado, valor_liberado, valor_glosa, motivo, movimento, protocolo, dente, faces, ocorrencia, fingerprint)
select mes_id, mes_id, id, numero_autorizacao, codigo_procedimento,
  case when fate = 962 then date(data, '+1 day') else data end, 1, informado, liberado, informado - liberado,
  case when liberado < informado then '1705 - Valor apresentado a maior' else '' end,
  case when mes_id % 2 = 0 then movimento else '' end, '', dente, faces, 1, printf('%064x', id)
from (
  select *, case when fate in (960, 961) then valor_lancado - 500 else valor_lancado end as informado,
    case when fate < 880 then valor_lancado when fate < 930 then 0 when fate < 960 then valor_lancado * 3 / 4
      when fate in (960, 961) then valor_lancado - 500 else valor_lancado end as liberado
  from (select *, {_FATE} as fate from lancamento))
where fate < 980 or fate >= 990
union all
select {MONTHS}, {MONTHS}, id, numero_autorizacao, codigo_procedimento, data, 1, 0, valor_lancado, -valor_lancado, '',
  '', '', dente, faces, 1, printf('a%063x', id)
from lancamento where {_FATE} in (900, 901) and id % 3 = 0
"""


def invented_ledger(path: Path, count: int) -> None:
    """Write a ledger file of so many entries, and about as many return lines; an old one there is replaced."""
    path.unlink(missing_ok=True)
    with Ledger.open(path, journal=None, durable=False) as ledger:
        connection = ledger.database.connection
        connection.execute("begin")
        for number in range(1, MONTHS + 1):
            iso = f"{2025 + (number - 1) // 12}-{(number - 1) % 12 + 1:02d}"
            connection.execute("insert into mes values (?, ?, ?, 'acesso-1', ?, 'fechada', 0)", (number, *HOME, iso))
            connection.execute(
                "insert into demonstrativo (id, mes_id, imported_at, informado, liberado, glosa)"
                " values (?, ?, '', 0, 0, 0)",
                (number, number),
            )
        connection.execute(_ENTRIES, {"count": count, "month": -(-count // MONTHS)})
        connection.execute(_LINES)
        connection.execute("commit")


_TIED = """
insert into match (lancamento_id, linha_retorno_id, pass_no, confidence, why, allocated, liberado, glosa, state, at)
values (?, ?, ?, ?, ?, ?, ?, ?, 'live', '')
"""


def post_all(path: Path, copy: Path) -> Path:
    """A copy of such a ledger whose account is reconciled and posted, but for the money: links, states, problems."""
    shutil.copyfile(path, copy)
    with Ledger.open(copy, journal=None, durable=False) as ledger:
        connection, judged = ledger.database.connection, judged_whole(ledger, *HOME)
        connection.execute("begin")
        for change in judged.changes:
            connection.executemany(_TIED, (astuple(match) for match in change.matches))
        connection.execute("update lancamento set state = 'quitada' where id in (select lancamento_id from match)")
        connection.execute("commit")
        keep_pendencias(ledger, *HOME, judged, USUAL)
        ledger.agreement.posting(*HOME, judged.seen).done(edition())
    return copy


def come_back(ledger: Ledger, count: int) -> None:
    """The newest so many lines are as if they had just been read, and their entries without an answer."""
    connection = ledger.database.connection
    (newest,) = connection.execute("select max(id) from linha_retorno").fetchone()
    connection.execute("begin")
    answered = f"select lancamento_id from match where linha_retorno_id > {newest - count}"
    connection.execute(f"update lancamento set state = 'fechada' where id in ({answered})")
    connection.execute(f"update match set state = 'revoked' where linha_retorno_id > {newest - count}")
    connection.execute("update conciliada set linha = ?", (newest - count,))
    connection.execute("commit")


_ATTEMPTS = (
    "insert into batch (id, journal_id, kind, mes_id, portal, account, token, state, opened_at, closed_at)"
    " select id, 'j' || id, 'launch', id, portal, account, 1, 'closed', '', '' from mes",
    "insert into attempt (batch_id, lancamento_id, no, state, opened_at, closed_at, movimento)"
    " select mes_id, id, 1, 'confirmed', '', '', movimento from lancamento",
    "update linha_retorno set fingerprint = printed(mes_id, numero_autorizacao, codigo_procedimento, data, quantidade,"
    " valor_informado, valor_liberado, valor_glosa, motivo, movimento, protocolo, dente, faces, ocorrencia)",
    "insert into demonstrativo (mes_id, imported_at, informado, liberado, glosa, fonte)"
    " select id, '', 0, 0, 0, 'outra' from mes",  # of two sources no total is compared
)
_FACTS = (
    "numero_autorizacao", "codigo_procedimento", "data", "quantidade", "valor_informado", "valor_liberado",
    "valor_glosa", "motivo", "movimento", "protocolo", "dente", "faces", "ocorrencia",
)  # fmt: skip
_AT_ONCE = 500


def sound_ledger(path: Path, count: int) -> None:
    """The same, whose audit holds: launched once, billed in a chain of events, each line what its fingerprint says."""
    invented_ledger(path, count)
    with Ledger.open(path, journal=None, durable=False) as ledger:
        connection = ledger.database.connection
        months = {mes.id: mes for mes in ledger.months.all()}

        def printed(mes_id: int, *facts: Any) -> str:
            home = {"clinica": HOME[0], "portal": HOME[1], "competencia": months[mes_id].competencia.iso}
            return fingerprint_of({**home, **dict(zip(_FACTS, facts, strict=True))})

        connection.create_function("printed", -1, printed)
        connection.execute("begin")
        for statement in _ATTEMPTS:
            connection.execute(statement)
        connection.execute("commit")
        for first in range(1, count + 1, _AT_ONCE):
            _bill(ledger, first)


def _bill(ledger: Ledger, first: int) -> None:
    query = "select id, mes_id, valor_lancado from lancamento where id >= ? and id < ?"
    rows = ledger.database.connection.execute(query, (first, first + _AT_ONCE)).fetchall()
    sides = (("informado", -1), ("pendente", 1))
    postings = [Posting(i, account, sign * valor, "2025-01") for i, _, valor in rows for account, sign in sides]
    with ledger.checks._writer.transaction("bench") as at:
        ledger.events.append(at, "bench", "bench", first, {}, mes_id=rows[0][1], postings=postings)
