"""How a service was given, as far as a portal's form or a TISS guia asks: hours, people's parts, clinical codes."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Hora = Annotated[str, Field(pattern=r"^(([01]\d|2[0-3]):[0-5]\d)?$")]
Codigo = Annotated[str, Field(max_length=10)]


class Atendimento(BaseModel):
    """What a sheet may say beyond the service itself. "" where it is silent; codes are those of TISS 4.

    Hours are "HH:MM" ("00:10" after "23:50" is past midnight). `cids` are health data: they are typed where a form
    asks for them, and never stored with the entry's facts. `aba` is where Detalhado bills it: procedimento, pacote,
    taxa or opme.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    hora_inicial: Hora = ""
    hora_final: Hora = ""
    grau_participacao: Codigo = ""
    via_acesso: Codigo = ""
    cids: tuple[Codigo, ...] = ()
    tipo_atendimento: Codigo = ""
    regime_atendimento: Codigo = ""
    tipo_faturamento: Codigo = ""
    cobertura_especial: Codigo = ""
    indicador_acidente: Codigo = ""
    tipo_saida: Codigo = ""
    tipo_doenca: Codigo = ""
    tempo_doenca: Codigo = ""
    aba: str = "procedimento"

    @property
    def written(self) -> str:
        """As text to be kept: only what is said, "" where nothing is."""
        return self.model_dump_json(exclude_defaults=True) if self != _SILENT else ""

    @classmethod
    def read(cls, text: str) -> "Atendimento":
        """What `written` gave. Raises ValueError on anything else."""
        return cls.model_validate_json(text) if text else _SILENT


_SILENT = Atendimento()
