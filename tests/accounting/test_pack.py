"""The accountant's workbook tells the ledger's figures, to the centavo, and nobody's name."""

import os
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from agent.accounting.exports import write_exports
from agent.accounting.pack import gather
from agent.config.office import Office
from agent.ledger.store import Ledger
from agent.model.demonstrativo import Deducao, Demonstrativo
from agent.model.valor import as_decimal
from spreadsheets.writing.pack.report import Pack, Retencao
from spreadsheets.writing.pack.tabs import MONEY
from spreadsheets.writing.pack.workbook import write_pack
from spreadsheets.writing.report import GroupKey
from tests.accounting.conftest import scope_of
from tests.spreadsheets.writing.recompute import Recomputed

_PEOPLE = ("Adelina", "Prokop", "Benício", "Tauber", "Clotilde", "Fabrício", "Gislaine", "Ferrazzo")


@pytest.fixture
def pack(year: Office, ledger: Ledger) -> Pack:
    """Two months of one clinic, with an appeal in each of its states."""
    office = scope_of(year, ledger, "12/2025", "01/2026", "vale-sereno")
    refused = [
        (entry_id, saldo.glosado)
        for mes in office.months
        for entry_id, saldo in ledger.returns.balances(mes).items()
        if saldo.glosado > 1
    ]
    (sent, valor), (accepted, lost) = refused[:2]
    number = ledger.appeals.draft(sent, valor, motivo="1705", justificativa="conforme a tabela")
    ledger.appeals.send(number, office.today, "R-1")
    ledger.appeals.accept(accepted, lost, who="Ana", reason="sem documento")
    return gather(office, titulo="Pacote do contador – Vale Sereno")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pacote.xlsx"


