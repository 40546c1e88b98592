"""What a calibration pack may say, how it is laid over the labels, kept as TOML, and what keeps it in the office."""

from datetime import UTC, datetime

import pytest

from portals.calibrate.calibrate import laid_over
from portals.calibrate.pack import (
    Ajuste,
    Calibragem,
    acts,
    may_be_shown,
    objections,
    pack_text,
    read_pack,
    undone,
)
from portals.probe.sondagem import read_known

IPASEM, CASSIND = read_known("ipasem"), read_known("cassind")
AT = datetime(2026, 11, 22, 12, 30, tzinfo=UTC)


def ajuste(alvo: str = "gerar.mes", versao: int = 1, **says: object) -> Ajuste:
    given = says or {"nomes": ("Mês de referência",)}
    return Ajuste.model_validate({"alvo": alvo, "versao": versao, "quem": "ana", "quando": AT, **given})


def pack(*ajustes: Ajuste) -> Calibragem:
    return Calibragem(portal="ipasem", versao=3, ajustes=ajustes)


def test_a_pack_comes_back_from_its_file_as_it_was() -> None:
    whole = pack(
        ajuste(),
        ajuste("conferencia.ordem", localizador='[name="ordem"]'),
        ajuste("gerar", titulos=('Gerar "novos"',)),
    )
    assert read_pack(pack_text(whole)) == whole


def test_what_the_pack_says_takes_the_place_of_the_manuals_words() -> None:
    known = laid_over(IPASEM, pack(ajuste(), ajuste("gerar", titulos=("NOVOS REQUERIMENTOS",))))
    gerar = known.labels.panels["gerar"]
    assert (gerar.titles, gerar.fields["mes"].names) == (("NOVOS REQUERIMENTOS",), ("Mês de referência",))
    assert gerar.fields["ano"] == IPASEM.labels.panels["gerar"].fields["ano"]


def columns_pack(*ajustes: Ajuste) -> Calibragem:
    return Calibragem(portal="cassind", versao=1, ajustes=ajustes)


def test_the_pack_says_what_the_columns_of_a_list_are_called_beside_the_manuals_words() -> None:
    whole = columns_pack(
        ajuste("lista:contas.envio", nomes=("Enviado em",)), ajuste("lista:contas.sem_dados", nomes=("Ações",))
    )
    contas = laid_over(CASSIND, read_pack(pack_text(whole))).columns["contas"]
    assert (contas.field("Enviado em"), contas.field("Data de envio"), contas.bare) == ("envio", "envio", ("Ações",))
    assert objections(whole, CASSIND) == []


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (ajuste("lista:contas.nada", nomes=("Enviado em",)), '"lista:contas.nada" não pode ser calibrado.'),
        (ajuste("lista:contas.envio", titulos=("Enviado em",)), '"lista:contas.envio": uma coluna tem nomes.'),
        (
            ajuste("lista:contas.envio", nomes=("Situação",)),
            "\"lista:contas.envio\": 'Situação' é o título de outra coluna dessa lista.",
        ),
        (
            ajuste("lista:contas.envio", nomes=("ana maria",)),
            '"lista:contas.envio": o texto é o nome de uma pessoa.',
        ),
        (
            ajuste("lista:contas.envio", nomes=("Carimbo",)),
            '"lista:contas.envio": \'Carimbo\' já é o título de "lista:contas.descricao".',
        ),
    ],
)
def test_a_column_is_no_other_column_and_no_person(bad: Ajuste, why: str) -> None:
    good = ajuste("lista:contas.descricao", nomes=("Carimbo",))
    assert objections(columns_pack(good, bad), CASSIND, ["Ana Maria"]) == [why]


def test_one_thing_is_put_right_once() -> None:
    again = ajuste(versao=4, nomes=("Mês",))
    assert pack(ajuste(), ajuste("gerar.ano")).also(again).ajustes == (ajuste("gerar.ano"), again)


def test_a_step_back_is_a_version_of_its_own() -> None:
    before, now = pack(), pack(ajuste()).model_copy(update={"versao": 7})
    assert undone(now, before) == Calibragem(portal="ipasem", versao=8)


@pytest.mark.parametrize(
    "alvo",
    [
        "requerimento.gravar",
        "requerimento.excluir",
        "fechar.acessar",
        "reabertura.reabrir",
        "menu.sair",
        "nova_senha.alterar",
        "paciente.paciente",
        "nada.disso",
    ],
)
def test_no_click_says_which_button_acts_nor_who_the_patient_is(alvo: str) -> None:
    assert may_be_shown(IPASEM, alvo) is False


@pytest.mark.parametrize("alvo", ["autorizadas.faturar", "guia_detalhado.faturar", "envio_xml.enviar"])
def test_no_click_says_which_button_bills(alvo: str) -> None:
    assert may_be_shown(CASSIND, alvo) is False


def test_fields_lists_titles_and_buttons_that_look_up_may_be_shown() -> None:
    shown = ["gerar.mes", "conferencia.ordem", "gerar", "gerar.acessar", "menu.home"]
    assert [alvo for alvo in shown if not may_be_shown(IPASEM, alvo)] == []


@pytest.mark.parametrize("words", ["Gravar Movimento", "FATURAR GUIAS", "Realizar fechamento", "Excluír", "Enviar"])
def test_a_button_of_such_words_acts(words: str) -> None:
    assert acts(words)


@pytest.mark.parametrize("words", ["Acessar", "Listar autorizações", "Faturamento", "Pesquisar"])
def test_a_button_of_these_words_does_not(words: str) -> None:
    assert not acts(words)


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (ajuste("requerimento.gravar"), '"requerimento.gravar" não pode ser calibrado.'),
        (ajuste("gerar.acessar", nomes=("Fechar mês",)), "\"gerar.acessar\": 'Fechar mês' é um botão que muda algo."),
        (ajuste(nomes=("Matrícula 70024",)), '"gerar.mes": o texto parece conter dados, e não o nome de um campo.'),
        (ajuste(nomes=("ana@bv.example",)), '"gerar.mes": o texto parece conter dados, e não o nome de um campo.'),
        (ajuste(nomes=("JOAO DA SILVA",)), '"gerar.mes": o texto é o nome de uma pessoa.'),
        (ajuste("gerar", nomes=("Mês",)), '"gerar": um painel tem titulos; um campo tem nomes ou localizador.'),
    ],
)
def test_a_pack_with_this_is_not_used_and_does_not_leave(bad: Ajuste, why: str) -> None:
    assert objections(pack(ajuste("gerar.ano"), bad), IPASEM, ["João da Silva", ""]) == [why]


def test_an_adjustment_says_one_thing() -> None:
    with pytest.raises(ValueError, match="só um deles"):
        ajuste(nomes=("Mês",), localizador="input")
