"""faturista mapear, typed as an operator types it."""

import json
from datetime import date
from pathlib import Path

from mappings.campo import Campo
from mappings.sheet import load_mapping
from tests.cli.journey import faturista
from tests.spreadsheets.reading.sheet_file import HEADING, ROW, xlsx

TODAY = ("--hoje", "2026-11-21")


def test_a_clear_sheet_is_shown_and_its_mapping_written(tmp_path: Path) -> None:
    path = xlsx(tmp_path, HEADING, ROW)
    target = tmp_path / "vale.toml"
    ran = faturista("mapear", str(path), "--clinica", "vale", "--saida", str(target), *TODAY, cwd=tmp_path)
    assert (ran.code, load_mapping(target).colunas[Campo.NUMERO_AUTORIZACAO]) == (0, "Autorização")
    assert "Adelina Prokop Vargas" in ran.out
    assert "No faturista.toml" not in ran.out


def test_a_mapping_of_another_name_is_to_be_named_in_the_settings(tmp_path: Path) -> None:
    path = xlsx(tmp_path, HEADING, ROW)
    ran = faturista("mapear", str(path), "--clinica", "vale", "--saida", "odonto.toml", *TODAY, cwd=tmp_path)
    assert 'No faturista.toml, em [clinicas.vale]: mapeamento = "odonto"' in ran.out


def test_a_mapping_that_is_written_again_keeps_the_one_before_beside_it(tmp_path: Path) -> None:
    path = xlsx(tmp_path, HEADING, ROW)
    target = tmp_path / "vale.toml"
    target.write_text('portal = "ipasem"\n', encoding="utf-8")
    faturista("mapear", str(path), "--clinica", "vale", "--saida", str(target), *TODAY, cwd=tmp_path)
    assert (tmp_path / "vale.toml.anterior").read_text(encoding="utf-8") == 'portal = "ipasem"\n'
    assert load_mapping(target).portal == "ipasem"


def test_without_a_person_the_questions_are_told_and_nothing_is_written(tmp_path: Path) -> None:
    path = xlsx(tmp_path, HEADING, (2678555, date(2026, 10, 5), *ROW[2:]), name="notas 10-2026.xlsx")
    target = tmp_path / "vale.toml"
    ran = faturista("mapear", str(path), "--clinica", "vale", "--saida", str(target), "--json", *TODAY, cwd=tmp_path)
    body = json.loads(ran.out)
    assert (ran.code, target.exists(), [q["code"] for q in body["perguntas"]]) == (1, False, ["portal"])
    assert '[colunas]\nnumero_autorizacao = "Autorização"' in body["mapeamento"]


def test_without_an_office_the_file_to_write_must_be_named(tmp_path: Path) -> None:
    path = xlsx(tmp_path, HEADING, ROW)
    ran = faturista("mapear", str(path), "--clinica", "vale", cwd=tmp_path)
    assert (ran.code, ran.err.splitlines()) == (
        2,
        [
            "Erro: não há pasta do escritório aqui.",
            "Onde: mapear",
            "O que fazer: Indique --pasta, ou --saida com o arquivo a gravar.",
        ],
    )
