"""A row held in one of two tables side by side belongs to that table's portal, and holds nothing of the other's."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import cast

from agent.ledger.months import Mes
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.runner.desk import Desk
from agent.runner.sheets import import_sheets, sheet_hashes
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


def test_sessions_beyond_the_authorised_hold_nothing_of_the_table_beside(tmp_path: Path) -> None:
    common = ("Autorização", "Paciente", "Tipo", "Código", "Data")
    rows = [
        (
            *(1234567, "Adelina Prokop", "Seriado", "50000470", date(2026, 10, day), 1, None),
            *(2234560 + day, "Bruno Tauber", "Consulta", "10101012", date(2026, 10, day)),
        )
        for day in (5, 6)
    ]
    leitura = read(xlsx(tmp_path, (*common, "Sessões autorizadas", None, *common), *rows, name="CASSIND 10-2026.xlsx"))
    with Ledger.open(tmp_path / "livro", journal=tmp_path / "diario", evidence_dir=tmp_path / "provas") as ledger:
        mes = ledger.months.open("vale", "cassind", "conta", Competencia(2026, 10))
        import_sheets(cast(Desk, SimpleNamespace(ledger=ledger)), mes, [leitura])
        planned = [each.lancamento.numero_autorizacao for each in ledger.entries.of(mes)]
        (reading,) = ledger.entries.readings(mes)
    assert (planned, reading.lidas) == (["2234565", "2234566"], 4)
    why = "A guia 1234567 tem 2 sessões na planilha, e 1 autorizadas. Confirme com a clínica quais valem."
    assert [(held.linha, held.motivo) for held in reading.rejeitadas] == [(2, why), (3, why)]
