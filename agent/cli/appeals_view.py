"""What stands refused, silent or under appeal, as tables for people and values for machines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from rich.console import RenderableType
from rich.table import Table

from agent.accounting.chasing import Awaited, Chase, Rate, awaited, denial_rates, silent, to_appeal
from agent.accounting.pack import Scope
from agent.accounting.unproved import Unproved
from agent.cli.look import add_row, plain_table
from agent.model.counted import counted
from agent.model.data import write_data
from agent.model.valor import write_valor
from spreadsheets.writing.pack.report import Conta, Item, Pack, SemRetorno

_PLACE = ("Nº", "Clínica", "Convênio", "Mês", "Autorização")
_SHOWN = {"clinica": "clínica", "convenio": "convênio"}


def appeals_view(scope: Scope, pack: Pack) -> tuple[dict[str, object], list[RenderableType], int]:
    """The refused entries by their last day, then each appeal, the late answers first; and how many wait for a person.

    That is what may still be appealed, and each appeal that the insurer did not answer in time.
    """
    chases = to_appeal(pack, scope.today)
    table = plain_table("Glosas que esperam decisão", (*_PLACE, "Motivo", "Recorrer até"), ("Dias", "Valor"))
    for chase in chases:
        add_row(table, *_chased(chase))
    running = sorted(_running(scope), key=lambda each: (-each.atraso, each.appeal.id))
    late = [each for each in running if each.late]
    live = [chase for chase in chases if not chase.lapsed]
    total = write_valor(sum(chase.glosa.glosado for chase in live), symbol=True)
    overdue = sum(each.appeal.valor for each in late)
    shown: list[RenderableType] = [
        table,
        *map(_told, running),
        f"No prazo: {counted(len(live), 'glosa', 'glosas')}, {total}.",
    ]
    if late:
        count = counted(len(late), "recurso", "recursos")
        shown.append(f"{count} sem resposta no prazo, {write_valor(overdue, symbol=True)}: cobre o convênio.")
    body: dict[str, object] = {
        "glosas": [
            {"lancamento": c.conta.id, "valor": c.glosa.glosado, "prazo": str(c.glosa.prazo or ""), "dias": c.dias}
            for c in chases
        ],
        "recursos": [_plain(each) for each in running],
        "sem_resposta_no_prazo": {"recursos": len(late), "valor": overdue},
    }
    return body, shown, len(live) + len(late)


def radar_view(pack: Pack, wins: Sequence[Unproved] = ()) -> tuple[dict[str, object], list[RenderableType]]:
    """What no return speaks of, the oldest first; apart from it what a person has to decide, and what appeals won.

    `wins` are those that no return line pays yet.
    """
    found = silent(pack)
    waits = [pair for pair in found if not pair[1].duvida and not pair[1].encerrada]
    ended = [each for _, each in found if each.encerrada]
    doubts = [pair for pair in found if pair[1].duvida]
    chased = [each for _, each in waits if each.atrasada]
    past = [each for _, each in waits if each.passou and not each.atrasada]
    tables = [_silence("Sem retorno", waits)]
    told = [f"A cobrar: {_summed(chased)}."]
    if past:
        told.append(f"Passou do previsto, ainda sem o alerta do contrato: {_summed(past)}.")
    if doubts:
        tables.append(_silence("Com resposta que espera decisão", doubts))
        told.append(f"O convênio respondeu; decida com conciliar --duvidas: {_summed(doubt for _, doubt in doubts)}.")
    if ended:
        told.append(f"Encerrado por alguém, e ainda pendente no livro: {_summed(ended)}.")
    if wins:
        tables.append(_won(wins))
        overdue = [each for each in wins if each.atrasado]
        if overdue:
            valor = write_valor(sum(each.falta for each in overdue), symbol=True)
            told.append(f"Recursos ganhos e não pagos no prazo usual, a cobrar: {valor}.")
    body: dict[str, object] = {
        "sem_retorno": [{**_silent(*pair), "cobrar": pair[1].atrasada} for pair in waits],
        "a_decidir": [_silent(*pair) for pair in doubts],
        "encerrados": [_silent(*pair) for pair in found if pair[1].encerrada],
        "recursos_a_receber": [_plain_win(each) for each in wins],
        "a_cobrar": sum(each.valor for each in chased),
    }
    return body, [*tables, *told]


def history_view(pack: Pack) -> tuple[dict[str, object], *tuple[Table, ...]]:
    """The share refused at first, by whom, what and why."""
    rates = denial_rates(pack)
    body: dict[str, object] = {
        name: [{**asdict(rate), "taxa": str(round(rate.taxa, 6))} for rate in some] for name, some in rates.items()
    }
    return body, *(_rates(name, some) for name, some in rates.items())


def _rates(name: str, rates: list[Rate]) -> Table:
    word = _SHOWN.get(name, name)
    heads = ("Glosados", "De", "Informado", "Glosado", "Taxa")
    table = plain_table(f"Glosa inicial por {word}", (word.capitalize(),), heads)
    for rate in rates:
        share = f"{rate.taxa * 100:.1f}%".replace(".", ",")
        counts = (str(rate.glosados), str(rate.lancamentos), write_valor(rate.informado), write_valor(rate.glosado))
        add_row(table, rate.nome, *counts, share)
    return table


def _chased(chase: Chase) -> tuple[str, ...]:
    until = write_data(chase.glosa.prazo) if chase.glosa.prazo else "—"
    days = "—" if chase.dias is None else str(chase.dias)
    valor = write_valor(chase.glosa.glosado)
    return (*_place(chase.conta.id, chase.conta.item), chase.glosa.motivo, until, days, valor)


def _place(number: int, item: Item) -> tuple[str, ...]:
    return str(number), item.key.clinica, item.key.portal, str(item.key.competencia), item.autorizacao


def _running(scope: Scope) -> Iterator[Awaited]:
    for mes in scope.months:
        contrato = scope.office.contrato(mes.portal)
        for appeal in scope.ledger.appeals.of(mes):
            yield awaited(appeal, contrato, scope.off, scope.today)


def _told(each: Awaited) -> str:
    appeal = each.appeal
    answer = f", resposta até {write_data(each.ate)}" if each.ate else ""
    late = f" (passou há {counted(each.atraso, 'dia', 'dias')}: cobre o convênio)" if each.late else ""
    valor = write_valor(appeal.valor)
    return f"Recurso {appeal.id} (lançamento {appeal.entry_id}): {appeal.state}, {valor}{answer}{late}"


def _plain(each: Awaited) -> dict[str, object]:
    appeal = each.appeal
    days = {"sent_on": str(appeal.sent_on or ""), "answered_on": str(appeal.answered_on or "")}
    return {**asdict(appeal), **days, "resposta_ate": str(each.ate or ""), "atraso": each.atraso}


def _silence(title: str, found: Iterable[tuple[Conta, SemRetorno]]) -> Table:
    table = plain_table(title, (*_PLACE, "Enviado em", "Previsto para", "O que fazer"), ("Dias", "Valor"))
    for conta, each in found:
        sent, expected = (write_data(day) if day else "—" for day in (each.desde, each.previsto))
        waits = each.passou and not each.duvida
        past = f"; passou do previsto há {counted(each.passou, 'dia', 'dias')}" if waits else ""
        row = (sent, expected, f"{each.fazer}{past}", str(each.dias), write_valor(each.valor))
        add_row(table, *_place(conta.id, conta.item), *row)
    return table


def _won(wins: Iterable[Unproved]) -> Table:
    heads = (*_PLACE, "Respondido em", "Previsto para", "O que fazer")
    table = plain_table("Recursos ganhos à espera do pagamento", heads, ("Ganho", "Provado", "Falta"))
    for each in wins:
        days = write_data(each.respondido), write_data(each.previsto)
        do = "cobrar" if each.atrasado else "aguardar"
        act = f"{do}: pagou a menos" if each.a_menos else do
        money = (write_valor(each.ganho), write_valor(each.provado), write_valor(each.falta))
        add_row(table, *_place(each.conta.id, each.conta.item), *days, act, *money)
    return table


def _plain_win(each: Unproved) -> dict[str, object]:
    money = {"ganho": each.ganho, "provado": each.provado, "falta": each.falta}
    days = {"respondido": str(each.respondido), "previsto": str(each.previsto), "cobrar": each.atrasado}
    return {"lancamento": each.conta.id, **money, **days}


def _summed(some: Iterable[SemRetorno]) -> str:
    found = list(some)
    total = write_valor(sum(each.valor for each in found), symbol=True)
    return f"{total} ({counted(len(found), 'lançamento', 'lançamentos')})"


def _silent(conta: Conta, each: SemRetorno) -> dict[str, object]:
    money = {"valor": each.valor, "previsto": str(each.previsto or ""), "passou": each.passou}
    return {"lancamento": conta.id, "dias": each.dias, **money}
