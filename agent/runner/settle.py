"""The arbiter: what became of entries whose answer was lost is read from the portal, never guessed, never re-sent."""

from dataclasses import dataclass

from agent.model.answer import Confirmed
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
    two trusted readings agree, decides, removes one surplus row at a time and reads again. Without `remove` nothing on
    the portal changes. Raises ReportUntrusted when the portal's record does not come to rest.
    """
    for _ in range(work.pace.readings):
        registro, snapshot_id = _read(work, in_doubt)
        comparison = compare_now(work, registro)
        if comparison.missing and comparison.absent:
            # A record that lacks a row confirmed before may be an old one: it proves no absence.
            in_doubt = True
            work.wait(work.pace.gap)
            continue
        _decide(work, comparison, snapshot_id)
        if not (remove and _remove_surplus(work, registro, comparison)):
            return Settled(registro, snapshot_id, compare_now(work, registro))
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
    """Book entries that stand on the portal though this ledger did not send them; they are not sent again."""
    for found in settled.comparison.adoptable:
        work.ledger.attempts.adopt(work.lease, found.entry, found.movimento, settled.snapshot_id)
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
    """Let a late commit land: the settle time counts from the last lost answer, or from now when that is unknown."""
    since = work.last_doubt or work.clock()
    rest = since + work.pace.settle - work.clock()
    if rest.total_seconds() > 0:
        work.wait(rest)


def _decide(work: Work, comparison: Comparison, snapshot_id: int) -> None:
    for found in comparison.found:
        work.ledger.attempts.settle_found(work.lease, found.entry, found.movimento, snapshot_id)
    for entry in comparison.absent:
        work.ledger.attempts.settle_absent(work.lease, entry, snapshot_id)


def _remove_surplus(work: Work, registro: Registro, comparison: Comparison) -> bool:
    """Delete the newest row that is ours and too many, under an intent of its own; True when the record changed.

    A closed month gives no row back: what is too many there is for a person.
    """
    if not comparison.surplus or registro.fechado or not work.portal.capabilities.removes_rows:
        return False
    work.ledger.leases.check(work.lease)
    row: Movimento = comparison.surplus[-1]
    why = "linha não finalizada" if not row.finalizado else "linha a mais de uma resposta perdida"
    removal = work.ledger.attempts.open_removal(work.lease, work.mes, row, why)
    outcome = work.portal.remove(work.mes.competencia, row)
    work.ledger.attempts.close_removal(removal, outcome)
    if not isinstance(outcome, Confirmed):
        work.doubt()
    return True
