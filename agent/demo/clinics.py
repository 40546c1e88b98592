"""Three invented clinics and what they did last month; all people, cards and numbers are made up."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from agent.model.competencia import Competencia
from agent.model.valor import Centavos

_FIRST = ("Adelina", "Benício", "Clotilde", "Davi Luca", "Eneida", "Fabrício", "Gislaine", "Heitor", "Iolanda", "Jonas")
_LAST = ("Vargas Prokop", "Tauber Nunes", "Wiest Amaral", "Ferrazzo", "Brusch Paixão", "Goularte", "Horbach Teles")


class Fate(StrEnum):
    """What becomes of a service, so that a demonstration shows more than good weather."""

    PAGA = "paga"
    GLOSA = "glosa"
    GLOSA_PARCIAL = "glosa parcial"
    SEM_RETORNO = "sem retorno"
    JA_USADA = "recusada pelo portal"
    RESPOSTA_PERDIDA = "gravada, com a resposta perdida"


@dataclass(frozen=True, slots=True)
class Atendimento:
    """One service as it happened; `valor` in centavos."""

    numero: str
    codigo: str
    descricao: str
    dia: date
    paciente: str
    carteira: str
    valor: Centavos
    fate: Fate


@dataclass(frozen=True, slots=True)
class Convenio:
    """A clinic's month at one insurer: the portal, the login there and the services."""

    portal: str
    usuario: str
    conselho: str
    atendimentos: tuple[Atendimento, ...]


@dataclass(frozen=True, slots=True)
class DemoClinic:
    """An invented clinic: the short name of its folder, its name, and its month at each insurer."""

    slug: str
    nome: str
    convenios: tuple[Convenio, ...]

    def at(self, portal: str) -> Convenio | None:
        """Its month at that insurer."""
        return next((c for c in self.convenios if c.portal == portal), None)


_FONO = ("50000616", "SESSÃO INDIVIDUAL AMBULATORIAL DE FONOAUDIOLOGIA", 6500)
_IPASEM = ("00010014", "CONSULTA EM CONSULTÓRIO", 8000)
_CASSIND = ("10101012", "CONSULTA EM CONSULTÓRIO (NO HORÁRIO NORMAL OU PREESTABELECIDO)", 12050)


def demo_clinics(mes: Competencia) -> tuple[DemoClinic, ...]:
    """The three clinics' services of that month: 120 entries in all, twelve of them with a fate of their own."""
    harmonia = _services(mes, 2988000, 40, _FONO, _fates(refused=5, lost=11, glosa=17, partial=23, silent=29))
    aurora = _services(mes, 4512870, 40, _CASSIND, _fates(refused=7, lost=None, glosa=13, partial=19, silent=31))
    sereno_ipasem = _services(mes, 2993000, 25, _IPASEM, _fates(refused=None, lost=9, glosa=3, partial=None, silent=20))
    sereno_cassind = _services(
        mes, 4620100, 15, _CASSIND, _fates(refused=None, lost=4, glosa=None, partial=8, silent=None)
    )
    return (
        DemoClinic("fono-harmonia", "Fono Harmonia", (Convenio("ipasem", "11222333000181", "5615", harmonia),)),
        DemoClinic(
            "dra-aurora", "Consultório Dra. Aurora Lindner", (Convenio("cassind", "aurora.lindner", "31207", aurora),)
        ),
        DemoClinic(
            "vale-sereno",
            "Clínica Vale Sereno",
            (
                Convenio("ipasem", "44555666000172", "27755", sereno_ipasem),
                Convenio("cassind", "valesereno", "27755", sereno_cassind),
            ),
        ),
    )


def _fates(
    *, refused: int | None, lost: int | None, glosa: int | None, partial: int | None, silent: int | None
) -> dict[int, Fate]:
    """Which service of a clinic meets which fate; `refused` is the one the portal refuses."""
    chosen = {
        Fate.JA_USADA: refused,
        Fate.RESPOSTA_PERDIDA: lost,
        Fate.GLOSA: glosa,
        Fate.GLOSA_PARCIAL: partial,
        Fate.SEM_RETORNO: silent,
    }
    return {place: fate for fate, place in chosen.items() if place is not None}


def _services(
    mes: Competencia, first: int, count: int, what: tuple[str, str, int], fates: dict[int, Fate]
) -> tuple[Atendimento, ...]:
    days = list(_business_days(mes))
    codigo, descricao, valor = what
    return tuple(
        Atendimento(
            numero=str(first + 3 * place) if first < 4_000_000 else f"00{first + 3 * place}",
            codigo=codigo,
            descricao=descricao,
            dia=days[place * len(days) // count],
            paciente=f"{_FIRST[place % 10]} {_LAST[place % 7]}",
            carteira=f"{7000 + 37 * place}-{place % 10}",
            valor=valor,
            fate=fates.get(place, Fate.PAGA),
        )
        for place in range(count)
    )


def _business_days(mes: Competencia) -> Iterator[date]:
    day = mes.first_day
    while Competencia.of(day) == mes:
        if day.weekday() < 5:
            yield day
        day += timedelta(days=1)
