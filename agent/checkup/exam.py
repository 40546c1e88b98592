"""One examination and what it found; one that fails in a way we know is a finding, not the end of the others."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from agent.model.errors import ConfigError, FaturistaError


class Grade(StrEnum):
    """How bad it is."""

    BOM = "bom"
    AVISO = "aviso"  # works, but a person should look at it
    RUIM = "ruim"  # something will not work


@dataclass(frozen=True, slots=True)
class Finding:
    """`part` that was examined, what was `seen`, what to `do` ("" when it is well); pt-BR, no secret and no patient."""

    part: str
    grade: Grade
    seen: str
    do: str = ""


@dataclass(frozen=True, slots=True)
class Exam:
    """A part and how it is examined."""

    part: str
    look: Callable[[], Iterable[Finding]]


def examine(exams: Iterable[Exam]) -> list[Finding]:
    """Every finding, in order; what an examination raises of ours is one."""
    found: list[Finding] = []
    for exam in exams:
        try:
            found += exam.look()
        except FaturistaError as error:
            found.append(Finding(exam.part, Grade.RUIM, _sentence(error), error.do))
    return found


def _sentence(error: FaturistaError) -> str:
    what = "; ".join(error.problems) if isinstance(error, ConfigError) else error.what
    return f"{error.where}: {what}" if error.where else what
