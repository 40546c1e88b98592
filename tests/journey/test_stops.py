"""What stops a real run: at the commands' level, in real Chromium, on both skins, before anything wrong is saved."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from agent.model.errors import Moved
from agent.model.figures import Figures
from tests.journey.cassind import Cassind
from tests.journey.insurers import MES, Service, sheet
from tests.journey.ipasem import UNKNOWN_TO_US, Ipasem
from tests.journey.office import CLINICA, Approves, Office
from tests.skins import on_both_skins

pytestmark = pytest.mark.browser
only_ipasem = pytest.mark.parametrize("insure", [Ipasem], ids=["ipasem"], indirect=True)
only_cassind = pytest.mark.parametrize("insure", [Cassind], ids=["cassind"], indirect=True)

_ASKED = "Atenção: sua sessão será registrada. Deseja continuar?"
_SAVES = {"ipasem": "gravar", "cassind": "faturar"}
_OPENS = {"ipasem": "abrir", "cassind": "listar"}


def launched(office: Office, services: Sequence[Service], **others: object) -> Figures:
    """The figures where these services stand on the portal and `others` counts the rest."""
    valor = sum(service.valor for service in services)
    held = Figures(
        clinica=CLINICA,
        portal=office.insurer.name,
        competencia=MES.iso,
        lidas=len(office.insurer.services),
        lancadas=len(services),
        sem_retorno=len(services),
        valor_informado=valor,
        valor_pendente=valor,
        codigo=0,
        contas=office.insurer.contas(services),
    )
    return replace(held, **others)  # type: ignore[arg-type]


def ipasem(office: Office) -> Ipasem:
    assert isinstance(office.insurer, Ipasem)
    return office.insurer


@only_ipasem
@on_both_skins()
def test_a_renamed_field_stops_the_portal_with_evidence_and_the_next_run_clears_the_draft(office: Office) -> None:
    insurer = office.insurer
    insurer.faults.arm("renamed_label", label="Código AMB", to="Código TUSS")

    stopped = office.lancar()

    assert (stopped.parado.split(". Na tela há: ")[0], stopped.parado.split('". ')[-1]) == (
        "IPASEM, lançamento, painel 'Procedimentos a serem incluídos': \"Código AMB\" não foi encontrado",
        "Nada foi digitado. Confira a tela no portal; se ela mudou de nome ou de lugar, avise quem cuida do faturista.",
    )
    assert stopped == launched(office, [], pendentes=1, incertas=1, parado=stopped.parado, codigo=3)
    assert (office.saved(), office.pictures()) == ([], 1)
    insurer.faults.disarm()
    assert office.lancar() == launched(office, insurer.services)
    assert (insurer.rows(), insurer.exceeded()) == (insurer.wanted(insurer.services), [])


@only_cassind
@on_both_skins()
def test_a_renamed_button_stops_the_portal_with_evidence(office: Office) -> None:
    office.insurer.faults.arm("renamed_label", label="Faturar guias marcadas", to="Enviar lote")

    stopped = office.lancar()

    assert stopped.parado.split(". Na tela há: ")[0] == (
        "CASSIND, Faturamento Simplificado, painel 'FATURAMENTO SIMPLIFICADO': "
        '"Faturar guias marcadas" não foi encontrado'
    )
    assert stopped == launched(office, [], pendentes=3, parado=stopped.parado, codigo=3)
    assert (office.insurer.rows(), office.pictures()) == (office.insurer.wanted([]), 1)


@on_both_skins()
def test_a_swapped_patient_is_left_out_without_a_name_and_the_others_go_on(office: Office) -> None:
    insurer = office.insurer
    first, *others = insurer.services
    insurer.faults.arm("swapped_patient", on=_OPENS[insurer.name], number=first.numero)

    person = Approves()

    assert office.lancar(person) == launched(office, others, recusadas=1)

    assert (
        person.shown
        == {
            "ipasem": [],
            "cassind": [f"Faturar bem-viver em cassind, {MES}: 1 envio definitivo"] * 2,  # as planned, then without her
        }[insurer.name]
    )
    assert (
        office.motivos()
        == {
            "ipasem": ["paciente não confere; matrícula não confere"],
            "cassind": ["Beneficiário não confere"],
        }[insurer.name]
    )
    assert (insurer.rows(), office.pictures()) == (insurer.wanted(others), 1)


@on_both_skins()
def test_a_difference_of_one_centavo_keeps_the_month_open_and_is_named(office: Office) -> None:
    insurer = office.insurer
    first = insurer.services[0]
    insurer.faults.arm("value_changed", on=_SAVES[insurer.name], number=first.numero, centavos=1)
    if insurer.name == "cassind":  # a batch of several guias is about none of them in particular
        insurer.faults.disarm()
        insurer.faults.arm("value_changed", on="faturar", centavos=1)
    office.lancar()

    closing = office.fechar()

    assert (closing.fechado, closing.texto, closing.achados) == (
        False,
        "o mês não pode ser fechado",
        {
            "ipasem": (
                f"autorização 2988001, código 50000616 de 05/{MES} (producao.csv!3): "
                "valor no portal 65,01, esperado 65,00",
                "o livro tem 2 lançamentos e R$ 89,00; o portal, 2 e R$ 89,01",
            ),
            "cassind": (
                f"autorização 004512901, código 10101012 de 05/{MES} (producao.csv!3): "
                "valor no portal 120,51, esperado 120,50",
            ),
        }[insurer.name],
    )
    assert not (insurer.name == "ipasem" and insurer.closed())
    assert office.keeps_a_page_with({"ipasem": "65,01", "cassind": "120,51"}[insurer.name])


@only_ipasem
@on_both_skins()
def test_a_red_row_of_somebody_else_keeps_the_month_open_and_is_not_touched(office: Office) -> None:
    insurer = ipasem(office)
    office.lancar()
    insurer.draft_by_hand(insurer.services[0])
    before = insurer.rows()

    closing = office.fechar()

    assert (closing.fechado, closing.texto, closing.achados) == (
        False,
        "o mês não pode ser fechado",
        ("autorização 2988001, código ?: não finalizada no portal (vermelha)",),
    )
    assert (insurer.rows(), insurer.closed()) == (before, False)
    assert office.keeps_a_page_with("Não finalizado")


@only_ipasem
@on_both_skins()
@pytest.mark.parametrize("moment", ["abrir", "antes-de-gravar"])
def test_an_unexpected_dialog_holds_its_entry_for_a_person_and_the_others_go_on(office: Office, moment: str) -> None:
    insurer = office.insurer
    first, second = insurer.services
    insurer.faults.arm("unexpected_dialog", on=moment, number=first.numero, text=_ASKED)

    told = office.lancar()

    assert [aviso.split(". Ela foi")[0].rstrip(".") for aviso in told.avisos] == [
        f"producao.csv!3: IPASEM, lançamento: O portal abriu uma janela inesperada: '{_ASKED}'"
    ]
    assert told == launched(office, [second], pendentes=1, avisos=told.avisos)
    assert (insurer.rows(), office.pictures()) == (insurer.wanted([second]), 1)


@only_cassind
@on_both_skins()
def test_an_unexpected_dialog_holds_its_batch_for_a_person(office: Office) -> None:
    insurer = office.insurer
    insurer.faults.arm("unexpected_dialog", on="faturar", text=_ASKED)

    told = office.lancar()

    sentence = f"CASSIND, Faturamento Simplificado: O portal abriu uma janela inesperada: '{_ASKED}'"
    assert [aviso.split(". Ela foi")[0].rstrip(".") for aviso in told.avisos] == [
        f"producao.csv!{row}: {sentence}" for row in (3, 4, 5)
    ]
    assert told == launched(office, [], pendentes=3, avisos=told.avisos)
    assert (insurer.rows(), office.pictures()) == (insurer.wanted([]), 1)


def test_an_answer_lost_after_the_commit_is_looked_up_and_nothing_is_sent_again(office: Office) -> None:
    insurer = office.insurer
    # Twice: Chromium by itself sends a form again when the connection is cut before any answer.
    insurer.faults.arm("commit_then_drop", on=_SAVES[insurer.name], times=2)

    assert office.lancar() == launched(office, insurer.services)

    assert (insurer.rows(), insurer.exceeded()) == (insurer.wanted(insurer.services), [])
    assert office.fechar().fechado


@pytest.mark.parametrize("acts", [_OPENS, _SAVES], ids=["opening", "saving"])
def test_a_session_that_ends_in_the_middle_is_begun_again_and_the_run_goes_on(
    office: Office, acts: dict[str, str]
) -> None:
    insurer = office.insurer
    insurer.faults.arm("session_lost", on=acts[insurer.name])

    assert office.lancar() == launched(office, insurer.services)

    assert (insurer.rows(), insurer.exceeded()) == (insurer.wanted(insurer.services), [])


def test_maintenance_stops_the_portal_with_nothing_saved(office: Office) -> None:
    insurer = office.insurer
    insurer.faults.arm("maintenance", on=_OPENS[insurer.name])

    stopped = office.lancar()

    uncertain = {"ipasem": 1, "cassind": 0}[insurer.name]  # opening there may leave a draft
    waiting = len(insurer.services) - uncertain
    assert stopped == launched(office, [], pendentes=waiting, incertas=uncertain, parado=stopped.parado, codigo=3)
    assert stopped.parado.split(":")[0] in ("IPASEM, lançamento", "CASSIND, Faturamento Simplificado")
    assert (insurer.rows(), office.pictures()) == (insurer.wanted([]), 1)


def test_a_sheet_that_changed_since_the_plan_is_named_and_nothing_is_sent(office: Office) -> None:
    office.write_sheet(sheet(office.insurer.services[1:]))

    with pytest.raises(Moved) as refused:
        office.lancar()

    assert str(refused.value) == (
        "a planilha 'producao.csv' mudou depois do plano. Nada foi enviado. Rode planejar de novo e confira o plano."
    )
    assert office.insurer.rows() == office.insurer.wanted([])


def test_an_entry_that_somebody_else_launched_since_the_plan_is_named_and_nothing_is_sent(office: Office) -> None:
    first = office.insurer.services[0]
    office.insurer.launch_by_hand(first)

    with pytest.raises(Moved) as refused:
        office.lancar()

    assert str(refused.value) == (
        f"a autorização {first.numero} de 05/{MES} (producao.csv!3) apareceu no portal depois do plano. "
        "Nada foi enviado. Rode planejar de novo e confira o plano."
    )
    assert office.insurer.rows() == office.insurer.wanted([first])


@only_ipasem
def test_a_row_that_comes_between_the_approval_and_the_click_keeps_the_month_open(office: Office) -> None:
    insurer = ipasem(office)
    office.lancar()

    with pytest.raises(Moved) as refused:
        office.fechar(lambda: insurer.launch_by_hand(UNKNOWN_TO_US))

    assert str(refused.value) == (
        f"ipasem, {MES}: o portal ou o livro mudou depois da aprovação. "
        "Nada foi fechado. Rode fechar de novo e confira."
    )
    assert (insurer.rows(), insurer.closed()) == (insurer.wanted([*insurer.services, UNKNOWN_TO_US]), False)


@only_ipasem
def test_a_month_that_a_person_closed_takes_nothing_more_and_the_next_plan_says_so(office: Office) -> None:
    insurer = ipasem(office)
    insurer.launch_by_hand(UNKNOWN_TO_US)
    insurer.close_by_hand()
    before = insurer.rows()

    with pytest.raises(Moved):
        office.lancar()
    plan = office.planejar()

    assert [(item.numero_autorizacao, item.why) for item in plan.blocked] == [
        (service.numero, "o mês já está fechado") for service in insurer.services
    ]
    assert (plan.to_launch, insurer.rows()) == ((), before)


@only_ipasem
def test_a_month_that_a_person_closed_after_the_launch_is_closed_in_the_ledger_alone(office: Office) -> None:
    insurer = ipasem(office)
    office.lancar()
    insurer.close_by_hand()

    closing = office.fechar()

    assert (closing.fechado, closing.texto, closing.achados) == (
        True,
        "o portal já tinha o mês fechado; ele foi conferido e fechado no livro",
        ("o mês já está fechado no portal: só o livro passa a fechado",),
    )
