"""A ledger that is gone, emptied or damaged stops every command with the way back; an older one stops none."""

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from agent.accounting.auditing import audit_office
from agent.accounting.opening import open_books
from agent.cli.edge import run
from agent.cli.main import command
from agent.config.office import Office
from agent.ledger.anchors import Anchors
from agent.ledger.copying import damage, make_copy, restore, way_back
from agent.ledger.store import Ledger
from agent.ledger.unsound import refuse_if_damaged
from agent.model.competencia import Competencia
from agent.model.errors import InputError, LedgerError
from tests.accounting.conftest import NOW

LONG_AGO = datetime(2020, 1, 1, 12, tzinfo=UTC)
MONTH = ("--competencia", "09/2026")
COMMANDS = [
    ("situacao", *MONTH),
    ("recurso",),
    ("pacote", *MONTH),
    ("conciliar", *MONTH),
    ("conciliar", *MONTH, "--duvidas"),
    ("agenda",),
    ("fila",),
    ("copia",),
]
Spoil = Callable[[Path], None]


def removed(livro: Path) -> None:
    livro.unlink()


def cut_to_nothing(livro: Path) -> None:
    livro.write_bytes(b"")


def emptied(livro: Path) -> None:
    livro.unlink()
    Ledger.open(livro, journal=None).close()


def overwritten(livro: Path) -> None:
    content = bytearray(livro.read_bytes())
    content[4096:13_000] = b"\xa5" * (13_000 - 4096)
    livro.write_bytes(content)


def cut(livro: Path) -> None:
    livro.write_bytes(livro.read_bytes()[:200_000])


def beheaded(livro: Path) -> None:
    livro.write_bytes(bytes(100) + livro.read_bytes()[100:])


@pytest.fixture
def copied(year: Office, capsys: pytest.CaptureFixture[str]) -> Path:
    """A copy of the year's ledger, and with it the hash that is kept."""
    assert run(command, ["copia", "--json", "--pasta", str(year.folder)]) == 0
    return Path(json.loads(capsys.readouterr().out)["file"])


def typed(office: Office, *words: str) -> int:
    return run(command, [*words, "--pasta", str(office.folder)])


def files(office: Office) -> dict[str, str]:
    """Every file of the office with its content, but for those that SQLite keeps beside a ledger in use."""
    found = (file for file in office.folder.rglob("*") if file.is_file() and not file.name.endswith(("-wal", "-shm")))
    return {str(file): hashlib.sha256(file.read_bytes()).hexdigest() for file in found}


def changed(office: Office) -> None:
    """Something happens in the office."""
    with open_books(office) as ledger:
        ledger.months.open("aurora", "ipasem", "acesso-1", Competencia(2027, 1))


def put_by_hand(copy: Path, livro: Path) -> None:
    for suffix in ("-wal", "-shm"):
        livro.with_name(livro.name + suffix).unlink(missing_ok=True)
    shutil.copyfile(copy, livro)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("spoil", [removed, emptied, overwritten])
