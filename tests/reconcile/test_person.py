"""A name, or a card number, is a hint and no key: it proposes where nothing else speaks, and moves no money."""

import pytest

from agent.reconcile.person import Pessoa
from agent.reconcile.reconcile import reconcile
from tests.reconcile.notation import judged, read_rows

CASES = {
    "another authorisation altogether is proposed where the name agrees, accents and case aside": """
        L1 2678555 50000616 03/10 1 65,00 de Conceição de Inventada
        R1 9100001 50000616 03/10 1 65,00 = 40,00 + 25,00 de CONCEICAO  DE INVENTADA
        ->
        L1 a conferir 65,00 = 0,00 + 0,00 + 65,00 + 0,00: R1? nome
        R1 proposta L1
    """,
    "so it is where the card agrees, leading zeros and signs aside": """
        L1 2678555 50000616 03/10 1 65,00 cartão 0071.222-3
        R1 9100001 50000616 03/10 1 65,00 = 65,00 + 0,00 cartão 712223
        ->
        L1 a conferir 65,00 = 0,00 + 0,00 + 65,00 + 0,00: R1? nome
        R1 proposta L1
    """,
    "a return that names nobody proposes nothing": """
        L1 2678555 50000616 03/10 1 65,00 de Ana Inventada cartão 71
        R1 9100001 50000616 03/10 1 65,00 = 65,00 + 0,00
        ->
        L1 sem retorno 65,00 = 0,00 + 0,00 + 65,00 + 0,00
        R1 estranha
    """,
    "another person's line is a stranger": """
        L1 2678555 50000616 03/10 1 65,00 de Ana Inventada
        R1 9100001 50000616 03/10 1 65,00 = 65,00 + 0,00 de Ana Inventada Filha
        ->
        L1 sem retorno 65,00 = 0,00 + 0,00 + 65,00 + 0,00
        R1 estranha
    """,
    "a person with two such entries is not even proposed": """
        L1 2678555 50000616 03/10 1 65,00 de Ana Inventada
        L2 3678999 50000616 03/10 1 65,00 de Ana Inventada
        R1 9100001 50000616 03/10 1 65,00 = 65,00 + 0,00 de Ana Inventada
        ->
        L1 sem retorno 65,00 = 0,00 + 0,00 + 65,00 + 0,00
        L2 sem retorno 65,00 = 0,00 + 0,00 + 65,00 + 0,00
        R1 estranha
    """,
    "nor is one of whom two lines speak, by name and by card": """
        L1 2678555 50000616 03/10 1 65,00 de Ana Inventada cartão 71
        R1 9100001 50000616 03/10 1 65,00 = 65,00 + 0,00 de Ana Inventada
        R2 9100002 50000616 03/10 1 65,00 = 65,00 + 0,00 cartão 71
        ->
        L1 sem retorno 65,00 = 0,00 + 0,00 + 65,00 + 0,00
        R1 estranha
        R2 estranha
    """,
    "a name does not make up for another value": """
        L1 2678555 50000616 03/10 1 65,00 de Ana Inventada
        R1 9100001 50000616 03/10 1 60,00 = 60,00 + 0,00 de Ana Inventada
        ->
        L1 sem retorno 65,00 = 0,00 + 0,00 + 65,00 + 0,00
        R1 estranha
    """,
    "nor for another tooth": """
        L1 2678555 50000616 03/10 1 65,00 dente 11 de Ana Inventada
        R1 9100001 50000616 03/10 1 65,00 = 65,00 + 0,00 dente 12 de Ana Inventada
        ->
        L1 sem retorno 65,00 = 0,00 + 0,00 + 65,00 + 0,00
        R1 estranha
    """,
    "whatever else speaks for a line comes first": """
        L1 2678555 50000616 03/10 1 65,00 de Ana Inventada
        L2 9100001 50000616 20/10 1 65,00 de Bia Inventada
        R1 9100001 50000616 03/10 1 65,00 = 65,00 + 0,00 de Ana Inventada
        ->
        L1 sem retorno 65,00 = 0,00 + 0,00 + 65,00 + 0,00
        L2 a conferir 65,00 = 0,00 + 0,00 + 65,00 + 0,00: R1? item
        R1 proposta L2
    """,
}


@pytest.mark.parametrize("jotting", CASES.values(), ids=CASES.keys())
def test_the_jotting_ends_in_these_verdicts(jotting: str) -> None:
    found, expected = judged(jotting)
    assert found == expected


def test_the_reason_says_that_only_the_name_speaks_and_names_nobody() -> None:
    rows = read_rows("""
        L1 2678555 50000616 03/10 1 65,00 de Ana Inventada cartão 0071
        R1 9100001 50000616 03/10 1 65,00 = 65,00 + 0,00 de ANA INVENTADA cartão 71
    """)
    ((match,), views) = reconcile(*rows).proposals, repr(rows)
    assert (match.confidence, match.why) == (
        20,
        "autorização: 9100001 no retorno, 2678555 no lançamento; iguais: código, data, quantidade e valor; "
        "só um indício: coincide o nome do beneficiário e a carteira",
    )
    assert "inventada" not in views.casefold()


def test_two_people_of_whom_nothing_is_shown_have_nothing_in_common() -> None:
    assert Pessoa.of("", "").in_common(Pessoa.of(" ", "000")) == ""
