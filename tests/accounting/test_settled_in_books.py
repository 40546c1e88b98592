"""What a person settled is shown as settled in the workbooks, and the figures still add up."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from agent.accounting.doubts import doubtful_lines, settle
from agent.accounting.pendencias import accept
from agent.cli.main import command
from agent.config.office import Office
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.runner.pendencias import SILENT
from tests.accounting.conftest import scope_of

Rows = list[dict[str, Any]]


@pytest.fixture
def written(year: Office, capsys: pytest.CaptureFixture[str]) -> Callable[..., Path]:
    """The one file that a command wrote."""

    def path(*words: str) -> Path:
        command([*words, "--json", "--pasta", str(year.folder)])
        told = json.loads(capsys.readouterr().out)
        return Path(told["planilha"] if "planilha" in told else told["pacotes"][0]["arquivo"])

    return path


def rows_of(book: Path, sheet: str, heading: str) -> Rows:
    """The rows below the headings of which one is `heading`, by heading, until an empty one."""
    opened = load_workbook(book, read_only=True, data_only=True)
    rows = list(opened[sheet].iter_rows(values_only=True))
    opened.close()
    start = next(number for number, row in enumerate(rows) if heading in row)
    below = rows[start + 1 :]
    end = next((number for number, row in enumerate(below) if row[0] is None), len(below))
    return [dict(zip(map(str, rows[start]), row, strict=True)) for row in below[:end]]


def test_a_line_of_nobody_s_is_called_so_and_counted_apart(
    year: Office, ledger: Ledger, written: Callable[..., Path]
) -> None:
    scope = scope_of(year, ledger, "11/2025", "10/2026")
    foreign = next(each for each in doubtful_lines(ledger, scope.months) if not each.entries)
    settle(year, ledger, scope.months, f"{foreign.line.id}=alheia", who="Ana", reason="de outra clínica")
    home = ("--competencia", str(foreign.mes.competencia), "--clinica", foreign.mes.clinica)
    number = foreign.line.linha.numero_autorizacao
    for book in (written("conciliar", *home), written("pacote", *home)):
        shown = [r["Situação"] for r in rows_of(book, "Retorno", "Situação") if r["Autorização"] == number]
        assert shown == ["alheia"], book
    counted = rows_of(written("conciliar", *home), "Resumo", "Alheias")
    assert [row["Alheias"] for row in counted if row["Portal"]].count(1) == 1
    assert {row["Confere"] for row in counted} == {"confere"}


def test_what_a_person_closed_asks_for_nothing_any_more(
    year: Office, ledger: Ledger, written: Callable[..., Path]
) -> None:
    months = scope_of(year, ledger, "08/2026", "08/2026", "aurora").months
    waits = next(p for mes in months for p in ledger.problems.of(mes) if p.kind == SILENT)
    assert waits.entry_id is not None
    accept(ledger, months, waits.id, who="Ana", reason="a operadora pagou por fora")
    mes = ledger.months.get(waits.mes_id)
    assert mes.competencia == Competencia(2026, 8)
    book = written("conciliar", "--competencia", "08/2026", "--clinica", "aurora", "--portal", mes.portal)
    number = ledger.entries.get(waits.entry_id).lancamento.numero_autorizacao
    told = {r["Autorização"]: r["O que fazer"] for r in rows_of(book, "Divergências", "O que fazer")}
    pack = written("pacote", "--competencia", "08/2026", "--clinica", "aurora", "--portal", mes.portal)
    silent = {r["Autorização"]: r for r in rows_of(pack, "Sem retorno", "O que fazer")}
    assert (silent[number]["O que fazer"], silent[number]["Por que foi encerrada"]) == (
        "encerrada",
        "Encerrada por Ana: a operadora pagou por fora.",
    )
    others = {words for authorization, words in told.items() if authorization != number}
    assert told[number] == "Encerrada por Ana: a operadora pagou por fora."
    assert not any(words.startswith("Encerrada") for words in others)


def test_the_radar_chases_nothing_that_a_person_closed(
    year: Office, ledger: Ledger, capsys: pytest.CaptureFixture[str]
) -> None:
    scope = ("--competencia", "08/2026", "--clinica", "aurora", "--portal", "cassind")

    def radar() -> dict[str, Any]:
        command(["recurso", "--radar", *scope, "--json", "--pasta", str(year.folder)])
        found: dict[str, Any] = json.loads(capsys.readouterr().out)
        return found

    before = radar()
    months = scope_of(year, ledger, "08/2026", "08/2026", "aurora").months
    waits = next(p for mes in months if mes.portal == "cassind" for p in ledger.problems.of(mes) if p.kind == SILENT)
    accept(ledger, months, waits.id, who="Ana", reason="a operadora pagou por fora")
    after = radar()
    (ended,) = after["encerrados"]
    assert (before["encerrados"], ended["lancamento"]) == ([], waits.entry_id)
    assert before["a_cobrar"] - after["a_cobrar"] in (ended["valor"], 0)
    assert {each["lancamento"] for each in before["sem_retorno"]} - {
        each["lancamento"] for each in after["sem_retorno"]
    } == {waits.entry_id}
