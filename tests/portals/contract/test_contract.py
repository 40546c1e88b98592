"""What any adapter must do, whatever its portal looks like: the same specification over every registered one."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser

from agent.model.answer import Blocked, Confirmed, Mismatch, Prepared, Refused, Unknown
from agent.model.demonstrativo import Demonstrativo, SemRetorno
from agent.model.errors import (
    CredentialsRejected,
    PageChanged,
    PortalError,
    PortalUnavailable,
    SessionExpired,
    UnexpectedDialog,
)
from agent.model.lancamento import Lancamento
from portals.locate.labels import read_labels
from portals.registry import portal_names
from tests.portals.calibrate.desk import AMARELOS, SIM
from tests.portals.contract.cases import (
    CASES,
    FINAL,
    NEW,
    OTHER_SKINS,
    PORTALS,
    STRANGE,
    Bench,
    Case,
    at_the_door,
    person,
)
from tests.portals.contract.operator import Day, first_day

pytestmark = pytest.mark.browser


def test_every_registered_portal_is_held_to_the_contract() -> None:
    assert set(PORTALS) == set(portal_names(examples=True))


EVERY_TIME = [pytest.param(name, marks=() if name in NEW else pytest.mark.long) for name in sorted(CASES)]
DRAFTING = [param for param in EVERY_TIME if param.values[0] not in FINAL]
ELSEWHERE = [pytest.param(name, marks=pytest.mark.long if name == STRANGE else ()) for name in (*NEW, *OTHER_SKINS)]


@pytest.fixture(scope="session")
def first_week(browser: Browser) -> Day:
    """What an operator's calibration of the strange markup came to."""
    return first_day(browser, "cassind")


def case_of(request: pytest.FixtureRequest, name: str) -> Case:
    """The portal of that name, with the operator's calibration where it needs one."""
    if name != STRANGE:
        return CASES[name]()
    day: Day = request.getfixturevalue("first_week")
    return CASES[name](labels=read_labels("portals.solus", day.done.pack.overlay()))


@pytest.fixture(params=EVERY_TIME)
def bench(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Bench]:
    """The adapter, signed in, before a portal on which nothing was launched yet."""
    with at_the_door(browser, request.param, case_of(request, request.param), inside=True) as bench:
        yield bench


@pytest.fixture(params=EVERY_TIME)
def outside(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Bench]:
    """The same, and nobody has signed in."""
    with at_the_door(browser, request.param, case_of(request, request.param), inside=False) as bench:
        yield bench


def test_each_portal_is_held_to_what_it_says_it_can_do(bench: Bench) -> None:
    able = bench.portal.capabilities
    assert (able.leaves_drafts, able.closes_month) == (bench.name not in FINAL, bench.name not in FINAL)


def launched(bench: Bench, *entries: Lancamento) -> None:
    for entry in entries:
        assert isinstance(bench.portal.submit(bench.portal.prepare([entry])), Confirmed)


def stopped(bench: Bench, kind: type[PortalError]) -> None:
    """`prepare` raises just that, and nothing was sent."""
    with pytest.raises(kind) as why:
        bench.portal.prepare([bench.case.one])
    assert type(why.value) is kind
    assert (bench.case.asked(bench.case.saves), bench.case.finished()) == (0, [])


def blocked(bench: Bench, entry: Lancamento) -> Refused | Mismatch:
    """Why an entry is left out; nothing was sent, and no draft of it stays."""
    prepared = bench.portal.prepare([entry])
    assert prepared.ready == ()
    assert (bench.case.asked(bench.case.saves), bench.case.finished(), bench.case.drafts()) == (0, [], [])
    (found,) = prepared.blocked
    assert found == Blocked(entry, found.answer)
    return found.answer


def test_a_rejected_password_is_tried_once_and_never_again(outside: Bench) -> None:
    wrong = replace(outside.case.login, password="outra-senha")
    tried = []
    for _ in range(2):
        with pytest.raises(CredentialsRejected):
            outside.portal.sign_in(wrong, person(outside))
        tried.append(outside.case.asked(outside.case.enters))
    assert tried == [1, 1]


def test_the_right_password_lets_in_and_sair_lets_out(outside: Bench) -> None:
    outside.portal.sign_in(outside.case.login, person(outside))
    outside.portal.sign_out()
    with pytest.raises(SessionExpired):
        outside.portal.observe(outside.case.one.competencia)


