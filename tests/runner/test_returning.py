"""Which lines of a return are the month's own."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from agent.model.demonstrativo import Deducao, Demonstrativo, LinhaRetorno
from agent.model.entry import Entry, State
from agent.model.errors import ReportUntrusted
from agent.model.lancamento import Lancamento
from agent.runner.returning import of_the_month
from tests.runner.trade import DAY, OUTUBRO, entry

OURS = entry(5, auth="4512870", state=State.FECHADA)


def of_september(lancamento: Lancamento) -> Entry:
    """An entry of the same clinic's month before."""
    return replace(OURS, id=6, lancamento=lancamento.model_copy(update={"competencia": OUTUBRO.plus(-1)}))


SEPTEMBERS = of_september(OURS.lancamento.model_copy(update={"numero_autorizacao": "4512871"}))


def line(number: int, auth: str, *, protocolo: str = "240101", day: date = DAY) -> LinhaRetorno:
    return LinhaRetorno(number, auth, "00010014", day, 1, 6500, 6000, 500, "valor acima da tabela", protocolo=protocolo)


def report(*lines: LinhaRetorno) -> Demonstrativo:
    return Demonstrativo("cassind", OUTUBRO, lines, 6500 * len(lines), 6000 * len(lines), 500 * len(lines), ())


def test_a_line_is_of_the_month_that_launched_its_guia_and_the_totals_follow() -> None:
    ours, theirs = line(1, "4512870"), line(2, "4512871")
    assert of_the_month(report(ours, theirs), [OURS], [SEPTEMBERS]) == report(ours)


@pytest.mark.parametrize(("day", "kept"), [(DAY, 1), (date(2026, 9, 30), 0)])
def test_a_line_nobody_launched_is_of_the_month_of_its_attendance(day: date, kept: int) -> None:
    assert len(of_the_month(report(line(1, "9999999", day=day)), [OURS], []).linhas) == kept


def test_a_line_without_protocolo_is_of_the_month_that_was_asked_for() -> None:
    whole = report(line(1, "9999999", protocolo="", day=date(2026, 9, 30)))
    assert of_the_month(whole, [], []) == whole


def test_a_return_that_does_not_add_up_is_refused_whole() -> None:
    with pytest.raises(ReportUntrusted) as refusal:
        of_the_month(replace(report(line(1, "4512870")), total_glosa=501), [OURS], [])
    assert str(refusal.value) == (
        "cassind, 10/2026: as linhas do retorno não somam os totais do próprio relatório. "
        "Nada foi lido. Confira o relatório no portal e rode retorno de novo."
    )


@pytest.mark.parametrize(("day", "kept"), [(DAY, 1), (date(2026, 9, 30), 0)])
def test_a_line_of_a_guia_that_two_months_launched_is_of_the_month_of_its_attendance(day: date, kept: int) -> None:
    before = of_september(OURS.lancamento.model_copy(update={"data": date(2026, 9, 30)}))
    assert len(of_the_month(report(line(1, "4512870", day=day)), [OURS], [before]).linhas) == kept


def month_that_keeps(day: date, launched: list[Entry]) -> list[str]:
    """The months, of July to December, in whose return a line of this day stands."""
    kept = []
    for month in (OUTUBRO.plus(months) for months in range(-3, 3)):
        ours = [each for each in launched if each.lancamento.competencia == month]
        theirs = [each for each in launched if each.lancamento.competencia != month]
        whole = replace(report(line(1, "4512870", day=day)), competencia=month)
        kept += [str(month)] * len(of_the_month(whole, ours, theirs).linhas)
    return kept


@pytest.mark.parametrize(
    ("first", "last", "month"),
    [
        (date(2026, 7, 15), date(2026, 9, 30), "09/2026"),
        (date(2026, 10, 1), date(2026, 12, 15), "10/2026"),
    ],
)
def test_whatever_day_is_printed_of_a_guia_two_months_launched_one_of_them_has_the_line(
    first: date, last: date, month: str
) -> None:
    september = of_september(OURS.lancamento.model_copy(update={"data": date(2026, 9, 1)}))
    october = replace(OURS, lancamento=OURS.lancamento.model_copy(update={"data": date(2026, 10, 5)}))
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    assert [month_that_keeps(day, [september, october]) for day in days] == [[month]] * len(days)


@pytest.mark.parametrize(("day", "month"), [(4, "09/2026"), (5, "09/2026"), (6, "10/2026")])
def test_a_line_of_a_month_that_launched_nothing_is_of_the_nearest_service_and_of_two_as_near_the_earlier(
    day: int, month: str
) -> None:
    early = of_september(OURS.lancamento.model_copy(update={"data": date(2026, 8, 1)}))
    late = replace(OURS, lancamento=OURS.lancamento.model_copy(update={"data": date(2026, 8, 9)}))
    assert month_that_keeps(date(2026, 8, day), [late, early]) == [month]


def test_a_service_that_two_later_months_launched_alike_is_of_the_earlier() -> None:
    late = replace(OURS, lancamento=OURS.lancamento.model_copy(update={"data": date(2026, 8, 9)}))
    assert month_that_keeps(date(2026, 8, 9), [late, of_september(late.lancamento)]) == ["09/2026"]


def withheld(guia: str, *, paid: date = date(2026, 12, 10)) -> Deducao:
    return Deducao("77", paid, "IRRF", "IRRF", -98, "240101", guia)


def test_what_was_withheld_is_of_the_month_that_launched_the_payments_first_guia() -> None:
    both = replace(report(), deducoes=(withheld("4512870"), withheld("4512871")))
    assert of_the_month(both, [OURS], [SEPTEMBERS]).deducoes == (withheld("4512870"),)


def test_what_was_withheld_of_a_guia_of_two_months_is_of_the_first_of_them() -> None:
    whole = replace(report(), deducoes=(withheld("4512870"),))
    assert of_the_month(whole, [OURS], [of_september(OURS.lancamento)]).deducoes == ()


@pytest.mark.parametrize(("paid", "kept"), [(date(2026, 11, 10), 1), (date(2026, 12, 10), 0)])
def test_what_was_withheld_of_a_guia_nobody_launched_is_of_the_month_before_the_payment(paid: date, kept: int) -> None:
    whole = replace(report(), deducoes=(withheld("9999999", paid=paid),))
    assert len(of_the_month(whole, [OURS], []).deducoes) == kept
