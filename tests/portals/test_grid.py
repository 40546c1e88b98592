"""A list is read by its headings: known ones, usual abbreviations of them, and columns that hold no data."""

import pytest

from agent.model.errors import PageChanged
from portals.grid import Columns, read_grid

COLUMNS = Columns({"guia": ["Número da autorização"], "valor": ["Valor"]}, frozenset({"guia", "valor"}))


def table(head: str, *rows: str) -> str:
    return f"<table><tr>{head}</tr>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def test_a_heading_that_says_the_same_with_an_abbreviation_is_that_column() -> None:
    html = table("<th>Nº da autorização<th>Valor", "<td>77<td>10,00")
    [row] = read_grid(html, COLUMNS, where="Exemplo").rows
    assert row.texts == {"guia": "77", "valor": "10,00"}


def test_a_heading_that_two_columns_might_have_is_unknown() -> None:
    twice = Columns({"a": ["Número da guia"], "b": ["Nro da guia"]}, frozenset())
    assert twice.field("Nº da guia") is None


def test_a_column_of_mere_boxes_holds_no_data_whatever_its_heading() -> None:
    html = table("<th>Marcar<th>Número da autorização<th>Valor", "<td><input type=checkbox><td>77<td>10,00")
    [row] = read_grid(html, COLUMNS, where="Exemplo").rows
    assert row.texts == {"guia": "77", "valor": "10,00"}


@pytest.mark.parametrize("cell", ["5,00", "<input> 5,00", ""])
def test_any_other_unknown_column_stops_the_reading(cell: str) -> None:
    html = table("<th>Glosa<th>Número da autorização<th>Valor", f"<td>{cell}<td>77<td>10,00")
    with pytest.raises(PageChanged) as stopped:
        read_grid(html, COLUMNS, where="Exemplo")
    assert str(stopped.value) == (
        "Exemplo: A lista tem uma coluna desconhecida: 'Glosa'. "
        "Se só o nome mudou, mostre a coluna com um clique: faturista calibrar."
    )


SHOWN = COLUMNS.called({"valor": ["Preço"], "sem_dados": ["Ações"]})


def test_an_offices_own_heading_is_read_and_its_column_of_links_is_passed_over() -> None:
    html = table("<th>Guia nº<th>Preço<th>Ações", "<td>77<td>10,00<td><a href=#>Imprimir</a>")
    own = SHOWN.called({"guia": ["Guia nº"]})
    [row] = read_grid(html, own, where="Exemplo").rows
    assert row.texts == {"guia": "77", "valor": "10,00"}


@pytest.mark.parametrize("cell", ["5,00", "<a href=#>Imprimir</a> glosada", "<a href=#>5,00</a>"])
def test_once_there_is_data_in_such_a_column_the_reading_stops(cell: str) -> None:
    html = table("<th>Número da autorização<th>Preço<th>Ações", f"<td>77<td>10,00<td>{cell}")
    with pytest.raises(PageChanged, match="A lista tem uma coluna desconhecida: 'Ações'"):
        read_grid(html, SHOWN, where="Exemplo")
