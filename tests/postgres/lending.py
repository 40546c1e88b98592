"""Databases lent to one test after the other: swept clean in between, thrown away when a test changed their schema."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import psycopg

from tests.postgres.server import TEMPLATE, database_url, drop, new_database

_FREE: list[str] = []
_SHAPE = """
select string_agg(line, ';' order by line) from (
  select tgname || tgenabled::text || pg_get_triggerdef(oid) as line from pg_trigger where not tgisinternal
  union all select conname || pg_get_constraintdef(oid) from pg_constraint
    where connamespace = 'public'::regnamespace
  union all select indexdef from pg_indexes where schemaname = 'public'
  union all select relname || relkind::text from pg_class where relnamespace = 'public'::regnamespace
  union all select viewname || definition from pg_views where schemaname = 'public'
  union all select name from migration) as lines
"""
_SWEEP = """
do $$
declare each record;
begin
  for each in select relname, relkind from pg_class where relnamespace = 'public'::regnamespace
      and relkind in ('r', 'S') and relname <> 'migration' loop
    if each.relkind = 'r' then execute format('delete from %I', each.relname);
    else perform setval(each.relname::regclass, 1, false); end if;
  end loop;
end $$
"""


@contextmanager
def lent(url: str) -> Iterator[str]:
    """The address of a database with an empty ledger in it."""
    mine = _FREE.pop() if _FREE else new_database(url, TEMPLATE)
    try:
        yield mine
    finally:
        if _swept(mine, _shape(database_url(url, TEMPLATE))):
            _FREE.append(mine)
        else:
            drop(url, mine)


@cache
def _shape(template: str) -> str:
    with psycopg.connect(template, autocommit=True) as connection:
        return _shape_now(connection)


def _shape_now(connection: "psycopg.Connection[tuple[object, ...]]") -> str:
    found = connection.execute(_SHAPE).fetchone()
    assert found is not None
    return str(found[0])


def _swept(mine: str, shape: str) -> bool:
    """Whether it is as new. The guards would refuse it, as they must: a replica's writes are not guarded."""
    try:
        with psycopg.connect(mine, autocommit=True) as connection:
            if _shape_now(connection) != shape:
                return False
            connection.execute("set lock_timeout = '2s'")
            connection.execute("set session_replication_role = replica")
            connection.execute(_SWEEP)
    except psycopg.Error:
        return False
    return True
