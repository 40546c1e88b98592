"""A lote as TISS wants it: valid by two schemas that others wrote, for every kind of guia and whatever it holds."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tiss
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import etree
from pytiss.validation.xsd import XSDValidator
from tiss import sandbox

from portals.tiss.critica import criticise, graves
from portals.tiss.guias import Autorizacao, Beneficiario, GuiaConsulta, GuiaSadt, Item, Lote
from portals.tiss.lote import build, digest
from portals.tiss.numeracao import Numeracao
from portals.tiss.texto import ascii_only
from tests.portals.tiss.sample import KINDS, any_lote, consulta, item, lote, sadt

CORPUS = settings(
    max_examples=5,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)


def by_pytiss(xml: bytes) -> list[str]:
    return [issue.message for issue in XSDValidator().validate(xml).errors]


def refused(wrong: Lote) -> str:
    with pytest.raises(ValueError, match=r"\w") as error:
        build(wrong)
    return str(error.value)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_guia_is_valid_by_both_schemas(kind: str) -> None:
    asked = lote(KINDS[kind](1), KINDS[kind](2))
    xml = build(asked)
    assert (criticise(xml, asked), by_pytiss(xml)) == ((), [])


@pytest.mark.parametrize("kind", KINDS)
def test_the_version_before_is_valid_too(kind: str) -> None:
    asked = lote(KINDS[kind](1), versao="4.02.00")
    assert criticise(build(asked), asked) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_a_guia_holds_the_lote_is_valid_and_both_rules_of_the_hash_agree(kind: str) -> None:
    @CORPUS
    @given(any_lote(kind))
    def holds(asked: Lote) -> None:
        xml = build(asked)
        message = etree.fromstring(xml)
        assert (criticise(xml, asked), by_pytiss(xml)) == ((), [])
        assert digest(message) == digest(message, "utf-8") == tiss.hash_epilogo(xml) == _hash_of(message)
        assert xml.isascii()

    holds()


# The package reads these two of the five kinds back.
@given(any_lote("consulta"))
@CORPUS
def test_the_reader_of_the_package_reads_back_each_consulta_that_was_written(asked: Lote) -> None:
    read = tiss.parse_lote(build(asked))
    assert (read["numero_lote"], read["operadora"]["registro_ans"]) == (asked.numero, asked.registro_ans)
    assert [_read_consulta(guia) for guia in read["guias"]] == [
        (guia.numero, guia.beneficiario.numero_carteira, (*_item_of(guia.item)[:2], guia.item.valor_total))
        for guia in asked.guias
        if isinstance(guia, GuiaConsulta)
    ]


@given(any_lote("sadt"))
@CORPUS
def test_the_reader_of_the_package_reads_back_each_item_of_each_sadt_that_was_written(asked: Lote) -> None:
    read = tiss.parse_lote(build(asked))
    assert [_read_sadt(guia) for guia in read["guias"]] == [
        (guia.numero, guia.beneficiario.numero_carteira, [(*_item_of(each), each.quantidade) for each in guia.itens])
        for guia in asked.guias
        if isinstance(guia, GuiaSadt)
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_the_operadora_of_the_sandbox_takes_a_lote_of_each_kind(kind: str) -> None:
    answer = sandbox.enviar_lote(build(lote(KINDS[kind](1), KINDS[kind](2))))
    # Of a good guia of odontologia it says what no rule says: that its items have no value.
    known = {"item.valor_zerado", "guia.executante_ausente"} if kind == "odonto" else set()
    found = {finding["code"] for finding in answer["findings"]} - known
    assert (answer["numero_lote"], found, answer["aceito"] or kind == "odonto") == ("41", set(), True)


def test_the_operadora_of_the_sandbox_does_not_take_a_lote_whose_hash_is_wrong() -> None:
    wrong = build(lote(sadt())).replace(b"Sao Jeronimo", b"Sao Geronimo")
    assert sandbox.enviar_lote(wrong)["aceito"] is False


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (lote(), "um lote tem de 1 a 100 guias; este tem 0"),
        (lote(*map(consulta, range(1, 102))), "um lote tem de 1 a 100 guias; este tem 101"),
        (lote(consulta(1), sadt(1)), "um lote tem guias de um só tipo; este tem guiaConsulta, guiaSP-SADT"),
        (lote(consulta(1), consulta(1)), "a guia 7001 está duas vezes no lote"),
        (
            lote(consulta(1), versao="3.05.00"),
            "a versão 3.05.00 do TISS não é conhecida; há 4.02.00, 4.03.00",
        ),
        (
            lote(replace(sadt(1), autorizacao=Autorizacao("004513001"))),
            "guia 8001: a autorização precisa da data em que foi dada",
        ),
    ],
)
def test_a_lote_that_the_standard_does_not_allow_is_not_built(wrong: Lote, why: str) -> None:
    assert refused(wrong) == why


def test_a_critique_names_guia_row_and_cell() -> None:
    bad = replace(sadt(2), itens=[item(1), item(2, codigo="403043610000")])
    asked = lote(sadt(1), bad)
    [found, *_] = graves(criticise(build(asked), asked))
    told = found.told(lambda origem, campo: f"D{origem.linha}")
    assert (found.guia, found.campo, told[:40]) == (
        "8002",
        "codigo_procedimento",
        "guia 8002, Exames!6 (célula D6): Tamanho",
    )


def test_a_critique_of_the_guia_itself_names_its_row() -> None:
    asked = lote(replace(consulta(1), beneficiario=Beneficiario("0" * 21)))
    [found, *_] = graves(criticise(build(asked), asked))
    assert (found.guia, found.campo, str(found.origem)) == ("7001", "numero_carteira", "Exames!5")


def test_text_loses_its_accents_and_nothing_else() -> None:
    assert ascii_only("  REMOÇÃO  nº 5 –\n“crânio” ") == 'REMOCAO no 5 - "cranio"'


@given(st.text(max_size=80), st.integers(1, 70))
def test_any_text_is_folded_to_ascii_once_and_for_all(text: str, limit: int) -> None:
    once = ascii_only(text, limit)
    assert once.isascii()
    assert ascii_only(once, limit) == once
    assert len(once) <= limit


def test_a_number_is_never_given_twice(tmp_path: Path) -> None:
    ours, theirs = Numeracao(tmp_path), Numeracao(tmp_path)
    given_ones = [ours.reserve(), theirs.reserve(), Numeracao(tmp_path).reserve(), ours.reserve()]
    assert given_ones == ["1", "2", "3", "4"]


def test_numbers_go_on_after_those_of_the_former_system(tmp_path: Path) -> None:
    numbers = Numeracao(tmp_path)
    numbers.start_after(5120)
    assert [numbers.reserve(), numbers.reserve()] == ["5121", "5122"]


def test_a_lote_of_a_hundred_guias_is_the_longest_and_good() -> None:
    asked = lote(*map(sadt, range(1, 101)))
    assert criticise(build(asked), asked) == ()


def test_a_date_of_another_century_is_written_as_it_is() -> None:
    xml = build(lote(replace(consulta(1), item=item(1, data=date(1999, 12, 31)))))
    assert b"<ans:dataAtendimento>1999-12-31</ans:dataAtendimento>" in xml


def _item_of(asked: Item) -> tuple[str, str, int]:
    return asked.codigo, asked.data.isoformat(), asked.valor_unitario


def _read_consulta(guia: Any) -> tuple[str, str, tuple[str, str, int]]:
    told = guia["dados_atendimento"]
    one = told["procedimento"]
    service = (one["codigo_procedimento"], told["data_atendimento"], one["valor_procedimento"])
    return (
        guia["cabecalho_consulta"]["numero_guia_prestador"],
        guia["dados_beneficiario"]["numero_carteira"],
        service,
    )


def _read_sadt(guia: Any) -> tuple[str, str, list[tuple[str, str, int, int]]]:
    return (
        guia["cabecalho_guia"]["numero_guia_prestador"],
        guia["dados_beneficiario"]["numero_carteira"],
        [
            (
                each["procedimento"]["codigo_procedimento"],
                each["data_execucao"],
                each["valor_unitario"],
                int(each["quantidade_executada"]),
            )
            for each in guia["procedimentos_executados"]
        ],
    )


def _hash_of(message: "etree._Element") -> str:
    [found] = message.iter("{*}hash")
    return found.text or ""
