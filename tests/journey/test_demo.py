"""The demonstration as a new user runs it: the command in its own process, its figures and what it leaves behind."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from agent.demo.clinics import demo_clinics
from agent.demo.insurer import PASSWORD
from agent.model.competencia import Competencia
from tests.leaks import leaks

pytestmark = pytest.mark.browser

_COUNTS = (
    "lidas",
    "rejeitadas",
    "pendentes",
    "lancadas",
    "recusadas",
    "incertas",
    "pagas",
    "glosadas",
    "glosa_parcial",
    "sem_retorno",
)
_NAMES = {
    "fono-harmonia": "Fono Harmonia",
    "dra-aurora": "Consultório Dra. Aurora Lindner",
    "vale-sereno": "Clínica Vale Sereno",
    "ipasem": "IPASEM-NH",
    "cassind": "CASSIND",
}
_AMOUNTS = ("valor_informado", "valor_liberado", "valor_glosado", "valor_pendente")


@pytest.mark.parametrize("look", [[], pytest.param(["--antiga"], marks=pytest.mark.long)], ids=["simples", "antiga"])
def test_a_month_of_three_clinics_ends_with_every_entry_exactly_once_and_every_centavo_explained(
    tmp_path: Path, look: list[str]
) -> None:
    folder = tmp_path / "demonstração"
    command = [sys.executable, "-m", "agent.cli.main", "demo", "--json", "--pasta", str(folder), *look]

    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)

    assert done.returncode == 0, done.stderr
    shown = json.loads(done.stdout)
    assert {(f["clinica"], f["portal"]): tuple(f[name] for name in _COUNTS) for f in shown["resultados"]} == {
        ("fono-harmonia", "ipasem"): (43, 3, 0, 39, 1, 0, 36, 1, 1, 1),
        ("dra-aurora", "cassind"): (41, 1, 0, 39, 1, 0, 36, 1, 1, 1),
        ("vale-sereno", "ipasem"): (25, 0, 0, 25, 0, 0, 23, 1, 0, 1),
        ("vale-sereno", "cassind"): (16, 1, 0, 15, 0, 0, 14, 0, 1, 0),
    }
    assert {(f["clinica"], f["portal"]): tuple(f[name] for name in _AMOUNTS) for f in shown["resultados"]} == {
        ("fono-harmonia", "ipasem"): (253500, 239000, 8000, 6500),
        ("dra-aurora", "cassind"): (469950, 443800, 14100, 12050),
        ("vale-sereno", "ipasem"): (200000, 184000, 8000, 8000),
        ("vale-sereno", "cassind"): (180750, 178700, 2050, 0),
    }
    assert shown["registros_dos_portais"] == {
        "planned": 118,
        "surplus": 0,
        "missing": 0,
        "drafts": 0,
        "for_a_moment": 0,
        "exatamente_uma_vez": True,
    }
    # How often a browser sends a cut form again is its own affair; the two cut on IPASEM are lost in any case.
    assert shown["respostas_perdidas"] >= 2
    assert shown["captchas_marcados_pela_pessoa"] == 2
    assert load_workbook(shown["planilha"]).sheetnames == ["Resumo", "Lançamentos", "Retorno", "Divergências"]
    assert _amounts_in(Path(shown["planilha"])) == {
        (_NAMES[f["clinica"]], _NAMES[f["portal"]]): [f[name] for name in _AMOUNTS] for f in shown["resultados"]
    }
    assert _said_of_people(folder, done.stdout + done.stderr) == []


def _amounts_in(workbook: Path) -> dict[tuple[str, str], list[int]]:
    """The sums of the Lançamentos sheet's own amounts, in centavos, by clinic and portal as they are shown there."""
    sums: dict[tuple[str, str], list[int]] = {}
    for row in load_workbook(workbook)["Lançamentos"].iter_rows(min_row=5, values_only=True):
        total = sums.setdefault((str(row[0]), str(row[1])), [0] * len(_AMOUNTS))
        for place, value in enumerate(row[10:14]):
            total[place] += int(Decimal(str(value or 0)) * 100)
    return sums


def _said_of_people(folder: Path, output: str) -> list[str]:
    """Patients, cards, logins and passwords where none may stand; the settings name the logins."""
    people, logins = [], []
    for clinic in demo_clinics(Competencia.of(datetime.now(UTC).date()).plus(-1)):
        for convenio in clinic.convenios:
            logins.append(convenio.usuario)
            people += [service.paciente for service in convenio.atendimentos]
            people += [service.carteira for service in convenio.atendimentos if convenio.portal == "ipasem"]
    elsewhere = [each for each in leaks(folder, logins, [], [output]) if not each.endswith(": faturista.toml")]
    return elsewhere + leaks(folder, people, [PASSWORD], [output])
