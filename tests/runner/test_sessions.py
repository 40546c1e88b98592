"""Over-use of a serial treatment is caught in the sheet, before any browser opens."""

from datetime import date, timedelta

from agent.ledger.months import Mes
from agent.ledger.reading import RejectedRow
from agent.model.competencia import Competencia
from agent.model.lancamento import Kind, Origem
from agent.runner.sessions import over_authorised
from spreadsheets.reading.leitura import Complemento, Item
from tests.runner.trade import OUTUBRO, entry

MES = Mes(1, "sorriso", "cassind", "conta", OUTUBRO, "aberta", 1)


def session(row: int, allowed: int | None, *, mes: Competencia = OUTUBRO, kind: Kind = Kind.SERIADO) -> Item:
    """A session of guia 2988000 in this row; `allowed`: what its sheet says is authorised."""
    asked = entry(row).lancamento.model_copy(
        update={
            "portal": "cassind",
            "kind": kind,
            "competencia": mes,
            "data": date(2026, 10, 1) + timedelta(days=row),
            "origem": Origem(arquivo="outubro.xlsx", aba="Terapias", linha=row),
        }
    )
    return Item(asked, Complemento(quantidade_autorizada=allowed))


def rejected(row: int, count: int, allowed: int) -> RejectedRow:
    why = (
        f"A guia 2988000 tem {count} sessões na planilha, e {allowed} autorizadas. Confirme com a clínica quais valem."
    )
    return RejectedRow(aba="Terapias", linha=row, coluna="quantidade autorizada", motivo=why)


def test_more_sessions_than_authorised_hold_every_row_of_the_guia() -> None:
    rows = [session(5, 2), session(6, None), session(7, 2)]
    assert over_authorised(rows, MES) == dict(zip(rows, (rejected(row, 3, 2) for row in (5, 6, 7)), strict=True))


def test_as_many_as_authorised_go() -> None:
    assert over_authorised([session(5, 2), session(6, 2)], MES) == {}


def test_a_sheet_that_does_not_say_how_many_holds_nothing() -> None:
    assert over_authorised([session(row, None) for row in range(5, 15)], MES) == {}


def test_the_sessions_of_the_sheets_other_month_count_and_only_this_months_are_held() -> None:
    before, sixth, seventh = session(5, 2, mes=OUTUBRO.plus(-1)), session(6, 2), session(7, 2)
    assert over_authorised([before, sixth, seventh], MES) == {sixth: rejected(6, 3, 2), seventh: rejected(7, 3, 2)}


def test_exams_of_one_guia_are_no_sessions() -> None:
    assert over_authorised([session(row, 1, kind=Kind.EXAME) for row in (5, 6)], MES) == {}
