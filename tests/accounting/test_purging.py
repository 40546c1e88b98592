"""Evidence goes when the office's policy says so and a person approved, with a certificate; never without a trace."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from agent.accounting.purging import due, due_in, finish, purge
from agent.config.evidencias import Evidencias
from agent.config.load import load_office
from agent.config.office import Office
from agent.ledger.evidence import Of
from agent.ledger.evidence_files import EvidenceFiles
from agent.ledger.purging import Piece, Use
from agent.ledger.store import Ledger
from agent.model.errors import InputError
from agent.model.registro import Evidence
from agent.schedule.daily import Daily
from tests.config.office_file import write_office
from tests.ledger.office import Clock, movimento
from tests.ledger.office import Office as Month

NOW = datetime(2030, 1, 15, 12, tzinfo=UTC)
SCREEN, REPORT = b"tela de Beltrana", b"leitura do portal"


class Death(BaseException):
    """The process is gone."""


@dataclass
class Kept:
    """An office with one screen and one reading of November 2026; `dies_at` is the point where a life ends."""

    office: Office
    clock: Clock
    database: Ledger
    points: list[str] = field(default_factory=list)
    dies_at: str = ""

    def ledger(self) -> Ledger:
        return Ledger.open(
            self.database.database,
            journal=None,
            clock=self.clock,
            hook=self._hook,
            evidence_dir=EvidenceFiles(self.office.evidencias),
        )

    def _hook(self, point: str) -> None:
        if point == self.dies_at:
            self.dies_at = ""
            raise Death

    def with_policy(self, **values: object) -> Office:
        policy = Evidencias.model_validate(values)
        return replace(self.office, settings=self.office.settings.model_copy(update={"evidencias": policy}))

    def names(self) -> list[str]:
        return sorted(sha256(content).hexdigest() for content in (SCREEN, REPORT) if self._there(content))

    def _there(self, content: bytes) -> bool:
        return any(self.office.evidencias.rglob(f"{sha256(content).hexdigest()}.*"))


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    office = load_office(write_office(tmp_path / "escritorio"))
    clock = Clock()
    with Ledger.open(":memory:", journal=None, clock=clock) as database:
        made = Kept(office, clock, database)
        ledger = made.ledger()
        month = Month.at(ledger, clock, made.ledger)
        entry = month.entries(1)[0]
        ledger.evidence.add(Of(month.mes.id, (entry.id,), "lançamento"), Evidence("html.gz", "tela", SCREEN))
        month.read(movimento(entry), evidence=Evidence("html.gz", "leitura", REPORT), taken_at=clock())
        clock.now = NOW
        yield made


def _piece(sha: str, *uses: Use, taken_at: str = "2026-11-03") -> Piece:
    return Piece(sha, "html", "tela", 1, taken_at, uses)


def test_a_piece_is_kept_as_long_as_its_latest_and_longest_use() -> None:
    screen, report = Use(1, "2026-11-03T09:00", report=False), Use(1, "2026-11-03T09:00", report=True)
    pieces = [
        _piece("a", screen),
        _piece("b", screen, Use(1, "2029-11-03T09:00", report=False)),
        _piece("c", screen, report),
        _piece("d"),
    ]

    found = due(Evidencias(), pieces, {}, NOW)

    assert ([p.sha256 for p in found.screens], [p.sha256 for p in found.reports]) == (["a", "d"], [])
    assert [p.sha256 for p in due(Evidencias(relatorios_meses=36), pieces, {}, NOW).reports] == ["c"]


def test_what_is_not_yet_old_to_the_day_is_kept() -> None:
    use = Use(1, "2028-01-15T00:00", report=False)
    later = NOW + timedelta(days=1)

    assert [due(Evidencias(), [_piece("a", use)], {}, now).pieces != () for now in (NOW, later)] == [False, True]


@pytest.mark.parametrize("hold", ["sorriso", "10/2026", "sorriso 10/2026"])
def test_a_hold_keeps_what_is_old(kept: Kept, hold: str) -> None:
    office = kept.with_policy(guardar=[hold])
    with kept.ledger() as ledger:
        found = due_in(office, ledger, NOW)

    assert (found.pieces, found.held) == ((), 1)


@pytest.mark.parametrize("hold", ["passo-firme", "11/2026", "sorriso 11/2026"])
def test_a_hold_of_something_else_keeps_nothing(kept: Kept, hold: str) -> None:
    with kept.ledger() as ledger:
        assert len(due_in(kept.with_policy(guardar=[hold]), ledger, NOW).pieces) == 1


@pytest.mark.parametrize("hold", ["", "10/2026 sorriso", "Clínica", "sorriso 13/2026"])
def test_a_hold_that_says_nothing_is_refused(hold: str) -> None:
    with pytest.raises(ValueError, match='deve ser uma clínica, um mês ou os dois, como "sorriso"'):
        Evidencias(guardar=(hold,))


def test_looking_purges_nothing_and_the_code_is_of_the_list(kept: Kept) -> None:
    with kept.ledger() as ledger:
        codes = [due_in(kept.office, ledger, NOW).code for _ in range(2)]
        with pytest.raises(InputError, match="a lista do expurgo não é a que foi mostrada"):
            purge(kept.office, ledger, NOW, code="outra", who="Ana")
        assert (codes[0] == codes[1], len(kept.names()), ledger.purges.all()) == (True, 2, [])


def test_what_was_approved_goes_with_a_certificate_and_the_audit_accepts_it(kept: Kept) -> None:
    copied = EvidenceFiles(kept.office.copias / "evidencias")
    copied.write(sha256(SCREEN).hexdigest(), "html.gz", SCREEN)
    with kept.ledger() as ledger:
        done = purge(kept.office, ledger, NOW, code=due_in(kept.office, ledger, NOW).code, who="Ana")
        audit, (record,) = ledger.auditor.audit(), ledger.purges.all()

    (certificate,) = done.certificates
    text = certificate.read_text("utf-8")
    assert (done.files, kept.names(), list(copied.names())) == (1, [sha256(REPORT).hexdigest()], [])
    assert (audit.findings, record.who, record.done != "") == ((), "Ana", True)
    assert [part in text for part in ("Aprovado por: Ana", sha256(SCREEN).hexdigest(), record.hash, "15/01/2030")] == [
        True
    ] * 4


def test_the_office_that_runs_by_itself_seals_daily_and_purges_only_where_the_settings_say_so(kept: Kept) -> None:
    told: list[str] = []
    counts = []
    with kept.ledger() as ledger:
        for office in (kept.office, kept.with_policy(sozinho=True)):
            daily = Daily(office, told.append)
            for _ in range(2):
                daily.do(ledger, NOW)
            counts.append(len(kept.names()))

    assert (counts, told) == (
        [2, 1],
        ["1 evidências passaram do tempo de guarda e foram eliminadas; o certificado está em saida."],
    )


def test_a_file_that_no_purge_names_is_still_missed(kept: Kept) -> None:
    with kept.ledger() as ledger:
        purge(kept.office, ledger, NOW, code=due_in(kept.office, ledger, NOW).code, who="Ana")
        assert ledger.evidence.files is not None
        ledger.evidence.files.remove(sha256(REPORT).hexdigest(), "html.gz")
        audit = ledger.auditor.audit()

    assert [finding.text.split(": ")[1] for finding in audit.findings] == ["o arquivo não está na pasta de evidências"]


@pytest.mark.parametrize("point", ["begin:begin", "begin:middle", "begin:end", "done:begin", "done:middle", "done:end"])
def test_a_purge_that_dies_anywhere_leaves_no_file_missing_without_its_event_and_is_ended(
    kept: Kept, point: str
) -> None:
    kept.dies_at = f"ledger.purges.{point}"
    ledger = kept.ledger()
    code = due_in(kept.office, ledger, NOW).code
    with pytest.raises(Death):
        purge(kept.office, ledger, NOW, code=code, who="Ana")

    after = kept.ledger()
    named = sha256(SCREEN).hexdigest() in after.purges.purged()
    assert (after.auditor.audit().findings, named or sha256(SCREEN).hexdigest() in kept.names()) == ((), True)
    finish(kept.office, after, "Rui")
    if not named:
        purge(kept.office, after, NOW, code=code, who="Ana")
    assert (after.purges.unfinished(), kept.names(), after.auditor.audit().findings) == (
        [],
        [sha256(REPORT).hexdigest()],
        (),
    )


def _people(ledger: Ledger) -> list[object]:
    return [entry.lancamento.beneficiario for mes in ledger.months.all() for entry in ledger.entries.of(mes)]


def test_people_are_forgotten_where_the_policy_says_so_and_nothing_else_changes(kept: Kept) -> None:
    office = kept.with_policy(pessoas_meses=36, telas_meses=240, relatorios_meses=240)
    with kept.ledger() as ledger:
        before, (mes,) = ledger.auditor.audit(), ledger.months.all()
        found = due_in(office, ledger, NOW)
        done = purge(office, ledger, NOW, code=found.code, who="Ana")
        after = ledger.auditor.audit()

        assert (found.pieces, found.people, done.people, done.files) == ((), ((mes, 1),), 1, 0)
        assert (_people(ledger), after.findings, after.events) == ([""], (), before.events + 1)
        assert not due_in(office, ledger, NOW)


@pytest.mark.parametrize(
    "policy",
    [{}, {"pessoas_meses": 39}, {"pessoas_meses": 36, "guardar": ["sorriso 10/2026"]}],
    ids=["not asked for", "not yet old", "held"],
)
def test_people_stay_known_otherwise(kept: Kept, policy: dict[str, object]) -> None:
    with kept.ledger() as ledger:
        assert due_in(kept.with_policy(**policy), ledger, NOW).people == ()
        assert _people(ledger) != [""]


def test_somebody_who_may_be_needed_stays_known(kept: Kept) -> None:
    office = kept.with_policy(pessoas_meses=36)
    with kept.ledger() as ledger:
        month = Month.at(ledger, kept.clock, kept.ledger)
        ledger.attempts.uncertain(month.intent(ledger.entries.of(month.mes)[0]), "sem resposta")
        assert due_in(office, ledger, NOW).people == ()
