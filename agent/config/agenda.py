"""What faturista.toml says of when and by whom: days off, a month's plan on a portal, and what two people approve."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from agent.config.section import Count, Flag, Horario, Mes, Section, between
from agent.model.data import read_data

# fmt: off
Uf = Literal["AC", "AL", "AM", "AP", "BA", "CE", "DF", "ES", "GO", "MA", "MG", "MS", "MT", "PA", "PB", "PE", "PI", "PR",
             "RJ", "RN", "RO", "RR", "RS", "SC", "SE", "SP", "TO"]
# fmt: on
_ANY_YEAR = 2000  # a leap year: 29/02 is a day


def read_feriado(text: str) -> tuple[int | None, int, int]:
    """ "DD/MM" (every year) or "DD/MM/AAAA" as year or None, month, day. Raises ValueError with both forms."""
    try:
        if text.count("/") == 1:
            day, month = (int(part) for part in text.split("/"))
            date(_ANY_YEAR, month, day)
            return None, month, day
        once = read_data(text)
    except ValueError:
        raise ValueError('deve ser um dia, como "25/07" (todo ano) ou "20/02/2027"') from None
    return once.year, once.month, once.day


def _feriado(text: str) -> str:
    read_feriado(text)
    return text


class Calendario(Section):
    """The office's days off beside Saturdays, Sundays and the national holidays.

    `uf` adds the state's holidays. `facultativos`: Carnaval, Corpus Christi and the like are days off too. `feriados`:
    the city's and the office's own.
    """

    uf: Uf | None = None
    facultativos: Flag = False
    feriados: Annotated[tuple[Annotated[str, AfterValidator(_feriado)], ...], Field()] = ()


class Agenda(Section):
    """When `faturista servir` does what, for each month from `desde` on; business days count from 1.

    `lancar_dia_util` (of the month after; 0: as soon as the sheet is there), `fechar_dia_util`: the office's own
    deadline, never guessed. `avisar_dias_uteis`: so many business days before it people are reminded and the closing
    is prepared. `retorno_dias` after the deadline the return is looked for, each business day, until
    `retorno_ate_dias` after it. `horario`: within these hours, and no others; `dias` "uteis" on business days, "todos"
    on every day (deadlines are business days all the same). `sondar`: once a day it looks whether the portal's screens
    are as they were.
    """

    desde: Mes
    lancar_dia_util: Annotated[Count, between(0, 20)] = 1
    fechar_dia_util: Annotated[Count, between(1, 20)]
    avisar_dias_uteis: Annotated[Count, between(0, 20)] = 2
    retorno_dias: Annotated[Count, between(0, 365)] = 30
    retorno_ate_dias: Annotated[Count, between(1, 730)] = 120
    horario: Horario = "07:00-20:00"
    dias: Literal["uteis", "todos"] = "uteis"
    sondar: Flag = True


class Execucao(Section):
    """How much runs side by side, and where it is watched.

    `sessoes` on this machine at once; each portal has its own limit beside it. `porta_saude`: on this computer only,
    /saude and /metricas for whoever watches; none without it.
    """

    sessoes: Annotated[Count, between(1, 64)] = 2
    porta_saude: Annotated[Count, between(1024, 65535)] | None = None


Ato = Literal["fechar", "reabrir", "excluir", "corrigir", "faturar"]


class Aprovacoes(Section):
    """Which acts need two different people to say yes: `segunda_pessoa`. What is not named needs one."""

    segunda_pessoa: tuple[Ato, ...] = ()
