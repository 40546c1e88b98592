"""Invented entries, written as briefly as the tests need them."""

from datetime import date

from agent.model.competencia import Competencia
from agent.model.lancamento import Kind, Lancamento, Origem

OUTUBRO = Competencia(2026, 10)
VALOR = 11000
NOMES = (
    "Adelina Prokop Vargas",
    "Benício Tauber Nunes",
    "Clotilde Wiest Amaral",
    "Davi Luca Ferrazzo",
    "Eneida Brusch Paixão",
)


def lancamento(
    guia: str = "004512876",
    *,
    dia: date = date(2026, 10, 1),
    codigo: str = "10101012",
    valor: int | None = VALOR,
    beneficiario: str = NOMES[0],
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


def consulta(place: int) -> Lancamento:
    """The consulta of one day of October: guia 004512901, 004512902, … of the patient whose turn it is."""
    name = NOMES[(place - 1) % len(NOMES)]
    return lancamento(f"0045129{place:02d}", dia=date(2026, 10, 1 + (place - 1) % 28), beneficiario=name)
