"""Alterar: a finished row is changed in place, or stays as it was; and several procedures on one authorisation."""

from datetime import date

import pytest

from agent.model.answer import Confirmed, Difference, Mismatch, Refused, Unknown
from agent.model.registro import Movimento
from portals.ipasem.portal import Ipasem
from tests.portals.ipasem.office import CNPJ, MES, Office, lancamento, periapical, restauracao

pytestmark = pytest.mark.browser

Standing = tuple[Office, Ipasem]
ASKED = lancamento(quantidade=2, valor_informado=13000, observacao="Laudo em anexo")
BOTH = {"numero_autorizacao": "2678557", "beneficiario": "Bia Sá", "numero_carteira": "7004-0"}
SECOND = {**BOTH, "codigo_procedimento": "10101012", "valor_informado": 2400}


def rows(served: Office, numero: str = "2678555") -> list[tuple[str, int, int, str, bool]]:
    found = [m for m in served.mock.movements(CNPJ, str(MES)) if m.autorizacao == numero]
    return [(m.codigo, m.quantidade, m.valor, m.observacao, m.finalizado) for m in found]


def row(portal: Ipasem) -> Movimento:
    """The finished row of the first authorisation."""
    return next(m for m in portal.observe(MES).finalizados if m.numero_autorizacao == "2678555")


def without_draft(portal: Ipasem) -> None:
    for draft in portal.observe(MES).drafts:
        portal.remove(MES, draft)


def test_several_procedures_go_on_one_authorisation_each_with_its_own_row(standing: Standing) -> None:
    served, portal = standing
    outcomes = [portal.submit(portal.prepare([lancamento(**more)])) for more in (BOTH, SECOND)]
    assert [type(outcome) for outcome in outcomes] == [Confirmed, Confirmed]
    assert rows(served, "2678557") == [("50000616", 1, 6500, "", True), ("10101012", 1, 2400, "", True)]


def test_a_finished_row_is_changed_in_place_and_read_back(standing: Standing) -> None:
    served, portal = standing
    served.launched(lancamento(quantidade=1))
    outcome = portal.submit(portal.alter(row(portal), ASKED))
    without_draft(portal)
    assert isinstance(outcome, Confirmed)
    assert (outcome.recibos[0].valor, rows(served)) == (13000, [("50000616", 2, 13000, "Laudo em anexo", True)])


def test_every_field_of_a_dental_row_is_changed_taken_off_and_read_back(standing: Standing) -> None:
    served, portal = standing
    served.launched(restauracao(observacao="fratura"))
    asked = [
        restauracao(dente="16", faces="DO", data=date(2026, 11, 17), valor_informado=9000),
        periapical(dente="15", data=date(2026, 11, 16), observacao="inicial"),
    ]
    seen: list[tuple[object, ...]] = []
    for now in asked:
        (finished,) = (m for m in portal.observe(MES).finalizados if m.numero_autorizacao == "2557459")
        outcome = portal.submit(portal.alter(finished, now))
        again = portal.alter(finished, now)
        without_draft(portal)
        seen += [(type(outcome), again.ready, again.blocked)]
        (m,) = (m for m in served.mock.movements(CNPJ, str(MES)) if m.autorizacao == "2557459")
        seen += [(m.codigo, m.data, m.dente, m.faces, m.valor, m.observacao)]
    assert seen == [
        (Confirmed, (), ()),
        ("2334", "2026-11-17", "16", "DO", 9000, ""),
        (Confirmed, (), ()),
        ("2110", "2026-11-16", "15", "", 2150, "inicial"),
    ]


def test_a_change_that_the_portal_refuses_leaves_the_finished_row_as_it_was(standing: Standing) -> None:
    served, portal = standing
    served.launched(ASKED)
    asked = lancamento(quantidade=9, valor_informado=13000, observacao="Laudo em anexo")
    outcome = portal.submit(portal.alter(row(portal), asked))
    without_draft(portal)
    assert outcome == Refused("Quantidade superior à autorizada (4).")
    assert rows(served) == [("50000616", 2, 13000, "Laudo em anexo", True)]


def test_a_change_for_another_patient_types_nothing_and_leaves_the_row(standing: Standing) -> None:
    served, portal = standing
    served.launched(ASKED)
    prepared = portal.alter(row(portal), lancamento(beneficiario="Ana Lima"))
    without_draft(portal)
    difference = Difference("paciente", "Ana Lima", "JOÃO DA SILVA", private=True)
    assert (prepared.ready, prepared.blocked[0].answer) == ((), Mismatch((difference,)))
    assert rows(served) == [("50000616", 2, 13000, "Laudo em anexo", True)]


def test_a_change_without_an_answer_is_unknown_and_makes_no_second_row(standing: Standing) -> None:
    served, portal = standing
    served.launched(ASKED)
    prepared = portal.alter(row(portal), lancamento(quantidade=1, observacao="Laudo em anexo"))
    served.mock.faults.arm("error_500_after_commit", on="gravar")
    outcome = portal.submit(prepared)
    without_draft(portal)
    assert isinstance(outcome, Unknown)
    assert rows(served) == [("50000616", 1, 6500, "Laudo em anexo", True)]


def test_a_remark_too_long_for_the_portal_is_not_saved_cut(standing: Standing) -> None:
    served, portal = standing
    served.launched(lancamento(observacao="Laudo em anexo"))
    prepared = portal.alter(row(portal), lancamento(quantidade=1, observacao="x" * 300))
    outcome = portal.submit(prepared) if prepared.ready else prepared.blocked[0].answer
    without_draft(portal)
    cut = Mismatch((Difference("observacao", "x" * 300, "x" * 255),))
    assert outcome in (Refused("Observação deve conter no máximo 255 caracteres."), cut)
    assert rows(served) == [("50000616", 1, 6500, "Laudo em anexo", True)]


def test_a_refused_authorisation_says_why_in_the_portals_words_ours_and_the_consultations(standing: Standing) -> None:
    _, portal = standing
    used = {"numero_autorizacao": "2678559", "beneficiario": "Duda Mota", "numero_carteira": "7006-9"}
    (blocked,) = portal.prepare([lancamento(**used)]).blocked
    assert str(blocked.answer) == (
        "Autorização já utilizada no movimento 09/2026. Já foi cobrada no mês indicado: não se cobra de novo. Se foi "
        "engano, reabra aquele mês ou peça outra autorização. Consulta da autorização: situação Utilizada no movimento "
        "09/2026, emitida em 01/10/2026, procedimentos 50000616 - SESSÃO INDIVIDUAL AMBULATORIAL DE FONOAUDIOLOGIA."
    )
