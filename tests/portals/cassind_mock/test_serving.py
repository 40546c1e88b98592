"""The portal as a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import httpx

from portals.mock.doors import DOOR_HEADER
from tests.portals.cassind_mock.people import seed


def test_the_portal_is_served_from_the_command_line_with_its_seed(tmp_path: Path) -> None:
    path = tmp_path / "seed.json"
    path.write_text(json.dumps(asdict(seed())), encoding="utf-8")
    command = [sys.executable, "-m", "portals.mock", "serve", "cassind", "--seed", str(path), "--skin", "antiga"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = json.loads(process.stdout.readline())
        found = httpx.get(f"{said['url']}/porta-do-auditor/registros", headers={DOOR_HEADER: said["token"]})
        process.terminate()
    assert found.json() == {
        "contas": [],
        "em_aberto": {"boavista": ["2400701", "2400702", "2400703"], "serena": ["2400790"]},
    }
