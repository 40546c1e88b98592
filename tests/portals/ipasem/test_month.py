"""The month's reports, its close, what is taken away again, and what the insurer answered, on both skins."""

from datetime import date

import pytest

from agent.model.answer import Confirmed, Refused, Unknown
from agent.model.demonstrativo import Demonstrativo, LinhaRetorno, SemRetorno
from agent.model.errors import PageChanged, PortalUnavailable, UnexpectedDialog
from agent.model.registro import Movimento
from portals.ipasem.mock.audit import Glosa
from portals.ipasem.portal import Ipasem
from tests.portals.ipasem.office import CNPJ, MES, NOW, Office, consulta, lancamento
from tests.skins import on_both_skins

pytestmark = pytest.mark.browser

FONO = Movimento(
    movimento="8300",
    numero_autorizacao="2678555",
    codigo_procedimento="50000616",
    data=date(2026, 11, 18),
    quantidade=1,
    valor=6500,
    situacao="Finalizado",
    beneficiario="JOÃO DA SILVA",
    numero_carteira="7002-4",
)
ALSO = {"numero_autorizacao": "2678557", "beneficiario": "Bia Sá", "numero_carteira": "7004-0"}


def launched(portal: Ipasem) -> None:
    """Two entries that stand there."""
    for entry in (lancamento(), consulta(data=date(2026, 11, 3))):
        assert isinstance(portal.submit(portal.prepare([entry])), Confirmed)


def draft(portal: Ipasem) -> None:
    """An entry that was opened and filled, but never saved."""
    portal.prepare([lancamento(**ALSO)])


@on_both_skins("ipasem")
def test_the_record_of_an_open_month_is_its_conference_report(ipasem: Office) -> None:
    with ipasem.signed_in() as portal:
        launched(portal)
        draft(portal)
        registro = portal.observe(MES)
    assert (registro.portal, registro.competencia, registro.taken_at, registro.fechado) == ("ipasem", MES, NOW, False)
    assert (registro.total_linhas, registro.total_valor, registro.trusted) == (2, 8900, True)
    assert registro.movimentos[1] == FONO
    assert [m.movimento for m in registro.movimentos] == ["8301", "8300", "8302"]
    assert registro.drafts == (
        Movimento(
            movimento="8302",
            numero_autorizacao="2678557",
            codigo_procedimento="",
            data=None,
            quantidade=0,
            valor=None,
            finalizado=False,
            situacao="Não finalizado",
            beneficiario="BIA SÁ",
            numero_carteira="7004-0",
        ),
    )
    assert (registro.evidence.kind, registro.evidence.name) == ("html.gz", "relatório de conferência 11/2026")


def test_a_truncated_report_is_not_trusted(ipasem: Office) -> None:
    with ipasem.signed_in() as portal:
        launched(portal)
        ipasem.mock.faults.arm("truncated_report", on="conferencia", rows=1)
        registro = portal.observe(MES)
    assert (len(registro.movimentos), registro.trusted) == (1, False)


@on_both_skins("ipasem")
def test_a_month_with_red_rows_is_not_closed(ipasem: Office) -> None:
    with ipasem.signed_in() as portal:
        launched(portal)
        draft(portal)
        answer = portal.close(MES)
        registro = portal.observe(MES)
    text = "Existem lançamentos não finalizados. Exclua ou finalize antes do fechamento."
    assert (answer, registro.fechado) == (Refused(text), False)


@on_both_skins("ipasem")
def test_a_closed_month_is_read_from_its_closing_report(ipasem: Office) -> None:
    with ipasem.signed_in() as portal:
        launched(portal)
        before = portal.observe(MES)
        answer = portal.close(MES)
        after = portal.observe(MES)
    assert answer == Confirmed("Fechamento do movimento 11/2026 realizado com sucesso.")
    assert (after.fechado, after.trusted, after.multiset()) == (True, True, before.multiset())


@pytest.mark.parametrize("fault", ["commit_then_drop", "error_500_after_commit", "session_lost"])
def test_a_close_without_its_named_outcome_is_unknown(ipasem: Office, fault: str) -> None:
    with ipasem.signed_in() as portal:
        launched(portal)
        ipasem.mock.faults.arm(fault, on="fechar", times=None)
        answer = portal.close(MES)
    assert isinstance(answer, Unknown)


def test_a_close_that_asks_something_else_is_not_confirmed(ipasem: Office) -> None:
    ipasem.mock.faults.arm("unexpected_dialog", on="antes-de-fechar", kind="confirm", times=None)
    with ipasem.signed_in() as portal:
        launched(portal)
        answer = portal.close(MES)
        ipasem.mock.faults.disarm()
        registro = portal.observe(MES)
    assert isinstance(answer, Unknown)
    assert "Deseja continuar?" in answer.why
    assert (registro.fechado, ipasem.mock.requests("fechar")) == (False, [])


