"""Primeiro acesso and recuperar senha: the portal's screens, a real e-mail, the vault, and a person at each box."""

import re
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any, cast

import pytest
from aiosmtpd.controller import Controller
from playwright.sync_api import Browser

from agent.config.load import load_office
from agent.model.errors import PageChanged, PersonNeeded
from agent.runner.desk import Desk
from agent.runner.recover import recover_password
from agent.vault.key import VARIABLE
from agent.vault.opening import open_vault
from agent.vault.vault import Password, Vault
from portals.base import Login
from portals.browser.session import Session
from portals.ipasem.portal import Ipasem
from tests.portals.ipasem.office import CNPJ, LOGIN, NOW, Office, office

pytestmark = pytest.mark.browser

_OFFICE = """\
[escritorio]
nome = "Escritório inventado"
cofre = "arquivo"

[portais.ipasem]
endereco = "{url}"

[clinicas.bem-viver]
nome = "Clínica Bem Viver"
acessos.ipasem.usuario = "{user}"
"""


_SPOILS_THE_SECOND = """
addEventListener("submit", (e) => {
  const again = e.target.querySelector("[data-campo=confirmacao]");
  if (again) again.value += "2";
}, true);
"""


class Mailbox:
    """A mail server that keeps what it is given."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []

    async def handle_DATA(self, server: object, session: object, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"

    def last_link(self) -> str:
        found = re.search(r"https?://\S+", self.mails[-1].get_content())
        assert found is not None
        return found[0]


@dataclass
class Scene:
    """The mock portal with a mail server, an office folder with a vault, and a person who answers."""

    served: Office
    box: Mailbox
    vault: Vault
    desk: Desk
    heard: list[str] = field(default_factory=list)
    link: str = ""
    before_link: Callable[[], None] = lambda: None

    def recover(self, pick: str = "1") -> str:
        answers = iter([pick])

        def ask(question: str) -> str:
            self.heard.append(question)
            if "e-mail mandar" in question:
                return next(answers, "")
            self.before_link()
            return self.link or self.box.last_link()

        return recover_password(self.desk, "bem-viver", "ipasem", ask, self.heard.append)

    def password(self) -> str:
        return self.vault.password("bem-viver", "ipasem").reveal()


@contextmanager
def _post_office() -> Iterator[tuple[Mailbox, tuple[str, int]]]:
    box = Mailbox()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    try:
        yield box, ("127.0.0.1", port)
    finally:
        server.stop()


class _Door:
    """The way in without a stored session, as after it was forgotten."""

    def __init__(self, served: Office) -> None:
        self._served = served

    @contextmanager
    def connect(self) -> Iterator[Ipasem]:
        with self._served.session() as session:
            yield Ipasem(session, timeout_s=10.0, captcha_timeout_s=10.0)

    def remember(self) -> None:
        raise AssertionError("nobody signs in here")


@pytest.fixture(scope="module", params=["simples", pytest.param("antiga", marks=pytest.mark.long)])
def _scene(
    browser: Browser, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Scene]:
    with _post_office() as (box, place), office(browser, request.param, smtp=place) as served:
        folder: Path = tmp_path_factory.mktemp("escritorio")
        (folder / "faturista.toml").write_text(_OFFICE.format(url=served.url, user=CNPJ), encoding="utf-8")
        key = folder.parent / f"{folder.name}.chave"
        key.touch(mode=0o600)
        key.write_text("chave-inventada-da-senha-nova", encoding="ascii")
        loaded = load_office(folder)
        vault = open_vault(loaded, {VARIABLE: str(key)})
        desk = cast(Desk, _Bare(loaded, vault, served))
        yield Scene(served, box, vault, desk)


class _Bare:
    """The part of a desk that a recovery uses."""

    def __init__(self, loaded: object, vault: Vault, served: Office) -> None:
        self.office = loaded
        self.vault = vault
        self._served = served

    def open_door(self, clinica: str, portal: str) -> _Door:
        return _Door(self._served)

    def presence(self, clinica: str) -> object:
        return self._served.person


@pytest.fixture
def scene(_scene: Scene) -> Scene:
    _scene.box.mails.clear()
    _scene.heard.clear()
    _scene.link = ""
    _scene.before_link = lambda: None
    _scene.vault.set_password("bem-viver", "ipasem", Password("a-antiga-1"))
    return _scene


def test_a_new_password_is_made_typed_twice_confirmed_and_kept(scene: Scene) -> None:
    said = scene.recover("2")
    assert said in ("Senha Alterada/Criada com Sucesso", "Ipasem: Senha Alterada/Criada com Sucesso")
    assert scene.box.mails[0]["To"] == "dr@bv.example"
    assert (scene.password(), len(scene.password())) == (
        scene.served.mock.state.changed_password(CNPJ),
        20,
    )
    assert not any(scene.password() in text for text in scene.heard)


def test_the_new_password_opens_the_portal(scene: Scene) -> None:
    scene.recover()
    with scene.served.session() as session:
        Ipasem(session, timeout_s=10.0).sign_in(Login(LOGIN.user, scene.password()), scene.served.person)
    assert CNPJ in scene.served.mock.recorded()["sessoes"]


def test_a_used_link_says_so_in_the_portals_words_and_nothing_is_stored(scene: Scene) -> None:
    scene.recover()
    scene.link = scene.box.last_link()
    scene.vault.set_password("bem-viver", "ipasem", Password("a-antiga-1"))
    with pytest.raises(PersonNeeded) as stopped:
        scene.recover()
    assert "Link inválido ou expirado." in str(stopped.value)
    assert scene.password() == "a-antiga-1"


def test_an_expired_link_says_so_in_the_portals_words_and_nothing_is_stored(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = NOW + timedelta(minutes=61)
    scene.before_link = lambda: monkeypatch.setattr(scene.served.mock.stage, "now", lambda: later)
    with pytest.raises(PersonNeeded) as stopped:
        scene.recover()
    assert "Link inválido ou expirado." in str(stopped.value)
    assert scene.password() == "a-antiga-1"


@pytest.mark.parametrize(
    ("password", "page", "said"),
    [
        pytest.param("curta-1", "", "Nova Senha deve conter no mínimo 8 caracteres.", marks=pytest.mark.long),
        ("so-letras-aqui", "", "Nova Senha deve conter letras e números."),
        ("outra-senha-1", _SPOILS_THE_SECOND, 'Confirmação de Senha deve ser igual a "Nova Senha".'),
    ],
)
def test_a_password_that_the_portal_refuses_is_told_in_its_words_and_nothing_is_stored(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, password: str, page: str, said: str
) -> None:
    plain = scene.served.session

    @contextmanager
    def session() -> Iterator[Session]:
        with plain() as opened:
            opened.context.add_init_script(page)
            yield opened

    monkeypatch.setattr(scene.served, "session", session)
    monkeypatch.setattr("agent.runner.recover.new_password", lambda: Password(password))
    before = scene.served.mock.state.changed_password(CNPJ)
    with pytest.raises(PersonNeeded) as stopped:
        scene.recover()
    assert stopped.value.what.startswith(said)
    assert (scene.password(), scene.served.mock.state.changed_password(CNPJ)) == ("a-antiga-1", before)


def test_a_link_of_another_site_is_not_opened(scene: Scene) -> None:
    scene.link = "https://ipasem.example/restaurar?token=1"
    with pytest.raises(PageChanged) as stopped:
        scene.recover()
    assert stopped.value.what == "O link não é deste portal; nada foi aberto."
    assert scene.password() == "a-antiga-1"


def test_nobody_chose_an_email_so_none_is_sent(scene: Scene) -> None:
    with pytest.raises(PersonNeeded):
        scene.recover("9")
    assert (scene.box.mails, scene.password()) == ([], "a-antiga-1")
