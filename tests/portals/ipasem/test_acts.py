"""A month on IPASEM through the product's own commands: pairs, comparison, corrections, paper, reopening, history."""

from datetime import timedelta
from typing import cast

import pytest
from openpyxl import load_workbook

from agent.model.data import write_data
from agent.model.entry import State
from agent.people.approval import Approver
from portals.ipasem.mock.audit import Glosa
from tests.journey.insurers import MES, day
from tests.journey.office import CLINICA, SHEET
from tests.portals.ipasem.aurora import CNPJ, Ana, Nobody, Scene

pytestmark = pytest.mark.browser


def test_a_pair_is_launched_with_both_legs_and_everything_agrees_three_ways(scene: Scene) -> None:
    assert scene.portal.standing() == [
        ("2988001", "50000616", "", "", 1, 6500, True),
        ("2557459", "2334", "17", "MO", 1, 8124, True),
        ("2557459", "2110", "17", "", 1, 2150, True),
    ]
    compared = scene.act("comparar")
    assert (compared.feito, compared.textos) == (True, ("3 na planilha, 3 no portal, 0 diferenças",))


def test_what_somebody_else_does_is_an_alarm_and_a_difference_and_our_own_is_none(scene: Scene) -> None:
    ours = scene.act("atividades")
    scene.portal.launch_by_hand()
    alarm, compared = scene.act("atividades"), scene.act("comparar")
    assert (ours.feito, ours.parado, len(ours.textos)) == (True, "", 1)
    assert (alarm.feito, alarm.textos[1:]) == (
        False,
        tuple(
            f"alarme: 1 × '{act}' na autorização 2988007 que o faturista não fez: outra pessoa trabalha neste mês"
            for act in ("Abertura de autorização", "Gravação de movimento")
        ),
    )
    assert [(d.achado, d.numero_autorizacao) for d in compared.diferencas] == [("a mais no portal", "2988007")]
    assert scene.act("consultar", ["2988007", "1"]).textos == (
        f"2988007: situação Utilizada no movimento {MES}, emitida em {day(1):%d/%m/%Y}, "
        "procedimentos 50000616 - SESSÃO DE FONOAUDIOLOGIA",
        "1: Autorização não encontrada. Confira o número na autorização em papel: um dígito trocado é o mais comum.",
    )


def test_what_the_sheet_changed_is_corrected_on_the_portal_once_and_read_back(scene: Scene) -> None:
    scene.lines["fono"] = scene.lines["fono"].replace("65,00;1;", "130,00;2;")
    scene.write()
    ana = Ana()
    answer = scene.act("corrigir", cast(Approver, ana))
    again = scene.act("corrigir", cast(Approver, Nobody()))
    changed = f"{SHEET}!3: quantidade 1 → 2, valor 65,00 → 130,00"
    assert answer.textos == (f"{changed}: corrigido e conferido no relatório",)
    assert ana.shown == [f"Corrigir {CLINICA} em ipasem, {MES}", changed]
    assert (scene.portal.standing()[0], len(scene.portal.standing())) == (
        ("2988001", "50000616", "", "", 2, 13000, True),
        3,
    )
    assert scene.states()[0] == ("50000616", State.LANCADA, 13000)
    assert again.textos == ("a planilha diz o mesmo que foi lançado: nada a corrigir",)


def test_an_entry_is_taken_off_only_with_an_approval_and_half_a_pair_is_told_until_it_is_whole(scene: Scene) -> None:
    row = next(m for m in scene.portal.mock.movements(CNPJ, str(MES)) if m.codigo == "2110")
    refused = scene.act("excluir", "2988001", "", "teste", cast(Approver, Nobody()))
    several = scene.act("excluir", "2557459", "", "teste", cast(Approver, Ana()))
    assert (refused.feito, len(scene.portal.standing())) == (False, 3)
    assert several.parado.startswith("--autorizacao: a autorização 2557459 tem 2 lançamentos nossos neste mês")

    answer = scene.act("excluir", "2557459", str(row.id), "radiografia de outro dente", cast(Approver, Ana()))
    assert (answer.feito, answer.textos) == (True, ("Registro excluído com sucesso.",))
    assert [line[1] for line in scene.portal.standing()] == ["50000616", "2334"]
    assert scene.states()[2] == ("2110", State.RECUSADA, None)
    scene.plan()
    assert scene.office.lancar().avisos == (
        "autorização 2557459: 2334 está no portal e 2110 (recusada) não; o par não está completo",
    )

    scene.lines["xray"] = scene.lines["xray"].replace(";21,50;", ";;")
    scene.write()
    scene.plan()
    figures = scene.office.lancar()
    assert (figures.lancadas, figures.avisos) == (3, ())
    assert [line[1] for line in scene.portal.standing()] == ["50000616", "2334", "2110"]


