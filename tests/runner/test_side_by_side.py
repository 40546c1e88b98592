"""A row held in one of two tables side by side belongs to that table's portal."""

from pathlib import Path

from agent.ledger.months import Mes
from agent.model.competencia import Competencia
from agent.runner.sheets import sheet_hashes
from tests.spreadsheets.reading.sheet_file import HEADING, ROW, read, xlsx

CASSIND = ("Guia", "Data", "Paciente", "Carteirinha", "TUSS", "Valor", "CRM")
GUIA = ("00452X", ROW[1], "Bruno Tauber", "00414232204030606", "10101012", 110, "31207")


def of(portal: str) -> Mes:
    return Mes(1, "vale", portal, "login", Competencia(2026, 10), "aberta", 1)


def test_a_row_held_in_one_of_two_tables_side_by_side_is_its_own_portals(tmp_path: Path) -> None:
    titles = ("IPASEM", *[None] * 6, "CASSIND")
    left, right = ("28577X", *ROW[1:]), (None,) * 7
    ipasem = read(xlsx(tmp_path, titles, (*HEADING, None, *CASSIND), (*left, None, *right), name="a 10-2026.xlsx"))
    other = read(xlsx(tmp_path, titles, (*HEADING, None, *CASSIND), (*right, *GUIA), name="b 10-2026.xlsx"))
    assert [r.celula for leitura in (ipasem, other) for r in leitura.rejeitadas] == ["A3", "H3"]
    assert [bool(sheet_hashes([leitura], of("ipasem"))) for leitura in (ipasem, other)] == [True, False]
    assert [bool(sheet_hashes([leitura], of("cassind"))) for leitura in (ipasem, other)] == [False, True]
