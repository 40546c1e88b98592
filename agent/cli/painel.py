"""faturista painel: the office at a glance, in a browser; and who may look."""

import sys
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from socket import socket
from typing import Annotated

import typer

from agent.accounting.opening import open_books
from agent.cli.crash import write_crash
from agent.cli.exit_code import ExitCode
from agent.cli.options import Pasta
from agent.cli.person import who
from agent.cli.scope import open_office
from agent.cli.secret import typed_secret
from agent.cli.terminal import Terminal
from agent.config.office import Office
from agent.ledger.opening import place_of
from agent.model.errors import InputError, SetupError
from agent.model.point import utc_now

DETAILS = """O painel fica neste computador (127.0.0.1) e só lê o livro: o que se responde nele vale o mesmo que na
linha de comando. Antes da primeira vez, crie quem entra:
faturista painel --pessoa "Ana Souza" --papel administrador

Papéis: operador (trabalha), aprovador (também aprova), contador (sem dados de pacientes), clinica (só ela mesma, com
--clinica) e administrador. Para abrir a outros computadores, ponha um proxy com https na frente e diga o nome dele
com --nome; veja docs/painel.md."""

Papel = Annotated[str, typer.Option("--papel", metavar="PAPEL", help="O que a pessoa pode.", show_default=False)]


def painel(
    *,
    porta: Annotated[int, typer.Option("--porta", metavar="PORTA", help="A porta; 0 escolhe uma livre.")] = 8710,
    abrir: Annotated[bool, typer.Option("--abrir", help="Abre o navegador.")] = False,
    nome: Annotated[str, typer.Option("--nome", metavar="NOME", help="O nome https que o proxy lhe dá.")] = "",
    pessoa: Annotated[str, typer.Option("--pessoa", metavar="NOME", help="Cria quem entra, ou troca a senha.")] = "",
    papel: Papel = "",
    clinica: Annotated[str, typer.Option("--clinica", metavar="CLINICA", help="De que clínica é a pessoa.")] = "",
    gerar: Annotated[bool, typer.Option("--gerar", help="Gera a senha e a mostra uma vez.")] = False,
    stdin: Annotated[bool, typer.Option("--stdin", help="Lê a senha da primeira linha da entrada padrão.")] = False,
    pasta: Pasta = None,
) -> int:
    """Serve the panel, or let somebody in."""
    terminal = Terminal(as_json=False)
    office = open_office(pasta)
    if pessoa:
        shown = _let_in(office, pessoa, papel, clinica, gerar=gerar, stdin=stdin)
        terminal.say(shown)
        return ExitCode.DONE
    need_somebody(office)
    serve_panel(terminal, office, porta, name=nome, show=abrir)
    return ExitCode.DONE


def need_somebody(office: Office) -> None:
    """Raise SetupError while nobody may sign in to the panel."""
    with open_books(office) as ledger:
        if not ledger.members.all():
            raise SetupError(
                "ninguém pode entrar no painel ainda.",
                where=place_of(office),
                do="Crie a primeira pessoa: faturista painel --pessoa NOME --papel administrador",
            )


@contextmanager
def panel_beside(terminal: Terminal, office: Office, port: int, *, name: str) -> Iterator[None]:
    """The panel on a port of this machine, beside other work of this process, until the block ends."""
    from agent.panel.serving import house_of, listen, served_beside  # noqa: PLC0415 - a server is slow to load

    need_somebody(office)
    place = listen(port)
    house = house_of(office, name=name, broke=lambda error: write_crash(error, utc_now()))
    with served_beside(house, place):
        terminal.say(f"Painel em {_address(place)}")
        yield


def serve_panel(terminal: Terminal, office: Office, port: int, *, name: str, show: bool) -> None:
    """Answer on a port of this machine until a signal comes; with `show`, in the person's own browser."""
    from agent.panel.serving import house_of, listen, serve  # noqa: PLC0415 - a server is slow to load

    place = listen(port)
    terminal.say("Lendo o livro…")
    house = house_of(office, name=name, broke=lambda error: write_crash(error, utc_now()))
    serve(house, place, partial(_ready, terminal, _address(place), show))


def _address(place: socket) -> str:
    return f"http://127.0.0.1:{place.getsockname()[1]}/"


def _ready(terminal: Terminal, address: str, show: bool) -> None:
    terminal.say(f"Painel em {address} (Ctrl+C para parar)")
    if show:
        webbrowser.open(address)


def _let_in(office: Office, nome: str, papel: str, clinica: str, *, gerar: bool, stdin: bool) -> str:
    """Make a member, or give the one of that name another password; says what was done."""
    from agent.panel.membership import Joining, join  # noqa: PLC0415 - argon2 only for this
    from agent.panel.passwords import Passwords, generated  # noqa: PLC0415 - as above

    with open_books(office) as ledger:
        known = ledger.members.called(nome)
        if known is not None and papel:
            raise InputError(f'"{known.nome}" já existe.', where="--pessoa", do="Mude o papel na página Pessoas.")
        secret = generated() if gerar else typed_secret("Senha do painel", stdin=stdin).reveal()
        if known is not None:
            ledger.members.set_secret(known, Passwords().hash(secret), by=who())
            done = f"{known.nome}: senha trocada."
        else:
            member = join(office, ledger, Joining(nome, papel, clinica, secret), Passwords(), by=who())
            done = f"{member.nome} pode entrar no painel, como {member.papel}."
    if gerar:
        sys.stdout.write(f"{secret}\n")
    return done
