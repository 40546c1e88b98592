"""Detalhado, Honorário individual and Seriado múltiplo in a real browser, on both skins."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import date

import pytest
from playwright.sync_api import Browser

from agent.model.answer import Confirmed, Mismatch, Prepared, Refused, Unknown
from agent.model.atendimento import Atendimento
from agent.model.errors import PageChanged
from agent.model.lancamento import Lancamento
from tests.portals.cassind.conftest import CONTA, Office, Open
from tests.portals.cassind.guias import APENDICE, GLICOSE, HEMOGRAMA, HERNIA, TABELA, entry, guia_of, number, sessions
from tests.portals.cassind.sample import OUTUBRO
from tests.skins import on_both_skins

pytestmark = pytest.mark.browser

GUIAS = [guia_of(way, place, CONTA.login) for way in ("detalhado", "honorario", "seriado") for place in range(1, 13)]


@pytest.fixture(scope="module")
def _floor(browser: Browser, skin: str) -> Iterator[Office]:
    with ExitStack() as stack:
        yield Open(stack, browser, skin)(GUIAS, table=TABELA)


@pytest.fixture
def floor(_floor: Office) -> Iterator[Office]:
    """Twelve guias of each way, signed in once for all tests; each test has guias of its own."""
    yield _floor
    _floor.faults.disarm()


def sent(office: Office, batch: Sequence[Lancamento]) -> object:
    """Prepare and submit."""
    prepared = office.portal.prepare(batch)
    assert prepared.ready == tuple(batch), prepared.blocked
    return office.portal.submit(prepared)


def held(office: Office, guia: str) -> list[tuple[str, str, int, str]]:
    """The truth of one guia: (código, dia, quantidade, session) of each conta."""
    contas = [conta for conta in office.mock.contas() if conta.guia == guia]
    return [(conta.code, conta.day, conta.quantity, conta.session) for conta in contas]


def why(prepared: Prepared) -> list[str]:
    answers = {blocked.answer for blocked in prepared.blocked}
    return sorted(a.text if isinstance(a, Refused) else str(a) for a in answers)


@on_both_skins()
def test_an_exam_is_billed_with_every_tab_and_any_number_of_rows(floor: Office) -> None:
    clinical = Atendimento(hora_inicial="08:00", hora_final="08:50", cids=("M54.5", "K35.8"), tempo_doenca="2 anos")
    batch = [
        entry("detalhado", 1, HEMOGRAMA.code, quantidade=2, atendimento=clinical),
        entry("detalhado", 1, GLICOSE.code, atendimento=clinical),
        entry("detalhado", 1, "60023112", atendimento=clinical.model_copy(update={"aba": "taxa"})),
        entry("detalhado", 1, "98000017", atendimento=clinical.model_copy(update={"aba": "pacote"})),
        entry("detalhado", 1, "70012345", atendimento=clinical.model_copy(update={"aba": "opme"})),
    ]
    outcome = sent(floor, batch)
    assert isinstance(outcome, Confirmed)
    assert [(recibo.lancamento, recibo.valor) for recibo in outcome.recibos] == list(
        zip(batch, (8700, 1200, 1999, 50000, 25000), strict=True)
    )
    assert sorted(code for code, *_ in held(floor, number("detalhado", 1))) == sorted(
        each.codigo_procedimento for each in batch
    )


def test_what_is_typed_are_the_codes_that_this_portal_still_shows(floor: Office) -> None:
    prepared = floor.portal.prepare([entry("detalhado", 2)])
    shown = [
        field
        for frame in floor.session.frames()
        for field in frame.evaluate(
            "() => [...document.querySelectorAll('input[type=radio]:checked, select')]"
            ".filter((e) => e.value).map((e) => e.value)"
        )
    ]
    assert (bool(prepared.ready), [value for value in shown if " - " in value]) == (
        True,
        ["23 - Exames", "01 - Ambulatorial", "4 - Total", "3 - Não acidente", "5 - Alta"],
    )


def test_who_watches_sees_what_the_screen_shows_beside_the_sheet(floor: Office) -> None:
    exam = floor.portal.prepare([entry("detalhado", 2)]).compared
    therapy = floor.portal.prepare(sessions(9, 1)).compared
    assert [(one.field, one.planilha, one.tela) for one in exam] == [
        ("Beneficiário", "Clotilde Wiest Amaral", "CLOTILDE WIEST AMARAL"),
        ("Código do Cartão", "004156564302", "004156564302"),
        ("Data de atendimento", "05/10/2026", "05/10/2026"),
        ("Hora inicial", "08:00", "08:00"),
        ("Hora final", "08:50", "08:50"),
        ("Tipo de atendimento", "", "23 - Exames"),
        ("Regime de atendimento", "", "01 - Ambulatorial"),
        ("Tipo de faturamento", "", "4 - Total"),
        ("Indicador de acidente", "", "3 - Não acidente"),
        ("Tipo de Saída", "", "5 - Alta"),
        ("Código", "40304361", "40304361"),
        ("Descrição", "", "HEMOGRAMA COM CONTAGEM DE PLAQUETAS"),
        ("Quantidade", "1", "1"),
    ]
    assert [(one.field, one.tela) for one in therapy] == [
        ("Beneficiário", "ENEIDA BRUSCH PAIXÃO"),
        ("CIDs", "M54.5"),
        ("Tipo de atendimento", "03 - Outras terapias"),
        ("Regime de atendimento", "01 - Ambulatorial"),
        ("Tipo de Saída", "1 - Retorno"),
        ("sessão 1, Data de atendimento", "01/10/2026"),
        ("sessão 1, Hora inicial", "08:00"),
        ("sessão 1, Hora final", "08:50"),
        ("Quantidade", "1"),
    ]


def test_another_patient_on_the_screen_stops_the_guia(floor: Office) -> None:
    floor.faults.arm("swapped_patient", on="listar_guia")
    prepared = floor.portal.prepare([entry("detalhado", 3)])
    assert (prepared.ready, [type(b.answer) for b in prepared.blocked], why(prepared)) == (
        (),
        [Mismatch],
        ["Beneficiário não confere"],
    )


@pytest.mark.parametrize("way", ["detalhado", "seriado"])
def test_a_guia_that_the_screen_does_not_take_is_refused_in_the_portals_words(floor: Office, way: str) -> None:
    stranger = entry(way, 4).model_copy(update={"numero_autorizacao": "009999999"})
    other = "seriado" if way == "detalhado" else "detalhado"
    wrong_way = entry(way, 4).model_copy(update={"numero_autorizacao": number(other, 4)})
    assert [why(floor.portal.prepare([each])) for each in (stranger, wrong_way)] == [
        ["Autorização não encontrada para este prestador."],
        ["Este tipo de faturamento não está habilitado para a guia informada."],
    ]


def test_a_code_that_the_portal_does_not_know_is_not_sent(floor: Office) -> None:
    prepared = floor.portal.prepare([entry("detalhado", 5, "99999999")])
    assert why(prepared) == ["A guia 0046105: o portal não conhece o código 99999999."]


def test_a_choice_that_the_portal_does_not_offer_is_told_with_what_it_offers(floor: Office) -> None:
    odd = Atendimento(hora_inicial="08:00", hora_final="08:50", indicador_acidente="7")
    assert why(floor.portal.prepare([entry("detalhado", 5, atendimento=odd)])) == [
        "A guia 0046105: o portal não oferece '7' em indicador acidente; há: 0 - Acidente ou doença relacionada ao "
        "trabalho, 1 - Acidente ou doença relacionada ao trânsito, 2 - Outros, 3 - Não acidente."
    ]


@on_both_skins()
def test_a_honorario_past_midnight_is_billed_the_main_procedure_first(floor: Office) -> None:
    night = Atendimento(hora_inicial="23:10", hora_final="00:40", via_acesso="1")
    second = night.model_copy(update={"via_acesso": "2"})
    small = entry("honorario", 1, HERNIA.code, valor=72000, atendimento=second)
    main = entry("honorario", 1, APENDICE.code, valor=118050, atendimento=night)
    outcome = sent(floor, [small, main])
    assert isinstance(outcome, Confirmed)
    assert [code for code, *_ in held(floor, number("honorario", 1))] == [APENDICE.code, HERNIA.code]


def test_an_executante_that_differs_stops_the_honorario(floor: Office) -> None:
    prepared = floor.portal.prepare([entry("honorario", 2, profissional="Outra Médica")])
    assert why(prepared) == ["Executante: planilha 'Outra Médica', portal 'RUBEN ANSCHAU TEIXEIRA'"]


@on_both_skins()
def test_each_session_of_a_serial_treatment_is_a_row_with_its_hours(floor: Office) -> None:
    outcome = sent(floor, sessions(1, 3)[::-1])
    assert isinstance(outcome, Confirmed)
    assert (
        len(outcome.recibos),
        [(day, session[-5:]) for _, day, _, session in held(floor, number("seriado", 1))],
    ) == (
        3,
        [("2026-10-01", "08:00"), ("2026-10-08", "08:00"), ("2026-10-15", "08:00")],
    )


def test_more_sessions_than_are_left_are_caught_on_the_page(floor: Office) -> None:
    assert isinstance(sent(floor, sessions(2, 2)), Confirmed)
    later = [entry("seriado", 2, dia=date(2026, 10, day)) for day in (22, 29)]
    assert why(floor.portal.prepare(later)) == ["A guia 0046302 tem 3 autorizadas e 2 utilizadas; não cabem 2 sessões."]


def test_a_day_that_is_billed_already_is_for_a_person(floor: Office) -> None:
    sent(floor, sessions(3, 1))
    assert why(floor.portal.prepare(sessions(3, 1))) == [
        "A guia 0046303 já tem sessão faturada em 01/10/2026. Confira com a clínica."
    ]


@pytest.mark.parametrize(
    ("way", "fault"),
    [
        ("detalhado", "commit_then_drop"),
        ("honorario", "commit_then_drop"),
        ("seriado", "commit_then_drop"),
        ("detalhado", "error_500_after_commit"),
    ],
)
def test_a_lost_answer_is_unknown_and_the_record_tells(floor: Office, way: str, fault: str) -> None:
    place = 7 if fault == "commit_then_drop" else 8
    floor.faults.arm(fault, on="faturar", times=2)
    outcome = sent(floor, [entry(way, place)])
    floor.faults.disarm()
    record = floor.portal.observe(OUTUBRO)
    mine = [row for row in record.movimentos if row.numero_autorizacao == number(way, place)]
    assert (isinstance(outcome, Unknown), record.trusted, len(mine), len(held(floor, number(way, place)))) == (
        True,
        True,
        1,
        1,
    )


def test_a_session_that_a_portal_takes_twice_shows_twice_in_the_record(floor: Office) -> None:
    floor.faults.arm("duplicate_click_accepted", on="faturar", number=number("seriado", 11))
    floor.faults.arm("commit_then_drop", on="faturar", times=1)
    outcome = sent(floor, sessions(11, 1))
    record = floor.portal.observe(OUTUBRO)
    mine = [row for row in record.movimentos if row.numero_autorizacao == number("seriado", 11)]
    assert (isinstance(outcome, Unknown), len(mine)) == (True, len(held(floor, number("seriado", 11))))


@pytest.mark.parametrize("way", ["detalhado", "seriado"])
def test_a_refusal_of_the_portal_is_told_in_its_words(floor: Office, way: str) -> None:
    floor.mock.refuse(number(way, 9), "guia vencida")
    outcome = sent(floor, [entry(way, 9)])
    assert (outcome, held(floor, number(way, 9))) == (Refused(f"Guia {number(way, 9)}: guia vencida."), [])


def test_a_message_nobody_knows_is_for_a_person(floor: Office) -> None:
    floor.faults.arm("unknown_notice", on="faturar", text="Código 77: procure o setor.")
    outcome = sent(floor, [entry("detalhado", 10)])
    assert (outcome, held(floor, number("detalhado", 10))) == (
        Unknown("o portal respondeu 'Código 77: procure o setor.'", unclassified=True),
        [],
    )


def test_a_question_nobody_knows_is_not_answered(floor: Office) -> None:
    floor.faults.arm("unexpected_dialog", on="faturar", text="Deseja imprimir?", kind="confirm")
    outcome = sent(floor, [entry("honorario", 10)])
    assert (isinstance(outcome, Unknown), held(floor, number("honorario", 10))) == (True, [])


def test_entries_of_two_guias_are_never_on_one_screen(floor: Office) -> None:
    with pytest.raises(PageChanged) as error:
        floor.portal.prepare([entry("detalhado", 11), entry("detalhado", 12)])
    assert str(error.value) == "CASSIND: Os lançamentos não cabem num só envio."
