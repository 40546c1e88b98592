"""One entry on the launch screen, on both skins: what is saved, what is left out, what is not known."""

import gzip
import json
import re
from datetime import date
from typing import Any

import pytest

from agent.model.answer import Blocked, Confirmed, Difference, Mismatch, Recibo, Refused, Unknown
from agent.model.errors import (
    PageChanged,
    UnexpectedDialog,
    UnknownMessage,
)
from agent.model.lancamento import Kind, Lancamento
from tests.portals.ipasem.office import CNPJ, DRAFT, MES, SAVED, Office, consulta, lancamento, launch
from tests.skins import on_both_skins

pytestmark = pytest.mark.browser


def test_an_entry_is_confirmed_with_the_portals_own_number_and_stands_there_once(ipasem: Office) -> None:
    with ipasem.signed_in() as portal:
        outcome = launch(portal, lancamento(observacao="1ª sessão"))
    text = "Movimento gravado com sucesso. ID do Movimento: 8300"
    assert outcome == Confirmed(text, (Recibo(lancamento(observacao="1ª sessão"), "8300", 6500),))
    assert ipasem.recorded() == [SAVED]
    (movimento,) = ipasem.mock.movements(CNPJ, str(MES))
    assert (movimento.conselho, movimento.quantidade, movimento.observacao) == ("5615", 1, "1ª sessão")


def test_entries_follow_each_other_and_an_authorisation_may_carry_two(ipasem: Office) -> None:
    both = {"numero_autorizacao": "2678557", "beneficiario": "BIA SA", "numero_carteira": "7004-0"}
    with ipasem.signed_in() as portal:
        outcomes = [launch(portal, entry) for entry in (consulta(), lancamento(**both), consulta(**both))]
    assert [type(outcome) for outcome in outcomes] == [Confirmed] * 3
    assert ipasem.recorded() == [
        ("2678556", "10101012", "2026-11-18", 2400, True),
        ("2678557", "50000616", "2026-11-18", 6500, True),
        ("2678557", "10101012", "2026-11-18", 2400, True),
    ]


def test_what_a_save_looked_like_is_kept_as_a_page_without_secrets(ipasem: Office) -> None:
    with ipasem.signed_in() as portal:
        launch(portal, lancamento())
        (page,) = portal.snapshot("lançamento 1")
        portal.prepare([lancamento(numero_autorizacao="9999999")])
        refused = portal.snapshot("recusa")[1]
    html = gzip.decompress(page.content).decode()
    assert (page.kind, page.name) == ("html.gz", "lançamento 1")
    pedidos = re.findall(r"<!-- pedido: POST /\S*, [1-9]\d* bytes, SHA-256 [0-9a-f]{64} -->", html)
    assert (len(pedidos) >= 1, b"pedido:" in gzip.decompress(refused.content)) == (True, False)
    assert ("8300" in html, "s3nha-boa" in html) == (True, False)


def test_where_the_sheet_is_silent_the_portals_value_stays(ipasem: Office) -> None:
    with ipasem.signed_in() as portal:
        outcome = launch(portal, lancamento(valor_informado=None))
    assert isinstance(outcome, Confirmed)
    assert outcome.recibos[0].valor == 6500
    assert ipasem.recorded() == [SAVED]


def test_another_value_than_the_sheets_is_typed_only_where_the_office_says_so(ipasem: Office) -> None:
    with ipasem.signed_in(override_value=True) as portal:
        outcome = launch(portal, lancamento(valor_informado=5990))
    assert isinstance(outcome, Confirmed)
    assert (outcome.recibos[0].valor, ipasem.recorded()) == (5990, [(*SAVED[:3], 5990, True)])


@pytest.mark.parametrize(
    ("sheet", "difference"),
    [
        ({"valor_informado": 6499}, Difference("valor", "64,99", "65,00")),
        ({"beneficiario": "Joana da Silva"}, Difference("paciente", "Joana da Silva", "JOÃO DA SILVA", private=True)),
        ({"numero_carteira": "7002-5"}, Difference("matrícula", "7002-5", "7002-4", private=True)),
        ({"beneficiario": "", "numero_carteira": ""}, Difference("paciente", "", "JOÃO DA SILVA", private=True)),
    ],
)
def test_an_entry_that_differs_is_left_out_and_leaves_no_draft(
    ipasem: Office, sheet: dict[str, Any], difference: Difference
) -> None:
    with ipasem.signed_in() as portal:
        blocked = launch(portal, lancamento(**sheet))
        picture, page, *_ = portal.snapshot("parada")
    assert blocked == Blocked(lancamento(**sheet), Mismatch((difference,)))
    assert ipasem.recorded() == []
    assert (picture.kind, "ID do Movimento" in gzip.decompress(page.content).decode()) == ("jpeg", True)


def test_a_name_written_otherwise_is_saved_with_both_names_as_evidence(ipasem: Office) -> None:
    with ipasem.signed_in() as portal:
        prepared = portal.prepare([lancamento(beneficiario="Silva, João")])
        outcome = portal.submit(prepared)
    (kept,) = prepared.evidence
    names = json.loads(kept.content)
    assert (names["nome_na_planilha"], names["nome_no_portal"], names["minimo"]) == ("Silva, João", "JOÃO DA SILVA", 80)
    assert isinstance(outcome, Confirmed)


