"""The clock that waits are measured on."""

from datetime import UTC, datetime, timedelta

import pytest

from agent.model import point


def test_a_computers_time_set_forward_does_not_shorten_a_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    noon = datetime(2026, 11, 21, 12, tzinfo=UTC)
    times, seconds = iter([noon, noon + timedelta(hours=3)]), iter([100.0, 107.5])
    monkeypatch.setattr(point, "utc_now", lambda: next(times))
    monkeypatch.setattr(point, "monotonic", lambda: next(seconds))
    clock = point.steady_clock()
    assert clock() == noon + timedelta(seconds=7.5)
