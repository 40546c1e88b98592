"""Lists of Solus Web Prestador, read from pages that we wrote."""

from dataclasses import replace

import pytest

from agent.model.errors import PageChanged, ReportUntrusted
from portals.solus import columns
from portals.solus.reading import linha_retorno, read_autorizadas, read_contas, read_page, with_page
from tests.portals.cassind.pages import READERS, WHERE, expected, page, reading


@pytest.mark.parametrize("name", READERS)
def test_a_golden_page_is_read_as_a_careful_person_reads_it(name: str) -> None:
    assert reading(name) == expected(name)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "<th>Guia</th>",
            "<th>Nº interno</th>",
            "CASSIND, tela de exemplo: A tabela com as colunas 'Beneficiário', 'Código', 'Data', 'Guia' não foi "
            "encontrada. Títulos vistos: 'Nº interno', 'Data', 'Código', 'Beneficiário', 'Executante', 'Tipo'. "
            "Se só o nome mudou, mostre a coluna com um clique: faturista calibrar.",
        ),
        (
            "<th>Executante</th>",
            "<th>Desconto</th>",
            "CASSIND, tela de exemplo: A lista tem uma coluna desconhecida: 'Desconto'. "
            "Se só o nome mudou, mostre a coluna com um clique: faturista calibrar.",
        ),
        (
            "<th>Executante</th>",
            "<th>Código</th>",
            "CASSIND, tela de exemplo: A lista tem colunas repetidas: 'Código', 'Código'.",
        ),
        (
            "<td>02/10/2026</td>",
            "<td>31/02/2026</td>",
            "CASSIND, tela de exemplo, linha 2, coluna 'Data': A célula não pôde ser lida: "
            "não é uma data dd/mm/aaaa: '31/02/2026'.",
        ),
        (
            "<td>004512877</td>",
            "<td>-</td>",
            "CASSIND, tela de exemplo, linha 2, coluna 'Guia': A célula está vazia.",
        ),
        (
            "<td>02/10/2026</td>",
            "",
            "CASSIND, tela de exemplo: A linha 2 da lista tem 6 células; o cabeçalho tem 7.",
        ),
        (
            '<tr><td><input type="checkbox"></td><td>004512877',
            "<tr><td>!</td><td>004512877",
            "CASSIND, tela de exemplo: A linha 2 da lista tem texto numa coluna sem título.",
        ),
        (
            "Quantidade: 2 de 2",
            "Quantidade: 2 de 37",
            'CASSIND, tela de exemplo: A lista não está completa: "Quantidade: 2 de 37". Nada foi marcado.',
        ),
        (
            "Quantidade: 2 de 2",
            "Quantidade: 3 de 3",
            'CASSIND, tela de exemplo: A tela diz "Quantidade: 3 de 3" e mostra 2 linhas.',
        ),
        (
            "<p>Quantidade: 2 de 2</p>",
            "",
            'CASSIND, tela de exemplo: A tela diz 0 vezes "Quantidade: n de m"; era esperada uma.',
        ),
    ],
)
def test_a_list_that_is_not_as_expected_stops_with_the_place_named(old: str, new: str, sentence: str) -> None:
    html = page("autorizadas")
    assert old in html
    with pytest.raises(PageChanged) as stopped:
        read_autorizadas(html.replace(old, new), columns.autorizadas(), where=WHERE)
    assert str(stopped.value) == sentence


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "<td>1</td>",
            "<td>1,5</td>",
            "CASSIND, tela de exemplo, linha 1, coluna 'Quantidade': A célula não pôde ser lida: "
            "não é uma quantidade: '1,5'.",
        ),
        (
            "<td>64,37</td>",
            "<td>64.37</td>",
            "CASSIND, tela de exemplo, linha 2, coluna 'Valor liberado': A célula não pôde ser lida: "
            "não é um valor em reais: '64.37'.",
        ),
        (
            "<td>64,37</td>",
            "<td>-</td>",
            "CASSIND, tela de exemplo, linha 2, coluna 'Valor liberado': "
            "A conta tem só um dos valores liberado e glosado.",
        ),
        (
            '<td colspan="9">Total</td>',
            '<td colspan="9">Soma</td>',
            'CASSIND, tela de exemplo: A tela diz "Quantidade: 3 de 3" e mostra 4 linhas.',
        ),
    ],
)
def test_a_conta_that_cannot_be_read_stops_with_the_cell_named(old: str, new: str, sentence: str) -> None:
    html = page("contas")
    assert old in html
    with pytest.raises(PageChanged) as stopped:
        read_contas(html.replace(old, new, 1), columns.contas(), where=WHERE)
    assert str(stopped.value) == sentence


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("<td>1.330,00</td>", "<td>1.330,01</td>", "Valor informado: total R$ 1.330,01, linhas R$ 1.330,00"),
        ("<td>174,37</td>", "<td>-</td>", "Valor liberado: total R$ 0,00, linhas R$ 174,37"),
        ("Quantidade: 3 de 3", "Quantidade: 3 de 4", "a tela diz 4 contas e mostra 3"),
    ],
)
def test_contas_that_are_not_what_the_page_says_are_read_but_no_evidence(old: str, new: str, wrong: str) -> None:
    read = read_contas(page("contas").replace(old, new), columns.contas(), where=WHERE)
    with pytest.raises(ReportUntrusted) as stopped:
        read.check(WHERE)
    assert str(stopped.value) == f"CASSIND, tela de exemplo: A lista não soma o que ela mesma diz ({wrong})."


def test_the_pages_of_a_list_are_one_list_with_the_totals_that_each_of_them_says() -> None:
    whole = read_contas(page("contas"), columns.contas(), where=WHERE)
    first, rest = replace(whole, contas=whole.contas[:2]), replace(whole, contas=(replace(whole.contas[2], linha=1),))
    assert with_page(first, rest, where=WHERE) == whole
    with pytest.raises(ReportUntrusted, match="As páginas da lista não dizem os mesmos totais"):
        with_page(first, replace(rest, total_linhas=4), where=WHERE)


@pytest.mark.parametrize(
    ("said", "numbers"), [("", (1, 1)), ("Página 2 de 3", (2, 3)), ("<b>página</b> 1\nde 1 ... Página 1 de 1", (1, 1))]
)
def test_the_page_of_a_list_is_as_the_screen_says(said: str, numbers: tuple[int, int]) -> None:
    assert read_page(f"<body><p>{said}</p></body>", where=WHERE) == numbers


@pytest.mark.parametrize("said", ["Página 3 de 2", "Página 0 de 2", "Página 1 de 2, Página 2 de 2"])
def test_a_page_that_cannot_be_told_stops(said: str) -> None:
    with pytest.raises(PageChanged, match="Não se sabe em que página a lista está"):
        read_page(f"<body>{said}</body>", where=WHERE)


def test_a_list_of_contas_without_totals_is_not_believed() -> None:
    html = page("contas")
    start, end = html.index("<tfoot>"), html.index("</tfoot>")
    with pytest.raises(PageChanged, match="não tem a linha de total"):
        read_contas(html[:start] + html[end:], columns.contas(), where=WHERE)


def test_a_conta_without_answer_is_no_line_of_the_return() -> None:
    waiting = read_contas(page("contas"), columns.contas(), where=WHERE).contas[2]
    with pytest.raises(ValueError, match="a conta 880003 ainda não foi processada"):
        linha_retorno(waiting)
