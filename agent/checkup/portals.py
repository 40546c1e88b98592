"""The portals, asked for their first page without signing in: do they answer, and does our clock agree with theirs?"""

import http.client
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from agent.checkup.exam import Finding, Grade
from agent.config.office import Office
from agent.model.point import Clock

_TIMEOUT_S = 20
APART = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Answered:
    """What a portal's server said: the status, and its clock (None when it did not say)."""

    status: int
    date: datetime | None


Ask = Callable[[str], Answered]


def ask(address: str) -> Answered:
    """One HEAD request for the page of `address`. Raises OSError or HTTPException when nothing answers."""
    parts = urlsplit(address)
    assert parts.hostname is not None
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname, parts.port, timeout=_TIMEOUT_S)
    try:
        connection.request("HEAD", parts.path or "/", headers={"User-Agent": "faturista"})
        answer = connection.getresponse()
        return Answered(answer.status, _date(answer.getheader("Date")))
    finally:
        connection.close()


def portals(office: Office, clock: Clock, ask: Ask = ask) -> Iterator[Finding]:
    """One finding per portal, and one on the clock where a portal's can be compared."""
    clocks: list[timedelta] = []
    for name, settings in office.settings.portais.items():
        try:
            answered = ask(settings.endereco)
        except ssl.SSLError as error:
            do = "Abra o endereço no navegador. Se ele também reclama do certificado, avise o convênio."
            yield Finding(f"portal {name}", Grade.AVISO, f"o certificado não convence ({error.reason})", do)
        except (OSError, http.client.HTTPException) as error:
            do = "Confira a internet e o endereço no faturista.toml; abra-o no navegador."
            yield Finding(f"portal {name}", Grade.RUIM, f"não responde ({type(error).__name__})", do)
        else:
            yield _reached(str(name), answered)
            clocks += [abs(clock() - answered.date)] if answered.date else []
    if clocks:
        yield _clock(min(clocks))


def _reached(name: str, answered: Answered) -> Finding:
    if answered.status < http.client.INTERNAL_SERVER_ERROR:
        return Finding(f"portal {name}", Grade.BOM, f"responde ({answered.status})")
    do = "Tente mais tarde; se abrir no navegador, avise quem cuida do faturista."
    return Finding(f"portal {name}", Grade.RUIM, f"responde com erro {answered.status}", do)


def _clock(apart: timedelta) -> Finding:
    if apart <= APART:
        return Finding("relógio", Grade.BOM, "concorda com o do portal")
    minutes = int(apart.total_seconds() // 60)
    do = "Acerte a data e a hora do computador (hora automática): prazos e sessões dependem dela."
    return Finding("relógio", Grade.RUIM, f"está {minutes} minutos longe do relógio do portal", do)


def _date(text: str | None) -> datetime | None:
    try:
        return parsedate_to_datetime(text) if text else None
    except ValueError:
        return None
