"""A clinic's spreadsheet at the panel: handed in, shown with what is wrong in its place, asked about, kept."""

import io
import re
from datetime import date

import httpx
import pytest
from openpyxl import Workbook, load_workbook

from agent.panel.in_place import Aba, Celula, Linha, in_place
from agent.panel.receiving import Receiving, sheet_name
from agent.runner.known_clinic import known_of
from mappings.campo import Campo
from mappings.sheet import load_mapping
from spreadsheets.marking.marks import Remark, SheetMarks
from spreadsheets.reading.grid import Grid
from tests.panel.conftest import Panel
from tests.panel.people import Person, words

NAME = "IPASEM 10-2026.xlsx"
HEADING = ("Autorização", "Data", "Código", "Paciente", "Qtde", "Valor")
GOOD = ("2988001", "05/10/2026", "50000616", "Ilka Brum", 1, "65,00")
LATE = ("2988002", "35/10/2026", "50000616", "Ivo Lenz", 1, "65,00")


def sheet(*rows: tuple[object, ...], heading: tuple[str, ...] = HEADING) -> bytes:
    book = Workbook()
    assert book.active is not None
    for row in (heading, *rows):
        book.active.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def opened(person: Person, answer: httpx.Response) -> httpx.Response:
    """The page that a form leads to."""
    assert answer.status_code == 303, words(answer)
    return person.sees(answer.headers["location"])


def place(answer: httpx.Response) -> str:
    return str(answer.headers["location"]).partition("#")[0]


def test_what_is_wrong_is_shown_in_its_cell_and_nothing_is_in_the_plan_yet(panel: Panel, ana: Person) -> None:
    handed = ana.hands_in("aurora", NAME, sheet(GOOD, LATE))
    shown = opened(ana, handed)

    assert re.findall(r'<td data-r="B" class="problema">([^<]*)</td>', shown.text) == ["35/10/2026"]
    said = words(shown)
    assert ("1 linha a corrigir" in said, "B3 " in said, "2988001" in said) == (True, True, True)
    assert list(panel.office.entrada("aurora").glob("*")) == []


def test_a_sheet_that_is_kept_lies_in_the_inbox_whole_and_is_gone_from_the_panel(panel: Panel, ana: Person) -> None:
    content = sheet(GOOD)
    where = place(ana.hands_in("aurora", NAME, content))
    listed = opened(ana, ana.sends(f"{where}/guardar", {}, seen=where))

    assert [(p.name, p.read_bytes()) for p in panel.office.planilhas("aurora")] == [(NAME, content)]
    assert (NAME in words(listed), "ainda não guardadas" in words(listed)) == (True, False)
    assert ana.sees(where).status_code == 404


def test_a_corrected_file_shows_what_changes_over_the_one_that_is_kept(ana: Person) -> None:
    first = place(ana.hands_in("aurora", NAME, sheet(GOOD, ("2988003", *GOOD[1:]))))
    ana.sends(f"{first}/guardar", {}, seen=first)
    said = words(opened(ana, ana.hands_in("aurora", NAME, sheet((*GOOD[:5], "66,00"), ("2988004", *GOOD[1:])))))

    changed = said[said.index("O que muda") : said.index("Como foi lida")]
    assert re.findall(r"(novo|sai|muda) IPASEM[^,]*, autorização (\d+)", changed) == [
        ("novo", "2988004"),
        ("sai", "2988003"),
        ("muda", "2988001"),
    ]


def test_a_question_is_answered_there_and_kept_as_the_clinics_mapping(panel: Panel, ana: Person) -> None:
    heading = ("Autorização", "Data", "Código", "Paciente", "Qtde", "Valor")
    where = place(ana.hands_in("aurora", "outubro.xlsx", sheet(GOOD, heading=heading)))
    early = ana.sends(f"{where}/guardar", {}, seen=where)
    asked = re.search(r'name="pergunta" value="([^"]+)"', ana.sees(where).text)
    assert asked is not None
    wrong = ana.sends(f"{where}/responder", {"pergunta": asked[1], "resposta": "unimed"}, seen=where)
    right = opened(ana, ana.sends(f"{where}/responder", {"pergunta": asked[1], "resposta": "ipasem"}, seen=where))
    ana.sends(f"{where}/guardar", {}, seen=where)

    assert (early.status_code, "falta responder" in words(early)) == (409, True)
    assert (wrong.status_code, "não é um convênio conhecido" in words(wrong)) == (200, True)
    assert "2988001" in words(right)
    mapping = panel.office.mapeamento("aurora")
    assert mapping is not None
    kept = load_mapping(mapping)
    assert (kept.portal, kept.colunas[Campo.NUMERO_AUTORIZACAO]) == ("ipasem", "Autorização")


