"""No browser at all: the two requests that no entry can do without. Nothing is checked; nobody works like this."""

import re

import httpx

from tests.bench.job import CENTAVOS, PASSWORD, Job, Service
from tests.bench.track import Track


def run(job: Job, track: Track) -> None:
    """Sign in, open the month, post every service."""
    with httpx.Client(base_url=job.url, follow_redirects=True, timeout=60) as client:
        csrf = _sign_in(client, job)
        month = {"_csrf": csrf, "mes": f"{job.competencia.mes:02d}", "ano": str(job.competencia.ano)}
        track.line_up()
        for service in job.services:
            _launch(client, service, month)
            track.step()
        track.finish()


def _sign_in(client: httpx.Client, job: Job) -> str:
    page = client.get("/requerimentos/login").text
    csrf = _one(r'name="_csrf" value="([^"]+)"', page)
    box = _one(r'src="(/nao-sou-um-robo/[^"]+)"', page)
    token = client.get(f"{box}/estado").json()["token"]
    form = {"_csrf": csrf, "documento": job.user, "senha": PASSWORD, "g-recaptcha-response": token}
    return _one(r'name="_csrf" value="([^"]+)"', client.post("/requerimentos/login", data=form).text)


def _launch(client: httpx.Client, service: Service, month: dict[str, str]) -> None:
    about = {**month, "autorizacao": service.number}
    html = client.post("/requerimentos/abrir-autorizacao", data=about).json()["html"]
    filled = {
        "movimento": _one(r'name="movimento" value="(\d+)"', html),
        "conselho": service.council,
        "codigo": service.code,
        "data": service.day.strftime("%d/%m/%Y"),
        "quantidade": str(service.quantity),
        "valor": f"{CENTAVOS // 100},{CENTAVOS % 100:02d}",
    }
    client.post("/requerimentos/gravar", data={**about, **filled})


def _one(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    assert found is not None, pattern
    return found[1]
