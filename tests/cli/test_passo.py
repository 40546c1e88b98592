"""The person at `lancar --passo-a-passo`, and `mensagens`: what is shown, what is kept, what leaves the office."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from agent.cli.edge import run
from agent.cli.main import command
from agent.cli.passo import TerminalHand, shown
from agent.config.load import load_office
from agent.model.answer import Conferido, Prepared
from agent.model.errors import SetupError
from agent.runner.mensagens import Entendida, Mensagens, keep_mensagens, read_file, read_mensagens
from portals.learned import Significado
from tests.config.office_file import write_office
from tests.portals.imaginaria.office import lancamento

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
PREPARED = Prepared(
    (lancamento(),),
    compared=(Conferido("paciente", "João da Silva", "JOÃO DA SILVA"), Conferido("observacao", "", "retorno")),
)


def told(*answers: str) -> tuple[Callable[[str], str], list[str]]:
    """Somebody who answers so, and what was asked."""
    asked: list[str] = []
    left = list(answers)

    def ask(question: str) -> str:
        asked.append(question)
        return left.pop(0)

    return ask, asked


def hand(folder: Path, *answers: str) -> tuple[TerminalHand, list[str], list[str]]:
    ask, asked = told(*answers)
    said: list[str] = []
    return TerminalHand(load_office(write_office(folder)), said.append, ask, lambda: NOW), said, asked


def test_what_was_compared_is_shown_side_by_side() -> None:
    assert shown(PREPARED) == [
        "Conferido com a tela, novembro.xlsx!2:",
        "  guia 700101",
        "  paciente: planilha João da Silva · tela JOÃO DA SILVA",
        "  observação: planilha (não diz) · tela retorno",
    ]


def test_what_goes_in_one_click_is_shown_entry_by_entry() -> None:
    assert shown(Prepared((lancamento(), lancamento("700102", beneficiario="Ana Lima")))) == [
        "Conferidos com a tela:",
        "  guia 700101, 10101012, 05/11/2026, 1 ×, 90,00, João da Silva",
        "  guia 700102, 10101012, 05/11/2026, 1 ×, 90,00, Ana Lima",
    ]


def test_what_was_compared_of_several_guias_stands_under_each() -> None:
    seen = [Conferido("Código", "10101012", "10101012", guia=guia) for guia in ("700101", "700102")]
    both = (lancamento(), lancamento("700102", beneficiario="Ana Lima"))
    assert shown(Prepared(both, compared=tuple(seen))) == [
        "Conferidos com a tela:",
        "  guia 700101",
        "  Código: planilha 10101012 · tela 10101012",
        "  guia 700102",
        "  Código: planilha 10101012 · tela 10101012",
    ]


@pytest.mark.parametrize(
    ("answers", "goes", "questions"),
    [(["s", "s"], [True, True], 2), (["r"], [True, True], 1), (["", "x"], [False, False], 2)],
)
def test_only_a_yes_lets_it_go(tmp_path: Path, answers: list[str], goes: list[bool], questions: int) -> None:
    person, _, asked = hand(tmp_path, *answers)
    assert [person.goes("ipasem", "consulta", PREPARED) for _ in range(2)] == goes
    assert len(asked) == questions


def test_the_rest_is_of_the_same_form_of_the_same_portal(tmp_path: Path) -> None:
    person, _, asked = hand(tmp_path, "r", "s", "s")
    for portal, like in (("ipasem", "consulta"), ("ipasem", "odontologia"), ("cassind", "consulta")):
        assert person.goes(portal, like, PREPARED)
    assert len(asked) == 3


def test_what_a_person_says_of_a_text_is_kept_without_the_patient(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "ana")
    person, _, _ = hand(tmp_path, "1")
    person.classify("ipasem", "Guia 700101 de JOÃO DA SILVA em análise.", [lancamento()])
    kept = Entendida(
        texto="Guia {numero} de {paciente} em análise.", significado=Significado.RECUSA, quem="ana", quando=NOW
    )
    assert read_mensagens(load_office(tmp_path), "ipasem") == Mensagens(portal="ipasem", mensagem=(kept,))
    assert "JOÃO" not in (tmp_path / "mensagens" / "ipasem.toml").read_text("utf-8").upper()


@pytest.mark.parametrize(
    ("answer", "text", "why"),
    [
        ("", "Convênio em análise.", "  Não foi guardado; o lançamento espera por você."),
        ("9", "Convênio em análise.", "  Não foi guardado; o lançamento espera por você."),
        ("2", "Aguarde", "  Não foi guardado: o texto é curto demais para ser reconhecido com certeza."),
    ],
)
def test_what_is_not_said_or_not_fit_is_not_kept(tmp_path: Path, answer: str, text: str, why: str) -> None:
    person, said, _ = hand(tmp_path, answer)
    person.classify("ipasem", text, [lancamento()])
    assert (said[-1], (tmp_path / "mensagens").exists()) == (why, False)


def test_without_a_person_there_is_no_step_by_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(write_office(tmp_path))
    monkeypatch.delenv("FATURISTA_PASTA", raising=False)
    code = run(command, ["lancar", "--competencia", "10/2026", "--passo-a-passo", "--json"])
    assert (code, "para ir passo a passo é preciso uma pessoa no terminal" in capsys.readouterr().err) == (2, True)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office in the current folder where somebody said what two texts mean."""
    folder = write_office(tmp_path / "escritorio")
    monkeypatch.chdir(folder)
    monkeypatch.delenv("FATURISTA_PASTA", raising=False)
    one = Entendida(texto="Convênio em análise.", significado=Significado.RECUSA, quem="ana", quando=NOW)
    two = Entendida(texto="Registro {numero} aceito.", significado=Significado.SUCESSO, quem="rui", quando=NOW)
    keep_mensagens(load_office(folder), Mensagens(portal="ipasem", mensagem=(one, two)))
    return folder


