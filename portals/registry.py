"""Which portals there are: a name of faturista.toml in, a Portal out. An adapter is imported when it is opened."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from agent.config.cadastro import Cadastro
from agent.model.errors import ConfigError
from portals.base import Portal

if TYPE_CHECKING:
    from portals.browser.session import Session
    from portals.screens.portal import ScreenPortal


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


@dataclass(frozen=True, slots=True)
class _Registered:
    """`package`: where the portal's words are (labels.toml and its sisters). `example`: no office may use it."""

    package: str
    factory: "Callable[[Session, PortalSettings], Portal]"
    example: bool = False


def open_portal(name: str, session: "Session", settings: PortalSettings) -> Portal:
    """The adapter `name` on an open session.

    Raises ConfigError, naming those there are, for any other name, and for an example that is not served by this very
    machine: it belongs to no insurer, and nobody's password may be typed into what claims to be it.
    """
    found = _PORTALS.get(name)
    if found is None:
        known = ", ".join(portal_names())
        raise ConfigError([f'O portal "{name}" não existe; há estes: {known}.'], where="faturista.toml")
    if found.example and urlsplit(settings.base_url).hostname not in _LOOPBACK:
        what = f'O portal "{name}" é um exemplo inventado: só funciona no portal simulado deste computador.'
        raise ConfigError([what], where="faturista.toml")
    return found.factory(session, settings)


def portal_names(*, examples: bool = False) -> tuple[str, ...]:
    """Every name that an office may use; with the `examples`, every name that `open_portal` knows."""
    return tuple(name for name, found in _PORTALS.items() if examples or not found.example)


def package_of(name: str) -> str:
    """Where the words of a portal are. Raises KeyError for a name that `open_portal` does not know."""
    return _PORTALS[name].package


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


def _by_screens(adapter: str, session: "Session", settings: PortalSettings) -> Portal:
    """A ScreenPortal, "package.module:Class"; it takes no files and never types over the portal's value."""
    from portals.locate.labels import read_labels  # noqa: PLC0415  # heavy: read when it is needed

    module, _, name = adapter.partition(":")
    made: type[ScreenPortal] = getattr(import_module(module), name)
    return made(
        session,
        read_labels(made.package, settings.calibration),
        timeout_s=settings.answer_timeout_s,
        captcha_timeout_s=settings.captcha_timeout_s,
    )


def _screens(package: str, adapter: str, *, example: bool = False) -> _Registered:
    return _Registered(package, partial(_by_screens, f"{package}.portal:{adapter}"), example)


_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_PORTALS: Mapping[str, _Registered] = {
    "ipasem": _Registered("portals.ipasem", _ipasem),
    "cassind": _Registered("portals.solus", partial(_solus, "portals.cassind")),
    "imaginaria": _screens("portals.imaginaria", "Imaginaria", example=True),
}
