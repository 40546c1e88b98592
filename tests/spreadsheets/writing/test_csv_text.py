"""Text that a spreadsheet would take for a formula goes out of every CSV as text."""

import csv
import io
from types import SimpleNamespace
from typing import cast

import pytest

from agent.accounting.exports import safe_text
from agent.panel.table import Table, download
from agent.panel.visit import Visit
from spreadsheets.writing.cells import Kind
from spreadsheets.writing.table import Column

HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x";"y")')


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_the_accountants_csv_begins_as_a_formula(text: str) -> None:
    assert safe_text(text) == f"'{text}"


def test_no_text_of_a_csv_of_the_panel_begins_as_a_formula() -> None:
    visit = cast(Visit, SimpleNamespace(request=SimpleNamespace(path_params={"tipo": "csv"})))
    column: Column[str] = Column("Motivo", 10, Kind.TEXT, lambda text: text)
    body = bytes(download(visit, Table("Mês", "", [column], HOSTILE), "mes").body).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(body, newline=""), delimiter=";"))
    assert rows == [["Motivo"], *([f"'{text}"] for text in HOSTILE)]
