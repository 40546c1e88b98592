"""Where the vault file's key comes from; never from the folder that it opens.

In this order: the file that FATURISTA_CHAVE_ARQUIVO names, systemd's credential `faturista-chave`, and the user's own
key file, which is made at first use.
"""

import base64
import secrets
from collections.abc import Mapping
from pathlib import Path

from agent.model.errors import SetupError
from agent.vault.private_file import readable_by_others, write_private

VARIABLE = "FATURISTA_CHAVE_ARQUIVO"
CREDENTIAL = "faturista-chave"
SHORTEST = 16


def find_key(environ: Mapping[str, str], user_folder: Path, office_folder: Path, *, may_create: bool) -> bytes:
    """The key's bytes, at least SHORTEST of them. Raises SetupError naming the file and what is wrong with it.

    `may_create` is False when the vault already holds something: a new key would not open it.
    """
    if environ.get(VARIABLE):
        return _own(Path(environ[VARIABLE]), office_folder)
    if environ.get("CREDENTIALS_DIRECTORY"):
        credential = Path(environ["CREDENTIALS_DIRECTORY"]) / CREDENTIAL
        if credential.is_file():
            return _read(credential)
    own = user_folder / "chave"
    if not own.exists() and may_create:
        write_private(own, base64.b64encode(secrets.token_bytes(32)) + b"\n")
    return _own(own, office_folder)


def _own(path: Path, office_folder: Path) -> bytes:
    if path.resolve().is_relative_to(office_folder.resolve()):
        raise SetupError(
            "a chave do cofre está na mesma pasta que o cofre.",
            where=str(path),
            do="Leve-a para fora da pasta do escritório: quem copia a pasta não pode levar a chave junto.",
        )
    key = _read(path)
    if readable_by_others(path):
        raise SetupError(
            "a chave do cofre pode ser lida por outras pessoas deste computador.",
            where=str(path),
            do=f"Deixe-a só para você: chmod 600 {path}",
        )
    return key


def _read(path: Path) -> bytes:
    try:
        key = path.read_bytes().strip()
    except FileNotFoundError:
        raise SetupError(
            "a chave do cofre não foi encontrada.",
            where=str(path),
            do="Restaure a sua cópia da chave. Sem ela, apague a pasta cofre do escritório e guarde as senhas de novo.",
        ) from None
    except OSError as error:
        raise SetupError(f"a chave do cofre não pôde ser lida ({error.strerror}).", where=str(path)) from None
    if len(key) < SHORTEST:
        raise SetupError(
            f"a chave do cofre é curta demais: tem {len(key)} caracteres e precisa de {SHORTEST}.", where=str(path)
        )
    return key
