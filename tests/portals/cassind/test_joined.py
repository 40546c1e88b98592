"""What Protocolos, the list of glosas and the statements say of the same contas becomes one return."""

from dataclasses import replace
from datetime import date

import pytest

from agent.model.demonstrativo import Deducao, LinhaRetorno
from agent.model.errors import ReportUntrusted
from portals.solus.joined import Statement, deducoes, doubts, joined
from portals.solus.reading import Conta
from portals.solus.relatorios import GlosaListada
from portals.tiss.analise_conta import AnaliseConta, GuiaAnalisada, ItemAnalisado, Motivo, ProtocoloAnalisado
from portals.tiss.pagamento import Desconto, GuiaPaga, Pagamento, PagamentoDoDia, ProtocoloPago
from portals.tiss.soma import Soma

DAY = date(2026, 10, 5)
MAIOR = "1705 - Valor apresentado a maior"


def conta(number: int, glosado: int | None = 0, *, protocolo: str = "240101", motivo: str = "") -> Conta:
    liberado = None if glosado is None else 6500 - glosado
    return Conta(
        linha=number,
        protocolo=protocolo,
        numero=f"88000{number}",
        guia="4512870",
        data=DAY,
        codigo="50000160",
        beneficiario="",
        quantidade=1,
        informado=6500,
        liberado=liberado,
        glosado=glosado,
        motivo=motivo,
        situacao="",
    )


def item(glosa: int = 0, codigo: str = "50000160", informado: int = 6500) -> ItemAnalisado:
    motivos = (Motivo("1705", glosa),) if glosa else ()
    soma = Soma(informado, informado, informado - glosa, glosa)
    return ItemAnalisado(1, DAY, "22", codigo, "", "1", soma, motivos)


def statement(*itens: ItemAnalisado, protocolo: str = "240101", pagamentos: tuple[Pagamento, ...] = ()) -> Statement:
    soma = Soma.of(each.soma for each in itens)
    guia = GuiaAnalisada("4512870", "4512870", "", DAY, "3", soma, (), itens)
    whole = ProtocoloAnalisado(protocolo, "1", DAY, "3", soma, (guia,))
    return Statement("240101", (AnaliseConta("9", "413518", DAY, soma, (whole,)),), pagamentos)


def told(lines: tuple[LinhaRetorno, ...]) -> list[tuple[int, str, int, int, str]]:
    return [(line.linha, line.movimento, line.valor_liberado, line.valor_glosa, line.motivo) for line in lines]


def test_a_statement_that_agrees_changes_no_line() -> None:
    contas = [conta(1), conta(2, 1000, motivo=MAIOR)]
    alone = joined(contas, [], [], where="CASSIND")
    assert joined(contas, [statement(item(), item(1000))], [], where="CASSIND") == alone


def test_equal_sessions_keep_the_conta_that_was_refused() -> None:
    lines = joined([conta(1, 6500), conta(2)], [statement(item(), item(6500))], [], where="CASSIND")
    assert told(lines) == [(1, "880002", 6500, 0, ""), (2, "880001", 0, 6500, "1705")]


def test_a_statement_that_shares_the_money_otherwise_is_followed_item_by_item() -> None:
    lines = joined([conta(1, 500), conta(2, 500)], [statement(item(), item(1000))], [], where="CASSIND")
    assert told(lines) == [(1, "", 6500, 0, ""), (2, "", 5500, 1000, "1705")]


def test_a_guia_that_comes_without_items_is_told_by_its_contas() -> None:
    whole = statement(item(500, codigo="", informado=13000))
    assert told(joined([conta(1), conta(2, 500)], [whole], [], where="CASSIND")) == [
        (1, "880001", 6500, 0, ""),
        (2, "880002", 6000, 500, ""),
    ]


def test_a_reason_that_only_the_list_of_glosas_gives_is_taken_from_there() -> None:
    glosa = GlosaListada("240101", "4512870", DAY, "50000160", 6500, 1000, MAIOR)
    assert told(joined([conta(1, 1000)], [], [glosa], where="CASSIND")) == [(1, "880001", 5500, 1000, MAIOR)]


def test_a_conta_without_an_answer_is_no_line() -> None:
    assert joined([conta(1, None)], [], [], where="CASSIND") == ()


def test_a_statement_that_comes_to_something_else_than_protocolos_is_not_used() -> None:
    with pytest.raises(ReportUntrusted) as refusal:
        joined([conta(1)], [statement(item(1000))], [], where="CASSIND")
    assert str(refusal.value) == (
        "CASSIND, protocolo 240101: A análise de conta diz R$ 55,00 de liberado, e Protocolos de faturamento mostra "
        "R$ 65,00. Nada foi lido. Pergunte à operadora qual dos dois vale e rode retorno de novo."
    )


def test_a_statement_of_another_protocolo_is_not_used() -> None:
    with pytest.raises(ReportUntrusted, match=r"protocolo 240101: A análise de conta é de outro protocolo \(7\)"):
        joined([conta(1)], [statement(item(), protocolo="7")], [], where="CASSIND")


def test_reports_that_refuse_unequal_amounts_are_told() -> None:
    glosa = GlosaListada("240101", "4512870", DAY, "50000160", 6500, 900, MAIOR)
    assert doubts([conta(1, 1000), conta(2, 0, protocolo="240102")], [glosa]) == (
        "protocolo 240101: a Relação geral de glosas soma R$ 9,00, e Protocolos de faturamento mostra R$ 10,00",
    )


def paid(*descontos: Desconto) -> Pagamento:
    guia = GuiaPaga("1", "4512870", "", recurso=False, processado=6500, liberado=6500, glosa=0)
    protocolo = ProtocoloPago("240101", "1", DAY, Soma(6500, 6500, 6500, 0), (guia,))
    dia = PagamentoDoDia(DAY, "1", "", "", "", protocolo.soma, descontos, 6500, (protocolo,))
    return Pagamento("77", "413518", DAY, protocolo.soma, (), 6500, (dia,))


def test_what_was_withheld_is_told_once_though_two_protocolos_lead_to_it() -> None:
    irrf, back = Desconto(True, "01", "IRRF", 98), Desconto(False, "08", "acerto de setembro", 40)
    whole = statement(item(), pagamentos=(paid(irrf, back),))
    assert deducoes([whole, replace(whole, protocolo="240102")]) == (
        Deducao("77", DAY, "IRRF", "IRRF", -98, "240101", "4512870"),
        Deducao("77", DAY, "Ajuste de pagamento anterior", "acerto de setembro", 40, "240101", "4512870"),
    )
