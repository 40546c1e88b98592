"""A portal of one entry at a time, as a base: it keeps every promise of the verbs; an adapter says where things are."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import ClassVar

from agent.model.answer import (
    Batch,
    Blocked,
    Confirmed,
    Difference,
    Mismatch,
    Outcome,
    Prepared,
    Recibo,
    Refused,
    Unknown,
)
from agent.model.competencia import Competencia
from agent.model.demonstrativo import Demonstrativo, SemRetorno
from agent.model.errors import (
    PageChanged,
    PortalError,
    PortalUnavailable,
    SessionExpired,
    UnknownMessage,
)
from agent.model.lancamento import Kind, Lancamento
from agent.model.point import Clock, utc_now
from agent.model.registro import Evidence, Movimento, Registro
from agent.model.valor import read_valor
from portals.base import Capabilities, Login, Presence
from portals.browser.session import Session
from portals.browser.translate import portal_errors
from portals.locate.find import Form
from portals.locate.labels import Labels
from portals.screens.access import AGAIN, Access
from portals.screens.compare import ECHO, NOT_EVERYWHERE, agrees, compared, differences, echo_differences, wanted
from portals.screens.messages import Classe, read_messages
from portals.screens.reading import columns_of
from portals.screens.record import Report, demonstrativo, registro
from portals.screens.screen import Screen
from portals.screens.seen import Seen

Act = Callable[[], Seen]
"""One irreversible act, pressed when it is called, and what then is new on the screen."""


@dataclass(frozen=True, slots=True)
class _Held:
    prepared: Prepared
    shown: dict[str, str]


class ScreenPortal(ABC):
    """Of labels.toml it asks the panels that Screen and Access need, and `cobranca`: the form of one entry with
    `movimento` and the ECHO fields shown, its fields, and the button `gravar`. Of columns.toml `movimentos`, `retorno`.

    `home`: the first panel inside. `kinds`: what it has a form for.
    """

    name: str
    package: ClassVar[str]
    home: ClassVar[str]
    kinds: ClassVar[frozenset[Kind]]
    capabilities = Capabilities(batch=1, closes_month=True, leaves_drafts=True, removes_rows=True)

    def __init__(
        self,
        session: Session,
        labels: Labels,
        *,
        clock: Clock = utc_now,
        timeout_s: float = 60.0,
        captcha_timeout_s: float = 600.0,
    ) -> None:
        self.screen = Screen(session, labels, read_messages(self.package), timeout_s)
        self._columns = columns_of(self.package, labels)
        self._access = Access(self.screen, self.home, captcha_timeout_s)
        self._clock = clock
        self._where = self.screen.place("lançamento")
        self._held: _Held | None = None
        self._kept: tuple[Evidence, ...] = ()
        self._saved = False
        self._astray = False
        self._lost = False

    @abstractmethod
    def show_entry(self, lancamento: Lancamento) -> Seen:
        """Ask the portal for the entry's guia, once: the panel `cobranca` in `screens`, or what it said instead."""

    @abstractmethod
    def show_record(self, competencia: Competencia) -> Report:
        """Lead to the month's record."""

    @abstractmethod
    def show_return(self, competencia: Competencia) -> Report | SemRetorno:
        """Lead to the month's return, or what the portal says where there is none."""

    @abstractmethod
    def deleting(self, movimento: str) -> Act:
        """From the open month's record to what deletes exactly that row; the act presses it and says yes to the
        question about it.
        """

    @abstractmethod
    def closing(self, competencia: Competencia) -> Act:
        """From the open month's record to what closes exactly that month; the act presses and says yes as well."""

    def ask(self, menu: str, panel: str, screen: str, answers: tuple[str, ...], **texts: str) -> Seen:
        """By the menu to a panel, the texts into it, its button `confirmar`: one of `answers`, or what it said."""
        where = self.screen.place(screen)
        self.screen.only(self.screen.click("menu", menu, where, [panel]), (), where)
        form = self.screen.filled(panel, where, **texts)
        return self.screen.act(form["confirmar"].click, where, answers)

    def sign_in(self, login: Login, presence: Presence) -> None:
        """See Portal."""
        self._access.sign_in(self.name, login, presence)
        self._astray = False

    def sign_out(self) -> None:
        """See Portal."""
        self._access.sign_out()

    def observe(self, competencia: Competencia) -> Registro:
        """See Portal."""
        with self._working():
            report = self.show_record(competencia)
        return registro(self.name, competencia, report, self._columns["movimentos"], self._clock())

    def prepare(self, batch: Batch) -> Prepared:
        """See Portal. A blocked entry leaves no draft."""
        self._held, self._kept, self._saved = None, (), False
        if not batch:
            return Prepared(())
        (lancamento,) = batch
        self.screen.session.begin_entry()
        if lancamento.kind not in self.kinds:
            known = ", ".join(sorted(self.kinds))
            return _blocked(lancamento, Mismatch((Difference("tipo", lancamento.kind, known),)))
        with self._working():
            answer = self._filled(lancamento)
        if not isinstance(answer, Form):
            return _blocked(lancamento, answer)
        prepared = Prepared((lancamento,), compared=compared(lancamento, answer.shown))
        self._held = _Held(prepared, dict(answer.shown))
        return prepared

    def submit(self, prepared: Prepared) -> Outcome:
        """See Portal. Confirmed only by the success text with this row's own number."""
        held, self._held = self._held, None
        if held is None or not prepared.ready or prepared != held.prepared:
            raise PageChanged("A tela não está com o que foi preparado.", where=self._where)
        with self._working(), self.screen.session.recorded():
            outcome = self._submitted(prepared.ready[0], held.shown)
        self._saved = isinstance(outcome, Confirmed)
        return outcome

    def remove(self, competencia: Competencia, movimento: Movimento) -> Outcome:
        """See Portal."""
        self._held, self._saved = None, False
        with self._working():
            return self._deleted(competencia, movimento.movimento)

    def close(self, competencia: Competencia) -> Outcome:
        """See Portal. Confirmed only by the portal's sentence for that month."""
        self._held, self._saved = None, False
        with self._working():
            record = self.show_record(competencia)
            if record.fechado:
                return Refused(record.title)
            return self._sent(self.closing(competencia), Classe.FECHADO, mes=str(competencia))

    def fetch_return(self, competencia: Competencia) -> Demonstrativo | SemRetorno:
        """See Portal. Raises ReportUntrusted when it does not add up."""
        with self._working():
            page = self.show_return(competencia)
        if isinstance(page, SemRetorno):
            return page
        return demonstrativo(self.name, competencia, page, self._columns["retorno"])

    def snapshot(self, name: str) -> tuple[Evidence, ...]:
        """What the screen showed when the last entry stopped, else what it shows now; only the page after a save."""
        if self._kept:
            return self._kept
        with portal_errors(self._where):
            if self._saved:
                return (self.screen.session.page_copy(name),)
            return self.screen.session.snapshot(name)

    def _submitted(self, lancamento: Lancamento, compared: dict[str, str]) -> Outcome:
        form = self.screen.form("cobranca", self._where)
        if dict(form.shown) != compared:
            raise PageChanged("A tela não está mais com o que foi conferido; nada foi gravado.", where=self._where)
        numero, button = form.shown["movimento"], form["gravar"]
        outcome = self._sent(lambda: self.screen.act(button.click, self._where), Classe.GRAVADO, movimento=numero)
        if isinstance(outcome, Confirmed):
            return Confirmed(outcome.text, (Recibo(lancamento, numero, read_valor(form.shown["valor"])),))
        return self._tidied(outcome, lancamento, numero)

    def _filled(self, lancamento: Lancamento) -> Form | Refused | Mismatch:
        found = self.show_entry(lancamento)
        if "cobranca" not in found.screens:
            return self._refusal(found)
        self.screen.only(found, (), self._where)
        form = self.screen.form("cobranca", self._where)
        echo = echo_differences(lancamento, form.shown)
        answer: Form | Refused | Mismatch = Mismatch(echo) if echo else self._typed(lancamento, form)
        if not isinstance(answer, Form):
            with portal_errors(self._where):
                self._kept = self.screen.session.snapshot(f"guia {lancamento.numero_autorizacao}")
            self._discard(lancamento, form.shown["movimento"])
        return answer

    def _typed(self, lancamento: Lancamento, form: Form) -> Form | Refused | Mismatch:
        """Type what is not there yet, read all of it back. The portal's own value is never typed over."""
        asked = {key: text for key, text in wanted(lancamento).items() if key in form or key not in NOT_EVERYWHERE}
        with portal_errors(self._where), self.screen.session.watched() as traffic:
            for key, text in asked.items():
                if key != "valor" and key in form and not agrees(key, text, form.shown[key]):
                    form[key].fill(text)
                    form[key].press("Tab")
            self.screen.session.settle(traffic, self.screen.timeout_s)
        said = self.screen.look()
        if refused := said.said(Classe.RECUSA):
            return Refused(refused.texto)
        self.screen.only(said, (), self._where)
        now = self.screen.form("cobranca", self._where)
        identity = ("movimento", *ECHO)
        if any(now.shown[key] != form.shown[key] for key in identity):
            raise PageChanged("A tela passou a mostrar outra cobrança.", where=self._where)
        typed = {key: value for key, value in now.shown.items() if key not in (*identity, "gravar")}
        return Mismatch(found) if (found := differences(asked, typed)) else now

    def _refusal(self, found: Seen) -> Refused:
        self.screen.only(found, (Classe.RECUSA, Classe.JA_FECHADO), self._where)
        said = found.said(Classe.RECUSA, Classe.JA_FECHADO)
        if said is None:
            raise PageChanged("O portal não abriu a guia nem disse por quê.", where=self._where)
        return Refused(said.texto)

    def _sent(self, act: Act, success: Classe, **valores: str) -> Outcome:
        """The named outcome of an irreversible act, success only with these numbers; nothing is raised from here."""
        try:
            found = act()
            self.screen.only(found, (success, Classe.RECUSA, Classe.JA_FECHADO), self._where)
        except PortalError as error:
            self._lost = True
            return Unknown(str(error), unclassified=isinstance(error, UnknownMessage), said=error.said)
        texts = "; ".join(said.texto for said in found.messages)
        if found.messages and not found.said(success):
            return Refused(texts)
        if len(found.messages) == 1 and all(found.messages[0].valores.get(k) == v for k, v in valores.items()):
            return Confirmed(texts)
        self._lost = True
        return Unknown(f"{self._where}: o portal não disse o que fez: {texts!r}.")

    def _deleted(self, competencia: Competencia, numero: str) -> Outcome:
        record = self.show_record(competencia)
        if record.fechado:
            return Refused(record.title)
        return self._sent(self.deleting(numero), Classe.EXCLUIDO, movimento=numero)

    def _tidied(self, outcome: Outcome, lancamento: Lancamento, numero: str) -> Outcome:
        """After a refusal no draft stays; where that cannot be seen, the record will tell."""
        if isinstance(outcome, Refused):
            try:
                self._discard(lancamento, numero)
            except PortalError as error:
                return Unknown(str(error))
        return outcome

    def _discard(self, lancamento: Lancamento, numero: str) -> None:
        """Delete the draft, confirmed by the portal, or PortalError."""
        outcome = self._deleted(lancamento.competencia, numero)
        if not isinstance(outcome, Confirmed):
            raise PortalUnavailable(f"O portal não confirmou a exclusão do rascunho {numero}.", where=self._where)

    @contextmanager
    def _working(self) -> Iterator[None]:
        """A verb that ends in an error or without an answer leaves a screen that nobody knows: the next one begins at
        the portal's address. Raises SessionExpired for a PageChanged that is the way in.
        """
        if self._astray:
            self._access.come_back()
        self._astray, self._lost = True, False
        try:
            yield
        except PageChanged as error:
            if self._access.asked_again():
                raise SessionExpired(where=self._where, do=AGAIN) from error
            raise
        self._astray = self._lost


def _blocked(lancamento: Lancamento, answer: Refused | Mismatch) -> Prepared:
    return Prepared((), (Blocked(lancamento, answer),))
