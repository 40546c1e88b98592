"""From a clinic's files to the ledger's plan: what two files say, and what a corrected copy changes."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from openpyxl import load_workbook

from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.entry import State
from agent.runner.desk import Desk
from agent.runner.sheets import SheetsRead, import_sheets
from spreadsheets.marking.giving_back import give_back
from spreadsheets.reading.leitura import Leitura
from tests.spreadsheets.reading.sheet_file import HEADING, ROW, read, xlsx

OTHER = (2678556, date(2026, 10, 6), "Beto Sá", "7015-2", "50000616", 65)
WRONG = (2678557, date(2026, 12, 1), "Cleo Dias", "7016-2", "50000616", 65)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "livro", journal=tmp_path / "diario", evidence_dir=tmp_path / "provas") as ledger:
        yield ledger


def imported(ledger: Ledger, *leituras: Leitura) -> SheetsRead:
    mes = ledger.months.open("vale", "ipasem", "conta", Competencia(2026, 10))
    return import_sheets(cast(Desk, SimpleNamespace(ledger=ledger)), mes, leituras)


def rows(ledger: Ledger) -> dict[int, tuple[str, date, State]]:
    """Each entry of the ledger by its own number, which stays when it is the same entry."""
    (mes,) = ledger.months.all()
    return {
        e.id: (e.lancamento.numero_autorizacao, e.lancamento.data, e.state)
        for e in ledger.entries.of(mes)
        if e.state is not State.CANCELADA
    }


def test_a_row_that_two_files_hold_alike_is_one_entry_and_is_told(tmp_path: Path, ledger: Ledger) -> None:
    first = read(xlsx(tmp_path, HEADING, ROW, OTHER, name="a IPASEM 10-2026.xlsx"))
    second = read(xlsx(tmp_path, HEADING, OTHER, name="b IPASEM 10-2026.xlsx"))
    said = imported(ledger, first, second)
    assert sorted(number for number, _, _ in rows(ledger).values()) == ["2678555", "2678556"]
    assert said.avisos == ("Plan1!2: repete a IPASEM 10-2026.xlsx; será lançada uma vez só",)


def test_a_row_on_which_two_files_disagree_is_held_in_the_second(tmp_path: Path, ledger: Ledger) -> None:
    first = read(xlsx(tmp_path, HEADING, ROW, name="a IPASEM 10-2026.xlsx"))
    second = read(xlsx(tmp_path, HEADING, (*ROW[:5], 80), OTHER, name="b IPASEM 10-2026.xlsx"))
    imported(ledger, first, second)
    (mes,) = ledger.months.all()
    assert [e.lancamento.valor_informado for e in ledger.entries.of(mes)] == [6500, 6500]
    held = [row for reading in ledger.entries.readings(mes) for row in reading.rejeitadas]
    assert [(row.linha, row.motivo) for row in held] == [
        (
            2,
            "mesma autorização, código e data de a IPASEM 10-2026.xlsx, linha 2, com outros dados. "
            "Confirme com a clínica qual vale.",
        )
    ]


def test_of_a_corrected_copy_only_what_changed_comes_into_the_plan(tmp_path: Path, ledger: Ledger) -> None:
    sent = xlsx(tmp_path, HEADING, ROW, OTHER, WRONG)
    imported(ledger, read(sent))
    before = rows(ledger)
    copy = give_back(sent, tmp_path / "volta" / sent.name, read(sent), (), ())
    assert (imported(ledger, read(copy)).avisos[1:], rows(ledger)) == ((), before)
    _correct(copy, "B4", date(2026, 10, 7))
    imported(ledger, read(copy))
    after = rows(ledger)
    new = [entry for number, entry in after.items() if number not in before]
    assert {number: after[number] for number in before} == before
    assert new == [("2678557", date(2026, 10, 7), State.PENDENTE)]


def test_a_row_that_leaves_a_renamed_file_leaves_the_plan(tmp_path: Path, ledger: Ledger) -> None:
    imported(ledger, read(xlsx(tmp_path, HEADING, ROW, OTHER, name="IPASEM 10-2026.xlsx")))
    renamed = imported(ledger, read(xlsx(tmp_path, HEADING, ROW, OTHER, name="IPASEM 10-2026 v2.xlsx")))
    assert (renamed.avisos, len(rows(ledger))) == ((), 2)
    imported(ledger, read(xlsx(tmp_path, HEADING, OTHER, name="IPASEM 10-2026 v2.xlsx")))
    assert [number for number, _, _ in rows(ledger).values()] == ["2678556"]


def test_a_row_that_leaves_after_its_copy_was_deleted_leaves_the_plan(tmp_path: Path, ledger: Ledger) -> None:
    first, copy = (xlsx(tmp_path, HEADING, ROW, OTHER, name=f"{name} IPASEM 10-2026.xlsx") for name in "ab")
    imported(ledger, read(first), read(copy))
    deleted = imported(ledger, read(first))
    assert (deleted.avisos, len(rows(ledger))) == ((), 2)
    imported(ledger, read(xlsx(tmp_path, HEADING, OTHER, name=first.name)))
    assert [number for number, _, _ in rows(ledger).values()] == ["2678556"]
    before = ledger.checks.anchor()
    imported(ledger, read(xlsx(tmp_path, HEADING, OTHER, name=first.name)))
    assert (ledger.checks.anchor(), ledger.auditor.audit().findings) == (before, ())


def test_a_file_that_is_gone_takes_its_own_rows_only(tmp_path: Path, ledger: Ledger) -> None:
    first = read(xlsx(tmp_path, HEADING, ROW, name="a IPASEM 10-2026.xlsx"))
    imported(ledger, first, read(xlsx(tmp_path, HEADING, ROW, OTHER, name="b IPASEM 10-2026.xlsx")))
    told = "b IPASEM 10-2026.xlsx: não está mais entre as planilhas; 1 lançamento saiu do plano"
    assert imported(ledger, first).avisos == (told,)
    assert [number for number, _, _ in rows(ledger).values()] == ["2678555"]
    assert imported(ledger, first).avisos == ()


def _correct(path: Path, cell: str, value: date) -> None:
    book = load_workbook(path)
    book.worksheets[0][cell] = value
    book.save(path)
