"""faturista sondar: is a portal as the product expects it? Looks at every screen and changes nothing."""

from collections.abc import Iterator, Mapping
from typing import Annotated

import typer
from rich.console import RenderableType

from agent.cli.exit_code import ExitCode
from agent.cli.look import add_row, plain_table
from agent.cli.options import Json, Mostrar, Pasta
from agent.cli.scope import open_office, read_competencia, read_portal
from agent.cli.terminal import Terminal
from agent.model.competencia import Competencia
from agent.model.point import utc_now
from agent.runner.known_panels import Visto, accept, panels_file, read_panels
from agent.runner.probing import Sondado, open_prober
from portals.probe.item import Cor
from portals.probe.report import WORDS, counted

DETAILS = """Entra com o acesso de uma clínica (você marca o "Não sou um robô"), abre cada tela que se abre sem efeito e
confere campo por campo, opção, coluna e botão. Nada muda no portal: o que poderia mudar algo é impedido no próprio
navegador e aparece no relatório. Grava um relatório com figuras, sem dados de pacientes, e diz o que mudou desde a
última vez; --aceitar guarda as telas de hoje como as conhecidas. Sem --clinica não abre o portal: mostra o que o
trabalho do mês viu mudar, e com --aceitar o toma por bom. Termina com 0 se tudo está como esperado, senão 1."""


def sondar(
    *,
    portal: Annotated[str, typer.Argument(metavar="PORTAL", help="ipasem ou cassind.")],
    clinica: Annotated[
        str, typer.Option("--clinica", metavar="CLINICA", help="A clínica cujo acesso é usado para olhar.")
    ] = "",
    competencia: Annotated[
        str, typer.Option("--competencia", metavar="MM/AAAA", help="O mês a consultar. Sem ela: o mês de hoje.")
    ] = "",
    aceitar: Annotated[
        bool, typer.Option("--aceitar", help="Guarda as telas de hoje como as conhecidas; as antigas ficam ao lado.")
    ] = False,
    mostrar: Mostrar = False,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Look at one portal; 0 when all is as expected, 1 when a person should read the report."""
    terminal = Terminal(as_json=json)
    office = open_office(pasta)
    read_portal(portal)
    if not clinica:
        changed = accept(office, portal) if aceitar else read_panels(panels_file(office, portal), portal).mudados
        terminal.answer(_seen_at_work(portal, changed), *_told(portal, changed, aceitar=aceitar))
        return ExitCode.PERSON if any(visto.para for visto in changed.values()) and not aceitar else ExitCode.DONE
    office.acesso(clinica, portal)
    mes = read_competencia(competencia) if competencia else Competencia.of(office.today(utc_now()))
    with open_prober(office, terminal.say, shown=mostrar) as prober:
        sondagem = prober.sondar(clinica, portal, mes, aceitar=aceitar)
    terminal.answer(_json(clinica, portal, mes, sondagem), *_shown(sondagem, aceitar=aceitar))
    return ExitCode.DONE if sondagem.bem else ExitCode.PERSON


def _shown(sondagem: Sondado, *, aceitar: bool) -> Iterator[RenderableType]:
    table = plain_table("O que uma pessoa deve olhar", ("Tela", "O quê", "Como está", "Visto"))
    for vista in sondagem.vistas:
        for item in vista.itens:
            if item.cor is not Cor.VERDE:
                add_row(table, vista.nome, item.nome, WORDS[item.cor], item.visto)
    if table.row_count:
        yield table
    for nome, texts in sondagem.mudou.items():
        yield f"{nome}, mudou desde a última vez:"
        yield from (f"  - {text}" for text in texts)
    for texts in sondagem.para.values():
        yield f"O que trabalha nesta tela para até que alguém veja: {'; '.join(texts)}."
    if sondagem.mudou or sondagem.para:
        yield "As telas de hoje são agora as conhecidas." if aceitar else "Se a mudança é boa: repita com --aceitar."
    yield from (f"Impedido: {asked.method} {asked.place}" for asked in sondagem.parados)
    yield ", ".join(f"{number} {WORDS[cor]}" for cor, number in counted(sondagem.vistas).items()) + "."
    yield f"Relatório: {sondagem.relatorio}"


def _told(portal: str, changed: Mapping[str, Visto], *, aceitar: bool) -> Iterator[RenderableType]:
    if not changed:
        yield "O trabalho do mês não viu nada mudar nas telas deste portal."
        return
    table = plain_table(f"O que mudou em {portal}, visto no trabalho", ("Quando", "O que faz", "O quê"))
    for visto in changed.values():
        when = f"{visto.em.astimezone():%d/%m/%Y %H:%M}"
        for text in visto.para:
            add_row(table, when, "para", text)
        for text in visto.avisa:
            add_row(table, when, "só avisa", text)
    yield table
    if aceitar:
        yield "As telas como estão são agora as conhecidas."
        return
    yield f"Se um campo mudou de nome: faturista calibrar {portal} --tela ultima."
    yield f"Se a mudança é boa: faturista sondar {portal} --aceitar."


def _seen_at_work(portal: str, changed: Mapping[str, Visto]) -> dict[str, object]:
    return {"portal": portal, "mudados": {name: visto.model_dump(mode="json") for name, visto in changed.items()}}


def _json(clinica: str, portal: str, mes: Competencia, sondagem: Sondado) -> dict[str, object]:
    return {
        "clinica": clinica,
        "portal": portal,
        "competencia": str(mes),
        "bem": sondagem.bem,
        "contagem": {str(cor): number for cor, number in counted(sondagem.vistas).items()},
        "telas": [
            {
                "nome": vista.nome,
                "itens": [{"alvo": i.alvo, "nome": i.nome, "cor": str(i.cor), "visto": i.visto} for i in vista.itens],
            }
            for vista in sondagem.vistas
        ],
        "mudou": {nome: list(texts) for nome, texts in sondagem.mudou.items()},
        "para": {painel: list(texts) for painel, texts in sondagem.para.items()},
        "impedidos": [{"metodo": a.method, "lugar": a.place, "do_portal": a.own} for a in sondagem.parados],
        "relatorio": str(sondagem.relatorio),
    }
