"""People of the office: made from the terminal the first time, then by whoever administers."""

import re

import pytest

from agent.accounting.opening import open_books
from agent.cli.edge import run
from agent.cli.main import command
from agent.config.office import Office
from tests.panel.conftest import Panel
from tests.panel.people import Person, words


def _told_password(text: str) -> str:
    found = re.search(r'<b class="codigo">([^<]+)</b>', text)
    assert found is not None
    return found[1]


def test_a_new_person_comes_in_with_the_password_that_was_shown_once(panel: Panel, ana: Person) -> None:
    made = ana.sends("/pessoas", {"nome": "Rita Prado", "papel": "contador", "clinica": ""}, seen="/pessoas")
    secret = _told_password(made.text)
    with Person.at(panel.url) as rita:
        entered = rita.signs_in("rita  prado", secret)

    assert (entered.headers["location"], secret in ana.sees("/pessoas").text) == ("/quadro", False)


@pytest.mark.parametrize(
    "fields",
    [
        {"nome": "Olga", "papel": "operador", "clinica": ""},
        {"nome": "  ", "papel": "operador", "clinica": ""},
        {"nome": "Nova", "papel": "dono", "clinica": ""},
        {"nome": "Nova", "papel": "clinica", "clinica": ""},
        {"nome": "Nova", "papel": "operador", "clinica": "aurora"},
        {"nome": "Nova", "papel": "clinica", "clinica": "outra"},
    ],
)
def test_what_does_not_fit_lets_nobody_in(fields: dict[str, str], panel: Panel, ana: Person) -> None:
    answer = ana.sends("/pessoas", fields, seen="/pessoas")
    with open_books(panel.office) as ledger:
        count = len(ledger.members.all())

    assert (answer.status_code, count) == (409, 6)


def test_another_role_takes_effect_at_once_and_ends_what_was_open(panel: Panel, ana: Person) -> None:
    with Person.at(panel.url) as olga:
        olga.signs_in("Olga")
        with open_books(panel.office) as ledger:
            member = ledger.members.called("olga")
        assert member is not None
        fields = {"papel": "contador", "clinica": "", "ativo": "1", "ato": "papel"}
        ana.sends(f"/pessoas/{member.id}", fields, seen="/pessoas")
        out = olga.sees("/quadro").status_code
        olga.signs_in("Olga")
        day = olga.sees("/dia").status_code

    assert (out, day) == (303, 403)


def test_nobody_locks_themselves_out(panel: Panel, ana: Person) -> None:
    with open_books(panel.office) as ledger:
        member = ledger.members.called("Ana")
    assert member is not None
    answer = ana.sends(f"/pessoas/{member.id}", {"papel": "contador", "ato": "papel"}, seen="/pessoas")

    assert (answer.status_code, ana.sees("/pessoas").status_code) == (409, 200)


def test_who_saw_and_did_what_is_shown_to_whoever_administers(panel: Panel, ana: Person) -> None:
    with Person.at(panel.url) as aurora:
        aurora.signs_in("Aurora")
        aurora.sees("/mes/2")
        aurora.sees("/pessoas")
    text = words(ana.sees("/pessoas"))

    assert "Aurora : mês, Consultório Dra. Aurora Lindner /mes/2" in text
    assert "Aurora : pessoas (recusado) /pessoas" in text


def test_the_first_person_is_made_at_the_terminal(
    year: Office, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agent.cli.person.getpass.getuser", lambda: "ana")
    words_ = ["painel", "--pasta", str(year.folder), "--pessoa", "Zilda", "--papel", "administrador", "--gerar"]
    code = run(command, words_)
    shown = capsys.readouterr()
    with open_books(year) as ledger:
        zilda = ledger.members.called("zilda")
        event = ledger.events.all()[-1]

    assert zilda is not None
    assert (code, zilda.papel, zilda.senha.startswith("$argon2id$"), len(shown.out.strip())) == (
        0,
        "administrador",
        True,
        16,
    )
    assert (event.kind, event.actor) == ("membro.criado", "ana")
    assert shown.out.strip() not in str(event)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["--pessoa", "Ana", "--papel", "operador"], 'Erro: "Ana" já existe.'),
        (["--pessoa", "Zé", "--papel", "dono", "--gerar"], 'Erro: não há o papel "dono".'),
        (
            ["--pessoa", "Zé", "--papel", "clinica", "--gerar"],
            "Erro: só o papel clinica é de uma clínica, e sempre de uma.",
        ),
    ],
)
def test_what_does_not_fit_is_told_at_the_terminal(
    asked: list[str], told: str, year: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(command, ["painel", "--pasta", str(year.folder), *asked])

    assert (code, capsys.readouterr().err.splitlines()[0]) == (2, told)
