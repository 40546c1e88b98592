"""What a click on a heading is worth, and what it is refused for."""

from collections.abc import Sequence

import pytest

from portals.calibrate.heading import Clicada, proposed_column
from portals.calibrate.proposal import Proposta
from portals.probe.coluna import Lista
from portals.probe.sondagem import read_known

CASSIND = read_known("cassind")
CONTAS = ("Protocolo", "Conta", "Guia", "Atendimento", "Código", "Qtde", "Valor informado", "Situação", "Enviado em")
HOLDS = ("numero", "numero", "numero", "data", "numero", "quantidade", "valor", "texto", "data")


def clicked(
    heading: str, field: str = "envio", tables: Sequence[Lista] = (Lista(CONTAS, HOLDS),), head: Sequence[str] = CONTAS
) -> Proposta | str:
    return proposed_column(CASSIND, ("contas", field), tables, Clicada(head, head.index(heading)))


def test_a_heading_with_what_is_read_there_below_it_is_the_column() -> None:
    found = clicked("Enviado em")
    assert found == Proposta(nomes=("Enviado em",), holds="datas")
    assert isinstance(found, Proposta)
    assert found.words == 'a coluna "Enviado em", que traz datas'


def test_columns_of_mere_buttons_are_kept_together() -> None:
    table = Lista((*CONTAS, "Ações"), (*HOLDS, "botoes"))
    assert clicked("Ações", "sem_dados", [table], table.head) == Proposta(nomes=("Ações",), holds="só botões ou links")


ELSEWHERE = "o que foi clicado não é o título de uma coluna dessa lista."


@pytest.mark.parametrize(
    ("heading", "field", "holds", "why"),
    [
        ("Situação", "envio", HOLDS, 'o que foi clicado é "Situação", que é outra coluna dessa lista.'),
        ("Atendimento", "envio", HOLDS, 'o que foi clicado é "Data de atendimento", que é outra coluna dessa lista.'),
        ("Enviado em", "valor_liberado", HOLDS, 'a coluna "Enviado em" traz datas; eram esperados: valores.'),
        ("Enviado em", "sem_dados", HOLDS, 'a coluna "Enviado em" traz datas; eram esperados: só botões ou links.'),
        (
            "Enviado em",
            "envio",
            (*HOLDS[:-1], ""),
            'a coluna "Enviado em" ainda está vazia: não há por onde conferir que é essa.',
        ),
    ],
)
def test_a_heading_is_refused(heading: str, field: str, holds: tuple[str, ...], why: str) -> None:
    assert clicked(heading, field, [Lista(CONTAS, holds)]) == why


def test_a_heading_of_another_table_or_of_one_that_stands_twice_is_refused() -> None:
    contas, other = Lista(CONTAS, HOLDS), ("Enviado em", "Recado")
    assert clicked("Enviado em", tables=[contas, Lista(other, ("data", "texto"))], head=other) == ELSEWHERE
    assert clicked("Enviado em", tables=[contas, contas]) == ELSEWHERE


def test_a_heading_that_the_list_has_twice_is_refused() -> None:
    twice = (*CONTAS, "Enviado em")
    assert clicked("Enviado em", tables=[Lista(twice, (*HOLDS, "data"))], head=twice) == (
        'a lista tem mais de uma coluna "Enviado em".'
    )
