"""What an office tells of a prestador that bills by XML: numbers and professionals that no spreadsheet states."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from portals.tiss.guias import Contratado, Profissional


class ProfissionalCadastrado(BaseModel):
    """A professional, found by the number of the council. `conselho`, `uf`, `cbo` by TISS tables 26, 59 and 24."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    nome: str
    conselho: Annotated[str, Field(pattern=r"^\d{2}$")]
    uf: Annotated[str, Field(pattern=r"^\d{2}$")]
    cbo: Annotated[str, Field(pattern=r"^\d{6}$")]
    codigo: str = ""
    cpf: str = ""


class Cadastro(BaseModel):
    """One prestador at one operadora. `codigo` is its number there; `local` the house where fees are earned."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    codigo: str
    nome: str
    cnes: Annotated[str, Field(pattern=r"^\d{7}$")] = "9999999"
    cnpj: str = ""
    plano: str = "Regulamentado"
    local_nome: str = ""
    local_cnpj: str = ""
    local_cnes: str = "9999999"
    profissionais: Mapping[str, ProfissionalCadastrado] = Field(default_factory=dict)

    @property
    def contratado(self) -> Contratado:
        """The prestador as a lote names it."""
        return Contratado(codigo=self.codigo, cnpj=self.cnpj, cnes=self.cnes, nome=self.nome)

    @property
    def local(self) -> Contratado:
        """Where honorários are earned; the prestador itself where nothing else is told."""
        return (
            Contratado(cnpj=self.local_cnpj, cnes=self.local_cnes, nome=self.local_nome)
            if self.local_cnpj
            else self.contratado
        )

    def profissional(self, numero: str) -> Profissional | None:
        """The professional of that council number; the only one there is where the sheet names none; else None."""
        known = self.profissionais.get(numero)
        if not numero and len(self.profissionais) == 1:
            [(numero, known)] = self.profissionais.items()
        if known is None:
            return None
        return Profissional(known.nome, known.conselho, numero, known.uf, known.cbo, known.codigo, known.cpf)
