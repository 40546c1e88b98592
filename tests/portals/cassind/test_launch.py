"""Billing a batch through a real browser: exactly what was planned, once, or nothing."""

from dataclasses import replace
from datetime import date

import pytest

from agent.model.answer import Blocked, Confirmed, Difference, Mismatch, Prepared, Recibo, Refused, Unknown
from agent.model.errors import (
    PageChanged,
    PortalError,
    PortalUnavailable,
    SessionExpired,
    UnexpectedDialog,
    UnknownMessage,
)
from agent.model.lancamento import Lancamento
from tests.portals.cassind.conftest import Office, Open, guia
from tests.portals.cassind.sample import NOMES, VALOR, consulta, lancamento
from tests.skins import on_both_skins

pytestmark = pytest.mark.browser

SUCCESS = "Guias faturadas com sucesso. Protocolo de faturamento: 240101"
PARTIAL = "Atenção: nem todas as guias marcadas foram faturadas."
BATCH = (consulta(1), consulta(2), consulta(4))
GUIAS = [("240101", entry.numero_autorizacao) for entry in BATCH]


def recibos(*entries: Lancamento, valor: int = VALOR) -> tuple[Recibo, ...]:
    return tuple(Recibo(entry, f"88000{n}", valor, "240101") for n, entry in enumerate(entries, start=1))


def refused(office: Office, batch: tuple[Lancamento, ...] = BATCH) -> PortalError:
    """The error that `prepare` stops with; nothing may have been sent."""
    with pytest.raises(PortalError) as stopped:
        office.portal.prepare(batch)
    assert (office.requests("faturar"), office.billed()) == (0, [])
    return stopped.value


@on_both_skins()
def test_a_batch_is_listed_marked_and_billed_with_conta_and_value_for_each_guia(office: Office) -> None:
    prepared = office.portal.prepare(BATCH)
    assert (prepared, office.billed()) == (Prepared(BATCH), [])
    assert office.portal.submit(prepared) == Confirmed(SUCCESS, recibos(*BATCH))
    assert (office.billed(), office.requests("faturar")) == (GUIAS, 1)


def test_batch_after_batch_each_gets_its_own_protocolo(office: Office) -> None:
    for entry in (consulta(1), consulta(2)):
        assert isinstance(office.portal.submit(office.portal.prepare([entry])), Confirmed)
    assert office.billed() == [("240101", "004512901"), ("240102", "004512902")]


def test_a_long_list_is_shown_whole_before_anything_is_marked(open_office: Open) -> None:
    office = open_office([guia(place) for place in range(1, 29)])
    batch = tuple(consulta(place) for place in range(1, 29))
    assert isinstance(office.portal.submit(office.portal.prepare(batch)), Confirmed)
    assert office.billed() == [("240101", entry.numero_autorizacao) for entry in batch]


def test_a_list_that_is_not_complete_stops_with_both_numbers(standing: Office) -> None:
    standing.faults.arm("truncated_report", on="listar", rows=2)
    assert str(refused(standing)) == (
        'CASSIND, Faturamento Simplificado: A lista não está completa: "Quantidade: 2 de 4". Nada foi marcado.'
    )


@on_both_skins()
@pytest.mark.parametrize(
    "label",
    [
        "FATURAMENTO SIMPLIFICADO",
        "Período entre:",
        "Quantidade de guias listadas:",
        "Listar autorizações",
        "Guia",
        "Beneficiário",
        "Faturar guias marcadas",
    ],
)
def test_a_renamed_label_stops_before_anything_is_marked(standing: Office, label: str) -> None:
    standing.faults.arm("renamed_label", label=label, to="Outra palavra")
    assert isinstance(refused(standing), PageChanged)


