"""The arbiter: what became of entries whose answer was lost is read from the portal, never guessed, never re-sent."""

from dataclasses import dataclass

from agent.model.answer import Outcome, Refused, Unknown
from agent.model.entry import Entry, State
from agent.model.errors import ReportUntrusted
from agent.model.registro import Movimento, Registro
from agent.runner.compare import Comparison, compare
from agent.runner.work import Work


@dataclass(frozen=True, slots=True)
class Settled:
    """The reading everything was decided on, and what it said once nothing uncertain and no surplus of ours is left."""

    registro: Registro
    snapshot_id: int
    comparison: Comparison


def settle(work: Work, *, in_doubt: bool = False, remove: bool = True) -> Settled:
    """Resolve every uncertain entry by the portal's own record, and remove rows that our attempts made too many.

    Waits the settle time when something is uncertain (or the caller is `in_doubt` of more than entries), reads until
    two trusted readings agree, decides, removes one surplus row at a time and reads again. A row that the portal
    refuses to give back stays in the comparison's surplus, with a problem for a person. Without `remove` nothing on the
    portal changes. Raises ReportUntrusted when the portal's record does not come to rest.
    """
    unrest, asked = 0, dict[str, Outcome]()
    while unrest < work.pace.readings:
        registro, snapshot_id = _read(work, in_doubt)
        comparison = compare_now(work, registro)
        if comparison.missing and comparison.absent:
            # A record that lacks a row confirmed before may be an old one: it proves no absence.
            in_doubt = True
            unrest += 1
            work.wait(work.pace.gap)
            continue
        _decide(work, comparison, snapshot_id)
        row = _removable(work, registro, comparison) if remove else None
        if row is None or _left_to_a_person(work, row, asked.get(row.movimento)):
            return Settled(registro, snapshot_id, compare_now(work, registro))
        unrest += row.movimento in asked
        asked[row.movimento] = _remove(work, row)
        # A row refused may be gone already, in a reading that was old: only readings that agree say that it stands.
        in_doubt = in_doubt or isinstance(asked[row.movimento], Refused)
    raise ReportUntrusted(
        "o registro do portal não se estabilizou",
        where=f"{work.portal.name}, {work.mes.competencia}",
        do="Confira o relatório do portal e rode o comando de novo; nada é enviado enquanto ele não estiver estável.",
    )


def compare_now(work: Work, registro: Registro) -> Comparison:
    """`registro` against the ledger as it stands."""
    elsewhere = work.ledger.entries.elsewhere(work.mes)
    return compare(registro, work.entries(), elsewhere=elsewhere, owned=work.owned)


def adopt(work: Work, settled: Settled) -> tuple[Entry, ...]:
    """Book entries that stand on the portal though this ledger did not send them; they are not sent again.

    One that stands under the number of a launched row, which is gone, is that row altered: it takes its place.
    """
    altered = {entry.movimento: entry for entry in settled.comparison.missing if entry.movimento}
    for found in settled.comparison.adoptable:
        before = altered.get(found.movimento.movimento)
        if before is None:
            work.ledger.attempts.adopt(work.lease, found.entry, found.movimento, settled.snapshot_id)
        elif before.state is State.LANCADA:
            work.ledger.attempts.exchange(work.lease, before, found.entry, found.movimento, settled.snapshot_id)
    work.ledger.records.foreign_now(work.mes, settled.comparison.foreign, settled.snapshot_id)
    return tuple(found.entry for found in settled.comparison.adoptable)


def _read(work: Work, in_doubt: bool) -> tuple[Registro, int]:
    """One trusted reading when nothing is in doubt, else two that agree after the settle time."""
    in_doubt = in_doubt or bool(work.entries(State.INCERTA)) or work.ledger.attempts.in_doubt(work.mes)
    if in_doubt:
        _wait_out(work)
    previous: Registro | None = None
    for number in range(work.pace.readings):
        if number:
            work.wait(work.pace.gap)
        registro = work.portal.observe(work.mes.competencia)
        snapshot_id = work.ledger.records.save(work.mes, registro)
        if not registro.trusted:
            previous = None
        elif not in_doubt or (previous is not None and registro.agrees_with(previous)):
            return registro, snapshot_id
        else:
            previous = registro
    raise ReportUntrusted(
        f"em {work.pace.readings} leituras, o relatório do portal não fechou com os totais dele ou mudou a cada vez",
        where=f"{work.portal.name}, {work.mes.competencia}",
        do="Nada foi enviado. Confira o relatório no portal e rode o comando de novo.",
    )


def _wait_out(work: Work) -> None:
    """Let a late commit land: the settle time counts from the last lost answer, or from now when that is unknown.

    Counted on a clock that is never set: a computer's time that jumps ahead must not cut the wait short.
    """
    since = work.last_doubt or work.clock()
    rest = since + work.pace.settle - work.clock()
    if rest.total_seconds() > 0:
        work.wait(rest)


def _decide(work: Work, comparison: Comparison, snapshot_id: int) -> None:
    for found in comparison.found:
        work.ledger.attempts.settle_found(work.lease, found.entry, found.movimento, snapshot_id)
    for entry in comparison.absent:
        work.ledger.attempts.settle_absent(work.lease, entry, snapshot_id)


def _removable(work: Work, registro: Registro, comparison: Comparison) -> Movimento | None:
    """The newest row that is ours and too many. A closed month gives none back: there it is for a person."""
    if not comparison.surplus or registro.fechado or not work.portal.capabilities.removes_rows:
        return None
    return comparison.surplus[-1]


def _remove(work: Work, row: Movimento) -> Outcome:
    """Delete it under an intent of its own."""
    work.ledger.leases.check(work.lease)
    removal = work.ledger.attempts.open_removal(work.lease, work.mes, row, _why(row))
    outcome = work.portal.remove(work.mes.competencia, row)
    work.ledger.attempts.close_removal(removal, outcome)
    if isinstance(outcome, Unknown):
        work.doubt()
    return outcome


def _left_to_a_person(work: Work, row: Movimento, outcome: Outcome | None) -> bool:
    """Whether the portal refused to delete a row that stands there still: then a problem says so."""
    if not isinstance(outcome, Refused):
        return False
    text = f"o portal não excluiu uma linha nossa a mais ({row.movimento}, {_why(row)}): {outcome.text}"
    work.ledger.problems.open(work.mes, "exclusao_recusada", text, ref=row.movimento)
    return True


def _why(row: Movimento) -> str:
    return "linha a mais de uma resposta perdida" if row.finalizado else "linha não finalizada"
