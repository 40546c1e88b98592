"""A file of fewer clinics or portals has a name of its own."""

import pytest

from agent.runner.scope_name import Pairs, scope_name

A, B, C = ("a", "ipasem"), ("a", "cassind"), ("b", "ipasem")
MANY = tuple((f"clinica-{number:02d}", "ipasem") for number in range(20))


@pytest.mark.parametrize(
    ("pairs", "accesses", "name"),
    [
        ((A, B, C), (A, B, C), "escritorio"),
        ((A, B), (A, B, C), "a"),
        ((A, B), (A, B), "a"),
        ((B,), (A, B, C), "a-cassind"),
        ((A, C), (A, B, C), "escritorio-ipasem"),
        ((C,), (A, B, C), "b"),
        ((C, A, B), (A, B, C, ("c", "ipasem")), "a+b"),
        ((C, A), (A, B, C, ("c", "ipasem")), "a+b-ipasem"),
    ],
)
def test_a_name_says_which_clinics_and_portals(pairs: Pairs, accesses: Pairs, name: str) -> None:
    assert scope_name(pairs, accesses) == name


def test_many_clinics_have_a_short_name_that_is_theirs_alone() -> None:
    names = [scope_name(pairs, MANY) for pairs in (MANY[1:], MANY[:-1])]
    assert ([name[:12] for name in names], len(set(names))) == (["19-clinicas-"] * 2, 2)
