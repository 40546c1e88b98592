"""`faturista sondar` as typed: a person ticks the box, the first look is green, the second tells what changed."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from agent.vault.key import VARIABLE
from tests.cli.journey import Ran, faturista
from tests.journey.insurers import MES
from tests.journey.ipasem import Ipasem
from tests.journey.office import CLINICA, Office, open_office, stand

pytestmark = pytest.mark.browser


def sondar(office: Office, *options: str) -> Ran:
    asked = ("sondar", "ipasem", "--clinica", CLINICA, "--competencia", str(MES), *options)
    return faturista(*asked, cwd=office.folder.folder, **{VARIABLE: str(office.key)})


def test_a_portal_is_looked_at_without_a_trace_and_a_change_is_told(tmp_path: Path, browser: Browser) -> None:
    insurer = Ipasem("antiga")
    with stand(insurer) as standing:
        office = open_office(tmp_path / "escritorio", browser, insurer, standing.url)
        before = insurer.rows()

        first = sondar(office, "--json")
        insurer.mock.faults.arm("renamed_label", label="Ordenar por", to="Classificar por")
        second = sondar(office)

    told, acts = json.loads(first.out), [commit.action for commit in insurer.mock.journal()]
    assert (first.code, told["bem"], told["mudou"], told["impedidos"]) == (0, True, {}, [])
    assert (told["contagem"]["amarelo"], told["contagem"]["vermelho"]) == (0, 0)
    assert insurer.rows() == before
    assert set(acts[acts.index("entrar") :]) == {"entrar"}
    assert second.code == 1
    assert "Tela inicial, mudou desde a última vez:" in second.out
    assert '  - surgiu a lista de opções "Classificar por"' in second.out
    assert "Se a mudança é boa: repita com --aceitar." in second.out
    report = Path(told["relatorio"]).read_text(encoding="utf-8")
    assert [name for name in ("Ilka Brum", "7002-4", "Rita Mohr", "11222333000181") if name in report] == []
