"""A Lancamento: one row to be typed into a portal, with the key that makes it the only one of its kind."""

from datetime import date
from enum import StrEnum
from typing import Annotated, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from agent.model.atendimento import Atendimento
from agent.model.competencia import Competencia

Texto = Annotated[str, Field(max_length=500)]
ValorPositivo = Annotated[int, Field(gt=0)]


class Kind(StrEnum):
    """What is billed; it decides the portal's screen."""

    CONSULTA = "consulta"
    PROCEDIMENTO = "procedimento"
    ODONTOLOGIA = "odontologia"
    EXAME = "exame"
    HONORARIO = "honorario"
    SERIADO = "seriado"


class Chave(NamedTuple):
    """What one entry is within a clinic and a portal; the same values twice need an `ocorrencia`."""

    numero_autorizacao: str
    codigo_procedimento: str
    dente: str
    faces: str
    data: date
    ocorrencia: int = 1

    @property
    def without_ocorrencia(self) -> "Chave":
        """The same for every one of equal services: a portal counts no ocorrencia."""
        return self._replace(ocorrencia=1)


class Origem(BaseModel):
    """Where an entry was read: file name, sheet ("" for a CSV) and row, counted from 1 as a person sees it."""

    model_config = ConfigDict(frozen=True)

    arquivo: str
    aba: str = ""
    linha: int

    def __str__(self) -> str:
        return f"{self.aba or self.arquivo}!{self.linha}"


class Lancamento(BaseModel):
    """One service as the clinic's sheet states it. `valor_informado` is in centavos, None when the sheet is silent.

    `numero_autorizacao`, codes and cards are text: leading zeros are part of them. `faces` is sorted letters
    ("LMO"). `beneficiario` and `numero_carteira` serve to compare with what the portal shows, nothing else.
    """

    model_config = ConfigDict(frozen=True)

    clinica: str
    portal: str
    kind: Kind
    competencia: Competencia
    numero_autorizacao: Annotated[str, Field(min_length=1)]
    codigo_procedimento: Annotated[str, Field(min_length=1)]
    data: date
    quantidade: ValorPositivo = 1
    valor_informado: ValorPositivo | None = None
    dente: str = ""
    faces: str = ""
    ocorrencia: ValorPositivo = 1
    beneficiario: Texto = ""
    numero_carteira: str = ""
    codigo_conselho: str = ""
    profissional: str = ""
    observacao: Texto = ""
    atendimento: Atendimento = Atendimento()
    origem: Origem

    @property
    def chave(self) -> Chave:
        """The natural key within (clinica, portal)."""
        return Chave(
            self.numero_autorizacao,
            self.codigo_procedimento,
            self.dente,
            self.faces,
            self.data,
            self.ocorrencia,
        )
