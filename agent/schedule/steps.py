"""The steps of a month, each through the runner's own verbs; how each ended, and what of it waits for a person."""

from collections.abc import Callable, Sequence
from pathlib import Path

from agent.accounting.packing import pack_path, write_pack_of
from agent.ledger.months import Mes
from agent.ledger.queue import Asked
from agent.model.entry import State
from agent.model.errors import BrowserMissing, FaturistaError, InputError, LedgerAway, PageChanged, PersonNeeded
from agent.runner.conciliation import post_returns, write_workbook
from agent.runner.desk import Desk
from agent.runner.month import close_with_approval, fetch_month, launch_planned, plan_month
from agent.runner.pendencias import charge_of
from agent.runner.plan import Plan
from agent.runner.probing import unattended_prober
from agent.runner.sheets import import_sheets, read_sheets, sheet_hashes
from agent.schedule.approving import QueueApprover
from agent.schedule.board import Line, days_of
from agent.schedule.drifting import asked_of_a_screen, sentences
from agent.schedule.ending import Ending, asked_of, ending_of, few
from agent.schedule.facts import NOTHING, Task
from agent.schedule.inbox import digest_of


def do_step(desk: Desk, line: Line) -> Ending:
    """Do the month's next step. What stops it is an ending too; raised is what is no error of ours, and LedgerAway."""
    facts, task = line.facts, line.coming.task
    assert task is not None
    mes = desk.mes(facts.clinica, facts.portal, facts.competencia)
    try:
        return _STEPS[task](desk, mes, line)
    except LedgerAway:
        raise
    except FaturistaError as error:
        return ending_of(error, desk.without_people(mes, str(error)), line)


def _ler(desk: Desk, mes: Mes, line: Line) -> Ending:
    leituras = read_sheets(desk, mes.clinica, mes.competencia)
    read = import_sheets(desk, mes, leituras)
    hashes = sheet_hashes(leituras, mes)
    text = digest_of([f"{name} {sha}" for name, sha in hashes]) if hashes else ""
    return Ending("done", text, _told(desk, mes, line, "planilha", read.avisos))


def _planejar(desk: Desk, mes: Mes, line: Line) -> Ending:
    plan = plan_month(desk, mes, read_sheets(desk, mes.clinica, mes.competencia))
    blocked = [f"{item.origem}: {item.why}" for item in plan.blocked]
    text = f"{len(plan.to_launch)} a lançar, {len(plan.already)} já no portal, {len(blocked)} bloqueados"
    return Ending("done", text, _told(desk, mes, line, "bloqueio", blocked))


def _lancar(desk: Desk, mes: Mes, line: Line) -> Ending:
    approver = QueueApprover(desk.ledger.queue, line)
    avisos = launch_planned(desk, mes, read_sheets(desk, mes.clinica, mes.competencia), approver)
    if approver.asked:
        return Ending("person", "espera a aprovação")
    if approver.refused_by:
        texts = (
            desk.without_people(mes, f"{approver.refused_by} não aprovou o faturamento"),
            "corrija a planilha e ele planeja de novo; para perguntar outra vez o mesmo, rode faturista lancar",
            "nada disto é faturado",
        )
        return Ending("person", "não aprovado", (_held_back(line, texts),))
    left = _planned_and_left(desk, mes)
    doubts = desk.ledger.entries.of(mes, State.INCERTA, State.ENVIANDO)
    asked = _told(desk, mes, line, "bloqueio", avisos)
    if doubts or (left and left != len(avisos)):  # each one that was held back says why; others were not tried
        return Ending("unavailable", few(avisos) or "ficaram envios sem resposta", asked)
    return Ending("done", f"{left} ficaram para uma pessoa" if left else "tudo lançado", asked)


def _planned_and_left(desk: Desk, mes: Mes) -> int:
    saved = desk.ledger.plans.latest(mes)
    planned = {item.id for item in Plan.from_json(saved.body).to_launch} if saved else set()
    return sum(entry.id in planned for entry in desk.ledger.entries.of(mes, State.PENDENTE))


