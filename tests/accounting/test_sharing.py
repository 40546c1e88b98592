"""A professional's share: of what return lines paid, unit by unit, and of no promise."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

import pytest
from openpyxl import load_workbook

from agent.accounting.pack import Scope, gather
from agent.accounting.sharing import Paid, Share, share_of
from agent.accounting.units import paid_units, units_of
from agent.accounting.winning import unproved
from agent.config.contas import Repasse
from agent.config.load import load_office
from agent.config.office import FILE_NAME, Office
from agent.ledger.returns import ReturnLine
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.demonstrativo import LinhaRetorno
from agent.model.entry import Entry, State
from agent.model.lancamento import Kind, Lancamento, Origem
from agent.model.match import Corte, Match, Pass, Verdicts
from agent.model.valor import as_decimal
from agent.reconcile.decisions import Decision, Decisions
from agent.reconcile.reconcile import reconcile
from agent.reconcile.rows import EntryView, LineView
from agent.runner.verdicts import Reconciled
from spreadsheets.writing.pack.report import Conta
from spreadsheets.writing.pack.workbook import write_pack
from tests.accounting.conftest import scope_of
from tests.accounting.returning import is_corrected, is_paid_later
from tests.spreadsheets.writing.recompute import Recomputed

RULES = (
    Repasse(profissional="Dra. Eneida", procedimentos=("50000616",), valor=4000),
    Repasse(profissional="dra. eneida", percentual=Decimal("62.5")),
    Repasse(procedimentos=("00010014",), percentual=Decimal(50), quando="lancado"),
    Repasse(procedimentos=("00010022",), valor=1000, quando="lancado"),
)


@pytest.mark.parametrize(
    ("who", "codigo", "billed", "paid", "share"),
    [
        ("Dra. Eneida", "50000616", (2, 13000), Paid(13000, 2), Share("40,00 por unidade, pago", 13000, 8000)),
        ("Dra. Eneida", "50000616", (4, 26000), Paid(19500, 3), Share("40,00 por unidade, pago: 3 de 4", 19500, 12000)),
        ("Dra. Eneida", "50000616", (2, 13000), Paid(), Share("40,00 por unidade, pago: 0 de 2", 0, 0)),
        ("Dra. Eneida", "50000616", (1, 6500), Paid(0, 0, 6500), Share("40,00 por unidade, pago: 0 de 1", 0, 0, 6500)),
        ("Dra. Eneida", "00010014", (1, 8000), Paid(4001, 1, 9), Share("62,5% do pago", 4001, 2501, 9)),
        ("Davi", "00010014", (1, 8001), Paid(0, 0, 8001), Share("50% do informado", 8001, 4001)),
        ("Davi", "00010022", (4, 26000), Paid(19500, 3), Share("10,00 por unidade, informado", 26000, 4000)),
        ("Davi", "50000616", (1, 6500), Paid(6500, 1), None),
    ],
)
def test_the_first_rule_that_fits_shares(
    who: str, codigo: str, billed: tuple[int, int], paid: Paid, share: Share | None
) -> None:
    quantidade, informado = billed
    found = share_of(RULES, profissional=who, codigo=codigo, quantidade=quantidade, informado=informado, paid=paid)
    assert found == share


def entry(quantidade: int = 4, valor: int = 26000) -> EntryView:
    return EntryView(id=1, numero_autorizacao="1", codigo_procedimento="5", data=date(2026, 9, 1),
                     quantidade=quantidade, valor_informado=valor)  # fmt: skip


def line(number: int, quantidade: int, informado: int, liberado: int) -> LineView:
    return LineView(id=number, numero_autorizacao="1", codigo_procedimento="5", data=date(2026, 9, 1),
                    quantidade=quantidade, valor_informado=informado, valor_liberado=liberado,
                    valor_glosa=informado - liberado)  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "corte", "units"),
    [
        ([(4, 26000, 26000)], None, 4),
        ([(4, 26000, 19500)], "quantidade", 3),
        ([(4, 26000, 6500)], "quantidade", 1),
        ([(4, 26000, 20000)], "preço", 4),
        ([(4, 26000, 0)], None, 0),
        ([], None, 0),
        ([(4, 30000, 24000)], "preço", 4),  # another table: its difference is of price
        ([(1, 6500, 6500), (1, 6500, 6500), (1, 6500, 0), (1, 6500, 6500)], "item", 3),
        ([(2, 13000, 13000), (2, 13000, 0)], "item", 2),
        ([(2, 13000, 12000), (2, 13000, 0)], "item", 2),  # one part refused, the other for less
        ([(4, 26000, 0), (4, 0, 26000)], None, 4),  # refused, and all of it paid later
        ([(4, 26000, 0), (4, 0, 13000)], "quantidade", 2),
        ([(4, 26000, 26000), (4, 0, -6500)], "estorno", 3),
        ([(4, 26000, 26000), (4, 0, -500)], "estorno", 4),
        ([(4, 26000, 26000), (4, 0, -26000)], None, 0),
    ],
)
def test_the_units_that_were_paid_are_those_the_verdict_s_cut_leaves(
    lines: list[tuple[int, int, int]], corte: str | None, units: int
) -> None:
    rows = [line(number, *each) for number, each in enumerate(lines, start=1)]
    (judged,) = reconcile([entry()], rows).entries
    said = {row.id: row.quantidade for row in rows}
    told = str(judged.corte) if judged.corte and judged.totals.liberado else None
    assert (told, paid_units(4, judged, said)) == (corte, units)
    assert len(judged.matches) == len(rows)


def test_parts_that_each_speak_of_all_units_take_none_when_one_of_them_is_refused() -> None:
    rows = [line(1, 4, 19500, 19500), line(2, 4, 6500, 0)]
    given = [
        Match(1, row.id, Pass.PESSOA, 100, "", row.valor_informado, row.valor_liberado, row.valor_glosa) for row in rows
    ]
    (judged,) = reconcile([entry()], rows, standing=given).entries
    assert (judged.corte, paid_units(4, judged, {1: 4, 2: 4})) == (Corte.ITEM, 4)


def test_units_that_a_line_given_by_a_person_does_not_tell_are_not_paid() -> None:
    decided = Decisions.of([Decision(1, 1, "Ana: é esta")])
    for liberado, units in ((19500, 3), (13000, 2), (0, 0)):
        (judged,) = reconcile([entry()], [line(1, 3, 19500, liberado)], decided=decided).entries
        assert (judged.totals.diferenca, paid_units(4, judged, {1: 3})) == (6500, units)


def launched(number: int, quantidade: int) -> Entry:
    asked = Lancamento(clinica="aurora", portal="ipasem", kind=Kind.SERIADO, competencia=Competencia(2026, 9),
                       numero_autorizacao="1", codigo_procedimento="50000616", data=date(2026, 9, 1),
                       quantidade=quantidade, ocorrencia=number, valor_informado=6500 * quantidade,
                       origem=Origem(arquivo="setembro.xlsx", aba="Sessões", linha=number))  # fmt: skip
    return Entry(number, 1, asked, State.FECHADA, valor_lancado=6500 * quantidade)


@pytest.mark.parametrize(
    ("quantities", "liberado", "units"),
    [
        ((1, 1, 1, 1), 26000, [1, 1, 1, 1]),
        ((1, 1, 1, 1), 19500, [1, 1, 1, 0]),
        ((1, 1, 1, 1), 20000, [1, 1, 1, 1]),  # for less, all of them
        ((1, 1, 1, 1), 0, [0, 0, 0, 0]),
        ((2, 2), 19500, [2, 1]),
        ((2, 2), 13000, [2, 0]),
        ((3, 1), 6500, [1, 0]),
    ],
)
def test_one_line_of_several_entries_pays_as_many_units_as_it_says_and_the_first_ones(
    quantities: tuple[int, ...], liberado: int, units: list[int]
) -> None:
    entries = {number: launched(number, quantidade) for number, quantidade in enumerate(quantities, start=1)}
    said = LinhaRetorno(1, "1", "50000616", date(2026, 9, 1), 4, 26000, liberado, 26000 - liberado)
    verdicts = reconcile([EntryView.of(each) for each in entries.values()], [LineView.of(7, said, 1)])
    account = Reconciled(entries, {7: ReturnLine(7, 1, said, 1)}, verdicts)
    assert [units_of(number, account) for number in entries] == units
    assert verdicts.lines[0].entry_ids == tuple(entries)


def test_a_line_of_several_entries_some_of_another_month_says_nothing_of_whose_units_were_paid() -> None:
    entries = {number: launched(number, 1) for number in (1, 2)}
    said = LinhaRetorno(1, "1", "50000616", date(2026, 9, 1), 2, 13000, 6500, 6500)
    verdicts = reconcile([EntryView.of(each) for each in entries.values()], [LineView.of(7, said, 1)])
    account = Reconciled({2: entries[2]}, {7: ReturnLine(7, 1, said, 1)}, verdicts)
    assert units_of(2, account) == 1


def test_an_entry_that_the_portal_does_not_hold_has_no_paid_unit() -> None:
    assert units_of(1, Reconciled({1: launched(1, 1)}, {}, Verdicts((), ()))) == 0


@pytest.mark.parametrize(
    ("liberado", "paid", "won", "left"),
    [(9000, 4000, 5000, 5000), (9000, 7000, 5000, 2000), (9000, 9000, 5000, 0), (4000, 9000, 0, 0), (9000, 0, 0, 0)],
)
def test_what_no_line_paid_is_unproved_and_never_more_than_was_won(
    liberado: int, paid: int, won: int, left: int
) -> None:
    assert unproved(liberado, paid, won) == left


@pytest.fixture
def scope(year: Office, ledger: Ledger) -> Scope:
    """A month of Dr. Aurora's clinic on IPASEM: she has 70 % of what is paid, Davi 38,00 for each session."""
    scope = scope_of(year, ledger, "09/2026", "09/2026", "aurora")
    return replace(scope, months=[mes for mes in scope.months if mes.portal == "ipasem"])


