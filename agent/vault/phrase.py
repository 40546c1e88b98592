"""A passphrase in place of a key file: Argon2id makes the key of it, and it stands on no disk.

The file `frase` in the vault's folder holds what is no secret: salt, cost, and a word by which a phrase is known to be
the right one. While the key is being changed it also holds the former one, sealed with the new.
"""

import base64
import getpass
import json
import secrets
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from threading import Lock

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from agent.model.errors import SetupError
from agent.vault.private_file import write_private

SHORTEST = 16
# RFC 9106's second choice: 64 MiB, three passes.
_COST = {"time_cost": 3, "memory_cost": 65_536, "parallelism": 4}
_ABOUT = b"faturista-frase-1"
_NONCE, _TRIES = 12, 3

Ask = Callable[[str], str]
_asked: dict[bytes, str] = {}
_asking = Lock()


def place(office_cofre: Path) -> Path:
    """Where an office's choice of a phrase is written; there is none where this file is not."""
    return office_cofre / "frase"


def keys_by_phrase(chosen: Path, given: str | None, ask: Ask | None) -> tuple[bytes, ...]:
    """The key of the phrase, and while it is being changed the former one. `given`: the phrase, brought by systemd.

    A person is asked once in the life of a process. Raises SetupError for a wrong phrase, or nobody to ask.
    """
    content = chosen.read_bytes()
    if given is not None:
        if keys := _opened(content, given):
            return keys
        raise _wrong(chosen)
    with _asking:
        if content not in _asked:
            _asked[content] = _from_person(content, chosen, ask)
        return _opened(content, _asked[content])


@contextmanager
def changed_to_phrase(chosen: Path, phrase: str, former: Sequence[bytes]) -> Iterator[None]:
    """`phrase` opens the vault from now on; the former keys still open what the block is there to seal anew.

    A block that does not end leaves both: the next change goes on from there. Raises SetupError for a phrase that is
    too short, OSError.
    """
    if len(phrase) < SHORTEST:
        raise SetupError(
            f"a frase é curta demais: tem {len(phrase)} caracteres e precisa de {SHORTEST}.",
            where="cofre --frase",
            do="Junte cinco ou seis palavras que não formem uma frase conhecida.",
        )
    salt = secrets.token_bytes(16)
    key = _derived(phrase, salt, **_COST)
    body = {"salt": base64.b64encode(salt).decode(), "cost": _COST, "word": _sealed(key, _ABOUT)}
    _remember(chosen, json.dumps({**body, "former": [_sealed(key, each) for each in former]}).encode(), phrase)
    yield
    _remember(chosen, json.dumps(body).encode(), phrase)


def ask_person() -> Ask | None:
    """Asks at the terminal without showing what is typed; None where nobody sits at one."""
    return getpass.getpass if sys.stdin is not None and sys.stdin.isatty() else None


def _remember(chosen: Path, content: bytes, phrase: str) -> None:
    write_private(chosen, content)
    with _asking:
        _asked[content] = phrase


def _from_person(content: bytes, chosen: Path, ask: Ask | None) -> str:
    if ask is None:
        raise SetupError(
            "o cofre abre com uma frase, e não há ninguém no terminal para dizê-la.",
            where=str(chosen),
            do="Rode num terminal; num servidor, dê a frase como credencial faturista-chave do systemd.",
        )
    for _ in range(_TRIES):
        phrase = ask("Frase do cofre: ")
        if _opened(content, phrase):
            return phrase
    raise _wrong(chosen)


def _wrong(chosen: Path) -> SetupError:
    do = "Digite a frase com que o cofre foi fechado; sem ela, apague a pasta cofre e guarde as senhas de novo."
    return SetupError("a frase do cofre não confere.", where=str(chosen), do=do)


def _opened(content: bytes, phrase: str) -> tuple[bytes, ...]:
    """The keys, () where the phrase is not the one."""
    try:
        body = json.loads(content)
        key = _derived(phrase, base64.b64decode(body["salt"]), **body["cost"])
        if _unsealed(key, body["word"]) != _ABOUT:
            return ()
        return (key, *(_unsealed(key, each) for each in body.get("former", ())))
    except InvalidTag:
        return ()
    except (ValueError, KeyError, TypeError) as error:
        do = "Restaure o arquivo da sua cópia."
        raise SetupError("o arquivo da frase do cofre está danificado.", where="cofre/frase", do=do) from error


@lru_cache(maxsize=4)
def _derived(phrase: str, salt: bytes, *, time_cost: int, memory_cost: int, parallelism: int) -> bytes:
    """In base64, like the key of a file."""
    raw = hash_secret_raw(phrase.encode(), salt, time_cost, memory_cost, parallelism, 32, Type.ID)
    return base64.b64encode(raw)


def _sealed(key: bytes, content: bytes) -> str:
    nonce = secrets.token_bytes(_NONCE)
    return base64.b64encode(nonce + AESGCM(base64.b64decode(key)).encrypt(nonce, content, _ABOUT)).decode()


def _unsealed(key: bytes, text: str) -> bytes:
    packed = base64.b64decode(text)
    return AESGCM(base64.b64decode(key)).decrypt(packed[:_NONCE], packed[_NONCE:], _ABOUT)
