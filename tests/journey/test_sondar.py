"""`faturista sondar` as typed: a person ticks the box, the first look is green, the second tells what changed."""

import json
from contextlib import nullcontext
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from agent.vault.key import VARIABLE
from portals.probe.sondagem import read_known
from tests.cli.journey import Ran, faturista
from tests.journey.insurers import MES
from tests.journey.ipasem import Ipasem
from tests.journey.looking import here, prober_of
from tests.journey.office import CLINICA, Office, open_office, stand

pytestmark = pytest.mark.browser


ASKED = ("sondar", "ipasem", "--clinica", CLINICA, "--competencia", str(MES))


def as_typed(office: Office) -> Ran:
    """The command in a process and a browser of its own, every screen."""
    return faturista(*ASKED, "--json", cwd=office.folder.folder, **{VARIABLE: str(office.key)})


def once_more(office: Office) -> Ran:
    """The first screen again, in the tests' own browser."""
    with prober_of(office) as prober, pytest.MonkeyPatch.context() as patch:
        patch.setattr("agent.cli.sondar.open_prober", lambda *_, **__: nullcontext(prober))
        patch.setattr("agent.runner.probing.read_known", lambda portal: read_known(portal).only(["Tela inicial"]))
        return here(office, *ASKED)


def test_a_portal_is_looked_at_without_a_trace_and_a_change_is_told(tmp_path: Path, browser: Browser) -> None:
    insurer = Ipasem("antiga")
    with stand(insurer) as standing:
        office = open_office(tmp_path / "escritorio", browser, insurer, standing.url)
        before = insurer.rows()

        first = as_typed(office)
        insurer.mock.faults.arm("renamed_label", label="Ordenar por", to="Classificar por")
        second = once_more(office)

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
