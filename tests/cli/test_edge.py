"""Whatever happens, the operator reads words and the script reads a code."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import typer

from agent.cli.crash import log_folder
from agent.cli.edge import Command, run
from agent.model.errors import (
    ConfigError,
    CredentialsRejected,
    FaturistaError,
    InputError,
    Moved,
    PersonNeeded,
    SetupError,
)


@pytest.fixture(autouse=True)
def no_office() -> Iterator[None]:
    """No office was opened, whatever a test before this one opened."""
    token = log_folder.set(None)
    yield
    log_folder.reset(token)


def raising(error: BaseException) -> Command:
    def command(argv: Sequence[str]) -> object:
        raise error

    return command


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (Moved("x"), 1),
        (PersonNeeded("x"), 1),
        (InputError("x"), 2),
        (SetupError("x"), 2),
        (CredentialsRejected("x"), 3),
        (FaturistaError("x"), 70),
    ],
)
def test_each_family_of_errors_has_its_exit_code(error: FaturistaError, code: int) -> None:
    assert run(raising(error), []) == code


@pytest.mark.parametrize(("answer", "code"), [(0, 0), (1, 1), (3, 3), (None, 0)])
def test_a_command_s_own_code_is_kept(answer: object, code: int) -> None:
    assert run(lambda _argv: answer, []) == code


def test_an_error_says_what_where_and_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    run(raising(CredentialsRejected(where="ipasem, entrada", do="Confira a senha e guarde-a de novo.")), [])

    assert capsys.readouterr() == (
        "",
        "Erro: O portal recusou o usuário ou a senha. Não será tentado de novo, para não bloquear o acesso.\n"
        "Onde: ipasem, entrada\n"
        "O que fazer: Confira a senha e guarde-a de novo.\n",
    )


def test_problems_of_the_settings_are_a_list(capsys: pytest.CaptureFixture[str]) -> None:
    run(raising(ConfigError(["linha 1, a: x.", "linha 2, b: y."], where="faturista.toml")), [])

    assert capsys.readouterr().err == "Erro:\n  - linha 1, a: x.\n  - linha 2, b: y.\nOnde: faturista.toml\n"


def test_with_json_the_error_is_on_standard_output_too(capsys: pytest.CaptureFixture[str]) -> None:
    run(raising(ConfigError(["linha 1, a: x."], where="faturista.toml")), ["--json"])

    assert json.loads(capsys.readouterr().out) == {
        "erro": "linha 1, a: x.",
        "onde": "faturista.toml",
        "faca": "",
        "tipo": "ConfigError",
        "problemas": ["linha 1, a: x."],
    }


@pytest.mark.parametrize("command", [raising(KeyboardInterrupt()), raising(typer.Abort()), lambda _argv: 130])
def test_an_interruption_is_calm(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(command, [])

    assert (code, capsys.readouterr().err) == (
        130,
        "Interrompido a seu pedido. O que já foi confirmado está no livro; o próximo comando continua daqui.\n",
    )


def test_a_bug_leaves_a_record_without_data_and_says_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    token = log_folder.set(tmp_path / "registros")
    try:
        code = run(raising(ValueError("paciente Adelina Prokop")), [])
    finally:
        log_folder.reset(token)

    (record,) = (tmp_path / "registros").iterdir()
    assert (code, capsys.readouterr().err) == (
        70,
        "Erro: erro interno do faturista (ValueError).\n"
        f"Onde: {record}\n"
        "O que fazer: Nada foi enviado depois dele. Envie o registro a quem cuida do faturista; ele não traz dados de"
        " pacientes. Antes de repetir, rode: faturista situacao\n",
    )
    first, error, *frames = record.read_text(encoding="utf-8").splitlines()
    assert first.startswith("faturista, ")
    assert error == "builtins.ValueError"
    assert frames[-1].endswith(" command")
    assert "Adelina" not in record.read_text(encoding="utf-8")


def test_a_bug_before_an_office_is_open_is_recorded_in_the_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    run(raising(ValueError("x")), [])

    assert [path.suffix for path in tmp_path.iterdir()] == [".log"]


def test_a_bug_that_cannot_be_recorded_is_still_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "arquivo").touch()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "arquivo"))

    code = run(raising(ValueError("x")), [])

    assert code == 70
    assert "Onde: o registro técnico não pôde ser gravado\n" in capsys.readouterr().err
