"""What the texts of a portal of one entry at a time mean to the run."""

from enum import StrEnum

from portals import catalogue


class Classe(StrEnum):
    """What a text means to the run."""

    GRAVADO = "gravado"  # the entry was saved; {movimento} is its number
    EXCLUIDO = "excluido"
    FECHADO = "fechado"  # the month {mes} was closed just now
    RECUSA = "recusa"  # the portal says no, in these words
    JA_FECHADO = "ja_fechado"
    SEM_RETORNO = "sem_retorno"
    EXCLUIR = "excluir"  # the question before a row is deleted
    FECHAR = "fechar"  # the question before the month {mes} is closed
    CREDENCIAIS = "credenciais"
    BLOQUEIO = "bloqueio"
    CAPTCHA = "captcha"
    SESSAO = "sessao"
    INDISPONIVEL = "indisponivel"
    NEUTRA = "neutra"  # says nothing about the work
    DESCONHECIDA = "desconhecida"


Mensagem = catalogue.Mensagem[Classe]
Catalogue = catalogue.Catalogue[Classe]


def read_messages(package: str) -> Catalogue:
    """What the portal of that package is known to say: its messages.toml."""
    return catalogue.read_catalogue(package, Classe.GRAVADO, "movimento")
