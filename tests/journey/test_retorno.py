"""What CASSIND answered, from its screens and files into the ledger: once, superseded with history, with evidence."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from agent.accounting.looking_up import look_up
from agent.ledger.audit import Finding
from agent.model.demonstrativo import Deducao
from agent.model.entry import State
from agent.model.figures import Figures
from portals.cassind.mock.state import Glosa
from tests.journey.cassind import Cassind
from tests.journey.office import Office

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("insure", [Cassind], ids=["cassind"], indirect=True),
]

NOTA = (
    "protocolo 240103 liberado, R$ 311,50: envie a nota fiscal no portal, em Relatórios > Demonstrativos de pagamentos "
    "(sendo várias, devem somar esse valor)"
)
MAIOR = "1705 - Valor apresentado a maior"


@pytest.fixture
def launched(office: Office) -> Office:
    """Three guias billed in one protocolo that the operadora has answered: 50,00 of one of them refused."""
    assert office.lancar().lancadas == 3
    insurer(office).answer(Glosa("004512902", MAIOR, 5000))
    return office


def insurer(office: Office) -> Cassind:
    assert isinstance(office.insurer, Cassind)
    return office.insurer


def fetched(office: Office) -> Figures:
    """faturista retorno."""
    with office.desk() as desk:
        (figures,) = office.runs(desk).retorno()
        return figures


def lines(office: Office) -> list[tuple[str, int, int, str]]:
    with office.desk() as desk:
        found = desk.ledger.returns.lines(office.mes(desk))
    return [
        (line.linha.numero_autorizacao, line.linha.valor_liberado, line.linha.valor_glosa, line.linha.motivo)
        for line in found
    ]


def withheld(office: Office) -> list[tuple[str, int, str]]:
    with office.desk() as desk:
        deducoes: tuple[Deducao, ...] = desk.ledger.returns.withheld.of(office.mes(desk))
    return [(deducao.tipo, deducao.valor, deducao.numero_autorizacao) for deducao in deducoes]


def audited(office: Office) -> tuple[tuple[Finding, ...], int, int]:
    """What an audit finds, how often a return changed anything, how many lines were ever kept."""
    with office.desk() as desk:
        audit = desk.ledger.auditor.audit()
        told = [event for event in desk.ledger.events.all() if event.kind == "retorno.lido"]
    return audit.findings, len(told), audit.lines


def test_items_and_what_was_withheld_come_into_the_ledger_with_every_document(launched: Office) -> None:
    figures = fetched(launched)

    assert (figures.parado, figures.avisos, figures.deducoes) == ("", (NOTA,), (("IRRF", -467),))
    assert (figures.pagas, figures.glosa_parcial, figures.valor_liberado, figures.valor_glosado) == (2, 1, 31_150, 5000)
    assert lines(launched) == [
        ("004512901", 12_050, 0, ""),
        ("004512902", 7_050, 5000, MAIOR),
        ("004512903", 12_050, 0, ""),
    ]
    assert withheld(launched) == [("IRRF", -467, "004512901")]
    with launched.desk() as desk:
        proofs = desk.ledger.trail.proofs(launched.mes(desk))
    assert {proof.name for proof in proofs} >= {
        "protocolo 240103",
        "relação geral de glosas",
        "análise de conta 240103",
        "demonstrativo de pagamento 240103",
    }


def test_where_the_operadora_has_each_conta_is_told_and_a_lote_leads_to_its_entries(
    launched: Office, tmp_path: Path
) -> None:
    with launched.desk() as desk:
        before, after = launched.runs(desk).situacao()[0].contas, launched.runs(desk).retorno()[0].contas
        found = [
            (each.entry.lancamento.numero_autorizacao, each.entry.movimento, each.no_portal)
            for each in look_up(desk.ledger, "55003")
        ]
        launched.runs(desk).conciliar(tmp_path / "conciliacao.xlsx")
    book = load_workbook(tmp_path / "conciliacao.xlsx", read_only=True)
    rows = list(book["Lançamentos"].iter_rows(min_row=4, values_only=True))
    book.close()
    places = [rows[0].index(heading) for heading in ("Protocolo", "Lote", "No portal")]
    assert (before, after, found) == (
        ("Recebido: 3 contas, R$ 361,50 informados, lote 55003",),
        ("Liberado para pagamento: 3 contas, R$ 361,50 informados, lote 55003",),
        [(f"00451290{place}", f"88000{place + 2}", "Liberado para pagamento") for place in (1, 2, 3)],
    )
    assert [[row[place] for place in places] for row in rows[1:4]] == [
        ["240103", "55003", "Liberado para pagamento"]
    ] * 3


def test_the_same_return_twice_changes_nothing(launched: Office) -> None:
    fetched(launched)
    before = lines(launched), withheld(launched)
    assert fetched(launched).avisos == ()  # what a person does once is told once
    assert (audited(launched), (lines(launched), withheld(launched))) == (((), 1, 3), before)


def test_a_corrected_return_supersedes_and_the_former_stays_on_record(launched: Office) -> None:
    fetched(launched)
    insurer(launched).answer()

    figures = fetched(launched)

    assert (figures.avisos, figures.valor_liberado, figures.valor_glosado, figures.deducoes) == (
        ("1 linhas do retorno anterior foram trocadas pela operadora",),
        36_150,
        0,
        (("IRRF", -542),),
    )
    assert (audited(launched), withheld(launched)) == (((), 2, 4), [("IRRF", -542, "004512901")])


def test_a_statement_that_does_not_add_up_stops_the_return_and_nothing_of_it_is_kept(launched: Office) -> None:
    launched.insurer.faults.arm("value_changed", on="demonstrativo")

    stopped = fetched(launched)

    assert "protocolo 240103, total: O demonstrativo não fecha" in stopped.parado
    assert (lines(launched), withheld(launched), stopped.sem_retorno) == ([], [], 3)


def test_what_came_back_is_settled_to_the_centavo(launched: Office) -> None:
    fetched(launched)
    with launched.desk() as desk:
        launched.runs(desk).conciliar(None)
        settled = desk.ledger.entries.of(launched.mes(desk), State.QUITADA)
    assert (len(settled), audited(launched)[0]) == (3, ())
