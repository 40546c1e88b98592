"""The imagined insurer as the tests need it: two guias, a clinic's entries for them."""

from datetime import date
from typing import Any

from agent.model.competencia import Competencia
from agent.model.lancamento import Kind, Lancamento, Origem
from portals.base import Login
from portals.imaginaria.mock.app import MockImaginaria, create_app
from portals.imaginaria.mock.seed import Conta, Guia, Seed

LOGIN = Login("clara", "s3nha-boa")
MES = Competencia(2026, 11)


def _guia(numero: str, beneficiario: str, carteirinha: str, usuario: str = "clara") -> Guia:
    return Guia(
        numero=numero,
        usuario=usuario,
        beneficiario=beneficiario,
        carteirinha=carteirinha,
        codigo="10101012",
        preco=9000,
    )


SEED = Seed(
    contas=(Conta(usuario="clara", senha="s3nha-boa"),),
    guias=(
        _guia("700101", "JOÃO DA SILVA", "88-1"),
        _guia("700102", "ANA LIMA", "88-2"),
        _guia("700103", "CAIO REIS", "88-3", "vizinha"),
    ),
)


def mock(**settings: Any) -> MockImaginaria:
    return create_app(SEED, **settings)


def lancamento(guia: str = "700101", **more: Any) -> Lancamento:
    """The first guia as the clinic's sheet states it."""
    return Lancamento.model_validate(
        {
            "clinica": "bem-viver",
            "portal": "imaginaria",
            "kind": Kind.CONSULTA,
            "competencia": MES,
            "numero_autorizacao": guia,
            "codigo_procedimento": "10101012",
            "data": date(2026, 11, 5),
            "valor_informado": 9000,
            "beneficiario": "João da Silva",
            "numero_carteira": "88-1",
            "origem": Origem(arquivo="novembro.xlsx", linha=2),
            **more,
        }
    )
