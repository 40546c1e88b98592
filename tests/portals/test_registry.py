"""Portals by name."""

import subprocess
import sys
from dataclasses import replace
from typing import cast

import pytest

from agent.config.cadastro import Cadastro
from agent.model.errors import ConfigError
from agent.model.lancamento import Kind
from portals.browser.session import Session
from portals.imaginaria.portal import Imaginaria
from portals.ipasem.portal import Ipasem
from portals.registry import PortalSettings, open_portal, portal_names
from portals.solus.portal import SolusWeb
from portals.solus.ways import Way
from tests.portals.cassind.sample import lancamento

SETTINGS = PortalSettings("https://portal.example/")
NOBODY = cast(Session, None)
EXAME = lancamento(kind=Kind.EXAME)


@pytest.mark.parametrize(("name", "adapter"), [("ipasem", Ipasem), ("cassind", SolusWeb)])
def test_every_name_opens_its_own_adapter(name: str, adapter: type) -> None:
    portal = open_portal(name, NOBODY, SETTINGS)
    assert (type(portal), portal.name, name in portal_names()) == (adapter, name, True)


def test_another_name_is_refused_with_the_ones_there_are() -> None:
    with pytest.raises(ConfigError) as refused:
        open_portal("ipase", NOBODY, SETTINGS)
    assert str(refused.value) == 'faturista.toml: O portal "ipase" não existe; há estes: ipasem, cassind.'


def test_the_example_is_no_offices_and_opens_on_this_machine_only() -> None:
    assert ("imaginaria" in portal_names(), "imaginaria" in portal_names(examples=True)) == (False, True)
    assert type(open_portal("imaginaria", NOBODY, PortalSettings("http://127.0.0.1:8000"))) is Imaginaria
    with pytest.raises(ConfigError) as refused:
        open_portal("imaginaria", NOBODY, SETTINGS)
    assert str(refused.value) == (
        'faturista.toml: O portal "imaginaria" é um exemplo inventado: só funciona no portal simulado deste computador.'
    )


def test_files_are_for_portals_that_take_them() -> None:
    by_xml = replace(SETTINGS, xml=Cadastro(codigo="900777", nome="Clínica São Jerônimo"))
    assert open_portal("cassind", NOBODY, by_xml).capabilities.together(EXAME) == (Way.XML, Kind.EXAME)
    with pytest.raises(ConfigError) as refused:
        open_portal("ipasem", NOBODY, by_xml)
    assert str(refused.value) == ("faturista.toml: O IPASEM não recebe arquivos XML: tire a seção xml deste acesso.")


def test_knowing_the_names_imports_no_browser() -> None:
    code = "import sys, portals.registry; sys.exit('playwright' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
