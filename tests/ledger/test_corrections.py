"""A launched entry is changed, or taken off the portal: the money follows, and what was written stays written."""

from dataclasses import replace
from datetime import date

import pytest

from agent.ledger.audit import Audit
from agent.model.answer import Confirmed
from agent.model.entry import Entry, State
from agent.model.errors import LeaseLost, Moved
from agent.model.lancamento import Lancamento
from tests.ledger.office import Office, lancamento, movimento, recibo


def launched(office: Office) -> Entry:
    (entry,) = office.launched(*office.entries(1))
    return entry


def asked(**more: object) -> Lancamento:
    return lancamento(1, **{"valor_informado": 7000, "quantidade": 2, "codigo_conselho": "5615", **more})


def removed(office: Office, entry: Entry) -> int:
    """The entry's row deleted by us, and a reading without it."""
    removal = office.ledger.attempts.open_removal(office.lease, office.mes, movimento(entry), "excluída a pedido")
    office.ledger.attempts.close_removal(removal, Confirmed("Registro excluído com sucesso."))
    return office.read()


def whole(office: Office) -> bool:
    audit: Audit = office.ledger.auditor.audit()
    return audit.intact and not office.violated()


def test_a_corrected_entry_holds_what_the_sheet_says_now_and_its_money_adds_up(office: Office) -> None:
    entry = launched(office)
    office.ledger.attempts.open_correction(office.lease, entry, asked(), "Ana")
    office.ledger.attempts.corrected(office.lease, entry, asked(), 7000)
    now = office.now(entry)
    assert (now.state, now.valor_lancado, now.movimento, now.lancamento.quantidade) == (
        State.LANCADA,
        7000,
        entry.movimento,
        2,
    )
    assert office.ledger.returns.balances(office.mes)[entry.id].pendente == 7000
    assert whole(office)


def test_a_correction_that_had_no_effect_changes_nothing(office: Office) -> None:
    entry = launched(office)
    office.ledger.attempts.open_correction(office.lease, entry, asked(), "Ana")
    office.ledger.attempts.not_corrected(entry, "o portal recusou")
    assert (office.now(entry), whole(office)) == (entry, True)


def test_the_draft_that_a_correction_may_leave_is_ours(office: Office) -> None:
    entry = launched(office)
    before = office.ledger.attempts.count_of(
        office.mes, entry.lancamento.numero_autorizacao, "", "", "", None, draft=True
    )
    office.ledger.attempts.open_correction(office.lease, entry, asked(), "Ana")
    after = office.ledger.attempts.count_of(
        office.mes, entry.lancamento.numero_autorizacao, "", "", "", None, draft=True
    )
    assert (before, after) == (1, 2)


def test_the_draft_that_correcting_an_adopted_row_leaves_is_ours_and_somebody_elses_is_not(office: Office) -> None:
    (entry,) = office.entries(1)
    office.ledger.attempts.adopt(office.lease, entry, movimento(entry), office.read(movimento(entry)))
    number = entry.lancamento.numero_autorizacao

    def explained() -> int:
        return office.ledger.attempts.count_of(office.mes, number, "", "", "", None, draft=True)

    before = explained()
    office.ledger.attempts.open_correction(office.lease, office.now(entry), asked(), "Ana")
    assert (before, explained()) == (1, 2)


def test_a_withdrawn_entry_owes_nothing_and_waits_for_its_sheet_to_change(office: Office) -> None:
    entry = launched(office)
    snapshot = removed(office, entry)
    office.ledger.attempts.withdraw(office.lease, entry, "excluída do portal: lançada em dobro", snapshot, who="Ana")
    now = office.now(entry)
    assert (now.state, now.motivo, now.movimento, now.valor_lancado) == (
        State.RECUSADA,
        "excluída do portal: lançada em dobro",
        "",
        None,
    )
    assert whole(office)


def test_a_withdrawn_entry_can_be_sent_again_once_its_sheet_changed(office: Office) -> None:
    entry = launched(office)
    snapshot = removed(office, entry)
    office.ledger.attempts.withdraw(office.lease, entry, "excluída do portal", snapshot, who="Ana")
    office.import_(asked())
    office.launched(office.now(entry))
    now = office.now(entry)
    assert (now.state, now.valor_lancado, whole(office)) == (State.LANCADA, 7000, True)


def test_an_entry_that_no_sheet_holds_leaves_for_good(office: Office) -> None:
    entry = launched(office)
    office.import_()
    snapshot = removed(office, entry)
    office.ledger.attempts.withdraw(office.lease, entry, "excluída do portal", snapshot, who="Ana")
    assert (office.now(entry).state, whole(office)) == (State.CANCELADA, True)


def test_a_row_that_became_another_entry_is_booked_as_that_one_and_taken_back_from_the_first(office: Office) -> None:
    entry = launched(office)
    became = asked(data=date(2026, 10, 9))
    office.import_(became)
    (other,) = (e for e in office.ledger.entries.of(office.mes) if e.id != entry.id)
    unasked = office.ledger.entries.unasked(office.mes)
    row = replace(movimento(entry), data=became.data, valor=7000, quantidade=2)
    snapshot = office.read(row)
    office.ledger.attempts.exchange(office.lease, entry, other, row, snapshot)
    gone, now = office.now(entry), office.now(other)
    assert [e.id for e in unasked] == [entry.id]
    assert (gone.state, gone.motivo, gone.movimento, gone.valor_lancado) == (
        State.CANCELADA,
        f"alterada no portal: a linha agora é {became.codigo_procedimento} de 09/10/2026",
        "",
        None,
    )
    assert (now.state, now.movimento, now.valor_lancado) == (State.LANCADA, entry.movimento, 7000)
    assert (office.ledger.returns.balances(office.mes)[other.id].pendente, whole(office)) == (7000, True)


def test_a_row_is_not_taken_by_an_entry_that_may_be_on_its_way(office: Office) -> None:
    entry = launched(office)
    office.import_(asked(data=date(2026, 10, 9)))
    (other,) = (e for e in office.ledger.entries.of(office.mes) if e.id != entry.id)
    (doubtful,) = office.uncertain(other)
    with pytest.raises(Moved):
        office.ledger.attempts.exchange(office.lease, entry, doubtful, movimento(entry), office.read())
    assert (office.now(entry), whole(office)) == (entry, True)


def test_nothing_is_changed_in_a_closed_month(office: Office) -> None:
    entry = launched(office)
    office.closed()
    with pytest.raises(Moved) as stopped:
        office.ledger.attempts.open_correction(office.lease, entry, asked(), "Ana")
    assert str(stopped.value) == ("ipasem: o mês 10/2026 não está aberto. Reabra o mês antes; nada foi mudado.")


def test_only_what_was_launched_is_corrected(office: Office) -> None:
    (entry,) = office.entries(1)
    with pytest.raises(Moved):
        office.ledger.attempts.open_correction(office.lease, entry, asked(), "Ana")
    assert recibo(entry).movimento == f"m{entry.id}"


def test_a_lost_lease_changes_nothing(office: Office) -> None:
    entry = launched(office)
    office.ledger.leases.release(office.lease)
    office.ledger.leases.take(office.lease.portal, office.lease.account, "outra", office.lease.ttl)
    with pytest.raises(LeaseLost):
        office.ledger.attempts.open_correction(office.lease, entry, asked(), "Ana")
