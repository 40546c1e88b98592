"""The operadora's TISS statements, item by item: what adds up is read whole, what does not is not used at all."""

from dataclasses import replace
from datetime import date

import pytest
from pytiss.validation.xsd import XSDValidator
from tiss import sandbox

from agent.model.errors import ReportUntrusted
from portals.tiss.analise_conta import read_analises
from portals.tiss.deducoes import deducoes_of
from portals.tiss.guias import Contratado
from portals.tiss.lote import build
from portals.tiss.pagamento import read_pagamentos
from portals.tiss.soma import Soma
from tests.portals.tiss.sample import consulta, lote, sadt
from tests.portals.tiss.statements import analise, pagamento

WHERE = "retorno.xml"
NO_MESSAGE = (
    "retorno.xml: O arquivo não é uma mensagem TISS. Nada deste arquivo foi usado. Confira se é o arquivo XML do TISS "
    "que a operadora envia ou deixa no portal."
)
STOP = " Nada deste arquivo foi usado. Peça à operadora outro demonstrativo."


def stopped(xml: bytes) -> str:
    with pytest.raises(ReportUntrusted) as error:
        _ = (read_analises(xml, where=WHERE), read_pagamentos(xml, where=WHERE))
    return str(error.value)


def test_the_samples_are_what_the_standard_asks_for() -> None:
    assert [XSDValidator().validate(xml).errors for xml in (analise(), pagamento())] == [(), ()]


def test_every_item_is_read_paid_ones_too_and_equal_sessions_stay_apart() -> None:
    [read] = read_analises(analise(), where=WHERE)
    assert [
        (line.numero_autorizacao, line.data, line.valor_informado, line.valor_liberado, line.valor_glosa, line.motivo)
        for line in read.linhas()
    ] == [
        ("004700104", date(2026, 10, 5), 9500, 9500, 0, ""),
        ("004700104", date(2026, 10, 5), 9500, 9500, 0, ""),
        ("004700104", date(2026, 10, 5), 9500, 3000, 6500, "2516"),
    ]


def test_the_protocolo_says_which_lote_it_answers() -> None:
    [read] = read_analises(analise(), where=WHERE)
    assert [(p.numero, p.lote, p.situacao, p.soma) for p in read.protocolos] == [
        ("240101", "41", "3", Soma(28500, 28500, 22000, 6500))
    ]


@pytest.mark.parametrize("cenario", ["aprovado", "duplicidade", "carteirinha_vencida"])
def test_what_another_operadora_writes_is_read_and_adds_up(cenario: str) -> None:
    sent = lote(sadt(1), sadt(2))
    answer = sandbox.enviar_lote(build(sent), cenario=cenario)
    [read] = read_analises(sandbox.demonstrativo(answer["protocolo"]), where=WHERE)
    billed = sum(each.valor_total for guia in (sadt(1), sadt(2)) for each in guia.itens)
    lines = read.linhas()
    assert sum(line.valor_informado for line in lines) == read.soma.informado >= billed
    assert all(line.balances for line in lines)


def test_a_consulta_comes_back_from_the_sandbox_under_its_own_number() -> None:
    answer = sandbox.enviar_lote(build(lote(consulta(1))))
    [read] = read_analises(sandbox.demonstrativo(answer["protocolo"]), where=WHERE)
    assert [(p.lote, [g.numero_prestador for g in p.guias]) for p in read.protocolos] == [("41", ["7001"])]


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        (
            analise(guia=("285.00", "285.00", "220.01", "65.00")),
            "retorno.xml, protocolo 240101, guia 8001: O demonstrativo não fecha "
            "(liberado: diz R$ 220,01, soma R$ 220,00).",
        ),
        (
            analise(protocolo=("285.00", "285.00", "285.00", "0.00")),
            "retorno.xml, protocolo 240101: O demonstrativo não fecha "
            "(liberado: diz R$ 285,00, soma R$ 220,00; glosa: diz R$ 0,00, soma R$ 65,00).",
        ),
        (
            analise(geral=("380.00", "285.00", "220.00", "65.00")),
            "retorno.xml, total: O demonstrativo não fecha (informado: diz R$ 380,00, soma R$ 285,00).",
        ),
        (
            pagamento(guia_liberado="220.01"),
            "retorno.xml, pagamento de 2027-01-15, protocolo 240101: O demonstrativo não fecha "
            "(liberado: diz R$ 220,00, soma R$ 220,01).",
        ),
        (
            pagamento(debitos="3.30"),
            "retorno.xml, pagamento de 2027-01-15: O demonstrativo não fecha (débitos: diz R$ 3,30, soma R$ 14,30).",
        ),
        (
            pagamento(liquido="220.00"),
            "retorno.xml, pagamento de 2027-01-15: O demonstrativo não fecha (líquido: diz R$ 220,00, soma R$ 205,70).",
        ),
        (
            pagamento(bruto="221.00"),
            "retorno.xml, pagamento de 2027-01-15: O demonstrativo não fecha "
            "(liberado: diz R$ 221,00, soma R$ 220,00).",
        ),
    ],
)
def test_a_sum_that_does_not_hold_stops_the_reading_where_it_stands(xml: bytes, said: str) -> None:
    assert stopped(xml) == said.rstrip(".") + "." + STOP


