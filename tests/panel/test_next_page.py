"""Which sign-in's page a worker opens next, and which of them a person is shown."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from agent.ledger.vistas import Vista
from agent.panel.sessions import PASS_LASTS
from agent.panel.waiting_line import shown_next
from agent.schedule.afar import MOST, to_open

NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)


def vista(number: int, who: str, state: str = "pedida", **more: object) -> Vista:
    values: dict[str, Any] = {
        "clinica": f"c{number}",
        "portal": "ipasem",
        "asked_by": who,
        "asked_on": "aqui",
        "asked_at": "2026-12-01T11:59:59.000Z",
        "wanted_until": "2026-12-01T12:00:30.000Z",
        "state": state,
        "owner": "aqui:1" if state == "aberta" else "",
        "alive_until": "",
        "endpoint": "",
        "holder": "",
        "generation": 0,
        "holder_until": "",
        "entered": 0,
        "result": "",
        "ended_at": None,
    }
    return Vista(id=number, **{**values, **more})


@pytest.mark.parametrize(
    ("standing", "opened"),
    [
        ([vista(1, "Olga"), vista(2, "Olga"), vista(3, "Olga")], [1, 2]),
        ([vista(1, "Olga", "aberta"), vista(2, "Olga"), vista(3, "Olga")], [2]),
        ([vista(1, "Olga"), vista(2, "Olga"), vista(3, "Rita")], [1, 3, 2]),
        ([vista(n, f"p{n}") for n in range(MOST + 2)], list(range(MOST))),
        ([vista(n, f"p{n}", "aberta") for n in range(MOST)] + [vista(9, "Olga")], []),
        ([vista(1, "Olga", wanted_until="2026-12-01T12:00:00.000Z")], []),
        ([vista(1, "Olga", asked_on="longe")], []),
        ([vista(1, "Olga", asked_on="longe", asked_at="2026-12-01T11:59:40.000Z")], [1]),
    ],
)
def test_which_pages_a_worker_opens(standing: list[Vista], opened: list[int]) -> None:
    assert [v.id for v in to_open(standing, "aqui:1", NOW)] == opened


def test_the_page_in_hand_stays_though_an_earlier_one_becomes_ready() -> None:
    ready = {"endpoint": "1/A", "state": "aberta"}
    one, two = vista(1, "Olga", **ready, owner="aqui:1"), vista(2, "Olga", **ready, owner="aqui:1", holder="Olga")
    far, other = vista(3, "Olga", **ready, owner="longe:1"), vista(4, "Rita", **ready, owner="aqui:1")

    assert [shown_next(seen, "Olga", "aqui") for seen in ([one, two], [one], [far, other])] == [two, one, None]


def test_a_pass_is_short_lived() -> None:
    assert timedelta(0) < PASS_LASTS <= timedelta(minutes=1)
