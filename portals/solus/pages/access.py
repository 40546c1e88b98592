"""Getting in and out: ACESSO PRESTADOR, the login form, the notices that follow it, the menu, Sair."""

from collections.abc import Sequence

from agent.model.errors import CredentialsRejected, PageChanged, UnexpectedDialog, UnknownMessage, WrongAccount
from portals.base import Login
from portals.browser.translate import portal_errors
from portals.grid import folded
from portals.locate.find import has_form
from portals.solus.messages import Classe, of
from portals.solus.pages.screen import Look, Screen, Window
from portals.solus.prestador import is_the_same
from portals.solus.scripts import script

# What a window that says something and asks nothing is called, and the one button that it then has.
_NOTICE = frozenset({"comunicado", "comunicados", "aviso", "avisos", "informativo"})
_NOTED = frozenset({"ok", "fechar"})
_STEPS = 3
_NOTICES = 20


class Access:
    """The screens around a session. `expected`: names, code or CNPJ of who must be signed in; none: whoever it is."""

    def __init__(self, screen: Screen, expected: Sequence[str] = ()) -> None:
        self._screen = screen
        self._expected = tuple(filter(None, expected))
        self._entrance = screen.place("Entrada")
        self._home = ""

    def sign_in(self, login: Login) -> tuple[str, ...]:
        """Be signed in, with the stored session if the portal still honours it; the texts of the notices dismissed.

        Raises CredentialsRejected when the portal refuses login or password, or has blocked the login; WrongAccount
        when it shows another prestador than expected; PageChanged when no known screen leads on, or it does not show
        who is signed in though one is expected; UnknownMessage and UnexpectedDialog for what no catalogue knows.
        """
        seen = self._screen.act(self._screen.session.goto, self._entrance)
        for _ in range(_STEPS):
            if seen.signed:
                return self._noted(seen)
            seen = self._log_in(login) if seen.login else self._choose(seen)
        if seen.signed:
            return self._noted(seen)
        raise PageChanged("Depois de ENTRAR, o portal não mostrou nem o login nem o menu.", where=self._entrance)

    def sign_out(self) -> None:
        """Leave. Raises PageChanged when the portal does not let go."""
        where = self._screen.place("Sair")
        form = self._screen.form("menu", where)
        if self._screen.click(form["sair"], where).signed:
            raise PageChanged('O menu continua na tela depois de "Sair".', where=where)
        with portal_errors(where):
            self._screen.session.context.clear_cookies()

    def renew(self) -> tuple[str, ...]:
        """Go on in a new page of the same session: the old one's memory goes with it. The texts of notices dismissed.

        Only where nothing on the screen is needed any more. Raises as `sign_in` does where the portal does not go on.
        """
        where = self._screen.place("Página inicial")
        with portal_errors(where):
            self._screen.session.renew()
        return self._noted(self._screen.act(lambda: self._screen.session.goto(self._home), where))

    def open(self, item: str, panel: str, menu: str = "faturamento") -> Look:
        """Open a screen through one of the menus, by the keys of labels.toml; quiet, or an error that says why."""
        titles = self._screen.labels.panels[panel].titles
        where = self._screen.place(titles[0])
        self._cleared(where)
        if not self._is_open(menu, item, where):
            bar = self._screen.form("menu", where)
            with portal_errors(where):
                bar[menu].click()
        entries = self._screen.form(menu, where, keys=(item,))
        seen = self._screen.click(entries[item], where, titles)
        self._screen.calm(seen, where)
        return seen

    def _is_open(self, menu: str, item: str, where: str) -> bool:
        """Whether the menu shows that entry already: another click would close it."""
        with portal_errors(where):
            return has_form(self._screen.session.frames(), self._screen.labels.panels[menu], [item])

    def _cleared(self, where: str) -> None:
        """The work page, without whatever an interrupted step left there; never by a reload, which posts again."""
        with portal_errors(where):
            seen = self._screen.look()
        if not seen.login and (seen.windows or not seen.signed):
            seen = self._screen.act(lambda: self._screen.session.goto(self._home), where)
        self._screen.inside(seen, where)

    def _choose(self, seen: Look) -> Look:
        self._stop_at_words(seen)
        form = self._screen.form("entrada", self._entrance)
        with portal_errors(self._entrance):
            form["acesso"].check()
        return self._screen.click(form["entrar"], self._entrance)

    def _log_in(self, login: Login) -> Look:
        self._stop_at_words(self._screen.look())
        form = self._screen.form("login", self._entrance)
        with portal_errors(self._entrance):
            self._screen.session.type_secret(form["login"], login.user, self._entrance)
            self._screen.session.type_secret(form["senha"], login.password, self._entrance)
        seen = self._screen.click(form["entrar"], self._entrance)
        if seen.signed:
            return seen
        self._stop_at_words(seen)
        raise PageChanged("O portal voltou à entrada sem dizer por quê.", where=self._entrance)

    def _stop_at_words(self, seen: Look) -> None:
        """Raise for whatever the entrance says that is not mere politeness."""
        if seen.windows:
            raise UnexpectedDialog(f"O portal abriu uma janela: {seen.windows[0].text!r}.", where=self._entrance)
        said = seen.said
        refused = (*of(Classe.CREDENCIAIS, said), *of(Classe.BLOQUEIO, said))
        if refused:
            raise CredentialsRejected(
                f"O portal não aceitou a entrada: {refused[0].texto!r}.",
                where=self._entrance,
                do="Confira o login e a senha com o portal; não será tentado de novo, para não bloquear o acesso.",
            )
        strange = [m for m in said if m.classe not in (Classe.NEUTRA, Classe.SESSAO)]
        if strange:
            raise UnknownMessage(f"O portal mostrou: {strange[0].texto!r}.", where=self._entrance)

    def _noted(self, seen: Look) -> tuple[str, ...]:
        texts: list[str] = []
        while seen.windows and len(texts) < _NOTICES:
            window = seen.windows[0]
            texts.append(window.text)
            seen = self._dismissed(window)
        self._screen.inside(seen, self._screen.place("Página inicial"))
        self._home = self._screen.session.page.url
        self._same_prestador()
        return tuple(texts)

    def _same_prestador(self) -> None:
        """A stored session may be another login's: nothing is done in the name of another prestador."""
        if not self._expected:
            return
        with portal_errors(self._entrance):
            shown = [text for frame in self._screen.session.frames() for text in frame.evaluate(script("logged.js"))]
        if not shown:
            raise PageChanged("O portal não mostra quem entrou.", where=self._entrance, do="Nada foi feito.")
        if not all(is_the_same(text, self._expected) for text in shown):
            named = " ou ".join(map(repr, self._expected))
            raise WrongAccount(
                f"O portal mostra que quem entrou é {shown[0]!r}, e não {named}.",
                where=self._entrance,
                do='Nada foi feito com este acesso. Se é o mesmo, corrija "prestador" no faturista.toml.',
            )

    def _dismissed(self, window: Window) -> Look:
        where = self._screen.place("Comunicados")
        if not _is_notice(window):
            asked = ", ".join(map(repr, window.buttons))
            raise UnexpectedDialog(f"O portal perguntou: {window.text!r} ({asked}).", where=where)
        with portal_errors(where):
            button = self._screen.button(window, window.buttons[0], where)
            return self._screen.closed(lambda: self._screen.press(button), window, where)


def _is_notice(window: Window) -> bool:
    """Whether pressing its button says no more than "seen": new terms and questions are for a person."""
    title = folded(window.lines[0]) if window.lines else ""
    button = folded(window.buttons[0]) if len(window.buttons) == 1 else ""
    return title in _NOTICE and button in _NOTED and "?" not in window.text
