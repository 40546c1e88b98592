"""What is known of each insurer's own rules (regras.toml), and what an office adds of its contracts."""

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, Field


class Regras(BaseModel):
    """Rules of one portal; None is not known. `maximo`: the most of a code that one authorisation allows.

    `codigos`: the codes of the portal's own table beyond the TUSS; empty is not known.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    prazo_envio_dias: int | None = Field(default=None, gt=0)
    retorno_consulta_dias: int | None = Field(default=None, gt=0)
    maximo: dict[str, int] = Field(default_factory=dict)
    codigos: tuple[str, ...] = ()

    def with_own(self, own: "Regras | None") -> "Regras":
        """These rules, with what the office says in their place."""
        if own is None:
            return self
        return self.model_copy(update=own.model_dump(exclude_none=True, exclude_defaults=True))


@cache
def shipped_rules() -> dict[str, Regras]:
    """The rules that come with faturista, by portal, read once."""
    source = tomllib.loads(files("mappings").joinpath("regras.toml").read_text(encoding="utf-8"))
    return {portal: Regras.model_validate(rules) for portal, rules in source.items()}
