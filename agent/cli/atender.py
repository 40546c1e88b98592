"""faturista atender: the sitting: every sign-in that waits, one after the other, then what is to be approved."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from threading import Event
from typing import Annotated

import typer

from agent.cli.exit_code import ExitCode
from agent.cli.fila import show
from agent.cli.options import Clinicas, Json, Pasta, Portais
from agent.cli.person import who
from agent.cli.scope import open_office, read_portal
from agent.cli.terminal import Terminal
from agent.config.office import Office
from agent.ledger.queue import Waiting
from agent.model.point import utc_now
from agent.people.approval import CODE
from agent.runner.desk import Desk
from agent.runner.opening import open_desk
from agent.schedule.sitting import Seated, logins_waiting, sit

DETAILS = """Abre uma janela do navegador para cada acesso que espera, já com usuário e senha preenchidos: marque
"Não sou um robô" e a próxima vem em seguida. O trabalho de cada clínica continua sozinho no "faturista servir". Depois
mostra cada fechamento e cada faturamento que espera aprovação. Com --ficar, continua à espera do que surgir enquanto
as clínicas seguem. O faturista não resolve nem contorna essa verificação."""

_LOOK_S = 5


def atender(
    *,
    todas: Annotated[bool, typer.Option("--todas", help="Todos os acessos, e não só os que esperam na fila.")] = False,
    ficar: Annotated[
        int, typer.Option("--ficar", metavar="MINUTOS", help="Fica à espera do que surgir, por tantos minutos.")
    ] = 0,
    clinica: Clinicas = None,
    portal: Portais = None,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Sit until everything was gone through once."""
    terminal = Terminal(as_json=json)
    office = open_office(pasta)
    portais = [read_portal(name) for name in portal or ()]
    clinicas = clinica or []
    for slug in clinicas:
        office.clinica(slug)  # raises, naming the nearest one
    with open_desk(office, terminal.say, terminal.progress(), shown=True) as desk:
        sitting = _Sitting(
            terminal, desk, lambda c, p: (not clinicas or c in clinicas) and (not portais or p in portais)
        )
        sitting.go_through(_all(office) if todas else None)
        leave = utc_now() + timedelta(minutes=ficar)
        while utc_now() < leave:
            Event().wait(_LOOK_S)
            sitting.go_through(None)
    entered = sum(one.entered for one in sitting.seated)
    body = {"entradas": [asdict(one) for one in sitting.seated], "aprovacoes_pendentes": len(sitting.left)}
    told = f"{entered} de {len(sitting.seated)} entradas feitas; {len(sitting.left)} aprovações ainda esperam."
    terminal.answer(body, told)
    return ExitCode.DONE if entered == len(sitting.seated) and not sitting.left else ExitCode.PERSON


@dataclass
class _Sitting:
    """What was gone through so far; what was left for later is not asked again in this sitting."""

    terminal: Terminal
    desk: Desk
    wanted: Callable[[str, str], bool]
    seated: list[Seated] = field(default_factory=list)
    left: set[int] = field(default_factory=set)

    def go_through(self, logins: Sequence[tuple[str, str]] | None) -> None:
        """Enter `logins`, or those that wait in the queue; then ask for each approval."""
        queue = self.desk.ledger.queue
        done = {(one.clinica, one.portal) for one in self.seated if not one.entered}
        logins = logins_waiting(queue.open()) if logins is None else logins
        logins = [pair for pair in logins if self.wanted(*pair) and pair not in done]
        for place, one in enumerate(sit(self.desk, logins, who), start=1):
            self.seated.append(one)
            self.terminal.say(f"{place} de {len(logins)}: {one.clinica} em {one.portal}: {one.text}")
        for item in queue.open():
            if item.kind == "aprovar" and item.id not in self.left and self.wanted(item.clinica, item.portal):
                self._approve(item)

    def _approve(self, item: Waiting) -> None:
        """Without a person at the terminal nothing is asked, and the approval waits."""
        typed, code = "", item.subject[:CODE]
        if self.terminal.ask is not None:
            for line in show(item):
                self.terminal.say(line)
            typed = self.terminal.ask(f"Para aprovar, digite {code} e Enter (só Enter deixa para depois): ")
        if typed.strip().lower() == code:
            self.desk.ledger.queue.answer(item.id, "sim", who())
        else:
            self.left.add(item.id)


def _all(office: Office) -> list[tuple[str, str]]:
    return [(c, str(p)) for c, clinica in office.settings.clinicas.items() for p in clinica.acessos]
