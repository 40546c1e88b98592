"""What the operadora refuses by itself when it takes a conta in, by switches: the vendor's list of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from portals.mock.store import Store

# The reasons are our own words but for 1705, which the vendor names; table 38 may call them otherwise.
AUTO_GLOSAS = {
    "inadimplente": "Beneficiário inadimplente",
    "carencia": "Beneficiário em período de carência",
    "rede": "Rede de atendimento não permitida para o plano",
    "zerar": "Conta zerada na importação",
    "retorno": "Procedimento dentro do período de retorno",
    "nao_autorizado": "Procedimento não autorizado na guia",
    "cobertura": "Procedimento sem cobertura",
    "cancelado": "Beneficiário cancelado",
    "migrado": "Beneficiário migrado",
    "obito": "Beneficiário falecido",
    "tabela": "1705 - Valor cobrado a maior",
}


@dataclass(frozen=True)
class Cut:
    """What is taken off one conta, in centavos, and why."""

    motivo: str
    valor: int


def auto_glosa(armed: Collection[str], informado: int, tabela: int) -> Cut | None:
    """The first switch of `armed` that cuts; all of the conta, or for "tabela" what it is above the price table.

    `informado` and `tabela`: what was billed, and what the operadora's table has for it. None where nothing is cut.
    """
    for name, motivo in AUTO_GLOSAS.items():
        valor = max(0, informado - tabela) if name == "tabela" else informado
        if name in armed and valor:
            return Cut(motivo, valor)
    return None


class AutoGlosas:
    """The switches of one portal, for a guia or, with "", for every one; kept with what it has recorded."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def switch(self, name: str, number: str = "", *, on: bool = True) -> None:
        """From now on cut such contas at the analysis, or no more. Raises ValueError for a name there is none of."""
        if name not in AUTO_GLOSAS:
            raise ValueError(f'A glosa automática "{name}" não existe; há estas: {", ".join(AUTO_GLOSAS)}.')
        row = {"name": name, "number": number} if on else None
        self._store.commit("glosa-automatica", number=number, patch={"auto_glosa": {f"{name}/{number}": row}})

    def of(self, number: str) -> set[str]:
        """Those that are on for a guia."""
        rows = self._store.rows("auto_glosa").values()
        return {str(row["name"]) for row in rows if row["number"] in {"", number}}
