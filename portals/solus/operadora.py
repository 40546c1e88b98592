"""What one operadora says about its own Solus Web Prestador: everything else in this room is the same for all."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from agent.model.lancamento import Kind

Codigos = Mapping[str, str]


class Operadora(BaseModel):
    """One operadora, as its `operadora.toml` states it.

    `meses`: how far back Faturamento Simplificado lists. `lote`: the most guias of one click. `registro_ans`, `versao`:
    the operadora's number and the TISS version it takes. `suporte`: where a picture of a refused XML goes.
    `legado`: per concept, TISS code → the code that this portal still shows (indicador_acidente 9 → 3). `padroes`: per
    kind of entry, what the sheet need not say (TISS codes). `um_por_item`: quantities above 1 go item by item.
    `codigos`: how a code that is typed is checked before anything is sent: by the description that the portal writes
    beside it, or in the window behind its magnifier, from whose list it is then chosen. `relatorios`: whether its menu
    has the vendor's Relação geral de glosas and Demonstrativos de pagamentos.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    title: str
    registro_ans: Annotated[str, Field(pattern=r"^\d{6}$")]
    meses: Annotated[int, Field(gt=0)] = 3
    lote: Annotated[int, Field(gt=0, le=100)] = 100
    versao: str = "4.03.00"
    suporte: str = ""
    um_por_item: bool = True
    codigos: Literal["descricao", "janela"] = "descricao"
    relatorios: bool = True
    legado: Mapping[str, Codigos] = Field(default_factory=dict)
    padroes: Mapping[Kind, Codigos] = Field(default_factory=dict)

    @classmethod
    def read(cls, text: str) -> Self:
        """An operadora from the text of its TOML. Raises pydantic's ValidationError for what is not known here."""
        return cls.model_validate(tomllib.loads(text))

    def shown(self, conceito: str, codigo: str) -> str:
        """The code that the portal shows for a TISS code; the same where it has no other."""
        return self.legado.get(conceito, {}).get(codigo, codigo)

    def padrao(self, kind: Kind, conceito: str) -> str:
        """What a field holds where the sheet is silent; "" where the operadora states nothing."""
        return self.padroes.get(kind, {}).get(conceito, "")


@cache
def read_operadora(package: str) -> Operadora:
    """The `operadora.toml` of a package ("portals.cassind")."""
    return Operadora.read(files(package).joinpath("operadora.toml").read_text(encoding="utf-8"))
