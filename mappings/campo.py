"""The fields that a clinic's sheet may state, by the names that mapping files use."""

from enum import StrEnum


class Campo(StrEnum):
    """A field of an entry, or a fact about the row that decides its portal, kind or month."""

    NUMERO_AUTORIZACAO = "numero_autorizacao"
    DATA = "data"
    HORA_INICIAL = "hora_inicial"
    HORA_FINAL = "hora_final"
    HORARIO = "horario"  # start and end in one cell
    BENEFICIARIO = "beneficiario"
    NUMERO_CARTEIRA = "numero_carteira"
    CODIGO_PROCEDIMENTO = "codigo_procedimento"
    DESCRICAO = "descricao"
    QUANTIDADE = "quantidade"
    QUANTIDADE_AUTORIZADA = "quantidade_autorizada"
    VALIDADE = "validade"  # the last day of the authorisation
    VALOR_INFORMADO = "valor_informado"
    VALOR_UNITARIO = "valor_unitario"
    VALOR_TOTAL = "valor_total"
    DENTE = "dente"
    FACES = "faces"
    CODIGO_CONSELHO = "codigo_conselho"
    PROFISSIONAL = "profissional"
    OBSERVACAO = "observacao"
    GRAU_PARTICIPACAO = "grau_participacao"
    VIA_ACESSO = "via_acesso"
    CID = "cid"
    PORTAL = "portal"
    TIPO = "tipo"
    COMPETENCIA = "competencia"
    SITUACAO = "situacao"
