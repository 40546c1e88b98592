"""The Resumo: formulas that come to the same centavo as the verdicts, and that say so when something does not."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from agent.model.match import total
from spreadsheets.writing.reconciliation import write_reconciliation
from spreadsheets.writing.report import Reading, ReconciliationReport
from tests.spreadsheets.writing.office import AURORA, month
from tests.spreadsheets.writing.recompute import Cell, Recomputed

SHOWN = """
Clínica|Portal|Informado|Liberado|Glosado|Pendente|Diferença|% glosado|Confere
Clínica Aurora|IPASEM-NH|284.00|165.01|48.99|65.00|5.00|17.2%|confere
Bem-Estar Fisioterapia|CASSIND|120135.50|120050.50|40.00|45.00|0.00|0.0%|confere
Total||120419.50|120215.51|88.99|110.00|5.00|0.1%|confere

Clínica|Portal|Lidas|Rejeitadas|Não enviadas|Recusadas|Incertas|Lançadas|Pagas|Pagas a maior|Glosadas|Glosa parcial|Sem retorno|A conferir|Confere
Clínica Aurora|IPASEM-NH|10|2|1|1|1|5|1|0|1|1|1|1|confere
Bem-Estar Fisioterapia|CASSIND|4|0|0|0|0|4|1|0|0|2|0|1|confere
Total||14|2|1|1|1|9|2|0|1|3|1|2|confere