def test_a_closed_month_gives_its_papers_in_order_and_is_corrected_only_after_it_was_reopened(scene: Scene) -> None:
    closing = scene.office.fechar()
    compared, papers = scene.act("comparar"), scene.act("relatorio", "paciente")
    checklist = scene.office.folder.saida / f"envelope-{CLINICA}-ipasem-{MES.iso}.xlsx"
    pdf = scene.office.folder.saida / f"relatorio-{CLINICA}-ipasem-{MES.iso}.pdf"
    sheet = load_workbook(checklist)["Autorizações"]
    numbers = [line[2].value for line in sheet.iter_rows(min_row=5)]
    with scene.office.desk() as desk:
        proofs = [proof.name for proof in desk.ledger.trail.proofs(scene.office.mes(desk))]
    assert (closing.fechado, papers.feito, pdf.read_bytes()[:5]) == (True, True, b"%PDF-")
    assert f"relatório de fechamento {MES}" in proofs
    assert papers.textos[0] == "o mês está fechado no portal: este é o relatório de fechamento"
    assert (compared.feito, compared.textos) == (
        True,
        (
            "o mês está fechado no portal: foi lido o relatório de fechamento",
            "3 na planilha, 3 no portal, 0 diferenças",
        ),
    )
    assert numbers == ["2557459", "2557459", "2988001"]
    evidence = scene.office.evidence
    assert pdf.read_bytes() in [evidence.read(*name) for name in evidence.names() if name[1] == "pdf"]

    scene.lines["fono"] = scene.lines["fono"].replace("65,00;1;", "130,00;2;")
    scene.write()
    kept = scene.act("corrigir", cast(Approver, Nobody()))
    assert kept.textos == (f"a competência {MES} está fechada: rode reabrir antes de corrigir; nada foi mudado",)

    ana = Ana()
    reopened = scene.act("reabrir", "valor errado de Ilka Brum", cast(Approver, ana))
    corrected = scene.act("corrigir", cast(Approver, Ana()))
    assert (reopened.feito, reopened.textos) == (True, (f"Movimento {MES} reaberto com sucesso.",))
    assert ana.shown[-1] == "valor errado de •••"
    assert (corrected.feito, scene.portal.standing()[0][4:6]) == (True, (2, 13000))


def test_the_return_says_when_to_try_again_then_stops_at_an_unknown_column_then_comes_whole(scene: Scene) -> None:
    mock = scene.portal.mock
    scene.office.fechar()
    early = scene.fetched()
    mock.auditar(CNPJ, str(MES), [Glosa(autorizacao="2988001", motivo="SEM ASSINATURA", valor=1500)])
    mock.faults.arm("renamed_label", label="Motivo", to="Parecer")
    stopped = scene.fetched()
    mock.faults.disarm()
    whole = scene.fetched()
    with scene.office.desk() as desk:
        again = write_data(desk.office.today(desk.clock()) + timedelta(days=7))
        proofs = {proof.name for proof in desk.ledger.trail.proofs(scene.office.mes(desk))}
    said = "o portal ainda não tem o retorno (Retorno do faturamento ainda não disponível.); tente de novo a partir de"
    assert early.avisos == (f"{said} {again}",)
    assert "A lista tem uma coluna desconhecida: 'Parecer'." in stopped.parado
    assert (scene.office.pictures(), stopped.sem_retorno) == (2, 3)  # of the close, and of the unknown column
    assert (whole.parado, whole.valor_liberado, whole.valor_glosado, whole.sem_retorno) == ("", 15_274, 1500, 0)
    assert proofs >= {f"retorno {MES}, glosado: {glosado}" for glosado in ("Não", "Sim")}
