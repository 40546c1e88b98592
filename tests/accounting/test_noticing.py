"""What no sheet of a pack shows is said beside it: months that are not there, money of such months, likely slips."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from agent.accounting.noticing import avisos_of
from agent.cli.main import command
from agent.config.office import Office
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.valor import write_valor

TODAY = date(2026, 12, 1)
AURORA = (("aurora", "ipasem"), ("aurora", "cassind"))
EVERY = (*AURORA, ("vale-sereno", "ipasem"))


@pytest.fixture
def office(year: Office) -> Office:
    """The year with nothing of the accountant's."""
    for name in ("notas.csv", "banco.csv"):
        (year.contas / name).unlink()
    return year


def told(
    office: Office, ledger: Ledger, first: str, last: str, accounts: tuple[tuple[str, str], ...] = EVERY
) -> list[str]:
    return avisos_of(office, ledger, accounts, (Competencia.read(first), Competencia.read(last)), TODAY)


def forget(ledger: Ledger, clinica: str, *months: str) -> None:
    """As though the ledger never had these months of a clinic."""
    for month in map(Competencia.read, months):
        elsewhere = f"2006-{month.mes:02d}", clinica, month.iso
        ledger.database.connection.execute(
            "update mes set competencia = ? where clinica = ? and competencia = ?", elsewhere
        )


def test_within_the_months_of_the_ledger_nothing_is_said(office: Office, ledger: Ledger) -> None:
    assert told(office, ledger, "11/2025", "10/2026") == []


def test_months_asked_for_that_the_ledger_does_not_have_are_said(office: Office, ledger: Ledger) -> None:
    assert told(office, ledger, "08/2025", "12/2026") == [
        "Fora do pacote: o livro não tem 08/2025 a 10/2025 e 11/2026 a 12/2026."
    ]


def test_a_span_that_the_ledger_has_nothing_of_is_not_said_here(office: Office, ledger: Ledger) -> None:
    assert told(office, ledger, "11/2027", "12/2027") == []


def test_a_month_that_only_one_account_misses_is_said_of_that_one(office: Office, ledger: Ledger) -> None:
    forget(ledger, "vale-sereno", "03/2026", "05/2026")
    accounts = (*EVERY, ("vale-sereno", "cassind"))  # an access that never had a month misses none
    assert told(office, ledger, "11/2025", "10/2026", accounts) == [
        "Fora do pacote: o livro não tem 03/2026 e 05/2026 de vale-sereno, ipasem."
    ]


def bank(office: Office, *rows: str) -> None:
    head = "clinica;portal;competencia;data;historico;valor"
    (office.contas / "banco.csv").write_text("\n".join((head, *rows)), encoding="utf-8")


SAME = "aurora;ipasem;09/2026;09/11/2026;TED 12;965,00"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((SAME, SAME), "Dois"),
        ((SAME, SAME, SAME), "3"),
        ((SAME, SAME.replace("09/2026", "10/2026")), ""),
        ((SAME, SAME.replace("TED 12", "TED 13")), ""),
        ((SAME, SAME.replace("965,00", "965,01")), ""),
        ((SAME, SAME.replace("09/11", "10/11")), ""),
        ((SAME, SAME.replace("ipasem", "cassind")), ""),
        ((SAME.replace("aurora", "vale-sereno"),) * 2, ""),  # of a clinic that is not asked for
        ((SAME.replace("09/2026", "08/2026"),) * 2, ""),  # of a month that is not
    ],
)
def test_deposits_that_are_alike_are_said(office: Office, ledger: Ledger, rows: tuple[str, ...], said: str) -> None:
    bank(office, *rows)
    sentence = (
        f"{said} depósitos iguais de R$ 965,00 em 09/11/2026 (aurora, ipasem, 09/2026, TED 12): confira se um não está "
        "repetido."
    )
    assert told(office, ledger, "09/2026", "10/2026", AURORA) == ([sentence] if said else [])


def test_notes_and_deposits_of_a_day_that_is_still_to_come_are_said(office: Office, ledger: Ledger) -> None:
    bank(
        office,
        "aurora;ipasem;10/2026;01/12/2026;TED;9,00",
        "aurora;ipasem;10/2026;02/12/2026;TED;10,00",
        "vale-sereno;ipasem;10/2026;02/12/2026;TED;10,00",
    )
    head = "clinica;portal;competencia;numero;data;valor"
    notes = ("aurora;ipasem;10/2026;77;03/12/2026;11,00", "aurora;ipasem;09/2026;76;03/12/2026;12,00")
    (office.contas / "notas.csv").write_text("\n".join((head, *notes)), encoding="utf-8")
    assert told(office, ledger, "10/2026", "10/2026", AURORA) == [
        "Com data que ainda não chegou, de aurora, ipasem, 10/2026: a nota 77, de R$ 11,00 em 03/12/2026; o depósito "
        "de R$ 10,00 em 02/12/2026. Confira a data."
    ]


def test_the_command_says_it_and_its_line_adds_up(
    office: Office, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agent.cli.pacote.utc_now", lambda: datetime(2026, 11, 9, 12, tzinfo=UTC))
    tomorrow = "aurora;ipasem;09/2026;10/11/2026;TED 14;1,00"
    bank(office, SAME, SAME, tomorrow)
    scope = ("--competencia", "09/2026", "--desde", "10/2025", "--clinica", "aurora", "--pasta", str(office.folder))
    command(["pacote", *scope])
    line, *avisos = capsys.readouterr().out.splitlines()
    command(["pacote", *scope, "--json"])
    answer = json.loads(capsys.readouterr().out)
    (figures,) = answer["pacotes"]
    names = ("liberado", "glosado", "em_recurso", "perda", "pendente", "diferenca")
    parts = [(name.replace("_", " ").replace("diferenca", "diferença"), figures[name]) for name in names]
    assert [name for name, valor in parts if not valor] == ["em recurso", "perda"]  # what is nothing is left out
    assert figures["diferenca"] < 0
    shown = " ".join(f"{'-' if valor < 0 else '+'} {name} {write_valor(abs(valor))}" for name, valor in parts if valor)
    assert Path(figures["arquivo"]).is_file()
    assert line.endswith(f" lançamentos, informado {write_valor(figures['informado'])} = {shown.removeprefix('+ ')}")
    assert figures["informado"] == sum(valor for _, valor in parts)
    assert avisos == answer["avisos"]
    assert [aviso.partition(" de ")[0] for aviso in avisos] == [
        "Fora do pacote: o livro não tem 10/2025.",
        "Dois depósitos iguais",
        "Com data que ainda não chegou,",
    ]
