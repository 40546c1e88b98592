"""The files for a server run commands that exist, stop as the product stops, and keep the key out of the office."""

import re
from pathlib import Path

from agent.cli.summaries import SUMMARIES
from agent.vault.key import CREDENTIAL, VARIABLE

FOLDER = Path(__file__).parents[2] / "docs" / "servidor"


def test_the_unit_serves_stops_gently_and_starts_again() -> None:
    unit = (FOLDER / "faturista.service").read_text(encoding="utf-8")
    said = dict(re.findall(r"^(\w+)=(.*)$", unit, re.M))

    command = said["ExecStart"].split()[1]
    assert (command in SUMMARIES, said["KillSignal"], said["Restart"]) == (True, "SIGINT", "always")
    assert said["LoadCredentialEncrypted"].startswith(f"{CREDENTIAL}:")
    places = dict(place.split("=") for place in said["Environment"].split())
    assert set(places.values()) == {"/tmp"}  # PrivateTmp: the browser writes there, its home is read-only


def test_the_container_serves_and_has_every_room_of_the_product() -> None:
    text = (FOLDER / "Containerfile").read_text(encoding="utf-8")

    assert re.findall(r"^COPY (\w+) \w+$", text, re.M) == ["agent", "portals", "mappings", "spreadsheets"]
    assert (f"{VARIABLE}=/run/secrets/" in text, 'CMD ["servir"]' in text, "STOPSIGNAL SIGINT" in text) == (True,) * 3
