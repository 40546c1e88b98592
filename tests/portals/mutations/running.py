"""One entry on a mutated portal, and what truly stands there afterwards, as the auditor's door tells it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from playwright.sync_api import Browser

from agent.model.answer import Confirmed
from agent.model.errors import PortalError
from agent.model.lancamento import Lancamento
from portals.base import Portal
from portals.browser.session import open_session
from portals.cassind.mock.app import create_app as create_cassind
from portals.cassind.mock.seed import Seed as CassindSeed
from portals.ipasem.mock.app import create_app as create_ipasem
from portals.ipasem.mock.seed import Seed as IpasemSeed
from portals.ipasem.portal import Ipasem
from portals.mock.server import serve
from portals.mock.stage import Stage
from portals.solus.portal import SolusWeb
from tests.portals.cassind import conftest as cassind
from tests.portals.cassind.guias import entry, guia_of
from tests.portals.cassind.sample import NOMES, consulta
from tests.portals.entered import entered
from tests.portals.ipasem import office as ipasem
from tests.portals.mutations.cases import Mutation
from tests.portals.mutations.rewriting import Rewriting

_TIMEOUT_S = 3.0


class Result(StrEnum):
    """How an entry on a mutated portal ended."""

    WORKS = "works"
    STOPS = "stops"
    WRONG = "wrong"
    ASIDE = "nothing of it was met"


@dataclass
class Bench:
    """One mock portal with the rewriting door before it; `truth` is all that is finally recorded there."""

    door: Rewriting
    url: str
    browser: Browser
    user: str
    stage: Stage
    adapter: Callable[[Any], Portal]
    sign_in: Callable[[Portal], None]
    entry: Callable[[int], Lancamento]
    truth: Callable[[], list[tuple[object, ...]]]
    right: Callable[[Lancamento], tuple[object, ...]]
    _next: Iterator[int]

    def run(self, mutation: Mutation) -> Result:
        """Launch one entry that was never tried before."""
        lancamento, before = self.entry(next(self._next)), self.truth()
        state = entered(self.stage, self.user, self.url)
        with open_session(self.browser, self.url, state=state) as session:
            self.door.be(mutation.rewrite, mutation.words)
            confirmed = self._launched(self.adapter(session), lancamento)
        applied, after = self.door.applied, self.truth()
        self.door.be()
        return self._judged(lancamento, before, after, confirmed=confirmed, applied=bool(applied))

    def _judged(
        self, lancamento: Lancamento, before: list[Any], after: list[Any], *, confirmed: bool, applied: bool
    ) -> Result:
        new = [row for row in after if row not in before]
        gone = [row for row in before if row not in after]
        if gone or new not in ([], [self.right(lancamento)]) or (confirmed and not new):
            return Result.WRONG
        if not applied:
            return Result.ASIDE
        return Result.WORKS if new else Result.STOPS

    def _launched(self, portal: Portal, lancamento: Lancamento) -> bool:
        """Whether the adapter says that it is saved."""
        try:
            self.sign_in(portal)
            prepared = portal.prepare([lancamento])
            return bool(prepared.ready) and isinstance(portal.submit(prepared), Confirmed)
        except PortalError:
            return False


def open_bench(stack: ExitStack, browser: Browser, flow: str, skin: str, places: int) -> Bench:
    """The portal of that flow with `places` entries to launch."""
    opener = _ipasem if flow == "ipasem" else _cassind
    return opener(stack, browser, flow, skin, places)


def _ipasem(stack: ExitStack, browser: Browser, _flow: str, skin: str, places: int) -> Bench:
    numbers = [f"31{place:05d}" for place in range(places)]
    given = tuple(ipasem.authorisation(number, "JOÃO DA SILVA", "7002-4") for number in numbers)
    mock = create_ipasem(
        IpasemSeed(accounts=ipasem.SEED.accounts, authorizations=given), skin=skin, clock=lambda: ipasem.NOW
    )
    door = Rewriting(mock.app)
    url = stack.enter_context(serve(door)).url

    def truth() -> list[tuple[object, ...]]:
        rows = mock.movements(ipasem.CNPJ, str(ipasem.MES))
        return [
            (m.autorizacao, m.codigo, m.data, m.valor, m.quantidade, m.conselho, m.observacao)
            for m in rows
            if m.finalizado
        ]

    return Bench(
        door=door,
        url=url,
        browser=browser,
        user=ipasem.CNPJ,
        stage=mock.stage,
        adapter=lambda session: Ipasem(session, timeout_s=_TIMEOUT_S, clock=lambda: ipasem.NOW),
        sign_in=lambda portal: portal.sign_in(ipasem.LOGIN, ipasem.SimulatedPerson(url, mock.door_token)),
        entry=lambda place: ipasem.lancamento(numero_autorizacao=numbers[place], observacao="sala 2"),
        truth=truth,
        right=lambda own: (
            own.numero_autorizacao,
            own.codigo_procedimento,
            own.data.isoformat(),
            6500,
            1,
            own.codigo_conselho,
            "sala 2",
        ),
        _next=iter(range(places)),
    )


def _cassind(stack: ExitStack, browser: Browser, flow: str, skin: str, places: int) -> Bench:
    if flow == "simplificado":
        given = [
            cassind.guia(place % 28 + 1, number=f"0071{place:05d}", patient=NOMES[0].upper()) for place in range(places)
        ]
    else:
        given = [guia_of("detalhado", 5, cassind.CONTA.login, number=f"0072{place:05d}") for place in range(places)]
    mock = create_cassind(CassindSeed([cassind.CONTA], given), skin=skin, clock=cassind._wall_clock, notices=False)
    door = Rewriting(mock.app)
    url = stack.enter_context(serve(door)).url

    def of(place: int) -> Lancamento:
        number = given[place].number
        if flow == "simplificado":
            return consulta(place % 28 + 1).model_copy(update={"numero_autorizacao": number, "beneficiario": NOMES[0]})
        return entry("detalhado", 5).model_copy(update={"numero_autorizacao": number})

    return Bench(
        door=door,
        url=url,
        browser=browser,
        user=cassind.CONTA.login,
        stage=mock.stage,
        adapter=lambda session: SolusWeb(
            session, operadora=cassind.CASSIND, clock=lambda: cassind.NOW, timeout_s=_TIMEOUT_S
        ),
        sign_in=lambda portal: portal.sign_in(cassind.LOGIN, cassind.Nobody()),
        entry=of,
        truth=lambda: [(c.guia, c.code, c.day, c.quantity) for c in mock.contas()],
        right=lambda own: (own.numero_autorizacao, own.codigo_procedimento, own.data.isoformat(), own.quantidade),
        _next=iter(range(places)),
    )
