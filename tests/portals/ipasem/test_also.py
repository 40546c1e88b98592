"""Reabrir, the printed report, Consultar Autorização and Registro de Atividades, in one sitting on each skin."""

from datetime import datetime

import pytest

from agent.model.answer import Confirmed, Refused, Unknown
from agent.model.consulta import Consulta
from agent.model.errors import PageChanged, UnexpectedDialog
from portals.ipasem.portal import Ipasem
from tests.portals.ipasem.office import CNPJ, MES, Office, consulta, lancamento

pytestmark = pytest.mark.browser

Standing = tuple[Office, Ipasem]


def test_an_authorisation_that_was_never_used_says_so(standing: Standing) -> None:
    _, portal = standing
    assert portal.consult("2678555") == Consulta(
        "2678555", "Não utilizada", "01/10/2026", "50000616 - SESSÃO INDIVIDUAL AMBULATORIAL DE FONOAUDIOLOGIA"
    )


@pytest.mark.parametrize(
    ("numero", "said"),
    [("9999999", "Autorização não encontrada."), ("2678558", "Autorização não pertence a este credenciado.")],
)
def test_an_authorisation_that_is_not_ours_is_refused_in_the_portals_words(
    standing: Standing, numero: str, said: str
) -> None:
    _, portal = standing
    assert portal.consult(numero) == Refused(said)


def test_an_authorisation_of_an_earlier_month_names_it(standing: Standing) -> None:
    _, portal = standing
    answer = portal.consult("2678559")
    assert isinstance(answer, Consulta)
    assert answer.situacao == "Utilizada no movimento 09/2026"


def test_an_open_month_is_not_reopened(standing: Standing) -> None:
    _, portal = standing
    assert portal.reopen(MES) == Refused("Movimento 11/2026 ainda não foi fechado.")


def test_the_printed_report_comes_in_the_order_asked_for(standing: Standing) -> None:
    served, portal = standing
    served.launched(lancamento(), consulta())
    by_number, by_patient = (portal.printed(MES, order) for order in ("autorizacao", "paciente"))
    assert not isinstance(by_number, Refused)
    assert not isinstance(by_patient, Refused)
    numbers = [[m.numero_autorizacao for m in each.movimentos] for each in (by_number, by_patient)]
    assert numbers == [["2678555", "2678556"], ["2678556", "2678555"]]
    assert [(each.pdf or each.page).content[:5] for each in (by_number, by_patient)] == [b"%PDF-"] * 2


def test_the_history_tells_what_was_done_in_the_month(ipasem: Office) -> None:
    with ipasem.signed_in(typed=True) as portal:
        portal.submit(portal.prepare([lancamento()]))
        portal.submit(portal.prepare([consulta()]))
        acts = [(a.ato, a.numero_autorizacao, type(a.quando)) for a in portal.activities(MES)]
    assert acts == [
        ("Acesso ao portal", "", datetime),
        ("Abertura de autorização", "2678555", datetime),
        ("Gravação de movimento", "2678555", datetime),
        ("Abertura de autorização", "2678556", datetime),
        ("Gravação de movimento", "2678556", datetime),
    ]


def test_what_was_done_after_the_months_last_day_is_told_with_the_month(standing: Standing) -> None:
    served, portal = standing
    served.launched(lancamento())
    acts = [(a.ato, a.numero_autorizacao) for a in portal.activities(MES.plus(-1))]
    assert acts == [("Abertura de autorização", "2678555"), ("Gravação de movimento", "2678555")]


def test_another_question_than_the_reopening_is_not_answered(standing: Standing) -> None:
    served, portal = standing
    asked = len(served.mock.requests("reabrir"))
    served.launched(lancamento())
    served.closed()
    served.mock.faults.arm("renamed_label", label="Reabrir Movimento", to="Reabrir")
    with pytest.raises(PageChanged):
        portal.reopen(MES)
    assert len(served.mock.requests("reabrir")) == asked


def test_a_closed_month_is_reopened_and_takes_entries_again(standing: Standing) -> None:
    served, portal = standing
    served.launched(lancamento())
    served.closed()
    outcome = portal.reopen(MES)
    assert outcome == Confirmed("Movimento 11/2026 reaberto com sucesso.")
    assert (served.mock.recorded()["fechamentos"], portal.observe(MES).fechado) == ([], False)


def test_a_reopening_without_an_answer_is_unknown_and_not_pressed_again(standing: Standing) -> None:
    served, portal = standing
    asked = len(served.mock.requests("reabrir"))
    served.launched(lancamento())
    served.closed()
    served.mock.faults.arm("error_500_after_commit", on="reabrir")
    outcome = portal.reopen(MES)
    assert (type(outcome), len(served.mock.requests("reabrir")) - asked) == (Unknown, 1)


def test_an_audited_month_keeps_the_portals_refusal(standing: Standing) -> None:
    served, portal = standing
    served.launched(lancamento())
    served.closed()
    served.mock.auditar(CNPJ, str(MES))
    assert portal.reopen(MES) == Refused("Movimento 11/2026 já foi auditado e não pode ser reaberto.")


def test_a_dialog_over_the_consultation_stops_it(standing: Standing) -> None:
    served, portal = standing
    served.mock.faults.arm("unexpected_dialog", on="consultar", kind="alert")
    with pytest.raises(UnexpectedDialog):
        portal.consult("2678555")