@pytest.mark.parametrize(
    ("fault", "settings", "difference"),
    [
        ("swapped_patient", {}, Difference("Beneficiário", NOMES[0], NOMES[1].upper(), private=True)),
        ("value_changed", {"centavos": 1}, Difference("Valor", "R$ 110,00", "R$ 110,01")),
    ],
)
def test_an_entry_that_the_list_shows_otherwise_is_left_out_with_both_values(
    office: Office, fault: str, settings: dict[str, int], difference: Difference
) -> None:
    office.faults.arm(fault, on="listar", number="004512901", **settings)
    prepared = office.portal.prepare(BATCH)
    assert prepared == Prepared(BATCH[1:], (Blocked(BATCH[0], Mismatch((difference,))),))
    assert office.portal.submit(prepared) == Confirmed(SUCCESS, recibos(*BATCH[1:]))
    assert office.billed() == [("240101", "004512902"), ("240101", "004512904")]


def test_a_guia_that_is_not_listed_is_left_out_and_the_others_are_billed(open_office: Open) -> None:
    office = open_office([guia(1), replace(guia(2), billed=True)])
    prepared = office.portal.prepare(BATCH)
    absent = (
        "A guia {} não está entre as autorizadas de 01/10/2026 a 04/10/2026: já foi faturada, ou não é deste prestador."
    )
    assert prepared == Prepared(
        BATCH[:1], tuple(Blocked(e, Refused(absent.format(e.numero_autorizacao))) for e in BATCH[1:])
    )
    office.portal.submit(prepared)
    assert office.billed() == [("240101", "004512902"), ("240102", "004512901")]


def test_a_guia_older_than_three_months_is_left_out_before_the_list_is_asked_for(standing: Office) -> None:
    old = lancamento("004512800", dia=date(2026, 8, 20))
    listings = standing.requests("listar")
    prepared = standing.portal.prepare([old])
    assert prepared == Prepared(
        (),
        (
            Blocked(
                old,
                Refused(
                    "A guia 004512800 é de 20/08/2026, e o portal só lista de 21/08/2026 a 21/11/2026: "
                    "o prazo para faturar passou."
                ),
            ),
        ),
    )
    assert standing.requests("listar") == listings


def test_nothing_prepared_nothing_sent(standing: Office) -> None:
    prepared = standing.portal.prepare([lancamento("999")])
    with pytest.raises(PageChanged):
        standing.portal.submit(prepared)
    assert standing.requests("faturar") == 0


def test_what_was_prepared_is_sent_only_once(office: Office) -> None:
    prepared = office.portal.prepare(BATCH)
    office.portal.submit(prepared)
    with pytest.raises(PageChanged):
        office.portal.submit(prepared)
    assert (office.billed(), office.requests("faturar")) == (GUIAS, 1)


def test_a_mark_that_changed_since_is_noticed_before_the_click(standing: Office) -> None:
    prepared = standing.portal.prepare(BATCH)
    for frame in standing.session.frames():
        for box in frame.query_selector_all("input[name=guia]:not(:checked)"):
            box.check()
    with pytest.raises(PageChanged) as stopped:
        standing.portal.submit(prepared)
    assert str(stopped.value) == (
        "CASSIND, Faturamento Simplificado: Era para marcar 3 guias; na tela estão marcadas 4, ou outras. "
        "Nada foi faturado."
    )
    assert standing.requests("faturar") == 0


@on_both_skins()
@pytest.mark.parametrize("kind", ["alert", "confirm", "modal"])
def test_an_unexpected_dialog_over_the_list_stops_with_its_words(standing: Office, kind: str) -> None:
    standing.faults.arm("unexpected_dialog", on="listar", text="Deseja excluir as guias?", kind=kind)
    error = refused(standing)
    assert (type(error), "Deseja excluir as guias?" in str(error)) == (UnexpectedDialog, True)


@pytest.mark.parametrize("kind", ["alert", "confirm", "modal"])
def test_an_unexpected_dialog_at_the_click_is_not_answered_and_nothing_is_called_done(
    office: Office, kind: str
) -> None:
    office.faults.arm("unexpected_dialog", on="faturar", text="Deseja excluir as guias?", kind=kind)
    outcome = office.portal.submit(office.portal.prepare(BATCH))
    assert isinstance(outcome, Unknown)
    assert "Deseja excluir as guias?" in outcome.why