@pytest.mark.parametrize("bench", ELSEWHERE, indirect=True)
def test_an_entry_is_saved_once_and_stands_in_the_portals_own_record(bench: Bench) -> None:
    prepared = bench.portal.prepare([bench.case.one])
    outcome = bench.portal.submit(prepared)
    record = bench.portal.observe(bench.case.one.competencia)
    assert isinstance(outcome, Confirmed)
    assert (prepared.ready, bench.case.finished()) == ((bench.case.one,), [bench.case.one.numero_autorizacao])
    assert [row.chave for row in record.finalizados] == [bench.case.one.chave]
    assert [row.movimento for row in record.finalizados] == [recibo.movimento for recibo in outcome.recibos]
    assert [row.valor for row in record.finalizados] == [recibo.valor for recibo in outcome.recibos]
    assert (record.trusted, record.drafts, record.fechado) == (True, (), False)


def test_observing_twice_says_the_same_and_changes_nothing(bench: Bench) -> None:
    launched(bench, bench.case.one, bench.case.other)
    commits = len(bench.case.mock.journal())
    one, two = (bench.portal.observe(bench.case.one.competencia) for _ in range(2))
    assert (one.agrees_with(two), one.trusted, len(one.movimentos)) == (True, True, 2)
    assert len(bench.case.mock.journal()) == commits


@pytest.mark.long
def test_a_record_in_columns_that_no_manual_names_is_not_read_and_nothing_is_sent_again(browser: Browser) -> None:
    with at_the_door(browser, STRANGE, CASES[STRANGE](), inside=True) as bench:
        launched(bench, bench.case.one)
        with pytest.raises(PortalError):
            bench.portal.observe(bench.case.one.competencia)
        assert (bench.case.asked(bench.case.saves), bench.case.finished()) == (1, [bench.case.one.numero_autorizacao])


@pytest.mark.long
def test_nine_clicks_teach_all_that_the_strange_markup_calls_otherwise(first_week: Day) -> None:
    assert first_week.pressed == (
        AMARELOS,
        *("Enviado em", SIM, "Ações", SIM),  # Lista de protocolos
        *("Enviado em", SIM),  # Lista de arquivos XML
        *("Baixar arquivo TISS", SIM),  # Demonstrativos de pagamentos
    )
    assert (len(first_week.pressed), first_week.untouched, first_week.done.parou) == (9, True, False)


def test_a_record_that_is_cut_is_no_reading(bench: Bench) -> None:
    launched(bench, bench.case.one, bench.case.other)
    bench.case.mock.faults.arm("truncated_report", on=bench.case.lists, rows=1)
    try:
        trusted = bench.portal.observe(bench.case.one.competencia).trusted
    except PortalError:
        trusted = False
    assert trusted is False


def test_another_patient_than_the_sheets_is_never_saved(bench: Bench) -> None:
    answer = blocked(bench, bench.case.one.model_copy(update={"beneficiario": "Zulmira Outra Pessoa"}))
    assert isinstance(answer, Mismatch)
    assert "Zulmira" not in str(answer)


def test_a_guia_that_the_portal_does_not_know_is_left_out_with_a_reason(bench: Bench) -> None:
    strange = bench.case.one.model_copy(update={"numero_autorizacao": "9990001"})
    assert str(blocked(bench, strange))


def test_nothing_is_sent_that_was_not_prepared(bench: Bench) -> None:
    with pytest.raises(PageChanged):
        bench.portal.submit(Prepared((bench.case.one,)))
    assert bench.case.asked(bench.case.saves) == 0


@pytest.mark.parametrize("fault", ["commit_then_drop"])
def test_an_answer_lost_after_the_save_is_settled_by_reading_and_never_doubled(bench: Bench, fault: str) -> None:
    bench.case.mock.faults.arm(fault, on=bench.case.saves, times=None)
    prepared = bench.portal.prepare([bench.case.one])
    outcome = bench.portal.submit(prepared)
    with pytest.raises(PageChanged):
        bench.portal.submit(prepared)
    bench.case.mock.faults.disarm()
    record = bench.portal.observe(bench.case.one.competencia)
    assert (type(outcome), [row.chave for row in record.finalizados]) == (Unknown, [bench.case.one.chave])
    assert bench.case.finished() == [bench.case.one.numero_autorizacao]


@pytest.mark.parametrize("fault", ["drop_before_commit", "error_500_after_commit", "session_lost", "maintenance"])
def test_whatever_is_lost_at_the_save_is_unknown_and_never_success(bench: Bench, fault: str) -> None:
    prepared = bench.portal.prepare([bench.case.one])
    bench.case.mock.faults.arm(fault, on=bench.case.saves, times=None)
    assert type(bench.portal.submit(prepared)) is Unknown
    assert len(bench.case.finished()) == (1 if fault == "error_500_after_commit" else 0)


