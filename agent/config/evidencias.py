"""What faturista.toml says of how long evidence and people's names are kept, and of what is kept beyond that."""

import re
from typing import Annotated

from pydantic import AfterValidator

from agent.config.section import Count, Flag, Section, between
from agent.model.competencia import Competencia

_CLINICA = re.compile(r"[a-z0-9][a-z0-9-]*")
_LIKE = 'deve ser uma clínica, um mês ou os dois, como "sorriso", "10/2026" ou "sorriso 10/2026"'


def read_hold(text: str) -> tuple[str, str]:
    """(clinica, competencia as AAAA-MM) of a hold, "" for any. Raises ValueError with the form."""
    words = text.split()
    clinica = words.pop(0) if words and _CLINICA.fullmatch(words[0]) else ""
    month = ""
    if words:
        try:
            month = Competencia.read(words.pop(0)).iso
        except ValueError:
            raise ValueError(_LIKE) from None
    if words or not (clinica or month):
        raise ValueError(_LIKE)
    return clinica, month


def _hold(text: str) -> str:
    read_hold(text)
    return text


Guarda = Annotated[str, AfterValidator(_hold)]


class Evidencias(Section):
    """How many months each kind of evidence is kept, from the last time that it proved something.

    `telas_meses`: screens of entries and of stops. `relatorios_meses`: returns, readings of the portal's record and
    closings. `guardar`: clinics, months or a clinic's month that nothing is purged of, whatever its age. `sozinho`:
    `faturista servir` purges what is due by itself; otherwise a person does, with `faturista expurgar`.
    `pessoas_meses`: how many months after theirs the ledger knows whom entries and return lines are about; 0: always.
    """

    telas_meses: Annotated[Count, between(1, 240)] = 24
    relatorios_meses: Annotated[Count, between(12, 240)] = 60
    pessoas_meses: Annotated[Count, between(0, 240)] = 0
    guardar: tuple[Guarda, ...] = ()
    sozinho: Flag = False
