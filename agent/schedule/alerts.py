"""Pure: what people must be told of a month or a portal without being asked for it; each thing once."""

from collections.abc import Iterator
from datetime import datetime

from agent.ledger.queue import Asked
from agent.ledger.transaction import stamp
from agent.schedule.circuit import Outage
from agent.schedule.decide import Proximo, Status
from agent.schedule.facts import NOTHING, MonthFacts, Task
from agent.schedule.prazo import Prazo


def alerts_of(facts: MonthFacts, prazo: Prazo, now: datetime, coming: Proximo) -> Iterator[Asked]:
    """What a person must hear of this month now. `subject` tells one alert from another, for ever."""
    if not facts.closed and now > prazo.deadline:
        yield _missed(facts, prazo)
    elif not facts.closed and now >= prazo.close_from and _nobody_was_asked(coming):
        yield _deadline_near(facts, prazo, coming)
    if coming.status is Status.PERDIDO and coming.task is Task.RETORNO:
        yield _no_return(facts, prazo)


def _nobody_was_asked(coming: Proximo) -> bool:
    """Whatever else waits for a person stands in the queue already, with the same deadline."""
    return coming.status is Status.PERDIDO or (coming.status, coming.task) == (Status.PESSOA, Task.LER)


def outage_alert(seen: Outage) -> Asked:
    """One alert for one outage, however many clinics it stops."""
    since = seen.since.strftime("%d/%m %H:%M UTC")
    return Asked(
        kind="fora_do_ar",
        clinica="",
        portal=seen.portal,
        competencia="",
        step=NOTHING,
        ref="",
        subject=stamp(seen.since),
        seen=f"o portal {seen.portal} não responde desde {since} ({seen.failures} tentativas)",
        asked="nada por enquanto; se o portal abrir no seu navegador, rode: faturista doutor",
        otherwise="o faturista tenta de novo sozinho, com pausas que crescem",
    )


def _alert(facts: MonthFacts, kind: str, subject: str, texts: tuple[str, str, str], until: datetime | None) -> Asked:
    seen, asked, otherwise = texts
    return Asked(
        kind=kind,
        clinica=facts.clinica,
        portal=facts.portal,
        competencia=facts.competencia.iso,
        step=NOTHING,
        ref="",
        subject=subject,
        seen=seen,
        asked=asked,
        otherwise=otherwise,
        until=stamp(until) if until else None,
    )


def _missed(facts: MonthFacts, prazo: Prazo) -> Asked:
    what = "há lançamentos sem enviar" if facts.unsent else "o mês não foi fechado"
    texts = (
        f"o prazo passou ({_day(prazo.deadline)}) e {what if facts.entries else 'a planilha não chegou'}",
        f"combine com o convênio; para fazer assim mesmo: faturista planejar --competencia {facts.competencia}"
        f" --clinica {facts.clinica} --portal {facts.portal}",
        "nada mais é feito sozinho neste mês",
    )
    return _alert(facts, "prazo", "perdido", texts, None)


def _deadline_near(facts: MonthFacts, prazo: Prazo, coming: Proximo) -> Asked:
    missing = f"cobre a planilha da clínica e ponha-a em entrada/{facts.clinica}"
    asked = missing if coming.task is Task.LER else "veja o que falta: faturista agenda"
    texts = (f"o prazo é {_day(prazo.deadline)}: {coming.why}", asked, "o prazo se perde")
    return _alert(facts, "prazo", "perto", texts, prazo.deadline)


def _no_return(facts: MonthFacts, prazo: Prazo) -> Asked:
    texts = (
        f"o retorno não veio até {_day(prazo.return_until)}",
        "pergunte ao convênio; quando sair: faturista retorno",
        "o mês fica sem retorno no livro",
    )
    return _alert(facts, "retorno", "sem retorno", texts, None)


def _day(when: datetime) -> str:
    return when.strftime("%d/%m às %H:%M")
