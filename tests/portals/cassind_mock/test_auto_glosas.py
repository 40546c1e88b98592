"""What the operadora cuts by itself, switch by switch."""

import pytest

from portals.cassind.mock.app import MockCassind, create_app
from portals.cassind.mock.auto_glosas import AUTO_GLOSAS
from portals.cassind.mock.seed import Account, Guia, Procedure, Seed
from portals.cassind.mock.state import Glosa, Performed

LOGIN = "boavista"
WHOLE = sorted(set(AUTO_GLOSAS) - {"tabela"})


def billed(valor: int = 6500) -> MockCassind:
    """One protocolo of two guias, each billed at `valor` where the table has 65,00."""
    guias = [
        Guia(
            str(number),
            LOGIN,
            "ADA ROTH",
            f"00{number}",
            "2026-10-05",
            "50000160",
            "SESSAO",
            "ADA",
            procedures=[Procedure("50000160", "SESSAO", 6500)],
        )
        for number in (1, 2)
    ]
    mock = create_app(Seed([Account(LOGIN, "x", "Boa Vista", "900777")], guias))
    performed = [Performed(guia, "50000160", "SESSAO", "2026-10-05", valor) for guia in guias]
    mock.state.record(LOGIN, performed)
    return mock


def cut(mock: MockCassind, *glosas: Glosa) -> list[tuple[str, int | None, str]]:
    return [(conta.guia, conta.glosado, conta.motivo) for conta in mock.analisar("240101", glosas)]


@pytest.mark.parametrize("name", WHOLE)
def test_a_switch_refuses_the_whole_conta_of_its_guia_with_its_reason(name: str) -> None:
    mock = billed()
    mock.auto_glosa(name, "2")
    assert cut(mock) == [("1", 0, ""), ("2", 6500, AUTO_GLOSAS[name])]


def test_a_switch_without_a_guia_is_for_all_until_it_is_off() -> None:
    mock = billed()
    mock.auto_glosa("cobertura")
    on = cut(mock)
    mock.auto_glosa("cobertura", on=False)
    assert (on, cut(mock)) == (
        [(guia, 6500, AUTO_GLOSAS["cobertura"]) for guia in ("1", "2")],
        [("1", 0, ""), ("2", 0, "")],
    )


def test_only_what_is_above_the_table_is_cut_as_1705() -> None:
    mock, dear = billed(), billed(7000)
    for each in (mock, dear):
        each.auto_glosa("tabela")
    assert (cut(mock), cut(dear)) == (
        [("1", 0, ""), ("2", 0, "")],
        [(guia, 500, "1705 - Valor cobrado a maior") for guia in ("1", "2")],
    )


def test_what_the_auditor_says_of_a_guia_wins() -> None:
    mock = billed()
    mock.auto_glosa("obito")
    assert cut(mock, Glosa("1", "1801 - Inválido", 100))[0] == ("1", 100, "1801 - Inválido")


def test_a_switch_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match='A glosa automática "clima" não existe; há estas: inadimplente, carencia'):
        billed().auto_glosa("clima")
