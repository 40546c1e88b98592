"""What faturista.toml may say: frozen models, one per section."""

from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BeforeValidator, Field

from agent.config.agenda import Agenda, Aprovacoes, Calendario, Execucao
from agent.config.avisos import Avisos, Email
from agent.config.banco import Banco
from agent.config.cadastro import Cadastro
from agent.config.contas import Contrato, Repasse
from agent.config.evidencias import Evidencias
from agent.config.section import Count, Flag, Seconds, Section, Texto, between

PortalName = Literal["ipasem", "cassind"]

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def _time_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError('não é um fuso horário, como "America/Sao_Paulo"') from None
    return name


def _address(text: str) -> str:
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        host = None
    if host is None:
        raise ValueError('deve ser o endereço do portal, como "https://portal.exemplo.com.br"')
    if parts.username or parts.password:
        raise ValueError("o endereço não pode trazer usuário nem senha")
    if parts.scheme != "https" and not (parts.scheme == "http" and host in _LOOPBACK):
        raise ValueError('deve começar com "https://" (sem o "s", só no portal simulado deste computador)')
    return text.rstrip("/")


def _path(path: Path) -> Path:
    if not str(path).isprintable():  # "C:\faturista" in double quotes holds a form feed
        raise ValueError("caminhos do Windows vão entre aspas simples")
    return path


def _one_or_many(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Caminho = Annotated[Path, AfterValidator(_path)]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]


class Escritorio(Section):
    """The office. `diario` is the folder of the intent journal when it lives on another disk.

    `cofre`: where passwords are kept; "automatico" prefers the system's keyring, "arquivo" always the encrypted file.
    `banco`: the PostgreSQL database that holds the ledger, without a password; "" for a file in the office's folder.
    """

    nome: Texto
    fuso: Annotated[str, AfterValidator(_time_zone)] = "America/Sao_Paulo"
    diario: Caminho | None = None
    cofre: Literal["automatico", "arquivo"] = "automatico"
    banco: Banco = ""


class Navegador(Section):
    """The browser: `caminho` of an executable when the installed one is not to be used.

    `programa`: "automatico" takes Chrome, Edge or Chromium, whichever is there; "firefox" takes Firefox.

    `mostrar` its window, in which a person ticks "Não sou um robô". `sandbox` false: a system that forbids Chromium's
    own protection.
    """

    programa: Literal["automatico", "firefox"] = "automatico"
    caminho: Caminho | None = None
    mostrar: Flag = True
    sandbox: Flag | None = None


class PortalSettings(Section):
    """Where a portal is and how long to wait for it, in seconds.

    `acomodacao_s`: after an outcome is lost, how long before the portal's record is read. `intervalo_leituras_s`:
    between the two readings that must agree. `sessoes`: how many logins may be at work there at once.
    `intervalo_s`: the least time between two acts of `faturista servir` there, whichever the login. `agenda`: what it
    does there by itself; nothing without it.
    """

    endereco: Annotated[str, AfterValidator(_address)]
    espera_captcha_s: Seconds = 600
    espera_resposta_s: Seconds = 60
    acomodacao_s: Seconds = 120
    intervalo_leituras_s: Seconds = 30
    sessoes: Annotated[Count, between(1, 64)] = 2
    intervalo_s: Annotated[float, Field(strict=True), between(0, 60)] = 0
    agenda: Agenda | None = None


class Acesso(Section):
    """A clinic's login on a portal; its password is in the vault, never here.

    `valor_divergente`: what to do when the portal fills in another value than the sheet's: stop that entry, or type
    the sheet's value. `agenda`: the clinic's own, in place of the portal's. `xml`: everything is billed by TISS files,
    on a portal that takes them, instead of by its screens. `prestador`: name, code or CNPJ that a portal which shows
    who is signed in must show; "" where nothing is compared beyond what `usuario` and `xml` say.
    """

    usuario: Texto
    prestador: str = ""
    valor_divergente: Literal["parar", "digitar"] = "parar"
    agenda: Agenda | None = None
    xml: Cadastro | None = None


class Clinica(Section):
    """A clinic. `planilhas`: folders or files, relative to the office folder; its folder in entrada/ when absent.

    `mapeamento`: the name of its mapping; "" takes the one of its own name, where there is one. `responsavel`: who sees
    to what its reconciliation leaves open; "" is the office. `contador`: to whom its pack goes by mail once a month is
    reconciled; to nobody without it.
    """

    nome: Texto
    planilhas: Annotated[tuple[Caminho, ...], BeforeValidator(_one_or_many)] = ()
    mapeamento: str = ""
    responsavel: str = ""
    contador: Annotated[tuple[Email, ...], BeforeValidator(_one_or_many)] = ()
    acessos: Annotated[dict[PortalName, Acesso], Field(min_length=1)]
    repasses: tuple[Repasse, ...] = ()


class Settings(Section):
    """The whole faturista.toml."""

    escritorio: Escritorio
    navegador: Navegador = Navegador()
    calendario: Calendario = Calendario()
    execucao: Execucao = Execucao()
    aprovacoes: Aprovacoes = Aprovacoes()
    evidencias: Evidencias = Evidencias()
    avisos: Avisos | None = None
    portais: dict[PortalName, PortalSettings]
    contratos: dict[PortalName, Contrato] = Field(default_factory=dict)
    clinicas: Annotated[dict[Slug, Clinica], Field(min_length=1)]
