"""Getting in and out: the site's entry, ACESSO PRESTADOR, login, home, notices, search of the menu, Sair."""

from __future__ import annotations

from starlette.responses import Response

from portals.cassind.mock import menu, words
from portals.cassind.mock.desk import PENDING_NOTICES, Desk, Message, danger
from portals.cassind.mock.rules import ATTEMPTS
from portals.mock.exchange import Asked

OPTIONS = (
    ("clinica", "Clínicas e consultórios"),
    ("laboratorio", "Laboratórios e imagem"),
    ("hospital", "Hospitais"),
)


class Access:
    """The screens around the session."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def entry(self, _asked: Asked) -> Response:
        """The operadora's site, open on ACESSO PRESTADOR."""
        return self._desk.bare("entrada.html", options=OPTIONS)

    def choose(self, asked: Asked) -> Response:
        """ENTRAR of the site: on to the login once an option is chosen."""
        if asked.text("opcao") not in dict(OPTIONS):
            return self._desk.bare("entrada.html", danger(words.CHOOSE_ACCESS), options=OPTIONS)
        return self._desk.redirect("index.php")

    def login_form(self, asked: Asked) -> Response:
        """The login form, or the home page for whoever is signed in."""
        return self._desk.redirect("principal.php") if asked.session.user else self._desk.login_page()

    def login(self, asked: Asked) -> Response:
        """Sign in. Three wrong passwords in a row block the login until the operadora unblocks it."""
        login, password = asked.text("operador"), str(asked.form.get("senha", ""))
        odd = self._desk.faults.take("unknown_notice", "login")
        problem = odd.text if odd else self._problem(login, password)
        if problem:
            return self._desk.login_page(danger(problem), dialog=self._desk.dialog("login"))
        self._desk.stage.sessions.sign_in(asked.session, login)
        if self._desk.notices:
            asked.session.notes[PENDING_NOTICES] = "S"
        return self._desk.redirect(f"principal.php?idSessao={asked.session.cookie}")

    def _problem(self, login: str, password: str) -> str:
        state = self._desk.state
        account = state.seed.account(login)
        if account is None:
            return words.WRONG_LOGIN
        if state.failures(login) >= ATTEMPTS:
            return words.BLOCKED
        if account.password == password:
            state.failed(login, 0)
            return ""
        state.failed(login, state.failures(login) + 1)
        return words.BLOCKED if state.failures(login) >= ATTEMPTS else words.WRONG_LOGIN

    def main(self, asked: Asked) -> Response:
        """The page after login: the home page, or the old skin's frame around it."""
        template = "moldura.html" if self._desk.antiga else "home.html"
        return self._desk.work(asked, template, dialog=self._desk.dialog("login"))

    def home(self, asked: Asked) -> Response:
        """The home page."""
        return self._desk.work(asked, "home.html")

    def notices(self, asked: Asked) -> Response:
        """Comunicados: the notices, to be read again."""
        return self._desk.work(asked, "comunicados.html", all_notices=words.NOTICES)

    def search(self, asked: Asked) -> Response:
        """Busca: the menu items that hold the words."""
        return self._desk.work(asked, "busca.html", found=menu.found(asked.text("q")))

    def forgot(self, _asked: Asked) -> Response:
        """Esqueci minha senha: whom to ask."""
        return self._desk.bare("texto.html", heading="Esqueci minha senha", text=words.FORGOT)

    def leave(self, asked: Asked) -> Response:
        """Sair: the session ends."""
        self._desk.stage.sessions.end(asked.session)
        return self._desk.login_page(Message("info", (words.SIGNED_OUT,)))
