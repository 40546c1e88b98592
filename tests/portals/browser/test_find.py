"""Which browser is used: the one of the settings, else the first one that is there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from agent.model.errors import BrowserMissing
from portals.browser import find
from portals.browser.find import installed_browser, required_browser, standard_places, windowless_browser


def none_on_path(name: str) -> None:
    return None


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        (["chromium", "microsoft-edge", "google-chrome"], "/usr/bin/google-chrome"),
        (["chromium", "microsoft-edge"], "/usr/bin/microsoft-edge"),
        (["chromium"], "/usr/bin/chromium"),
    ],
)
def test_chrome_comes_before_edge_and_edge_before_chromium(there: list[str], expected: str) -> None:
    on_path = {name: f"/usr/bin/{name}" for name in there}
    found = installed_browser("linux", {}, which=on_path.get, is_file=lambda p: p.parts[1] == "usr")
    assert found == Path(expected)


def test_chrome_off_the_path_comes_before_edge_on_it() -> None:
    on_path = {"microsoft-edge": "/usr/bin/microsoft-edge"}
    found = installed_browser("linux", {}, which=on_path.get, is_file=lambda p: True)
    assert found == Path("/opt/google/chrome/chrome")


@pytest.mark.parametrize(
    ("platform", "env", "expected"),
    [
        (
            "win32",
            {"PROGRAMFILES": "C:/Program Files", "LOCALAPPDATA": "C:/Users/ana/AppData/Local"},
            ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"],
        ),
        ("darwin", {"HOME": "/Users/ana"}, ["Google Chrome.app", "Microsoft Edge.app", "Chromium.app"]),
        ("linux", {}, ["google/chrome", "microsoft/msedge", "snap/bin/chromium"]),
    ],
)
def test_each_system_has_its_own_places(platform: str, env: dict[str, str], expected: list[str]) -> None:
    places = [str(place).replace("\\", "/") for place in standard_places(platform, env)]
    assert [part for part in expected if not any(part in place for place in places)] == []


def test_nothing_installed_is_none() -> None:
    assert installed_browser("linux", {}, which=none_on_path, is_file=lambda p: False) is None


def test_the_path_of_the_settings_wins(tmp_path: Path) -> None:
    mine = tmp_path / "navegador"
    mine.touch()
    assert required_browser(mine, tmp_path / "own") == mine


@pytest.mark.parametrize(
    ("shown", "expected"), [(False, "/usr/bin/chromium-headless-shell"), (True, "/usr/bin/chromium")]
)
def test_a_browser_that_nobody_watches_is_the_headless_shell(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, shown: bool, expected: str
) -> None:
    monkeypatch.setattr(find, "windowless_browser", lambda: Path("/usr/bin/chromium-headless-shell"))
    monkeypatch.setattr(find, "installed_browser", lambda: Path("/usr/bin/chromium"))
    assert required_browser(None, tmp_path / "own", shown=shown) == Path(expected)


def test_the_headless_shell_is_looked_for_on_the_path() -> None:
    assert windowless_browser({"chromium-headless-shell": "/usr/bin/shell"}.get) == Path("/usr/bin/shell")


def test_a_path_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(BrowserMissing) as missing:
        required_browser(Path("nenhum/navegador"), tmp_path / "own")
    assert str(missing.value) == (
        f"faturista.toml: O navegador {str(Path('nenhum/navegador'))!r} não existe. "
        "Instale o Google Chrome, o Microsoft Edge ou o Chromium, "
        'ou escreva o caminho dele em "navegador.caminho" no faturista.toml.'
    )


def test_playwright_fetches_one_where_none_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "installed_browser", lambda: None)
    own = tmp_path / "chromium"

    def install() -> bool:
        own.touch()
        return True

    assert required_browser(None, own, install) == own


def test_no_browser_at_all_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "installed_browser", lambda: None)
    with pytest.raises(BrowserMissing) as missing:
        required_browser(None, tmp_path / "own", lambda: False)
    assert str(missing.value) == (
        "Nenhum navegador foi encontrado. Instale o Google Chrome, o Microsoft Edge ou o Chromium, "
        'ou escreva o caminho dele em "navegador.caminho" no faturista.toml.'
    )


def test_the_set_up_is_told_of_a_browser_that_is_there_and_does_not_open(tmp_path: Path) -> None:
    for name in ("google-chrome", "google-chrome.exe"):
        (tmp_path / name).write_text("isto não é um navegador", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-m", "portals.browser"],
        cwd=Path(find.__file__).parents[2],
        env=os.environ | {"PATH": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout, "não abriu" in done.stderr) == (2, "", True), done.stderr