def listed(capsys: pytest.CaptureFixture[str], *args: str) -> list[str]:
    assert run(command, ["mensagens", "ipasem", *args, "--json"]) == 0
    return [row["texto"] for row in json.loads(capsys.readouterr().out)["mensagem"]]


def test_what_was_said_is_listed_and_taken_back(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert listed(capsys) == ["Convênio em análise.", "Registro {numero} aceito."]
    assert listed(capsys, "--esquecer", "1") == ["Registro {numero} aceito."]
    assert run(command, ["mensagens", "ipasem", "--esquecer", "7"]) == 2


def test_the_list_goes_to_another_office_as_it_is(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given = tmp_path / "mensagens.toml"
    listed(capsys, "--exportar", str(given))
    monkeypatch.chdir(write_office(tmp_path / "outro"))
    assert listed(capsys) == []
    assert listed(capsys, "--importar", str(given)) == ["Convênio em análise.", "Registro {numero} aceito."]


def test_a_text_with_a_patient_or_a_number_comes_from_no_file(tmp_path: Path) -> None:
    path = tmp_path / "m.toml"
    rows = [("Guia 2678555 bloqueada.", "recusa"), ("João da Silva sem cobertura.", "recusa")]
    body = "".join(
        f'[[mensagem]]\ntexto = "{texto}"\nsignificado = "{said}"\nquem = "a"\nquando = 2026-11-22T12:00:00Z\n'
        for texto, said in rows
    )
    path.write_text(f'portal = "ipasem"\n{body}', encoding="utf-8")
    with pytest.raises(SetupError) as refused:
        read_file(path, "ipasem", ["João da Silva"])
    assert str(refused.value) == (
        f'{path}: "Guia 2678555 bloqueada.": o texto ainda traz números. '
        '"João da Silva sem cobertura.": o texto traz o nome de um paciente.'
    )
