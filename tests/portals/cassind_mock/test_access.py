"""Getting in and out."""

from __future__ import annotations

from portals.cassind.mock.menu import ROOT
from tests.portals.cassind_mock.conftest import Open, Screen
from tests.portals.cassind_mock.people import CLINICA

WRONG = ["Login ou senha inválidos."]
BLOCKED = [
    "Acesso bloqueado após 3 tentativas inválidas. Entre em contato com o Setor de Cadastro: cadastro@cassind.com.br."
]
EXPIRED = ["Sua sessão expirou. Informe novamente o login e a senha."]


def test_the_site_leads_to_the_login_once_an_option_is_chosen(open_office: Open) -> None:
    office = open_office(signed_in=False)
    site = Screen(office.client.get("/"))
    refused, login = office.open("acesso.php"), office.open("acesso.php", opcao="clinica")
    assert (site.heading, refused.alerts, login.texts("label, button, a")) == (
        "ACESSO PRESTADOR",
        ["Selecione uma das opções de acesso."],
        ["Login", "Senha", "Entrar", "Esqueci minha senha"],
    )


def test_the_right_password_opens_the_menu_of_the_manual(open_office: Open) -> None:
    home = open_office(signed_in=False).sign_in()
    bar = [*home.texts(".brand"), *home.texts(".nav > li > a")]
    assert (bar, home.texts(".logado"), home.alerts) == (
        [
            "Prestador",
            "Home",
            "Emissão de guias",
            "Faturamento",
            "Relatórios",
            "Utilitários/Outros",
            "Configurações",
            "Comunicados",
            "Sair",
        ],
        ["Você está logado 900123 - Clínica Boa Vista Ltda"],
        [],
    )


def test_the_menu_faturamento_has_the_manual_s_items(open_office: Open) -> None:
    items = open_office(signed_in=False).sign_in().texts(".dropdown-menu a")
    assert items[3:10] == [
        "Envio de arquivos xml",
        "Histórico de arquivos xml enviado",
        "Simplificado",
        "Detalhado",
        "Honorário individual",
        "Seriado Múltiplo",
        "Protocolos de faturamento",
    ]


def test_three_wrong_passwords_in_a_row_block_the_login_even_for_the_right_one(open_office: Open) -> None:
    office = open_office(signed_in=False)
    answers = [office.sign_in(password="errada").alerts for _ in range(3)] + [office.sign_in().alerts]
    assert answers == [WRONG, WRONG, BLOCKED, BLOCKED]


def test_a_right_password_forgets_the_wrong_ones_before(open_office: Open) -> None:
    office = open_office(signed_in=False)
    answers = [office.sign_in(password=word).alerts for word in ("errada", "errada", CLINICA.password, "errada")]
    assert answers == [WRONG, WRONG, [], WRONG]


def test_an_unknown_login_is_answered_as_a_wrong_password(open_office: Open) -> None:
    office = open_office(signed_in=False)
    assert office.post("index.php", {"operador": "ninguem", "senha": "x"}).alerts == WRONG


def test_without_a_session_every_page_of_the_prestador_is_the_login(open_office: Open) -> None:
    office = open_office(signed_in=False)
    answers = [office.open("home.php"), office.listing(), office.bill("2400701"), office.protocolos()]
    assert ([answer.alerts for answer in answers], office.billed()) == ([EXPIRED] * 4, [])


def test_a_session_ends_after_twenty_idle_minutes(open_office: Open) -> None:
    office = open_office()
    office.clock.pass_minutes(20)
    alive = office.listing()
    office.clock.pass_minutes(21)
    assert (alive.alerts, office.listing().alerts) == ([], EXPIRED)


def test_sair_ends_the_session(open_office: Open) -> None:
    office = open_office()
    left = office.open("sair.php")
    assert (left.alerts, office.listing().alerts) == (["Você saiu do sistema."], EXPIRED)


def test_the_old_skin_shows_its_notices_once_after_each_login(open_office: Open) -> None:
    office = open_office(skin="antiga", signed_in=False)
    shown = [office.sign_in(), office.open("principal.php"), office.sign_in()]
    assert [page.texts(".modal button") for page in shown] == [["OK", "Fechar"], [], ["OK", "Fechar"]]


def test_the_plain_skin_shows_notices_only_when_told(open_office: Open) -> None:
    pages = [open_office(signed_in=False).sign_in(), open_office(notices=True, signed_in=False).sign_in()]
    assert [page.texts(".modal h3") for page in pages] == [[], ["Comunicado", "Comunicado"]]


def test_the_session_s_number_is_in_the_address_after_login(open_office: Open) -> None:
    office = open_office(signed_in=False)
    answer = office.client.post(
        ROOT + "index.php", data={"operador": CLINICA.login, "senha": CLINICA.password}, follow_redirects=False
    )
    assert answer.headers["location"] == f"{ROOT}principal.php?idSessao={office.client.cookies['PHPSESSID']}"
