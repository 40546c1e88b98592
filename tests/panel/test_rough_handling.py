"""Forms filled with anything, and bugs of ours: every answer is the panel's own, and says nothing it must not."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from contextvars import copy_context
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from agent.accounting.opening import open_books
from agent.cli.crash import log_folder, write_crash
from agent.panel.app import PAGES, make_app
from agent.panel.rendering import TEMPLATES
from agent.panel.serving import house_of
from agent.panel.settings_fields import groups
from agent.panel.visit import Page
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
FORMS = [page for page in PAGES if page.method == "POST" and page.path != "/sair" and not page.takes_file]
_WRITTEN = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.html"))
NAMES = sorted(
    {name for name in re.findall(r'name="([a-z_]+)"', _WRITTEN) if name != "token"}
    | {campo.chave for grupo in groups({"portais": {"ipasem": {}}}) for s in grupo.secoes for campo in s.campos}
    | {"l.1", "l.x", "segunda_pessoa.fechar"}
)
LIKELY = (
    "1",
    "sim",
    "não",
    "aurora",
    "ipasem",
    "enviado",
    "respondido",
    "10,00",
    "2026-12-01",
    "administrador",
    "07:00-",
)
VALUES = st.one_of(st.sampled_from([*LIKELY, *ODD]), st.text(max_size=40))
QUERIES = ("mes", "q", "portal", "ver", "ordem", "clinica", "tudo", "voltar")


@dataclass(frozen=True)
class Desk:
    """The administrator with every form of the panel, and how the office stands."""

    panel: Panel
    person: Person
    token: str

    def sends(self, form: Page, fields: Mapping[str, str]) -> httpx.Response:
        """Sends a form that stands on nobody's page."""
        names = {"numero": "2", "recebida": "0" * 16, "grupo": "clinica.aurora", "clinica": "aurora", "recurso": "1"}
        more = {"lancamento": "1", "mes": "2", "pendencia": "1"}
        return self.person.client.post(form.path.format(**names, **more), data=dict(fields))

    def plausible(self, form: Page) -> dict[str, str]:
        """What brings a form past its first questions."""
        content = self.panel.office.file.read_text(encoding="utf-8").encode()
        known = {"secao": "clinicas.aurora", "arquivo": hashlib.sha256(content).hexdigest(), "portal": "ipasem"}
        return known if form.path.startswith("/configuracoes") else {}

    def state(self) -> tuple[object, ...]:
        """The end of the chain, the settings, and what lies in the folders that the panel writes to."""
        office = self.panel.office
        with open_books(office) as ledger:
            end, members = ledger.events.end(), ledger.members.all()
        places = (office.painel, office.mapeamentos, office.saida, office.cofre)
        files = [path for place in places if place.exists() for path in place.rglob("*") if path.is_file()]
        return end, members, office.file.read_bytes(), sorted(map(str, files))


@pytest.fixture(scope="module")
def desk(shared: Panel, at_the_desk: Person) -> Desk:
    """A desk at which all forms are sent."""
    page = at_the_desk.sees("/pessoas").text
    found = re.search(r'name="token" value="([^"]+)"', page)
    assert found is not None
    shared.house.environ = {"FATURISTA_CHAVE_ARQUIVO": str(shared.office.folder.parent / "nenhuma")}
    return Desk(shared, at_the_desk, found[1])


@pytest.fixture(scope="module")
def at_the_desk(shared: Panel) -> Iterator[Person]:
    """The administrator, signed in for all of these."""
    with Person.at(shared.url) as ana:
        ana.signs_in("Ana")
        yield ana


@pytest.mark.parametrize("form", FORMS, ids=lambda page: page.path)
@settings(max_examples=6, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate])
@given(fields=st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=8))
def test_whatever_is_typed_into_a_form_is_answered_in_words(form: Page, fields: dict[str, str], desk: Desk) -> None:
    answer = desk.sends(form, desk.plausible(form) | fields | {"token": desk.token})

    assert answer.status_code in (200, 303, 401, 404, 409, 429)
    assert "<script>alert" not in answer.text


@settings(max_examples=2, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate])
@given(fields=st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=8), token=st.text(max_size=60))
def test_no_form_changes_anything_without_the_token_of_its_page(fields: dict[str, str], token: str, desk: Desk) -> None:
    before = desk.state()
    codes = {
        (form.path, desk.sends(form, desk.plausible(form) | fields | brought).status_code)
        for form in FORMS
        for brought in ({"token": token}, {"token": desk.token[::-1]}, {})
    }

    assert ({code for _, code in codes}, desk.state() == before) == ({403}, True)


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
