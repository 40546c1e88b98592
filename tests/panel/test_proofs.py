"""Files of evidence: given as files, or looked at with everything in them that could act switched off."""

import gzip
from dataclasses import dataclass

import pytest

from agent.model.registro import Evidence
from tests.ledger.office import movimento, registro
from tests.panel.conftest import Panel
from tests.panel.people import Person, words

PAGE = b"<h1>Confer\xc3\xaancia</h1>"


@dataclass(frozen=True)
class Kept:
    """A reading of a month whose evidence a test chose: where it is, and an entry that it shows."""

    path: str
    entry: str


def _keep(panel: Panel, evidence: Evidence, times: int = 1) -> Kept:
    with panel.house.books() as ledger:
        mes = ledger.months.all()[1]
        entry = ledger.entries.of(mes)[0]
        for _ in range(times):
            row = movimento(entry, movimento=entry.movimento)
            ledger.records.save(mes, registro([row], portal=mes.portal, evidence=evidence))
        proof = next(p for p in ledger.trail.proofs(mes) if p.reading)
    return Kept(f"/prova/{mes.id}/{proof.sha256}", f"/lancamento/{entry.id}")


def test_a_packed_page_is_unpacked_for_whoever_looks(panel: Panel, ana: Person) -> None:
    kept = _keep(panel, Evidence("html.gz", "relatório", gzip.compress(PAGE)))
    file, look = ana.sees(kept.path), ana.sees(f"{kept.path}?ver=1")

    assert (file.content, look.content) == (PAGE, PAGE)
    assert file.headers["content-disposition"].endswith('.html"')
    assert "content-disposition" not in look.headers
    assert look.headers["content-security-policy"] == (
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'"
    )


@pytest.mark.parametrize(("kind", "content"), [("html.gz", b"\x1f\x8bnada"), ("exe", b"MZ"), ("pdf", b"%PDF-1.4")])
def test_what_is_damaged_or_not_for_looking_at_is_given_as_a_file(
    kind: str, content: bytes, panel: Panel, ana: Person
) -> None:
    kept = _keep(panel, Evidence(kind, "coisa", content))
    answer = ana.sees(f"{kept.path}?ver=1")

    assert (answer.content, answer.headers["content-disposition"].startswith("attachment; ")) == (content, True)
    assert answer.headers["content-security-policy"] == "sandbox; default-src 'none'"


def test_a_picture_stands_in_the_entrys_own_page(panel: Panel, ana: Person) -> None:
    kept = _keep(panel, Evidence("png", "tela do portal", b"\x89PNG"))

    assert f'<img src="{kept.path}?ver=1" alt="tela do portal"' in ana.sees(kept.entry).text


def test_the_same_page_seen_three_times_is_one_file(panel: Panel, ana: Person) -> None:
    kept = _keep(panel, Evidence("html", "relatório de conferência", PAGE), times=3)
    text = words(ana.sees(kept.entry))

    assert (text.count("relatório de conferência"), "2 vezes mais sem mudança" in text) == (1, True)


def test_a_file_that_is_gone_is_answered_as_nothing(panel: Panel, ana: Person) -> None:
    kept = _keep(panel, Evidence("html", "relatório", PAGE))
    for file in panel.office.evidencias.rglob(f"{kept.path.rsplit('/', 1)[1]}.*"):
        file.unlink()

    assert ana.sees(kept.path).status_code == 404
