"""Which portals there are: a name of faturista.toml in, a Portal out. An adapter is imported when it is opened."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agent.config.cadastro import Cadastro
from agent.model.errors import ConfigError
from portals.base import Portal

if TYPE_CHECKING:
    from portals.browser.session import Session


@dataclass(frozen=True, slots=True)
class PortalSettings:
    """What an office decides about one portal. Times in seconds.

    `base_url`: where the portal is. `captcha_timeout_s`: how long a person may take to tick a box.
    `answer_timeout_s`: how long the portal may take for one answer. `override_value`: type the sheet's value where
    the portal's own differs. `calibration`: words laid over the adapter's labels.toml. `xml`: who bills by TISS files,
    None where screens are used; `lotes` is the folder of the files and of the numbers that are taken. `prestador`: who
    the portal must show as signed in, "" where nothing is compared.
    """

    base_url: str
    captcha_timeout_s: float = 600.0
    answer_timeout_s: float = 60.0
    override_value: bool = False
    calibration: Mapping[str, Any] = field(default_factory=dict)
    xml: Cadastro | None = None
    prestador: str = ""
    lotes: Path = Path("lotes")


def open_portal(name: str, session: "Session", settings: PortalSettings) -> Portal:
    """The adapter `name` on an open session. Raises ConfigError, naming those there are, for any other name."""
    factory = _PORTALS.get(name)
    if factory is None:
        known = ", ".join(_PORTALS)
        raise ConfigError([f'O portal "{name}" não existe; há estes: {known}.'], where="faturista.toml")
    return factory(session, settings)


def portal_names() -> tuple[str, ...]:
    """Every name that `open_portal` knows."""
    return tuple(_PORTALS)


def _ipasem(session: "Session", settings: PortalSettings) -> Portal:
    if settings.xml:
        raise ConfigError(["O IPASEM não recebe arquivos XML: tire a seção xml deste acesso."], where="faturista.toml")
    from portals.ipasem.portal import Ipasem  # noqa: PLC0415  # heavy: read when it is needed
    from portals.locate.labels import read_labels  # noqa: PLC0415

    return Ipasem(
        session,
        labels=read_labels("portals.ipasem", settings.calibration),
        timeout_s=settings.answer_timeout_s,
        captcha_timeout_s=settings.captcha_timeout_s,
        override_value=settings.override_value,
    )


def _solus(package: str, session: "Session", settings: PortalSettings) -> Portal:
    """An operadora on Solus Web Prestador: `package` holds what is its own."""
    from portals.locate.labels import read_labels  # noqa: PLC0415  # heavy: read when it is needed
    from portals.solus.by_xml import EnvioPorXml  # noqa: PLC0415
    from portals.solus.operadora import read_operadora  # noqa: PLC0415
    from portals.solus.portal import SolusWeb  # noqa: PLC0415

    return SolusWeb(
        session,
        operadora=read_operadora(package),
        labels=read_labels("portals.solus", settings.calibration),
        timeout_s=settings.answer_timeout_s,
        xml=EnvioPorXml(settings.xml, settings.lotes) if settings.xml else None,
        prestador=settings.prestador,
    )


_PORTALS: Mapping[str, Callable[["Session", PortalSettings], Portal]] = {
    "ipasem": _ipasem,
    "cassind": partial(_solus, "portals.cassind"),
}
