"""Where the ledger is when it is not a file of the office's folder: the address of a PostgreSQL database."""

from collections.abc import Mapping
from typing import Annotated
from urllib.parse import parse_qs, urlsplit

from pydantic import AfterValidator

from agent.model.errors import SetupError

VARIABLE = "FATURISTA_BANCO"
_SCHEMES = ("postgresql", "postgres")
_LIKE = "deve ser um endereço como postgresql://usuario@servidor/faturista"


def checked(address: str) -> str:
    """The address, without a password in it: that of a settings file or a command line. Raises ValueError."""
    _parts(address)
    if _has_password(address):
        raise ValueError(f"a senha do banco não se escreve aqui; ponha-a em ~/.pgpass ou em {VARIABLE}")
    return address


def banco_of(written: str, environ: Mapping[str, str]) -> str:
    """The address that counts: the variable's, else the one `written` in the settings; "" for a file of the folder.

    Raises SetupError when the variable holds something else.
    """
    named = environ.get(VARIABLE, "").strip()
    try:
        return _parts(named) if named else written
    except ValueError as error:
        raise SetupError(f"{error}.", where=VARIABLE, do="Corrija ou apague a variável.") from None


def shown(address: str) -> str:
    """The address as a person may see it: server and database, without user or password."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


def _parts(address: str) -> str:
    try:
        scheme = urlsplit(address).scheme
    except ValueError:
        scheme = ""
    if scheme not in _SCHEMES:
        raise ValueError(_LIKE)
    return address


def _has_password(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.password) or "password" in parse_qs(parts.query)


Banco = Annotated[str, AfterValidator(checked)]
