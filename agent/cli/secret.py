"""A secret from the person at the terminal, or from a pipe; it is never shown."""

import getpass
import sys

from agent.model.errors import InputError
from agent.vault.vault import Password


def typed_secret(label: str, *, stdin: bool) -> Password:
    """The secret called `label` in the prompt. Raises InputError: nobody to ask, two words, or none."""
    return _from_stdin() if stdin else _from_person(label)


def _from_stdin() -> Password:
    return _checked(sys.stdin.readline().rstrip("\r\n"), "entrada padrão")


def _from_person(label: str) -> Password:
    """Typed twice: a wrong password locks the login on a portal."""
    if not sys.stdin.isatty():
        raise InputError(
            "não há um terminal em que digitar a senha.", where="senha", do="Use --stdin para lê-la da entrada padrão."
        )
    first = getpass.getpass(f"{label}: ")
    if getpass.getpass("Digite de novo: ") != first:
        raise InputError("as duas senhas não são iguais; nada foi guardado.", where="senha", do="Tente de novo.")
    return _checked(first, "senha")


def _checked(text: str, where: str) -> Password:
    if not text:
        raise InputError("a senha está vazia; nada foi guardado.", where=where)
    return Password(text)