def test_words_that_no_catalogue_knows_are_never_success_and_wait_for_a_person(bench: Bench) -> None:
    bench.case.mock.faults.arm("unknown_notice", on=bench.case.saves, text="Tudo certo, obrigado!")
    outcome = bench.portal.submit(bench.portal.prepare([bench.case.one]))
    assert isinstance(outcome, Unknown)
    assert ("Tudo certo, obrigado!" in outcome.why, outcome.unclassified) == (True, True)


@pytest.mark.parametrize("what", ["field", "button"])
def test_a_renamed_field_or_button_stops_before_anything_is_saved(bench: Bench, what: str) -> None:
    label = bench.case.field if what == "field" else bench.case.button
    bench.case.mock.faults.arm("renamed_label", label=label, to="Rótulo novo")
    stopped(bench, PageChanged)


@pytest.mark.parametrize("kind", ["confirm", "modal"])
def test_a_dialog_that_nobody_announced_stops_before_the_save(bench: Bench, kind: str) -> None:
    bench.case.mock.faults.arm("unexpected_dialog", on=bench.case.opens, kind=kind)
    stopped(bench, UnexpectedDialog)


def test_a_session_that_ended_stops_before_the_save(bench: Bench) -> None:
    bench.case.mock.faults.arm("session_lost", on=bench.case.opens)
    stopped(bench, SessionExpired)


def test_a_portal_under_maintenance_is_unavailable(bench: Bench) -> None:
    bench.case.mock.faults.arm("maintenance", on=bench.case.opens)
    stopped(bench, PortalUnavailable)


def test_after_a_stop_the_next_entry_finds_its_way(bench: Bench) -> None:
    bench.case.mock.faults.arm("unexpected_dialog", on=bench.case.opens, kind="modal")
    stopped(bench, UnexpectedDialog)
    launched(bench, bench.case.other)
    assert bench.case.finished() == [bench.case.other.numero_autorizacao]


@pytest.mark.parametrize("bench", DRAFTING, indirect=True)
def test_a_draft_is_removed_alone(bench: Bench) -> None:
    launched(bench, bench.case.other)
    bench.portal.prepare([bench.case.one])
    (draft,) = bench.portal.observe(bench.case.one.competencia).drafts
    outcome = bench.portal.remove(bench.case.one.competencia, draft)
    assert isinstance(outcome, Confirmed)
    assert (bench.case.finished(), bench.case.drafts()) == ([bench.case.other.numero_autorizacao], [])


@pytest.mark.parametrize("bench", DRAFTING, indirect=True)
def test_a_month_with_a_draft_is_not_closed(bench: Bench) -> None:
    bench.portal.prepare([bench.case.one])
    assert isinstance(bench.portal.close(bench.case.one.competencia), Refused)
    assert bench.portal.observe(bench.case.one.competencia).fechado is False


@pytest.mark.parametrize("bench", DRAFTING, indirect=True)
def test_a_closed_month_is_read_as_closed_and_takes_nothing_more(bench: Bench) -> None:
    launched(bench, bench.case.one)
    outcome = bench.portal.close(bench.case.one.competencia)
    record = bench.portal.observe(bench.case.one.competencia)
    again = bench.portal.close(bench.case.one.competencia)
    assert (type(outcome), type(again), record.fechado, record.trusted) == (Confirmed, Refused, True, True)
    try:
        ready = bench.portal.prepare([bench.case.other]).ready
    except PortalError:
        ready = ()
    assert (ready, bench.case.finished()) == ((), [bench.case.one.numero_autorizacao])


@pytest.mark.parametrize("bench", DRAFTING, indirect=True)
def test_a_close_whose_answer_is_lost_is_unknown_and_the_record_tells(bench: Bench) -> None:
    launched(bench, bench.case.one)
    bench.case.mock.faults.arm("commit_then_drop", on="fechar", times=None)
    outcome = bench.portal.close(bench.case.one.competencia)
    bench.case.mock.faults.disarm()
    assert (type(outcome), bench.portal.observe(bench.case.one.competencia).fechado) == (Unknown, True)


def test_there_is_no_return_before_the_audit_and_then_one_that_adds_up(bench: Bench) -> None:
    launched(bench, bench.case.one)
    if bench.portal.capabilities.closes_month:
        bench.portal.close(bench.case.one.competencia)
    before = bench.portal.fetch_return(bench.case.one.competencia)
    bench.case.audit()
    after = bench.portal.fetch_return(bench.case.one.competencia)
    assert isinstance(before, SemRetorno)
    assert isinstance(after, Demonstrativo)
    assert (after.balances, [linha.numero_autorizacao for linha in after.linhas]) == (
        True,
        [bench.case.one.numero_autorizacao],
    )
