"""What an office tells once of a prestador that bills by XML: numbers and professionals that no spreadsheet states."""

from typing import Annotated

from pydantic import Field

from agent.config.section import Flag, Section


class ProfissionalCadastrado(Section):
    """A professional, found by the number of the council. `conselho`, `uf`, `cbo` by TISS tables 26, 59 and 24."""

    nome: Annotated[str, Field(min_length=1, max_length=70)]
    conselho: Annotated[str, Field(pattern=r"^\d{2}$")]
    uf: Annotated[str, Field(pattern=r"^\d{2}$")]
    cbo: Annotated[str, Field(pattern=r"^\d{6}$")]
    codigo: Annotated[str, Field(max_length=14)] = ""
    cpf: Annotated[str, Field(pattern=r"^(\d{11})?$")] = ""


class Cadastro(Section):
    """One prestador at one operadora. `codigo` is its number there; `local_…` the house where fees are earned.

    `copia_aberta`: each file is written unsealed too, for an archive that the prestador must keep by its own rules.
    """

    codigo: Annotated[str, Field(min_length=1, max_length=14)]
    nome: Annotated[str, Field(min_length=1, max_length=70)]
    cnes: Annotated[str, Field(pattern=r"^\d{7}$")] = "9999999"
    cnpj: Annotated[str, Field(pattern=r"^([A-Z0-9]{12}\d{2})?$")] = ""
    plano: Annotated[str, Field(min_length=1, max_length=40)] = "Regulamentado"
    local_nome: Annotated[str, Field(max_length=70)] = ""
    local_cnpj: Annotated[str, Field(pattern=r"^([A-Z0-9]{12}\d{2})?$")] = ""
    local_cnes: Annotated[str, Field(pattern=r"^\d{7}$")] = "9999999"
    profissionais: dict[str, ProfissionalCadastrado] = Field(default_factory=dict)
    copia_aberta: Flag = False

    @property
    def known_by(self) -> tuple[str, ...]:
        """What the operadora may show of the prestador: its code there, its name, its CNPJ."""
        return tuple(filter(None, (self.codigo, self.nome, self.cnpj)))
