"""Forms filled with anything, and bugs of ours: every answer is the panel's own, and says nothing it must not."""

from collections.abc import Iterator
from contextvars import copy_context
from pathlib import Path

import pytest

from agent.cli.crash import log_folder, write_crash
from agent.panel.app import PAGES, make_app
from agent.panel.serving import house_of
from portals.mock.server import serve
from tests.panel.conftest import CHEAP, NOW, Panel
from tests.panel.people import Person, words

ODD = (
    "",
    "\x00",
    "'; drop table membro; --",
    "<script>alert(1)</script>",
    "{{ 7 * 7 }}",
    "../../etc/passwd",
    "=HYPERLINK(1)",
    "é" * 500,
    "\u202e\ud7ff\U0001f600",
)
FIELDS = ("nome", "senha", "voltar", "papel", "clinica", "ativo", "ato", "estado", "codigo", "resposta")
QUERIES = ("mes", "q", "portal", "ver", "ordem", "clinica", "tudo", "voltar")


@pytest.fixture(scope="module")
def at_the_desk(shared: Panel) -> Iterator[Person]:
    """The administrator, signed in for all of these."""
    with Person.at(shared.url) as ana:
        ana.signs_in("Ana")
        yield ana


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_whatever_is_typed_into_a_form_is_answered_in_words(odd: str, at_the_desk: Person) -> None:
    forms = [page for page in PAGES if page.method == "POST" and page.path != "/sair" and not page.takes_file]
    names = {"numero": "2", "recebida": "0" * 16, "grupo": "clinica.aurora", "clinica": "aurora"}
    posts = [page.path.format(**names) for page in forms]
    codes = {path: at_the_desk.sends(path, dict.fromkeys(FIELDS, odd), seen="/quadro").status_code for path in posts}

    assert {path: code for path, code in codes.items() if code not in (200, 303, 401, 404, 409, 429)} == {}


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_whatever_a_file_is_called_or_holds_is_answered_in_words(odd: str, at_the_desk: Person) -> None:
    held = odd.encode("utf-8", "surrogatepass")
    named = at_the_desk.hands_in("aurora", f"{odd.encode('ascii', 'replace').decode()}.csv", held)
    whose = at_the_desk.hands_in(odd.encode("ascii", "replace").decode(), "outubro.csv", held)

    assert ({named.status_code, whose.status_code}, "<script>alert" in named.text + whose.text) == ({409}, False)


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_whatever_is_asked_in_an_address_is_answered_and_never_repeated_raw(odd: str, at_the_desk: Person) -> None:
    answers = [
        at_the_desk.client.get(path, params=dict.fromkeys(QUERIES, odd))
        for path in ("/quadro", "/quadro.csv", "/mes/1", "/mes/1/lancamentos.xlsx", "/glosas", "/entrar")
    ]

    assert {answer.status_code for answer in answers} <= {200, 303, 404}
    assert [answer for answer in answers if "<script>alert" in answer.text or words(answer) == "49"] == []


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\xff\xfe=%zz&token", "application/x-www-form-urlencoded"),
        (b"a=1&" * 20000, "application/x-www-form-urlencoded"),
        (b"--x\r\n\r\n--x--", "multipart/form-data; boundary=x"),
        (b"{}", "application/json"),
        (b"", ""),
    ],
)
def test_what_no_form_of_ours_sends_is_refused(content: bytes, kind: str, at_the_desk: Person) -> None:
    answer = at_the_desk.client.post("/pessoas", content=content, headers={"content-type": kind})

    assert (answer.status_code, "não veio do painel" in words(answer)) == (403, True)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"--x\r\nnothing like a part", "multipart/form-data; boundary=x"),
        (b"a=1", "multipart/form-data"),
        (b"token=1&clinica=aurora", "application/x-www-form-urlencoded"),
        (b"", ""),
    ],
)
def test_what_brings_no_file_as_our_form_does_is_refused(content: bytes, kind: str, at_the_desk: Person) -> None:
    answer = at_the_desk.client.post("/planilhas", content=content, headers={"content-type": kind})

    assert (answer.status_code, "não veio do painel" in words(answer)) == (403, True)


def test_a_bug_of_ours_is_told_with_its_record_and_without_what_it_was_about(
    panel: Panel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("Beltrana Inventada")

    monkeypatch.setattr("agent.panel.day.recent_turns", broken)
    log_folder.set(tmp_path / "registros")
    here = copy_context()  # the test's server runs in a thread of its own, the command's does not
    house = house_of(panel.office, passwords=CHEAP, broke=lambda error: here.run(write_crash, error, NOW))
    with serve(make_app(house)) as served, Person.at(served.url) as ana:
        ana.signs_in("Ana")
        answer = ana.sees("/dia")
    (record,) = (tmp_path / "registros").iterdir()

    assert (answer.status_code, str(record) in words(answer), "Beltrana" in answer.text) == (500, True, False)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert ("RuntimeError" in record.read_text("utf-8"), "Beltrana" in record.read_text("utf-8")) == (True, False)
