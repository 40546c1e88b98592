"""The portal as a process of its own, killed and started again."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from selectolax.lexbor import LexborHTMLParser

from portals.ipasem.mock.seed import load_seed
from portals.mock.doors import DOOR_HEADER
from portals.mock.person import SimulatedPerson
from tests.portals.ipasem_mock.conftest import LOGIN, WELL_TYPED
from tests.portals.ipasem_mock.people import CLINICA, MONTH, seed


@contextmanager
def _process(seed_file: Path, state: Path) -> Iterator[tuple[str, str]]:
    """A portal in a process, as (address, door token); killed on leaving, not asked."""
    command = [sys.executable, "-m", "portals.mock", "serve", "ipasem"]
    settings = ["--seed", str(seed_file), "--state", str(state)]
    with subprocess.Popen([*command, *settings], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            said = json.loads(process.stdout.readline())
            yield said["url"], said["token"]
        finally:
            process.kill()


def _hidden(page: httpx.Response, name: str) -> str:
    field = LexborHTMLParser(page.text).css_first(f"input[name={name}]")
    assert field is not None
    return field.attributes["value"] or ""


def _launch(url: str, token: str) -> None:
    """Signs in with a person's help, opens an authorisation and saves it."""
    with httpx.Client(base_url=url, follow_redirects=True) as client, SimulatedPerson(url, token):
        page = client.get(LOGIN)
        frame = LexborHTMLParser(page.text).css_first("iframe[title=reCAPTCHA]")
        assert frame is not None
        tick = client.get(f"{frame.attributes['src']}/estado", timeout=30).json()["token"]
        form = {"documento": CLINICA.document, "senha": CLINICA.password, "g-recaptcha-response": tick}
        home = client.post(LOGIN, data={**form, "_csrf": _hidden(page, "_csrf")})
        known = {**MONTH, "_csrf": _hidden(home, "_csrf"), "autorizacao": "2678555"}
        opened = client.post("/requerimentos/abrir-autorizacao", data=known).json()
        field = LexborHTMLParser(opened["html"]).css_first("[name=movimento]")
        assert field is not None
        known["movimento"] = field.attributes["value"] or ""
        client.post("/requerimentos/gravar", data={**known, **WELL_TYPED})


def _recorded(url: str, token: str) -> list[dict[str, Any]]:
    answer = httpx.get(f"{url}/porta-do-auditor/registros", headers={DOOR_HEADER: token}).json()
    movements: list[dict[str, Any]] = answer["movimentos"]
    return movements


def test_a_killed_portal_still_holds_what_it_committed(tmp_path: Path) -> None:
    seed_file, state = tmp_path / "seed.json", tmp_path / "estado.jsonl"
    seed_file.write_text(seed().model_dump_json(), encoding="utf-8")
    with _process(seed_file, state) as portal:
        _launch(*portal)
        before = _recorded(*portal)
    with _process(seed_file, state) as portal:
        after = _recorded(*portal)
    assert ([row["finalizado"] for row in before], after) == ([True], before)


def test_a_seed_survives_its_file(tmp_path: Path) -> None:
    path = tmp_path / "seed.json"
    path.write_text(seed().model_dump_json(), encoding="utf-8")
    assert load_seed(path) == seed()