def wins(scope: Scope, entry: Entry, valor: int) -> None:
    appeals = scope.ledger.appeals
    (mes,) = scope.months
    glosado = scope.ledger.returns.balances(mes)[entry.id].glosado
    number = appeals.draft(entry.id, glosado, motivo="1705", justificativa="conforme a tabela")
    appeals.send(number, scope.today, "R-1")
    appeals.answer(number, scope.today, valor)


def shared(scope: Scope, entry: Entry) -> tuple[int, int, int]:
    (found,) = [each for each in gather(scope, titulo="").repasses if each.conta_id == entry.id]
    return found.base, found.valor, found.a_receber


def whole_glosa(scope: Scope) -> Entry:
    (mes,) = scope.months
    saldos = scope.ledger.returns.balances(mes)
    return next(e for e in scope.ledger.entries.of(mes) if saldos[e.id].glosado == saldos[e.id].informado)


def test_what_an_appeal_won_is_shared_when_a_line_pays_it_and_as_far_as_it_does(scope: Scope) -> None:
    entry = whole_glosa(scope)
    (mes,) = scope.months
    told = [shared(scope, entry)]
    wins(scope, entry, 6000)
    told.append(shared(scope, entry))
    is_paid_later(scope.ledger, mes, entry, 2500)
    told.append(shared(scope, entry))
    is_paid_later(scope.ledger, mes, entry, 3500)
    told.append(shared(scope, entry))
    seventy = entry.lancamento.profissional == "Dra. Aurora Lindner"
    share = Decimal("0.7") if seventy else Decimal("0.625")
    assert told == [
        (0, 0, 0),
        (0, 0, 6000),
        (2500, int((2500 * share).quantize(Decimal(1), "ROUND_HALF_UP")), 3500),
        (6000, int(6000 * share), 0),
    ]
    assert scope.ledger.returns.balances(mes)[entry.id].liberado == 6000


