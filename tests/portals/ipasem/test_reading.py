"""The reports as pages in, movements and return lines out; whatever cannot be read for sure stops with its place."""

from datetime import date

import pytest

from agent.model.competencia import Competencia
from agent.model.demonstrativo import LinhaRetorno
from agent.model.errors import PageChanged, ReportUntrusted
from agent.model.registro import Movimento
from portals.ipasem.pages.reports import Report
from portals.ipasem.reading import Relatorio, Retorno, read_relatorio, read_retorno
from portals.ipasem.returned import one_return

SHOW = "Se só o nome mudou, mostre a coluna com um clique: faturista calibrar."
WHERE = "IPASEM, relatório de conferência 11/2026"
HEAD = ["Autorização", "Matrícula", "Paciente", "Data", "Código", "Qtde", "Valor", "ID", "Situação"]
ROW = ["2678555", "7002-4", "JOÃO DA SILVA", "18/11/2026", "50000616", "1", "65,00", "8300", "Finalizado"]
DRAFT = ["2678556", "7003-2", "ANA LIMA", "", "", "", "", "8301", "Não finalizado"]
MOVIMENTO = Movimento(
    "8300",
    "2678555",
    "50000616",
    date(2026, 11, 18),
    1,
    6500,
    situacao="Finalizado",
    beneficiario="JOÃO DA SILVA",
    numero_carteira="7002-4",
)


def row(cells: list[str], attributes: str = "", tag: str = "td") -> str:
    return f"<tr {attributes}>{''.join(f'<{tag}>{cell}</{tag}>' for cell in cells)}</tr>"


def totals(*rows: list[str]) -> str:
    return f"<table>{row(['Tipo de Serviço', 'Qtde', 'Valor'], tag='th')}{''.join(map(row, rows))}</table>"


def report(*rows: str, head: list[str] = HEAD, of: str = "") -> str:
    of = of or totals(["PROCEDIMENTOS", "1", "R$ 65,00"], ["TOTAL", "1", "R$ 65,00"])
    return f"<h1>RELATÓRIO</h1>{of}<table>{row(head, tag='th')}{''.join(rows)}</table>"


def test_a_report_is_read_by_its_headings() -> None:
    assert read_relatorio(report(row(ROW)), where=WHERE) == Relatorio((MOVIMENTO,), 1, 6500)


def test_the_order_of_the_columns_does_not_matter() -> None:
    html = report(row(ROW[::-1]), head=HEAD[::-1])
    assert read_relatorio(html, where=WHERE).movimentos == (MOVIMENTO,)


@pytest.mark.parametrize("cells", [DRAFT, [*DRAFT[:-1], ""]])
def test_a_red_row_is_a_draft_whose_cells_may_be_empty(cells: list[str]) -> None:
    html = report(row(ROW), row(cells, 'data-cor="vermelho"'))
    draft = read_relatorio(html, where=WHERE).movimentos[1]
    assert (draft.finalizado, draft.data, draft.valor, draft.quantidade) == (False, None, None, 0)


def test_a_row_that_says_so_is_a_draft_in_any_colour() -> None:
    assert not read_relatorio(report(row(ROW), row(DRAFT)), where=WHERE).movimentos[1].finalizado


@pytest.mark.parametrize(("qtde", "linhas"), [("1", 1), ("3", 1), ("2", 2)])
def test_the_total_may_count_services_instead_of_rows(qtde: str, linhas: int) -> None:
    of = totals(["PROCEDIMENTOS", qtde, "65,00"], ["TOTAL", qtde, "65,00"])
    three_sessions = [*ROW[:5], "3", *ROW[6:]]
    assert read_relatorio(report(row(three_sessions), of=of), where=WHERE).total_linhas == linhas


def test_an_empty_month_is_a_report_too() -> None:
    html = report(of=totals(["TOTAL", "0", "R$ 0,00"]))
    assert read_relatorio(html, where=WHERE) == Relatorio((), 0, 0)


