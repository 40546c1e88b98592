"""Primeiro Acesso/Recuperar Senha, from the CPF/CNPJ to the new password, with a real e-mail over SMTP."""

import re
import socket
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from aiosmtpd.controller import Controller

from tests.portals.ipasem_mock.conftest import LOGIN, Open, Screen, Visit
from tests.portals.ipasem_mock.people import CLINICA

START = "/requerimentos/recuperar-senha-prestador"
NEW = "/requerimentos/restaurar-senha"


class Mailbox:
    """A mail server that keeps what it is given."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []

    async def handle_DATA(self, server: object, session: object, envelope: object) -> str:  # noqa: N802 - aiosmtpd's name
        content = getattr(envelope, "content", b"")
        self.mails.append(message_from_bytes(content, policy=policy.default))
        return "250 OK"


@pytest.fixture(scope="module")
def post_office() -> Iterator[tuple[Mailbox, tuple[str, int]]]:
    box = Mailbox()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    yield box, ("127.0.0.1", port)
    server.stop()


@pytest.fixture
def mailed(open_visit: Open, post_office: tuple[Mailbox, tuple[str, int]]) -> tuple[Visit, Mailbox]:
    box, place = post_office
    box.mails.clear()
    return open_visit(signed_in=False, smtp=place), box


def ask(visit: Visit, document: str = CLINICA.document) -> Screen:
    visit.open(START)
    return visit.post(START, {"RecuperarForm[documento]": document, "g-recaptcha-response": visit.ticked()})


def choose(visit: Visit, place: str = "0") -> Screen:
    return visit.post(
        "/requerimentos/escolher-email", {"EscolhaForm[email]": place, "g-recaptcha-response": visit.ticked()}
    )


def link(box: Mailbox) -> str:
    (mail,) = box.mails
    found = re.search(r"https?://\S+", mail.get_content())
    assert found is not None
    return found[0]


def change(visit: Visit, link: str, new: str, again: str | None = None) -> Screen:
    token = link.partition("token=")[2]
    visit.open(NEW, token=token)
    form = {"SenhaForm[nova_senha]": new, "SenhaForm[confirmacao]": new if again is None else again}
    return visit.post(NEW, {**form, "token": token, "g-recaptcha-response": visit.ticked()})


def test_the_emails_to_choose_from_are_shown_masked(mailed: tuple[Visit, Mailbox]) -> None:
    visit, _ = mailed
    shown = ask(visit)
    assert shown.texts("label")[:2] == ["fa*********@aurora.example", "do***@aurora.example"]


def test_the_link_comes_by_email_with_the_manuals_title(mailed: tuple[Visit, Mailbox]) -> None:
    visit, box = mailed
    ask(visit)
    choose(visit, "1")
    (mail,) = box.mails
    assert (mail["Subject"], mail["To"]) == ("Ipasem Relatórios – Restaurar Senha", "dona@aurora.example")


def test_a_new_password_opens_the_portal_and_the_old_one_no_more(mailed: tuple[Visit, Mailbox]) -> None:
    visit, box = mailed
    ask(visit)
    choose(visit)
    done = change(visit, link(box), "outra-senha-1")
    visit.sign_in()
    visit.open(LOGIN)
    assert "Senha Alterada/Criada com Sucesso" in done.html
    assert visit.mock.recorded()["sessoes"] == []
    visit.sign_in(password="outra-senha-1")
    assert visit.mock.recorded()["sessoes"] == [CLINICA.document]


@pytest.mark.parametrize(
    ("new", "again", "said"),
    [
        ("curta-1", "curta-1", "Nova Senha deve conter no mínimo 8 caracteres."),
        ("só-letras-aqui", "só-letras-aqui", "Nova Senha deve conter letras e números."),
        ("outra-senha-1", "outra-senha-2", 'Confirmação de Senha deve ser igual a "Nova Senha".'),
    ],
)
def test_a_password_against_the_rules_changes_nothing(
    mailed: tuple[Visit, Mailbox], new: str, again: str, said: str
) -> None:
    visit, box = mailed
    ask(visit)
    choose(visit)
    assert change(visit, link(box), new, again).errors == [said]
    assert visit.mock.state.changed_password(CLINICA.document) is None


def test_a_link_serves_once_and_for_an_hour(mailed: tuple[Visit, Mailbox]) -> None:
    visit, box = mailed
    ask(visit)
    choose(visit)
    change(visit, link(box), "outra-senha-1")
    used = visit.open(NEW, token=link(box).partition("token=")[2])
    box.mails.clear()
    ask(visit)
    choose(visit)
    visit.clock.pass_by(minutes=61)
    expired = visit.open(NEW, token=link(box).partition("token=")[2])
    dead = ["Link inválido ou expirado. Solicite a recuperação da senha novamente."]
    assert (used.alerts, expired.alerts) == (dead, dead)


def test_without_the_box_or_an_email_nothing_is_sent(mailed: tuple[Visit, Mailbox]) -> None:
    visit, box = mailed
    ask(visit)
    unticked = visit.post("/requerimentos/escolher-email", {"EscolhaForm[email]": "0"})
    unchosen = choose(visit, "")
    said = (unticked.alerts, unchosen.alerts)
    assert said == (["Por favor, confirme que você não é um robô."], ["Selecione um e-mail."])
    assert box.mails == []
