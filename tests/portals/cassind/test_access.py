"""Getting in and out of the portal, and what it says on the way."""

from collections.abc import Callable
from datetime import date

import pytest

from agent.model.answer import Confirmed, Unknown
from agent.model.errors import (
    CredentialsRejected,
    PageChanged,
    PortalError,
    PortalUnavailable,
    SessionExpired,
    UnexpectedDialog,
    UnknownMessage,
    WrongAccount,
)
from portals.base import Login
from portals.solus.periodo import Periodo
from tests.portals.cassind.conftest import CONTA, LOGIN, Office, Open
from tests.portals.cassind.sample import OUTUBRO, consulta
from tests.skins import on_both_skins

pytestmark = pytest.mark.browser

PERIODO = Periodo(date(2026, 10, 1), date(2026, 11, 21))
WRONG = Login(CONTA.login, "errada")


def stopped(act: Callable[[], object]) -> PortalError:
    with pytest.raises(PortalError) as error:
        act()
    return error.value


@on_both_skins()
def test_signing_in_dismisses_the_notices_and_keeps_their_words(open_office: Open) -> None:
    office = open_office(signed_in=False, notices=True)
    office.sign_in()
    assert office.portal.notices == (
        "Comunicado Atualização cadastral Senhor(a) prestador(a), mantenha seus dados cadastrais e bancários "
        "atualizados junto ao Setor de Cadastro.",
        "Comunicado Calendário de faturamento Lembramos que as guias devem ser faturadas dentro do mês de "
        "atendimento, conforme o calendário de entrega divulgado.",
    )


def test_without_notices_there_is_nothing_to_keep(open_office: Open) -> None:
    assert open_office(notices=False).portal.notices == ()


@on_both_skins()
def test_a_refused_password_is_tried_only_once(open_office: Open) -> None:
    office = open_office(signed_in=False)
    errors = [stopped(lambda: office.sign_in(WRONG)), stopped(lambda: office.sign_in(WRONG))]
    assert [str(error) for error in errors] == [
        "CASSIND, Entrada: O portal não aceitou a entrada: 'Login ou senha inválidos.'. Confira o login e a senha com "
        "o portal; não será tentado de novo, para não bloquear o acesso.",
        "CASSIND: O portal recusou o usuário ou a senha. Não será tentado de novo, para não bloquear o acesso.",
    ]
    assert ([type(error) for error in errors], office.requests("login")) == ([CredentialsRejected] * 2, 1)


def test_a_blocked_login_is_given_to_a_person(open_office: Open) -> None:
    office = open_office(signed_in=False)
    office.mock.state.failed(CONTA.login, 3)
    error = stopped(office.sign_in)
    assert (type(error), "Acesso bloqueado após 3 tentativas" in str(error)) == (CredentialsRejected, True)


@pytest.mark.parametrize("on", ["entrada", "login"])
def test_a_portal_in_maintenance_is_told_in_its_own_words(open_office: Open, on: str) -> None:
    office = open_office(signed_in=False)
    office.faults.arm("maintenance", on=on)
    error = stopped(office.sign_in)
    assert (type(error), str(error)) == (
        PortalUnavailable,
        "CASSIND, Entrada: O portal disse: 'Sistema em manutenção'. Tente mais tarde.",
    )


def test_a_dropped_connection_is_no_refusal(open_office: Open) -> None:
    office = open_office(signed_in=False)
    office.faults.arm("drop_before_commit", on="login", times=None)
    assert type(stopped(office.sign_in)) is PortalUnavailable


def test_an_unknown_answer_to_the_login_is_neither_success_nor_refusal(open_office: Open) -> None:
    office = open_office(signed_in=False)
    office.faults.arm("unknown_notice", on="login", text="Seu contrato está em renovação.")
    error = stopped(office.sign_in)
    assert (type(error), str(error)) == (
        UnknownMessage,
        "CASSIND, Entrada: O portal mostrou: 'Seu contrato está em renovação.'.",
    )


@pytest.mark.parametrize("kind", ["alert", "confirm", "modal"])
def test_a_question_after_the_login_is_not_answered(open_office: Open, kind: str) -> None:
    office = open_office(signed_in=False, notices=False)
    office.faults.arm("unexpected_dialog", on="login", text="Aceita os novos termos?", kind=kind)
    error = stopped(office.sign_in)
    assert (type(error), "Aceita os novos termos?" in str(error)) == (UnexpectedDialog, True)


