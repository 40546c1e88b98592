"""Which lines of a return are the month's own."""

from dataclasses import replace
from datetime import date

import pytest

from agent.model.demonstrativo import Demonstrativo, LinhaRetorno
from agent.model.entry import State
from agent.model.errors import ReportUntrusted
from agent.runner.returning import of_the_month
from tests.runner.trade import DAY, OUTUBRO, entry

OURS = entry(5, auth="4512870", state=State.FECHADA)
SEPTEMBERS = entry(6, auth="4512871", state=State.FECHADA)


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
