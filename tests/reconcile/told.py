"""An invented account that a ledger is told as an office would tell it: returns read in any order, posted as they come.

What comes of it is compared by what the rows say, never by their numbers, which are the order they came in.
"""

import hashlib
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from functools import cache
from random import Random

from agent.ledger.months import Mes
from agent.ledger.sqlite import SqliteDatabase
from agent.ledger.store import Ledger
from agent.ledger.tables import Content, Table, contents, tables_of
from agent.model.demonstrativo import LinhaRetorno
from agent.reconcile.rows import LineView
from agent.runner.conciliation import post_returns
from agent.runner.verdicts import reconcile_account
from tests.ledger.office import demonstrativo
from tests.reconcile.invented import HOME, Account, write

_LINKS = """
select l.id as entry_id, r.id as line_id, e.competencia as mes_ours, l.numero_autorizacao as autorizacao_ours,
  l.codigo_procedimento as codigo_ours, l.data as data_ours, l.dente as dente_ours, l.faces as faces_ours,
  l.ocorrencia as ocorrencia_ours, l.quantidade as quantidade_ours, l.valor_lancado as valor_ours,
  d.competencia as mes_theirs, r.numero_autorizacao, r.codigo_procedimento, r.data, r.dente, r.faces, r.ocorrencia,
  r.quantidade, r.valor_informado, r.valor_liberado, r.valor_glosa, r.motivo, r.movimento,
  k.allocated, k.liberado as share_liberado, k.glosa as share_glosa, k.pass_no
from match k
join lancamento l on l.id = k.lancamento_id join mes e on e.id = l.mes_id
join linha_retorno r on r.id = k.linha_retorno_id join mes d on d.id = r.mes_id
where k.state = 'live'
"""


def shuffled(account: Account, random: Random) -> Account:
    """The same rows in another order, so under other numbers."""
    entries = random.sample(account.entries, len(account.entries))
    lines = random.sample(account.lines, len(account.lines))
    return Account(
        [replace(entry, id=number) for number, entry in enumerate(entries, start=1)],
        [replace(line, id=number) for number, line in enumerate(lines, start=1)],
    )


def live(ledger: Ledger, account: Account, random: Random, *, posting: float = 0) -> None:
    """Launch the account's entries, read its returns month by month in any order, and post: in between so often too."""
    write(ledger, Account(account.entries), random)
    months = ledger.months.of(*HOME)
    for mes in random.sample(months, len(months)):
        read(ledger, mes, account.lines)
        if random.random() < posting:
            post_returns(ledger, mes)
    post_returns(ledger, months[0])


def live_again(ledger: Ledger, account: Account, random: Random) -> None:
    """Read every return once more, its rows in another order, and reconcile once more."""
    for mes in ledger.months.of(*HOME):
        read(ledger, mes, random.sample(account.lines, len(account.lines)))
        post_returns(ledger, mes)


def read(ledger: Ledger, mes: Mes, lines: Sequence[LineView]) -> None:
    """Read the month's return: those of the lines that are of it, in this order."""
    told = [_linha(n, line) for n, line in enumerate(lines, start=1) if line.mes == mes.competencia.iso]
    ledger.returns.import_(mes, demonstrativo(*told, portal=mes.portal, competencia=mes.competencia))


def links(ledger: Ledger) -> str:
    """The hash of the links that stand, with the pass that each was first found in."""
    return _hash(tuple(row[2:]) for row in ledger.database.connection.execute(_LINKS).fetchall())


def links_as_judged(ledger: Ledger) -> str:
    """The same with the pass that the rules find each in now; KeyError for one that they do not find."""
    passes = {(m.entry_id, m.line_id): int(m.pass_no) for m in reconcile_account(ledger, *HOME).verdicts.matches}
    rows = ledger.database.connection.execute(_LINKS).fetchall()
    return _hash((*row[2:-1], passes[row[0], row[1]]) for row in rows)


def _hash(rows: Iterable[tuple[object, ...]]) -> str:
    return hashlib.sha256(repr(sorted(rows)).encode()).hexdigest()


def kept(ledger: Ledger) -> dict[str, Content]:
    """Every row of every table."""
    return contents(ledger.database, _tables())


@cache
def _tables() -> tuple[Table, ...]:
    with closing(SqliteDatabase.memory()) as model:
        return tuple(tables_of(model))


def _linha(number: int, line: LineView) -> LinhaRetorno:
    return LinhaRetorno(
        linha=number,
        numero_autorizacao=line.numero_autorizacao,
        codigo_procedimento=line.codigo_procedimento,
        data=line.data,
        quantidade=line.quantidade,
        valor_informado=line.valor_informado,
        valor_liberado=line.valor_liberado,
        valor_glosa=line.valor_glosa,
        motivo=line.motivo,
        movimento=line.movimento,
        dente=line.dente,
        faces=line.faces,
        beneficiario=line.pessoa.nome,
    )
