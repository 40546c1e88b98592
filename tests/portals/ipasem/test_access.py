"""The way in: a person ticks the box, a password is tried once, a session lives on."""

import pytest

from agent.model.errors import (
    CredentialsRejected,
    PersonNeeded,
    PortalUnavailable,
    SessionExpired,
    UnexpectedDialog,
    WrongAccount,
)
from portals.base import Login
from portals.browser.state import SessionState
from portals.ipasem.portal import Ipasem
from tests.portals.ipasem.office import LOGIN, MES, NOW, OTHER, Absent, Office
from tests.skins import on_both_skins

pytestmark = pytest.mark.browser


@on_both_skins("ipasem")
def test_the_portal_waits_for_a_person_and_says_so(ipasem: Office) -> None:
    person = ipasem.person
    with ipasem.session() as session:
        Ipasem(session, timeout_s=10.0).sign_in(LOGIN, person)
    assert person.heard == [
        'ipasem espera captcha: Marque "Não sou um robô" na janela do navegador do IPASEM.',
        "ipasem captcha feito",
    ]
    assert len(ipasem.mock.recorded()["sessoes"]) == 1


def test_where_nobody_comes_nothing_is_sent(ipasem: Office) -> None:
    with ipasem.session() as session, pytest.raises(PersonNeeded) as stopped:
        Ipasem(session, timeout_s=10.0, captcha_timeout_s=1.0).sign_in(LOGIN, Absent())
    assert str(stopped.value) == (
        'IPASEM, entrada: Ninguém marcou "Não sou um robô" a tempo. '
        'Marque "Não sou um robô" na janela do navegador do IPASEM.'
    )
    assert (ipasem.mock.requests("entrar"), ipasem.mock.recorded()["sessoes"]) == ([], [])


@on_both_skins("ipasem")
def test_notices_after_the_way_in_are_closed_and_kept(ipasem: Office) -> None:
    with ipasem.signed_in() as portal:
        notices = portal.notices
        portal.observe(MES)
    aviso = (
        "Aviso aos credenciados: As autorizações físicas devem ser entregues na mesma ordem do relatório de fechamento."
    )
    assert notices in ((), (aviso,))


@on_both_skins("ipasem")
def test_a_wrong_password_is_tried_once_only(ipasem: Office) -> None:
    wrong = Login(LOGIN.user, "outra-senha")
    with ipasem.session() as session:
        portal = Ipasem(session, timeout_s=10.0)
        for _ in range(3):
            with pytest.raises(CredentialsRejected) as stopped:
                portal.sign_in(wrong, ipasem.person)
    assert len(ipasem.mock.requests("entrar")) == 1
    assert "outra-senha" not in str(stopped.value)


def test_a_rejected_login_says_what_the_portal_said(ipasem: Office) -> None:
    with ipasem.session() as session, pytest.raises(CredentialsRejected) as stopped:
        Ipasem(session, timeout_s=10.0).sign_in(Login(LOGIN.user, "errada"), ipasem.person)
    assert str(stopped.value) == "IPASEM, entrada: O portal disse: 'CPF/CNPJ ou senha incorretos.'."


def test_a_stored_session_needs_no_person(ipasem: Office) -> None:
    with ipasem.session() as session:
        Ipasem(session, timeout_s=10.0).sign_in(LOGIN, ipasem.person)
        stored = session.state().model_dump_json()
    with ipasem.session(SessionState.model_validate_json(stored)) as session:
        portal = Ipasem(session, timeout_s=10.0, clock=lambda: NOW)
        portal.sign_in(LOGIN, Absent())
        registro = portal.observe(MES)
    assert (registro.movimentos, registro.trusted, len(ipasem.mock.requests("entrar"))) == ((), True, 1)


def test_a_session_that_ended_is_signed_in_again_by_a_person(ipasem: Office) -> None:
    person = ipasem.person
    with ipasem.session() as session:
        portal = Ipasem(session, timeout_s=10.0, clock=lambda: NOW)
        portal.sign_in(LOGIN, ipasem.person)
        ipasem.mock.advance("encerrar-sessoes", {})
        with pytest.raises(SessionExpired):
            portal.observe(MES)
        portal.sign_in(LOGIN, person)
        portal.observe(MES)
    assert len(person.heard) == 2


def test_after_sair_the_session_is_worth_nothing(ipasem: Office) -> None:
    with ipasem.session() as session:
        portal = Ipasem(session, timeout_s=10.0)
        portal.sign_in(LOGIN, ipasem.person)
        portal.sign_out()
    assert ipasem.mock.recorded()["sessoes"] == []


def test_maintenance_at_the_way_in_is_the_portal_being_unavailable(ipasem: Office) -> None:
    ipasem.mock.faults.arm("maintenance")
    with ipasem.session() as session, pytest.raises(PortalUnavailable) as stopped:
        Ipasem(session, timeout_s=10.0).sign_in(LOGIN, ipasem.person)
    assert str(stopped.value) == "IPASEM, entrada: O portal disse: 'Sistema em manutenção'. Tente mais tarde."


@pytest.mark.long
def test_a_blocked_login_is_told_in_the_portals_words_and_not_tried(ipasem: Office) -> None:
    with ipasem.session() as session:
        for password in ("errada-1", "errada-2"):
            with pytest.raises(CredentialsRejected):
                Ipasem(session, timeout_s=10.0).sign_in(Login(LOGIN.user, password), ipasem.person)
        with pytest.raises(CredentialsRejected) as stopped:
            Ipasem(session, timeout_s=10.0).sign_in(Login(LOGIN.user, "errada-3"), ipasem.person)
    assert stopped.value.what == "O portal disse: 'Usuário bloqueado. Entre em contato com o Ipasem.'."


def test_what_the_way_in_says_and_nobody_knows_stops_without_a_second_try(ipasem: Office) -> None:
    ipasem.mock.faults.arm("unexpected_dialog", on="inicio", kind="modal", text="Aceita os novos termos de uso?")
    with ipasem.session() as session, pytest.raises(UnexpectedDialog) as stopped:
        Ipasem(session, timeout_s=10.0).sign_in(LOGIN, ipasem.person)
    assert stopped.value.what == "O portal pergunta: 'Aceita os novos termos de uso?'."
    assert len(ipasem.mock.requests("entrar")) == 1


def test_a_session_that_is_another_credenciados_is_not_used(ipasem: Office) -> None:
    with ipasem.session() as session:
        Ipasem(session, timeout_s=10.0).sign_in(Login(OTHER, LOGIN.password), ipasem.person)
        stored = session.state().model_dump_json()
    theirs = SessionState.model_validate_json(stored)
    with ipasem.session(theirs) as session, pytest.raises(WrongAccount) as stopped:
        Ipasem(session, timeout_s=10.0).sign_in(LOGIN, Absent())
    assert str(stopped.value) == (
        "IPASEM, entrada: O portal mostra que quem entrou é outro credenciado. Nada foi feito com este acesso."
    )


def test_no_password_is_in_the_evidence_of_the_way_in(ipasem: Office) -> None:
    with ipasem.session() as session:
        portal = Ipasem(session, timeout_s=10.0, captcha_timeout_s=0.1)
        with pytest.raises(PersonNeeded):
            portal.sign_in(LOGIN, Absent())
        evidence = portal.snapshot("entrada")
    assert [LOGIN.password.encode() in e.content for e in evidence] == [False, False]
