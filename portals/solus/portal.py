"""Solus Web Prestador as a Portal: guias are billed one click at a time, for good; the protocolos are the record."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from agent.model.answer import Batch, Outcome, Prepared, Refused, Unknown
from agent.model.arquivo import Arquivo
from agent.model.competencia import Competencia
from agent.model.data import write_data
from agent.model.demonstrativo import Demonstrativo, SemRetorno
from agent.model.errors import CredentialsRejected, PageChanged, PortalError
from agent.model.lancamento import Lancamento
from agent.model.point import Clock, utc_now
from agent.model.registro import Evidence, Movimento, Registro
from agent.model.valor import Centavos
from portals.base import Capabilities, Login, Presence
from portals.browser.evidence import html_evidence
from portals.browser.session import Session
from portals.browser.translate import portal_errors
from portals.locate.labels import Labels, read_labels
from portals.solus import compare, guiado
from portals.solus.by_xml import ByXml, EnvioPorXml
from portals.solus.filtros import NO_FILTER, Filtros
from portals.solus.operadora import Operadora
from portals.solus.outcome import Billed
from portals.solus.pages.access import Access
from portals.solus.pages.envio_xml import EnvioXml, Historico
from portals.solus.pages.guiado import Guiado
from portals.solus.pages.protocolos import Listing, Protocolos
from portals.solus.pages.relatorios import Relatorios
from portals.solus.pages.screen import Screen
from portals.solus.pages.simplificado import Simplificado
from portals.solus.periodo import Periodo, covering, of_month, since, window, within
from portals.solus.reading import Autorizada, Conta, movimento
from portals.solus.recibos import by_contas, by_items, without_contas
from portals.solus.returned import Returned
from portals.solus.ways import Way, named, named_as_xml, together, together_as_xml, way_of
from portals.tiss.critica import Celula

_BRAZIL = ZoneInfo("America/Sao_Paulo")
_NOTHING_PREPARED = Prepared(())
_GUIADOS = (Way.DETALHADO, Way.HONORARIO, Way.SERIADO)


class SolusWeb:
    """One session of one login. `notices`: what the portal announced after sign-in, dismissed and kept.

    `returned`: the reports of what the operadora answered, one by one.

    `timeout_s` is how long the portal may take for one answer; after it the answer of `submit` is Unknown. With `xml`
    everything is billed by files, else each entry by the screen of its kind. `prestador`: name, code or CNPJ that the
    portal must show of who is signed in; without it what `xml` knows of the prestador.
    """

    def __init__(
        self,
        session: Session,
        *,
        operadora: Operadora,
        labels: Labels | None = None,
        clock: Clock = utc_now,
        timeout_s: float = 60.0,
        xml: EnvioPorXml | None = None,
        prestador: str = "",
    ) -> None:
        self.name = operadora.name
        self.capabilities = Capabilities(
            batch=operadora.lote,
            closes_month=False,
            leaves_drafts=False,
            removes_rows=False,
            together=together_as_xml if xml else together,
            way=named_as_xml if xml else named,
        )
        self.notices: tuple[str, ...] = ()
        self._session = session
        self._operadora = operadora
        self._clock = clock
        screen = Screen(session, labels or read_labels("portals.solus"), operadora.title, timeout_s)
        self._access = Access(screen, [prestador] if prestador else xml.cadastro.known_by if xml else ())
        self._simplificado = Simplificado(screen, self._access)
        self._protocolos = Protocolos(screen, self._access)
        self.returned = Returned(operadora, self._protocolos, Relatorios(screen, self._access))
        pages = EnvioXml(screen, self._access), Historico(screen, self._access)
        self._by_xml = ByXml(xml, operadora, pages) if xml else None
        self._guiados = {way: Guiado(screen, self._access, way, operadora) for way in _GUIADOS}
        self._rejected: set[str] = set()
        self._way = Way.SIMPLIFICADO
        self._on_screen = _NOTHING_PREPARED
        self._listed: Mapping[str, Centavos | None] = {}
        self._saved = False
        self._lost = False

    def sign_in(self, login: Login, presence: Presence) -> None:  # noqa: ARG002 - the verb's shape; nobody is awaited
        """Be signed in, with the stored session where the portal honours it. There is no CAPTCHA: nobody is awaited.

        Raises CredentialsRejected, also at once for a login that this portal has refused before.
        """
        if login.user in self._rejected:
            raise CredentialsRejected(where=self._operadora.title)
        try:
            self.notices = self._access.sign_in(login)
        except CredentialsRejected:
            self._rejected.add(login.user)
            raise

    def sign_out(self) -> None:
        """Press Sair; the portal then honours the session no more."""
        self._access.sign_out()

    def observe(self, competencia: Competencia) -> Registro:
        """Every conta sent from the first day of the month to today, whatever month its guia is of.

        `Registro.trusted` tells whether the list is whole: its totals are the page's own.
        """
        listing = self._protocolos.list(since(competencia, self._today()))
        contas = listing.contas
        return Registro(
            portal=self.name,
            competencia=competencia,
            taken_at=self._clock(),
            fechado=False,
            movimentos=tuple(movimento(conta) for conta in contas.contas),
            total_linhas=contas.total_linhas,
            total_valor=contas.informado,
            evidence=html_evidence(listing.html, f"protocolos de faturamento {competencia}"),
        )

    def authorised(self, periodo: Periodo, filtros: Filtros = NO_FILTER) -> tuple[Autorizada, ...]:
        """The guias that Faturamento Simplificado would bill. Raises PageChanged where the list is not complete."""
        return self._simplificado.authorised(periodo, filtros)

    def contas(self, periodo: Periodo, *, lote: str = "", conta: str = "") -> tuple[Conta, ...]:
        """What Protocolos shows of what was sent in `periodo`, of one lote or number where named, from all its pages.

        Raises ReportUntrusted unless they are as many, and add up to, what the pages say.
        """
        listing = self._protocolos.list(periodo, lote=lote, conta=conta)
        listing.contas.check(self._protocolos.where)
        return listing.contas.contas

    def not_launched(self, competencia: Competencia, known: Collection[str]) -> tuple[str, ...]:
        """A line for each guia authorised in the month that no sheet names, and one for days that the portal cuts off.

        `known`: the authorisations of the clinic's entries. Lines are pt-BR and name no patient. Changes nothing.
        """
        limits, month = window(self._today(), self._operadora.meses), of_month(competencia)
        periodo = within(month, limits)
        cut = () if periodo == month else (f"o portal só lista de {limits}: o resto de {competencia} não foi visto",)
        if periodo is None:
            return cut
        listed = compare.not_launched(self.authorised(periodo), known)
        lines = (
            f"não lançada pela clínica: guia {row.guia} de {write_data(row.data)}, código {row.codigo}"
            for row in listed
        )
        return (*cut, *lines)

    def files(self) -> tuple[Arquivo, ...]:
        """See TracksFiles; nothing where nothing is billed by file."""
        return self._by_xml.files() if self._by_xml else ()

    def name_cells(self, celula: Celula) -> None:
        """See NamesCells. Only what goes by file is judged here, the screens' refusals are the portal's own."""
        if self._by_xml:
            self._by_xml.celula = celula

    def prepare(self, batch: Batch) -> Prepared:
        """Have everything on the screen but the press, by the way that bills the entries' kind.

        Consultas: their days listed, each compared with its one row, exactly those that agree marked. Others: the one
        guia looked up, its echo compared, every field filled and read back. Raises PageChanged when a list is not
        complete ("n de m"), or the entries are not of one way and guia; nothing is filled then.
        """
        self._on_screen, self._saved = _NOTHING_PREPARED, False
        if len({self.capabilities.together(lancamento) for lancamento in batch}) != 1:
            raise PageChanged("Os lançamentos não cabem num só envio.", where=self._operadora.title)
        if self._session.worn and not self._lost:
            # Of this batch nothing is on the screen yet, and what was before it is answered.
            self.notices += self._access.renew()
        self._way = Way.XML if self._by_xml else way_of(batch[0]) or Way.SIMPLIFICADO
        self._listed = {}
        self._session.begin_entry()
        if self._by_xml:
            prepared = self._by_xml.prepare(batch, self._clock().astimezone(_BRAZIL), self._today())
        elif self._way is Way.SIMPLIFICADO:
            prepared = self._listed_and_marked(batch)
        else:
            prepared = self._filled(batch)
        self._on_screen = prepared
        return prepared

    def submit(self, prepared: Prepared) -> Outcome:
        """Press the way's one final button once; with a protocolo, look up the conta and the value of each entry.

        Raises PageChanged, before the click, when the screen does not hold what was prepared.
        """
        ready, self._on_screen = self._on_screen.ready, _NOTHING_PREPARED
        if not prepared.ready or prepared.ready != ready:
            raise PageChanged("A tela não está com o que foi preparado.", where=self._operadora.title)
        by_list = self._way is Way.SIMPLIFICADO
        with self._session.recorded():
            billed = self._press(ready)
        self._lost = isinstance(billed, Unknown)
        if not isinstance(billed, Billed):
            return billed
        self._saved = True
        try:
            contas = self._sent_today().contas
            contas.check(self._protocolos.where)
        except PortalError as error:
            return without_contas(billed, ready, self._listed, str(error))
        return (
            by_contas(billed, ready, contas.contas, self._listed) if by_list else by_items(billed, ready, contas.contas)
        )

    def remove(self, competencia: Competencia, movimento: Movimento) -> Outcome:
        """Refused: what is billed here cannot be taken back by the prestador."""
        return Refused(
            f"No {self._operadora.title} um faturamento é definitivo: a guia {movimento.numero_autorizacao} de "
            f"{competencia} só sai do protocolo {movimento.protocolo} a pedido à operadora."
        )

    def close(self, competencia: Competencia) -> Outcome:
        """Refused: there is no month to close."""
        return Refused(
            f"O {self._operadora.title} não tem fechamento de mês: cada protocolo de {competencia} já é definitivo."
        )

    def fetch_return(self, competencia: Competencia) -> Demonstrativo | SemRetorno:
        """The contas that the operadora has answered, of those sent since the month's first day; see Returned."""
        return self.returned.fetch(competencia, since(competencia, self._today()))

    def snapshot(self, name: str) -> tuple[Evidence, ...]:
        """What the screen shows now: picture and page, without passwords; only the page after a save."""
        with portal_errors(self._operadora.title):
            if self._saved:
                return (self._session.page_copy(name),)
            seen = self._session.snapshot(name)
        return self._by_xml.with_draft(seen) if self._by_xml else seen

    def _press(self, ready: Sequence[Lancamento]) -> Billed | Refused | Unknown:
        if self._by_xml:
            return self._by_xml.send()
        if self._way is Way.SIMPLIFICADO:
            return self._simplificado.bill([lancamento.numero_autorizacao for lancamento in ready])
        return self._guiados[self._way].bill()

    def _listed_and_marked(self, batch: Batch) -> Prepared:
        presented = compare.presented(batch, window(self._today(), self._operadora.meses))
        if not presented.ready:
            return presented
        periodo = covering(lancamento.data for lancamento in presented.ready)
        listed = self._simplificado.authorised(periodo)
        found = compare.found(presented.ready, listed, periodo)
        if found.ready:
            self._simplificado.mark([lancamento.numero_autorizacao for lancamento in found.ready])
        self._listed = {row.guia: row.valor for row in listed}
        blocked = (*presented.blocked, *found.blocked)
        return Prepared(found.ready, blocked, compared=compare.compared(found.ready, listed))

    def _filled(self, batch: Batch) -> Prepared:
        presented = guiado.presented(batch, self._way, self._today())
        if not presented.ready:
            return presented
        page = self._guiados[self._way]
        echo = page.look_up(batch[0].numero_autorizacao)
        if isinstance(echo, Refused):
            return guiado.all_blocked(batch, echo)
        if wrong := guiado.mismatch(batch, echo):
            return guiado.all_blocked(batch, wrong)
        if self._way is Way.SERIADO and (refused := guiado.over_used(batch, *page.saldos())):
            return guiado.all_blocked(batch, refused)
        if refused := page.fill(guiado.typing(batch, self._way, self._operadora)):
            return guiado.all_blocked(batch, refused)
        return replace(presented, compared=(*guiado.compared(batch, echo), *page.compared()))

    def _sent_today(self) -> Listing:
        """The contas sent today or, by the portal's clock, a moment before midnight."""
        today = self._today()
        return self._protocolos.list(Periodo(today - timedelta(days=1), today))

    def _today(self) -> date:
        return self._clock().astimezone(_BRAZIL).date()
