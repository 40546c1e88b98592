"""What a person who attends from the panel is told of each sign-in, and which page is the next to be shown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from agent.ledger.transaction import stamp
from agent.ledger.vistas import Vista
from agent.panel.access import Visitor
from agent.runner.owner import this_process

LATELY = timedelta(minutes=30)
_MARK = re.compile(r"-[0-9a-f]{6}$")  # tells apart machines of one name
_NOBODY_OPENS_AFTER = timedelta(seconds=20)


@dataclass(frozen=True, slots=True)
class Line:
    """One sign-in in the list. `mark`: espera, agora, feita or nao."""

    clinica: str
    portal: str
    mark: str
    text: str


def this_machine() -> str:
    """The machine whose pages this panel can show."""
    return this_process().rpartition(":")[0]


def shown_next(vistas: Sequence[Vista], who: str, machine: str) -> Vista | None:
    """The page that `who` has in hand, at a panel on that machine; else the first on which a person is awaited."""
    ready = [v for v in vistas if v.state == "aberta" and v.endpoint and (v.asked_by, v.machine) == (who, machine)]
    return next((v for v in ready if v.holder == who), ready[0] if ready else None)


def lines_of(vistas: Sequence[Vista], visitor: Visitor, machine: str, now: datetime, shown: int | None) -> list[Line]:
    """The visitor's own sign-ins of the last half hour, and those that others attend now."""
    seen = [v for v in vistas if visitor.sees(v.clinica) and (v.asked_by == visitor.nome or v.state != "encerrada")]
    own = any(v.state == "aberta" and v.asked_by == visitor.nome for v in seen)
    late = "" if own else stamp(now - _NOBODY_OPENS_AFTER)
    return [Line(v.clinica, v.portal, *_said(v, visitor.nome, machine, late, shown)) for v in seen]


def summary(vistas: Sequence[Vista], who: str) -> str:
    """How it went, once nothing of `who` is open any more; "" before."""
    mine = [v for v in vistas if v.asked_by == who]
    if not mine or any(v.state != "encerrada" for v in mine):
        return ""
    done = sum(v.entered for v in mine)
    return f"Terminado: {done} de {len(mine)} {'entrada feita' if len(mine) == 1 else 'entradas feitas'}."


def _said(v: Vista, who: str, machine: str, late: str, shown: int | None) -> tuple[str, str]:
    """Its mark and its words. What was asked for until `late` should have been opened by now."""
    if v.state == "encerrada":
        return ("feita", "entrada feita") if v.entered else ("nao", v.result)
    if v.asked_by != who:
        return "espera", f"{v.asked_by} atende"
    if v.state == "pedida":
        nobody = v.asked_at <= late
        return "espera", 'nenhum "faturista servir" a abriu ainda' if nobody else "à espera de um navegador"
    if v.machine != machine:
        return "espera", f"aberta em {_MARK.sub('', v.machine)}: atenda pelo painel de lá"
    if v.endpoint:
        return ("agora", "na tela") if v.id == shown else ("espera", "pronta, vem a seguir")
    return "espera", "entrando no portal" if v.holder else "abrindo o portal"
