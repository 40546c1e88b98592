"""A month that somebody audited and that a late return changes says so, to who works and to who signed."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from agent.accounting.auditing import audit_office, sign_months
from agent.accounting.receiving import receive
from agent.cli.main import command
from agent.config.office import Office
from agent.ledger.months import Mes
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.demonstrativo import LinhaRetorno
from agent.runner.conciliation import post_returns
from tests.accounting.conftest import NOW
from tests.accounting.returning import is_returned
from tests.ledger.office import confirmed

MONTH, PAIR = Competencia(2026, 8), ("aurora", "cassind")
HOME = ("--competencia", "08/2026", "--clinica", "aurora", "--portal", "cassind")


@pytest.fixture
def mes(year: Office, ledger: Ledger) -> Mes:
    """August at CASSIND, with entries that nobody answered, which Ana signed."""
    sign_months(year, MONTH, (PAIR,), audit_office(year, NOW).anchor, "Ana")
    found = ledger.months.find(*PAIR, MONTH)
    assert found is not None
    return found


def late_return(year: Office, ledger: Ledger, mes: Mes, folder: Path) -> int:
    """October's file pays an entry that August left without an answer; gives how much."""
    saldos = ledger.returns.balances(mes)
    entry = next(e for e in ledger.entries.of(mes) if saldos[e.id].pendente)
    asked, valor = entry.lancamento, saldos[entry.id].pendente
    reais = f"{valor // 100},{valor % 100:02d}"
    row = f"{asked.numero_autorizacao};{asked.codigo_procedimento};{asked.data:%d/%m/%Y};{asked.quantidade}"
    file = folder / "outubro.csv"
    file.write_text(f"guia;codigo;data;qtd;informado;liberado\n{row};{reais};{reais}\n", encoding="utf-8")
    receive(year, ledger, file, clinica=PAIR[0], portal=PAIR[1], competencia=Competencia(2026, 10), sure=True)
    post_returns(ledger, mes)
    return valor


def told(year: Office, capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    command([*words, *HOME, "--json", "--pasta", str(year.folder)])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_how_a_month_stands_is_shown(year: Office, mes: Mes, capsys: pytest.CaptureFixture[str]) -> None:
    (figures,) = told(year, capsys, "situacao")["resultados"]
    assert (figures["situacao"], [a for a in figures["avisos"] if "auditado" in a]) == ("auditada", [])
    command(["situacao", *HOME, "--pasta", str(year.folder)])
    (line,) = [each for each in capsys.readouterr().out.splitlines() if "auditada" in each]
    assert line.split() == ["aurora", "cassind", "08/2026", "auditada"]


def test_a_late_return_that_changes_an_audited_month_is_told_until_it_is_signed_again(
    year: Office, ledger: Ledger, mes: Mes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sum(s.liberado for s in ledger.returns.balances(mes).values())
    pending = sum(s.pendente for s in ledger.returns.balances(mes).values())
    late_return(year, ledger, mes, tmp_path)
    after = sum(s.liberado for s in ledger.returns.balances(mes).values())
    left = sum(s.pendente for s in ledger.returns.balances(mes).values())

    def reais(centavos: int) -> str:
        return f"{centavos // 100:,}".replace(",", ".") + f",{centavos % 100:02d}"

    def warned() -> list[str]:
        (figures,) = told(year, capsys, "situacao")["resultados"]
        return [aviso for aviso in figures["avisos"] if "auditado" in aviso]

    first = warned()
    audit_office(year, NOW)
    sign_months(year, MONTH, (PAIR,), ledger.checks.anchor(), "Bia")
    assert after > before
    assert first[0].endswith(
        f"por Ana; mudou depois: liberado de {reais(before)} para {reais(after)}, "
        f"pendente de {reais(pending)} para {reais(left)}"
    )
    assert (len(first), warned()) == (1, [])


def test_the_pack_shows_what_the_auditor_signed_and_what_is_known_today(
    year: Office, ledger: Ledger, mes: Mes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    valor = late_return(year, ledger, mes, tmp_path)
    (written,) = told(year, capsys, "pacote")["pacotes"]
    book = load_workbook(written["arquivo"], read_only=True, data_only=True)
    rows: list[list[Any]] = [[c for c in row if c is not None] for row in book["Resumo"].iter_rows(values_only=True)]
    book.close()
    start = next(number for number, row in enumerate(rows) if row and str(row[0]).startswith("Mudou depois da audit"))
    changes = {row[3]: (row[4], row[5], row[6], row[7]) for row in rows[start + 2 : start + 4]}
    assert set(changes) == {"Liberado", "Pendente"}
    assert round(changes["Liberado"][2] * 100) == valor == -round(changes["Pendente"][2] * 100)
    assert round((changes["Liberado"][0] + changes["Liberado"][2]) * 100) == round(changes["Liberado"][1] * 100)
    assert changes["Liberado"][3].endswith(", Ana")


def test_an_older_month_s_item_that_a_person_must_place_makes_no_doubts_of_this_month_s(
    year: Office, ledger: Ledger, mes: Mes
) -> None:
    novembro = ledger.months.open(*PAIR, mes.account, Competencia(2026, 11))
    (row, *_) = ledger.entries.of(mes)
    sheet = row.lancamento.model_copy(update={"competencia": novembro.competencia, "numero_autorizacao": "77000001"})
    ledger.entries.import_(novembro, [sheet], arquivo="n", sha256="", lidas=1, rejeitadas=(), ignoradas=0)
    lease = ledger.leases.take(novembro.portal, novembro.account, "teste", timedelta(hours=1))
    (entry,) = ledger.entries.of(novembro)
    ledger.attempts.confirm(ledger.attempts.open(lease, [entry]), confirmed(entry))
    other_code = LinhaRetorno(1, row.lancamento.numero_autorizacao, "99999999", row.lancamento.data, 1, 100, 100, 0)
    is_returned(ledger, novembro, [other_code])
    assert [p.kind for p in ledger.problems.of(novembro)] == ["linha_duvidosa"]


def test_a_file_of_older_months_items_makes_no_doubts_of_this_month_s(
    year: Office, ledger: Ledger, mes: Mes, tmp_path: Path
) -> None:
    october = ledger.months.find(*PAIR, Competencia(2026, 10))
    assert october is not None
    before = len(ledger.problems.of(october))
    late_return(year, ledger, mes, tmp_path)
    assert len(ledger.problems.of(october)) == before
