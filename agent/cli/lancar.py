"""faturista lancar: launches what was planned."""

from typing import Annotated

import typer

from agent.cli.acting import Aprovar, approver_of
from agent.cli.figures_view import figures_code, figures_json, show_figures
from agent.cli.options import Clinicas, Competencia, Json, Mostrar, Pasta, Portais
from agent.cli.passo import hand_of
from agent.cli.progress import LineProgress
from agent.cli.runs import runs
from agent.cli.scope import scope_of
from agent.cli.terminal import Terminal

DETAILS = """Cada lançamento é registrado no livro antes do envio, comparado com a tela antes de gravar e confirmado
depois. Se a planilha, o livro ou o portal mudou desde o plano, nada é enviado: planeje de novo. Onde cada envio é
definitivo (CASSIND), mostra antes o que vai em cada um e pede a sua aprovação, que vale só para aquilo. Pode ser
interrompido e repetido: o que já está no portal nunca é enviado outra vez, e o aprovado não é perguntado de novo.
--passo-a-passo: cada lançamento fica preenchido na tela, com o que foi conferido, e só é gravado com a sua palavra,
até você dizer "o resto assim"; e um texto do portal que ninguém conhece é você quem diz o que significa."""

Passo = Annotated[
    bool, typer.Option("--passo-a-passo", help="Mostra cada lançamento preenchido e espera a sua palavra para gravar.")
]


def lancar(
    *,
    competencia: Competencia,
    clinica: Clinicas = None,
    portal: Portais = None,
    aprovar: Aprovar = None,
    passo_a_passo: Passo = False,
    mostrar: Mostrar = False,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Launch the kept plans of the scope."""
    terminal = Terminal(as_json=json)
    scope = scope_of(pasta, competencia, clinica, portal)
    yes = approver_of(terminal, scope, aprovar)
    if passo_a_passo:
        hand = hand_of(terminal, scope.office)
        figures = runs(terminal.say, LineProgress(terminal.say), mostrar=True, hand=hand).lancar(scope, yes)
    else:
        figures = runs(terminal.say, terminal.progress(), mostrar=mostrar).lancar(scope, yes)
    terminal.answer(figures_json(figures), *show_figures(figures))
    return figures_code(figures)
