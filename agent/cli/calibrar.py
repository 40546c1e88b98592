"""faturista calibrar: put right by clicking what a portal calls otherwise, take it back, hand it on."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import RenderableType

from agent.cli.exit_code import ExitCode
from agent.cli.look import add_row, plain_table
from agent.cli.options import Exportar, Importar, Json, Pasta
from agent.cli.person import who
from agent.cli.scope import open_office, read_competencia, read_portal
from agent.cli.terminal import Terminal
from agent.config.office import Office
from agent.model.competencia import Competencia
from agent.model.errors import SetupError
from agent.model.point import utc_now
from agent.runner.calibragens import checked, current, keep, step_back, taken_in
from agent.runner.calibrating import calibrate, calibrate_kept
from agent.runner.doors import Browsers
from agent.runner.known_people import people_of
from agent.runner.probing import open_prober
from agent.vault.private_file import write_private
from portals.calibrate.calibrate import Calibrado
from portals.calibrate.pack import Ajuste, Calibragem, objections, pack_text
from portals.probe.sondagem import read_known

DETAILS = """Abre o portal na tela, sem poder mudar nada nele, e pergunta por cada campo, lista, título, coluna ou link
que não foi encontrado: você clica no certo, confere o nome e diz sim. --tela faz o mesmo na cópia de uma tela que parou
um lançamento, sem entrar no portal. O que você mostrou vale para todas as clínicas e fica na pasta calibragens, com as
versões anteriores ao lado. Botões que gravam, faturam, fecham, enviam ou excluem nunca são calibrados. --desfazer volta
à versão anterior; --exportar e --importar levam a calibragem para outro escritório ou para o suporte, sem dados de
pacientes. Termina com 0 se nada ficou em aberto, senão 1."""


def calibrar(
    *,
    portal: Annotated[str, typer.Argument(metavar="PORTAL", help="ipasem ou cassind.")],
    clinica: Annotated[
        str, typer.Option("--clinica", metavar="CLINICA", help="A clínica cujo acesso é usado para clicar.")
    ] = "",
    tela: Annotated[
        str,
        typer.Option(
            "--tela", metavar="ARQUIVO", help='Uma tela guardada em evidencias (.html.gz), ou "ultima": a mais nova.'
        ),
    ] = "",
    competencia: Annotated[
        str, typer.Option("--competencia", metavar="MM/AAAA", help="O mês a consultar. Sem ela: o mês de hoje.")
    ] = "",
    desfazer: Annotated[bool, typer.Option("--desfazer", help="Volta à calibragem anterior.")] = False,
    exportar: Exportar = None,
    importar: Importar = None,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """One of five: click on the portal, click on a kept screen, step back, give, take."""
    terminal = Terminal(as_json=json)
    office = open_office(pasta)
    read_portal(portal)
    if sum((bool(clinica), bool(tela), desfazer, exportar is not None, importar is not None)) != 1:
        do = "Use --clinica, --tela, --desfazer, --exportar ou --importar."
        raise SetupError("diga uma coisa só do que fazer.", where="calibrar", do=do)
    if clinica:
        mes = read_competencia(competencia) if competencia else Competencia.of(office.today(utc_now()))
        return _click(terminal, office, clinica, portal, mes)
    if tela:
        return _click_kept(terminal, office, portal, tela)
    if desfazer:
        pack = step_back(office, portal)
    elif exportar is not None:
        pack = _give(office, portal, exportar)
    else:
        assert importar is not None
        pack = taken_in(current(office, portal), checked(importar, portal, people_of(office)))
        keep(office, pack)
    terminal.answer(_json(pack, pack.ajustes, {}), *_table(pack, pack.ajustes))
    return ExitCode.DONE


def _click(terminal: Terminal, office: Office, clinica: str, portal: str, mes: Competencia) -> int:
    office.acesso(clinica, portal)
    with open_prober(office, terminal.say, shown=True) as prober:
        done = calibrate(prober, clinica, portal, mes, quem=who(), told=terminal.say)
    terminal.answer(_json(done.pack, done.novos, done.abertos), *_shown(done))
    return ExitCode.PERSON if done.abertos or done.parou else ExitCode.DONE


def _click_kept(terminal: Terminal, office: Office, portal: str, tela: str) -> int:
    browsers = Browsers(office, shown=True, read_only=True)
    try:
        done = calibrate_kept(office, browsers, portal, tela, quem=who(), told=terminal.say, clock=utc_now)
    finally:
        browsers.close()
    terminal.answer(_json(done.pack, done.novos, done.abertos), *_shown(done))
    return ExitCode.PERSON if done.abertos or done.parou else ExitCode.DONE


def _give(office: Office, portal: str, place: Path) -> Calibragem:
    pack = current(office, portal)
    if why := objections(pack, read_known(portal), people_of(office)):
        raise SetupError(" ".join(why), where=str(place), do="Nada foi gravado.")
    write_private(place, pack_text(pack).encode())
    return pack


def _shown(done: Calibrado) -> Iterator[RenderableType]:
    yield from _table(done.pack, done.novos)
    if done.abertos:
        yield "Ficou em aberto:"
        yield from (f"  - {why}" for why in done.abertos.values())
    if done.novos:
        yield 'Confira agora com "faturista sondar"; para voltar: --desfazer.'


def _table(pack: Calibragem, ajustes: list[Ajuste] | tuple[Ajuste, ...]) -> Iterator[RenderableType]:
    table = plain_table(f"Calibragem {pack.portal}, versão {pack.versao}", ("O quê", "Na tela", "Quem", "Quando"))
    for a in ajustes:
        words = ", ".join((*a.nomes, *a.titulos)) or a.localizador
        add_row(table, a.alvo, words, a.quem, f"{a.quando.astimezone():%d/%m/%Y %H:%M}")
    if table.row_count:
        yield table
    else:
        yield f"Calibragem {pack.portal}, versão {pack.versao}: nada a mostrar."


def _json(pack: Calibragem, ajustes: list[Ajuste] | tuple[Ajuste, ...], abertos: dict[str, str]) -> dict[str, object]:
    return {
        "portal": pack.portal,
        "versao": pack.versao,
        "ajustes": [ajuste.model_dump(mode="json") for ajuste in ajustes],
        "abertos": abertos,
    }
