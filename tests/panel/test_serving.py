"""faturista painel as a process of its own, on a port of this machine."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from agent.accounting.opening import open_books
from agent.cli.edge import run
from agent.cli.main import command
from agent.config.office import Office
from agent.model.errors import SetupError
from agent.panel.serving import house_of, listen
from agent.panel.sessions import key_in
from agent.vault.private_file import readable_by_others
from tests.panel.crowd import panel_process
from tests.schedule.office import office_in


@pytest.fixture
def served(year: Office) -> Iterator[str]:
    """The address that the command says, once it says it."""
    with panel_process(year.folder) as url:
        yield url


def test_the_command_serves_the_panel_on_this_machine(served: str) -> None:
    answer = httpx.get(f"{served}/entrar")
    style = httpx.get(f"{served}/estatico/painel.css")

    assert (answer.status_code, "Escritório de demonstração" in answer.text, style.status_code) == (200, True, 200)
    assert "server" not in answer.headers


def test_with_nobody_to_let_in_it_says_how_to_begin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(command, ["painel", "--pasta", str(office_in(tmp_path).folder)])

    lines = capsys.readouterr().err.splitlines()
    assert (code, lines[0], lines[2]) == (
        2,
        "Erro: ninguém pode entrar no painel ainda.",
        "O que fazer: Crie a primeira pessoa: faturista painel --pessoa NOME --papel administrador",
    )


def test_a_port_in_use_is_said_with_what_to_do() -> None:
    taken = listen(0)
    with (
        taken,
        pytest.raises(SetupError, match=r"a porta \d+ não pode ser usada .* escolha outra com --porta") as error,
    ):
        listen(taken.getsockname()[1])
    assert error.value.where == "127.0.0.1"


def test_behind_a_proxy_cookies_go_by_https_only_and_only_its_name_is_answered(year: Office) -> None:
    house = house_of(year, name="painel.exemplo")

    assert (house.sessions.secure, house.sessions.cookie, house.hosts) == (
        True,
        "__Host-faturista",
        ("127.0.0.1", "localhost", "painel.exemplo"),
    )


def test_the_key_of_the_cookies_is_made_once_and_read_by_its_owner_only(tmp_path: Path) -> None:
    keys = [key_in(tmp_path / "painel") for _ in range(2)]

    assert (keys[0] == keys[1], len(keys[0]), readable_by_others(tmp_path / "painel" / "chave")) == (True, 32, False)


def test_the_panels_own_writes_leave_the_chain_whole(year: Office) -> None:
    with open_books(year) as ledger:
        ledger.members.saw("Ana", "quadro")
        assert ledger.checks.verify_chain(ledger.checks.anchor()).intact