@pytest.mark.parametrize(
    ("html", "said"),
    [
        (
            report(row([*ROW[:6], "sessenta", *ROW[7:]])),
            f"{WHERE}, linha 1, coluna 'Valor': A célula não pode ser lida: não é um valor em reais: 'sessenta'.",
        ),
        (
            report(row([*ROW[:3], "18/13/2026", *ROW[4:]])),
            f"{WHERE}, linha 1, coluna 'Data': A célula não pode ser lida: não é uma data dd/mm/aaaa: '18/13/2026'.",
        ),
        (
            report(row([*ROW[:5], "um", *ROW[6:]])),
            f"{WHERE}, linha 1, coluna 'Qtde': A célula não pode ser lida: não é um número inteiro: 'um'.",
        ),
        (
            report(row(["", *ROW[1:]])),
            f"{WHERE}, linha 1, coluna 'Autorização': A célula não pode ser lida: está vazia.",
        ),
        (
            report(row([*ROW[:8], "Em trânsito"])),
            f"{WHERE}, linha 1, coluna 'Situação': Não se sabe ler 'Em trânsito'.",
        ),
        (
            report(row(ROW, 'data-cor="vermelho"')),
            f"{WHERE}, linha 1, coluna 'Situação': A linha está em vermelho e diz que está finalizada.",
        ),
        (
            report(row(ROW), of=totals(["CONSULTAS", "1", "24,00"], ["TOTAL", "1", "65,00"])),
            f"{WHERE}: Os tipos de serviço não somam o total do próprio relatório.",
        ),
        (
            report(row(ROW), of=totals(["CONSULTAS", "1", "65,00"])),
            f"{WHERE}: O relatório não traz a linha de total.",
        ),
    ],
)
def test_what_cannot_be_read_for_sure_is_not_trusted(html: str, said: str) -> None:
    with pytest.raises(ReportUntrusted) as stopped:
        read_relatorio(html, where=WHERE)
    assert str(stopped.value) == said


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ([*HEAD[:-1], "Perícia"], f"{WHERE}: A lista tem uma coluna desconhecida: 'Perícia'. {SHOW}"),
        ([*HEAD[:-1], "Data"], f"{WHERE}: A lista tem colunas repetidas: 'Data', 'Data'."),
    ],
)
def test_an_unknown_or_repeated_heading_stops_the_reading(head: list[str], said: str) -> None:
    with pytest.raises(PageChanged) as stopped:
        read_relatorio(report(row(ROW), head=head), where=WHERE)
    assert str(stopped.value) == said


RETURN_HEAD = [
    "Autorização",
    "Data",
    "Código",
    "Qtde",
    "Valor Informado",
    "Valor Pago",
    "Valor Glosado",
    "Motivo",
]
PAID = ["2678555", "18/11/2026", "50000616", "1", "1.065,00", "1.000,00", "65,00", "SEM ASSINATURA"]


def test_a_return_is_read_with_its_own_totals() -> None:
    total = '<tr><td colspan="4">TOTAL</td><td>1.065,00</td><td>1.000,00</td><td>65,00</td><td></td></tr>'
    html = f"<table>{row(RETURN_HEAD, tag='th')}{row(PAID)}{total}</table>"
    linha = LinhaRetorno(
        7, "2678555", "50000616", date(2026, 11, 18), 1, 106_500, 100_000, 6_500, motivo="SEM ASSINATURA"
    )
    assert read_retorno(html, where=WHERE, first=7) == Retorno((linha,), 106_500, 100_000, 6_500)


def test_an_unknown_heading_stops_the_reading_of_a_return() -> None:
    with pytest.raises(PageChanged) as stopped:
        read_retorno(f"<table>{row([*RETURN_HEAD[:-1], 'Parecer'], tag='th')}{row(PAID)}</table>", where=WHERE)
    assert str(stopped.value) == f"{WHERE}: A lista tem uma coluna desconhecida: 'Parecer'. {SHOW}"


@pytest.mark.parametrize("totals", [["1.065,00", "1.000,00", "64,99"], ["1.065,01", "1.000,00", "65,00"]])
def test_a_return_that_does_not_add_up_to_its_own_totals_is_not_trusted(totals: list[str]) -> None:
    head = row(RETURN_HEAD, tag="th")
    none = f"<table>{head}{row(['TOTAL', '', '', '', '0,00', '0,00', '0,00', ''])}</table>"
    cut = f"<table>{head}{row(PAID)}{row(['TOTAL', '', '', '', *totals, ''])}</table>"
    pages = [Report(none, WHERE, fechado=False), Report(cut, WHERE, fechado=False)]
    with pytest.raises(ReportUntrusted):
        one_return("ipasem", Competencia(2026, 11), pages)


def test_a_return_without_totals_is_not_trusted() -> None:
    html = f"<table>{row(RETURN_HEAD, tag='th')}{row(PAID)}</table>"
    with pytest.raises(ReportUntrusted) as stopped:
        read_retorno(html, where=WHERE)
    assert str(stopped.value) == f"{WHERE}: O relatório não traz a linha de total."
