"""What was seen on a portal: kept as facts, with its evidence, never with a patient."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from agent.ledger.evidence import Of
from agent.ledger.store import Ledger
from agent.model.entry import State
from agent.model.errors import LedgerError
from agent.model.registro import Evidence
from tests.ledger.office import ACCOUNT, CLINICA, OUTUBRO, PORTAL, Clock, Office, confirmed, movimento


def test_a_reading_is_kept_without_the_patient(office: Office) -> None:
    row = movimento(office.entries(1)[0], situacao="Em digitação", dente="46", faces="MO")
    number = office.read(row)
    snapshot = office.ledger.records.get(number)
    assert snapshot is not None
    assert (snapshot.trusted, snapshot.fechado, snapshot.total_linhas, snapshot.total_valor, snapshot.movimentos) == (
        *(True, False, 1, 6500),
        (replace(row, beneficiario="", numero_carteira=""),),
    )


def test_a_draft_keeps_its_blanks(office: Office) -> None:
    draft = movimento(office.entries(1)[0], data=None, valor=None, codigo_procedimento="", finalizado=False)
    snapshot = office.ledger.records.get(office.read(draft))
    assert snapshot is not None
    assert snapshot.movimentos == (replace(draft, beneficiario="", numero_carteira=""),)


def test_the_latest_trusted_reading_passes_over_one_that_does_not_add_up(office: Office) -> None:
    row = movimento(office.entries(1)[0])
    trusted, untrusted = office.read(row), office.read(row, total_valor=1)
    latest = [office.ledger.records.latest(office.mes, trusted=flag) for flag in (True, False)]
    assert [each and each.id for each in latest] == [trusted, untrusted]


def test_a_month_that_was_never_read_has_no_reading(office: Office) -> None:
    assert office.ledger.records.latest(office.mes) is None


def test_the_same_report_twice_is_one_piece_of_evidence_and_two_readings(office: Office) -> None:
    row = movimento(office.entries(1)[0])
    first, second = office.ledger.records.get(office.read(row)), office.ledger.records.get(office.read(row))
    assert first is not None
    assert second is not None
    assert (first.id != second.id, first.evidence_sha256) == (True, second.evidence_sha256)


def test_a_foreign_row_is_one_open_problem(office: Office) -> None:
    row = movimento(office.entries(1)[0], movimento="m77")
    for _ in range(2):
        office.ledger.records.foreign(office.mes, row, office.read(row))
    assert [(p.kind, p.ref, p.state) for p in office.ledger.records.problems(office.mes)] == [
        ("linha_alheia", "m77", "open")
    ]


def test_a_foreign_row_without_a_number_is_told_by_its_key(office: Office) -> None:
    row = movimento(office.entries(1)[0], movimento="")
    office.ledger.records.foreign(office.mes, row, office.read(row))
    assert [p.ref for p in office.ledger.problems.of(office.mes)] == ["000001/10101012///2026-10-05/1"]


def test_evidence_is_a_file_named_by_its_content(tmp_path: Path) -> None:
    evidence = Evidence("html", "relatório", b"<p>relat\xc3\xb3rio</p>")
    name = sha256(evidence.content).hexdigest()
    with Ledger.open(":memory:", journal=None, clock=Clock(), evidence_dir=tmp_path) as ledger:
        mes = ledger.months.open(CLINICA, PORTAL, ACCOUNT, OUTUBRO)
        for _ in range(2):
            ledger.evidence.add(Of(mes.id, (), "parada"), evidence)
        kept = [(proof.sha256, proof.of) for proof in ledger.trail.proofs(mes)]
    files = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()]
    assert (files, kept) == ([f"{name[:2]}/{name}.html"], [(name, "parada")] * 2)
    assert (tmp_path / files[0]).read_bytes() == evidence.content


def test_what_a_confirmed_entry_showed_is_in_the_chain_with_the_confirmation(office: Office) -> None:
    one, other = office.entries(2)
    intent = office.intent(one, other)
    seen = Evidence("html.gz", "lançamento", b"tela")
    office.ledger.attempts.confirm(intent, confirmed(one, other), [seen])
    (proof,) = office.ledger.trail.proofs(office.mes)
    kept = office.ledger.events.all(office.mes.id)[-1]
    assert (proof.entries, proof.of, proof.name) == ((one.id, other.id), "lançamento", "lançamento")
    assert (kept.kind, kept.body["sha256"]) == ("evidencia.guardada", sha256(b"tela").hexdigest())
    assert office.ledger.auditor.audit().findings == ()


def test_a_confirmation_whose_page_cannot_be_kept_is_committed_all_the_same(office: Office, tmp_path: Path) -> None:
    (tmp_path / "provas").write_text("não é uma pasta")
    with office.again(evidence_dir=tmp_path / "provas") as ledger:
        again = Office(ledger, office.clock, office.mes, office.lease, office.again)
        (entry,) = again.entries(1)
        with pytest.raises(LedgerError, match="a evidência não pôde ser gravada"):
            ledger.attempts.confirm(again.intent(entry), confirmed(entry), [Evidence("html.gz", "tela", b"x")])
        assert (again.states(), ledger.trail.proofs(again.mes)) == ([State.LANCADA], [])


def test_evidence_that_cannot_be_written_stops_with_what_to_do(tmp_path: Path) -> None:
    blocked = tmp_path / "provas"
    blocked.write_text("não é uma pasta")
    with Ledger.open(":memory:", journal=None, clock=Clock(), evidence_dir=blocked) as ledger:
        with pytest.raises(LedgerError, match="a evidência não pôde ser gravada"):
            ledger.evidence.add(Of(1, (), "parada"), Evidence("png", "tela", b"x"))
        assert ledger.events.all() == []
