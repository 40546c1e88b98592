"""Pure: the insurer's audit of a closed month, which the mock's auditor decides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict

from portals.ipasem.mock.movement import Movimento


class Glosa(BaseModel):
    """An auditor's cut, of one movement (`id`) or of the first one of an `autorizacao` not yet cut.

    `valor` in centavos; None refuses the whole movement.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    motivo: str
    id: int | None = None
    autorizacao: str | None = None
    valor: int | None = None


def audited(entries: Sequence[Movimento], glosas: Sequence[Glosa], sem_retorno: Sequence[int | str]) -> dict[str, Any]:
    """The audit as a row: {"glosas": {id: {"valor", "motivo"}}, "sem_retorno": [id, ...]}.

    `sem_retorno` names movements by id or by authorisation. Raises ValueError for a cut that finds no
    movement or is larger than it.
    """
    cuts: dict[str, dict[str, Any]] = {}
    for glosa in glosas:
        entry = _cut_movement(glosa, [m for m in entries if str(m.id) not in cuts])
        cuts[str(entry.id)] = {"valor": _cut(glosa, entry), "motivo": glosa.motivo}
    left = [m.id for m in entries if m.id in sem_retorno or m.autorizacao in sem_retorno]
    return {"glosas": cuts, "sem_retorno": left}


def _cut_movement(glosa: Glosa, entries: list[Movimento]) -> Movimento:
    for entry in entries:
        if glosa.id == entry.id or (glosa.id is None and glosa.autorizacao == entry.autorizacao):
            return entry
    raise ValueError(f"Nenhum movimento para a glosa de {glosa.id or glosa.autorizacao}.")


def _cut(glosa: Glosa, entry: Movimento) -> int:
    value = entry.valor if glosa.valor is None else glosa.valor
    if not 0 < value <= entry.valor:
        raise ValueError(f"A glosa de {value} centavos não cabe no movimento {entry.id} ({entry.valor}).")
    return value
