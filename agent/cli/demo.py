"""faturista demo: a whole month of invented clinics on simulated portals."""

import tempfile
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from agent.cli.exit_code import ExitCode
from agent.cli.figures_view import figures_json, show_figures
from agent.cli.options import Json, Mostrar
from agent.cli.terminal import Terminal
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
    return ExitCode.DONE if testimony.exactly_once else ExitCode.BUG
