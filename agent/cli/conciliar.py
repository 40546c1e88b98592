"""faturista conciliar: what was launched against what was paid, and the workbook that shows it."""

from pathlib import Path
from typing import Annotated

import typer

from agent.cli.figures_view import figures_code, figures_json, show_figures
from agent.cli.options import Clinicas, Competencia, Json, Pasta, Portais
from agent.cli.runs import runs
from agent.cli.scope import scope_of
from agent.cli.terminal import Terminal
from agent.cli.worklist import Words, take_return, worklist
from agent.model.errors import InputError

DETAILS = """Cada lançamento e cada linha do retorno termina em exatamente um veredito, e o informado é igual à soma
de liberado, glosado, em recurso, perda, pendente e diferença, até o centavo. Grava uma planilha com
resumo, lançamentos, retorno e divergências. Nenhum portal é aberto.
Com --retorno, lê antes a planilha, o CSV ou o XML do TISS que o convênio mandou. Se o arquivo parece de outra
clínica ou de outro mês, ou se falta nele o que já se tinha lido, nada é gravado até que se diga --mesmo-assim, ou
--parte. Com --duvidas, mostra o que espera a palavra de uma pessoa, com quem cuida e até quando; com --decidir, a
lembra: LINHA=LANÇAMENTO, ou LINHA=alheia se não é nossa. --entregar, --adiar e --encerrar pedem um --motivo, como
--decidir."""


def conciliar(
    *,
    competencia: Competencia,
    clinica: Clinicas = None,
    portal: Portais = None,
    saida: Annotated[
        Path | None, typer.Option("--saida", metavar="ARQUIVO", help="Onde gravar a planilha; na pasta saida, sem ela.")
    ] = None,
    retorno: Annotated[
        Path | None, typer.Option("--retorno", metavar="ARQUIVO", help="Uma planilha, CSV ou XML do convênio.")
    ] = None,
    parte: Annotated[
        bool, typer.Option("--parte", help="O arquivo é só uma parte do retorno: o que ele não traz fica.")
    ] = False,
    mesmo_assim: Annotated[
        bool,
        typer.Option("--mesmo-assim", help="Lê o arquivo de que se perguntou: de outra clínica, operadora ou mês?"),
    ] = False,
    duvidas: Annotated[bool, typer.Option("--duvidas", help="Só mostra o que espera uma pessoa.")] = False,
    decidir: Annotated[
        list[str] | None, typer.Option("--decidir", metavar="LINHA=Nº", help="De quem é a linha; pode repetir.")
    ] = None,
    entregar: Annotated[
        list[str] | None, typer.Option("--entregar", metavar="Nº=PESSOA", help="Quem cuida da pendência; pode repetir.")
    ] = None,
    adiar: Annotated[
        list[str] | None, typer.Option("--adiar", metavar="Nº=DATA", help="Até quando ela pode esperar; pode repetir.")
    ] = None,
    encerrar: Annotated[
        list[int] | None, typer.Option("--encerrar", metavar="Nº", help="Nada mais a fazer por este lançamento.")
    ] = None,
    motivo: Annotated[str, typer.Option("--motivo", metavar="TEXTO", help="Por que se decidiu assim.")] = "",
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Reconcile the scope and write the workbook; or the worklist of what is doubtful."""
    terminal = Terminal(as_json=json)
    scope = scope_of(pasta, competencia, clinica, portal)
    if retorno is not None:
        terminal.say(take_return(scope, retorno, part=parte, sure=mesmo_assim))
    elif parte or mesmo_assim:
        raise InputError("só se diz de um arquivo de retorno.", where="--parte" if parte else "--mesmo-assim")
    words = Words(decidir or (), entregar or (), adiar or (), encerrar or (), motivo)
    if duvidas or words:
        return worklist(terminal, scope, words)
    figures, workbook = runs(terminal.say, terminal.progress()).conciliar(scope, saida)
    body = {**figures_json(figures), "planilha": str(workbook)}
    terminal.answer(body, *show_figures(figures), f"Planilha de conciliação: {workbook}")
    return figures_code(figures)
