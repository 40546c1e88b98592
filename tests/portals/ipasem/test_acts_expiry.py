"""The session ends at each step of the commands beside the launch: after one sign-in the same command goes on, and
nothing is done twice.
"""

from typing import cast

import pytest

from agent.people.approval import Approver
from tests.journey.insurers import MES
from tests.portals.ipasem.aurora import Ana, Scene

pytestmark = [pytest.mark.browser, pytest.mark.long]
ANA = cast(Approver, Ana())


def taken_up(scene: Scene, step: str, what: str, *args: object) -> int:
    """The act, whose session ends at that step and which is done all the same; how often somebody had to sign in."""
    before = len(scene.portal.mock.requests("entrar"))
    scene.portal.mock.faults.arm("session_lost", on=step)
    answer = scene.act(what, *args)
    assert (answer.feito, scene.portal.mock.faults.standing("session_lost")) == (True, []), (step, answer)
    return len(scene.portal.mock.requests("entrar")) - before


def test_what_only_reads_is_asked_again(scene: Scene) -> None:
    acts: list[tuple[str, str, tuple[object, ...]]] = [
        ("cartao", "comparar", ()),
        ("conferencia", "comparar", ()),
        ("consultar", "consultar", (["2988001"],)),
        ("cartao", "atividades", ()),
        ("atividades", "atividades", ()),
        ("conferencia", "relatorio", ("data",)),
    ]
    before = scene.portal.standing()
    assert [taken_up(scene, step, what, *args) for step, what, args in acts] == [1] * len(acts)
    assert scene.portal.standing() == before


def test_a_correction_is_made_once(scene: Scene) -> None:
    first = scene.lines["fono"]
    asked = {2: first.replace("65,00;1;", "130,00;2;"), 1: first}
    signed = []
    for n, step in enumerate(("inicio", "cartao", "movimento", "abrir", "alterar", "gravar", "conferencia")):
        quantity = 2 - n % 2
        scene.lines["fono"] = asked[quantity]
        scene.write()
        signed.append(taken_up(scene, step, "corrigir", ANA))
        assert scene.portal.standing()[0] == ("2988001", "50000616", "", "", quantity, 6500 * quantity, True), step
        assert len(scene.portal.standing()) == 3, step
    assert signed == [1] * 7


@pytest.mark.parametrize("step", ["cartao", "abrir", "alterar", "excluir", "conferencia"])
def test_an_entry_is_taken_off_once_and_no_other(scene: Scene, step: str) -> None:
    signed = taken_up(scene, step, "excluir", "2988001", "", "lançada por engano", ANA)
    assert (signed, [row[1] for row in scene.portal.standing()]) == (1, ["2334", "2110"])


def test_a_month_is_reopened_once_each_time(scene: Scene) -> None:
    signed = []
    for step in ("cartao", "fechamento", "reabrir"):
        assert scene.office.fechar().fechado
        signed.append(taken_up(scene, step, "reabrir", "faltou uma guia", ANA))
        assert scene.portal.mock.recorded()["fechamentos"] == [], step
    assert signed == [1] * 3


def test_a_return_is_fetched_once(scene: Scene) -> None:
    assert scene.office.fechar().fechado
    scene.portal.mock.auditar(scene.portal.usuario, str(MES))
    for step in ("cartao", "retorno"):
        scene.portal.mock.faults.arm("session_lost", on=step)
        figures = scene.fetched()
        assert (figures.parado, figures.sem_retorno, figures.valor_liberado) == ("", 0, 16_774)


def test_a_launch_goes_on_when_the_session_ends_while_a_dental_code_is_looked_up(scene: Scene) -> None:
    row = next(m for m in scene.portal.mock.movements(scene.portal.usuario, str(MES)) if m.codigo == "2110")
    assert scene.act("excluir", "2557459", str(row.id), "radiografia de outro dente", ANA).feito
    scene.lines["xray"] = scene.lines["xray"].replace(";21,50;", ";;")
    scene.write()
    scene.plan()
    before = len(scene.portal.mock.requests("entrar"))
    scene.portal.mock.faults.arm("session_lost", on="sugerir")
    figures = scene.office.lancar()
    assert (figures.parado, figures.lancadas, figures.incertas) == ("", 3, 0)
    assert [line[1] for line in scene.portal.standing()] == ["50000616", "2334", "2110"]
    signed = len(scene.portal.mock.requests("entrar")) - before
    assert (signed, scene.portal.mock.faults.standing("session_lost")) == (1, [])
