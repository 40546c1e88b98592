"""The process and its browser's context die at a step of a command beside the launch; the same command finishes it."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.portals.ipasem.dying import DEEDS, dying

pytestmark = pytest.mark.browser


def test_a_death_after_the_last_click_of_corrigir_is_read_from_the_portal_and_nothing_saved_twice(
    browser: Browser, tmp_path: Path
) -> None:
    deed = DEEDS["corrigir"]
    with dying(browser, tmp_path, "antiga", deed) as month:
        wrong = month.imperfect_at(deed, "post.gravar:after", 2)
    assert (month.deaths, wrong) == (1, [])


@pytest.mark.long
@pytest.mark.parametrize("name", DEEDS)
def test_a_death_at_every_step_of_a_command_leaves_each_row_as_wanted_and_nothing_done_twice(
    browser: Browser, tmp_path: Path, name: str
) -> None:
    deed = DEEDS[name]
    with dying(browser, tmp_path, "antiga", deed) as month:
        calm = month.boundaries(deed)
        wrong = month.imperfect(deed, calm, range(len(calm.passed)))
        print(f"{name}: {len(calm.passed)} deaths")
    assert wrong == {}