def test_a_doubtful_name_waits_for_a_person_and_the_others_go_on(ipasem: Office) -> None:
    asked = lancamento(beneficiario="João Pereira da Silva")
    with ipasem.signed_in() as portal:
        blocked, other = launch(portal, asked), launch(portal, consulta())
    assert isinstance(blocked, Blocked)
    assert "uma pessoa confere" in str(blocked.answer)
    assert isinstance(other, Confirmed)
    assert [row[0] for row in ipasem.recorded()] == ["2678556"]


@on_both_skins("ipasem")
def test_a_swapped_patient_is_left_out_and_leaves_no_draft(ipasem: Office) -> None:
    ipasem.mock.faults.arm("swapped_patient", on="abrir")
    with ipasem.signed_in() as portal:
        blocked = launch(portal, lancamento())
    assert isinstance(blocked, Blocked)
    assert isinstance(blocked.answer, Mismatch)
    assert {d.field for d in blocked.answer.differences} >= {"paciente"}
    assert "JOÃO" not in str(blocked.answer)
    assert ipasem.recorded() == []


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        (lancamento(numero_autorizacao="2670000"), "Autorização não encontrada."),
        (lancamento(numero_autorizacao="2678558"), "Autorização não pertence a este credenciado."),
        (lancamento(numero_autorizacao="2678559"), "Autorização já utilizada no movimento 09/2026."),
        (lancamento(codigo_procedimento="10101012"), "Procedimento não autorizado."),
        (lancamento(data=date(2026, 11, 30)), "Data de Atendimento não pode ser maior que a data atual."),
    ],
)
def test_what_the_portal_refuses_comes_back_in_its_own_words_and_leaves_no_draft(
    ipasem: Office, entry: Lancamento, text: str
) -> None:
    with ipasem.signed_in() as portal:
        answers = launch(portal, entry), launch(portal, consulta())
    assert answers[0] == Blocked(entry, Refused(text))
    assert ipasem.recorded() == [("2678556", "10101012", "2026-11-18", 2400, True)]


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        (lancamento(quantidade=7), "Quantidade superior à autorizada (4)."),
        (lancamento(codigo_conselho=""), "Código do Conselho não pode ficar em branco."),
    ],
)
def test_what_the_portal_refuses_at_the_save_leaves_no_draft(ipasem: Office, entry: Lancamento, text: str) -> None:
    with ipasem.signed_in() as portal:
        answers = launch(portal, entry), launch(portal, consulta())
    assert answers[0] == Refused(text)
    assert ipasem.recorded() == [("2678556", "10101012", "2026-11-18", 2400, True)]


def test_an_entry_of_a_kind_that_ipasem_has_no_screen_for_is_left_out_before_the_portal_is_touched(
    ipasem: Office,
) -> None:
    entry = lancamento(kind=Kind.HONORARIO)
    with ipasem.signed_in() as portal:
        blocked = launch(portal, entry)
    difference = Difference("tipo", "honorario", "consulta, procedimento ou odontologia")
    assert blocked == Blocked(entry, Mismatch((difference,)))
    assert ipasem.mock.requests("abrir") == []


@on_both_skins("ipasem")
@pytest.mark.parametrize(
    ("label", "drafts"),
    [
        ("DIGITE O NÚMERO DA AUTORIZAÇÃO E APERTE ENTER", []),
        ("Quantidade", [DRAFT]),
        ("PACIENTE", [DRAFT]),
        ("Gravar Movimento", [DRAFT]),
    ],
)
def test_a_renamed_label_stops_before_anything_is_typed_beside_it(
    ipasem: Office, label: str, drafts: list[tuple[str, str, str, int, bool]]
) -> None:
    ipasem.mock.faults.arm("renamed_label", label=label, to="Rótulo novo")
    with ipasem.signed_in() as portal, pytest.raises(PageChanged) as stopped:
        portal.prepare([lancamento()])
    assert f'"{label}" não foi encontrado' in stopped.value.what
    assert "JOÃO" not in str(stopped.value)
    assert (ipasem.recorded(), ipasem.mock.requests("gravar")) == (drafts, [])


@on_both_skins("ipasem")
@pytest.mark.parametrize("kind", ["alert", "confirm", "modal"])
def test_an_unexpected_dialog_stops_the_entry_before_the_save(ipasem: Office, kind: str) -> None:
    ipasem.mock.faults.arm("unexpected_dialog", on="abrir", kind=kind)
    with ipasem.signed_in() as portal, pytest.raises(UnexpectedDialog) as stopped:
        portal.prepare([lancamento()])
    assert "Atenção: sua sessão será registrada. Deseja continuar?" in stopped.value.what
    assert (ipasem.recorded(), ipasem.mock.requests("gravar")) == ([DRAFT], [])


def test_an_unknown_text_instead_of_the_authorisation_stops_the_entry(ipasem: Office) -> None:
    ipasem.mock.faults.arm("unknown_notice", on="abrir", text="Convênio em recadastramento.")
    with ipasem.signed_in() as portal, pytest.raises(UnknownMessage) as stopped:
        portal.prepare([lancamento()])
    assert "'Convênio em recadastramento.'" in stopped.value.what
    assert ipasem.mock.requests("gravar") == []


def test_an_unknown_text_at_the_save_is_never_success(ipasem: Office) -> None:
    ipasem.mock.faults.arm("unknown_notice", on="gravar", text="Movimento gravado com sucesso, sob análise.")
    with ipasem.signed_in() as portal:
        outcome = launch(portal, lancamento())
    assert isinstance(outcome, Unknown)
    assert "sob análise" in outcome.why
