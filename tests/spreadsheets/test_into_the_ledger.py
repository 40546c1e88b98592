"""From a clinic's files to the ledger's plan: what two files say, and what a corrected copy changes."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from openpyxl import load_workbook

from agent.ledger.months import Mes
from agent.ledger.store import Ledger
from agent.model.answer import Blocked, Refused
from agent.model.competencia import Competencia
from agent.model.entry import Entry, State
from agent.model.errors import InputError
from agent.runner.desk import Desk
from agent.runner.sheets import SheetsRead, import_sheets, read_sheets
from spreadsheets.marking.giving_back import give_back
from spreadsheets.reading.leitura import Leitura
from tests.ledger.office import confirmed
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
    shorter = xlsx(tmp_path, HEADING, OTHER, name=first.name)
    imported(ledger, read(shorter))
    assert [number for number, _, _ in rows(ledger).values()] == ["2678556"]
    before = ledger.checks.anchor()
    imported(ledger, read(shorter))
    assert (ledger.checks.anchor(), ledger.auditor.audit().findings) == (before, ())


def test_a_file_that_is_gone_takes_its_own_rows_only(tmp_path: Path, ledger: Ledger) -> None:
    first = read(xlsx(tmp_path, HEADING, ROW, name="a IPASEM 10-2026.xlsx"))
    imported(ledger, first, read(xlsx(tmp_path, HEADING, ROW, OTHER, name="b IPASEM 10-2026.xlsx")))
    told = "b IPASEM 10-2026.xlsx: não está mais entre as planilhas; 1 lançamento saiu do plano"
    assert imported(ledger, first).avisos == (told,)
    assert [number for number, _, _ in rows(ledger).values()] == ["2678555"]
    assert imported(ledger, first).avisos == ()


def hours(tmp_path: Path, *at: str, name: str = "a") -> Leitura:
    """A file with the same service at these hours, each with an observation of the file's own."""
    heading = (*HEADING, "Hora inicial", "Observação")
    rows_ = [(*ROW, hour, f"do arquivo {name}") for hour in at]
    return read(xlsx(tmp_path, heading, *rows_, name=f"{name} IPASEM 10-2026.xlsx"))


def month(ledger: Ledger) -> Mes:
    return ledger.months.all()[0]


def at_hours(ledger: Ledger) -> list[tuple[str, State]]:
    return [(e.lancamento.atendimento.hora_inicial, e.state) for e in ledger.entries.of(month(ledger))]


def launched(ledger: Ledger, *entries: Entry) -> None:
    lease = ledger.leases.take("ipasem", "conta", "teste", timedelta(hours=1))
    for entry in entries:
        ledger.attempts.confirm(ledger.attempts.open(lease, [entry]), confirmed(entry))
    ledger.leases.release(lease)


def refused(ledger: Ledger, entry: Entry) -> None:
    lease = ledger.leases.take("ipasem", "conta", "teste", timedelta(hours=1))
    ledger.attempts.reject(ledger.attempts.open(lease, [entry]), [Blocked(entry.lancamento, Refused("já usada"))])
    ledger.leases.release(lease)


def test_an_hour_that_is_put_above_the_launched_one_is_the_one_to_launch(tmp_path: Path, ledger: Ledger) -> None:
    imported(ledger, hours(tmp_path, "14:00"))
    launched(ledger, *ledger.entries.of(month(ledger)))
    for order in (("08:00", "14:00"), ("14:00", "08:00"), ("08:00", "14:00")):
        assert imported(ledger, hours(tmp_path, *order)).avisos == ()
        assert at_hours(ledger) == [("14:00", State.LANCADA), ("08:00", State.PENDENTE)]


def test_of_two_hours_the_one_that_was_launched_may_leave_the_sheet(tmp_path: Path, ledger: Ledger) -> None:
    imported(ledger, hours(tmp_path, "08:00", "14:00"))
    launched(ledger, ledger.entries.of(month(ledger))[0])
    told = imported(ledger, hours(tmp_path, "14:00")).avisos
    assert (len(told), "saiu da planilha depois de lançada" in told[0]) == (1, True)
    assert at_hours(ledger) == [("08:00", State.LANCADA), ("14:00", State.PENDENTE)]


