"""What each pass makes of lines that say otherwise or come later, and what is only proposed; see notation.py."""

import pytest

from tests.reconcile.notation import judged

CASES = {
    "a value that the insurer recomputed is a difference, not a payment": """
        L1 2678555 50000616 03/10 1 65,00
        R1 2678555 50000616 03/10 1 60,00 = 60,00 + 0,00
        ->
        L1 a conferir 65,00 = 60,00 + 0,00 + 0,00 + 5,00: R1 tabela
        R1 casada L1
    """,
    "the insurer may have recomputed upwards": """
        L1 2678555 50000616 03/10 1 65,00
        R1 2678555 50000616 03/10 1 70,00 = 70,00 + 0,00
        ->
        L1 paga a maior 65,00 = 70,00 + 0,00 + 0,00 + -5,00: R1 tabela
        R1 casada L1
    """,
    "an appeal that was won is paid out of the glosa": """
        L1 2678555 50000616 03/10 1 65,00
        R1 2678555 50000616 03/10 1 65,00 = 40,00 + 25,00
        R2 2678555 50000616 03/10 1 25,00 = 20,00 + 5,00
        ->
        L1 glosa parcial 65,00 = 60,00 + 5,00 + 0,00 + 0,00: R1 chave, R2 complemento
        R1 casada L1
        R2 ajuste L1
    """,
    "an appeal that was lost moves nothing": """
        L1 2678555 50000616 03/10 1 65,00
        R1 2678555 50000616 03/10 1 65,00 = 40,00 + 25,00
        R2 2678555 50000616 03/10 1 25,00 = 0,00 + 25,00
        ->
        L1 glosa parcial 65,00 = 40,00 + 25,00 + 0,00 + 0,00: R1 chave, R2 complemento
        R1 casada L1
        R2 ajuste L1
    """,
    "an estorno takes back what was paid": """
        L1 2678555 50000616 03/10 1 65,00
        R1 2678555 50000616 03/10 1 65,00 = 65,00 + 0,00
        R2 2678555 50000616 03/10 1 -65,00 = -65,00 + 0,00
        ->
        L1 glosa 65,00 = 0,00 + 65,00 + 0,00 + 0,00: R1 chave, R2 estorno
        R1 casada L1
        R2 ajuste L1
    """,
    "an estorno and a new answer come to the new answer": """
        L1 2678555 50000616 03/10 1 65,00
        R1 2678555 50000616 03/10 1 65,00 = 65,00 + 0,00
        R2 2678555 50000616 03/10 1 -65,00 = -65,00 + 0,00
        R3 2678555 50000616 03/10 1 65,00 = 40,00 + 25,00
        ->
        L1 glosa parcial 65,00 = 40,00 + 25,00 + 0,00 + 0,00: R1 chave, R2 estorno, R3 complemento
        R1 casada L1
        R2 ajuste L1
        R3 ajuste L1
    """,
    "an estorno of more than was paid is nobody's": """
        L1 2678555 50000616 03/10 1 65,00
        R1 2678555 50000616 03/10 1 65,00 = 40,00 + 25,00
        R2 2678555 50000616 03/10 1 -65,00 = -65,00 + 0,00
        ->
        L1 glosa parcial 65,00 = 40,00 + 25,00 + 0,00 + 0,00: R1 chave
        R1 casada L1
        R2 estranha
    """,
    "a late payment beside an entry that waits is only proposed": """
        L1 2678555 50000616 03/10 1 65,00
        L2 2678555 50000616 03/10 2 140,00
        R1 2678555 50000616 03/10 1 65,00 = 40,00 + 25,00
        R2 2678555 50000616 03/10 1 25,00 = 25,00 + 0,00
        ->
        L1 glosa parcial 65,00 = 40,00 + 25,00 + 0,00 + 0,00: R1 chave
        L2 a conferir 140,00 = 0,00 + 0,00 + 140,00 + 0,00: R2? item
        R1 casada L1
        R2 proposta L2
    """,
    "the row number vouches for a recomputed value on another date": """
        L1 2678555 50000616 03/10 1 65,00 mov 8001
        R1 2678555 50000616 29/10 1 60,00 = 60,00 + 0,00 mov 8001
        ->
        L1 a conferir 65,00 = 60,00 + 0,00 + 0,00 + 5,00: R1 tabela
        R1 casada L1
    """,
    "a date five days off is the same service when nothing else could be": """
        L1 2678555 50000616 03/10 1 65,00
        R1 2678555 50000616 08/10 1 65,00 = 65,00 + 0,00
        ->
        L1 paga 65,00 = 65,00 + 0,00 + 0,00 + 0,00: R1 data proxima
        R1 casada L1
    """,
    "six days off is for a person": """
        L1 2678555 50000616 03/10 1 65,00
        R1 2678555 50000616 09/10 1 65,00 = 65,00 + 0,00
        ->
        L1 a conferir 65,00 = 0,00 + 0,00 + 65,00 + 0,00: R1? item
        R1 proposta L1
    """,
    "a near date with two candidates is proposed to the nearest": """
        L1 2678555 50000616 03/10 1 65,00
        L2 2678555 50000616 06/10 1 65,00
        R1 2678555 50000616 05/10 1 65,00 = 65,00 + 0,00
        ->
        L1 sem retorno 65,00 = 0,00 + 0,00 + 65,00 + 0,00
        L2 a conferir 65,00 = 0,00 + 0,00 + 65,00 + 0,00: R1? data proxima
        R1 proposta L2
    """,
    "another quantity is for a person": """
        L1 2678555 50000616 03/10 10 650,00
        R1 2678555 50000616 03/10 5 325,00 = 325,00 + 0,00
        ->
        L1 a conferir 650,00 = 0,00 + 0,00 + 650,00 + 0,00: R1? item
        R1 proposta L1
    """,
    "another code is for a person": """
        L1 2678555 50000616 03/10 1 65,00
        R1 2678555 50000624 03/10 1 65,00 = 65,00 + 0,00
        ->
        L1 a conferir 65,00 = 0,00 + 0,00 + 65,00 + 0,00: R1? outro codigo
        R1 proposta L1
    """,
    "another code with two candidates is not even proposed": """
        L1 2678555 50000616 03/10 1 65,00
        L2 2678555 50000632 03/10 1 65,00
        R1 2678555 50000624 03/10 1 65,00 = 65,00 + 0,00
        ->
        L1 sem retorno 65,00 = 0,00 + 0,00 + 65,00 + 0,00
        L2 sem retorno 65,00 = 0,00 + 0,00 + 65,00 + 0,00
        R1 estranha
    """,
    "what a later pass takes away makes the rest plain to an earlier one": """
        L1 2678555 50000616 03/10 1 65,00
        L2 2678555 50000616 10/10 1 65,00
        L3 2678555 50000616 17/10 1 65,00
        R1 2678555 50000616 17/10 1 60,00 = 60,00 + 0,00
        R2 2678555 50000616 30/10 2 130,00 = 130,00 + 0,00
        ->
        L1 paga 65,00 = 65,00 + 0,00 + 0,00 + 0,00: R2 varios em uma
        L2 paga 65,00 = 65,00 + 0,00 + 0,00 + 0,00: R2 varios em uma
        L3 a conferir 65,00 = 60,00 + 0,00 + 0,00 + 5,00: R1 tabela
        R1 casada L3
        R2 casada L1 L2
    """,
}


@pytest.mark.parametrize("jotting", CASES.values(), ids=CASES.keys())
def test_the_jotting_ends_in_these_verdicts(jotting: str) -> None:
    found, expected = judged(jotting)

    assert found == expected
