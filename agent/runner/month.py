"""One clinic's month on one portal, command by command: plan, launch, close, fetch the return."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from agent.ledger.months import Mes
from agent.model.data import write_data
from agent.model.demonstrativo import Demonstrativo, SemRetorno
from agent.model.entry import State
from agent.model.errors import Moved
from agent.model.figures import Fechamento
from agent.people.approval import Approver, Remembered, approver_for
from agent.runner.able import if_able
from agent.runner.approving import EnvioApproval
from agent.runner.arquivos import track_files
from agent.runner.cells import Celula, cells_of
from agent.runner.close import Closing, close_month
from agent.runner.compare import Comparison, on_the_portal
from agent.runner.contas import track_contas
from agent.runner.desk import Desk
from agent.runner.envios import envios_of
from agent.runner.gate import Finding, Gate
from agent.runner.launch import launch_month
from agent.runner.plan import Plan, make_plan, refuse_if_portal_moved, refuse_if_sheets_moved, refuse_if_way_moved
from agent.runner.returning import of_the_month
from agent.runner.settle import adopt, compare_now, settle
from agent.runner.sheets import import_sheets, sheet_hashes, waiting_rows
from agent.runner.verdicts import left_open
from agent.runner.work import Work
from portals.base import Capabilities, only_way
from portals.more import NamesCells
from spreadsheets.reading.leitura import Leitura

_RETURN_AGAIN = timedelta(days=7)  # an insurer audits in weeks, not in hours


def plan_month(desk: Desk, mes: Mes, leituras: Sequence[Leitura]) -> Plan:
    """Sheets into the ledger, the portal's record read, and the plan kept."""
    read = import_sheets(desk, mes, leituras)
    mes = desk.ledger.months.get(mes.id)
    open_here = mes.state in ("aberta", "fechando")
    comparison, closed_there, able = _seen_on_the_portal(desk, mes) if open_here else (Comparison(), True, None)
    mes = desk.ledger.months.get(mes.id)
    entries = desk.ledger.entries.of(mes)
    plan = make_plan(
        mes.clinica,
        mes.portal,
        mes.competencia.iso,
        sheets=read.sheets,
        mes_version=mes.version,
        entries=entries,
        comparison=comparison,
        elsewhere=desk.ledger.entries.elsewhere(mes),
        unasked=desk.ledger.entries.unasked(mes) if able and able.removes_rows else (),
        waiting=waiting_rows(leituras, mes),
        closed=mes.state != "aberta" or closed_there,
        avisos=read.avisos,
        way=able.way if able else only_way,
    )
    if able:
        planned = {item.id for item in plan.to_launch}
        plan = replace(plan, envios=envios_of([entry for entry in entries if entry.id in planned], able))
    desk.ledger.plans.save(mes, plan.to_json(), plan.hash)
    return plan


def _seen_on_the_portal(desk: Desk, mes: Mes) -> tuple[Comparison, bool, Capabilities]:
    """What stands there, whether the month is closed there, and how the portal would launch entries."""

    def look(work: Work) -> tuple[Comparison, bool, Capabilities]:
        settled = settle(work, remove=False)
        adopt(work, settled)
        return compare_now(work, settled.registro), settled.registro.fechado, work.portal.capabilities

    return desk.working(mes, look)


def launch_planned(desk: Desk, mes: Mes, leituras: Sequence[Leitura], approver: Approver) -> tuple[str, ...]:
    """Launch the kept plan; warnings for the operator.

    Where each click is final, `approver` answers for every one of them before the first. Raises Moved, before anything
    is sent, when sheet, ledger or portal is not what the plan was made of; PersonNeeded when nobody can approve.
    """
    saved = desk.ledger.plans.latest(mes)
    if saved is None:
        raise Moved("este mês ainda não tem plano", do="Rode planejar e confira o plano.")
    plan = Plan.from_json(saved.body)
    refuse_if_sheets_moved(plan, sheet_hashes(leituras, mes), mes.version)
    return desk.working(mes, lambda work: _launch(desk, work, plan, cells_of(leituras), approver))


def _launch(desk: Desk, work: Work, plan: Plan, celula: Celula, approver: Approver) -> tuple[str, ...]:
    _name_cells(work, celula)
    settled = settle(work)
    refuse_if_portal_moved(plan, settled.comparison, desk.ledger.attempts.sent_before(work.mes))
    adopt(work, settled)
    planned = {item.id for item in plan.to_launch}
    wanted = [entry for entry in work.entries(State.PENDENTE) if entry.id in planned]
    refuse_if_way_moved(plan, {entry.id: work.portal.capabilities.way(entry.lancamento) for entry in wanted})
    if wanted and settled.registro.fechado:
        raise Moved(
            "o mês foi fechado no portal depois do plano",
            where=f"{work.portal.name}, {work.mes.competencia}",
            do="Nada foi enviado. Para lançar o que falta, reabra o mês no portal e rode planejar de novo.",
        )
    mes = work.mes
    approval = EnvioApproval(work, approver_for(approver, mes.clinica, mes.portal, mes.competencia.iso, "lancar"))
    approval.ask(wanted)
    what = f"Lançando {work.mes.clinica} em {work.mes.portal}"
    with desk.progress.start(what, len(wanted)) as phase:
        run = launch_month(work, wanted, settled, lambda count: phase.step(count=count), approval.given)
    unread = track_files(work) if run.confirmed or run.refused or run.last else ()
    held = [
        desk.without_people(work.mes, f"{desk.ledger.entries.get(number).lancamento.origem}: {why}")
        for number, why in run.held.items()
    ]
    return (*held, *run.offered, *unread, *approval.told, *((run.stopped,) if run.stopped else ()))


