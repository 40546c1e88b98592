"""What the portal's texts mean to the run. Data in messages.toml, which says what each class stands for."""

from enum import StrEnum

from portals import catalogue


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


Mensagem = catalogue.Mensagem[Classe]
CATALOGUE = catalogue.read_catalogue("portals.ipasem", Classe.GRAVADO, "movimento")