def test_a_closed_month_takes_no_entry(ipasem: Office) -> None:
    with ipasem.signed_in() as portal:
        launched(portal)
        portal.close(MES)
        with pytest.raises(PageChanged) as stopped:
            portal.prepare([lancamento(**ALSO)])
    assert "Movimento 11/2026 já está fechado." in stopped.value.what


@on_both_skins("ipasem")
def test_a_draft_is_taken_away(ipasem: Office) -> None:
    with ipasem.signed_in() as portal:
        launched(portal)
        draft(portal)
        (red,) = portal.observe(MES).drafts
        answer = portal.remove(MES, red)
    assert answer == Confirmed("Registro excluído com sucesso.")
    assert [row[0] for row in ipasem.recorded()] == ["2678555", "2678556"]


def test_a_surplus_row_is_taken_away_and_no_draft_is_left(ipasem: Office) -> None:
    with ipasem.signed_in() as portal:
        launched(portal)
        portal.submit(portal.prepare([lancamento(data=date(2026, 11, 19))]))
        answer = portal.remove(MES, FONO)
    assert answer == Confirmed("Registro excluído com sucesso.")
    assert ipasem.recorded() == [
        ("2678556", "10101012", "2026-11-03", 2400, True),
        ("2678555", "50000616", "2026-11-19", 6500, True),
    ]


def test_only_the_row_that_was_named_is_taken_away(ipasem: Office) -> None:
    other = Movimento("9999", "2678555", "", None, 0, None, finalizado=False)
    with ipasem.signed_in() as portal:
        launched(portal)
        with pytest.raises(PageChanged) as stopped:
            portal.remove(MES, other)
    assert "não 9999" in stopped.value.what
    assert ipasem.mock.requests("excluir") == []


def test_a_removal_without_its_named_outcome_is_unknown(ipasem: Office) -> None:
    with ipasem.signed_in() as portal:
        draft(portal)
        (red,) = portal.observe(MES).drafts
        ipasem.mock.faults.arm("commit_then_drop", on="excluir", times=None)
        answer = portal.remove(MES, red)
    assert isinstance(answer, Unknown)


def test_before_the_audit_there_is_no_return(ipasem: Office) -> None:
    with ipasem.signed_in() as portal:
        launched(portal)
        portal.close(MES)
        answer = portal.fetch_return(MES)
    assert answer == SemRetorno("Retorno do faturamento ainda não disponível.")


@on_both_skins("ipasem")
def test_both_return_reports_are_one_return(ipasem: Office) -> None:
    with ipasem.signed_in() as portal:
        launched(portal)
        portal.submit(portal.prepare([lancamento(**ALSO)]))
        portal.close(MES)
        glosas = [Glosa(id=8300, valor=1500, motivo="VALOR ACIMA DA TABELA"), Glosa(id=8302, motivo="SEM ASSINATURA")]
        ipasem.mock.auditar(CNPJ, str(MES), glosas)
        retorno = portal.fetch_return(MES)
    assert isinstance(retorno, Demonstrativo)
    day = date(2026, 11, 18)
    assert retorno.linhas == (
        LinhaRetorno(1, "2678556", "10101012", date(2026, 11, 3), 1, 2400, 2400, 0),
        LinhaRetorno(2, "2678555", "50000616", day, 1, 6500, 5000, 1500, "VALOR ACIMA DA TABELA"),
        LinhaRetorno(3, "2678557", "50000616", day, 1, 6500, 0, 6500, "SEM ASSINATURA"),
    )
    assert (retorno.total_informado, retorno.total_liberado, retorno.total_glosa) == (15400, 7400, 8000)
    assert [e.name for e in retorno.evidence] == ["retorno 11/2026, glosado: Não", "retorno 11/2026, glosado: Sim"]


def test_a_dialog_over_a_report_stops_the_reading(ipasem: Office) -> None:
    ipasem.mock.faults.arm("unexpected_dialog", on="conferencia", kind="alert")
    with ipasem.signed_in() as portal, pytest.raises(UnexpectedDialog):
        portal.observe(MES)


def test_a_report_that_does_not_come_is_the_portal_being_unavailable(ipasem: Office) -> None:
    ipasem.mock.faults.arm("drop_before_commit", on="conferencia", times=None)
    with ipasem.signed_in() as portal, pytest.raises(PortalUnavailable):
        portal.observe(MES)
