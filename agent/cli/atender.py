"""faturista atender: the sitting: every sign-in that waits, one after the other, then the closings to approve."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated

import typer

from agent.cli.exit_code import ExitCode
from agent.cli.fila import show
from agent.cli.options import Clinicas, Json, Pasta, Portais
from agent.cli.person import who
from agent.cli.scope import open_office, read_portal
from agent.cli.terminal import Terminal
from agent.config.office import Office
from agent.ledger.queue import Queue, Waiting
from agent.people.approval import CODE
from agent.runner.opening import open_desk
from agent.schedule.sitting import logins_waiting, sit

DETAILS = """Abre uma janela do navegador para cada acesso que espera, já com usuário e senha preenchidos: marque
"Não sou um robô" e a próxima vem em seguida. O trabalho de cada clínica continua sozinho no "faturista servir". Depois
mostra cada fechamento que espera aprovação. O faturista não resolve nem contorna essa verificação."""


def atender(
    *,
    todas: Annotated[bool, typer.Option("--todas", help="Todos os acessos, e não só os que esperam na fila.")] = False,
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
        waiting = _all(office) if todas else logins_waiting(desk.ledger.queue.open())
        logins = [(c, p) for c, p in waiting if (not clinicas or c in clinicas) and (not portais or p in portais)]
        seated = []
        for place, one in enumerate(sit(desk, logins, who()), start=1):
            seated.append(one)
            terminal.say(f"{place} de {len(logins)}: {one.clinica} em {one.portal}: {one.text}")
        left = _approve(terminal, desk.ledger.queue, [i for i in desk.ledger.queue.open() if i.kind == "aprovar"])
    entered = sum(one.entered for one in seated)
    body = {"entradas": [asdict(one) for one in seated], "aprovacoes_pendentes": left}
    terminal.answer(body, f"{entered} de {len(seated)} entradas feitas; {left} fechamentos esperam aprovação.")
    return ExitCode.DONE if entered == len(seated) and not left else ExitCode.PERSON


def _all(office: Office) -> list[tuple[str, str]]:
    return [(c, str(p)) for c, clinica in office.settings.clinicas.items() for p in clinica.acessos]


def _approve(terminal: Terminal, queue: Queue, items: Sequence[Waiting]) -> int:
    """Ask for each; how many are left. Without a person at the terminal nothing is asked."""
    left = 0
    for item in items:
        if terminal.ask is None:
            left += 1
            continue
        for line in show(item):
            terminal.say(line)
        code = item.subject[:CODE]
        typed = terminal.ask(f"Para aprovar, digite {code} e Enter (só Enter deixa para depois): ")
        if typed.strip().lower() == code:
            queue.answer(item.id, "sim", who())
        else:
            left += 1
    return left