@pytest.mark.parametrize("label", ["Login", "Senha", "Entrar"])
def test_a_renamed_field_of_the_login_stops_before_the_password_is_typed(open_office: Open, label: str) -> None:
    office = open_office(signed_in=False)
    office.faults.arm("renamed_label", label=label, to="Outra palavra")
    assert (type(stopped(office.sign_in)), office.requests("login")) == (PageChanged, 0)


def test_a_saved_session_is_used_without_the_password_while_the_portal_honours_it(open_office: Open) -> None:
    office = open_office(signed_in=False)
    office.sign_in()
    other = open_office.again(office)
    other.sign_in(Login(CONTA.login, "não é digitada"))
    assert other.portal.observe(OUTUBRO).movimentos == ()
    assert other.requests("login") == 1


def test_a_saved_session_that_died_is_replaced_by_a_new_sign_in(open_office: Open) -> None:
    office = open_office(signed_in=False)
    office.sign_in()
    other = open_office.again(office)
    office.mock.stage.sessions.end_all()
    other.sign_in(LOGIN)
    assert (other.portal.observe(OUTUBRO).movimentos, other.requests("login")) == ((), 2)


def test_after_sign_out_the_session_is_worth_nothing(office: Office) -> None:
    office.portal.sign_out()
    assert office.mock.stage.sessions.signed_in() == []
    assert type(stopped(lambda: office.portal.observe(OUTUBRO))) is SessionExpired


def test_a_snapshot_shows_the_screen_as_picture_and_page(office: Office) -> None:
    assert [(e.kind, e.name, bool(e.content)) for e in office.portal.snapshot("parou aqui")] == [
        ("jpeg", "parou aqui", True),
        ("html.gz", "parou aqui", True),
    ]


@on_both_skins()
def test_a_worn_page_gives_way_to_a_new_one_between_two_batches(
    open_office: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("portals.browser.session._WORN", 1)
    office, pages = open_office(notices=True, prestador=CONTA.code), []
    for place in (1, 2):
        prepared = office.portal.prepare([consulta(place)])
        pages.append(office.session.page)
        assert isinstance(office.portal.submit(prepared), Confirmed)
    assert (office.billed(), office.session.context.pages == pages[1:], office.requests("login")) == (
        [("240101", "004512901"), ("240102", "004512902")],
        True,
        0,
    )


def test_a_page_whose_last_answer_was_lost_stays_until_the_next_one_is_there(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.faults.arm("error_500_after_commit", on="faturar")
    assert isinstance(office.portal.submit(office.portal.prepare([consulta(1)])), Unknown)
    monkeypatch.setattr(office.session, "_worn_at", 0)
    before = office.session.page
    assert (office.portal.prepare([consulta(2)]).ready, office.session.page is before) == ((consulta(2),), True)


def test_a_session_that_ended_is_told_when_its_page_is_renewed(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office.session, "_worn_at", 0)
    office.mock.stage.sessions.end_all()
    error = stopped(lambda: office.portal.prepare([consulta(1)]))
    assert (type(error), office.billed()) == (SessionExpired, [])


@on_both_skins()
def test_a_session_that_is_another_prestadors_is_not_used(open_office: Open) -> None:
    office = open_office(signed_in=False, prestador="Clínica Vizinha")
    error = stopped(office.sign_in)
    assert (type(error), str(error)) == (
        WrongAccount,
        "CASSIND, Entrada: O portal mostra que quem entrou é '900777 - Clínica Médica São Jerônimo', e não "
        "'Clínica Vizinha'. Nada foi feito com este acesso. Se é o mesmo, corrija \"prestador\" no faturista.toml.",
    )


@pytest.mark.parametrize("prestador", ["900777", "clinica medica SAO JERONIMO"])
def test_the_prestador_that_was_expected_goes_on(open_office: Open, prestador: str) -> None:
    assert open_office(prestador=prestador).portal.authorised(PERIODO) != ()


@on_both_skins()
def test_a_portal_that_does_not_show_who_is_signed_in_is_not_used_where_one_is_expected(open_office: Open) -> None:
    office = open_office(signed_in=False, prestador="900777")
    office.faults.arm("renamed_label", label="Você está logado", to="Bem-vindo")
    assert str(stopped(office.sign_in)) == "CASSIND, Entrada: O portal não mostra quem entrou. Nada foi feito."
