"""faturista dossie: what is handed to an insurer or a clinic, and what an incident report needs."""

from dataclasses import asdict
from datetime import date
from typing import Annotated

import typer

from agent.accounting.dossie import Asked, Made, make_dossie
from agent.accounting.incident import Period, make_incident
from agent.accounting.opening import open_books
from agent.cli.auditar import read_day
from agent.cli.exit_code import ExitCode
from agent.cli.options import Clinicas, Json, Pasta, Portais
from agent.cli.person import who
from agent.cli.scope import open_office, scope_of
from agent.cli.terminal import Terminal
from agent.model.errors import InputError
from agent.model.point import utc_now

DETAILS = """Grava em saida um .zip: índice para imprimir, a história de cada lançamento, as provas abertas e os resumos
SHA-256 de tudo. Diga para quem e por quê: fica registrado no livro. Para um convênio, --portal e --competencia, ou
uma --autorizacao; para uma clínica, --clinica. Sem nomes no índice, a não ser com --com-paciente; as provas mostram
pacientes. O arquivo não tem senha: envie-o só por um meio seguro e apague-o depois. Com --incidente, --desde e --ate,
diz que dados pessoais as execuções do período trataram: clínicas, lançamentos, pessoas (por pseudônimo), tipos de
dados, portais, computadores e quem."""


def dossie(
    *,
    destinatario: Annotated[str, typer.Option("--para", metavar="QUEM", help="Quem vai receber.")],
    motivo: Annotated[str, typer.Option("--motivo", metavar="TEXTO", help="Por que se entrega.")],
    competencia: Annotated[str, typer.Option("--competencia", metavar="MM/AAAA", help="O mês.")] = "",
    autorizacao: Annotated[
        str, typer.Option("--autorizacao", metavar="NUMERO", help="Só os lançamentos desta autorização.")
    ] = "",
    clinica: Clinicas = None,
    portal: Portais = None,
    incidente: Annotated[bool, typer.Option("--incidente", help="O relatório de um período.")] = False,
    desde: Annotated[str, typer.Option("--desde", metavar="DD/MM/AAAA", help="O primeiro dia do incidente.")] = "",
    ate: Annotated[str, typer.Option("--ate", metavar="DD/MM/AAAA", help="O último dia do incidente.")] = "",
    com_paciente: Annotated[bool, typer.Option("--com-paciente", help="Mostra os nomes no índice.")] = False,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """A pack of a month's entries, or the report of a period."""
    terminal = Terminal(as_json=json)
    if not (destinatario.strip() and motivo.strip()):
        raise InputError("diga quem vai receber e por quê.", where="--para, --motivo", do="Fica registrado no livro.")
    if incidente:
        office, (first, last) = open_office(pasta), _days(desde, ate)
        with open_books(office) as ledger:
            period = Period(first, last, destinatario, motivo, who(), clinicas=tuple(clinica or ()), nomes=com_paciente)
            return _told(terminal, make_incident(office, ledger, period, utc_now()))
    if not competencia:
        raise InputError("falta o mês.", where="--competencia", do="Diga --competencia MM/AAAA, ou --incidente.")
    scope = scope_of(pasta, competencia, clinica, portal)
    if len(scope.pairs) > 1 and len({c for c, _ in scope.pairs}) > 1 and len({p for _, p in scope.pairs}) > 1:
        do = "Diga --clinica ou --portal: um dossiê é de uma clínica ou de um convênio."
        raise InputError("o recorte tem várias clínicas em vários portais.", where="dossie", do=do)
    with open_books(scope.office) as ledger:
        found = [ledger.months.find(c, p, scope.competencia) for c, p in scope.pairs]
        months = [mes for mes in found if mes is not None]
        asked = Asked(months, destinatario, motivo, who(), autorizacao, nomes=com_paciente)
        return _told(terminal, make_dossie(scope.office, ledger, asked, utc_now()))


def _days(desde: str, ate: str) -> tuple[date, date]:
    if not (desde and ate):
        raise InputError("falta o período.", where="--desde, --ate", do="Diga o primeiro e o último dia.")
    first, last = read_day(desde, "--desde"), read_day(ate, "--ate")
    if first > last:
        raise InputError("o período acaba antes de começar.", where="--desde, --ate", do="Troque os dias.")
    return first, last


def _told(terminal: Terminal, made: Made) -> int:
    missing = [f"{made.missing} provas não estão nele; o índice diz por quê."] if made.missing else []
    terminal.answer(
        {**asdict(made), "path": str(made.path)},
        f"Gravado em {made.path}: {made.entries} lançamentos, {made.proofs - made.missing} provas.",
        f"SHA-256: {made.sha256}",
        *missing,
        "Mostra dados pessoais e não tem senha: envie por um meio seguro e apague depois.",
    )
    return ExitCode.PERSON if made.missing else ExitCode.DONE
