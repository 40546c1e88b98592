"""The mocks' memory: what survives a restart, what a stale reading sees."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from portals.mock.oracle import excesses, missing, standing, surplus
from portals.mock.sessions import Sessions
from portals.mock.store import Store

NOON = datetime(2025, 3, 3, 12, tzinfo=UTC)


def _noon() -> datetime:
    return NOON


def test_a_restarted_portal_remembers_its_commits(tmp_path: Path) -> None:
    path = tmp_path / "estado.jsonl"
    first = Store(_noon, path)
    first.commit("gravar", user="u", number="7", patch={"t": {"1": {"a": 1}}}, counts=[(("7",), 1)])
    first.commit("excluir", patch={"t": {"1": None, "2": {"a": 2}}})
    again = Store(_noon, path)
    assert (again.journal(), again.rows("t")) == (first.journal(), {"2": {"a": 2}})


def test_a_torn_last_line_never_happened(tmp_path: Path) -> None:
    path = tmp_path / "estado.jsonl"
    Store(_noon, path).commit("gravar", patch={"t": {"1": {"a": 1}}})
    with path.open("a", encoding="utf-8") as file:
        file.write('{"seq": 2, "at"')
    store = Store(_noon, path)
    store.commit("gravar", patch={"t": {"2": {"a": 2}}})
    assert (sorted(Store(_noon, path).rows("t")), store.journal()[-1].seq) == (["1", "2"], 2)


def test_rows_can_be_read_as_they_were_before_the_last_commits() -> None:
    store = Store(_noon)
    store.commit("a", patch={"t": {"1": {"v": 1}}})
    store.commit("b", patch={"t": {"1": {"v": 2}}})
    assert (store.rows("t", before_last=1), store.rows("t")) == ({"1": {"v": 1}}, {"1": {"v": 2}})


def test_a_portal_that_begins_anew_forgets_what_came_after() -> None:
    store = Store(_noon)
    store.commit("a", patch={"t": {"1": {"v": 1}}})
    store.commit("b", patch={"t": {"1": {"v": 2}, "2": {"v": 3}}})
    store.rewind(1)
    assert ([commit.action for commit in store.journal()], store.rows("t")) == (["a"], {"1": {"v": 1}})


def test_what_a_file_holds_is_not_forgotten(tmp_path: Path) -> None:
    store = Store(_noon, tmp_path / "estado.jsonl")
    store.commit("a", patch={"t": {"1": {"v": 1}}})
    with pytest.raises(ValueError, match="not rewound"):
        store.rewind(0)
    assert store.rows("t") == {"1": {"v": 1}}


def test_a_duplicate_that_was_deleted_is_still_in_the_history() -> None:
    store = Store(_noon)
    for delta in (1, 1, -1):
        store.commit("gravar" if delta > 0 else "excluir", counts=[(("7",), delta)])
    journal = store.journal()
    history = [(e.seq, e.count) for e in excesses(journal)]
    assert (history, surplus(journal), dict(standing(journal))) == ([(2, 2)], {}, {("7",): 1})


def test_what_was_planned_and_is_not_there_is_missing() -> None:
    store = Store(_noon)
    store.commit("gravar", counts=[(("7",), 1)])
    assert missing(store.journal(), {("7",): 2, ("8",): 1}) == {("7",): 1, ("8",): 1}


class _Clock:
    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> datetime:
        return self.at


def test_an_idle_session_expires() -> None:
    clock = _Clock()
    sessions = Sessions(clock, timedelta(minutes=30))
    session = sessions.get(None)
    sessions.sign_in(session, "11222333000144")
    clock.at += timedelta(minutes=29)
    alive = sessions.get(session.cookie).user
    clock.at += timedelta(minutes=31)
    assert (alive, sessions.get(session.cookie).user) == ("11222333000144", None)


def test_a_single_session_ends_the_older_one_of_the_same_user() -> None:
    sessions = Sessions(_noon, timedelta(minutes=30), single=True)
    older, newer = sessions.get(None), sessions.get(None)
    sessions.sign_in(older, "u")
    sessions.sign_in(newer, "u")
    assert (sessions.get(older.cookie).user, sessions.get(newer.cookie).user) == (None, "u")
