"""faturista demo: a whole month of invented clinics on simulated portals."""

import tempfile
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from agent.accounting.opening import open_books
from agent.cli.exit_code import ExitCode
from agent.cli.figures_view import figures_json, show_figures
from agent.cli.options import Json, Mostrar
from agent.cli.painel import serve_panel
from agent.cli.terminal import Terminal
from agent.config.load import load_office
from agent.demo.show import show

DETAILS = """Nada real é usado: as clínicas, os pacientes e os portais são inventados e ficam neste computador. Passa
pelos mesmos comandos de um escritório de verdade e termina com as figuras de cada clínica em cada
portal."""


def demo(
    *,
    pasta: Annotated[
        Path | None, typer.Option("--pasta", metavar="PASTA", help="Onde criar o escritório; uma pasta nova, sem ela.")
    ] = None,
    mostrar: Mostrar = False,
    painel: Annotated[bool, typer.Option("--painel", help="Abre depois o painel sobre o escritório criado.")] = False,
    antiga: Annotated[bool, typer.Option("--antiga", help="Com a aparência antiga dos portais.")] = False,
    json: Json = False,
) -> int:
    """Run the demonstration; 0 when each planned entry stands on the portals exactly once."""
    terminal = Terminal(as_json=json)
    folder = pasta or Path(tempfile.mkdtemp(prefix="faturista-demo-"))
    skin = "antiga" if antiga else "simples"
    now = datetime.now(UTC).astimezone()
    shown = show(folder.resolve(), now, terminal.say, terminal.progress(), shown=mostrar, skin=skin)
    testimony = shown.testimony
    body = {
        **figures_json(shown.figures),
        "planilha": str(shown.workbook),
        "pasta": str(shown.pasta),
        "registros_dos_portais": {**asdict(testimony), "exatamente_uma_vez": testimony.exactly_once},
        "respostas_perdidas": shown.lost_answers,
        "captchas_marcados_pela_pessoa": shown.captchas,
        "segundos": round(shown.seconds, 1),
    }
    terminal.answer(
        body,
        *show_figures(shown.figures),
        f"Planilha de conciliação: {shown.workbook}",
        f"{shown.lost_answers} envios ficaram sem resposta; o que foi gravado foi lido no portal, nada foi reenviado.",
        testimony.sentence,
        f"{testimony.planned} lançamentos em {shown.seconds:.0f} s, "
        f"{shown.captchas} CAPTCHAs marcados pela pessoa simulada.",
    )
    if painel:
        _show_panel(terminal, shown.pasta)
    return ExitCode.DONE if testimony.exactly_once else ExitCode.BUG


def _show_panel(terminal: Terminal, pasta: Path) -> None:
    """Let one invented person in, and serve until a signal comes."""
    from agent.panel.membership import Joining, join  # noqa: PLC0415 - argon2 and a server are slow to load
    from agent.panel.passwords import Passwords, generated  # noqa: PLC0415 - as above

    office, secret = load_office(pasta), generated()
    with open_books(office) as ledger:
        member = join(office, ledger, Joining("Demonstração", "administrador", "", secret), Passwords(), by="demo")
    terminal.say(f"Entre no painel como {member.nome}, com a senha {secret}")
    serve_panel(terminal, office, 0, name="", show=True)
