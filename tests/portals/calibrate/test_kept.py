"""A screen that opens only with an effect is calibrated on the copy that was kept when it stopped an entry."""

import gzip
from functools import partial

import pytest
from playwright.sync_api import Browser

from agent.model.answer import Confirmed
from agent.model.errors import PageChanged, SetupError
from portals.browser.session import open_session
from portals.calibrate.calibrate import Calibration, laid_over
from portals.calibrate.looking import Kept
from portals.calibrate.pack import Calibragem
from portals.calibrate.picker import Picker
from portals.probe.probe import make_tall
from portals.probe.sondagem import read_known
from tests.portals.calibrate.desk import AMARELOS, NOW, SIM, Person
from tests.portals.ipasem.office import consulta, lancamento, office

pytestmark = pytest.mark.browser

KNOWN = read_known("ipasem")
RENAMED = (("Código do Conselho", "Registro profissional"), ("Gravar Movimento", "Concluir"))


@pytest.mark.parametrize("skin", ["simples", "antiga"])
def test_the_launch_screen_is_put_right_on_its_copy_and_the_next_entry_goes_through(
    browser: Browser, skin: str
) -> None:
    with office(browser, skin) as served:
        old, new = RENAMED[0]
        served.mock.faults.arm("renamed_label", label=old, to=new)
        with served.signed_in() as portal:
            with pytest.raises(PageChanged, match=f'"{old}" não foi encontrado'):
                portal.prepare([lancamento()])
            copy = next(e for e in portal.snapshot("parada") if e.kind == "html.gz")
        with open_session(browser, served.url) as session:
            kept = Kept(session, KNOWN, gzip.decompress(copy.content).decode())
            make_tall(session)
            person = Person(session.page, ("[data-campo=conselho]", SIM))
            pack = Calibragem(portal="ipasem")
            done = Calibration(
                session, kept, Picker(session, person, 20), known=KNOWN, pack=pack, quem="ana", clock=lambda: NOW
            ).run()
        with served.signed_in(labels=laid_over(KNOWN, done.pack).labels) as portal:
            outcome = portal.submit(portal.prepare([consulta()]))
        assert [(a.alvo, a.nomes) for a in done.novos] == [("requerimento.conselho", (new,))]
        assert (done.abertos, type(outcome)) == ({}, Confirmed)


def test_on_the_copy_too_nobody_says_which_button_saves(browser: Browser) -> None:
    with office(browser, "simples") as served:
        old, new = RENAMED[1]
        served.mock.faults.arm("renamed_label", label=old, to=new)
        with served.signed_in() as portal:
            with pytest.raises(PageChanged, match=f'"{old}" não foi encontrado'):
                portal.prepare([lancamento()])
            copy = next(e for e in portal.snapshot("parada") if e.kind == "html.gz")
        with open_session(browser, served.url) as session:
            kept = Kept(session, KNOWN, gzip.decompress(copy.content).decode())
            pack, picker = Calibragem(portal="ipasem"), Picker(session, Person(session.page), 20)
            done = Calibration(session, kept, picker, known=KNOWN, pack=pack, quem="ana", clock=lambda: NOW).run()
        assert (done.novos, list(done.abertos)) == ([], ["requerimento.gravar"])


CHANGING = (
    "<section><h2>GERAR REQUERIMENTOS</h2><p><label>Competência {turn} <input name=competencia></label></p>"
    "<p><label>Ano <input name=ano></label></p><button>Acessar</button></section>"
)


class Changing(Kept):
    """A screen that words its field anew each time it is shown."""

    turn = 0

    def _show(self) -> None:
        self.turn += 1
        self._session.page.set_content(CHANGING.format(turn="I" * self.turn))


def test_what_is_not_found_again_when_the_screen_is_opened_anew_is_not_kept(browser: Browser) -> None:
    with open_session(browser, "http://127.0.0.1:9") as session:
        screen = Changing(session, KNOWN, "")
        picker = Picker(session, Person(session.page, ("[name=competencia]", SIM)), 20)
        pack = Calibragem(portal="ipasem")
        done = Calibration(session, screen, picker, known=KNOWN, pack=pack, quem="ana", clock=lambda: NOW).run()
    assert (done.novos, list(done.abertos.values())) == (
        [],
        [
            "GERAR REQUERIMENTOS › campo Mês: com a tela aberta de novo ele não foi encontrado; "
            "o nome ou o lugar dele muda a cada vez"
        ],
    )


def test_a_page_of_something_else_is_said_to_be_that(browser: Browser) -> None:
    with open_session(browser, "http://127.0.0.1:9") as session, pytest.raises(SetupError) as refused:
        Kept(session, KNOWN, "<h1>Notícias</h1>")
    assert refused.value.what == "a tela guardada não mostra nenhum quadro conhecido deste portal."


CASSIND = read_known("cassind")
HEAD = ("PROTOCOLO", "Conta", "Guia", "Atendimento", "Código", "Qtde", "Valor informado", "Situação", "Enviado em")
CELLS = ("240101", "1", "004512901", "03/10/2026", "10101012", "1", "110,00", "Em análise", "20/10/2026")
LIST = f"<table><tr><th>{'<th>'.join(HEAD)}</tr><tr><td>{'<td>'.join(CELLS)}</tr></table>"


def test_a_column_of_a_kept_list_is_shown_by_its_heading_and_no_other_cell_will_do(browser: Browser) -> None:
    wrongly = ("td:has-text('20/10/2026')", AMARELOS)
    with open_session(browser, "http://127.0.0.1:9") as session:
        kept, person = Kept(session, CASSIND, LIST), Person(session.page, wrongly)
        pack = Calibragem(portal="cassind")
        picker = Picker(session, person, 20)
        walk = partial(Calibration, session, kept, picker, known=CASSIND, pack=pack, quem="ana", clock=lambda: NOW)
        wrong = walk().run()
        person.acts, person.heard = ("th:has-text('Enviado em')", SIM, AMARELOS), []
        done = walk().run()
    assert (wrong.novos, list(wrong.abertos.values())) == (
        [],
        [
            "coluna Data de envio: o que foi clicado não é o título de uma coluna dessa lista.",
            "coluna PROTOCOLO: você pulou",
        ],
    )
    assert person.heard == [
        "Tela guardada: clique no título da coluna Data de envio (não foi encontrada; talvez seja 'Enviado em').",
        'coluna Data de envio passa a ser a coluna "Enviado em", que traz datas. Está certo?',
        "Tela guardada: clique no título da coluna PROTOCOLO (por semelhança).",
    ]
    assert [(a.alvo, a.nomes) for a in done.novos] == [("lista:contas.envio", ("Enviado em",))]
    assert done.abertos == {"lista:contas.protocolo": "coluna PROTOCOLO: você pulou"}
