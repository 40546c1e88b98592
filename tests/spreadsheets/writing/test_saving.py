"""The workbook takes its place whole, or what was there stays."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook

from agent.model.errors import InputError
from spreadsheets.writing.reconciliation import write_reconciliation
from spreadsheets.writing.saving import WorkbookBusy
from tests.spreadsheets.writing.office import month


def test_the_workbook_takes_the_place_of_an_earlier_one_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "2026-10" / "conciliação.xlsx"
    path.parent.mkdir()
    path.write_bytes(b"earlier")

    write_reconciliation(path, month())

    assert load_workbook(path).sheetnames == ["Resumo", "Lançamentos", "Retorno", "Divergências"]
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_in_the_workbook_s_place_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="é uma pasta, e aqui vai um arquivo"):
        write_reconciliation(tmp_path, month())

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    path = tmp_path / "aurora" / "2026-10" / "conciliacao.xlsx"

    write_reconciliation(path, month())

    assert path.is_file()


def test_a_workbook_open_in_excel_is_left_alone_and_the_operator_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "conciliacao.xlsx"
    path.write_bytes(b"open in Excel")

    def refuse(_self: Path, _target: Path) -> Path:
        raise PermissionError(13, "The process cannot access the file because it is being used by another process")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(WorkbookBusy) as refused:
        write_reconciliation(path, month())

    assert str(refused.value) == (
        f"{path}: A planilha está aberta em outro programa, ou a pasta não permite gravar. "
        "Feche-a e rode o comando de novo."
    )
    assert refused.value.exit_code == 2
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("conciliacao.xlsx", b"open in Excel")]


def test_a_disk_that_fills_up_leaves_the_earlier_workbook_and_no_rows_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "saida" / "conciliacao.xlsx"
    scratch = tmp_path / "rascunho"
    for folder in (path.parent, scratch):
        folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    path.write_bytes(b"earlier")

    def fill_up(_self: Workbook) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Workbook, "close", fill_up)
    with pytest.raises(OSError, match="No space left on device"):
        write_reconciliation(path, month())

    left = [p for p in tmp_path.rglob("*") if p.is_file()]
    assert [(p.name, p.read_bytes()) for p in left] == [("conciliacao.xlsx", b"earlier")]
