"""One term to bill: it warns before the sheet is launched, and tells what is about to be lost."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest
from rich.table import Table

from agent.accounting.billing import terms_of, timed, unbilled
from agent.accounting.foretelling import ForaDoPrazo, out_of_term
from agent.cli.billing_view import billing_view
from agent.cli.edge import run
from agent.cli.main import command
from agent.cli.plan_view import out_of_term_json, show_out_of_term
from agent.config.load import load_office
from agent.ledger.store import Ledger
from agent.model.entry import State
from agent.runner.compare import Comparison
from agent.runner.known_clinic import rules_of
from agent.runner.plan import make_plan
from agent.schedule.days import Days
from mappings.regras import Regras
from mappings.sheet import SheetMapping
from spreadsheets.checking.forecast import Known, forecast
from spreadsheets.reading.read import read_planilha
from tests.accounting.clocks import Clocked
from tests.config.office_file import RIGHT, write_office
from tests.ledger.office import CLINICA, PORTAL, Clock, lancamento

Made = Callable[..., Clocked]
MAPPED = SheetMapping(regras={"cassind": Regras(prazo_envio_dias=60, retorno_consulta_dias=15)})
SHEET = "Guia;Data;Paciente;Código;Qtd;Valor;CRM\n004610206;03/08/2026;Ana Prokop;10101012;1;120,50;31207\n"


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Made]:
    with ExitStack() as stack:

        def make(more: str = "", *, close: bool = False) -> Clocked:
            clock = Clock()
            ledger = stack.enter_context(Ledger.open(":memory:", journal=None, clock=clock))
            return Clocked.at(tmp_path, ledger, clock, more=more, close=close)

        yield make


def term(days: int, more: str = "") -> str:
    return f"\n[contratos.{PORTAL}]\nprazo_envio = {days}\n{more}"


@pytest.mark.parametrize(
    ("said", "mapping", "days"),
    [
        ("", None, {"cassind": 90, "ipasem": None}),
        ("", MAPPED, {"cassind": 60, "ipasem": None}),
        ("\n[contratos.cassind]\nprazo_recurso = 45\n", MAPPED, {"cassind": 60, "ipasem": None}),
        ("\n[contratos.cassind]\nprazo_envio = 45\n", MAPPED, {"cassind": 45, "ipasem": None}),
        ("\n[contratos.ipasem]\nprazo_envio = 120\n", None, {"cassind": 90, "ipasem": 120}),
    ],
)
def test_the_contract_s_term_holds_before_the_mapping_s_and_that_before_the_portal_s(
    tmp_path: Path, said: str, mapping: SheetMapping | None, days: dict[str, int | None]
) -> None:
    rules = rules_of(load_office(write_office(tmp_path, RIGHT + said)), mapping)
    assert {portal: rules[portal].prazo_envio_dias for portal in days} == days
    assert rules["cassind"].retorno_consulta_dias == (15 if mapping else 30)


@pytest.mark.parametrize(
    ("said", "today", "told"),
    [
        # 03/08/2026 and 90 days is Sunday, 01/11; Monday is a holiday of the whole country.
        ("", date(2026, 11, 3), []),
        ("", date(2026, 11, 4), ["o atendimento é de 03/08/2026, há 93 dias; o prazo de envio é de 90"]),
        ("dias_uteis = true\n", date(2026, 11, 3), []),  # the portal's rule knows no business days
        (
            "dias_uteis = true\n",
            date(2026, 11, 4),
            ["o atendimento é de 03/08/2026, há 93 dias; o prazo de envio é de 90"],
        ),
        ("prazo_envio = 60\n", date(2026, 10, 2), []),
        (
            "prazo_envio = 60\n",
            date(2026, 10, 3),
            ["o atendimento é de 03/08/2026, há 61 dias; o prazo de envio é de 60"],
        ),
        ("prazo_envio = 5\ndias_uteis = true\n", date(2026, 8, 10), []),
        (
            "prazo_envio = 5\ndias_uteis = true\n",
            date(2026, 8, 11),
            ["o atendimento é de 03/08/2026, há 8 dias; o prazo de envio é de 5 dias úteis"],
        ),
    ],
)
def test_a_sheet_is_warned_of_what_is_past_the_office_s_own_term(
    tmp_path: Path, said: str, today: date, told: list[str]
) -> None:
    office = load_office(write_office(tmp_path, f"{RIGHT}\n[contratos.cassind]\n{said}" if said else RIGHT))
    days = Days(office.settings.calendario, office.settings.escritorio.fuso)
    sheet = tmp_path / "CASSIND consultas 10-2026.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    leitura = read_planilha(sheet, clinica="sorriso", portal="cassind", competencia=None, mapping=None, today=today)
    known = timed(Known((), rules_of(office, None), today), office, days.off)
    assert [each.motivo for each in forecast(leitura, known) if each.regra == "fora_do_prazo"] == told


def test_conferir_and_the_contract_tell_one_term(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    office = write_office(tmp_path / "escritorio", f"{RIGHT}\n[contratos.cassind]\nprazo_envio = 45\n")
    sheet = tmp_path / "CASSIND consultas 10-2026.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    words = ["conferir", str(sheet), "--clinica", "sorriso", "--portal", "cassind", "--hoje", "2026-09-20"]
    run(command, [*words, "--json", "--pasta", str(office)])
    found = json.loads(capsys.readouterr().out)["previsoes"]
    assert [each["motivo"] for each in found if each["regra"] == "fora_do_prazo"] == [
        "o atendimento é de 03/08/2026, há 48 dias; o prazo de envio é de 45"
    ]


@pytest.mark.parametrize(
    ("today", "days"), [(date(2026, 11, 23), []), (date(2026, 11, 24), [10, 10]), (date(2026, 12, 5), [-1, -1])]
)
def test_what_is_not_closed_is_told_from_ten_days_before_its_term_ends(
    made: Made, today: date, days: list[int]
) -> None:
    office = made(term(60))
    assert [each.dias for each in unbilled(office.scope(today))] == days


def test_as_many_days_before_as_the_contract_gives_a_person_to_settle_something(made: Made) -> None:
    office = made(term(60, "prazo_pendencia = 3\n"))
    found = {day: len(unbilled(office.scope(date(2026, 12, day)))) for day in (1, 4)}
    assert found == {1: 2, 4: 2}
    assert unbilled(office.scope(date(2026, 11, 30))) == []


def test_what_is_closed_is_billed_and_what_a_closed_month_left_behind_is_not(made: Made) -> None:
    office = made(term(60), close=True)
    office.month.import_(*(lancamento(n) for n in (1, 2, 3)), arquivo="outra.xlsx")
    found = unbilled(office.scope(date(2026, 12, 1)))
    assert [(each.entry.id, each.entry.state, each.ate) for each in found] == [(3, State.PENDENTE, date(2026, 12, 4))]


def test_where_no_term_is_known_nothing_is_told(made: Made) -> None:
    assert unbilled(made().scope(date(2028, 1, 1))) == []


def test_what_expires_is_listed_with_its_day_and_what_it_is_worth(made: Made) -> None:
    office = made(term(60))
    office.month.import_(lancamento(1), lancamento(2), lancamento(3, data=date(2026, 9, 1), valor_informado=800))
    body, shown = billing_view(unbilled(office.scope(date(2026, 12, 1))))
    soon = {"situacao": "lancada", "prazo": "2026-12-04", "dias": 3, "valor": 6500}
    assert body == [
        {"lancamento": 3, "situacao": "pendente", "prazo": "2026-11-03", "dias": -28, "valor": 800},
        {"lancamento": 1, **soon},
        {"lancamento": 2, **soon},
    ]
    assert shown[1:] == [
        "Prazo de envio perdido: R$ 8,00 (1 lançamento). Combine com o convênio antes de enviar.",
        "Prazo de envio no fim: R$ 130,00 (2 lançamentos). Lance e feche até 04/12/2026.",
    ]


def test_on_its_last_day_nothing_is_lost_yet(made: Made) -> None:
    found = {day: [each.lapsed for each in unbilled(made(term(60)).scope(date(2026, 12, day)))] for day in (4, 5)}
    assert found == {4: [False, False], 5: [True, True]}


def test_a_plan_names_what_it_would_launch_too_late(made: Made) -> None:
    office = made(term(60))
    office.month.import_(lancamento(1), lancamento(2), lancamento(3))
    ledger, scope = office.month.ledger, office.scope(date(2026, 12, 5))
    pending = ledger.entries.of(office.month.mes, State.PENDENTE)
    plan = make_plan(CLINICA, PORTAL, "2026-10", sheets=(), mes_version=1, entries=pending, comparison=Comparison())
    terms = {CLINICA: terms_of(scope.office, CLINICA, scope.off)}
    late, in_time = (list(out_of_term(ledger, [plan], terms, date(2026, 12, day))) for day in (5, 4))
    place = (CLINICA, PORTAL, plan.to_launch[0].origem, 3)
    assert (late, in_time) == ([ForaDoPrazo(*place, date(2026, 10, 5), date(2026, 12, 4), "60")], [])
    (table,) = show_out_of_term(late)
    assert isinstance(table, Table)
    assert [list(column.cells) for column in table.columns][3:] == [["05/10/2026"], ["60"], ["04/12/2026"]]
    assert out_of_term_json(late) == [{"lancamento": 3, "prazo": "60", "terminou": "2026-12-04"}]