def test_a_corrected_hour_of_what_was_sent_beside_a_new_one_is_held(tmp_path: Path, ledger: Ledger) -> None:
    imported(ledger, hours(tmp_path, "08:00"))
    launched(ledger, *ledger.entries.of(month(ledger)))
    imported(ledger, hours(tmp_path, "07:00", "09:00"))
    (reading,) = ledger.entries.readings(month(ledger))
    assert at_hours(ledger) == [("08:00", State.LANCADA)]
    assert [(row.linha, row.coluna) for row in reading.rejeitadas] == [(2, "hora"), (3, "hora")]
    told = imported(ledger, hours(tmp_path, "09:00")).avisos  # alone it can only be the one that was sent
    assert (at_hours(ledger), "mudou na planilha depois de lançada" in told[-1]) == ([("08:00", State.LANCADA)], True)


def test_the_same_service_at_another_hour_in_another_file_is_held(tmp_path: Path, ledger: Ledger) -> None:
    imported(ledger, hours(tmp_path, "08:00", name="a"), hours(tmp_path, "14:00", name="b"))
    held = [row.motivo for reading in ledger.entries.readings(month(ledger)) for row in reading.rejeitadas]
    assert at_hours(ledger) == [("08:00", State.PENDENTE)]
    assert [text.startswith("mesma autorização, código e data de a IPASEM") for text in held] == [True]


def test_two_files_that_differ_in_a_remark_do_not_wake_what_was_refused(tmp_path: Path, ledger: Ledger) -> None:
    files = [hours(tmp_path, "08:00", name=name) for name in "ab"]
    imported(ledger, *files)
    (entry,) = ledger.entries.of(month(ledger))
    refused(ledger, entry)
    before = (ledger.checks.anchor(), month(ledger))
    for _ in range(2):
        imported(ledger, *files)
        assert (ledger.checks.anchor(), month(ledger)) == before
    (entry,) = ledger.entries.of(month(ledger))
    assert (entry.state, entry.lancamento.observacao) == (State.RECUSADA, "do arquivo a")


@pytest.mark.parametrize("names", ["ab", "ba"])
def test_a_refused_row_that_moves_to_another_file_stays_refused(tmp_path: Path, ledger: Ledger, names: str) -> None:
    here, there = names[0], names[1]

    def file(name: str, *some: tuple[object, ...]) -> Leitura:
        return read(xlsx(tmp_path, HEADING, *some, name=f"{name} IPASEM 10-2026.xlsx"))

    third = (2678559, date(2026, 10, 8), "Davi Rosa", "7017-2", "50000616", 65)
    imported(ledger, *sorted((file(here, ROW, OTHER), file(there, third)), key=lambda each: each.arquivo))
    entry = next(e for e in ledger.entries.of(month(ledger)) if e.lancamento.numero_autorizacao == "2678555")
    refused(ledger, entry)
    imported(ledger, *sorted((file(here, OTHER), file(there, third, ROW)), key=lambda each: each.arquivo))
    now = ledger.entries.get(entry.id)
    assert (now.state, now.motivo) == (State.RECUSADA, "já usada")
    assert now.lancamento.origem.arquivo.startswith(there)


def test_two_files_of_one_name_are_refused_with_their_places(tmp_path: Path) -> None:
    places = [tmp_path / "recepcao", tmp_path / "dentista"]
    for place in places:
        place.mkdir()
    paths = tuple(xlsx(place, HEADING, ROW) for place in places)
    day = date(2026, 11, 21)
    office = SimpleNamespace(planilhas=lambda _: paths, mapeamento=lambda _: None, today=lambda _: day)
    desk = cast(Desk, SimpleNamespace(office=office, clock=lambda: None))
    with pytest.raises(InputError) as caught:
        read_sheets(desk, "vale", Competencia(2026, 10))
    told = f'há duas planilhas com o nome "IPASEM 10-2026.xlsx": em {places[0]} e em {places[1]}'
    assert (caught.value.what, caught.value.where) == (told, "clinicas.vale.planilhas")


def _correct(path: Path, cell: str, value: date) -> None:
    book = load_workbook(path)
    book.worksheets[0][cell] = value
    book.save(path)
