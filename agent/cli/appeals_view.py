"""What stands refused, silent or under appeal, as tables for people and values for machines."""

from dataclasses import asdict

from rich.console import RenderableType
from rich.table import Table

from agent.accounting.chasing import Chase, Rate, denial_rates, silent, to_appeal
from agent.accounting.deadlines import answer_by
from agent.accounting.pack import Scope
from agent.cli.look import add_row, plain_table
from agent.ledger.appeals import Appeal
from agent.model.counted import counted
from agent.model.data import write_data
from agent.model.valor import write_valor
from spreadsheets.writing.pack.report import Item, Pack

_PLACE = ("Nº", "Clínica", "Convênio", "Mês", "Autorização")
_SHOWN = {"clinica": "clínica", "convenio": "convênio"}


def appeals_view(scope: Scope, pack: Pack) -> tuple[dict[str, object], list[RenderableType], int]:
    """The refused entries by their last day, then each appeal; and how many may still be appealed."""
    chases = to_appeal(pack, scope.today)
    table = plain_table("Glosas que esperam decisão", (*_PLACE, "Motivo", "Recorrer até"), ("Dias", "Valor"))
    for chase in chases:
        add_row(table, *_chased(chase))
    running = [(appeal, mes.portal) for mes in scope.months for appeal in scope.ledger.appeals.of(mes)]
    live = [chase for chase in chases if not chase.lapsed]
    total = write_valor(sum(chase.glosa.glosado for chase in live), symbol=True)
    shown: list[RenderableType] = [
        table,
        *(_told(scope, *each) for each in running),
        f"No prazo: {counted(len(live), 'glosa', 'glosas')}, {total}.",
    ]
    body: dict[str, object] = {
        "glosas": [
            {"lancamento": c.conta.id, "valor": c.glosa.glosado, "prazo": str(c.glosa.prazo or ""), "dias": c.dias}
            for c in chases
        ],
        "recursos": [_plain(appeal) for appeal, _ in running],
    }
    return body, shown, len(live)


def radar_view(pack: Pack) -> tuple[dict[str, object], Table, str]:
    """What no return speaks of, the oldest first."""
    found = silent(pack)
    table = plain_table("Sem retorno", (*_PLACE, "Enviado em", "Previsto para", "Cobrar"), ("Dias", "Valor"))
    for conta, each in found:
        days = (write_data(day) if day else "—" for day in (each.desde, each.previsto))
        chase = "cobrar" if each.atrasada else "aguardar"
        add_row(table, *_place(conta.id, conta.item), *days, chase, str(each.dias), write_valor(each.valor))
    late = sum(each.valor for _, each in found if each.atrasada)
    body = [{"lancamento": c.id, "dias": e.dias, "valor": e.valor, "cobrar": e.atrasada} for c, e in found]
    return {"sem_retorno": body}, table, f"A cobrar: {write_valor(late, symbol=True)}."


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


def _told(scope: Scope, appeal: Appeal, portal: str) -> str:
    waits = appeal.sent_on if appeal.state == "enviado" else None
    due = answer_by(waits, scope.office.contrato(portal), scope.off) if waits else None
    answer = f", resposta até {write_data(due)}" if due else ""
    valor = write_valor(appeal.valor)
    return f"Recurso {appeal.id} (lançamento {appeal.entry_id}): {appeal.state}, {valor}{answer}"


def _plain(appeal: Appeal) -> dict[str, object]:
    days = {"sent_on": str(appeal.sent_on or ""), "answered_on": str(appeal.answered_on or "")}
    return {**asdict(appeal), **days}
