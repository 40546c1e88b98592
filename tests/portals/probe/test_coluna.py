"""A list's columns against what the adapter reads there: by heading, and by what stands below it."""

import pytest

from portals.grid import Columns
from portals.probe.coluna import Forma, Lista, judged_list, likeliest
from portals.probe.item import Cor

COLUMNS = Columns(
    {"guia": ["Guia"], "valor": ["Valor"], "envio": ["Data de envio"], "nome": ["Nome"]}, frozenset({"guia", "valor"})
)
FORMAS = {"guia": Forma.NUMERO, "valor": Forma.VALOR, "envio": Forma.DATA}


def told(*column: tuple[str, str], columns: Columns = COLUMNS) -> list[tuple[str, str, str]]:
    """What is not green of a list with these columns, (heading, what it holds) each."""
    table = Lista(tuple(text for text, _ in column), tuple(form for _, form in column))
    items = judged_list("contas", columns, FORMAS, [table])
    return [(item.alvo, item.nome, item.visto) for item in items if item.cor is not Cor.VERDE]


GUIA, VALOR = ("Guia", "numero"), ("Valor", "valor")


@pytest.mark.parametrize(
    ("extra", "red"),
    [
        (
            ("Enviado em", "data"),
            ("lista:contas.envio", "coluna Data de envio", "não foi encontrada; talvez seja 'Enviado em'"),
        ),
        (
            ("Ações", "botoes"),
            (
                "lista:contas.sem_dados",
                "coluna Ações",
                "é desconhecida, e tem só botões ou links: mostre que não traz dados",
            ),
        ),
        (
            ("Total", "valor"),
            ("lista:contas.:Total", "coluna Total", "é desconhecida: o faturista pararia nela"),
        ),
        (("Nome", "data"), ("lista:contas.nome", "coluna Nome", "traz datas; eram esperados: textos")),
    ],
    ids=["a day", "buttons", "of no field", "what the field does not hold"],
)
def test_a_column_that_is_not_as_known_is_red_with_what_it_may_be(
    extra: tuple[str, str], red: tuple[str, str, str]
) -> None:
    assert told(GUIA, VALOR, extra) == [red]


@pytest.mark.parametrize("form", ["texto", "botoes", "numero"])
def test_a_number_may_be_written_with_words_and_a_name_may_lead_on(form: str) -> None:
    assert told(("Guia", form), VALOR, ("Nome", form)) == []


@pytest.mark.parametrize("form", ["caixas", "numero", "quantidade", ""])
def test_boxes_and_what_may_stand_there_speak_against_nothing(form: str) -> None:
    column = ("Marcar", form) if form == "caixas" else ("Guia", form)
    assert told(VALOR, *([GUIA, column] if form == "caixas" else [column])) == []


def test_an_offices_own_words_are_known_and_a_column_of_buttons_stays_one() -> None:
    own = COLUMNS.called({"envio": ["Enviado em"], "sem_dados": ["Ações"]})
    assert told(GUIA, VALOR, ("Enviado em", "data"), ("Ações", "botoes"), columns=own) == []
    assert told(GUIA, VALOR, ("Ações", "valor"), columns=own) == [
        ("lista:contas.sem_dados", "coluna Ações", "era só de botões, e agora traz valores")
    ]


def test_of_two_tables_that_are_half_the_list_neither_is_it() -> None:
    half = Lista(("Guia", "Dia"))
    assert (likeliest(COLUMNS, [half]), likeliest(COLUMNS, [half, Lista(("Guia", "Lote"))])) == (half, None)
