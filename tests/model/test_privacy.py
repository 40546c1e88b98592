"""No mention of a patient survives, however a portal writes it."""

import pytest

from agent.model.privacy import without_people


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Paciente JOAO DA CONCEICAO não confere.", "Paciente ••• não confere."),
        ("João da Conceição; joão  da conceição", "•••; •••"),
        ("Cartão 0041-7000 recusado, 00417000", "Cartão ••• recusado, •••"),
        ("Joãozinho da Conceição", "Joãozinho da Conceição"),
        ("Autorização 2988000 já utilizada.", "Autorização 2988000 já utilizada."),
    ],
)
def test_a_sentence_loses_every_mention_of_the_patient_and_nothing_else(said: str, left: str) -> None:
    assert without_people(said, ["João da Conceição"], ["00417000"]) == left


def test_nothing_is_hidden_for_a_sheet_that_names_nobody() -> None:
    assert without_people("Movimento 10/2026 já está fechado.", [""], [""]) == "Movimento 10/2026 já está fechado."
