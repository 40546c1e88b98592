"""Where the vault file's key comes from; never from the folder that it opens.

In this order: the file that FATURISTA_CHAVE_ARQUIVO names, systemd's credential `faturista-chave`, and the user's own
key file, which is made at first use. Where the office chose a phrase, the first two may bring that instead.
"""

import base64
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from agent.model.errors import SetupError
from agent.vault.private_file import readable_by_others, write_private

VARIABLE = "FATURISTA_CHAVE_ARQUIVO"
CREDENTIAL = "faturista-chave"
SHORTEST = 16
_SEVERAL = b"faturista-chaves-1\n"


def find_keys(
    environ: Mapping[str, str], user_folder: Path, office_folder: Path, *, may_create: bool
) -> tuple[bytes, ...]:
    """The keys that open the vault, the one that writes first; more than one only while they are being changed.

    Raises SetupError naming the file and what is wrong with it. `may_create` is False when the vault already holds
    something: a new key would not open it.
    """
    if (credential := _credential(environ)) is not None:
        return _keys_in(_read(credential))
    own = key_file(environ, user_folder)
    if not own.exists() and may_create and not environ.get(VARIABLE):
        write_private(own, _new_key() + b"\n")
    return _keys_in(_own(own, office_folder))


def given_phrase(environ: Mapping[str, str]) -> str | None:
    """What a file or systemd brings where a phrase is asked for; None where a person is to be asked."""
    named = Path(environ[VARIABLE]) if environ.get(VARIABLE) else _credential(environ)
    return None if named is None else _read(named).decode("utf-8", errors="replace")


def key_file(environ: Mapping[str, str], user_folder: Path) -> Path:
    """The file of the key. Raises SetupError where systemd holds it: that one is not ours to write."""
    if (credential := _credential(environ)) is not None:
        raise SetupError(
            "a chave do cofre é uma credencial do systemd; só quem administra o sistema a troca.",
            where=str(credential),
            do=f"Para trocá-la por aqui, use um arquivo: {VARIABLE}.",
        )
    return Path(environ[VARIABLE]) if environ.get(VARIABLE) else user_folder / "chave"


@contextmanager
def changed_key(path: Path, former: tuple[bytes, ...] = ()) -> Iterator[None]:
    """A new key in `path`; the former one still opens what the block is there to seal anew, and is gone after it.

    `former`: the keys of a phrase, where the office had one; else those in `path`. A block that does not end leaves
    both: the next change goes on from there. Raises OSError.
    """
    held = () if former else _keys_in(path.read_bytes().strip())
    keys = held if len(held) > 1 else (_new_key(), *(former or held))
    write_private(path, _SEVERAL + b"\n".join(base64.b64encode(key) for key in keys) + b"\n")
    yield
    write_private(path, keys[0] + b"\n")


def _new_key() -> bytes:
    return base64.b64encode(secrets.token_bytes(32))


def _keys_in(content: bytes) -> tuple[bytes, ...]:
    if not content.startswith(_SEVERAL):
        return (content,)
    return tuple(base64.b64decode(line) for line in content[len(_SEVERAL) :].split())


def _credential(environ: Mapping[str, str]) -> Path | None:
    folder = environ.get("CREDENTIALS_DIRECTORY")
    if environ.get(VARIABLE) or not folder:
        return None
    credential = Path(folder) / CREDENTIAL
    return credential if credential.is_file() else None


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
