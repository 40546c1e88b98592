"""pacote as an operator types it: its files' names, its months and where it writes."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from agent.cli.main import command
from agent.config.office import Office
from agent.model.errors import InputError

Cli = Callable[..., tuple[object, str]]


@pytest.fixture
def cli(year: Office, capsys: pytest.CaptureFixture[str]) -> Cli:
    """A command line in the year's office: its code and what it says; an error is raised."""

    def faturista(*args: str) -> tuple[object, str]:
        code = command([*args, "--pasta", str(year.folder)])
        return code, capsys.readouterr().out

    return faturista


def test_a_narrower_pack_or_workbook_never_takes_the_whole_one_s_place(cli: Cli) -> None:
    month = ("--competencia", "09/2026", "--json")
    scopes = [("--portal", "cassind"), ("--portal", "ipasem"), ("--clinica", "vale-sereno")]
    packs = [
        [Path(each["arquivo"]).name for each in json.loads(cli("pacote", *month, *scope)[1])["pacotes"]]
        for scope in scopes
    ]
    assert packs == [
        ["pacote-aurora-cassind-2026-09.xlsx"],
        [
            "pacote-aurora-ipasem-2026-09.xlsx",
            "pacote-vale-sereno-2026-09.xlsx",  # all that this clinic has
            "pacote-escritorio-ipasem-2026-09.xlsx",
        ],
        ["pacote-vale-sereno-2026-09.xlsx"],
    ]
    books = [Path(json.loads(cli("conciliar", *month, *scope)[1])["planilha"]).name for scope in [(), *scopes[::2]]]
    assert books == [
        "conciliacao-2026-09.xlsx",
        "conciliacao-aurora-cassind-2026-09.xlsx",
        "conciliacao-vale-sereno-2026-09.xlsx",
    ]


@pytest.mark.parametrize(
    "words",
    [("pacote", "--competencia", "09/2026", "--saida"), ("copia", "--para"), ("evidencia", "ultima", "--para")],
)
def test_a_file_where_a_folder_should_be_is_refused_with_a_sentence(
    year: Office, cli: Cli, words: tuple[str, ...]
) -> None:
    with pytest.raises(InputError) as caught:
        cli(*words, str(year.file))
    assert ("é um arquivo, e aqui vai uma pasta" in caught.value.what, caught.value.do) == (True, "Diga uma pasta.")


@pytest.mark.parametrize(
    ("desde", "what"),
    [("10/2026", "10/2026 vem depois de 09/2026, o último mês."), ("13/2026", "competência inválida")],
)
def test_a_first_month_that_cannot_be_is_told_by_its_option(cli: Cli, desde: str, what: str) -> None:
    with pytest.raises(InputError, match=what) as caught:
        cli("pacote", "--competencia", "09/2026", "--desde", desde)
    assert caught.value.where == "--desde"


def test_months_that_the_ledger_does_not_have_are_said(cli: Cli) -> None:
    assert cli("pacote", "--competencia", "11/2027") == (0, "Nenhum mês no livro em 11/2027: nada foi gravado.\n")


def test_a_pack_with_patients_is_never_in_the_place_of_the_one_that_is_mailed(cli: Cli) -> None:
    scope = ("--competencia", "09/2026", "--clinica", "vale-sereno", "--json")
    _, told = cli("pacote", *scope, "--com-paciente")
    (pack,) = json.loads(told)["pacotes"]
    assert Path(pack["arquivo"]).name == "pacote-vale-sereno-com-pacientes-2026-09.xlsx"


def test_a_deposit_of_a_month_that_the_ledger_does_not_have_is_told(
    year: Office, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No pack shows it, so somebody must hear of it: a year typed wrongly hides money that came."""
    monkeypatch.setattr("agent.cli.pacote.utc_now", lambda: datetime(2027, 1, 4, 12, tzinfo=UTC))
    with (year.contas / "banco.csv").open("a", encoding="utf-8") as bank:
        bank.write("09/10/2026;aurora;ipasem;09/2025;TED;965,00\n09/10/2026;vale-sereno;ipasem;09/2025;TED;1,00\n")
    told = json.loads(cli("pacote", "--competencia", "09/2026", "--clinica", "aurora", "--json")[1])["avisos"]
    assert told == [
        "Fora do pacote: o depósito de R$ 965,00 em 09/10/2026. O livro não tem aurora, ipasem, 09/2025: confira a "
        "competência em contas."
    ]
