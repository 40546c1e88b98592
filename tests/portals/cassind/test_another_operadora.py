"""Another operadora on Solus costs a few lines of settings: one that is invented bills on the same adapter."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date

import pytest
from playwright.sync_api import Browser
from pydantic import ValidationError

from agent.model.answer import Confirmed, Refused
from portals.browser.session import open_session
from portals.cassind.mock.app import create_app
from portals.cassind.mock.menu import ROOT
from portals.cassind.mock.seed import Seed
from portals.mock.server import serve
from portals.solus.operadora import Operadora, read_operadora
from portals.solus.portal import SolusWeb
from tests.portals.cassind.conftest import CONTA, NOW, Office, _wall_clock, guia
from tests.portals.cassind.guias import HERNIA, MANHA, TABELA, entry, guia_of
from tests.portals.cassind.sample import consulta, lancamento
from tests.skins import on_both_skins

MANHA_TAXA = MANHA.model_copy(update={"aba": "taxa"})

SERRA_CLARA = Operadora.read("""
name = "serra-clara"
title = "Serra Clara Saúde"
registro_ans = "399999"
meses = 1
codigos = "janela"

[padroes.exame]
tipo_atendimento = "23"
regime_atendimento = "04"
indicador_acidente = "2"
tipo_saida = "1"
""")


@pytest.fixture(scope="module")
def serra_clara(browser: Browser, skin: str) -> Iterator[Office]:
    """Its portal begins at Solus' own login: it has no site with ACESSO PRESTADOR before it."""
    guias = [guia_of(way, place, CONTA.login) for way in ("detalhado", "honorario") for place in (1, 2)]
    seed = Seed([CONTA], [guia(1), guia(2, date="2026-11-02"), *guias], TABELA)
    mock = create_app(seed, skin=skin, clock=_wall_clock)
    with ExitStack() as stack:
        url = stack.enter_context(serve(mock.app)).url + ROOT + "index.php"
        session = stack.enter_context(open_session(browser, url))
        office = Office(mock, url, session, SolusWeb(session, operadora=SERRA_CLARA, clock=lambda: NOW, timeout_s=20))
        office.sign_in()
        yield office


@pytest.mark.browser
def test_its_own_limits_hold(serra_clara: Office) -> None:
    prepared = serra_clara.portal.prepare([consulta(1)])
    assert [blocked.answer for blocked in prepared.blocked] == [
        Refused(
            "A guia 004512901 é de 01/10/2026, e o portal só lista de 21/10/2026 a 21/11/2026: "
            "o prazo para faturar passou."
        )
    ]


@pytest.mark.browser
def test_its_own_codes_are_typed(serra_clara: Office) -> None:
    serra_clara.portal.prepare([entry("detalhado", 1)])
    chosen = [
        value
        for frame in serra_clara.session.frames()
        for value in frame.evaluate(
            "() => [...document.querySelectorAll('input[type=radio]:checked, select')].map((e) => e.value)"
        )
        if " - " in value
    ]
    assert chosen == ["23 - Exames", "04 - Pronto-socorro", "2 - Outros", "1 - Retorno"]


@pytest.mark.browser
@on_both_skins()
def test_each_code_is_chosen_from_the_list_in_the_window_behind_its_magnifier(serra_clara: Office) -> None:
    surgeon = MANHA.model_copy(update={"grau_participacao": "00", "via_acesso": "1"})
    exam, honorario = entry("detalhado", 2), entry("honorario", 2, HERNIA.code, atendimento=surgeon)
    rows = [exam, exam.model_copy(update={"codigo_procedimento": "60023112", "atendimento": MANHA_TAXA})]
    outcomes = [serra_clara.portal.submit(serra_clara.portal.prepare(batch)) for batch in (rows, [honorario])]
    assert [type(outcome) for outcome in outcomes] == [Confirmed, Confirmed]
    held = {(conta.guia, conta.code) for conta in serra_clara.mock.contas()}
    assert held >= {(each.numero_autorizacao, each.codigo_procedimento) for each in (*rows, honorario)}
    assert len(serra_clara.session.context.pages) == 1


@pytest.mark.browser
@pytest.mark.parametrize("code", ["99999999", "4030"])
def test_a_code_that_is_not_in_the_list_of_the_window_is_not_sent(serra_clara: Office, code: str) -> None:
    """The second is only how two codes of the list begin."""
    before = len(serra_clara.mock.contas())
    prepared = serra_clara.portal.prepare([entry("detalhado", 1, code)])
    assert [blocked.answer for blocked in prepared.blocked] == [
        Refused(f"A guia 0046101: o portal não conhece o código {code}.")
    ]
    assert (len(serra_clara.mock.contas()), len(serra_clara.session.context.pages)) == (before, 1)


@pytest.mark.browser
def test_it_bills_under_its_own_name(serra_clara: Office) -> None:
    own = lancamento("004512902", dia=date(2026, 11, 2), beneficiario="Benício Tauber Nunes")
    prepared = serra_clara.portal.prepare([own])
    assert (serra_clara.portal.name, isinstance(serra_clara.portal.submit(prepared), Confirmed)) == (
        "serra-clara",
        True,
    )


def test_a_setting_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValidationError, match="prazo"):
        Operadora.read('name = "x"\ntitle = "X"\nregistro_ans = "399999"\nprazo = 3')


def test_cassind_is_settings_only() -> None:
    cassind = read_operadora("portals.cassind")
    assert (
        cassind.title,
        cassind.registro_ans,
        cassind.meses,
        cassind.versao,
        cassind.suporte,
        cassind.shown("indicador_acidente", "9"),
        cassind.shown("indicador_acidente", "0"),
    ) == ("CASSIND", "413518", 3, "4.03.00", "info@cassind.com.br", "3", "0")
