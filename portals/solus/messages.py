"""What the lines of the portal's banners mean to the run. Data in messages.toml, which says what each class is."""

from collections.abc import Iterable
from enum import StrEnum

from portals import catalogue


class Classe(StrEnum):
    """What a text means to the run; messages.toml says what each one stands for."""

    SUCESSO = "sucesso"
    PARCIAL = "parcial"
    NADA = "nada"
    RECUSA = "recusa"
    DUPLICADA = "duplicada"
    CONFIRMACAO = "confirmacao"
    VAZIA = "vazia"
    PERIODO = "periodo"
    NAO_ABERTA = "nao_aberta"
    CAMPO = "campo"
    CRITICA = "critica"
    CREDENCIAIS = "credenciais"
    BLOQUEIO = "bloqueio"
    SESSAO = "sessao"
    INDISPONIVEL = "indisponivel"
    NEUTRA = "neutra"
    DESCONHECIDA = "desconhecida"


Mensagem = catalogue.Mensagem[Classe]
CATALOGUE = catalogue.read_catalogue("portals.solus", Classe.SUCESSO, "protocolo")


def understood(lines: Iterable[str]) -> tuple[Mensagem, ...]:
    """Each line that is not blank, with its class."""
    return tuple(CATALOGUE.understood(line) for line in lines if line.strip())


def asking(count: int | None) -> str:
    """A pattern for the question before billing that names this number, or with None no number."""
    return CATALOGUE.question(Classe.CONFIRMACAO, **({} if count is None else {"quantidade": str(count)}))


def of(classe: Classe, mensagens: Iterable[Mensagem]) -> tuple[Mensagem, ...]:
    """Those of one class."""
    return tuple(mensagem for mensagem in mensagens if mensagem.classe is classe)
