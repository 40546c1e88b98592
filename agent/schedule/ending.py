"""Pure: how a run ended, and what of it is asked of a person."""

from collections.abc import Sequence
from dataclasses import dataclass

from agent.ledger.queue import Asked
from agent.ledger.transaction import stamp
from agent.model.errors import (
    AlreadyRunning,
    CredentialsRejected,
    FaturistaError,
    InputError,
    LeaseLost,
    LedgerError,
    Moved,
    PageChanged,
    PersonNeeded,
    PortalUnavailable,
    ScreenChanged,
    SecretMissing,
    SessionExpired,
    SetupError,
)
from agent.schedule.board import Line
from agent.schedule.drifting import asked_of_a_screen
from agent.schedule.facts import Task
from agent.schedule.stopping import Stopping


@dataclass(frozen=True, slots=True)
class Ending:
    """`state` as agent.ledger.turns.Turn has it; `text` is pt-BR without patients; `asked` goes into the queue."""

    state: str
    text: str = ""
    asked: tuple[Asked, ...] = ()


_MOST = 5


def asked_of(
    line: Line, kind: str, texts: tuple[str, str, str], *, step: str, subject: str = "", ref: str = ""
) -> Asked:
    """A question about this month; `texts` are what is seen, what is asked, what happens otherwise."""
    seen, asked, otherwise = texts
    facts = line.facts
    until = line.coming.until
    return Asked(
        kind=kind,
        clinica=facts.clinica,
        portal=facts.portal,
        competencia=facts.competencia.iso,
        step=step,
        ref=ref,
        subject=subject,
        seen=seen,
        asked=asked,
        otherwise=otherwise,
        until=stamp(until) if until else None,
    )


def few(texts: Sequence[str]) -> str:
    """The first of many sentences, and how many more there are."""
    more = f"; e mais {len(texts) - _MOST}" if len(texts) > _MOST else ""
    return "; ".join(texts[:_MOST]) + more


def ending_of(error: FaturistaError, text: str, line: Line) -> Ending:
    """How a run that raised `error` ended; `text` is what it says, without patients."""
    for kinds, state in _WITHOUT_A_PERSON:
        if isinstance(error, kinds):
            return Ending(state, text)
    return Ending("person", text, (_question(error, text, line),))


_WITHOUT_A_PERSON: tuple[tuple[tuple[type[FaturistaError], ...], str], ...] = (
    ((Moved,), "moved"),
    ((AlreadyRunning, LeaseLost, SessionExpired), "busy"),
    ((PortalUnavailable, LedgerError), "unavailable"),
    ((Stopping,), "dead"),
)


def _question(error: FaturistaError, text: str, line: Line) -> Asked:
    facts, task = line.facts, line.coming.task or Task.LER
    mine = f"{facts.clinica} {facts.portal}"
    waits = "nada é lançado neste acesso até lá"
    if isinstance(error, PersonNeeded):
        return _of_the_login(line, "entrar", (error.what, "faça a entrada: faturista atender", waits))
    if isinstance(error, CredentialsRejected | SecretMissing):
        do = f"confira a senha no portal (ele bloqueia quem erra); depois: faturista senha {mine} e marque como feito"
        return _of_the_login(line, "senha", (text, do, waits))
    if isinstance(error, ScreenChanged):
        stops = f"{task.value} não é feito em nenhuma clínica neste portal até lá"
        return asked_of_a_screen(facts.portal, text.partition(" Nada foi digitado")[0], step=task.value, stops=stops)
    if isinstance(error, PageChanged | SetupError):
        kind = "portal" if isinstance(error, PageChanged) else "instalacao"
        do = "chame quem cuida do faturista (faturista doutor ajuda); resolvido, marque como feito"
        return _of_the_login(line, kind, (text, do, "nenhuma clínica trabalha neste portal até lá"), everyone=True)
    if isinstance(error, InputError):
        do = "corrija a planilha na pasta da clínica; ele a lê de novo sozinho"
        return asked_of(line, "planilha", (text, do, "o mês não é planejado"), step=task.value, ref=line.coming.ref)
    do = "veja a prova (faturista evidencia ultima) e o portal; resolvido, marque como feito"
    return asked_of(line, "portal", (text, do, waits), step=task.value, ref=line.coming.ref)


def _of_the_login(line: Line, kind: str, texts: tuple[str, str, str], *, everyone: bool = False) -> Asked:
    """A question that holds back all the login's work on the portal, or everybody's there."""
    seen, asked, otherwise = texts
    until = line.coming.until
    return Asked(
        kind=kind,
        clinica="" if everyone else line.facts.clinica,
        portal=line.facts.portal,
        competencia="",
        step="",
        ref="",
        subject="",
        seen=seen,
        asked=asked,
        otherwise=otherwise,
        until=stamp(until) if until else None,
    )