def _formulas(path: Path) -> list[tuple[str, str]]:
    book = load_workbook(path)
    return [
        (sheet.title, cell.coordinate)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


def test_every_figure_shown_is_what_its_formula_comes_to(pack: Pack, path: Path) -> None:
    write_pack(path, pack)
    live, shown = Recomputed(load_workbook(path)), load_workbook(path, data_only=True)
    cells = _formulas(path)
    assert len(cells) > 60
    for sheet, cell in cells:
        seen, found = shown[sheet][cell].value, live.value(sheet, cell)
        assert seen == found or abs(Decimal(str(seen)) - Decimal(str(found))) < Decimal("0.00001"), (sheet, cell)


def test_the_workbook_s_sums_are_the_ledger_s_postings(pack: Pack, path: Path, ledger: Ledger) -> None:
    write_pack(path, pack)
    book = Recomputed(load_workbook(path))
    total = next(row for row in range(7, 40) if book.value("Resumo", f"A{row}") == "Total")
    shown = [book.value("Resumo", f"{letter}{total}") for letter in "EFGHIJK"]
    posted = dict(
        ledger.database.connection.execute(
            "select p.account, sum(p.valor) from posting p join lancamento l on l.id = p.lancamento_id"
            " join mes m on m.id = l.mes_id where m.clinica = 'vale-sereno'"
            " and m.competencia between '2025-12' and '2026-01' group by p.account"
        ).fetchall()
    )
    names = ("liberado", "glosado", "em_recurso", "perda", "pendente", "diferenca_tabela")
    assert MONEY[0] == "Informado"
    assert shown == [as_decimal(-posted["informado"]), *(as_decimal(posted.get(name, 0)) for name in names)]


def test_what_was_withheld_from_payments_is_listed_and_totalled_by_kind_with_live_formulas(
    pack: Pack, path: Path
) -> None:
    key, day = pack.keys[0], date(2026, 2, 10)
    paid = [
        Retencao(key=key, demonstrativo="77", data=day, tipo=tipo, texto=f"{tipo} 1%", protocolo="240101",
                 autorizacao="2988001", valor=valor)
        for tipo, valor in (("IRRF", -330), ("ISS", -1100), ("IRRF", -70), ("Ajuste de pagamento anterior", 250))
    ]  # fmt: skip
    write_pack(path, replace(pack, retencoes=tuple(paid)))
    book, sheet = Recomputed(load_workbook(path)), load_workbook(path)["Deduções do pagamento"]
    heads = [cell.value for cell in sheet[4]]
    title = "Deduções do pagamento (do demonstrativo)"
    top = next(row for row in range(1, 120) if book.value("Resumo", f"A{row}") == title)
    shown = [[book.value("Resumo", f"{letter}{row}") for letter in "ABC"] for row in range(top + 2, top + 6)]
    assert [[sheet.cell(row, heads.index(head) + 1).value for head in ("Tipo", "Valor")] for row in (5, 6)] == [
        ["IRRF", -3.3],
        ["ISS", -11],
    ]
    assert book.value("Deduções do pagamento", "J3") == Decimal("-12.5")
    assert shown == [
        ["Ajuste de pagamento anterior", Decimal("2.5"), 1],
        ["IRRF", Decimal("-4"), 2],
        ["ISS", Decimal("-11"), 1],
        ["Total", Decimal("-12.5"), None],
    ]


def test_what_the_ledger_holds_of_payments_is_in_the_pack(year: Office, ledger: Ledger) -> None:
    scope = scope_of(year, ledger, "12/2025", "01/2026", "vale-sereno")
    mes = scope.months[0]
    irrf = Deducao("77", date(2026, 1, 20), "IRRF", "IRRF 1,5%", -98, "240101", "2988001")
    report = Demonstrativo(mes.portal, mes.competencia, (), 0, 0, 0, (), deducoes=(irrf,), pagamentos=("77",))
    ledger.returns.import_(mes, report, "arquivo de pagamento")
    key = GroupKey(mes.clinica, mes.portal, mes.competencia)
    assert [r for r in gather(scope, titulo="x").retencoes if r.demonstrativo == "77"] == [
        Retencao(key=key, demonstrativo="77", data=date(2026, 1, 20), tipo="IRRF", texto="IRRF 1,5%",
                 protocolo="240101", autorizacao="2988001", valor=-98)
    ]  # fmt: skip


def test_every_check_holds(pack: Pack, path: Path) -> None:
    write_pack(path, pack)
    book = load_workbook(path, data_only=True)["Resumo"]
    told = [cell.value for row in book.iter_rows() for cell in row if cell.value in ("confere", "NÃO CONFERE")]
    assert (set(told), len(told)) == ({"confere"}, 2 + 1 + 4)


def test_a_lost_centavo_is_shouted(pack: Pack, path: Path) -> None:
    first, *rest = pack.contas
    write_pack(path, replace(pack, contas=(replace(first, informado=first.informado + 1), *rest)))
    book = Recomputed(load_workbook(path))
    cells = [cell for sheet, cell in _formulas(path) if sheet == "Resumo"]
    assert [book.value("Resumo", cell) for cell in cells].count("NÃO CONFERE") == 3


def test_no_patient_is_in_the_file_unless_asked_for(pack: Pack, path: Path) -> None:
    write_pack(path, pack)
    bare = _text(path)
    write_pack(path, pack, com_paciente=True)
    assert [name for name in _PEOPLE if name in bare] == []
    assert all(conta.beneficiario in _text(path) for conta in pack.contas)


def test_what_was_read_never_becomes_a_formula(pack: Pack, path: Path) -> None:
    first, *rest = pack.contas
    hostile = replace(first, motivo='=HYPERLINK("http://exemplo","x")', movimento="+1", arquivo="@x\x01.xlsx")
    write_pack(path, replace(pack, contas=(hostile, *rest)))
    sheet = load_workbook(path)["Lançamentos"]
    heads = [cell.value for cell in sheet[4]]
    cells = {head: sheet.cell(5, heads.index(head) + 1) for head in ("Motivo", "Movimento", "Arquivo")}
    assert [(cell.data_type, cell.value) for cell in cells.values()] == [
        ("s", hostile.motivo),
        ("s", "+1"),
        ("s", "@x\ufffd.xlsx"),
    ]


def test_every_entry_reaches_its_return_line_and_its_proof_in_three_steps(pack: Pack, path: Path) -> None:
    write_pack(path, pack)
    book = load_workbook(path)
    entry = next(number for number, conta in enumerate(pack.contas, start=5) if conta.situacao == "paga")
    tie = _follow(book, "Lançamentos", entry, "Conciliação")
    line = _follow(book, *tie, "Retorno")
    proof = _follow(book, *line, "Prova")
    heads = [cell.value for cell in book["Trilha"][4]]
    sha256 = book["Trilha"].cell(proof[1], heads.index("SHA-256") + 1).value
    assert sha256 in {prova.sha256 for prova in pack.provas}
    assert book["Retorno"].cell(line[1], 4).value == pack.contas[entry - 5].item.autorizacao


def test_a_line_of_next_month_s_return_answers_with_its_proof_and_is_no_money_of_this_month(
    year: Office, ledger: Ledger, path: Path
) -> None:
    march = gather(scope_of(year, ledger, "03/2026", "03/2026"), titulo="março")
    write_pack(path, march)
    book, live = load_workbook(path), Recomputed(load_workbook(path))
    notas = book["Notas e banco"]
    months = {str(notas.cell(row, 3).value) for row in range(5, notas.max_row + 1)}
    own = sum(line.liberado for line in march.retornos if line.item.key.competencia.iso == "2026-03")
    others = [line for line in march.retornos if line.item.key.competencia.iso != "2026-03"]
    heads = [cell.value for cell in book["Retorno"][4]]
    proofs = [book["Retorno"].cell(row, heads.index("Prova") + 1) for row in range(5, 5 + len(march.retornos))]
    assert (months, len(others) > 0) == ({"2026-03-01 00:00:00"}, True)
    assert [live.value("Notas e banco", cell) for cell in ("D3", "G3")] == [as_decimal(own), Decimal()]
    assert [cell.coordinate for cell in proofs if cell.hyperlink is None] == []
    assert {line.prova for line in others} <= {prova.sha256 for prova in march.provas}
    assert march.provas == tuple(dict.fromkeys(march.provas))


def test_the_exports_add_up_and_quote_what_looks_like_a_formula(pack: Pack, path: Path) -> None:
    first, *rest = pack.contas
    table, bank = write_exports(path, replace(pack, contas=(replace(first, motivo="=1+1"), *rest)))
    rows = [line.split(";") for line in table.read_text(encoding="utf-8-sig").splitlines()]
    money = rows[0].index("informado")
    total = sum(Decimal(row[money].replace(",", ".")) for row in rows[1:])
    assert (total, rows[1][-1]) == (sum(as_decimal(conta.informado) for conta in pack.contas), "'=1+1")
    assert bank.read_text(encoding="utf-8").count("<STMTTRN>") == len(pack.depositos) == 2


def test_a_deposit_has_one_id_in_the_month_s_the_year_s_and_the_office_s_pack(
    year: Office, ledger: Ledger, tmp_path: Path
) -> None:
    scopes = [("03/2026", "03/2026", "aurora"), ("11/2025", "10/2026", "aurora"), ("11/2025", "10/2026")]
    found = []
    for number, words in enumerate(scopes):
        _, bank = write_exports(tmp_path / f"{number}.xlsx", gather(scope_of(year, ledger, *words), titulo="x"))
        rows = re.findall("<FITID>(.+?)</FITID><MEMO>(.+?)</MEMO>", bank.read_text(encoding="utf-8"))
        found.append({memo: fitid for fitid, memo in rows})
    month, months, office = found
    assert 0 < len(month) < len(months) < len(office) == len(set(office.values()))
    assert month.items() <= months.items() <= office.items()


def test_the_exports_are_as_private_as_the_workbook(pack: Pack, path: Path) -> None:
    write_pack(path, pack)
    modes = {file.stat().st_mode for file in (path, *write_exports(path, pack))}
    assert len(modes) == 1


def test_an_empty_month_makes_a_whole_workbook(year: Office, ledger: Ledger, path: Path) -> None:
    office = scope_of(year, ledger, "01/2020", "01/2020")
    write_pack(path, gather(office, titulo="vazio"))
    assert load_workbook(path).sheetnames == [
        "Resumo",
        "Lançamentos",
        "Retorno",
        "Conciliação",
        "Glosas e recursos",
        "Sem retorno",
        "Deduções do pagamento",
        "Repasse por profissional",
        "Notas e banco",
        "Depósitos",
        "Trilha",
    ]


@pytest.mark.long
def test_libreoffice_comes_to_the_same_centavo(pack: Pack, path: Path, tmp_path: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    assert office, "LibreOffice is not installed: make test-long installs it"
    write_pack(path, pack)
    profile = tmp_path / "perfil"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS_RECALCULATE, encoding="utf-8")
    command = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "xlsx"]
    done = [*command, "--outdir", str(tmp_path / "refeito"), str(path)]
    subprocess.run(done, check=True, capture_output=True, env={**os.environ, "HOME": str(tmp_path)}, timeout=300)
    ours, theirs = (load_workbook(file, data_only=True) for file in (path, tmp_path / "refeito" / path.name))
    for sheet, cell in _formulas(path):
        seen, found = ours[sheet][cell].value, theirs[sheet][cell].value
        assert seen == found or round(Decimal(str(seen)), 4) == round(Decimal(str(found)), 4), (sheet, cell)


_ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>
"""


def _follow(book: object, sheet: str, row: int, heading: str) -> tuple[str, int]:
    """Where the link in a row leads."""
    tab = book[sheet]  # type: ignore[index]
    column = [cell.value for cell in tab[4]].index(heading) + 1
    target = tab.cell(row, column).hyperlink.location
    name, _, cell = target.partition("!")
    return name.strip("'"), int("".join(c for c in cell if c.isdigit()))


def _text(path: Path) -> str:
    with ZipFile(path) as parts:
        return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
