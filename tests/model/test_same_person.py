"""Two written names as a table: the same person, a doubt for a person, or somebody else."""

import pytest

from agent.model.same_person import THRESHOLD, Likeness, NameMatch, same_person

SAME = [
    ("João da Silva", "JOAO  DA SILVA"),
    ("José Antônio Ação", "jose antonio acao"),
    ("João da Silva", "JOÃO SILVA"),
    ("Silva, João da", "JOÃO DA SILVA"),
    ("SOUZA LIMA ANA", "Ana Souza Lima"),
    ("João P. Silva", "JOÃO PEREIRA SILVA"),
    ("Maria C. S. Lima", "MARIA CLARA SOUZA LIMA"),
    ("Maria Aparecida dos Santos Oliveira", "MARIA APARECIDA DOS SANTOS OLIV"),
    ("Maria Aparecida dos Santos Oliveira", "MARIA APARECIDA DOS SANT"),
    ("Pedro Mello Jr.", "PEDRO MELLO JÚNIOR"),
    ("Joana D'Ávila", "JOANA DAVILA"),
]
DOUBTFUL = [
    ("Ana Lima", "ANA LIMA JR"),
    ("Pedro Mello Filho", "PEDRO MELLO"),
    ("João Silva", "JOÃO PEREIRA SILVA"),
    ("Maria José", "JOSÉ MARIA"),
    ("Maria José da Silva", "JOSÉ MARIA DA SILVA"),
    ("Mariana Souza", "MARIANA SOUSA"),
    ("M. Souza", "MARIA SOUZA"),
    ("Maria S.", "MARIA SOUZA"),
    ("Ana B. C. D. E.", "ANA BRUM COSTA DIAS ELY"),
    ("Maria Aparecida dos Santos", "MARIA APARECIDA DOS SANTOS OLIVEIRA"),
]
OTHER = [
    ("João da Silva", "JOANA DA SILVA"),
    ("Ana Lima", "ANA REIS"),
    ("João P. Silva", "JOÃO ANTUNES SILVA"),
    ("Pedro Mello Filho", "PEDRO MELLO NETO"),
    ("Bia Sá", "CAIO REIS"),
    ("", ""),
    ("Ana Lima", ""),
    ("da", "de"),
]


@pytest.mark.parametrize(
    ("asked", "shown", "likeness"),
    [
        *((*pair, Likeness.SAME) for pair in SAME),
        *((*pair, Likeness.DOUBTFUL) for pair in DOUBTFUL),
        *((*pair, Likeness.OTHER) for pair in OTHER),
    ],
)
def test_two_names_are_one_persons_a_doubt_or_two_peoples_whichever_comes_first(
    asked: str, shown: str, likeness: Likeness
) -> None:
    assert (same_person(asked, shown).likeness, same_person(shown, asked).likeness) == (likeness, likeness)


@pytest.mark.parametrize(("asked", "shown"), [*SAME, *DOUBTFUL])
def test_only_the_same_person_reaches_the_threshold(asked: str, shown: str) -> None:
    found = same_person(asked, shown)
    assert (found.score >= THRESHOLD) == (found.likeness is Likeness.SAME)


def test_the_score_says_how_far_the_words_agree() -> None:
    assert same_person("João P. Silva", "JOÃO PEREIRA SILVA") == NameMatch(Likeness.SAME, 90)
