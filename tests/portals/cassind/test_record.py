"""The portal's own record: what was billed, what was answered."""

import gzip
from dataclasses import replace
from datetime import date

import pytest

from agent.model.answer import Confirmed, Refused
from agent.model.demonstrativo import Deducao, Demonstrativo, Lembrete, LinhaRetorno, SemRetorno
from agent.model.errors import PageChanged, PortalError, PortalUnavailable, ReportUntrusted, SessionExpired
from agent.model.registro import Evidence, Movimento, Registro
from portals.cassind.mock.state import Glosa
from portals.solus.periodo import Periodo
from tests.portals.cassind.conftest import NOW, Office, Open, guia
from tests.portals.cassind.sample import NOMES, OUTUBRO, VALOR, consulta
from tests.skins import on_both_skins

pytestmark = pytest.mark.browser

NOTHING = Evidence("html.gz", "", b"")


def row(place: int, *, protocolo: str = "240101", situacao: str = "Recebido") -> Movimento:
    return Movimento(
        movimento=f"88000{place}",
        numero_autorizacao=f"0045129{place:02d}",
        codigo_procedimento="10101012",
        data=date(2026, 10, place),
        quantidade=1,
        valor=VALOR,
        protocolo=protocolo,
        lote=f"550{protocolo[-2:]}",
        situacao=situacao,
        beneficiario=NOMES[place - 1].upper(),
    )


def billed(office: Office, *places: int) -> None:
    """The truth behind the page: these guias stand in one protocolo."""
    office.mock.state.bill(
        "jeronimo", [office.mock.state.guias[consulta(place).numero_autorizacao] for place in places]
    )


def plain(registro: Registro) -> Registro:
    return replace(registro, evidence=NOTHING)


@on_both_skins()
def test_every_conta_of_the_month_is_observed_with_the_pages_own_totals(office: Office) -> None:
    billed(office, 1, 2)
    billed(office, 3)
    registro = office.portal.observe(OUTUBRO)
    assert plain(registro) == Registro(
        portal="cassind",
        competencia=OUTUBRO,
        taken_at=NOW,
        fechado=False,
        movimentos=(row(1), row(2), row(3, protocolo="240102")),
        total_linhas=3,
        total_valor=3 * VALOR,
        evidence=NOTHING,
    )
    assert registro.trusted
    assert "880003" in gzip.decompress(registro.evidence.content).decode()


@on_both_skins()
def test_every_page_of_the_list_is_read_and_a_lote_or_a_conta_can_be_asked_for_alone(office: Office) -> None:
    billed(office, 1, 2, 3)
    billed(office, 4)
    office.mock.state.analisar("240101")
    office.mock.paginate(2)
    today = Periodo(NOW.date(), NOW.date())

    registro, answer = office.portal.observe(OUTUBRO), office.portal.fetch_return(OUTUBRO)
    of_lote = office.portal.contas(today, lote="55002")
    of_conta = office.portal.contas(today, lote="55001", conta="880003")
    of_none = office.portal.contas(today, lote="55002", conta="880003")

    assert ([m.movimento for m in registro.movimentos], registro.trusted) == (
        ["880001", "880002", "880003", "880004"],
        True,
    )
    assert isinstance(answer, Demonstrativo)
    assert ([line.linha for line in answer.linhas], answer.total_informado) == ([1, 2, 3], 3 * VALOR)
    assert "protocolo 240101" in [evidence.name for evidence in answer.evidence]
    assert [[conta.numero for conta in contas] for contas in (of_lote, of_conta, of_none)] == [
        ["880004"],
        ["880003"],
        [],
    ]


@pytest.mark.parametrize("skin", ["simples"], indirect=True)
def test_a_list_whose_pages_do_not_go_on_is_not_read(office: Office) -> None:
    billed(office, 1, 2, 3)
    office.mock.paginate(2, stuck=True)
    with pytest.raises(PageChanged, match=r'A tela diz "Página 1 de 2"; era esperada a 2\.'):
        office.portal.observe(OUTUBRO)


def test_a_month_without_contas_is_a_trusted_empty_record(office: Office) -> None:
    registro = office.portal.observe(OUTUBRO)
    assert (registro.movimentos, registro.total_linhas, registro.total_valor, registro.trusted) == ((), 0, 0, True)


def test_what_the_clinic_billed_by_hand_is_in_the_record_too(open_office: Open) -> None:
    office = open_office([replace(guia(1), billed=True), guia(2)])
    assert office.portal.observe(OUTUBRO).movimentos == (row(1),)


@pytest.mark.parametrize(
    ("fault", "settings"),
    [("truncated_report", {"rows": 1}), ("value_changed", {"number": "004512901", "centavos": 1})],
)
def test_a_record_that_is_not_what_the_page_says_is_not_trusted(
    recorded: Office, fault: str, settings: dict[str, object]
) -> None:
    recorded.faults.arm(fault, on="protocolos", **settings)
    first, second = recorded.portal.observe(OUTUBRO), recorded.portal.observe(OUTUBRO)
    assert (first.agrees_with(second), second.trusted) == (False, True)


