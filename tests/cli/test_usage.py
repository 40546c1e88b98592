"""A command line typed wrongly is answered in Portuguese, with the nearest right word and exit code 2."""

import json

import pytest

from agent.cli.edge import run
from agent.cli.main import command


@pytest.mark.parametrize(
    ("line", "problem", "hint"),
    [
        ("lanar", 'o comando "lanar" não existe. Você quis dizer "lancar"?', "faturista"),
        ("xyz", 'o comando "xyz" não existe.', "faturista"),
        ("--versoa", 'a opção "--versoa" não existe neste comando. Você quis dizer "--versao"?', "faturista"),
        (
            "conferir a.csv --clnica x",
            'a opção "--clnica" não existe neste comando. Você quis dizer "--clinica"?',
            "faturista conferir",
        ),
        ("senha sorriso", "falta PORTAL.", "faturista senha"),
        ("situacao", "falta a opção --competencia.", "faturista situacao"),
        ("situacao --competencia", "a opção --competencia precisa de um valor.", "faturista situacao"),
        (
            "recurso --enviado abc",
            "o valor de --enviado não serve: precisa ser um número inteiro, como 7.",
            "faturista recurso",
        ),
        ("situacao --json=sim", "a opção --json não recebe valor.", "faturista situacao"),
        (
            "conferir minha planilha.csv --clinica x",
            'sobrou "planilha.csv" no fim do comando; nomes com espaços vão entre aspas.',
            "faturista conferir",
        ),
    ],
)
def test_the_mistake_is_named(line: str, problem: str, hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(command, line.split())

    assert (code, capsys.readouterr().err) == (2, f"Erro: {problem}\nO que fazer: Veja: {hint} --ajuda\n")


def test_with_json_the_mistake_is_on_standard_output_too(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(command, ["lanar", "--json"])

    assert (code, json.loads(capsys.readouterr().out)) == (
        2,
        {
            "erro": 'o comando "lanar" não existe. Você quis dizer "lancar"?',
            "onde": "",
            "faca": "Veja: faturista --ajuda",
            "tipo": "Usage",
        },
    )


def test_no_command_at_all_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(command, [])

    assert code == 2
    assert capsys.readouterr().err.startswith("Uso: faturista [OPÇÕES] COMANDO ...")
