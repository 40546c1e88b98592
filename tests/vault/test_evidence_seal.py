"""Evidence lies sealed on the disk, opens for whoever has the vault's key, and for nobody else."""

import hashlib
import shutil
from pathlib import Path

import pytest

from agent.config.load import load_office
from agent.config.office import Office
from agent.ledger.copying import copy_evidence
from agent.ledger.evidence_files import EvidenceFiles
from agent.ledger.store import Ledger
from agent.model.errors import EvidenceAltered, EvidenceClosed, EvidenceGone, SetupError
from agent.model.registro import Evidence
from agent.runner.sealing import evidence_of
from agent.vault.key import VARIABLE, changed_key
from agent.vault.opening import evidence_keys, open_seal, open_vault
from agent.vault.vault import Password
from tests.config.office_file import write_office
from tests.ledger.office import Clock, movimento, registro
from tests.ledger.office import Office as Month

PAGE = "Beltrana Inventada 1, matrícula 0070001".encode()
SHA = hashlib.sha256(PAGE).hexdigest()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The key is stretched as a matter of a moment: what is proved here does not lean on how long that takes."""
    monkeypatch.setattr("agent.vault.sealed._stretched", lambda key, salt: hashlib.sha256(key + salt).digest())


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return load_office(write_office(tmp_path / "escritorio"))


@pytest.fixture
def key(tmp_path: Path) -> Path:
    return _key(tmp_path / "chave", "chave-inventada-1")


@pytest.fixture
def environ(key: Path) -> dict[str, str]:
    return {VARIABLE: str(key)}


@pytest.fixture
def files(office: Office, environ: dict[str, str]) -> EvidenceFiles:
    return evidence_of(office, environ)


def _key(path: Path, text: str) -> Path:
    path.touch(mode=0o600)
    path.write_text(text, encoding="ascii")
    return path


def _on_disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_a_file_keeps_its_name_and_opens_in_another_run_and_its_content_is_on_no_disk(
    files: EvidenceFiles, office: Office, environ: dict[str, str]
) -> None:
    written = files.write(SHA, "html", PAGE)

    assert (written.name, b"Beltrana" in _on_disk(office.folder)) == (f"{SHA}.html.cofre", False)
    assert evidence_of(office, environ).read(SHA, "html") == PAGE
    assert list(files.names()) == [(SHA, "html")]


def test_the_same_content_twice_is_one_file(files: EvidenceFiles, office: Office) -> None:
    before, again = (files.write(SHA, "html", PAGE).read_bytes() for _ in range(2))

    assert (before == again, len(list(office.evidencias.glob("??/*")))) == (True, 1)


def test_a_ledger_finds_its_sealed_evidence_sound_and_an_altered_file_not(files: EvidenceFiles, office: Office) -> None:
    with Ledger.open(":memory:", journal=None, clock=Clock(), evidence_dir=files) as ledger:
        month = Month.at(ledger, Clock(), lambda: ledger)
        row = movimento(month.entries(1)[0])
        ledger.records.save(month.mes, registro([row], evidence=Evidence("html", "relatório", PAGE)))
        sound = ledger.auditor.audit()
        (file,) = office.evidencias.rglob("??/*.cofre")
        file.write_bytes(file.read_bytes()[:-1] + b"x")
        altered = ledger.auditor.audit()

    assert (sound.findings, sound.evidence, b"Beltrana" in _on_disk(office.folder)) == ((), 1, False)
    assert [finding.text for finding in altered.findings] == [
        f"{SHA[:12]}… (relatório, 2026-11-03): o arquivo não é o que foi guardado"
    ]


@pytest.mark.parametrize("damage", [b"", b"nada", b"faturista-prova-1\n123"])
def test_what_was_never_sealed_so_is_altered(damage: bytes, files: EvidenceFiles) -> None:
    files.write(SHA, "html", PAGE).write_bytes(damage)

    with pytest.raises(EvidenceAltered):
        files.read(SHA, "html")


def test_one_file_in_anothers_place_is_altered(files: EvidenceFiles) -> None:
    other = hashlib.sha256(b"outra").hexdigest()
    shutil.copyfile(files.write(SHA, "html", PAGE), files.write(other, "html", b"outra"))

    with pytest.raises(EvidenceAltered):
        files.read(other, "html")


def test_a_file_that_is_gone_is_said_to_be(files: EvidenceFiles) -> None:
    with pytest.raises(EvidenceGone, match="não está na pasta de evidências"):
        files.read(SHA, "html")


def test_what_an_earlier_version_left_plain_is_read_and_sealed_once(files: EvidenceFiles, office: Office) -> None:
    EvidenceFiles(office.evidencias).write(SHA, "html", PAGE)
    other = office.evidencias / "00" / f"{'0' * 64}.html"
    other.parent.mkdir()
    other.write_bytes(b"outra coisa")

    plain = files.read(SHA, "html")
    sealed = [files.seal_older(), files.seal_older()]

    assert (plain, sealed, files.read(SHA, "html")) == (PAGE, [1, 0], PAGE)
    assert files.older() == [other]  # not what it was named for: it stays for whoever looks into it


def test_without_the_key_nothing_new_is_written_plain(files: EvidenceFiles, office: Office, key: Path) -> None:
    open_vault(office, {VARIABLE: str(key)}).set_password("sorriso", "ipasem", Password("segredo"))
    key.unlink()

    with pytest.raises(SetupError, match="a chave do cofre não foi encontrada"):
        files.write(SHA, "html", PAGE)
    assert not list(office.evidencias.glob("??/*"))


def test_with_another_key_the_old_is_closed_the_audit_says_so_and_the_new_is_kept(
    files: EvidenceFiles, office: Office, tmp_path: Path
) -> None:
    other = evidence_of(office, {VARIABLE: str(_key(tmp_path / "outra", "chave-inventada-2"))})
    with Ledger.open(":memory:", journal=None, clock=Clock(), evidence_dir=files) as ledger:
        month = Month.at(ledger, Clock(), lambda: ledger)
        month.read(evidence=Evidence("html", "relatório", PAGE))
        with Ledger.open(ledger.database, journal=None, clock=Clock(), evidence_dir=other) as later:
            Month(later, month.clock, month.mes, month.lease, month.again).read(
                evidence=Evidence("html", "relatório", b"nova")
            )
            audit = later.auditor.audit()

    with pytest.raises(EvidenceClosed, match="Restaure a sua cópia da chave do cofre"):
        other.read(SHA, "html")
    assert (audit.evidence, [finding.text for finding in audit.findings]) == (
        1,
        ["1 não abrem: a chave que as cifrou não está neste computador; o conteúdo delas não pôde ser conferido"],
    )
    assert files.read(SHA, "html") == PAGE


def test_a_changed_vault_key_leaves_every_file_as_it_is_and_all_of_it_opens(
    files: EvidenceFiles, office: Office, key: Path, environ: dict[str, str]
) -> None:
    before = files.write(SHA, "html", PAGE).read_bytes()
    with changed_key(key):
        evidence_keys(office, environ).seal_anew()
    later = evidence_of(office, environ)

    assert (later.read(SHA, "html"), later.write(SHA, "html", PAGE).read_bytes()) == (PAGE, before)


def test_what_comes_after_a_new_key_is_sealed_with_it_and_the_old_opens_still(
    files: EvidenceFiles, office: Office, environ: dict[str, str]
) -> None:
    first = files.write(SHA, "html", PAGE).read_bytes()
    open_seal(office, environ).renew()
    name = hashlib.sha256(b"nova").hexdigest()
    second = evidence_of(office, environ).write(name, "html", b"nova").read_bytes()

    head = len(b"faturista-prova-1\n")
    assert (first[:head] == second[:head], first[head : head + 8] == second[head : head + 8]) == (True, False)
    assert [evidence_of(office, environ).read(*each) for each in ((SHA, "html"), (name, "html"))] == [PAGE, b"nova"]


def test_two_first_runs_at_once_make_two_keys_and_both_open(office: Office, environ: dict[str, str]) -> None:
    one, two = open_seal(office, environ), open_seal(office, environ)
    one.renew()
    two.renew()
    sealed = [seal.seal("a.html", PAGE) for seal in (one, two)]

    assert [open_seal(office, environ).open("a.html", each) for each in sealed] == [PAGE, PAGE]


def test_a_copy_of_the_evidence_opens_with_the_vaults_key_alone(
    files: EvidenceFiles, office: Office, environ: dict[str, str], tmp_path: Path
) -> None:
    EvidenceFiles(office.evidencias).write(SHA, "html", PAGE)
    copy_evidence(office.evidencias, tmp_path / "copias")
    files.seal_older()
    copied = copy_evidence(office.evidencias, tmp_path / "copias")
    again = load_office(write_office(tmp_path / "novo"))
    shutil.copytree(tmp_path / "copias", again.evidencias)

    assert (copied, b"Beltrana" in _on_disk(again.evidencias)) == (1, False)
    assert evidence_of(again, environ).read(SHA, "html") == PAGE
