"""What every section of faturista.toml shares: unknown keys are errors, nothing changes, and values of common kinds."""

from datetime import time
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from agent.model.competencia import Competencia

Texto = Annotated[str, Field(min_length=1)]
Seconds = Annotated[float, Field(strict=True, gt=0, le=86_400)]
Flag = Annotated[bool, Field(strict=True)]
Count = Annotated[int, Field(strict=True)]


class Section(BaseModel):
    """A section: unknown keys are errors, and nothing changes after loading."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def between(low: int, high: int) -> AfterValidator:
    """A number from `low` to `high`."""

    def check(value: float) -> float:
        if not low <= value <= high:
            raise ValueError(f"deve ficar entre {low} e {high}")
        return value

    return AfterValidator(check)


def _month(text: str) -> str:
    try:
        Competencia.read(text)
    except ValueError:
        raise ValueError('deve ser um mês, como "10/2026"') from None
    return text


def read_hours(text: str) -> tuple[time, time]:
    """Two times, as in 08:00-18:30; 24:00 is the day's end. Raises ValueError with the form."""
    try:
        begin, end = (time.max if part == "24:00" else time.fromisoformat(part) for part in text.split("-"))
    except ValueError:
        begin = end = time.min
    if begin >= end:
        raise ValueError('deve ser um intervalo de horas, como "08:00-18:00"')
    return begin, end


def _hours(text: str) -> str:
    read_hours(text)
    return text


Mes = Annotated[str, AfterValidator(_month)]
Horario = Annotated[str, AfterValidator(_hours)]
