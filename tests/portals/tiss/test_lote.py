"""A lote as TISS wants it: valid by two schemas that others wrote, for every kind of guia and whatever it holds."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import tiss
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import etree
from pytiss.validation.xsd import XSDValidator
from tiss import sandbox

from portals.tiss.critica import criticise, graves
from portals.tiss.guias import Autorizacao, Beneficiario, Lote
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


def test_the_readers_of_the_package_read_back_what_was_written() -> None:
    read = tiss.parse_lote(build(lote(consulta(1), consulta(2))))
    guias = read["guias"]
    assert (read["numero_lote"], [guia["cabecalho_consulta"]["numero_guia_prestador"] for guia in guias]) == (
        "41",
        ["7001", "7002"],
    )


def test_the_operadora_of_the_sandbox_takes_the_lote() -> None:
    answer = sandbox.enviar_lote(build(lote(sadt())))
    assert (answer["aceito"], answer["numero_lote"], answer["findings"]) == (True, "41", [])


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


@pytest.mark.bench
def test_a_lote_of_a_hundred_guias_is_built_and_validated_within_a_second() -> None:
    from time import perf_counter  # noqa: PLC0415

    asked = lote(*map(sadt, range(1, 101)))
    criticise(build(lote(sadt())), lote(sadt()))
    start = perf_counter()
    found = criticise(build(asked), asked)
    spent = perf_counter() - start
    print(f"lote de 100 guias: {spent:.3f} s")
    assert (found, spent < 1) == ((), True)


def test_a_date_of_another_century_is_written_as_it_is() -> None:
    xml = build(lote(replace(consulta(1), item=item(1, data=date(1999, 12, 31)))))
    assert b"<ans:dataAtendimento>1999-12-31</ans:dataAtendimento>" in xml


def _hash_of(message: "etree._Element") -> str:
    [found] = message.iter("{*}hash")
    return found.text or ""