def test_an_item_that_does_not_add_up_stops_it_too() -> None:
    assert stopped(analise(motivo=("64.00", "2516"))) == (
        "retorno.xml, protocolo 240101, guia 8001, item 3: O item não fecha: informado R$ 95,00, processado R$ 95,00, "
        "liberado R$ 30,00 e glosa R$ 64,00." + STOP
    )


def test_what_was_cut_before_processing_counts_as_refused() -> None:
    cut = analise(
        item=("100.00", "95.00", "95.00"),
        guia=("290.00", "285.00", "220.00", "65.00"),
        protocolo=("290.00", "285.00", "220.00", "65.00"),
        geral=("290.00", "285.00", "220.00", "65.00"),
    )
    [read] = read_analises(cut, where=WHERE)
    first = read.linhas()[0]
    assert (first.valor_informado, first.valor_glosa, first.motivo) == (10000, 500, "processado abaixo do informado")


def test_what_was_withheld_is_kept_by_kind() -> None:
    [read] = read_pagamentos(pagamento(), where=WHERE)
    assert (read.soma.liberado, read.retencoes, read.liquido, read.dias[0].data, read.dias[0].banco) == (
        22000,
        {"IRRF": 330, "ISS": 1100},
        20570,
        date(2027, 1, 15),
        "041",
    )


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        (
            b"<a",
            "retorno.xml: O arquivo não é um XML inteiro (linha 1). Nada deste arquivo foi usado. Baixe-o de novo, ou "
            "peça-o de novo à operadora.",
        ),
        (b"<a/>", NO_MESSAGE),
        (
            b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><mensagemTISS>&e;</mensagemTISS>',
            NO_MESSAGE,
        ),
    ],
)
def test_what_is_no_tiss_message_is_refused(xml: bytes, said: str) -> None:
    assert stopped(xml) == said


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        (
            analise().replace(b"2026-12-15</ans:dataEmissao>", b"15/12/2026</ans:dataEmissao>"),
            "retorno.xml: \"dataEmissao\" não é uma data: '15/12/2026'.",
        ),
        (
            analise().replace(b"<ans:valorInformadoGeral>285.00", b"<ans:valorInformadoGeral>285,00"),
            "retorno.xml: \"valorInformadoGeral\": não é um valor em reais do TISS: '285,00'.",
        ),
        (
            analise().replace(b"cabecalhoDemonstrativo>", b"cabecalho>"),
            'retorno.xml: "cabecalhoDemonstrativo" aparece 0 vezes.',
        ),
        (
            pagamento().replace(b"<ans:indicador>1</ans:indicador>", b"<ans:indicador>3</ans:indicador>"),
            "retorno.xml, pagamento de 2027-01-15: Um débito ou crédito tem o indicador '3'.",
        ),
    ],
)
def test_a_value_that_cannot_be_read_is_told_with_its_place_and_what_to_do(xml: bytes, said: str) -> None:
    assert stopped(xml) == said + STOP


def test_a_quantity_in_parts_is_told_with_what_to_do() -> None:
    [read] = read_analises(analise().replace(b"1.0000<", b"1.5000<"), where=WHERE)
    with pytest.raises(ReportUntrusted) as error:
        read.linhas()
    assert str(error.value) == "item 1: A quantidade '1.5000' não é inteira." + STOP


def test_what_was_withheld_on_no_day_is_told_with_what_to_do() -> None:
    [read] = read_pagamentos(pagamento(), where=WHERE)
    with pytest.raises(ReportUntrusted) as error:
        deducoes_of([replace(read, dias=(), descontos=read.dias[0].descontos)])
    assert str(error.value) == "demonstrativo 77: Há descontos sem dia de pagamento." + STOP


CODIGO = b"codigoPrestadorNaOperadora>"


@pytest.mark.parametrize(
    ("tag", "number", "known"),
    [
        (CODIGO, b"900777", Contratado(codigo="900777")),
        (b"cnpjContratado>", b"11222333000181", Contratado(cnpj="11222333000181")),
        (b"cpfContratado>", b"52998224725", Contratado(cpf="52998224725")),
        (b"nomeContratado>", b"AURORA", Contratado()),
    ],
)
def test_a_statement_says_of_which_operadora_and_for_whom_it_is(tag: bytes, number: bytes, known: Contratado) -> None:
    analysed, paid = (xml.replace(CODIGO, tag).replace(b"900777", number) for xml in (analise(), pagamento()))
    [analise_conta], [payment] = read_analises(analysed, where=WHERE), read_pagamentos(paid, where=WHERE)
    assert (analise_conta.registro_ans, analise_conta.prestador) == ("413518", known)
    assert (payment.registro_ans, payment.prestador) == ("413518", known)
