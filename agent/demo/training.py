"""Both imitation portals, served for people who practise: their addresses, logins and a few authorisations to type."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from agent.demo.clinics import demo_clinics
from agent.demo.insurer import PASSWORD, imitate
from agent.model.competencia import Competencia
from portals.mock.server import serve


@dataclass(frozen=True, slots=True)
class TrainingLogin:
    """One invented login: where, who, and authorisations that the portal would accept."""

    portal: str
    endereco: str
    clinica: str
    usuario: str
    senha: str
    autorizacoes: tuple[str, ...]


@contextmanager
def training_portals(today: date, *, skin: str) -> Iterator[list[TrainingLogin]]:
    """Serve both portals until the block is left. A real click ticks the CAPTCHA's box here: it is practice."""
    clinics = demo_clinics(Competencia.of(today).plus(-1))
    insurers = imitate(clinics, skin=skin, door_token=secrets.token_urlsafe(18), human_clicks=True)
    with serve(insurers.ipasem.app) as ipasem, serve(insurers.cassind.app) as cassind:
        addresses = {"ipasem": ipasem.url, "cassind": cassind.url}
        yield [
            TrainingLogin(
                convenio.portal,
                addresses[convenio.portal],
                clinic.nome,
                convenio.usuario,
                PASSWORD,
                tuple(service.numero for service in convenio.atendimentos[:3]),
            )
            for clinic in clinics
            for convenio in clinic.convenios
        ]
