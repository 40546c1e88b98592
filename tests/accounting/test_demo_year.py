"""The year that a user is shown: every step of an appeal, treatments told session by session, and every centavo."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from agent.accounting.opening import open_books
from agent.config.load import load_office
from agent.demo.year import make_year
from tests.accounting.conftest import Cli, cli_of

Asked = Callable[..., Any]
PLACES = ("informado", "liberado", "glosado", "em_recurso", "perda", "pendente", "diferenca")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As `python -m agent.demo.year PASTA` makes it."""
    return make_year(tmp_path_factory.mktemp("ano") / "escritorio", durable=False).folder


@pytest.fixture
def cli(shown: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    """The command line there."""
    return cli_of(shown, capsys)


@pytest.fixture
def asked(cli: Cli) -> Asked:
    """What a command tells of it, read from its JSON."""
    return lambda *args: json.loads(cli(*args, "--json")[1])


def test_it_holds_appeals_in_every_state_and_of_every_outcome(asked: Asked) -> None:
    appeals = asked("recurso")["recursos"]
    kept = {
        "nothing": any(a["recuperado"] == a["valor"] for a in appeals),
        "a part": any(0 < a["recuperado"] < a["valor"] for a in appeals),
        "all": any(a["state"] == "respondido" and not a["recuperado"] for a in appeals),
    }
    assert ({a["state"] for a in appeals}, set(kept.values())) == ({"rascunho", "enviado", "respondido"}, {True})
    assert len([a for a in appeals if a["rodada"] == 1]) == len(appeals) > 30


def test_treatments_are_answered_by_a_line_for_each_session(shown: Path) -> None:
    with open_books(load_office(shown)) as ledger:
        (count,) = ledger.database.connection.execute(
            "select count(*) from (select 1 from match where pass_no = 5 group by lancamento_id having count(*) = 4)"
        ).fetchone()
        assert (count > 5, ledger.checks.violations(), ledger.auditor.audit().findings) == (True, [], ())


def test_the_commands_and_the_workbook_tell_the_same_of_all_of_it(asked: Asked, shown: Path) -> None:
    *clinics, office = asked("pacote", "--desde", "11/2025", "--competencia", "10/2026")["pacotes"]
    months = [asked("situacao", "--competencia", f"{m % 12 + 1:02d}/{2025 + m // 12}") for m in range(10, 22)]
    told = {place: sum(month["total"][f"valor_{place}"] for month in months) for place in PLACES}
    assert {place: office[place] for place in PLACES} == told
    assert told == {place: sum(clinic[place] for clinic in clinics) for place in PLACES}
    assert min(told["em_recurso"], told["perda"], told["glosado"]) > 0
    sheet = load_workbook(office["arquivo"], data_only=True)["Resumo"]
    checks = [cell.value for row in sheet.iter_rows() for cell in row if cell.value in ("confere", "NÃO CONFERE")]
    assert (set(checks), len(checks) > 36) == ({"confere"}, True)


@pytest.mark.parametrize(
    ("month", "clinica", "said"),
    [
        ("12/2025", "vale-sereno", "Nada espera uma pessoa."),
        ("03/2026", "aurora", "1 linha espera uma pessoa; 1 com o prazo vencido."),
        ("06/2026", "vale-sereno", "1 lançamento espera uma pessoa; 1 com o prazo vencido."),
        ("02/2026", "aurora", "2 linhas e 1 lançamento esperam uma pessoa; 3 com o prazo vencido."),
    ],
)
def test_what_waits_is_counted_in_one_sentence(cli: Cli, month: str, clinica: str, said: str) -> None:
    told = cli("conciliar", "--competencia", month, "--clinica", clinica, "--duvidas")[1]
    assert told.splitlines()[-1] == said
