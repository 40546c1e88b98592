"""The process and its browser's context die at a step boundary of one batch; the next process finishes it."""

from pathlib import Path

import pytest

from tests.journey.batch import Batch
from tests.journey.deaths import Dying
from tests.skins import on_both_skins

pytestmark = pytest.mark.browser
_SAMPLE = 25


@on_both_skins()
def test_a_death_between_two_steps_leaves_each_entry_exactly_once(tmp_path: Path, batch: Batch, skin: str) -> None:
    dying = Dying(batch, tmp_path)
    recorder = dying.boundaries()
    first = 1 if skin == "simples" else 1 + _SAMPLE // 2
    assert dying.imperfect(recorder, recorder.distinct[first::_SAMPLE]) == {}


@pytest.mark.long
def test_a_death_at_every_step_leaves_each_entry_exactly_once(tmp_path: Path, batch: Batch) -> None:
    dying = Dying(batch, tmp_path)
    recorder = dying.boundaries()
    assert dying.imperfect(recorder, range(len(recorder.passed))) == {}
