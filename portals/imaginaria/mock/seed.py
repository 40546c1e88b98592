"""What the imagined insurer knows beforehand: its prestadores and the guias that it issued."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Conta(_Row):
    """A prestador's login."""

    usuario: str
    senha: str


class Guia(_Row):
    """A guia issued to `usuario`: one procedure, at most `quantidade` times, at `preco` centavos."""

    numero: str
    usuario: str
    beneficiario: str
    carteirinha: str
    codigo: str
    preco: int
    quantidade: int = 1


class Seed(_Row):
    """All of it."""

    contas: tuple[Conta, ...]
    guias: tuple[Guia, ...]


def load_seed(path: Path) -> Seed:
    """Reads a seed from a JSON file. Raises pydantic's ValidationError where it is not one."""
    return Seed.model_validate_json(path.read_bytes())
