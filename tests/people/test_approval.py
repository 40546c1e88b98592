"""An approval is a person's, and good for exactly the state that was shown."""

import pytest

from agent.model.errors import Moved, PersonNeeded
from agent.people.approval import approver

HASH = "ab12cd" + "0" * 58
ACT = "Fechar 10/2026 de sorriso no ipasem"


def terminal(typed: str) -> tuple[str | None, list[str]]:
    said: list[str] = []

    def ask(text: str) -> str:
        said.append(text)
        return typed

    return approver(None, "ana", said.append, ask).approve(ACT, ["40 linhas, 2.600,00"], HASH), said


def test_typing_the_shown_code_approves() -> None:
    assert terminal(" AB12CD ") == (
        "ana",
        [
            "Fechar 10/2026 de sorriso no ipasem: isto não pode ser desfeito pelo faturista.",
            "  - 40 linhas, 2.600,00",
            f"  Estado: {HASH}",
            "Para aprovar, digite ab12cd e Enter (só Enter desiste): ",
        ],
    )


@pytest.mark.parametrize("typed", ["", "s", "sim", "ab12c", "ab12cd0"])
def test_anything_else_does_not(typed: str) -> None:
    assert terminal(typed)[0] is None


def test_a_given_hash_approves_exactly_that_state() -> None:
    assert approver(HASH.upper(), "ana", print, None).approve(ACT, [], HASH) == "ana"


@pytest.mark.parametrize("given", ["", HASH[:6], "f" * 64])
def test_a_hash_of_another_state_is_refused(given: str) -> None:
    with pytest.raises(Moved) as caught:
        approver(given, "ana", print, input).approve(ACT, [], HASH)

    assert str(caught.value) == (
        "Fechar 10/2026 de sorriso no ipasem: a aprovação dada é de outro estado."
        f" Nada foi feito. Confira os achados e aprove de novo, com --aprovar {HASH}"
    )


def test_without_a_terminal_the_act_waits_for_a_person() -> None:
    with pytest.raises(PersonNeeded) as caught:
        approver(None, "ana", print, None).approve(ACT, [], HASH)

    assert str(caught.value) == (
        "Fechar 10/2026 de sorriso no ipasem: falta a aprovação de uma pessoa."
        f" Nada foi feito. Confira os achados e repita o comando com --aprovar {HASH}"
    )