def test_no_command_works_with_a_ledger_that_is_gone_emptied_or_damaged(
    year: Office, copied: Path, spoil: Spoil, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(year.livro)
    before = files(year)
    code = typed(year, *words)
    out, told = capsys.readouterr()
    assert (code, out, told.count(f"faturista copia --restaurar {copied.name}"), files(year)) == (2, "", 1, before)


@pytest.mark.parametrize("spoil", [removed, cut_to_nothing, emptied, overwritten, cut, beheaded])
def test_the_command_that_is_named_leads_back(year: Office, copied: Path, spoil: Spoil) -> None:
    spoil(year.livro)
    codes = [typed(year, *words) for words in (["fila"], ["copia", "--restaurar", copied.name], ["fila"], ["auditar"])]
    assert codes == [2, 0, 0, 0]


@pytest.mark.parametrize(
    ("spoil", "what"),
    [
        (removed, "o livro deste escritório não está mais na pasta"),
        (cut_to_nothing, "o livro deste escritório está vazio"),
        (emptied, "este livro não é o do escritório: tem 0 eventos e nenhum dos que já foram conferidos"),
    ],
)
def test_a_lost_ledger_is_told_with_what_it_held_and_the_command_that_brings_it_back(
    year: Office, spoil: Spoil, what: str
) -> None:
    events = audit_office(year, NOW).events
    make_copy(year.livro, year.copias, NOW)
    spoil(year.livro)
    with pytest.raises(LedgerError) as caught:
        open_books(year)
    assert (caught.value.what, caught.value.where, caught.value.do) == (
        f"{what}; em 01/12/2026 ele tinha {events} eventos, pelo resumo guardado na pasta do diário."
        " Nada foi criado nem mudado.",
        str(year.livro),
        "A última cópia boa é de 2026-12-01 12:00 UTC: faturista copia --restaurar livro-20261201-120000.sqlite3",
    )


def test_a_ledger_that_was_begun_in_the_place_of_the_office_s_own_is_stopped(year: Office) -> None:
    audit_office(year, LONG_AGO)
    emptied(year.livro)
    with Ledger.open(year.livro, journal=None) as ledger:
        ledger.months.open("aurora", "ipasem", "acesso-1", Competencia(2027, 1))
    with pytest.raises(LedgerError, match="tem 1 evento e nenhum dos que já foram conferidos") as caught:
        changed(year)
    assert caught.value.do == "Não há cópia boa na pasta copias. Chame quem instalou o faturista; não apague nada."


def test_the_audit_tells_of_an_emptied_ledger_and_keeps_nothing_of_it(year: Office, copied: Path) -> None:
    emptied(year.livro)
    kept = Anchors.beside(year.diario).hashes()
    assert (audit_office(year, NOW).intact, Anchors.beside(year.diario).hashes()) == (False, kept)


def test_a_new_office_and_one_that_was_only_looked_at_empty_are_opened(year: Office) -> None:
    removed(year.livro)
    assert audit_of_new(year).events == 0
    assert Anchors.beside(year.diario).hashes() == ["0" * 64]
    removed(year.livro)
    changed(year)


def audit_of_new(office: Office):  # type: ignore[no-untyped-def] # an Audit
    open_books(office).close()
    return audit_office(office, NOW)


def test_what_happens_after_the_last_kept_hash_stops_nothing(year: Office, copied: Path) -> None:
    changed(year)
    assert typed(year, "fila") == 0


def test_an_older_ledger_put_back_by_hand_is_for_the_audit_and_stops_nobody(year: Office, copied: Path) -> None:
    """So too one that another machine put back, or whose note was never written because the process died."""
    changed(year)
    audit_office(year, NOW)
    put_by_hand(copied, year.livro)
    assert (typed(year, "fila"), audit_office(year, NOW).intact) == (0, False)


def test_a_ledger_older_than_all_that_this_machine_kept_is_no_emptied_one(year: Office) -> None:
    """Another machine of the office put back a copy from before this one kept anything: it knows none of it."""
    copy = make_copy(year.livro, year.folder / "outro", NOW)
    changed(year)
    audit_office(year, NOW)
    put_by_hand(Path(copy.file), year.livro)
    with open_books(year) as ledger:
        assert [ledger.checks.knows(hash_) for hash_ in Anchors.beside(year.diario).hashes()] == [False]
    assert typed(year, "copia") == 0


def test_a_return_to_a_copy_from_before_any_kept_hash_goes_on_working(year: Office) -> None:
    copy = make_copy(year.livro, year.copias, LONG_AGO)
    changed(year)
    audit_office(year, NOW)
    assert typed(year, "copia", "--restaurar", copy.name) == 0
    assert (typed(year, "fila"), typed(year, "auditar"), typed(year, "copia", "--conferir")) == (0, 0, 0)


def test_an_office_that_went_back_to_its_empty_copy_begins_anew(year: Office, tmp_path: Path) -> None:
    audit_office(year, NOW)
    empty = tmp_path / "vazio.sqlite3"
    Ledger.open(empty, journal=None).close()
    copy = make_copy(empty, year.copias, LONG_AGO)
    assert typed(year, "copia", "--restaurar", copy.name) == 0
    changed(year)
    assert Anchors.beside(year.diario).kept() == []


def test_hashes_that_may_not_be_read_stop_nobody_who_only_reads(year: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    audit_office(year, NOW)
    file, opened = year.diario.with_name("ancoras.jsonl"), Path.open

    def refusing(self: Path, *args: object, **more: object):  # type: ignore[no-untyped-def] # a file
        if self == file:
            raise PermissionError
        return opened(self, *args, **more)  # type: ignore[call-overload] # handed on

    monkeypatch.setattr(Path, "open", refusing)
    assert typed(year, "fila") == 0


def test_a_line_that_somebody_s_hand_wrote_is_no_hash_to_be_known(year: Office) -> None:
    file = year.diario.with_name("ancoras.jsonl")
    whole: dict[str, object] = {"at": "2020-01-01T00:00:00.000Z", "events": 3, "hash": "a" * 64}
    wrong: list[dict[str, object]] = [
        {"at": "ontem"},
        {"at": 3},
        {"events": "3"},
        {"hash": "abc"},
        {"hash": None},
        {"events": 0},
    ]
    file.write_text("".join(json.dumps(whole | each) + "\n" for each in wrong), encoding="utf-8")
    assert Anchors(file).kept() == []
    file.write_text(json.dumps(whole) + "\n", encoding="utf-8")
    assert [anchor.events for anchor in Anchors(file).kept()] == [3]


def test_copies_are_marked_by_what_they_know_and_an_empty_one_leads_nowhere(
    year: Office, copied: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed(year)
    audit_office(year, NOW)
    empty = tmp_path / "vazio.sqlite3"
    Ledger.open(empty, journal=None).close()
    bad = make_copy(empty, year.copias, NOW + timedelta(days=400))  # as an older version made it
    capsys.readouterr()
    assert typed(year, "copia", "--conferir") == 2
    one, two, end = capsys.readouterr().out.splitlines()
    assert one.startswith(f"{copied.name}: ")
    assert one.endswith("…; tem 1 evento a menos que o último resumo guardado")
    assert two == f"{bad.name}: NÃO SERVE: tem 0 eventos e nenhum dos que já estavam no livro"
    assert end == "1 cópia boa; 1 não serve para restaurar."
    assert typed(year, "copia", "--restaurar", bad.name) == 2
    assert way_back(year.copias).endswith(copied.name)
    assert typed(year, "copia", "--conferir", "--json") == 2
    found = json.loads(capsys.readouterr().out)["copias"]
    assert [(Path(each["file"]).name, each["serve"]) for each in found] == [(copied.name, True), (bad.name, False)]


@pytest.mark.parametrize("words", [(), ("--conferir",), ("--restaurar", "livro.sqlite3")])
def test_a_file_where_the_folder_of_the_copies_should_be_is_said(year: Office, words: tuple[str, ...]) -> None:
    with pytest.raises(InputError) as caught:
        command(["copia", *words, "--para", str(year.file), "--pasta", str(year.folder)])
    assert (caught.value.what, caught.value.where, caught.value.do) == (
        f"{year.file} é um arquivo, e aqui vai uma pasta.",
        "--para",
        "Diga uma pasta.",
    )


def test_where_there_is_no_copy_none_is_called_good(year: Office, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed(year, "copia", "--conferir") == 1
    assert capsys.readouterr().out == f"Nenhuma cópia do livro em {year.copias}. Faça uma: faturista copia\n"


def test_an_emptied_ledger_is_not_copied_and_its_hash_not_kept(
    year: Office, copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    emptied(year.livro)
    kept = Anchors.beside(year.diario).hashes()
    assert (typed(year, "copia"), Anchors.beside(year.diario).hashes()) == (2, kept)
    assert capsys.readouterr().err.splitlines()[0] == (
        "Erro: a cópia não foi feita, o livro não confere: tem 0 eventos e nenhum dos que já estavam no livro"
    )
    assert sorted(year.copias.glob("*.sqlite3")) == [copied]


def test_a_file_that_another_program_holds_is_not_called_damaged(year: Office) -> None:
    overwritten(year.livro)
    busy, broken = sqlite3.OperationalError("database is locked"), sqlite3.DatabaseError("malformed")
    busy.sqlite_errorcode, broken.sqlite_errorcode = sqlite3.SQLITE_BUSY, sqlite3.SQLITE_CORRUPT
    refused = LedgerError("o livro recusou a gravação")
    refused.__cause__ = busy
    for other in (busy, refused, InputError("x"), KeyboardInterrupt(), None):
        refuse_if_damaged(year, other)
    refused.__cause__ = broken
    for error in (broken, refused, ValueError("x")):
        with pytest.raises(LedgerError, match="o arquivo do livro está danificado"):
            refuse_if_damaged(year, error)


def test_a_bug_in_a_ledger_that_is_whole_stays_a_bug(year: Office) -> None:
    with pytest.raises(ValueError, match="de outra coisa"), open_books(year):
        raise ValueError("de outra coisa")


def test_what_goes_wrong_while_the_file_is_damaged_is_told_as_damage(year: Office, copied: Path) -> None:
    def at_work() -> None:
        with open_books(year):
            overwritten(year.livro)
            raise ValueError("o que foi lido não era o que foi escrito")

    with pytest.raises(LedgerError, match="o arquivo do livro está danificado") as caught:
        at_work()
    assert caught.value.do.endswith(f"faturista copia --restaurar {copied.name}")


def test_a_ledger_that_cannot_be_read_just_now_is_told_as_that(year: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_args: object, **_more: object) -> sqlite3.Connection:
        error = sqlite3.OperationalError("database is locked")
        error.sqlite_errorcode = sqlite3.SQLITE_BUSY
        raise error

    monkeypatch.setattr(sqlite3, "connect", busy)
    with pytest.raises(LedgerError) as caught:
        damage(year.livro)
    assert (caught.value.what, caught.value.do) == (
        "o livro não pôde ser lido (database is locked)",
        "Confira se outro programa o está usando, a permissão e o disco; depois rode o comando de novo.",
    )


def test_a_restore_leads_back_from_a_ledger_of_any_state(year: Office, copied: Path) -> None:
    beheaded(year.livro)
    assert restore(copied, year.livro, NOW) is not None
    assert damage(year.livro) == ()
