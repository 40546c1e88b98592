"""faturista pacote: the accountant's workbook of a month, one for each clinic and one for the office."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from agent.accounting.noticing import avisos_of
from agent.accounting.opening import open_books
from agent.accounting.packing import pack_path, write_pack_of
from agent.cli.exit_code import ExitCode
from agent.cli.options import Clinicas, Competencia, Json, Pasta, Portais
from agent.cli.scope import read_competencia, refuse_file, scope_of
from agent.cli.terminal import Terminal
from agent.ledger.months import Mes
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia as Month
from agent.model.errors import InputError
from agent.model.point import utc_now
from agent.model.valor import write_valor
from agent.runner.conciliation import post_returns
from agent.runner.pendencias import charge_of
from agent.runner.scope_name import scope_name
from agent.schedule.days import Days
from spreadsheets.writing.pack.report import Pack

Pairs = Sequence[tuple[str, str]]
_WORDS = {"em_recurso": "em recurso", "diferenca": "diferença"}
DETAILS = """Grava uma planilha por clínica e uma do escritório: resumo com gráficos, lançamentos, retorno, conciliação,
glosas e recursos, sem retorno, deduções do pagamento, repasse por profissional, notas e banco, depósitos, e a
trilha das provas. Os totais são fórmulas vivas e iguais aos do livro. Sem nome de paciente, a não ser que se
peça. Notas e depósitos são lidos de contas/notas.csv e contas/banco.csv. Nenhum portal é aberto."""


def pacote(
    *,
    competencia: Competencia,
    desde: Annotated[
        str | None, typer.Option("--desde", metavar="MM/AAAA", help="Inclui os meses a partir deste.")
    ] = None,
    clinica: Clinicas = None,
    portal: Portais = None,
    com_paciente: Annotated[
        bool, typer.Option("--com-paciente", help="Mostra nome e carteira dos pacientes nos lançamentos.")
    ] = False,
    saida: Annotated[
        Path | None, typer.Option("--saida", metavar="PASTA", help="Onde gravar; na pasta saida, sem ela.")
    ] = None,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Write the packs of the scope."""
    terminal = Terminal(as_json=json)
    scope = scope_of(pasta, competencia, clinica, portal)
    first = _first(desde, scope.competencia)
    folder = refuse_file(saida, "--saida") or scope.office.saida
    with open_books(scope.office) as ledger:
        months = _months(ledger, scope.pairs, first, scope.competencia)
        for account in dict.fromkeys((mes.clinica, mes.portal) for mes in months):
            mes = next(mes for mes in months if (mes.clinica, mes.portal) == account)
            post_returns(ledger, mes, charge_of(scope.office, *account))
        days = Days(scope.office.settings.calendario, scope.office.settings.escritorio.fuso)
        written = []
        for name, some in _packs(months, scope.pairs, scope.office.accesses):
            path = pack_path(folder, f"{name}-com-pacientes" if com_paciente else name, some)
            pack = write_pack_of(
                scope.office, ledger, some, path, now=utc_now(), off=days.off, com_paciente=com_paciente
            )
            written.append((path, pack))
        span = first, scope.competencia
        avisos = avisos_of(scope.office, ledger, scope.pairs, span, scope.office.today(utc_now()))
    terminal.answer(
        {"pacotes": [{"arquivo": str(path), **_figures(pack)} for path, pack in written], "avisos": avisos},
        *(f"{path}: {len(pack.contas)} lançamentos, {_told(pack)}" for path, pack in written),
        *([] if written else [f"Nenhum mês no livro {_span(first, scope.competencia)}: nada foi gravado."]),
        *avisos,
    )
    return ExitCode.DONE


def _first(desde: str | None, last: Month) -> Month:
    """The first month asked for. Raises InputError when it comes after the last."""
    first = read_competencia(desde, "--desde") if desde else last
    if first > last:
        raise InputError(
            f"{first} vem depois de {last}, o último mês.", where="--desde", do="Diga um mês até o de --competencia."
        )
    return first


def _span(first: Month, last: Month) -> str:
    return f"em {last}" if first == last else f"de {first} a {last}"


def _months(ledger: Ledger, pairs: Pairs, first: Month, last: Month) -> list[Mes]:
    """The months of the ledger within the scope, oldest first."""
    months = (mes for mes in ledger.months.all() if (mes.clinica, mes.portal) in pairs)
    return sorted(
        (mes for mes in months if first <= mes.competencia <= last),
        key=lambda mes: (mes.clinica, mes.portal, mes.competencia),
    )


def _packs(months: Sequence[Mes], pairs: Pairs, accesses: Pairs) -> list[tuple[str, list[Mes]]]:
    """One for each clinic; one for all of them when there is more than one here. Each named after what was asked."""
    packs = []
    for clinica in dict.fromkeys(mes.clinica for mes in months):
        mine = [pair for pair in pairs if pair[0] == clinica]
        packs.append((scope_name(mine, accesses), [mes for mes in months if mes.clinica == clinica]))
    return [*packs, (scope_name(pairs, accesses), list(months))] if len(packs) > 1 else packs


def _figures(pack: Pack) -> dict[str, int]:
    names = ("informado", "liberado", "glosado", "em_recurso", "perda", "pendente", "diferenca")
    return {name: sum(getattr(conta, name) for conta in pack.contas) for name in names}


def _told(pack: Pack) -> str:
    """Where what was billed stands, so that it adds up as it reads; what is nothing is left out."""
    informado, *parts = _figures(pack).items()
    stands = [(_WORDS.get(name, name), valor) for name, valor in parts if valor]
    told = " ".join(f"{'-' if valor < 0 else '+'} {word} {write_valor(abs(valor))}" for word, valor in stands)
    return f"informado {write_valor(informado[1])}" + (f" = {told.removeprefix('+ ')}" if told else "")
