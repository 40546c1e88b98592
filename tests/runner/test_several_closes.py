"""Of several months that are closed, one that moved since its approval leaves the others be."""

from types import SimpleNamespace
from typing import Any

import pytest

from agent.ledger.months import Mes
from agent.model.competencia import Competencia
from agent.model.errors import Moved
from agent.model.figures import Fechamento
from agent.model.progress import Silent
from agent.runner import office
from agent.runner.office import OfficeRuns

OUTUBRO = Competencia(2026, 10)
PAIRS = [("vale", "ipasem"), ("vale", "cassind")]


def close(_desk: object, mes: Mes, *_: object) -> Fechamento:
    if mes.portal == "ipasem":
        raise Moved("o portal mudou", do="Confira.")
    return Fechamento(mes.clinica, mes.portal, mes.competencia.iso, True, "fechado", (), "ab12")


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A desk whose IPASEM always moves between the approval and the click."""
    monkeypatch.setattr(office, "read_sheets", lambda *_: [])
    monkeypatch.setattr(office, "close_with_approval", close)

    def mes(clinica: str, portal: str, competencia: Competencia) -> Mes:
        return Mes(1, clinica, portal, "login", competencia, "aberta", 1)

    return SimpleNamespace(mes=mes, progress=Silent())


def test_a_month_that_moved_stays_open_and_the_next_one_is_closed(desk: Any) -> None:
    moved, closed = OfficeRuns(desk, OUTUBRO, PAIRS).fechar(SimpleNamespace())
    assert (moved.fechado, moved.parado, moved.codigo) == (False, "o portal mudou. Confira.", 1)
    assert (closed.fechado, closed.parado) == (True, "")


def test_the_only_month_that_moved_ends_the_command(desk: Any) -> None:
    with pytest.raises(Moved):
        OfficeRuns(desk, OUTUBRO, PAIRS[:1]).fechar(SimpleNamespace())