def test_the_sheet_s_base_and_what_is_to_come_are_what_was_released(
    scope: Scope, tmp_path_factory: pytest.TempPathFactory
) -> None:
    wins(scope, whole_glosa(scope), 6000)
    pack = gather(scope, titulo="x")
    path = tmp_path_factory.mktemp("pacote") / "pacote.xlsx"
    write_pack(path, pack)
    book, live = load_workbook(path), Recomputed(load_workbook(path))
    sheet = book["Repasse por profissional"]
    heads = [cell.value for cell in sheet[4]]
    totals = {
        name: live.value(sheet.title, sheet.cell(3, heads.index(name) + 1).coordinate)
        for name in ("Base", "Repasse", "Recurso ganho a receber")
    }
    released = sum(conta.liberado for conta in pack.contas)
    assert totals == {
        "Base": as_decimal(released - 6000),
        "Repasse": as_decimal(sum(each.valor for each in pack.repasses)),
        "Recurso ganho a receber": Decimal(60),
    }


def test_three_sessions_paid_of_four_are_three_shares_and_a_lower_price_takes_none(
    year: Office, ledger: Ledger
) -> None:
    settings = year.folder / FILE_NAME
    rules = settings.read_text(encoding="utf-8")
    settings.write_text(rules.replace("{ percentual = 60 }", '{ valor = "38,00" }'), encoding="utf-8")
    scope = scope_of(load_office(year.folder), ledger, "11/2025", "10/2026", "vale-sereno")
    conta = next(c for c in gather(scope, titulo="x").contas if c.item.quantidade == 4 and c.situacao == "paga")
    mes = ledger.months.get(ledger.entries.get(conta.id).mes_id)
    told = []
    for glosa in (0, conta.informado // 4, 100, conta.informado):
        is_corrected(ledger, mes, partial(less, conta=conta, glosa=glosa))
        pack = gather(replace(scope, months=[mes]), titulo="x")
        told += [(each.regra, each.base, each.valor) for each in pack.repasses if each.conta_id == conta.id]
    assert told == [
        ("38,00 por unidade, pago", conta.informado, 4 * 3800),
        ("38,00 por unidade, pago: 3 de 4", conta.informado * 3 // 4, 3 * 3800),
        ("38,00 por unidade, pago", conta.informado - 100, 4 * 3800),
        ("38,00 por unidade, pago: 0 de 4", 0, 0),
    ]


def less(line: LinhaRetorno, conta: Conta, glosa: int) -> LinhaRetorno:
    """The line, with so much refused where it is the entry's."""
    if (line.numero_autorizacao, line.quantidade) != (conta.item.autorizacao, 4):
        return line
    motivo = "2506 - Quantidade de sessões diferente da autorizada"
    return replace(line, valor_liberado=line.valor_informado - glosa, valor_glosa=glosa, motivo=motivo)
