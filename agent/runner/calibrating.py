"""Calibrate one portal: a look in a read-only browser, or at a screen that was kept, and a person who clicks in it."""

import gzip
import zlib
from pathlib import Path

from agent.config.office import Office
from agent.ledger.evidence_files import SEALED
from agent.model.competencia import Competencia
from agent.model.errors import SetupError
from agent.model.point import Clock
from agent.runner.calibragens import current, keep
from agent.runner.doors import Browsers
from agent.runner.known_panels import put_right
from agent.runner.probing import Prober
from agent.runner.sealing import evidence_of
from portals.browser.session import Session, open_session
from portals.calibrate.calibrate import Calibrado, Calibration
from portals.calibrate.looking import Kept, Live, Looker
from portals.calibrate.picker import Picker, Told
from portals.probe.probe import make_tall, walk_values
from portals.probe.sondagem import read_known

PATIENCE_S = 600.0
LAST = "ultima"


def calibrate(
    prober: Prober, clinica: str, portal: str, competencia: Competencia, *, quem: str, told: Told
) -> Calibrado:
    """Ask for all that a look does not find, and keep what is new as the next version of the office's pack.

    `told` also hears each question. Nothing is kept where nothing was shown. Raises AlreadyRunning, PersonNeeded when
    nobody answers within `PATIENCE_S`, and whatever sign-in raises; what was shown until then is kept.
    """
    office, known = prober.office, read_known(portal)
    values = walk_values(competencia, office.today(prober.clock()))
    with prober.inside(clinica, portal) as (session, gate):
        make_tall(session)
        live = Live(session, gate, known, values, office.portal(portal).espera_resposta_s)
        return _asked(office, portal, session, live, quem=quem, told=told, clock=prober.clock)


def calibrate_kept(
    office: Office, browsers: Browsers, portal: str, tela: str, *, quem: str, told: Told, clock: Clock
) -> Calibrado:
    """The same at a screen that stopped an entry: `tela` is a file of the evidence, or "ultima".

    Nothing reaches the portal. Raises SetupError for a file that is none, PersonNeeded.
    """
    html = _html(office, tela)
    address = office.portal(portal).endereco
    with open_session(browsers.browser(), address, settings=browsers.settings) as session:
        kept = Kept(session, read_known(portal), html)
        make_tall(session)
        return _asked(office, portal, session, kept, quem=quem, told=told, clock=clock)


def _asked(
    office: Office, portal: str, session: Session, looker: Looker, *, quem: str, told: Told, clock: Clock
) -> Calibrado:
    picker, pack = Picker(session, told, PATIENCE_S), current(office, portal)
    calibration = Calibration(session, looker, picker, known=read_known(portal), pack=pack, quem=quem, clock=clock)
    try:
        return calibration.run()
    finally:
        if calibration.done.novos:
            keep(office, calibration.done.pack)
            put_right(office, portal, (novo.alvo.partition(".")[0] for novo in calibration.done.novos))


def _html(office: Office, tela: str) -> str:
    try:
        return gzip.decompress(_packed(office, tela)).decode()
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise SetupError("a tela guardada não pôde ser lida.", where=tela, do="Diga um .html.gz.") from error


def _packed(office: Office, tela: str) -> bytes:
    """The newest screen, a file of the evidence by its path, or a file that was taken out of it."""
    files = evidence_of(office)
    name = Path(tela).name.removesuffix(SEALED)
    wanted = files.newest("html.gz") if tela == LAST else (name.partition(".")[0], name.partition(".")[2])
    if wanted is None:
        raise SetupError("não há tela guardada.", where=str(office.evidencias))
    return files.read(*wanted) if files.there(*wanted) else Path(tela).read_bytes()
