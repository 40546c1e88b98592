"""IPASEM-NH as a Portal: one entry at a time by keyboard, a month that closes, reports that are the record."""

from dataclasses import replace

from agent.model.answer import Batch, Blocked, Confirmed, Difference, Mismatch, Outcome, Prepared, Refused, Unknown
from agent.model.competencia import Competencia
from agent.model.demonstrativo import Demonstrativo, SemRetorno
from agent.model.errors import CredentialsRejected, PageChanged, PortalError
from agent.model.lancamento import Kind, Lancamento
from agent.model.point import Clock, utc_now
from agent.model.registro import Evidence, Movimento, Registro
from portals.base import Capabilities, Login, Presence
from portals.browser.evidence import html_evidence
from portals.browser.session import Session
from portals.browser.translate import portal_errors
from portals.ipasem.also import AlsoIpasem
from portals.ipasem.compare import names_evidence
from portals.ipasem.footing import Footing
from portals.ipasem.messages import Classe
from portals.ipasem.pages.access import Access
from portals.ipasem.pages.closing import Closing
from portals.ipasem.pages.consult import Consult
from portals.ipasem.pages.entry import EntryForm
from portals.ipasem.pages.home import Home
from portals.ipasem.pages.odonto import OdontoForm
from portals.ipasem.pages.recovery import Recovery
from portals.ipasem.pages.reports import Reports
from portals.ipasem.pages.requerimentos import WHERE, Opened, Requerimentos, refusal
from portals.ipasem.pages.robot import Robot
from portals.ipasem.pages.screen import TITLE, Screen
from portals.ipasem.reading import read_relatorio
from portals.ipasem.returned import one_return
from portals.locate.labels import Labels, read_labels

_NOTHING_PREPARED = Prepared(())
_FORMS = {Kind.CONSULTA: EntryForm, Kind.PROCEDIMENTO: EntryForm, Kind.ODONTOLOGIA: OdontoForm}


