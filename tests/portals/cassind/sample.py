"""Invented entries and guias, written as briefly as the tests need them."""

from datetime import date

from agent.model.competencia import Competencia
from agent.model.lancamento import Kind, Lancamento, Origem

OUTUBRO = Competencia(2026, 10)


def lancamento(
    guia: str = "004512876",
    *,
    dia: date = date(2026, 10, 1),
    codigo: str = "10101012",
    valor: int | None = 11000,
    beneficiario: str = "Adelina Prokop Vargas",
    kind: Kind = Kind.CONSULTA,
    quantidade: int = 1,
) -> Lancamento:
    """A consulta of October 2026, as a clinic's sheet states it."""
    return Lancamento(
        clinica="sao-jeronimo",
        portal="cassind",
        kind=kind,
        competencia=OUTUBRO,
        numero_autorizacao=guia,
        codigo_procedimento=codigo,
        data=dia,
        quantidade=quantidade,
        valor_informado=valor,
        beneficiario=beneficiario,
        origem=Origem(arquivo="consultas.csv", linha=5),
    )
