"""What each pass explains of lines that say what was asked, and what it leaves alone; see notation.py."""

import pytest

from tests.reconcile.notation import judged

CASES = {
    "an equal line pays its entry": """
        L1 2678555 50000616 03/10 1 65,00
        R1 2678555 50000616 03/10 1 65,00 = 65,00 + 0,00
        ->
        L1 paga 65,00 = 65,00 + 0,00 + 0,00 + 0,00: R1 chave
        R1 casada L1
    """,
    "a line refused whole is a glosa": """
        L1 2678555 50000616 03/10 1 65,00
        R1 2678555 50000616 03/10 1 65,00 = 0,00 + 65,00
        ->
        L1 glosa 65,00 = 0,00 + 65,00 + 0,00 + 0,00: R1 chave
        R1 casada L1
    """,
    "a line refused in part is a partial glosa": """
        L1 2678555 50000616 03/10 1 65,00
        R1 2678555 50000616 03/10 1 65,00 = 40,01 + 24,99
        ->
        L1 glosa parcial 65,00 = 40,01 + 24,99 + 0,00 + 0,00: R1 chave
        R1 casada L1
    """,
    "an entry no line speaks of stays pending": """
        L1 2678555 50000616 03/10 1 65,00
        ->
        L1 sem retorno 65,00 = 0,00 + 0,00 + 65,00 + 0,00
    """,
    "a line no entry explains is a stranger": """
        R1 2678555 50000616 03/10 1 65,00 = 65,00 + 0,00
        ->
        R1 estranha
    """,
    "leading zeros are part of an authorisation": """
        L1 0678555 50000616 03/10 1 65,00
        R1 678555 50000616 03/10 1 65,00 = 65,00 + 0,00
        ->
        L1 a conferir 65,00 = 0,00 + 0,00 + 65,00 + 0,00: R1? outra autorizacao
        R1 proposta L1
    """,
    "of several authorisations that a misread one may mean, the most similar is proposed": """
        L1 2678557 50000616 03/10 1 65,00
        L2 2678655 50000616 03/10 1 65,00
        R1 2678556 50000616 03/10 1 65,00 = 65,00 + 0,00
        ->
        L1 a conferir 65,00 = 0,00 + 0,00 + 65,00 + 0,00: R1? outra autorizacao
        L2 sem retorno 65,00 = 0,00 + 0,00 + 65,00 + 0,00
        R1 proposta L1
    """,
    "an authorisation three letters away is another one": """
        L1 2678555 50000616 03/10 1 65,00
        R1 2678777 50000616 03/10 1 65,00 = 65,00 + 0,00
        ->
        L1 sem retorno 65,00 = 0,00 + 0,00 + 65,00 + 0,00
        R1 estranha
    """,
    "the X-ray pair pairs off by occurrence": """
        L1 2557459 2334 03/10 1 24,00
        L2 2557459 2334 03/10 1 24,00
        R1 2557459 2334 03/10 1 24,00 = 24,00 + 0,00
        R2 2557459 2334 03/10 1 24,00 = 0,00 + 24,00
        ->
        L1 paga 24,00 = 24,00 + 0,00 + 0,00 + 0,00: R1 chave
        L2 glosa 24,00 = 0,00 + 24,00 + 0,00 + 0,00: R2 chave
        R1 casada L1
        R2 casada L2
    """,
    "of an X-ray pair with one answer, the other stays pending": """
        L1 2557459 2334 03/10 1 24,00
        L2 2557459 2334 03/10 1 24,00
        R1 2557459 2334 03/10 1 24,00 = 24,00 + 0,00
        ->
        L1 paga 24,00 = 24,00 + 0,00 + 0,00 + 0,00: R1 chave
        L2 sem retorno 24,00 = 0,00 + 0,00 + 24,00 + 0,00
        R1 casada L1
    """,
    "a line too many for one entry is a stranger": """
        L1 2678555 50000616 03/10 1 65,00
        R1 2678555 50000616 03/10 1 65,00 = 65,00 + 0,00
        R2 2678555 50000616 03/10 1 65,00 = 65,00 + 0,00
        ->
        L1 paga 65,00 = 65,00 + 0,00 + 0,00 + 0,00: R1 chave
        R1 casada L1
        R2 estranha
    """,
    "the portal's row number tells equal entries apart": """
        L1 2557459 2334 03/10 1 24,00 mov 8001
        L2 2557459 2334 03/10 1 24,00 mov 8002
        R1 2557459 2334 03/10 1 24,00 = 0,00 + 24,00 mov 8002
        R2 2557459 2334 03/10 1 24,00 = 24,00 + 0,00 mov 8001
        ->
        L1 paga 24,00 = 24,00 + 0,00 + 0,00 + 0,00: R2 movimento
        L2 glosa 24,00 = 0,00 + 24,00 + 0,00 + 0,00: R1 movimento
        R1 casada L2
        R2 casada L1
    """,
    "of two months' entries with one row number, the line answers the one that it repeats": """
        L1 2557459 2334 05/09 1 24,00 mov 8001
        L2 2557459 2334 03/10 1 24,00 mov 8001
        R1 2557459 2334 03/10 1 24,00 = 24,00 + 0,00 mov 8001
        ->
        L1 sem retorno 24,00 = 0,00 + 0,00 + 24,00 + 0,00
        L2 paga 24,00 = 24,00 + 0,00 + 0,00 + 0,00: R1 movimento
        R1 casada L2
    """,
    "the tooth tells entries apart": """
        L1 2857489 2110 03/10 1 80,00 dente 11
        L2 2857489 2110 03/10 1 80,00 dente 21
        R1 2857489 2110 03/10 1 80,00 = 0,00 + 80,00 dente 21
        R2 2857489 2110 03/10 1 80,00 = 80,00 + 0,00 dente 11
        ->
        L1 paga 80,00 = 80,00 + 0,00 + 0,00 + 0,00: R2 chave
        L2 glosa 80,00 = 0,00 + 80,00 + 0,00 + 0,00: R1 chave
        R1 casada L2
        R2 casada L1
    """,
    "a return without teeth or faces still answers dental entries": """
        L1 2857489 2110 03/10 1 80,00 dente 11 faces MO
        L2 2857489 2130 03/10 1 95,00 dente 21 faces D
        R1 2857489 2110 03/10 1 80,00 = 80,00 + 0,00
        R2 2857489 2130 03/10 1 95,00 = 95,00 + 0,00 dente 21
        ->
        L1 paga 80,00 = 80,00 + 0,00 + 0,00 + 0,00: R1 sem dente
        L2 paga 95,00 = 95,00 + 0,00 + 0,00 + 0,00: R2 sem dente
        R1 casada L1
        R2 casada L2
    """,
    "another tooth is proposed, never taken": """
        L1 2857489 2110 03/10 1 80,00 dente 11
        R1 2857489 2110 03/10 1 80,00 = 80,00 + 0,00 dente 12
        ->
        L1 a conferir 80,00 = 0,00 + 0,00 + 80,00 + 0,00: R1? item
        R1 proposta L1
    """,
    "three sessions answered in one line share it, the odd centavo to the last": """
        L1 2678555 50000616 03/10 1 65,00
        L2 2678555 50000616 10/10 1 65,00
        L3 2678555 50000616 17/10 1 65,00
        R1 2678555 50000616 17/10 3 195,00 = 100,00 + 95,00
        ->
        L1 glosa parcial 65,00 = 33,33 + 31,67 + 0,00 + 0,00: R1 varios em uma
        L2 glosa parcial 65,00 = 33,33 + 31,67 + 0,00 + 0,00: R1 varios em uma
        L3 glosa parcial 65,00 = 33,34 + 31,66 + 0,00 + 0,00: R1 varios em uma
        R1 casada L1 L2 L3
    """,
    "sessions of one day are summed even when another day's have no answer": """
        L1 2678555 50000616 03/10 1 65,00
        L2 2678555 50000616 03/10 1 65,00
        L3 2678555 50000616 17/10 1 65,00
        R1 2678555 50000616 03/10 2 130,00 = 130,00 + 0,00
        ->
        L1 paga 65,00 = 65,00 + 0,00 + 0,00 + 0,00: R1 varios em uma
        L2 paga 65,00 = 65,00 + 0,00 + 0,00 + 0,00: R1 varios em uma
        L3 sem retorno 65,00 = 0,00 + 0,00 + 65,00 + 0,00
        R1 casada L1 L2
    """,
    "sessions are not summed to a line on the day of one that is answered already": """
        L1 2678555 50000616 03/10 1 65,00
        L2 2678555 50000616 10/10 1 65,00
        L3 2678555 50000616 17/10 1 65,00
        R1 2678555 50000616 10/10 1 65,00 = 65,00 + 0,00
        R2 2678555 50000616 10/10 2 130,00 = 0,00 + 130,00
        ->
        L1 a conferir 65,00 = 0,00 + 0,00 + 65,00 + 0,00: R2? item
        L2 paga 65,00 = 65,00 + 0,00 + 0,00 + 0,00: R1 chave
        L3 sem retorno 65,00 = 0,00 + 0,00 + 65,00 + 0,00
        R1 casada L2
        R2 proposta L1
    """,
    "one entry answered session by session": """
        L1 2678555 50000616 03/10 2 130,00
        R1 2678555 50000616 03/10 1 65,00 = 65,00 + 0,00
        R2 2678555 50000616 10/10 1 65,00 = 0,00 + 65,00
        ->
        L1 glosa parcial 130,00 = 65,00 + 65,00 + 0,00 + 0,00: R1 um em varias, R2 um em varias
        R1 casada L1
        R2 casada L1
    """,
    "a partial glosa printed as a paid and a refused row": """
        L1 2678555 50000616 03/10 1 65,00
        R1 2678555 50000616 03/10 1 40,00 = 40,00 + 0,00
        R2 2678555 50000616 03/10 1 25,00 = 0,00 + 25,00
        ->
        L1 glosa parcial 65,00 = 40,00 + 25,00 + 0,00 + 0,00: R1 um em varias, R2 um em varias
        R1 casada L1
        R2 casada L1
    """,
    "a line that does not add up is nobody's": """
        L1 2678555 50000616 03/10 1 65,00
        R1 2678555 50000616 03/10 1 65,00 = 65,00 + 1,00
        ->
        L1 sem retorno 65,00 = 0,00 + 0,00 + 65,00 + 0,00
        R1 estranha
    """,
    "a line with a negative amount is nobody's": """
        L1 2678555 50000616 03/10 1 65,00
        R1 2678555 50000616 03/10 1 65,00 = 70,00 + -5,00
        ->
        L1 sem retorno 65,00 = 0,00 + 0,00 + 65,00 + 0,00
        R1 estranha
    """,
}


@pytest.mark.parametrize("jotting", CASES.values(), ids=CASES.keys())
def test_the_jotting_ends_in_these_verdicts(jotting: str) -> None:
    found, expected = judged(jotting)

    assert found == expected
