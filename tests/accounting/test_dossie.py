"""What leaves the office says of what, for whom and why, and nothing more than was asked."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from agent.accounting.dossie import Asked, make_dossie
from agent.accounting.incident import Period, make_incident
from agent.accounting.opening import open_books
from agent.cli.edge import run
from agent.cli.main import command
from agent.config.load import load_office
from agent.config.office import Office
from agent.ledger.evidence import Of
from agent.ledger.evidence_files import EvidenceFiles
from agent.ledger.store import Ledger
from agent.model.errors import InputError
from agent.model.registro import Evidence
from portals.browser.evidence import html_evidence
from tests.config.office_file import write_office
from tests.ledger.office import Clock, confirmed, lancamento, movimento
from tests.ledger.office import Office as Month

PAGE = "<script>alert(1)</script><p>Beltrana Inventada 1</p>"
DAY = date(2026, 11, 3)


@dataclass(frozen=True)
class Told:
    """An office with three entries of a month: the first with a page of its own, all in one reading."""

    office: Office
    month: Month

    @property
    def ledger(self) -> Ledger:
        return self.month.ledger

    def asked(self, **more: object) -> Asked:
        values = {"destinatario": "IPASEM, auditoria", "motivo": "auditoria de outubro", "who": "Ana", **more}
        return Asked([self.month.mes], **values)  # type: ignore[arg-type]

    def period(self, **more: object) -> Period:
        values = {"desde": DAY, "ate": DAY, "destinatario": "ANPD", "motivo": "notebook furtado", "who": "Ana", **more}
        return Period(**values)  # type: ignore[arg-type]


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Told]:
    office = load_office(write_office(tmp_path / "escritorio"))
    with Ledger.open(":memory:", journal=None, clock=Clock(), evidence_dir=EvidenceFiles(office.evidencias)) as ledger:
        month = Month.at(ledger, Clock(), lambda: ledger)
        month.import_(lancamento(1), lancamento(2), lancamento(3, numero_carteira="0070001"))
        first, second, _ = ledger.entries.of(month.mes)
        ledger.attempts.confirm(month.intent(first), confirmed(first), [html_evidence(PAGE, "tela")])
        month.read(movimento(first), taken_at=Clock()())
        ledger.evidence.add(Of(month.mes.id, (second.id,), "recusa"), Evidence("jpeg", "tela", b"\xff\xd8"))
        yield Told(office, month)


def _files(path: Path) -> dict[str, bytes]:
    with ZipFile(BytesIO(path.read_bytes())) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_a_dossier_holds_index_history_proofs_and_the_hash_of_every_file(told: Told) -> None:
    made = make_dossie(told.office, told.ledger, told.asked(), Clock()())

    files = _files(made.path)
    index = files["indice.html"].decode()
    lines = [line.split("  ") for line in files.pop("resumos.txt").decode().splitlines()]
    sums = {name: sha for sha, name in lines}
    assert sums == {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    assert (made.entries, made.proofs, made.missing, made.sha256) == (
        *(3, 3, 0),
        hashlib.sha256(made.path.read_bytes()).hexdigest(),
    )
    assert [
        part in index for part in ("IPASEM, auditoria", "auditoria de outubro", "Lida da planilha.", "Beltrana")
    ] == [
        *(True, True, True),
        False,
    ]
    assert sorted(re.sub(r"[0-9a-f]{12,}", "*", name) for name in files) == [
        "indice.html",
        "originais/*.html",
        "originais/*.html.gz",
        "provas/0001-*.html",
        "provas/0002-*.html",
        "provas/0003-*.jpeg",
    ]


def test_a_page_in_it_is_kept_as_it_was_and_shown_with_nothing_that_acts(told: Told) -> None:
    made = make_dossie(told.office, told.ledger, told.asked(), Clock()())

    files = _files(made.path)
    (kept,) = [content for name, content in files.items() if name.endswith(".html.gz")]
    shown = next(content for content in files.values() if PAGE.encode() in content)
    assert (hashlib.sha256(kept).hexdigest(), shown.startswith(b'<meta http-equiv="Content-Security-Policy"')) == (
        hashlib.sha256(html_evidence(PAGE, "").content).hexdigest(),
        True,
    )


def test_of_one_authorisation_only_its_own_screens_are_in_it(told: Told) -> None:
    made = make_dossie(told.office, told.ledger, told.asked(numero="000002"), Clock()())

    assert (made.entries, next(name for name in _files(made.path) if name.startswith("provas/"))[-4:], made.proofs) == (
        1,
        "jpeg",
        1,
    )


def test_names_are_in_the_index_only_when_asked_for(told: Told) -> None:
    made = make_dossie(told.office, told.ledger, told.asked(nomes=True), Clock()())

    assert "Beltrana Inventada 1, 0070001" in _files(made.path)["indice.html"].decode()


def test_a_name_that_would_leave_the_folder_does_not(told: Told) -> None:
    made = make_dossie(told.office, told.ledger, told.asked(destinatario="../../../etc/Ânimo"), Clock()())

    assert (made.path.parent, made.path.name) == (told.office.saida, "dossie-etc-nimo-20261103-090000.zip")


def test_who_got_it_and_why_is_in_the_chain_without_a_patient(told: Told) -> None:
    made = make_dossie(told.office, told.ledger, told.asked(nomes=True), Clock()())

    event = told.ledger.events.all()[-1]
    assert (event.kind, event.actor, event.body) == (
        "dossie.feito",
        "Ana",
        {
            "destinatario": "IPASEM, auditoria",
            "motivo": "auditoria de outubro",
            "scope": "sorriso, ipasem, 10/2026",
            "sha256": made.sha256,
            "entries": 3,
            "months": [told.month.mes.id],
        },
    )


def test_a_proof_that_is_gone_is_said_to_be_missing(told: Told) -> None:
    (picture,) = told.office.evidencias.rglob("*.jpeg")
    picture.unlink()

    made = make_dossie(told.office, told.ledger, told.asked(), Clock()())

    assert (made.missing, "não está neste dossiê: O arquivo não está" in _files(made.path)["indice.html"].decode()) == (
        1,
        True,
    )


def test_nothing_in_scope_is_no_dossier(told: Told) -> None:
    with pytest.raises(InputError, match="não há lançamento nesse recorte"):
        make_dossie(told.office, told.ledger, told.asked(numero="9"), Clock()())


def test_an_incident_report_counts_entries_and_persons_without_names(told: Told) -> None:
    made = make_incident(told.office, told.ledger, told.period(), Clock()())

    files = _files(made.path)
    rows = files["pessoas.csv"].decode("utf-8-sig").splitlines()
    index = files["indice.html"].decode()
    assert (made.entries, len(rows) - 1, sum(int(row.split(";")[3]) for row in rows[1:])) == (3, 2, 3)
    assert [word in index + "".join(rows) for word in ("Beltrana", "0070001", "P-", "teste", "2 pessoas")] == [
        *(False, False),
        *(True, True, True),
    ]
    assert rows[1].split(";")[4].startswith("nome, carteira, autorização")


def test_two_reports_give_a_person_two_pseudonyms(told: Told) -> None:
    times = [Clock()() + timedelta(minutes=minute) for minute in range(2)]
    made = [make_incident(told.office, told.ledger, told.period(), now) for now in times]
    people = [set(re.findall(rb"P-[0-9a-f]{10}", _files(one.path)["pessoas.csv"])) for one in made]

    assert ([len(some) for some in people], people[0] & people[1]) == ([2, 2], set())


def test_an_incident_with_names_and_of_people_already_erased(told: Told) -> None:
    named = _files(make_incident(told.office, told.ledger, told.period(nomes=True), Clock()()).path)
    told.ledger.entries.forget_people(told.month.mes)
    erased = _files(make_incident(told.office, told.ledger, told.period(), Clock()()).path)["indice.html"].decode()

    assert b"Beltrana Inventada 1" in named["pessoas.csv"]
    assert ("0 pessoas" in erased, "Mais 3 lançamentos" in erased) == (True, True)


@pytest.mark.parametrize(
    "more", [{"desde": date(2026, 11, 4), "ate": date(2026, 11, 5)}, {"clinicas": ("passo-firme",)}]
)
def test_what_was_not_touched_then_or_there_is_not_in_it(told: Told, more: dict[str, object]) -> None:
    made = make_incident(told.office, told.ledger, told.period(**more), Clock()())

    assert (made.entries, "O livro não registra nada" in _files(made.path)["indice.html"].decode()) == (0, True)


def test_the_commands_pack_show_and_say_what_they_lack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_office(tmp_path / "escritorio")
    monkeypatch.chdir(folder)
    monkeypatch.setattr("agent.vault.sealed._stretched", lambda key, salt: hashlib.sha256(key + salt).digest())
    with open_books(load_office(folder)) as ledger:
        month = Month.at(ledger, Clock(), lambda: ledger)
        (entry,) = month.entries(1)
        ledger.evidence.add(Of(month.mes.id, (entry.id,), "parada"), html_evidence(PAGE, "tela"))
        sha = ledger.trail.proofs(month.mes)[0].sha256
    who = ("--para", "IPASEM", "--motivo", "auditoria")

    codes = [
        run(command, ["evidencia", sha[:10], "--json"]),
        run(command, ["evidencia", "zzz"]),
        run(command, ["evidencia", "--lacrar"]),
        run(command, ["dossie", *who, "--competencia", "10/2026", "--portal", "ipasem", "--json"]),
        run(command, ["dossie", *who, "--competencia", "10/2026"]),
        run(command, ["dossie", *who, "--incidente", "--desde", "05/11/2026", "--ate", "01/11/2026"]),
        run(command, ["expurgar"]),
        run(command, ["expurgar", "--aprovar", "12345678"]),
        run(command, ["expurgar", "--terminar"]),
    ]

    out = capsys.readouterr()
    answers = json.JSONDecoder().raw_decode(out.out)[0]
    assert codes == [0, 2, 0, 0, 2, 2, 0, 2, 0]
    assert Path(answers["arquivo"]).read_text("utf-8") == PAGE
    assert len(list((folder / "saida").glob("dossie-ipasem-*.zip"))) == 1
    assert [part in out.err for part in ('não há a evidência "zzz"', "várias clínicas em vários portais")] == [
        True,
        True,
    ]