Clínica|Portal|Linhas|Casadas|Ajustes|Propostas|Estranhas|De outro mês|Informado|Liberado|Glosado|Confere
Clínica Aurora|IPASEM-NH|5|4|0|0|1|0|244.00|195.01|48.99|confere
Bem-Estar Fisioterapia|CASSIND|3|2|0|1|0|0|120135.50|120095.50|40.00|confere
Total||8|6|0|1|1|0|120379.50|120290.51|88.99|confere
"""  # noqa: E501

DOUBTS = {
    "incerta": (1, "65.00"),
    "linha rejeitada": (2, "0"),
    "recusada": (1, "65.00"),
    "não enviada": (1, "65.00"),
    "casamento proposto": (1, "45.00"),
    "diferença": (1, "5.00"),
    "glosa": (1, "24.00"),
    "glosa parcial": (3, "64.99"),
    "sem retorno": (1, "65.00"),
    "linha estranha": (1, "30.00"),
}


@pytest.fixture
def written(tmp_path: Path) -> Recomputed:
    return recomputed(tmp_path, month())


def recomputed(folder: Path, report: ReconciliationReport) -> Recomputed:
    path = folder / "conciliacao.xlsx"
    write_reconciliation(path, report)
    return Recomputed(load_workbook(path))


def block(book: Recomputed, top: int) -> list[str]:
    """A block from its headings to its total, without the month, as text."""
    rows = []
    for row in range(top, top + 4):
        headings = book.row("Resumo", top)
        cells = book.row("Resumo", row)
        rows.append("|".join(_shown(h, c) for h, c in zip(headings, cells, strict=True) if h != "Competência"))
    return rows


def _shown(heading: Cell, cell: Cell) -> str:
    money = {"Informado", "Liberado", "Glosado", "Pendente", "Diferença"}
    if isinstance(cell, Decimal) and heading == "% glosado":
        return f"{cell:.1%}"
    return f"{cell:.2f}" if isinstance(cell, Decimal) and heading in money else str(cell or ("" if cell is None else 0))


def test_the_blocks_come_to_these_figures(written: Recomputed) -> None:
    shown = [*block(written, 6), "", *block(written, 13), "", *block(written, 20)]

    assert shown == SHOWN.strip().splitlines()


def test_the_totals_are_the_verdicts_own(written: Recomputed) -> None:
    verdicts = total(entry.judged.totals for entry in month().entries if entry.judged)

    assert [written.value("Resumo", f"{letter}9") for letter in "DEFGH"] == [
        Decimal(centavos) / 100
        for centavos in (
            verdicts.informado,
            verdicts.liberado,
            verdicts.glosado,
            verdicts.pendente,
            verdicts.diferenca,
        )
    ]


def test_the_doubts_are_counted_and_summed_by_kind(written: Recomputed) -> None:
    rows = [written.row("Resumo", row) for row in range(28, 38)]

    assert {row[0]: (row[1], row[2]) for row in rows} == {
        kind: (Decimal(count), Decimal(amount)) for kind, (count, amount) in DOUBTS.items()
    }


def test_every_check_holds_and_the_seal_says_so(written: Recomputed) -> None:
    checks = {written.value("Resumo", f"A{row}"): written.value("Resumo", f"E{row}") for row in range(42, 48)}

    assert checks == dict.fromkeys(
        (
            "Informado = liberado + glosado + pendente + diferença",
            "Liberado = liberado nas linhas casadas e nos ajustes",
            "Glosado = glosado nas linhas casadas, menos os ajustes",
            "Glosado = glosas em Divergências",
            "Pendente = pendências em Divergências",
            "Diferença = diferenças em Divergências",
        ),
        "confere",
    )
    assert written.value("Resumo", "A3") == "Tudo confere, ao centavo."


def test_an_entry_lost_between_sheet_and_portal_breaks_the_seal(tmp_path: Path) -> None:
    report = month()

    book = recomputed(tmp_path, replace(report, readings=(Reading(AURORA, 11), *report.readings[1:])))

    assert book.value("Resumo", "P14") == "NÃO CONFERE"
    assert book.value("Resumo", "A3") == "NÃO CONFERE: veja as células em vermelho."


def test_a_centavo_lost_on_one_entry_breaks_the_seal(tmp_path: Path) -> None:
    report = month()
    first = report.entries[0]
    assert first.judged is not None
    short = replace(first.judged, totals=replace(first.judged.totals, liberado=first.judged.totals.liberado - 1))

    book = recomputed(tmp_path, replace(report, entries=(replace(first, judged=short), *report.entries[1:])))

    assert [book.value("Resumo", cell) for cell in ("J7", "J8", "E42", "E43", "A3")] == [
        "NÃO CONFERE",
        "confere",
        "NÃO CONFERE",
        "NÃO CONFERE",
        "NÃO CONFERE: veja as células em vermelho.",
    ]


def test_every_figure_shown_is_what_its_formula_comes_to(tmp_path: Path) -> None:
    path = tmp_path / "conciliacao.xlsx"
    write_reconciliation(path, month())
    live, shown = Recomputed(load_workbook(path)), load_workbook(path, data_only=True)
    formulas = [
        (sheet.title, cell.coordinate)
        for sheet in load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    different = []
    for sheet, cell in formulas:
        seen, found = shown[sheet][cell].value, live.value(sheet, cell)
        if seen != found and abs(Decimal(str(seen)) - Decimal(str(found))) > Decimal("0.00001"):
            different.append((sheet, cell, seen, found))
    assert (different, len(formulas) > 100) == ([], True)


def test_remarks_on_a_group_stand_at_the_end(written: Recomputed) -> None:
    assert written.row("Resumo", 52)[0::3] == ["Bem-Estar Fisioterapia", "O retorno de 10/2026 ainda está em análise."]


def test_a_month_with_nothing_in_it_still_confers(tmp_path: Path) -> None:
    report = month()

    book = recomputed(tmp_path, replace(report, readings=(), entries=(), lines=(), rejected=()))

    assert book.row("Resumo", 7) == ["Nada foi lido neste período."]
    assert book.value("Resumo", "A3") == "Tudo confere, ao centavo."
    assert [book.value(sheet, "A5") for sheet in ("Lançamentos", "Retorno", "Divergências")] == [
        "Nenhum lançamento nesta competência.",
        "Nenhuma linha de retorno foi lida.",
        "Nada a conferir.",
    ]
