"""faturista recurso: what was refused, by when it may be appealed, and what became of each appeal."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Annotated

import typer

from agent.accounting.appealing import REASON, draft
from agent.accounting.bank import Books
from agent.accounting.billing import unbilled
from agent.accounting.opening import open_books
from agent.accounting.pack import Scope, gather
from agent.accounting.unproved import unproved_wins
from agent.cli.appeal_steps import accepted, answered, dropped, sent, taken_up, undone
from agent.cli.appeals_view import appeals_view, history_view, radar_view
from agent.cli.billing_view import billing_view
from agent.cli.exit_code import ExitCode
from agent.cli.options import Clinicas, Json, Pasta, Portais
from agent.cli.person import who
from agent.cli.scope import open_office, read_competencia, read_portal
from agent.cli.terminal import Terminal
from agent.config.office import Office
from agent.ledger.months import no_month
from agent.ledger.store import Ledger
from agent.model.counted import counted
from agent.model.data import read_data, write_data
from agent.model.errors import InputError
from agent.model.point import utc_now
from agent.model.valor import write_valor
from agent.schedule.days import Days

DETAILS = """Sem opções, mostra o que está glosado, o último dia para recorrer e quanto vale. Com --redigir, escreve os
recursos (uma carta por mês, e o XML do TISS onde o convênio recebe); nada é enviado. Depois de enviar, diga com
--enviado; quando o convênio responder, com --respondido e --recuperado. --aceitar dá uma glosa por perdida.
O que se disse por engano volta atrás com --desfazer (o recurso) ou --retomar (a glosa); os dois ficam no livro.
Termina com 1 quando há glosa no prazo de recorrer, ou recurso sem resposta no prazo.
--radar mostra o que ninguém respondeu ainda, e o que não foi faturado e perde o prazo de envio;
--historico, quanto cada motivo, procedimento e profissional perde."""

_TOO_MANY = 2**31
_NUMBERED = ("--enviado", "--respondido", "--desistir", "--aceitar", "--desfazer", "--retomar")
_BELONGS: Mapping[str, tuple[str, ...]] = {
    "--protocolo": ("--enviado",),
    "--recuperado": ("--respondido",),
    "--em": ("--enviado", "--respondido"),
    "--texto": ("--redigir", "--aceitar", "--desfazer", "--retomar"),
    "--lancamento": ("--redigir",),
}


def recurso(
    *,
    competencia: Annotated[
        str | None, typer.Option("--competencia", metavar="MM/AAAA", help="Só este mês. Sem ela: todos.")
    ] = None,
    clinica: Clinicas = None,
    portal: Portais = None,
    redigir: Annotated[bool, typer.Option("--redigir", help="Escreve os recursos do que ainda está no prazo.")] = False,
    lancamento: Annotated[
        list[int] | None,
        typer.Option(
            "--lancamento", metavar="Nº", help="Com --redigir: só este, mesmo fora do prazo (avisa); pode repetir."
        ),
    ] = None,
    texto: Annotated[
        str, typer.Option("--texto", metavar="TEXTO", help="A justificativa, ou o motivo.", show_default=False)
    ] = "",
    enviado: Annotated[int | None, typer.Option("--enviado", metavar="Nº", help="O recurso foi enviado.")] = None,
    protocolo: Annotated[str, typer.Option("--protocolo", metavar="Nº", help="O protocolo que o convênio deu.")] = "",
    respondido: Annotated[int | None, typer.Option("--respondido", metavar="Nº", help="O convênio respondeu.")] = None,
    recuperado: Annotated[
        str | None, typer.Option("--recuperado", metavar="VALOR", help="Quanto ele vai pagar, como 25,00.")
    ] = None,
    desistir: Annotated[int | None, typer.Option("--desistir", metavar="Nº", help="O recurso não será feito.")] = None,
    aceitar: Annotated[
        int | None, typer.Option("--aceitar", metavar="Nº", help="Dá a glosa deste lançamento por perdida.")
    ] = None,
    desfazer: Annotated[
        int | None, typer.Option("--desfazer", metavar="Nº", help="O último passo deste recurso foi dito por engano.")
    ] = None,
    retomar: Annotated[
        int | None,
        typer.Option("--retomar", metavar="Nº", help="A glosa deste lançamento foi dada por perdida por engano."),
    ] = None,
    em: Annotated[str | None, typer.Option("--em", metavar="DD/MM/AAAA", help="O dia; hoje, sem ela.")] = None,
    radar: Annotated[
        bool, typer.Option("--radar", help="Mostra o que está sem retorno, e o que perde o prazo de envio.")
    ] = False,
    historico: Annotated[bool, typer.Option("--historico", help="Mostra as taxas de glosa.")] = False,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """List, draft or record appeals."""
    terminal = Terminal(as_json=json)
    office = open_office(pasta)
    asked = {
        "--enviado": enviado is not None,
        "--respondido": respondido is not None,
        "--desistir": desistir is not None,
        "--aceitar": aceitar is not None,
        "--desfazer": desfazer is not None,
        "--retomar": retomar is not None,
        "--redigir": redigir,
        "--radar": radar,
        "--historico": historico,
    }
    given = {
        "--protocolo": bool(protocolo),
        "--recuperado": recuperado is not None,
        "--em": em is not None,
        "--texto": bool(texto),
        "--lancamento": bool(lancamento),
    }
    refuse_misplaced([name for name, on in asked.items() if on], [name for name, on in given.items() if on])
    numbers = (enviado, respondido, desistir, aceitar, desfazer, retomar, *(lancamento or ()))
    _refuse_odd(number for number in numbers if number is not None)
    with open_books(office) as ledger:
        scope = _scope(office, ledger, competencia, clinica, portal)
        day = _day(em, scope.today)
        acts = [
            *([sent(ledger, enviado, day, protocolo)] if enviado is not None else []),
            *([answered(ledger, respondido, day, recuperado)] if respondido is not None else []),
            *([dropped(ledger, desistir)] if desistir is not None else []),
            *([accepted(ledger, aceitar, texto)] if aceitar is not None else []),
            *([undone(ledger, desfazer, texto)] if desfazer is not None else []),
            *([taken_up(ledger, retomar, texto)] if retomar is not None else []),
        ]
        if acts:
            terminal.answer({"feito": acts}, *acts)
        elif redigir:
            _draft(terminal, scope, lancamento or (), texto or REASON)
        else:
            return _show(terminal, scope, radar=radar, historico=historico)
    return ExitCode.DONE


def _show(terminal: Terminal, scope: Scope, *, radar: bool, historico: bool) -> int:
    pack = gather(scope, titulo="")
    waiting = 0
    if radar:
        body, shown = radar_view(pack, unproved_wins(scope, pack))
        late, told = billing_view(unbilled(scope))
        terminal.answer({**body, "a_faturar": late}, *shown, *told)
    elif historico:
        terminal.answer(*history_view(pack))
    else:
        body, shown, waiting = appeals_view(scope, pack)
        terminal.answer(body, *shown)
    return ExitCode.PERSON if waiting else ExitCode.DONE


def _scope(
    office: Office,
    ledger: Ledger,
    competencia: str | None,
    clinicas: Sequence[str] | None,
    portais: Sequence[str] | None,
) -> Scope:
    month = read_competencia(competencia) if competencia is not None else None
    for clinica in clinicas or ():
        office.clinica(clinica)
    for portal in portais or ():
        office.portal(read_portal(portal))
    if month is not None and not any(mes.competencia == month for mes in ledger.months.all()):
        raise no_month(month)
    months = [
        mes
        for mes in ledger.months.all()
        if (month is None or mes.competencia == month)
        and (not clinicas or mes.clinica in clinicas)
        and (not portais or mes.portal in portais)
        and mes.clinica in office.settings.clinicas
    ]
    days = Days(office.settings.calendario, office.settings.escritorio.fuso)
    return Scope(office, ledger, months, Books(), utc_now(), days.off)


def _draft(terminal: Terminal, scope: Scope, only: Sequence[int], reason: str) -> None:
    done = draft(scope, only=only, reason=reason, who=who())
    lines = []
    for each in done:
        total = write_valor(sum(item.valor for item in each.itens), symbol=True)
        lines.append(f"{each.carta}: {counted(len(each.itens), 'item', 'itens')}, {total}")
        lines += [f"{xml}: conferido pelo XSD do TISS" for xml in each.xmls] or [f"  sem XML: {each.porque}"]
        lines += [f"  Atenção: {aviso}." for aviso in each.avisos]
    body = [
        {
            "carta": str(e.carta),
            "xmls": [str(xml) for xml in e.xmls],
            "porque": e.porque,
            "recursos": [i.numero for i in e.itens],
            "avisos": list(e.avisos),
        }
        for e in done
    ]
    waiting = () if done else _drafts(scope)
    terminal.answer({"redigidos": body}, *(lines or waiting or ["Nada a recorrer dentro do prazo."]))


def _drafts(scope: Scope) -> list[str]:
    """What was drafted before and waits to be sent: nothing new to draft is not nothing to do."""
    drafts = [a for mes in scope.months for a in scope.ledger.appeals.of(mes) if a.state == "rascunho"]
    if not drafts:
        return []
    total = write_valor(sum(appeal.valor for appeal in drafts), symbol=True)
    many = counted(len(drafts), "recurso já redigido espera", "recursos já redigidos esperam")
    return [
        "Nada mais a recorrer dentro do prazo.",
        f"{many} o envio, {total}. Depois de enviar: faturista recurso --enviado Nº --protocolo Nº",
    ]


def refuse_misplaced(asked: Sequence[str], given: Sequence[str]) -> None:
    """Raise InputError for two steps in one call, or a word that belongs to a step that was not asked for."""
    if len(asked) > 1:
        raise InputError(
            f"{' e '.join(asked)} não vão juntos.", where="recurso", do="Nada foi gravado. Diga um passo de cada vez."
        )
    for word in given:
        if not set(asked) & set(_BELONGS[word]):
            steps = " ou ".join(f"{step} Nº" if step in _NUMBERED else step for step in _BELONGS[word])
            raise InputError(f"{word} sozinho não diz o que fazer.", where=word, do=f"Use-o com {steps}.")


def _refuse_odd(numbers: Iterable[int]) -> None:
    for number in numbers:
        if not 0 < number < _TOO_MANY:
            raise InputError(
                f"{number} não é o número de um recurso nem de um lançamento.",
                where="recurso",
                do="Veja os números com: faturista recurso",
            )


def _day(text: str | None, today: date) -> date:
    """`today` where none is told. Raises InputError for what is no day, or is to come."""
    if text is None:
        return today
    try:
        day = read_data(text)
    except ValueError as error:
        raise InputError(f"{error}.", where="--em") from None
    if day > today:
        raise InputError(f"o dia {write_data(day)} ainda não chegou.", where="--em", do="Confira o dia.")
    return day
