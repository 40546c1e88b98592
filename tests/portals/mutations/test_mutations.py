"""A portal that changed overnight: every entry is right or was stopped before anything was saved, in every mutation."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser

from tests.portals.mutations.cases import Mutation, every, sample
from tests.portals.mutations.running import Bench, Result, open_bench

pytestmark = pytest.mark.browser

Runner = Callable[[Mutation], Result]


@pytest.fixture(scope="module")
def run(browser: Browser) -> Iterator[Runner]:
    """Runs a mutation on its portal; each portal is served once, with an entry for every mutation there is."""
    benches: dict[tuple[str, str], Bench] = {}
    with ExitStack() as stack:

        def run(mutation: Mutation) -> Result:
            key = (mutation.flow, mutation.skin)
            if key not in benches:
                places = sum((m.flow, m.skin) == key for m in every()) + 1
                benches[key] = open_bench(stack, browser, *key, places)
            return benches[key].run(mutation)

        yield run


@pytest.mark.parametrize("mutation", sample(), ids=lambda mutation: mutation.name)
def test_a_screen_that_changed_never_saves_anything_wrong(run: Runner, mutation: Mutation) -> None:
    assert run(mutation) in (Result.WORKS, Result.STOPS)


@pytest.mark.parametrize("flow", ["ipasem", "simplificado", "detalhado"])
def test_an_unchanged_portal_works(run: Runner, flow: str) -> None:
    assert run(Mutation(flow, "simples", "as it was", lambda _: True, lambda text: text + " ")) is Result.WORKS


@pytest.mark.long
def test_of_all_mutations_none_saves_anything_wrong(run: Runner) -> None:
    results = {mutation.name: run(mutation) for mutation in every()}
    told = Counter(results.values())
    print(f"\n{len(results)} mutations: " + ", ".join(f"{count} {result}" for result, count in told.items()))
    assert len(results) >= 300
    assert [name for name, result in results.items() if result in (Result.WRONG, Result.ASIDE)] == []
