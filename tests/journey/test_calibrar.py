"""`faturista calibrar` in an office: what was clicked is in every next session, is given on and taken back."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from agent.ledger.store import Ledger
from agent.model.errors import PageChanged, SetupError
from agent.runner.calibragens import checked, current, overlay
from agent.runner.calibrating import LAST, calibrate, calibrate_kept
from agent.runner.known_people import people_of
from agent.runner.sealing import evidence_of
from portals.calibrate.calibrate import Calibrado
from portals.probe.sondagem import read_known
from tests.cli.journey import Ran
from tests.journey.insurers import MES
from tests.journey.ipasem import Ipasem
from tests.journey.looking import LOGIN, NOW, door, here, prober_of
from tests.journey.office import CLINICA, NobodyElse, Office, OneBrowser, open_office, stand
from tests.portals.ipasem.office import lancamento

pytestmark = pytest.mark.browser

YES = "Sim, é este"
CLICKS = ("[name='ConferenciaForm[ordem]']", YES, "[name='FechamentoForm[ordem]']", YES)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Office]:
    """An office whose portal calls "Ordenar por" otherwise since this morning."""
    insurer = Ipasem("simples")
    with stand(insurer) as standing:
        insurer.mock.faults.arm("renamed_label", label="Ordenar por", to="Classificar por")
        yield open_office(tmp_path_factory.mktemp("calibrar") / "escritorio", browser, insurer, standing.url)


@dataclass
class Clicks:
    """A person at the window of the look, which is the newest one: clicks the right lists and agrees."""

    browser: Browser
    acts: Iterator[str]

    def __call__(self, _text: str) -> None:
        [page], act = self.browser.contexts[-1].pages, next(self.acts)
        (page.get_by_role("button", name=act) if act == YES else page.locator(act)).click()


def shown(office: Office) -> Calibrado:
    """`faturista calibrar` at the first screen, but for the terminal and the window."""
    with prober_of(office) as prober, pytest.MonkeyPatch.context() as patch:
        patch.setattr("agent.runner.calibrating.read_known", lambda portal: read_known(portal).only(["Tela inicial"]))
        person = Clicks(office.browser, iter(CLICKS))
        return calibrate(prober, CLINICA, "ipasem", MES, quem="ana", told=person)


def observed(office: Office) -> int:
    """How many rows a session of the product reads in the month's record."""
    with door(office).connect() as portal:
        portal.sign_in(LOGIN, NobodyElse())
        return portal.observe(MES).total_linhas


def calibrar(office: Office, *options: str) -> Ran:
    return here(office, "calibrar", "ipasem", *options)


def test_a_calibration_serves_every_session_is_given_on_and_taken_back(office: Office, tmp_path: Path) -> None:
    before = office.insurer.rows()
    with pytest.raises(PageChanged, match='"Ordenar por" não foi encontrado'):
        observed(office)

    done = shown(office)

    assert [(a.alvo, a.nomes, a.quem, a.quando) for a in current(office.folder, "ipasem").ajustes] == [
        ("conferencia.ordem", ("Classificar por",), "ana", NOW),
        ("fechamento.ordem", ("Classificar por",), "ana", NOW),
    ]
    assert (observed(office), done.parou) == (0, False)
    assert office.insurer.rows() == before
    given = tmp_path / "ipasem.toml"
    out = calibrar(office, "--exportar", str(given))
    back = calibrar(office, "--desfazer", "--json")
    assert (out.code, back.code, json.loads(back.out)["versao"], json.loads(back.out)["ajustes"]) == (0, 0, 2, [])
    assert overlay(office.folder, "ipasem") == {}
    again = calibrar(office, "--importar", str(given))
    assert (again.code, current(office.folder, "ipasem").versao, observed(office)) == (0, 3, 0)
    assert "Calibragem ipasem, versão 3" in again.out


SCREEN = (
    "<section><h2>GERAR REQUERIMENTOS</h2><p><label>Competência <input name=competencia></label></p>"
    "<p><label>Ano <input name=ano></label></p><button>Acessar</button></section>"
)


def test_the_newest_kept_screen_is_calibrated_without_the_portal(office: Office) -> None:
    folder = office.folder
    packed = gzip.compress(SCREEN.encode())
    evidence_of(folder).write(sha256(packed).hexdigest(), "html.gz", packed)
    person = Clicks(office.browser, iter(("[name=competencia]", YES)))

    done = calibrate_kept(
        folder, OneBrowser(folder, office.browser), "ipasem", LAST, quem="ana", told=person, clock=lambda: NOW
    )

    assert [(a.alvo, a.nomes) for a in done.novos] == [("gerar.mes", ("Competência",))]
    assert current(folder, "ipasem").ajustes[-1:] == tuple(done.novos)


def test_a_kept_screen_that_cannot_be_read_is_said(office: Office) -> None:
    refused = calibrar(office, "--tela", "nada.html.gz")
    assert (refused.code, "a tela guardada não pôde ser lida." in refused.err) == (2, True)


def test_nothing_to_take_back_and_two_wishes_at_once_are_said(office: Office) -> None:
    nothing = here(office, "calibrar", "cassind", "--desfazer")
    both = calibrar(office, "--desfazer", "--clinica", CLINICA)
    assert (nothing.code, both.code) == (2, 2)
    assert "não há calibragem a desfazer." in nothing.err
    assert "diga uma coisa só do que fazer." in both.err


PACK = """portal = "ipasem"
versao = 1

[[ajustes]]
alvo = "{alvo}"
versao = 1
quem = "ana"
quando = 2026-11-22T12:00:00+00:00
nomes = ["{nome}"]
"""


@pytest.mark.parametrize(
    ("alvo", "nome", "why"),
    [
        ("gerar.mes", "Ilka Brum", '"gerar.mes": o texto é o nome de uma pessoa.'),
        ("gerar.mes", "Carteira 0045129", '"gerar.mes": o texto parece conter dados, e não o nome de um campo.'),
        ("requerimento.gravar", "Prosseguir", '"requerimento.gravar" não pode ser calibrado.'),
    ],
)
def test_a_pack_with_a_patient_or_a_button_that_saves_is_not_taken(
    tmp_path: Path, alvo: str, nome: str, why: str
) -> None:
    path = tmp_path / "dado.toml"
    path.write_text(PACK.format(alvo=alvo, nome=nome), encoding="utf-8")
    with pytest.raises(SetupError) as refused:
        checked(path, "ipasem", ["Ilka Brum", "Rita Mohr"])
    assert refused.value.what == why


def test_what_leaves_the_office_is_held_against_the_patients_of_its_ledger(office: Office) -> None:
    given = lancamento(beneficiario="Ilka Brum", competencia=MES)
    with Ledger.open(office.folder.livro, journal=office.folder.diario) as ledger:
        mes = ledger.months.open(CLINICA, "ipasem", "conta-1", MES)
        ledger.entries.import_(mes, [given], arquivo="a.csv", sha256="1", lidas=1, rejeitadas=(), ignoradas=0)
    assert people_of(office.folder) == ("Ilka Brum",)