class Ipasem(AlsoIpasem):
    """One session of one login. `notices`: what the portal announced after sign-in, closed and kept.

    `captcha_timeout_s`: how long a person may take to tick the box; `timeout_s`: how long the portal may take for
    one answer, after which the answer of `submit` is Unknown. `override_value`: where the portal's value is not the
    sheet's, type the sheet's instead of leaving the entry out.
    """

    name = "ipasem"
    capabilities = Capabilities(batch=1, closes_month=True, leaves_drafts=True, removes_rows=True)

    def __init__(
        self,
        session: Session,
        *,
        labels: Labels | None = None,
        clock: Clock = utc_now,
        timeout_s: float = 60.0,
        captcha_timeout_s: float = 600.0,
        override_value: bool = False,
    ) -> None:
        self.notices: tuple[str, ...] = ()
        self._session = session
        self._clock = clock
        self._override_value = override_value
        self._screen = Screen(session, labels or read_labels("portals.ipasem"), timeout_s)
        robot = Robot(self._screen, captcha_timeout_s)
        self._access = Access(self._screen, robot)
        self._footing = Footing(self._access)
        self._home = Home(self._screen)
        self._desk = Requerimentos(self._screen, self._home)
        self._reports = Reports(self._screen, self._home)
        self._closing = Closing(self._screen, self._home, self._reports)
        self._consult = Consult(self._screen, self._home, self._reports)
        self._recovery = Recovery(self._screen, robot, self.name)
        self._rejected: set[str] = set()
        self._on_screen: tuple[Prepared, EntryForm] | None = None
        self._kept: tuple[Evidence, ...] = ()
        self._names: tuple[Evidence, ...] = ()
        self._saved = False
        self._lost = False

    def sign_in(self, login: Login, presence: Presence) -> None:
        """Be signed in, with the stored session where it still lives; else a person ticks the box.

        Raises CredentialsRejected, also at once for a login that was refused before, and PersonNeeded.
        """
        if login.user in self._rejected:
            raise CredentialsRejected(where=TITLE)
        try:
            self.notices = self._access.sign_in(self.name, login, presence)
        except CredentialsRejected:
            self._rejected.add(login.user)
            raise
        self._footing.astray = False

    def sign_out(self) -> None:
        """Press SAIR; the portal then honours the session no more."""
        self._access.sign_out()

    def observe(self, competencia: Competencia) -> Registro:
        """The conference report of an open month, the closing report of a closed one."""
        with self._footing.working():
            report = self._reports.record(competencia)
        read = read_relatorio(report.html, self._screen.columns, where=report.where)
        return Registro(
            portal=self.name,
            competencia=competencia,
            taken_at=self._clock(),
            fechado=report.fechado,
            movimentos=read.movimentos,
            total_linhas=read.total_linhas,
            total_valor=read.total_valor,
            evidence=html_evidence(report.html, report.where.removeprefix(f"{TITLE}, ")),
        )

    def prepare(self, batch: Batch) -> Prepared:
        """Open the one authorisation, compare, fill by Enter, compare again. A blocked one leaves no draft.

        Raises PageChanged, UnknownMessage or UnexpectedDialog when the screen is not as expected; its draft is then
        in the record.
        """
        self._on_screen, self._kept, self._names, self._saved, self._lost = None, (), (), False, False
        if not batch:
            return _NOTHING_PREPARED
        (lancamento,) = batch
        self._session.begin_entry()
        self._footing.renew(self._session)
        with self._footing.working():
            answer = self._prepared(lancamento)
        self._footing.astray = self._lost
        if isinstance(answer, EntryForm):
            prepared = Prepared((lancamento,), evidence=self._names, compared=answer.compared(lancamento))
            self._on_screen = (prepared, answer)
            return prepared
        return Prepared((), (Blocked(lancamento, answer),))

    def alter(self, movimento: Movimento, lancamento: Lancamento) -> Prepared:
        """See Alters. What the sheet says is typed, the value too; a blocked one leaves the finished row as it was."""
        self._on_screen, self._kept, self._names, self._saved = None, (), (), False
        self._session.begin_entry()
        with self._footing.working():
            answer = self._altered(movimento, lancamento)
        if answer is None:
            return _NOTHING_PREPARED
        if isinstance(answer, EntryForm):
            prepared = Prepared((lancamento,), evidence=self._names, compared=answer.compared(lancamento))
            self._on_screen = (prepared, answer)
            return prepared
        return Prepared((), (Blocked(lancamento, answer),))

    def _altered(self, movimento: Movimento, lancamento: Lancamento) -> EntryForm | Refused | Mismatch | None:
        """The form filled; None where it shows what the sheet says before anything is typed."""
        if (made := _FORMS.get(lancamento.kind)) is None:
            return Mismatch((Difference("tipo", lancamento.kind, "consulta, procedimento ou odontologia"),))
        opened = self._desk.open(lancamento.competencia, lancamento.numero_autorizacao, made.panel)
        if isinstance(opened, Refused):
            return opened
        finished = self._exactly(self._desk.alter(opened, movimento.movimento), movimento)
        form = made(self._screen, self._desk, finished, override_value=True, finished=True)
        if not form.echo(lancamento) and form.holds(lancamento):
            return None
        return self._filled(form, lancamento, finished)

    def _explained(self, refused: Refused, numero: str) -> Refused:
        """What Consultar Autorização says of a refused one, beside the refusal and our own words for it."""
        try:
            told = self._consult.authorisation(numero)
        except PortalError:
            self._lost = True
            return refused
        if isinstance(told, Refused):
            return refused
        why = f"{refused.explanation} Consulta da autorização: {told}."
        return replace(refused, explanation=why.strip())

    def submit(self, prepared: Prepared) -> Outcome:
        """Press Gravar Movimento once. Confirmed only by the success text with this row's own number.

        Raises PageChanged, before the press, when the screen does not hold what was prepared.
        """
        held, self._on_screen = self._on_screen, None
        if held is None or not prepared.ready or prepared != held[0]:
            raise PageChanged("A tela não está com o que foi preparado.", where=WHERE)
        with self._footing.working(), self._session.recorded():
            outcome = held[1].save(prepared.ready[0])
        self._saved = isinstance(outcome, Confirmed)
        self._footing.astray = isinstance(outcome, Unknown)
        return outcome

    def remove(self, competencia: Competencia, movimento: Movimento) -> Outcome:
        """Excluir Registro of exactly that row; for a finished one by Alterar, and without the draft this leaves."""
        self._on_screen, self._saved = None, False
        with self._footing.working():
            outcome = self._removed(competencia, movimento)
        self._footing.astray = isinstance(outcome, Unknown)
        return outcome

    def _removed(self, competencia: Competencia, movimento: Movimento) -> Outcome:
        opened = self._desk.open(competencia, movimento.numero_autorizacao, "registro")
        if isinstance(opened, Refused):
            return opened
        if not movimento.finalizado:
            return self._discarded(self._exactly(opened, movimento))
        altered = self._exactly(self._desk.alter(opened, movimento.movimento), movimento)
        outcome = self._discarded(altered)
        return self._without_draft(competencia, opened, outcome) if isinstance(outcome, Confirmed) else outcome

    def close(self, competencia: Competencia) -> Outcome:
        """Realizar Fechamento: Confirmed by the portal's own sentence for that month, else Refused or Unknown."""
        self._on_screen, self._saved = None, False
        with self._footing.working(), self._session.recorded():
            outcome = self._closed(competencia)
        self._footing.astray = isinstance(outcome, Unknown)
        return outcome

    def _closed(self, competencia: Competencia) -> Outcome:
        where = f"{TITLE}, fechamento {competencia}"
        form = self._home.filled("fechar", competencia)
        try:
            seen = self._home.close(form, competencia)
            if (done := seen.said(Classe.FECHADO)) and done.valores["mes"] == str(competencia):
                return Confirmed(done.texto)
            self._screen.only(seen, (Classe.PENDENCIA, Classe.RECUSA, Classe.JA_FECHADO), where)
        except PortalError as error:
            return Unknown(str(error))
        texts = "; ".join(m.texto for m in seen.messages)
        return Refused(texts) if texts else Unknown(f"{where}: o portal não disse se fechou o movimento.")

    def fetch_return(self, competencia: Competencia) -> Demonstrativo | SemRetorno:
        """Both return reports, glosado Não and Sim, as one. Raises ReportUntrusted when they do not add up."""
        pages = []
        for glosado in (False, True):
            with self._footing.working():
                page = self._reports.retorno(competencia, glosado=glosado)
            if isinstance(page, SemRetorno):
                return page
            pages.append(page)
        return one_return(self.name, competencia, pages, self._screen.columns)

    def snapshot(self, name: str) -> tuple[Evidence, ...]:
        """What the screen showed when the last entry stopped, else what it shows now; only the page after a save."""
        if self._kept:
            return self._kept
        with portal_errors(TITLE):
            if self._saved:
                return (self._session.page_copy(name),)
            return self._session.snapshot(name)

    def _prepared(self, lancamento: Lancamento) -> EntryForm | Refused | Mismatch:
        if (made := _FORMS.get(lancamento.kind)) is None:
            return Mismatch((Difference("tipo", lancamento.kind, "consulta, procedimento ou odontologia"),))
        opened = self._desk.open(lancamento.competencia, lancamento.numero_autorizacao, made.panel)
        if isinstance(opened, Refused):
            with portal_errors(TITLE):
                self._kept = self._session.snapshot(f"autorização {lancamento.numero_autorizacao}")
            return self._explained(opened, lancamento.numero_autorizacao)
        form = made(self._screen, self._desk, opened, override_value=self._override_value)
        return self._filled(form, lancamento, opened)

    def _filled(self, form: EntryForm, lancamento: Lancamento, opened: Opened) -> EntryForm | Refused | Mismatch:
        self._names = names_evidence(lancamento, opened.paciente.shown)
        answer = form.echo(lancamento) or form.fill(lancamento)
        if not answer:
            return form
        self._kept = (*self._session.snapshot(f"autorização {lancamento.numero_autorizacao}"), *self._names)
        form.discard()
        return answer if isinstance(answer, Refused) else Mismatch(answer)

    def _exactly(self, opened: Opened, movimento: Movimento) -> Opened:
        if opened.movimento != movimento.movimento:
            raise PageChanged(f"A tela mostra o movimento {opened.movimento}, não {movimento.movimento}.", where=WHERE)
        return opened

    def _discarded(self, opened: Opened) -> Outcome:
        try:
            seen = self._desk.discard(opened)
        except PortalError as error:
            return Unknown(str(error))
        said = seen.said(Classe.EXCLUIDO)
        return Confirmed(said.texto) if said else refusal(seen) or Unknown(f"{WHERE}: exclusão sem resposta.")

    def _without_draft(self, competencia: Competencia, opened: Opened, outcome: Outcome) -> Outcome:
        """Opening the authorisation left a draft beside the finished row: take that away too."""
        try:
            now = self._desk.open(competencia, opened.numero, "registro")
            if isinstance(now, Refused):
                return outcome
            cleared = self._discarded(now)
        except PortalError as error:
            return Unknown(str(error))
        return outcome if isinstance(cleared, Confirmed) else cleared
