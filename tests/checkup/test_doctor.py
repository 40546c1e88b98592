"""The doctor looks at each part by itself, and says what to do where something is not well."""

import gzip
import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from agent.accounting.auditing import audit_office
from agent.accounting.opening import open_books
from agent.checkup.doctor import examine_office
from agent.checkup.exam import Finding, Grade
from agent.checkup.machine import disks
from agent.checkup.portals import Answered, ask, portals
from agent.config.load import load_office
from agent.config.office import Office
from agent.ledger.copying import make_copy
from agent.ledger.evidence_files import EvidenceFiles
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.errors import BrowserMissing
from agent.runner.sealing import evidence_of
from agent.vault.opening import open_vault
from agent.vault.vault import Password
from portals.mock.server import serve
from tests.config.office_file import write_office
from tests.schedule.office import AGENDA, BARE

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)
WHOLE = (BARE + AGENDA + AGENDA.replace("ipasem", "cassind")).replace(".exemplo", ".invalid")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A right office with every password and an empty ledger."""
    (tmp_path / "chave").write_bytes(b"0123456789abcdef")
    (tmp_path / "chave").chmod(0o600)
    office = load_office(write_office(tmp_path / "escritorio", WHOLE))
    vault = open_vault(office, environ(office))
    for clinica, portal in (("sorriso", "ipasem"), ("sorriso", "cassind"), ("passo-firme", "ipasem")):
        vault.set_password(clinica, portal, Password("segredo"))
    open_books(office).close()
    return office


def environ(office: Office) -> dict[str, str]:
    return {"FATURISTA_CHAVE_ARQUIVO": str(office.folder.parent / "chave")}


def answers(_address: str) -> Answered:
    return Answered(200, NOW)


def examined(office: Office, **more: object) -> dict[str, Finding]:
    """The worst finding of each part."""
    parts = {"start_browser": lambda _office: "156", "ask": answers, **more}
    found = examine_office(office, environ(office), lambda: NOW, **parts)  # type: ignore[arg-type] # fakes by name
    ordered = sorted(found, key=lambda finding: list(Grade).index(finding.grade))
    return {finding.part: finding for finding in ordered}


def test_a_well_office_has_only_its_copies_to_think_of(office: Office) -> None:
    found = examined(office)

    assert {part: finding.grade for part, finding in found.items() if finding.part != "disco"} == {
        "configuração": Grade.BOM,
        "pastas": Grade.BOM,
        "navegador": Grade.BOM,
        "cofre": Grade.BOM,
        "livro": Grade.BOM,
        "provas": Grade.BOM,
        "cópias": Grade.AVISO,
        "portal ipasem": Grade.BOM,
        "portal cassind": Grade.BOM,
        "relógio": Grade.BOM,
    }
    assert found["cópias"].do == "Rode todos os dias: faturista copia --para OUTRO_DISCO"


def test_a_missing_password_is_told_with_its_command(office: Office) -> None:
    open_vault(office, environ(office)).delete_password("sorriso", "cassind")

    assert examined(office)["cofre"] == Finding(
        "cofre",
        Grade.RUIM,
        "falta a senha de sorriso em cassind",
        "Guarde-a com: faturista senha sorriso cassind",
    )


def test_a_vault_that_does_not_open_leaves_the_other_parts_be(office: Office) -> None:
    (office.folder.parent / "chave").write_bytes(b"outra-chave-outra-chave")

    found = examined(office)

    assert (found["cofre"].grade, found["livro"].grade) == (Grade.RUIM, Grade.BOM)
    assert found["cofre"].do.startswith("Use a chave com que ele foi gravado")


def test_a_browser_that_is_not_there_is_told(office: Office) -> None:
    def missing(_office: Office) -> str:
        raise BrowserMissing("Nenhum navegador foi encontrado.", do="Instale o Chrome.")

    assert examined(office, start_browser=missing)["navegador"] == Finding(
        "navegador", Grade.RUIM, "Nenhum navegador foi encontrado.", "Instale o Chrome."
    )


def test_a_damaged_ledger_is_told_with_the_way_back(office: Office) -> None:
    content = bytearray(office.livro.read_bytes())
    content[4096 : len(content)] = b"\0" * (len(content) - 4096)
    office.livro.write_bytes(bytes(content))

    found = examined(office)["livro"]

    assert (found.grade, found.do.startswith("Não há cópia boa na pasta copias.")) == (Grade.RUIM, True)


def test_a_ledger_that_is_gone_or_was_emptied_is_told_with_the_way_back(office: Office) -> None:
    with open_books(office) as ledger:
        ledger.months.open("sorriso", "ipasem", "acesso-1", Competencia(2026, 10))
    audit_office(office, datetime(2020, 1, 1, tzinfo=UTC))
    copy = make_copy(office.livro, office.copias, NOW)
    office.livro.unlink()
    found = [examined(office)["livro"]]
    Ledger.open(office.livro, journal=None).close()
    found.append(examined(office)["livro"])

    assert [finding.grade for finding in found] == [Grade.RUIM, Grade.RUIM]
    assert [finding.seen.split(";")[0] for finding in found] == [
        f"{office.livro}: o livro deste escritório não está mais na pasta",
        f"{office.livro}: este livro não é o do escritório: tem 0 eventos e nenhum dos que já foram conferidos",
    ]
    assert {finding.do for finding in found} == {
        f"A última cópia boa é de 2026-11-03 12:00 UTC: faturista copia --restaurar {copy.name}"
    }


def test_a_newest_copy_that_leads_nowhere_is_told(office: Office) -> None:
    copy = make_copy(office.livro, office.copias, NOW)
    well = examined(office)["cópias"]
    Path(copy.file).write_bytes(b"estragada")

    assert (well.grade, examined(office)["cópias"]) == (
        Grade.BOM,
        Finding(
            "cópias",
            Grade.RUIM,
            f"a última cópia, {copy.name}, não serve: a cópia não é mais o que foi gravado",
            "Veja quais servem: faturista copia --conferir",
        ),
    )


def test_an_address_of_the_example_and_a_missing_agenda_are_told(tmp_path: Path) -> None:
    office = load_office(write_office(tmp_path / "escritorio", BARE + AGENDA))
    (tmp_path / "chave").write_bytes(b"0123456789abcdef")
    (tmp_path / "chave").chmod(0o600)
    found = examine_office(office, environ(office), lambda: NOW, start_browser=lambda _: "156", ask=answers)

    assert [finding.seen for finding in found[:2]] == [
        "ipasem, cassind: o endereço ainda é o do exemplo",
        "sem agenda: sorriso em cassind",
    ]


@pytest.mark.parametrize(("megabytes", "grade"), [(5000, Grade.BOM), (1000, Grade.AVISO), (100, Grade.RUIM)])
def test_room_on_the_disk_is_judged(office: Office, megabytes: int, grade: Grade) -> None:
    assert {finding.grade for finding in disks(office, lambda _folder: megabytes * 1024 * 1024)} == {grade}


def silent(_address: str) -> Answered:
    raise ConnectionRefusedError


@pytest.mark.parametrize(
    ("asked", "part", "seen"),
    [
        (silent, "portal ipasem", "não responde (ConnectionRefusedError)"),
        (lambda _: Answered(503, None), "portal ipasem", "responde com erro 503"),
        (lambda _: Answered(200, NOW - timedelta(hours=3)), "relógio", "está 180 minutos longe do relógio do portal"),
    ],
)
def test_a_portal_or_a_clock_that_is_not_well_is_told(office: Office, asked: object, part: str, seen: str) -> None:
    found = examined(office, ask=asked)[part]
    assert (found.grade, found.seen, bool(found.do)) == (Grade.RUIM, seen, True)


async def _app(scope: object, receive: object, send: object) -> None:
    headers = [(b"date", b"Tue, 03 Nov 2026 12:00:00 GMT")]
    await send({"type": "http.response.start", "status": 302, "headers": headers})  # type: ignore[operator] # ASGI
    await send({"type": "http.response.body", "body": b""})  # type: ignore[operator] # ASGI


def test_a_portal_is_asked_for_its_page_alone() -> None:
    with serve(_app) as served:
        answered = ask(f"{served.url}/requerimentos")

    assert answered.status == 302


def test_nothing_answers_where_nothing_listens(office: Office) -> None:
    with serve(_app) as served:
        url = served.url
    with pytest.raises(OSError, match="refused"):
        ask(url)
    assert [finding.grade for finding in portals(office, lambda: NOW, silent)] == [Grade.RUIM, Grade.RUIM]


def test_evidence_that_lies_open_or_does_not_open_is_told_with_what_to_do(office: Office) -> None:
    packed = gzip.compress(b"tela")
    name = hashlib.sha256(packed).hexdigest()
    found = []
    for files in (EvidenceFiles(office.evidencias), evidence_of(office, environ(office))):
        files.write(name, "html.gz", packed)
        files.seal_older()
        found.append(examined(office)["provas"])
    for key in (office.evidencias / "chaves").iterdir():
        key.unlink()
    found.append(examined(office)["provas"])

    assert [(each.grade, each.do) for each in found] == [
        (Grade.AVISO, "Rode: faturista evidencia --lacrar"),
        (Grade.BOM, ""),
        (
            Grade.RUIM,
            "Restaure a sua cópia da chave do cofre. Sem ela o arquivo não abre mais; o livro continua valendo.",
        ),
    ]