def test_the_marked_copy_is_the_clinics_own_workbook_with_a_remark_on_the_cell(ana: Person) -> None:
    where = place(ana.hands_in("aurora", "IPASEM 10-2026, março não.xlsx", sheet(GOOD, LATE)))
    copy = ana.sees(f"{where}/copia")

    remark = load_workbook(io.BytesIO(copy.content)).worksheets[0]["B3"].comment
    assert remark is not None
    assert ("data" in remark.text, copy.headers["content-disposition"]) == (
        True,
        'attachment; filename="aurora-2026-12-01-a-corrigir.xlsx"',
    )


def test_a_sheet_that_is_let_go_leaves_nothing(panel: Panel, ana: Person) -> None:
    where = place(ana.hands_in("aurora", NAME, sheet(GOOD)))
    ana.sends(f"{where}/descartar", {}, seen=where)

    assert (Receiving(panel.office, panel.clock).all(), list(panel.office.entrada("aurora").glob("*"))) == ([], [])


@pytest.mark.parametrize(
    ("nome", "content", "says"),
    [
        ("retrato.png", b"\x89PNG", "pelo nome, não é uma planilha"),
        ("outubro.xlsx", b"%PDF-1.7", "é um PDF"),
        ("outubro.csv", b"", "o arquivo está vazio"),
        ("outubro.csv", b"bom dia", "Nenhuma tabela"),
    ],
)
def test_what_is_no_spreadsheet_is_told_at_once_and_does_not_wait(
    nome: str, content: bytes, says: str, panel: Panel, ana: Person
) -> None:
    answer = ana.hands_in("aurora", nome, content)

    assert (answer.status_code, says.lower() in words(answer).lower()) == (409, True), words(answer)
    assert Receiving(panel.office, panel.clock).all() == []


def test_a_file_that_waited_a_week_for_nobody_is_forgotten(panel: Panel) -> None:
    receiving = Receiving(panel.office, panel.clock)
    receiving.take("aurora", NAME, b"a", "Ana")
    panel.clock.now = panel.clock.now.replace(day=20)
    last = receiving.take("aurora", NAME, b"b", "Ana")

    assert receiving.all() == [last]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("C:\\Users\\ana\\Outubro.XLSX", "Outubro.xlsx"),
        ("../../etc/outubro.csv", "outubro.csv"),
        ('o "mês": 10/2026?.xlsx', "2026_.xlsx"),
        ("CON.xlsx", "_CON.xlsx"),
    ],
)
def test_a_file_is_named_as_every_system_can_write_it(given: str, kept: str) -> None:
    assert sheet_name(given) == kept


def test_the_cells_in_question_stand_under_their_heading() -> None:
    grid = Grid("Outubro", [["Autorização", "Data"], ["1", "05/10/2026"], ["2", "35/10/2026"]])
    problem = Remark("B3", "não é uma data", problem=True)

    assert in_place([grid], {"Outubro": SheetMarks(remarks=[problem], headings=[1])}) == [
        Aba(
            "Outubro",
            ("A", "B"),
            (
                Linha(1, (Celula("Autorização"), Celula("Data"))),
                Linha(3, (Celula("2"), Celula("35/10/2026", "problema")), (problem,)),
            ),
        )
    ]


def test_the_ledger_is_read_for_the_forecast_and_not_written(panel: Panel, ana: Person) -> None:
    before = known_of(panel.office, "aurora", None, date(2026, 11, 1)).entries
    opened(ana, ana.hands_in("aurora", NAME, sheet(GOOD)))

    assert known_of(panel.office, "aurora", None, date(2026, 11, 1)).entries == before
