"""faturista portal-simulado serves both portals, with what a trainee needs, until it is ended."""

import json
import os
import subprocess
import sys
from typing import IO, Any
from urllib.request import urlopen

import pytest

from tests.cli.journey import ROOT


@pytest.mark.parametrize("look", [[], ["--antiga"]], ids=["simples", "antiga"])
def test_both_portals_are_served_with_logins_and_authorisations_to_practise_with(look: list[str]) -> None:
    serving = subprocess.Popen(
        [sys.executable, "-m", "agent.cli.main", "portal-simulado", "--json", *look],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        assert serving.stdout is not None
        logins = _document(serving.stdout)["acessos"]
        pages = {login["portal"]: _page(login["endereco"]) for login in logins}
    finally:
        serving.kill()
        serving.communicate()

    assert [(login["portal"], len(login["autorizacoes"]), bool(login["senha"])) for login in logins] == [
        ("ipasem", 3, True),
        ("cassind", 3, True),
        ("ipasem", 3, True),
        ("cassind", 3, True),
    ]
    assert ("IPASEM" in pages["ipasem"].upper(), "CASSIND" in pages["cassind"].upper()) == (True, True)


def _document(stream: IO[str]) -> Any:
    """The first JSON document of a stream that stays open after it."""
    text = ""
    for line in stream:
        text += line
        if line == "}\n":
            return json.loads(text)
    raise AssertionError(f"the command ended: {text}")


def _page(address: str) -> str:
    with urlopen(address) as answer:
        return str(answer.read().decode("utf-8"))
