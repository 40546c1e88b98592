"""Calibrate one portal with one clinic's login: a look in a read-only browser, and a person who clicks in it."""

from agent.model.competencia import Competencia
from agent.runner.calibragens import current, keep
from agent.runner.probing import Prober
from portals.calibrate.calibrate import Calibrado, Calibration, Rumo
from portals.calibrate.picker import Picker, Told
from portals.probe.probe import make_tall, walk_values
from portals.probe.sondagem import read_known

PATIENCE_S = 600.0


def calibrate(
    prober: Prober, clinica: str, portal: str, competencia: Competencia, *, quem: str, told: Told
) -> Calibrado:
    """Ask for all that a look does not find, and keep what is new as the next version of the office's pack.

    `told` also hears each question. Nothing is kept where nothing was shown. Raises AlreadyRunning, PersonNeeded when
    nobody answers within `PATIENCE_S`, and whatever sign-in raises; what was shown until then is kept.
    """
    office = prober.office
    pack = current(office, portal)
    values = walk_values(competencia, office.today(prober.clock()))
    rumo = Rumo(values, office.portal(portal).espera_resposta_s, quem, prober.clock)
    with prober.inside(clinica, portal) as (session, gate):
        make_tall(session)
        picker = Picker(session, told, PATIENCE_S)
        calibration = Calibration(session, gate, picker, known=read_known(portal), pack=pack, rumo=rumo)
        try:
            return calibration.run()
        finally:
            if calibration.done.novos:
                keep(office, calibration.done.pack)
