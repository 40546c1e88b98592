"""CASSIND as a Portal: authorised guias are billed in batches, each one final, and the protocolos are the record."""

from collections.abc import Mapping
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from agent.model.answer import Batch, Outcome, Prepared, Refused
from agent.model.competencia import Competencia
from agent.model.demonstrativo import Demonstrativo, SemRetorno
from agent.model.errors import CredentialsRejected, PageChanged, PortalError
from agent.model.point import Clock, utc_now
from agent.model.registro import Evidence, Movimento, Registro
from agent.model.valor import Centavos
from portals.base import Capabilities, Login, Presence
from portals.browser.evidence import html_evidence
from portals.browser.session import Session
from portals.browser.translate import portal_errors
from portals.cassind import compare
from portals.cassind.operadora import CASSIND, Operadora
from portals.cassind.outcome import Billed
from portals.cassind.pages.access import Access
from portals.cassind.pages.protocolos import Listing, Protocolos
from portals.cassind.pages.screen import Screen
from portals.cassind.pages.simplificado import Simplificado
from portals.cassind.periodo import Periodo, covering, since, window
from portals.cassind.reading import linha_retorno, movimento
from portals.cassind.recibos import by_contas, without_contas
from portals.locate.labels import Labels, read_labels

_BRAZIL = ZoneInfo("America/Sao_Paulo")
_NOTHING_PREPARED = Prepared(())


class Cassind:
    """One session of one login. `notices`: what the portal announced after sign-in, dismissed and kept.

    `timeout_s` is how long the portal may take for one answer; after it the answer of `submit` is Unknown.
    """

    def __init__(
        self,
        session: Session,
        *,
        operadora: Operadora = CASSIND,
        labels: Labels | None = None,
        clock: Clock = utc_now,
        timeout_s: float = 60.0,
    ) -> None:
        self.name = operadora.name
        self.capabilities = Capabilities(
            batch=operadora.lote, closes_month=False, leaves_drafts=False, removes_rows=False
        )
        self.notices: tuple[str, ...] = ()
        self._session = session
        self._operadora = operadora
        self._clock = clock
        screen = Screen(session, labels or read_labels("portals.cassind"), operadora.title, timeout_s)
        self._access = Access(screen)
        self._simplificado = Simplificado(screen, self._access)
        self._protocolos = Protocolos(screen, self._access)
        self._rejected: set[str] = set()
        self._on_screen = _NOTHING_PREPARED
        self._listed: Mapping[str, Centavos | None] = {}

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

    def prepare(self, batch: Batch) -> Prepared:
        """List the batch's days, compare each entry with its one row, and mark exactly those that agree.

        Raises PageChanged, with both numbers, when the list is not complete ("n de m"); nothing is marked then.
        """
        self._on_screen = _NOTHING_PREPARED
        presented = compare.presented(batch, window(self._today(), self._operadora.meses))
        if not presented.ready:
            return presented
        periodo = covering(lancamento.data for lancamento in presented.ready)
        listed = self._simplificado.authorised(periodo)
        found = compare.found(presented.ready, listed, periodo)
        if found.ready:
            self._simplificado.mark([lancamento.numero_autorizacao for lancamento in found.ready])
        self._listed = {row.guia: row.valor for row in listed}
        self._on_screen = Prepared(found.ready, (*presented.blocked, *found.blocked))
        return self._on_screen

    def submit(self, prepared: Prepared) -> Outcome:
        """Press "Faturar guias marcadas" once; with a protocolo, look up the conta and the value of each guia.

        Raises PageChanged, before the click, when the screen does not hold what was prepared.
        """
        ready, self._on_screen = self._on_screen.ready, _NOTHING_PREPARED
        if not prepared.ready or prepared.ready != ready:
            raise PageChanged("A tela não está com o que foi preparado.", where=self._operadora.title)
        billed = self._simplificado.bill([lancamento.numero_autorizacao for lancamento in ready])
        if not isinstance(billed, Billed):
            return billed
        try:
            contas = self._sent_today().contas
            contas.check(self._protocolos.where)
        except PortalError as error:
            return without_contas(billed, ready, self._listed, str(error))
        return by_contas(billed, ready, contas.contas, self._listed)

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
        """The contas that the operadora has answered, of those sent since the month's first day.

        The list must add up as a whole to the page's own totals (else ReportUntrusted); `total_informado` is that of
        the answered ones. SemRetorno where none is answered.
        """
        listing = self._protocolos.list(since(competencia, self._today()))
        contas = listing.contas
        contas.check(self._protocolos.where)
        waiting = [conta for conta in contas.contas if not conta.processada]
        if not contas.processadas:
            return SemRetorno(
                listing.text or f"Nenhuma das {len(waiting)} contas listadas tem valor liberado ou glosado."
            )
        return Demonstrativo(
            portal=self.name,
            competencia=competencia,
            linhas=tuple(linha_retorno(conta) for conta in contas.processadas),
            total_informado=contas.informado - sum(conta.informado for conta in waiting),
            total_liberado=contas.liberado,
            total_glosa=contas.glosado,
            evidence=(html_evidence(listing.html, f"retorno {competencia}"),),
        )

    def snapshot(self, name: str) -> tuple[Evidence, ...]:
        """What the screen shows now: picture and page, without passwords."""
        with portal_errors(self._operadora.title):
            return self._session.snapshot(name)

    def _sent_today(self) -> Listing:
        """The contas sent today or, by the portal's clock, a moment before midnight."""
        today = self._today()
        return self._protocolos.list(Periodo(today - timedelta(days=1), today))

    def _today(self) -> date:
        return self._clock().astimezone(_BRAZIL).date()