@on_both_skins()
def test_what_the_operadora_answered_is_the_return(office: Office) -> None:
    billed(office, 1, 2, 3)
    billed(office, 4)
    cut = [Glosa("004512902", "1705 - Valor cobrado a maior", 4563), Glosa("004512903", "1801 - Inválido")]
    office.mock.state.analisar("240101", cut)
    answer = office.portal.fetch_return(OUTUBRO)
    assert isinstance(answer, Demonstrativo)
    assert replace(answer, evidence=()) == Demonstrativo(
        portal="cassind",
        competencia=OUTUBRO,
        linhas=(
            line(1, VALOR, 0, ""),
            line(2, 6437, 4563, "1705 - Valor cobrado a maior"),
            line(3, 0, VALOR, "1801 - Inválido"),
        ),
        total_informado=3 * VALOR,
        total_liberado=17437,
        total_glosa=15563,
        evidence=(),
        deducoes=(Deducao("240101", date(2026, 11, 21), "IRRF", "IRRF", -261, "240101", "004512901"),),
        pagamentos=("240101",),
        protocolos=("240101",),
        lembretes=(
            Lembrete(
                "análise de conta 240101",
                "protocolo 240101 liberado, R$ 174,37: envie a nota fiscal no portal, em Relatórios > "
                "Demonstrativos de pagamentos (sendo várias, devem somar esse valor)",
            ),
        ),
    )
    assert answer.balances


def line(place: int, liberado: int, glosa: int, motivo: str) -> LinhaRetorno:
    return LinhaRetorno(
        linha=place,
        numero_autorizacao=f"0045129{place:02d}",
        codigo_procedimento="10101012",
        data=date(2026, 10, place),
        quantidade=1,
        valor_informado=VALOR,
        valor_liberado=liberado,
        valor_glosa=glosa,
        motivo=motivo,
        movimento=f"88000{place}",
        protocolo="240101",
    )


def test_before_the_operadora_answers_there_is_no_return(office: Office) -> None:
    assert office.portal.fetch_return(OUTUBRO) == SemRetorno("Nenhum protocolo encontrado para os filtros informados.")
    billed(office, 1, 2)
    assert office.portal.fetch_return(OUTUBRO) == SemRetorno(
        "Nenhuma das 2 contas listadas tem valor liberado ou glosado."
    )


def test_a_truncated_return_is_no_evidence(recorded: Office) -> None:
    recorded.faults.arm("truncated_report", on="protocolos", rows=1)
    with pytest.raises(ReportUntrusted) as stopped:
        recorded.portal.fetch_return(OUTUBRO)
    assert str(stopped.value) == (
        "CASSIND, Protocolos de faturamento: A lista não soma o que ela mesma diz (a tela diz 2 contas e mostra 1; "
        "Valor informado: total R$ 220,00, linhas R$ 110,00; Valor liberado: total R$ 220,00, linhas R$ 110,00)."
    )


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("session_lost", SessionExpired),
        ("maintenance", PortalUnavailable),
        ("lookup_failing", PortalUnavailable),
        ("error_500_before_commit", PortalUnavailable),
    ],
)
def test_a_record_that_does_not_come_is_told_apart(office: Office, fault: str, error: type[PortalError]) -> None:
    office.faults.arm(fault, on="protocolos")
    with pytest.raises(PortalError) as stopped:
        office.portal.observe(OUTUBRO)
    assert type(stopped.value) is error


@pytest.mark.parametrize("label", ["Período:", "Número da conta:", "Listar", "Conta", "Valor informado"])
def test_a_renamed_label_of_the_record_stops_the_reading(recorded: Office, label: str) -> None:
    recorded.faults.arm("renamed_label", label=label, to="Outra palavra")
    with pytest.raises(PageChanged):
        recorded.portal.observe(OUTUBRO)


def test_what_is_billed_cannot_be_removed_and_no_month_closed(office: Office) -> None:
    office.portal.submit(office.portal.prepare([consulta(1)]))
    assert (office.portal.remove(OUTUBRO, row(1)), office.portal.close(OUTUBRO)) == (
        Refused(
            "No CASSIND um faturamento é definitivo: a guia 004512901 de 10/2026 só sai do protocolo 240101 a pedido à "
            "operadora."
        ),
        Refused("O CASSIND não tem fechamento de mês: cada protocolo de 10/2026 já é definitivo."),
    )
    assert office.billed() == [("240101", "004512901")]


def test_a_billed_batch_is_what_the_record_then_shows(office: Office) -> None:
    outcome = office.portal.submit(office.portal.prepare([consulta(1), consulta(2)]))
    assert isinstance(outcome, Confirmed)
    assert [(r.movimento, r.lancamento.chave, r.valor) for r in outcome.recibos] == [
        (m.movimento, m.chave, m.valor) for m in office.portal.observe(OUTUBRO).movimentos
    ]
