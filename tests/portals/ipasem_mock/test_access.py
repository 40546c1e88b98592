"""Signing in: the box that only a person ticks, the password, the block, the session."""

from __future__ import annotations

import pytest

from portals.mock.skins import Skin
from tests.portals.ipasem_mock.conftest import LOGIN, Open, Visit
from tests.portals.ipasem_mock.people import CLINICA


def test_a_right_password_and_a_ticked_box_open_the_work_screen(open_visit: Open) -> None:
    visit = open_visit(signed_in=False)
    screen = visit.sign_in()
    assert (screen.path, screen.texts(".card-header")) == (
        "/requerimentos",
        [
            "GERAR REQUERIMENTOS",
            "RELATÓRIO DE CONFERÊNCIA",
            "FECHAR MOVIMENTO MENSAL",
            "RELATÓRIO DE FECHAMENTO DOS SERVIÇOS PRESTADOS",
            "RELATÓRIO DE RETORNO DO FATURAMENTO",
            "REGISTRO DE ATIVIDADES",
            "CONSULTAR AUTORIZAÇÃO",
        ],
    )


def test_the_login_page_has_the_manuals_words(open_visit: Open) -> None:
    screen = open_visit(signed_in=False).open(LOGIN)
    words = (screen.heading, screen.texts("label"), screen.texts("button"), screen.texts("p a"))
    assert words == ("Entrar", ["CPF/CNPJ", "Senha"], ["Acessar"], ["Primeiro Acesso/Recuperar Senha"])


def test_a_document_may_be_typed_with_its_signs(open_visit: Open) -> None:
    visit = open_visit(signed_in=False)
    typed = CLINICA.model_copy(update={"document": "11.222.333/0001-81"})
    assert visit.sign_in(typed).path == "/requerimentos"


def test_without_the_box_nobody_comes_in(open_visit: Open) -> None:
    visit = open_visit(signed_in=False)
    visit.open(LOGIN)
    form = {"documento": CLINICA.document, "senha": CLINICA.password, "g-recaptcha-response": "inventado"}
    screen = visit.post(LOGIN, form)
    assert (screen.path, screen.alerts) == (LOGIN, ["Por favor, confirme que você não é um robô."])


def test_one_tick_opens_one_form(open_visit: Open) -> None:
    visit = open_visit(signed_in=False)
    visit.open(LOGIN)
    form = {"documento": CLINICA.document, "senha": "errada", "g-recaptcha-response": visit.ticked()}
    alerts = [visit.post(LOGIN, form).alerts for _ in range(2)]
    assert alerts == [
        ["CPF/CNPJ ou senha incorretos."],
        ["Por favor, confirme que você não é um robô."],
    ]


def test_the_third_wrong_password_blocks_the_login(open_visit: Open) -> None:
    visit = open_visit(signed_in=False)
    alerts = [visit.sign_in(password="errada").alerts[0] for _ in range(3)]
    right = visit.sign_in().alerts
    assert (alerts, right) == (
        [
            "CPF/CNPJ ou senha incorretos.",
            "CPF/CNPJ ou senha incorretos.",
            "Usuário bloqueado. Entre em contato com o Ipasem.",
        ],
        ["Usuário bloqueado. Entre em contato com o Ipasem."],
    )


def test_the_institute_unblocks_a_login(open_visit: Open) -> None:
    visit = open_visit(signed_in=False)
    for _ in range(3):
        visit.sign_in(password="errada")
    visit.door.post("/porta-do-auditor/avancar/desbloquear", json={"document": CLINICA.document})
    assert visit.sign_in().path == "/requerimentos"


@pytest.mark.parametrize("skin", Skin)
def test_a_form_without_its_token_is_not_accepted(open_visit: Open, skin: Skin) -> None:
    screen = open_visit(skin=skin).post("/requerimentos/fechar-movimento", {"_csrf": "outro"})
    assert (screen.status, screen.alerts) == (400, ["Não foi possível verificar o seu envio de dados."])


def test_whoever_is_not_signed_in_sees_the_login_page(open_visit: Open) -> None:
    assert open_visit(signed_in=False).open("/requerimentos/movimento", mes="02", ano="2025").path == LOGIN


def test_an_idle_session_ends_at_the_login_page(visit: Visit) -> None:
    visit.clock.pass_by(minutes=31)
    assert visit.open("/requerimentos").path == LOGIN


def test_sair_ends_the_session(visit: Visit) -> None:
    paths = [visit.open("/requerimentos/sair").path, visit.open("/requerimentos").path]
    assert paths == [LOGIN, LOGIN]


def test_a_second_sign_in_ends_the_first_where_one_session_is_allowed(open_visit: Open) -> None:
    visit = open_visit(single_session=True)
    first = visit.client.cookies.get("advanced-frontend", "")
    visit.client.cookies.clear()
    visit.sign_in()
    assert (visit.mock.stage.sessions.get(first).user, visit.open("/requerimentos").path) == (
        None,
        "/requerimentos",
    )


def test_recovery_says_the_same_whoever_asks(visit: Visit) -> None:
    page = visit.open("/requerimentos/recuperar-senha-prestador")
    form = {"RecuperarForm[documento]": "00000000000", "g-recaptcha-response": visit.ticked()}
    answer = visit.post("/requerimentos/recuperar-senha-prestador", form)
    assert (page.heading, page.texts("button"), answer.alerts) == (
        "Recuperar a senha",
        ["Recuperar a senha"],
        ["Se o CPF/CNPJ estiver cadastrado, o link para criar a senha será enviado ao e-mail do credenciado."],
    )


def test_where_people_practise_a_click_ticks_the_box(open_visit: Open) -> None:
    visit = open_visit(signed_in=False, human_clicks=True)
    visit.open(LOGIN)
    box = visit.mock.stage.captchas.waiting()[0]
    visit.client.post(f"/nao-sou-um-robo/{box.id}/clique")
    assert visit.client.get(f"/nao-sou-um-robo/{box.id}/estado").json()["marcado"]


def test_no_log_holds_the_password(visit: Visit) -> None:
    pages = ("pedidos", "diario", "registros", "falhas")
    told = "".join(visit.door.get(f"/porta-do-auditor/{page}").text for page in pages)
    assert CLINICA.password not in told
