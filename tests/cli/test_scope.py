"""The clinics, portals and month that a command line is about."""

from pathlib import Path

import pytest

from agent.cli.scope import scope_of
from agent.model.competencia import Competencia
from agent.model.errors import FaturistaError
from tests.config.office_file import RIGHT, write_office


@pytest.mark.parametrize(
    ("clinicas", "portais", "pairs"),
    [
        (None, None, (("sorriso", "ipasem"), ("sorriso", "cassind"), ("passo-firme", "ipasem"))),
        (["passo-firme"], None, (("passo-firme", "ipasem"),)),
        (None, ["cassind"], (("sorriso", "cassind"),)),
        (["sorriso"], ["ipasem", "cassind"], (("sorriso", "ipasem"), ("sorriso", "cassind"))),
    ],
)
def test_without_options_it_is_every_access(
    tmp_path: Path, clinicas: list[str] | None, portais: list[str] | None, pairs: tuple[tuple[str, str], ...]
) -> None:
    scope = scope_of(write_office(tmp_path), "10/2026", clinicas, portais)

    assert (scope.competencia, scope.pairs, scope.office.folder) == (Competencia(2026, 10), pairs, tmp_path)


@pytest.mark.parametrize(
    ("competencia", "clinicas", "portais", "sentence"),
    [
        ("outubro", None, None, "--competencia: competência inválida: 'outubro'; escreva MM/AAAA, como 10/2026."),
        (
            "10/2026",
            ["passo-firme"],
            ["cassind"],
            "--portal: nenhuma das clínicas tem acesso a: cassind. Confira os acessos no faturista.toml.",
        ),
        ("10/2026", None, ["x"], '--portal: o portal "x" não é conhecido. Há: ipasem, cassind.'),
    ],
)
def test_words_that_name_nothing_are_told(
    tmp_path: Path, competencia: str, clinicas: list[str] | None, portais: list[str] | None, sentence: str
) -> None:
    with pytest.raises(FaturistaError) as caught:
        scope_of(write_office(tmp_path), competencia, clinicas, portais)

    assert str(caught.value) == sentence


def test_a_portal_that_the_office_has_not_set_up_is_told(tmp_path: Path) -> None:
    cut = RIGHT.replace(', cassind = { usuario = "sorriso", valor_divergente = "digitar" }', "").replace(
        '[portais.cassind]\nendereco = "http://127.0.0.1:8000/prestador"\nacomodacao_s = 0.5\n', ""
    )
    write_office(tmp_path, cut)

    with pytest.raises(FaturistaError) as caught:
        scope_of(tmp_path, "10/2026", None, ["cassind"])

    assert str(caught.value) == (
        f"{tmp_path / 'faturista.toml'}: portais.cassind: este portal não está no arquivo. Há: ipasem."
    )
