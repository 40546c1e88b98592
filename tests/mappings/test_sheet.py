"""A clinic's mapping file: what it may say, and errors that name the nearest right key."""

from pathlib import Path

import pytest

from agent.model.errors import ConfigError
from agent.model.lancamento import Kind
from mappings.campo import Campo
from mappings.sheet import AbaMapping, Padroes, SheetMapping, load_mapping


def written(folder: Path, text: str) -> Path:
    path = folder / "clinica.toml"
    path.write_text(text, encoding="utf-8")
    return path


def problems_of(folder: Path, text: str) -> tuple[str, ...]:
    with pytest.raises(ConfigError) as caught:
        load_mapping(written(folder, text))
    return caught.value.problems


def test_a_mapping_says_portal_kind_sheets_order_of_dates_columns_and_defaults(tmp_path: Path) -> None:
    text = """
        portal = "ipasem"
        tipo = "consulta"
        abas = ["Outubro"]
        ordem_das_datas = "mda"
        [colunas]
        numero_autorizacao = "Nº da requisição"
        data = "coluna C"
        [padroes]
        codigo_procedimento = "00010014"
        [aba.Fono]
        portal = "cassind"
        tipo = "seriado"
        colunas = { data = "Dia" }
    """
    assert load_mapping(written(tmp_path, text)) == SheetMapping(
        portal="ipasem",
        tipo=Kind.CONSULTA,
        abas=("Outubro",),
        ordem_das_datas="mda",
        colunas={Campo.NUMERO_AUTORIZACAO: "Nº da requisição", Campo.DATA: "coluna C"},
        padroes=Padroes(codigo_procedimento="00010014"),
        aba={"Fono": AbaMapping(portal="cassind", tipo=Kind.SERIADO, colunas={Campo.DATA: "Dia"})},
    )


def test_every_wrong_key_is_told_at_once_with_the_nearest_right_one(tmp_path: Path) -> None:
    text = """
        portais = "ipasem"
        tipo = "consultas"
        ordem_das_datas = "amd"
        [colunas]
        numero_autorizasao = "Guia"
        [padroes]
        codigo = "1"
    """
    assert sorted(problems_of(tmp_path, text)) == [
        '"colunas.numero_autorizasao" não é um campo do faturista; você quis dizer "numero_autorizacao"?',
        '"ordem_das_datas" deve ser "dma" ou "mda"',
        '"padroes.codigo" não existe; você quis dizer "codigo_conselho"?',
        '"portais" não existe; você quis dizer "portal"?',
        '"tipo" deve ser um de: consulta, procedimento, odontologia, exame, honorario, seriado',
    ]


def test_a_value_of_the_wrong_sort_is_told_with_its_key(tmp_path: Path) -> None:
    assert problems_of(tmp_path, "abas = 3") == ('"abas" não pôde ser lido: Input should be a valid tuple',)


def test_a_file_that_is_no_toml_or_cannot_be_read_says_so(tmp_path: Path) -> None:
    (broken,) = problems_of(tmp_path, "portal = ipasem")
    assert broken.startswith("não é um TOML válido: ")
    with pytest.raises(ConfigError) as caught:
        load_mapping(tmp_path / "falta.toml")
    assert str(caught.value) == "falta.toml: o mapeamento não pôde ser lido; confira o caminho e salve como UTF-8"
