"""Firefox where an office wants it: found, refused with what to do, and held to the portal's own hosts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from agent.config.load import load_office
from agent.model.errors import BrowserMissing
from agent.runner.doors import browser_settings
from portals.browser.firefox import installed_firefox, launched_firefox
from portals.browser.hosts import AllowedHosts
from portals.browser.routed import RoutedGate
from portals.browser.settings import BrowserSettings
from tests.config.office_file import RIGHT, write_office
from tests.portals.browser.conftest import Site


@pytest.mark.parametrize(
    ("platform", "env", "expected"),
    [
        ("win32", {"PROGRAMFILES": "C:/Program Files"}, "C:/Program Files/Mozilla Firefox/firefox.exe"),
        ("darwin", {"HOME": "/Users/ana"}, "/Applications/Firefox.app/Contents/MacOS/firefox"),
        ("linux", {}, "/snap/bin/firefox"),
    ],
)
def test_each_system_has_its_own_place_for_firefox(platform: str, env: dict[str, str], expected: str) -> None:
    found = installed_firefox(platform, env, which=lambda _: None, is_file=lambda _: True)
    assert str(found).replace("\\", "/") == expected


def test_firefox_on_the_path_comes_first_and_the_long_term_release_serves_too() -> None:
    on_path = {"firefox-esr": "/usr/bin/firefox-esr"}
    assert installed_firefox("linux", {}, which=on_path.get, is_file=lambda _: True) == Path("/usr/bin/firefox-esr")


def test_what_must_change_nothing_is_never_done_in_firefox(tmp_path: Path) -> None:
    text = RIGHT + '\n[navegador]\nprograma = "firefox"\ncaminho = "raposa"\n'
    office = load_office(write_office(tmp_path, text))
    worked, looked = (browser_settings(office, shown=True, read_only=read_only) for read_only in (False, True))
    assert (worked.firefox, worked.path is not None) == (True, True)
    assert (looked.firefox, looked.path) == (False, None)


@pytest.mark.browser
def test_a_firefox_that_is_not_there_is_told_with_what_to_do(browser: Browser) -> None:
    settings = BrowserSettings(firefox=True, path=Path("nenhum/firefox"))
    with pytest.raises(BrowserMissing) as missing:
        launched_firefox(browser.browser_type, settings)
    assert str(missing.value) == (
        "faturista.toml: O Firefox não foi encontrado. "
        'Instale o Firefox, ou apague "navegador.programa" do faturista.toml para usar o Chrome ou o Edge.'
    )


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


@pytest.mark.browser
def test_without_chromiums_protocol_a_form_still_goes_nowhere_else(
    context: BrowserContext, site: Site, elsewhere: Site
) -> None:
    hosts = AllowedHosts([site.address])
    gate = RoutedGate(context, hosts)
    there = elsewhere.address
    site.pages["/"] = (
        f'<iframe src="{there}"></iframe><a href="{there}">sair</a>'
        f'<form method="post" action="{there}"><button>enviar</button></form>'
    )
    for words in ("enviar", "sair"):
        page = context.new_page()
        page.goto(site.address)
        page.frame_locator("iframe").get_by_text("outro lugar").wait_for()
        with page.expect_event("requestfailed"):
            page.get_by_text(words, exact=True).click()
    gate.close()
    assert (elsewhere.hits, hosts.refused) == (["GET /"] * 2, [there.rstrip("/")] * 2)
