"""What a person settles of the doubtful rows holds, whatever the passes would say."""

from agent.model.match import Corte, JudgedEntry
from agent.reconcile.decisions import Decision, Decisions
from agent.reconcile.reconcile import reconcile
from tests.reconcile.notation import read_rows, write_verdicts

OTHER_CODE = """
L1 2678555 50000616 03/10 1 65,00
R1 2678555 50000624 03/10 1 65,00 = 65,00 + 0,00
"""


def settled(rows: str, *decisions: tuple[int, int | None], adds: bool = False) -> list[str]:
    decided = Decisions.of(Decision(line, entry, "Ana: conferido", adds) for line, entry in decisions)
    return write_verdicts(reconcile(*read_rows(rows), decided=decided))


def test_a_proposal_that_a_person_confirms_is_the_answer() -> None:
    assert settled(OTHER_CODE, (1, 1)) == [
        "L1 paga 65,00 = 65,00 + 0,00 + 0,00 + 0,00: R1 pessoa",
        "R1 casada L1",
    ]


def test_a_line_that_a_person_says_is_not_ours_is_proposed_no_more() -> None:
    assert settled(OTHER_CODE, (1, None)) == [
        "L1 sem retorno 65,00 = 0,00 + 0,00 + 65,00 + 0,00",
        "R1 estranha",
    ]


def test_a_line_given_to_an_answered_entry_moves_its_glosa() -> None:
    rows = """
        L1 2678555 50000616 03/10 1 65,00
        R1 2678555 50000616 03/10 1 65,00 = 0,00 + 65,00
        R2 2678559 50000616 29/10 1 65,00 = 65,00 + 0,00
    """
    assert settled(rows, (2, 1), adds=True) == [
        "L1 paga 65,00 = 65,00 + 0,00 + 0,00 + 0,00: R1 chave, R2 complemento",
        "R1 casada L1",
        "R2 ajuste L1",
    ]
    assert settled(rows, (1, 1), (2, 1)) == [
        "L1 paga 65,00 = 65,00 + 0,00 + 0,00 + 0,00: R1 pessoa, R2 complemento",
        "R1 casada L1",
        "R2 ajuste L1",
    ]


def test_what_a_line_pays_beyond_the_glosa_of_the_entry_it_is_given_to_was_paid_too_much() -> None:
    rows = """
        L1 2678555 50000616 03/10 1 65,00
        R1 2678555 50000616 03/10 1 65,00 = 40,00 + 25,00
        R2 2678559 50000616 29/10 1 65,00 = 65,00 + 0,00
        R3 2678560 50000616 30/10 1 10,00 = 10,00 + 0,00
    """
    assert settled(rows, (2, 1), (3, 1), adds=True) == [
        "L1 paga a maior 65,00 = 115,00 + 15,00 + 0,00 + -65,00: R1 chave, R2 pessoa, R3 complemento",
        "R1 casada L1",
        "R2 casada L1",
        "R3 ajuste L1",
    ]


def test_a_line_that_added_to_an_answer_is_the_answer_once_that_one_is_gone() -> None:
    rows = """
        L1 2678555 50000616 03/10 1 65,00
        R2 2678559 50000616 29/10 1 65,00 = 40,00 + 25,00
        R3 2678560 50000616 30/10 1 25,00 = 25,00 + 0,00
    """
    assert settled(rows, (2, 1), (3, 1), adds=True) == [
        "L1 paga 65,00 = 65,00 + 0,00 + 0,00 + 0,00: R2 pessoa, R3 complemento",
        "R2 casada L1",
        "R3 ajuste L1",
    ]


def test_a_line_given_to_an_entry_that_has_nothing_for_it_says_so() -> None:
    rows = """
        L1 2678555 50000616 03/10 1 65,00
        R2 2678559 50000616 29/10 1 -10,00 = -10,00 + 0,00
    """
    decided = Decisions.of([Decision(2, 1, "Ana: conferido", adds=True)])
    (line,) = reconcile(*read_rows(rows), decided=decided).lines
    assert (line.verdict, line.why) == (
        "estranha",
        "dada ao lançamento 1 (Ana: conferido), mas não há nele o que esta linha responda",
    )


def test_a_decision_about_a_row_that_is_gone_says_nothing() -> None:
    assert settled(OTHER_CODE, (9, 1), (1, 7)) == [
        "L1 sem retorno 65,00 = 0,00 + 0,00 + 65,00 + 0,00",
        "R1 estranha",
    ]


def test_how_an_entry_was_cut_is_told() -> None:
    rows = """
        L1 1 50000616 03/10 4 100,00
        R1 1 50000616 03/10 4 100,00 = 75,00 + 25,00
        L2 2 50000616 03/10 1 65,00
        R2 2 50000616 03/10 1 65,00 = 60,00 + 5,00
        L3 3 50000616 03/10 1 65,00
        R3 3 50000616 03/10 1 40,00 = 40,00 + 0,00
        R4 3 50000616 03/10 1 25,00 = 0,00 + 25,00
        L4 4 50000616 03/10 1 65,00
        R5 4 50000616 03/10 1 65,00 = 65,00 + 0,00
        R6 4 50000616 03/10 1 -30,00 = -30,00 + 0,00
        L5 5 50000616 03/10 1 65,00
        R7 5 50000616 03/10 1 65,00 = 0,00 + 65,00
    """
    judged: tuple[JudgedEntry, ...] = reconcile(*read_rows(rows)).entries
    assert [entry.corte for entry in judged] == [
        Corte.QUANTIDADE,
        Corte.PRECO,
        Corte.ITEM,
        Corte.ESTORNO,
        None,
    ]


def test_a_line_given_to_an_entry_of_no_value_is_judged_too() -> None:
    entries, lines = read_rows("L1 1 2334 03/10 2 0,00\nR1 1 2334 03/10 2 10,00 = 4,00 + 6,00")
    decided = Decisions.of([Decision(1, 1, "Ana: vi no papel")])

    assert write_verdicts(reconcile(entries, lines, decided=decided)) == [
        "L1 paga a maior 0,00 = 4,00 + 6,00 + 0,00 + -10,00: R1 pessoa",
        "R1 casada L1",
    ]