def test_the_next_batch_goes_on_after_a_dialog_stopped_one(office: Office) -> None:
    office.faults.arm("unexpected_dialog", on="listar", text="Deseja excluir as guias?", kind="modal")
    refused(office)
    assert office.portal.submit(office.portal.prepare(BATCH)) == Confirmed(SUCCESS, recibos(*BATCH))


def test_a_text_that_nobody_has_classified_stops_the_batch(standing: Office) -> None:
    standing.faults.arm("unknown_notice", on="listar", text="Prestador em regime especial de auditoria.")
    error = refused(standing)
    assert (type(error), str(error)) == (
        UnknownMessage,
        "CASSIND, Faturamento Simplificado: O portal mostrou um texto que não é esperado aqui: "
        "'Prestador em regime especial de auditoria.'.",
    )


def test_an_answer_that_nobody_has_classified_is_no_success(office: Office) -> None:
    office.faults.arm("unknown_notice", on="faturar", text="em regime especial de auditoria.")
    outcome = office.portal.submit(office.portal.prepare([consulta(1)]))
    assert outcome == Unknown(
        "o portal respondeu 'Guia 004512901: em regime especial de auditoria.'", unclassified=True
    )


def test_a_refusal_is_given_in_the_portals_own_words(open_office: Open) -> None:
    office = open_office([replace(guia(1), refusal="guia cancelada")])
    outcome = office.portal.submit(office.portal.prepare([consulta(1)]))
    assert outcome == Refused("Nenhuma guia foi faturada. Guia 004512901: guia cancelada.")
    assert office.billed() == []


def test_of_a_batch_that_went_through_in_part_only_the_billed_are_confirmed(open_office: Open) -> None:
    office = open_office([guia(1), replace(guia(2), refusal="guia cancelada"), guia(4)])
    outcome = office.portal.submit(office.portal.prepare(BATCH))
    assert outcome == Confirmed(f"{SUCCESS} {PARTIAL} Guia 004512902: guia cancelada.", recibos(BATCH[0], BATCH[2]))
    assert office.billed() == [("240101", "004512901"), ("240101", "004512904")]


def test_the_receipt_shows_the_value_that_the_portal_holds(office: Office) -> None:
    office.faults.arm("value_changed", on="faturar", number="004512901", centavos=1)
    outcome = office.portal.submit(office.portal.prepare([consulta(1)]))
    assert outcome == Confirmed(SUCCESS, recibos(consulta(1), valor=VALOR + 1))


@pytest.mark.parametrize("fault", ["lookup_failing", "stale_report", "truncated_report"])
def test_a_protocolo_that_cannot_be_looked_up_is_confirmed_with_the_listed_value(office: Office, fault: str) -> None:
    office.faults.arm(fault, on="protocolos")
    outcome = office.portal.submit(office.portal.prepare(BATCH))
    assert outcome == Confirmed(SUCCESS, tuple(Recibo(entry, "", VALOR, "240101") for entry in BATCH))


@pytest.mark.parametrize(
    ("fault", "error"),
    [("session_lost", SessionExpired), ("maintenance", PortalUnavailable), ("lookup_failing", PortalUnavailable)],
)
@pytest.mark.parametrize("action", ["listar"])
def test_a_portal_that_does_not_list_is_told_apart(
    office: Office, action: str, fault: str, error: type[PortalError]
) -> None:
    office.faults.arm(fault, on=action)
    assert type(refused(office)) is error


def test_a_double_click_of_the_portals_making_does_not_come_from_us(office: Office) -> None:
    office.faults.arm("duplicate_click_accepted", on="faturar")
    office.portal.submit(office.portal.prepare(BATCH))
    assert (office.billed(), office.requests("faturar")) == (GUIAS, 1)
