"""Each registered portal as the contract needs it: its imitation, two entries, and what the auditor knows."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

from playwright.sync_api import Browser
from starlette.types import ASGIApp

from agent.model.lancamento import Lancamento
from portals.base import Login, Portal
from portals.browser.session import Session, open_session
from portals.cassind.mock.app import MockCassind
from portals.cassind.mock.app import create_app as cassind_app
from portals.cassind.mock.seed import Seed as CassindSeed
from portals.imaginaria.mock.app import MockImaginaria
from portals.imaginaria.portal import Imaginaria
from portals.ipasem.mock.app import MockIpasem
from portals.ipasem.mock.app import create_app as ipasem_app
from portals.ipasem.portal import Ipasem
from portals.locate.labels import Labels, read_labels
from portals.mock.server import serve
from portals.solus.portal import SolusWeb
from tests.portals.cassind import conftest as cassind
from tests.portals.cassind.sample import consulta
from tests.portals.entered import entered
from tests.portals.imaginaria import office as imaginaria
from tests.portals.ipasem import office as ipasem
from tests.portals.ipasem.office import SimulatedPerson

NOW = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)
_PATIENCE_S = 10.0
AnyMock = MockIpasem | MockCassind | MockImaginaria


@dataclass(frozen=True)
class Case:
    """`finished` and `drafts`: the guias of the rows that truly stand there. `enters`, `opens`, `saves`: the actions of
    signing in, of the look-up and of the irreversible click, `button` its words; `field`: a label of the form.
    """

    mock: AnyMock
    adapter: Callable[[Session], Portal]
    login: Login
    one: Lancamento
    other: Lancamento
    enters: str
    opens: str
    saves: str
    lists: str
    field: str
    button: str
    finished: Callable[[], list[str]]
    drafts: Callable[[], list[str]]
    audit: Callable[[], object]

    @property
    def app(self) -> ASGIApp:
        return self.mock.app

    def asked(self, action: str) -> int:
        """How many requests of one action arrived."""
        return len(self.mock.stage.requests.rows(action))


@dataclass(frozen=True)
class Bench:
    """A case that is being served, and the adapter before it, signed in."""

    name: str
    case: Case
    url: str
    session: Session
    portal: Portal


def _ipasem(skin: str = "antiga", labels: Labels | None = None) -> Case:
    mock = ipasem_app(ipasem.SEED, skin=skin, clock=lambda: NOW)

    def rows(*, finished: bool) -> list[str]:
        return [m.autorizacao for m in mock.movements(ipasem.CNPJ, str(ipasem.MES)) if m.finalizado is finished]

    return Case(
        mock,
        lambda session: Ipasem(session, labels=labels, clock=lambda: NOW, timeout_s=10, captcha_timeout_s=_PATIENCE_S),
        ipasem.LOGIN,
        ipasem.lancamento(),
        ipasem.consulta(),
        enters="entrar",
        opens="abrir",
        saves="gravar",
        lists="conferencia",
        field="Quantidade",
        button="Gravar Movimento",
        finished=lambda: rows(finished=True),
        drafts=lambda: rows(finished=False),
        audit=lambda: mock.auditar(ipasem.CNPJ, str(ipasem.MES)),
    )


def _cassind(skin: str = "antiga", labels: Labels | None = None) -> Case:
    guias = [cassind.guia(place) for place in range(1, 5)]
    mock = cassind_app(CassindSeed([cassind.CONTA], guias, ()), skin=skin, clock=lambda: NOW.replace(tzinfo=None))

    def audit() -> None:
        for protocolo in dict.fromkeys(conta.protocolo for conta in mock.state.contas()):
            mock.state.analisar(protocolo)
            mock.state.pagar(protocolo)

    return Case(
        mock,
        lambda session: SolusWeb(session, operadora=cassind.CASSIND, labels=labels, clock=lambda: NOW, timeout_s=10),
        cassind.LOGIN,
        consulta(1),
        consulta(2),
        enters="login",
        opens="listar",
        saves="faturar",
        lists="protocolos",
        field="Quantidade de guias listadas:",
        button="Faturar guias marcadas",
        finished=lambda: [conta.guia for conta in mock.state.contas()],
        drafts=list,
        audit=audit,
    )


def _imaginaria(labels: Labels | None = None) -> Case:
    mock = imaginaria.mock(clock=lambda: NOW)

    def rows(*, finished: bool) -> list[str]:
        return [entry.guia for entry in mock.months.entries() if entry.finalizada is finished]

    return Case(
        mock,
        lambda session: Imaginaria(
            session,
            labels or read_labels("portals.imaginaria"),
            clock=lambda: NOW,
            timeout_s=10,
            captcha_timeout_s=_PATIENCE_S,
        ),
        imaginaria.LOGIN,
        imaginaria.lancamento(),
        imaginaria.lancamento("700102", beneficiario="Ana Lima", numero_carteira="88-2"),
        enters="entrar",
        opens="abrir",
        saves="gravar",
        lists="conferencia",
        field="Quantidade",
        button="Salvar cobrança",
        finished=lambda: rows(finished=True),
        drafts=lambda: rows(finished=False),
        audit=lambda: mock.months.audit(imaginaria.LOGIN.user, str(imaginaria.MES), {}, ()),
    )


FINAL = ("cassind", "cassind-moderna", "cassind-estranha")
"""Portals where each save is final: they leave no draft, and close no month."""
STRANGE = "cassind-estranha"
"""A markup whose lists have columns that no manual names: with an operator's calibration, see `operator.py`."""
NEW = ("imaginaria",)
"""Portals with no other suite: they meet the whole contract on every run, the others in `make test-long`."""
PORTALS: dict[str, Callable[..., Case]] = {"ipasem": _ipasem, "cassind": _cassind, "imaginaria": _imaginaria}
OTHER_SKINS: dict[str, Callable[..., Case]] = {
    f"{portal}-{skin}": partial(case, skin)
    for skin in ("moderna", "estranha")
    for portal, case in (("ipasem", _ipasem), ("cassind", _cassind))
}
"""Two of them in markups that no adapter was written against; "estranha" is by people who never saw an adapter."""
CASES = {**PORTALS, **OTHER_SKINS}


@contextmanager
def at_the_door(browser: Browser, name: str, case: Case, *, inside: bool) -> Iterator[Bench]:
    """The adapter before the portal: `inside`, with the session of an earlier sign-in."""
    with serve(case.app) as served:
        state = entered(case.mock.stage, case.login.user, served.url) if inside else None
        with open_session(browser, served.url, state=state) as session:
            bench = Bench(name, case, served.url, session, case.adapter(session))
            if inside:
                bench.portal.sign_in(case.login, person(bench))
            yield bench


def person(bench: Bench) -> Any:
    """Somebody who ticks the box when the portal calls."""
    return SimulatedPerson(bench.url, bench.case.mock.door_token)
