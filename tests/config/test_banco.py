"""Where the ledger is, when it is on a server."""

import pytest

from agent.config.banco import banco_of, shown
from agent.model.errors import SetupError

WRITTEN = "postgresql://faturista@servidor/livro"


@pytest.mark.parametrize(
    ("environ", "counts"),
    [
        ({}, WRITTEN),
        ({"FATURISTA_BANCO": " "}, WRITTEN),
        ({"FATURISTA_BANCO": "postgresql://ana:segredo@outro/livro"}, "postgresql://ana:segredo@outro/livro"),
    ],
    ids=["no variable", "an empty one", "one that is set"],
)
def test_the_variable_counts_before_the_settings(environ: dict[str, str], counts: str) -> None:
    assert banco_of(WRITTEN, environ) == counts


def test_a_variable_that_is_no_address_is_told_without_showing_it() -> None:
    with pytest.raises(SetupError) as error:
        banco_of("", {"FATURISTA_BANCO": "segredo"})

    assert str(error.value) == (
        "FATURISTA_BANCO: deve ser um endereço como postgresql://usuario@servidor/faturista."
        " Corrija ou apague a variável."
    )


def test_an_address_is_shown_without_user_and_password() -> None:
    assert shown("postgresql://ana:segredo@servidor:5433/livro?sslmode=require") == "postgresql://servidor:5433/livro"
