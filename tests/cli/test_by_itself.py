"""The commands of an office that works by itself: what they ask, what they say, how they end."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from agent.cli import atender, avisos
from agent.cli.edge import run
from agent.cli.main import command
from agent.runner.desk import Desk
from tests.cli.test_fila import CLOSE, STATE
from tests.ledger.by_itself import ASKED
from tests.schedule.notation import at
from tests.schedule.office import BARE, office_in
from tests.schedule.working import Working, working


class Nobody:
    """A presence of a sitting whose person ticks at once."""

    def awaited(self, portal: str, what: str, text: str) -> None:
        """Done."""

    def done(self, portal: str, what: str) -> None:
        """Done."""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Working:
    """One clinic's office in the current folder, at whose desk the command sits; the person is there."""
    made = working(tmp_path, 1, "03/11 09:00")

    @contextmanager
    def desk(*_: object, **__: object) -> Iterator[Desk]:
        with made.desk() as desk:
            yield replace(desk, presence=lambda _clinica: Nobody())

    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FATURISTA_PASTA", raising=False)
    monkeypatch.setattr("getpass.getuser", lambda: "ana")
    monkeypatch.setattr(atender, "open_desk", desk)
    return made


def ask(office: Working) -> None:
    with office.open_ledger() as ledger:
        ledger.queue.ask(replace(ASKED, clinica="c0"))
        ledger.queue.ask(replace(CLOSE, clinica="c0"))


def waiting(office: Working) -> list[str]:
    with office.open_ledger() as ledger:
        return [item.kind for item in ledger.queue.open()]


def test_a_sitting_enters_what_waits_and_leaves_the_approvals_without_a_person(
    office: Working, capsys: pytest.CaptureFixture[str]
) -> None:
    ask(office)

    code = run(command, ["atender", "--json"])

    seen = capsys.readouterr()
    assert (code, json.loads(seen.out)) == (
        1,
        {
            "entradas": [
                {"clinica": "c0", "portal": "ipasem", "entered": True, "person": True, "text": "entrada feita"}
            ],
            "aprovacoes_pendentes": 1,
        },
    )
    assert (seen.err, waiting(office)) == ("1 de 1: c0 em ipasem: entrada feita\n", ["aprovar"])


@pytest.mark.parametrize(("typed", "left"), [(STATE[:6], []), ("", ["aprovar"])])
def test_a_closing_is_approved_by_its_code_and_by_nothing_else(
    office: Working, monkeypatch: pytest.MonkeyPatch, typed: str, left: list[str]
) -> None:
    ask(office)
    monkeypatch.setattr("agent.cli.terminal.Terminal.ask", property(lambda _self: lambda _prompt: typed))

    run(command, ["atender"])

    assert waiting(office) == left


def test_every_login_is_entered_before_it_is_asked_for(office: Working, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(command, ["atender", "--todas", "--portal", "ipasem"])

    assert (code, capsys.readouterr().out) == (
        0,
        "1 de 1 entradas feitas; 0 aprovações ainda esperam.\n",
    )
    assert office.insurers["ipasem"].alive["u-c0"] == at("03/11 19:00")


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office without agenda and notices, in the current folder."""
    office_in(tmp_path, BARE)
    (tmp_path.parent / "chave").write_bytes(b"0123456789abcdef")
    (tmp_path.parent / "chave").chmod(0o600)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FATURISTA_PASTA", raising=False)
    monkeypatch.setenv("FATURISTA_CHAVE_ARQUIVO", str(tmp_path.parent / "chave"))
    return tmp_path


@pytest.mark.usefixtures("bare")
def test_an_office_without_an_agenda_is_not_served(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(command, ["servir", "--uma-vez"])

    assert (code, capsys.readouterr().err.splitlines()[0]) == (
        2,
        "Erro: nenhum portal tem agenda; não há o que fazer sozinho.",
    )


@pytest.mark.usefixtures("bare")
def test_notices_without_a_way_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(command, ["avisos"])

    assert (code, capsys.readouterr().err.splitlines()[0]) == (2, "Erro: não há por onde mandar avisos.")


class Way:
    """A way that keeps what went through it."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    def send(self, title: str, body: str) -> None:
        self.sent.append(title)


@pytest.mark.usefixtures("bare")
def test_a_secret_is_kept_and_a_test_notice_goes_every_way(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    way = Way()
    monkeypatch.setattr(avisos, "office_senders", lambda *_: [way])
    monkeypatch.setattr("sys.stdin.readline", lambda: "segredo-do-correio\n")

    codes = [run(command, ["avisos", "--senha", "--stdin"]), run(command, ["avisos"])]

    out = capsys.readouterr().out
    assert (codes, way.sent, "segredo" in out) == ([0, 0], ["faturista: aviso de teste"], False)
