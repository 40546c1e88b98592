"""The catalogue of what the portal says: a text in, its class and its numbers out. Data in messages.toml."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files

from portals.grid import folded
from portals.learned import Significado, learned

_SLOT = re.compile(r"\{(\w+)\}")


class Classe(StrEnum):
    """What a text means to the run; messages.toml says what each one stands for."""

    GRAVADO = "gravado"
    EXCLUIDO = "excluido"
    FECHADO = "fechado"
    RECUSA = "recusa"
    PENDENCIA = "pendencia"
    JA_FECHADO = "ja_fechado"
    AINDA_ABERTO = "ainda_aberto"
    SEM_RETORNO = "sem_retorno"
    EXCLUIR = "excluir"
    FECHAR = "fechar"
    CREDENCIAIS = "credenciais"
    BLOQUEIO = "bloqueio"
    CAPTCHA = "captcha"
    PESSOA = "pessoa"
    SESSAO = "sessao"
    INDISPONIVEL = "indisponivel"
    NEUTRA = "neutra"
    REABERTO = "reaberto"
    REABRIR = "reabrir"
    AUDITADO = "auditado"
    PEDIDO_SENHA = "pedido_senha"
    EMAIL_ENVIADO = "email_enviado"
    LINK_MORTO = "link_morto"
    SENHA_NOVA = "senha_nova"
    SENHA_RECUSADA = "senha_recusada"
    DESCONHECIDA = "desconhecida"


_OF_A_PERSON = {
    Significado.RECUSA: Classe.RECUSA,
    Significado.AVISO: Classe.NEUTRA,
    Significado.SUCESSO: Classe.GRAVADO,
    Significado.SESSAO: Classe.SESSAO,
}


@dataclass(frozen=True, slots=True)
class Mensagem:
    """A text that the portal shows, in its own words. `valores`: what stood in the catalogue's braces.

    `explicacao`: what it means and what a person does, in ours; "" where the words say it all.
    """

    classe: Classe
    texto: str
    valores: Mapping[str, str] = field(default_factory=dict)
    explicacao: str = field(default="", compare=False)


def understood(text: str) -> Mensagem:
    """A text with its class; DESCONHECIDA where no text of the catalogue is exactly that one."""
    said = folded(text)
    for known, pattern in _catalogue():
        if match := pattern.fullmatch(said):
            return Mensagem(known.classe, text, match.groupdict(), known.explicacao)
    if told := learned(text):
        return Mensagem(_OF_A_PERSON[told.significado], text, {"movimento": told.numero} if told.numero else {})
    return Mensagem(Classe.DESCONHECIDA, text)


def question(classe: Classe, **valores: str) -> str:
    """A pattern for a question of that class, for a dialog that the browser itself shows; slots as given."""
    asked = [_SLOT.split(known.texto) for known in catalogue() if known.classe is classe]
    exact = ["".join(re.escape(valores[p] if place % 2 else p) for place, p in enumerate(parts)) for parts in asked]
    return rf"^\s*(?:{'|'.join(exact)})\s*$"


@cache
def _catalogue() -> tuple[tuple[Mensagem, re.Pattern[str]], ...]:
    return tuple((known, _pattern(known.texto)) for known in catalogue())


@cache
def catalogue() -> tuple[Mensagem, ...]:
    """Every text that is known, with braces for what varies, in the order they are tried."""
    data = tomllib.loads(files("portals.ipasem").joinpath("messages.toml").read_text(encoding="utf-8"))
    return tuple(
        Mensagem(Classe(entry["classe"]), entry["texto"], explicacao=entry.get("explicacao", ""))
        for entry in data["mensagem"]
    )


def _pattern(text: str) -> re.Pattern[str]:
    parts = _SLOT.split(folded(text))
    return re.compile("".join(_slot(p) if place % 2 else re.escape(p) for place, p in enumerate(parts)))


def _slot(name: str) -> str:
    """Numbers and months are one word; everything else is any text."""
    return rf"(?P<{name}>[\w./-]+?)" if name in ("movimento", "mes") else f"(?P<{name}>.*)"
