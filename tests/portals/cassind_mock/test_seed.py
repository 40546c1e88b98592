"""What a seed may hold."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from portals.cassind.mock.seed import Guia, Seed, load_seed
from tests.portals.cassind_mock.people import CLINICA, guia, seed


def test_a_seed_written_as_json_is_read_back_whole(tmp_path: Path) -> None:
    path = tmp_path / "seed.json"
    path.write_text(json.dumps(asdict(seed())), encoding="utf-8")
    assert load_seed(path) == seed()


@pytest.mark.parametrize(
    ("guias", "message"),
    [
        ([guia(1), guia(1)], 'guia "2400701" appears twice in the seed'),
        ([guia(1, "ninguem")], 'guia "2400701": no account has the login "ninguem"'),
        ([replace(guia(1), date="01/10/2026")], "Invalid isoformat string: '01/10/2026'"),
    ],
)
def test_a_seed_that_contradicts_itself_is_refused(guias: list[Guia], message: str) -> None:
    with pytest.raises(ValueError) as raised:  # noqa: PT011 - the whole sentence is compared below
        Seed([CLINICA], guias)
    assert str(raised.value) == message


def test_a_password_is_not_in_the_text_of_an_account() -> None:
    assert "segredo" not in repr(CLINICA)
