"""The month's commands: what they ask of the runner, what they answer, how they end."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from agent.cli import conciliar, fechar, lancar, planejar, retorno, situacao
from agent.cli.edge import run
from agent.cli.main import command
from agent.cli.scope import Scope
from agent.model.figures import Fechamento, Figures, Parada
from agent.model.progress import Progress
from agent.people.approval import Approver
from agent.people.presence import Say
from agent.runner.plan import Plan
from tests.config.office_file import write_office

FIGURES = Figures(
    "sorriso", "ipasem", "2026-10", lidas=1, lancadas=1, pagas=1, valor_informado=6500, valor_liberado=6500
)
STATE = "ab12" * 16


class FakeRuns:
    """A runner that remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    def __call__(self, say: Say, progress: Progress, *, mostrar: bool = False) -> "FakeRuns":
        self.asked.append(mostrar)
        return self

    def planejar(self, scope: Scope) -> Sequence[Plan | Parada]:
        self.asked.append(("planejar", str(scope.competencia), scope.pairs))
        return [Parada("sorriso", "ipasem", "2026-10", "O portal está fora do ar.")]

    def lancar(self, scope: Scope, approver: Approver) -> Sequence[Figures]:
        self.asked.append(("lancar", str(scope.competencia), scope.pairs))
        return [FIGURES]

    def fechar(self, scope: Scope, approver: Approver) -> Sequence[Fechamento]:
        who = approver.approve("Fechar 10/2026 de sorriso no ipasem", ["1 linha, 65,00"], STATE)
        self.asked.append(("fechar", str(scope.competencia), scope.pairs, who))
        return [Fechamento("sorriso", "ipasem", "2026-10", True, "Fechado.", (), STATE)]

    def retorno(self, scope: Scope) -> Sequence[Figures]:
        self.asked.append(("retorno", str(scope.competencia), scope.pairs))
        return [FIGURES]

    def conciliar(self, scope: Scope, saida: Path | None) -> tuple[Sequence[Figures], Path]:
        self.asked.append(("conciliar", str(scope.competencia), scope.pairs, saida))
        return [FIGURES], Path("conciliacao.xlsx")

    def situacao(self, scope: Scope) -> Sequence[Figures]:
        self.asked.append(("situacao", str(scope.competencia), scope.pairs))
        return [FIGURES]


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeRuns:
    """A right office in the current folder, and a runner behind every command."""
    monkeypatch.chdir(write_office(tmp_path))
    monkeypatch.delenv("FATURISTA_PASTA", raising=False)
    fake = FakeRuns()
    for module in (planejar, lancar, fechar, retorno, conciliar, situacao):
        monkeypatch.setattr(module, "runs", fake)
    return fake


ONE = ["--competencia", "10/2026", "--clinica", "sorriso", "--portal", "ipasem"]
PAIR = (("sorriso", "ipasem"),)


@pytest.mark.parametrize("name", ["lancar", "retorno", "situacao"])
def test_figures_are_asked_for_the_scope_and_answered(
    name: str, fake: FakeRuns, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(command, [name, *ONE, "--json"])

    body = json.loads(capsys.readouterr().out)
    assert (code, fake.asked) == (0, [False, (name, "10/2026", PAIR)])
    assert (body["total"]["lancadas"], body["resultados"][0]["valor_liberado"]) == (1, 6500)


def test_the_window_is_shown_on_demand(fake: FakeRuns) -> None:
    run(command, ["lancar", *ONE, "--mostrar"])

    assert fake.asked == [True, ("lancar", "10/2026", PAIR)]


def test_a_plan_that_a_portal_stopped_ends_with_its_code(fake: FakeRuns, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(command, ["planejar", *ONE])

    assert (code, fake.asked) == (3, [False, ("planejar", "10/2026", PAIR)])
    assert capsys.readouterr().out.endswith("sorriso, ipasem: parou. O portal está fora do ar.\n")


def test_the_workbook_s_place_is_told(fake: FakeRuns, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(command, ["conciliar", *ONE, "--saida", "x.xlsx"])

    assert (code, fake.asked) == (0, [False, ("conciliar", "10/2026", PAIR, Path("x.xlsx"))])
    assert capsys.readouterr().out.endswith("Planilha de conciliação: conciliacao.xlsx\n")


def test_a_given_approval_closes(
    fake: FakeRuns, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "ana")

    code = run(command, ["fechar", *ONE, "--aprovar", STATE])

    assert (code, fake.asked) == (0, [False, ("fechar", "10/2026", PAIR, "ana")])
    assert capsys.readouterr().out == f"sorriso, ipasem, 10/2026: fechado: Fechado.\n  Estado: {STATE}\n"


def test_a_system_without_user_names_can_approve(fake: FakeRuns, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("uid")

    monkeypatch.setattr("getpass.getuser", nobody)

    run(command, ["fechar", *ONE, "--aprovar", STATE])

    assert fake.asked[1:] == [("fechar", "10/2026", PAIR, "usuário sem nome")]


def test_without_a_terminal_a_close_waits_for_a_person(fake: FakeRuns, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(command, ["fechar", *ONE])

    assert (code, capsys.readouterr().err) == (
        1,
        "Erro: falta a aprovação de uma pessoa.\n"
        "Onde: Fechar 10/2026 de sorriso no ipasem\n"
        f"O que fazer: Nada foi feito. Confira os achados e repita o comando com --aprovar {STATE}\n",
    )


def test_one_approval_is_not_for_several_months(fake: FakeRuns, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(command, ["fechar", "--competencia", "10/2026", "--aprovar", STATE])

    assert (code, fake.asked, capsys.readouterr().err) == (
        2,
        [],
        "Erro: uma aprovação vale para um mês de uma clínica em um portal; o comando abrange 3.\n"
        "Onde: --aprovar\n"
        "O que fazer: Indique --clinica e --portal.\n",
    )