def _name_cells(work: Work, celula: Celula) -> None:
    def told(portal: NamesCells) -> None:
        portal.name_cells(celula)

    if_able(work.portal, NamesCells, "name_cells", told, None)


def close_with_approval(desk: Desk, mes: Mes, approver: Approver, leituras: Sequence[Leitura]) -> Fechamento:
    """Gate, approval and close. A month that is closed already says so, with what it left open, and asks nobody."""
    if mes.state in ("fechada", "conciliada"):
        closed = Closing(closed=True, text="o mês já estava fechado", gate=Gate((), 0, 0, ""))
        return replace(_fechamento(mes, closed, ""), pendencias=left_open(desk.ledger, mes))
    who: list[str] = []
    once = Remembered(approver_for(approver, mes.clinica, mes.portal, mes.competencia.iso, "fechar"))
    phase = desk.progress.start(f"Conferindo {mes.clinica} em {mes.portal}")

    def approve(gate: Gate) -> str | None:
        phase.done()
        what = f"Fechar {mes.clinica} em {mes.portal}, {mes.competencia}"
        answer = once.approve(what, _shown(gate), gate.hash)
        who[:] = [answer] if answer else []
        return answer

    with phase:
        closing = desk.working(mes, lambda work: close_month(work, approve, _of_the_sheets(desk, work.mes, leituras)))
    return _fechamento(mes, closing, "".join(who))


def _of_the_sheets(desk: Desk, mes: Mes, leituras: Sequence[Leitura]) -> list[Finding]:
    """What the sheets say at the close: one that changed since the plan blocks it, the rest is for the approval."""
    saved = desk.ledger.plans.latest(mes)
    if saved is None:
        return [Finding("este mês ainda não foi planejado", blocking=True)]
    plan = Plan.from_json(saved.body)
    try:
        refuse_if_sheets_moved(plan, sheet_hashes(leituras, mes), mes.version)
    except Moved as moved:
        return [Finding(f"{moved.what}; planeje e lance de novo", blocking=True)]
    return [Finding(aviso, blocking=False) for aviso in plan.avisos]


def _shown(gate: Gate) -> list[str]:
    return [gate.summary, *(finding.text for finding in gate.findings)]


def _fechamento(mes: Mes, closing: Closing, who: str) -> Fechamento:
    return Fechamento(
        clinica=mes.clinica,
        portal=mes.portal,
        competencia=mes.competencia.iso,
        fechado=closing.closed,
        texto=closing.text,
        achados=tuple(finding.text for finding in closing.gate.findings),
        hash=closing.gate.hash,
        aprovado_por=who,
    )


def _told(work: Work) -> tuple[tuple[str, ...], Demonstrativo | SemRetorno]:
    """What the portal answered; and, where billing is final at once, where it has each conta now, into the ledger."""
    answer = work.portal.fetch_return(work.mes.competencia)
    return (*track_files(work), *track_contas(work)), answer


def fetch_month(desk: Desk, mes: Mes) -> tuple[str, ...]:
    """The month's return into the ledger; a warning when the portal has none yet."""
    phase = desk.progress.start(f"Buscando o retorno de {mes.clinica} em {mes.portal}")
    with phase:
        unread, answer = desk.working(mes, _told)
    if isinstance(answer, SemRetorno):
        again = write_data(desk.office.today(desk.clock()) + _RETURN_AGAIN)
        return (*unread, f"o portal ainda não tem o retorno ({answer.text}); tente de novo a partir de {again}")
    entries = desk.ledger.entries
    seen = {proof.name for proof in desk.ledger.trail.proofs(mes)}
    reminders = [lembrete.texto for lembrete in answer.lembretes if lembrete.prova not in seen]
    done = desk.ledger.returns.import_(
        mes, of_the_month(answer, entries.of(mes), on_the_portal(entries.elsewhere(mes)))
    )
    missing = f"; não estão mais nele: {', '.join(done.dropped)}" if done.dropped else ""
    changed = f"{done.withdrawn} linhas do retorno anterior foram trocadas pela operadora{missing}"
    return (*unread, *((changed,) if done.withdrawn else ()), *answer.avisos, *reminders)
