"""The accountant's pack leaves by itself: once a month is reconciled, and again for what comes later."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from agent.config.avisos import Avisos, Correio
from agent.people.messenger import Mail
from agent.schedule.board import Board, Line, board, days_of
from agent.schedule.facts import MonthFacts, Task
from agent.schedule.parcels import Parcel, parcels_of
from agent.schedule.telling import Telling
from tests.schedule.mailbox import mailbox
from tests.schedule.notation import CLOSED, OUTUBRO, PRAZO, at, coming, turn
from tests.schedule.working import Working, endings, one_clinic

ACCOUNTANT = "contas@contador.com.br"
ANSWERED = replace(CLOSED, clinica="c0", returns=9)
RECONCILED = replace(ANSWERED, turns=(*CLOSED.turns, turn(Task.CONCILIAR, "", "done", at("14/12 09:00"), clinica="c0")))


@pytest.fixture
def office(tmp_path: Path) -> Working:
    """One clinic on both portals, whose accountant has an address."""
    made = one_clinic(tmp_path)
    settings = made.office.settings
    clinica = settings.clinicas["c0"].model_copy(update={"contador": (ACCOUNTANT,)})
    avisos = Avisos(de="f@e.com.br", correio=Correio(servidor="127.0.0.1", tls=False))
    settings = settings.model_copy(update={"avisos": avisos, "clinicas": {"c0": clinica}})
    return replace(made, office=replace(made.office, settings=settings))


def line(facts: MonthFacts, now: str, portal: str = "ipasem") -> Line:
    facts = replace(facts, portal=portal)
    return Line(facts, PRAZO, coming(facts, now))


def parcels(office: Working, now: str, *lines: Line) -> list[Parcel]:
    return list(parcels_of(office.office, Board(lines, (), ()), at(now)))


def test_a_pack_says_what_is_reconciled_and_what_is_still_to_come(office: Working) -> None:
    now = "14/12 10:00"
    found = parcels(office, now, line(RECONCILED, now), line(replace(CLOSED, clinica="c0"), now, "cassind"))

    assert found == [
        Parcel(
            keys=("pacote/c0/ipasem/2026-10",),
            clinica="c0",
            competencia=OUTUBRO,
            para=(ACCOUNTANT,),
            title="Pacote do contador: Clínica c0, 10/2026",
            body="Segue em anexo o pacote de Clínica c0, competência 10/2026: "
            "a planilha e os mesmos dados em CSV e OFX.\n"
            "Não traz nome de paciente.\n"
            "\n"
            "- cassind: ainda sem retorno\n"
            "- ipasem: conciliado\n"
            "\n"
            "O pacote vai de novo quando chegar o que falta.",
        )
    ]


def test_a_pack_waits_for_the_portal_that_is_just_being_reconciled(office: Working) -> None:
    now = "14/12 10:00"
    assert parcels(office, now, line(RECONCILED, now), line(ANSWERED, now, "cassind")) == []


@pytest.mark.parametrize(("now", "packs"), [("21/12 09:00", 1), ("21/12 09:01", 0)])
def test_what_was_reconciled_long_ago_is_not_sent(office: Working, now: str, packs: int) -> None:
    assert len(parcels(office, now, line(RECONCILED, now))) == packs


def test_a_clinic_without_an_accountant_sends_nothing(tmp_path: Path) -> None:
    now = "14/12 10:00"
    assert parcels(one_clinic(tmp_path), now, line(RECONCILED, now)) == []


def worked(office: Working) -> None:
    """The whole of October, up to its returns."""
    days = ("30/10", "03/11", "05/11", "09/11", "14/12")
    for now in (f"{day} {hour}:00" for day in days for hour in ("08", "09")):
        office.clock.now = at(now)
        for _ in range(2):
            office.work()
            office.person_comes()
    office.work()


def tell(office: Working, mail: Mail, now: datetime) -> None:
    telling = Telling(office.office, list, lambda _text: None, lambda: mail)
    with office.open_ledger() as ledger:
        telling.tell(ledger, board(office.office, ledger, days_of(office.office), now), now)


def test_the_reconciled_month_reaches_the_accountant_once_with_its_three_files(office: Working) -> None:
    worked(office)
    with mailbox() as (box, port):
        mail = Mail("f@e.com.br", (), Correio(servidor="127.0.0.1", porta=port, tls=False), "")
        for _ in range(2):
            tell(office, mail, office.clock.now)

    (message,) = box.messages
    files = {str(part.get_filename()): part.get_content() for part in message.iter_attachments()}
    assert (message["To"], message["Subject"]) == (ACCOUNTANT, "Pacote do contador: Clínica c0, 10/2026")
    assert sorted(files) == ["pacote-c0-2026-10.csv", "pacote-c0-2026-10.ofx", "pacote-c0-2026-10.xlsx"]
    assert files["pacote-c0-2026-10.xlsx"] == (office.office.saida / "pacote-c0-2026-10.xlsx").read_bytes()


def test_a_pack_that_cannot_be_written_waits_for_a_person_and_is_tried_again(office: Working) -> None:
    office.office.contas.mkdir()
    (office.office.contas / "notas.csv").write_text("isto não é uma nota\n", encoding="utf-8")
    worked(office)
    told = [seen for seen in endings(office) if seen[1] == "conciliar"]
    (office.office.contas / "notas.csv").unlink()
    office.person_comes()
    office.work()

    assert set(told) == {("ipasem", "conciliar", "person"), ("cassind", "conciliar", "person")}
    assert {seen for seen in endings(office) if seen[1] == "conciliar"} - set(told) == {
        ("ipasem", "conciliar", "done"),
        ("cassind", "conciliar", "done"),
    }
