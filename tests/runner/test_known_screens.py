"""The known screens of a portal: kept once, compared each time, replaced only when a person says so."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from agent.model.errors import SetupError
from agent.runner.known_screens import compared, keep, read_kept
from portals.probe.fingerprint import Digital
from portals.probe.probe import Vista

NOW = datetime(2026, 11, 21, 15, tzinfo=UTC)


def digital(*names: str) -> Digital:
    return Digital(titulos=("INÍCIO",), controles=tuple(("text", name) for name in names), colunas=(), opcoes={})


def vista(nome: str, *names: str) -> Vista:
    return Vista(nome, (), b"", digital(*names))


def test_a_changed_screen_stays_told_until_it_is_accepted(tmp_path: Path) -> None:
    old, new = [vista("Início", "Mês")], [vista("Início", "Competência"), vista("Outra", "Ano")]
    told = {"Início": ('o campo "Mês" agora se chama "Competência"',)}

    assert compared(read_kept(tmp_path), old) == {}
    keep(tmp_path, "ipasem", old, NOW, over=False)
    for _ in range(2):
        assert compared(read_kept(tmp_path), new) == told
        keep(tmp_path, "ipasem", new, NOW, over=False)
    keep(tmp_path, "ipasem", new, NOW, over=True)

    assert compared(read_kept(tmp_path), new) == {}
    assert read_kept(tmp_path) == {"Início": digital("Competência"), "Outra": digital("Ano")}


def test_what_was_known_before_stays_beside_it(tmp_path: Path) -> None:
    keep(tmp_path, "ipasem", [vista("Início", "Mês")], NOW, over=False)
    first = (tmp_path / "conhecidas.json").read_bytes()

    keep(tmp_path, "ipasem", [vista("Início", "Ano")], NOW, over=True)

    [before] = tmp_path.glob("conhecidas-ate-*.json")
    assert before.read_bytes() == first


def test_a_screen_that_is_not_there_today_stays_known(tmp_path: Path) -> None:
    keep(tmp_path, "ipasem", [vista("Início", "Mês")], NOW, over=False)
    today = [Vista("Início", (), b"", None)]

    keep(tmp_path, "ipasem", today, NOW, over=True)

    assert compared(read_kept(tmp_path), today) == {}
    assert read_kept(tmp_path) == {"Início": digital("Mês")}


def test_a_broken_file_is_told_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "conhecidas.json"
    path.write_text("{", encoding="utf-8")

    with pytest.raises(SetupError) as stopped:
        read_kept(tmp_path)

    assert (stopped.value.what, stopped.value.where, stopped.value.do) == (
        "as telas conhecidas não puderam ser lidas.",
        str(path),
        "Mude o nome do arquivo e rode de novo: as telas de hoje passam a ser as conhecidas.",
    )
