"""Whom CASSIND shows as signed in is compared with the office's settings before anything is done."""

from dataclasses import replace

import pytest

from agent.config.load import load_office
from tests.journey.cassind import Cassind
from tests.journey.office import Office

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("insure", [Cassind], ids=["cassind"], indirect=True),
]


def expecting(office: Office, prestador: str) -> Office:
    """The office with the prestador in its faturista.toml."""
    settings = office.folder.folder / "faturista.toml"
    text = settings.read_text(encoding="utf-8")
    line = f'acessos.cassind.prestador = "{prestador}"\nacessos.cassind.usuario'
    settings.write_text(text.replace("acessos.cassind.usuario", line), encoding="utf-8")
    return replace(office, folder=load_office(office.folder.folder))


def test_another_prestadors_session_stops_the_run_before_anything_is_done(office: Office) -> None:
    stopped = expecting(office, "900778").lancar()

    assert stopped.parado == (
        "CASSIND, Entrada: O portal mostra que quem entrou é '900777 - Clínica Bem Viver', e não '900778'. "
        'Nada foi feito com este acesso. Se é o mesmo, corrija "prestador" no faturista.toml.'
    )
    assert office.insurer.rows() == office.insurer.wanted([])


def test_the_expected_prestador_bills(office: Office) -> None:
    assert expecting(office, "Clínica Bem Viver").lancar().lancadas == 3
