"""Every command works with the ledger on a server, and says what to do when it is not to be had."""

import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from agent.accounting.opening import open_books
from agent.checkup.exam import Finding, Grade
from agent.checkup.keeping import ledger
from agent.cli.edge import run
from agent.cli.main import command
from agent.config.banco import VARIABLE, shown
from agent.config.office import Office
from agent.panel.membership import Joining, join
from agent.schedule.serving import Serving
from tests.cli.journey import ROOT
from tests.ledger.by_itself import ASKED
from tests.panel.conftest import CHEAP
from tests.panel.people import PASSWORD
from tests.postgres.server import free_port
from tests.schedule.office import office_in


@pytest.fixture
def office(tmp_path: Path, banco: str, monkeypatch: pytest.MonkeyPatch) -> Office:
    """An office in the current folder whose ledger is on the server, with a question in it."""
    office = replace(office_in(tmp_path / "escritorio"), banco=banco)
    monkeypatch.chdir(office.folder)
    monkeypatch.delenv("FATURISTA_PASTA", raising=False)
    monkeypatch.setenv(VARIABLE, banco)
    monkeypatch.setenv("FATURISTA_CHAVE_ARQUIVO", str(_key(tmp_path)))
    with open_books(office) as books:
        books.queue.ask(ASKED)
    return office


def _key(folder: Path) -> Path:
    key = folder / "chave"
    key.write_bytes(b"0123456789abcdef0123456789abcdef")
    key.chmod(0o600)
    return key


def test_commands_read_and_write_the_server_and_make_no_file(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    codes = [run(command, words) for words in (["agenda"], ["fila"], ["fila", "--feito", "1"], ["auditar"], ["copia"])]

    assert codes == [1, 1, 0, 0, 0]
    with open_books(office) as books:
        assert books.queue.open() == []
    assert (office.livro.exists(), len(list(office.copias.glob("livro-*.sqlite3")))) == (False, 1)
    assert "Tudo confere" in capsys.readouterr().out


def test_the_doctor_says_where_the_ledger_is(office: Office) -> None:
    with open_books(office) as books:
        events = books.events.end()

    assert list(ledger(office)) == [
        Finding("livro", Grade.BOM, f"inteiro, {events} eventos, em {shown(office.banco)}", "")
    ]


def test_the_panel_is_served_from_the_server(office: Office) -> None:
    with open_books(office) as books:
        join(office, books, Joining("Ana", "administrador", "", PASSWORD), CHEAP, by="teste")
    words = [sys.executable, "-m", "agent.cli.main", "painel", "--pasta", str(office.folder), "--porta", "0"]
    with subprocess.Popen(words, cwd=ROOT, stderr=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stderr is not None
        found = (re.search(r"http://127\.0\.0\.1:\d+", line) for line in process.stderr)
        url = next(match[0] for match in found if match)
        answer = httpx.get(f"{url}/entrar")
        process.terminate()

    assert (answer.status_code, "Escritório Modelo" in answer.text) == (200, True)


def test_a_server_that_is_away_is_one_sentence_with_what_to_do(
    office: Office, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    port = free_port()
    monkeypatch.setenv(VARIABLE, f"postgresql://ana:segredo@127.0.0.1:{port}/livro")

    code = run(command, ["fila"])

    assert (code, capsys.readouterr().err) == (
        2,
        "Erro: o servidor do livro não responde\n"
        f"Onde: postgresql://127.0.0.1:{port}/livro\n"
        "O que fazer: Confira se o PostgreSQL está no ar e se este computador o alcança; depois rode o comando de"
        " novo.\n",
    )


def test_without_the_extra_it_is_said_how_to_install_it(
    office: Office, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("agent.ledger.store.find_spec", lambda _name: None)

    code = run(command, ["fila"])

    assert (code, capsys.readouterr().err) == (
        2,
        f"Erro: falta a parte que fala com o PostgreSQL.\nOnde: {sys.executable}\n"
        'O que fazer: Instale o faturista de novo com ela: pipx install --force ".[postgres]"\n',
    )


def test_an_outage_is_said_once_and_one_alert_however_many_workers_saw_it(office: Office) -> None:
    said: list[str] = []
    workers = [Serving(office, {}, said.append, lambda _facts: None, owner=f"{name}:1") for name in ("um", "dois")]
    now = datetime(2026, 11, 3, 12, tzinfo=UTC)
    for worker in workers:
        worker._away.gone(now)
        worker._away.gone(now)

    with open_books(office) as books:
        for worker in workers:
            worker._away.back(books, now)
            worker._away.back(books, now)
        alerts = [item.seen for item in books.queue.open() if item.kind == "servidor"]

    assert alerts == ["o servidor do livro não respondeu a um de 03/11 09:00 a 09:00"]
    assert said == [
        *["O servidor do livro não responde. Nada é enviado até ele voltar; o trabalho continua dali."] * 2,
        *["O servidor do livro voltou a responder."] * 2,
    ]