def _fechar(desk: Desk, mes: Mes, line: Line) -> Ending:
    approver = QueueApprover(desk.ledger.queue, line)
    leituras = read_sheets(desk, mes.clinica, mes.competencia)
    closing = close_with_approval(desk, mes, approver, leituras)
    if closing.fechado:
        return Ending("done", f"fechado, aprovado por {closing.aprovado_por}" if closing.aprovado_por else "fechado")
    if approver.asked:
        return Ending("person", "espera a aprovação")
    why = f"{approver.refused_by} não aprovou" if approver.refused_by else few(closing.achados) or closing.texto
    texts = (
        desk.without_people(mes, why),
        "resolva o que impede, na planilha ou no portal, e marque como feito",
        "o mês não é fechado e o prazo se perde",
    )
    return Ending("person", closing.texto, (_held_back(line, texts),))


def _held_back(line: Line, texts: tuple[str, str, str]) -> Asked:
    """What keeps this very step from running until a person has seen to it."""
    assert line.coming.task is not None
    return asked_of(line, "bloqueio", texts, step=line.coming.task.value, ref=line.coming.ref)


def _retorno(desk: Desk, mes: Mes, _line: Line) -> Ending:
    avisos = fetch_month(desk, mes)
    found = any(
        (row.clinica, row.portal, row.competencia) == (mes.clinica, mes.portal, mes.competencia.iso) and row.returns
        for row in desk.ledger.turns.months(mes.competencia)
    )
    return Ending("done", "retorno no livro") if found else Ending("empty", desk.without_people(mes, few(avisos)))


def _conciliar(desk: Desk, mes: Mes, line: Line) -> Ending:
    post_returns(desk.ledger, mes, charge_of(desk.office, mes.clinica, mes.portal))
    book = desk.office.saida / f"conciliacao-{mes.clinica}-{mes.portal}-{mes.competencia.iso}.xlsx"
    try:
        write_workbook(desk.office, desk.ledger, [mes], book, desk.clock)
        pack = _packed(desk, mes)
    except InputError as error:
        seen = desk.without_people(mes, str(error))
        texts = (seen, "corrija e marque como feito; ele tenta de novo", "as planilhas do mês não são gravadas")
        return Ending("person", "conciliado, mas sem as planilhas", (_held_back(line, texts),))
    return Ending("done", f"conciliado; planilha em saida/{book.name}, pacote do contador em saida/{pack.name}")


def _packed(desk: Desk, mes: Mes) -> Path:
    """The clinic's pack of the month, whatever its portals' state; without patients."""
    months = [m for m in desk.ledger.months.all() if (m.clinica, m.competencia) == (mes.clinica, mes.competencia)]
    path = pack_path(desk.office.saida, mes.clinica, months)
    write_pack_of(desk.office, desk.ledger, months, path, now=desk.clock(), off=days_of(desk.office).off)
    return path


def _told(desk: Desk, mes: Mes, line: Line, kind: str, texts: Sequence[str]) -> tuple[Asked, ...]:
    """What a person should look at and that holds nothing back."""
    if not texts:
        return ()
    seen = desk.without_people(mes, few(texts))
    do = "veja e resolva o que couber; faturista conferir e situacao mostram tudo"
    subject = digest_of(list(texts))
    return (asked_of(line, kind, (seen, do, "fica como está"), step=NOTHING, subject=subject),)


def _sondar(desk: Desk, mes: Mes, _line: Line) -> Ending:
    """The day's look. Where it needs somebody, or a screen does not open, the day goes on without it."""
    try:
        with unattended_prober(desk) as prober:
            seen = prober.sondar(mes.clinica, mes.portal, mes.competencia, sempre=False)
    except (PersonNeeded, PageChanged, BrowserMissing) as error:
        return Ending("done", f"não foi possível olhar as telas: {desk.without_people(mes, error.what)}")
    changed = {**seen.mudou, **{f"para o trabalho, {panel}": texts for panel, texts in seen.para.items()}}
    if not changed:
        return Ending("done", "as telas estão como eram")
    text = sentences(changed)
    stops = "o que depende disto para antes de digitar" if seen.para else "nada para: é só um aviso"
    asked = asked_of_a_screen(mes.portal, text, step=NOTHING, subject=digest_of([text]), stops=stops)
    return Ending("done", "as telas mudaram", (asked,))


_STEPS: dict[Task, Callable[[Desk, Mes, Line], Ending]] = {
    Task.LER: _ler,
    Task.PLANEJAR: _planejar,
    Task.LANCAR: _lancar,
    Task.FECHAR: _fechar,
    Task.RETORNO: _retorno,
    Task.CONCILIAR: _conciliar,
    Task.SONDAR: _sondar,
}
