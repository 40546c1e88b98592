"""Portals by name."""

import subprocess
import sys
from typing import cast

import pytest

from agent.model.errors import ConfigError
from portals.browser.session import Session
from portals.ipasem.portal import Ipasem
from portals.registry import PortalSettings, open_portal, portal_names
from portals.solus.portal import SolusWeb

SETTINGS = PortalSettings("https://portal.example/")
NOBODY = cast(Session, None)


@pytest.mark.parametrize(("name", "adapter"), [("ipasem", Ipasem), ("cassind", SolusWeb)])
def test_every_name_opens_its_own_adapter(name: str, adapter: type) -> None:
    portal = open_portal(name, NOBODY, SETTINGS)
    assert (type(portal), portal.name, name in portal_names()) == (adapter, name, True)


def test_another_name_is_refused_with_the_ones_there_are() -> None:
    with pytest.raises(ConfigError) as refused:
        open_portal("ipase", NOBODY, SETTINGS)
    assert str(refused.value) == 'faturista.toml: O portal "ipase" não existe; há estes: ipasem, cassind.'


def test_knowing_the_names_imports_no_browser() -> None:
    code = "import sys, portals.registry; sys.exit('playwright' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
