"""One month that does all that a ledger can: for tests of every point where a process may die, and of what is kept."""

from datetime import date, timedelta

from agent.ledger.evidence import Of
from agent.ledger.leases import Lease
from agent.ledger.months import Mes
from agent.ledger.problems import Charge, Doubt, Ended
from agent.ledger.sharing import Shared
from agent.ledger.store import Ledger
from agent.model.answer import Blocked, Confirmed, Refused, Unknown
from agent.model.arquivo import Arquivo
from agent.model.demonstrativo import Deducao
from agent.model.entry import Entry, State
from agent.model.registro import Evidence
from tests.ledger.by_itself import work_by_itself
from tests.ledger.office import (
    ACCOUNT,
    CLINICA,
    OUTUBRO,
    PORTAL,
    confirmed,
    demonstrativo,
    lancamento,
    linha,
    match,
    movimento,
    registro,
    rejected,
)

HASH = "a" * 64


def live(ledger: Ledger) -> Mes:
    """A month from the first sheet to the accountant, with everything that can go wrong on the way."""
    mes = ledger.months.open(CLINICA, PORTAL, ACCOUNT, OUTUBRO)
    lease = ledger.leases.take(PORTAL, ACCOUNT, "teste", timedelta(hours=1))
    _import(ledger, mes)
    entries = ledger.entries.of(mes, State.PENDENTE)
    ledger.plans.save(mes, "{}", HASH)
    ledger.plans.approve(mes, "lancar", HASH, "Ana")
    _launch(ledger, lease, entries)
    _recover(ledger, lease, entries[4])
    _settle(ledger, mes, lease, entries)
    _remove(ledger, mes, lease, entries[0])
    _correct(ledger, mes, lease, entries)
    _close(ledger, mes, lease)
    _reopen(ledger, mes, lease)
    _return(ledger, mes, entries[0])
    ledger.entries.forget_people(mes)
    ledger.sharing.given(Shared("Convênio", "auditoria", "sorriso, ipasem, 10/2026", "c" * 64, 8), [mes.id], "Ana")
    ledger.purges.done(ledger.purges.intend([("a" * 64, "png")], "telas 24 meses", "Ana"), "b" * 64, "Ana")
    ledger.leases.release(ledger.leases.heartbeat(lease))
    work_by_itself(ledger)
    return mes


def _import(ledger: Ledger, mes: Mes) -> None:
    sheet = [lancamento(n, observacao=f"Observação {n} sobre a paciente") for n in range(1, 9)]
    ledger.entries.import_(
        mes, sheet, arquivo="outubro.xlsx", sha256="", lidas=9, rejeitadas=[rejected(9)], ignoradas=1
    )
    ledger.months.bump(mes)


def _launch(ledger: Ledger, lease: Lease, entries: list[Entry]) -> None:
    attempts = ledger.attempts
    attempts.confirm(attempts.open(lease, entries[:1]), confirmed(entries[0]))
    attempts.confirm(attempts.open(lease, entries[1:3]), confirmed(entries[1]))
    attempts.uncertain(attempts.open(lease, entries[3:4]), "sem resposta sobre Beltrana Inventada 4")
    attempts.release(attempts.open(lease, entries[5:6]), "a tela não abriu")
    refused = Refused("Beltrana Inventada 7 não tem direito")
    attempts.reject(attempts.open(lease, entries[6:7]), [Blocked(entries[6].lancamento, refused)])
    attempts.open(lease, entries[4:5])


def _recover(ledger: Ledger, lease: Lease, entry: Entry) -> None:
    ledger.attempts.recover(lease)
    fact = next(f for f in ledger.journal.facts() if f["entries"][0]["numero_autorizacao"] == _number(entry))
    ledger.journal.append({**fact, "id": "e" * 32})
    ledger.attempts.recover(lease)


def _settle(ledger: Ledger, mes: Mes, lease: Lease, entries: list[Entry]) -> None:
    rows = [movimento(entries[n]) for n in (0, 1, 2, 5, 6, 7)]
    snapshot = ledger.records.save(mes, registro(rows))
    ledger.evidence.add(Of(mes.id, (entries[0].id,), "parada"), Evidence("png", "tela", b"tela"))
    ledger.attempts.settle_found(lease, ledger.entries.get(entries[2].id), rows[2], snapshot)
    for entry in (entries[3], entries[4]):
        ledger.attempts.settle_absent(lease, ledger.entries.get(entry.id), snapshot)
    for n in (5, 6, 7):
        ledger.attempts.adopt(lease, ledger.entries.get(entries[n].id), movimento(entries[n]), snapshot)
    number = ledger.records.foreign(mes, movimento(entries[0], movimento="m77"), snapshot)
    assert number is not None
    ledger.problems.close(number, "lançada pela recepção", who="Ana", accepted=True)
    for entry in (entries[3], entries[4]):
        ledger.attempts.confirm(ledger.attempts.open(lease, [ledger.entries.get(entry.id)]), confirmed(entry))


def _remove(ledger: Ledger, mes: Mes, lease: Lease, entry: Entry) -> None:
    for outcome in (Unknown("sem resposta"), Confirmed("Registro excluído")):
        removal = ledger.attempts.open_removal(lease, mes, movimento(entry, movimento="m88"), "a mais")
        ledger.attempts.close_removal(removal, outcome)
    for _ in range(2):
        ledger.records.save(mes, registro([movimento(entry)]))


def _correct(ledger: Ledger, mes: Mes, lease: Lease, entries: list[Entry]) -> None:
    """One entry changed at the second try, another taken off the portal, the row of a third now another entry's."""
    entry = ledger.entries.get(entries[6].id)
    asked = entry.lancamento.model_copy(update={"valor_informado": 7100})
    ledger.attempts.open_correction(lease, entry, asked, "Ana")
    ledger.attempts.not_corrected(entry, "sem resposta")
    ledger.attempts.open_correction(lease, entry, asked, "Ana")
    ledger.attempts.end_corrections(lease)
    ledger.attempts.open_correction(lease, entry, asked, "Ana")
    ledger.attempts.corrected(lease, entry, asked, 7100)
    ledger.attempts.reread(lease, ledger.entries.get(entry.id))
    gone = ledger.entries.get(entries[7].id)
    ledger.attempts.close_removal(
        ledger.attempts.open_removal(lease, mes, movimento(gone), "pedida"), Confirmed("Registro excluído")
    )
    snapshot = ledger.records.save(mes, registro([movimento(entry)]))
    ledger.attempts.withdraw(lease, gone, "excluída do portal", snapshot, who="Ana")
    before = ledger.entries.get(entries[5].id)
    ledger.entries.import_(mes, [lancamento(10)], arquivo="outra.xlsx", sha256="", lidas=1, rejeitadas=(), ignoradas=0)
    after = ledger.entries.of(mes)[-1]
    row = movimento(after, movimento=before.movimento)
    ledger.attempts.exchange(lease, before, after, row, ledger.records.save(mes, registro([row])))


def _close(ledger: Ledger, mes: Mes, lease: Lease) -> None:
    mes = ledger.months.get(mes.id)
    ledger.plans.approve(mes, "fechar", HASH, "Ana")
    for _ in range(2):
        ledger.months.begin_close(lease, mes, HASH)
        ledger.months.close_failed(mes, "há linhas vermelhas")
    ledger.months.begin_close(lease, mes, HASH)
    ledger.months.closed(mes, "Movimento fechado", None)


def _reopen(ledger: Ledger, mes: Mes, lease: Lease) -> None:
    mes = ledger.months.get(mes.id)
    ledger.plans.approve(mes, "reabrir", HASH, "Ana")
    ledger.months.begin_reopen(lease, mes, HASH)
    ledger.months.reopen_failed(mes, "sem permissão")
    ledger.months.begin_reopen(lease, mes, HASH)
    ledger.months.reopened(mes, "Movimento reaberto", None)
    ledger.months.begin_close(lease, mes, HASH)
    ledger.months.closed(mes, "Movimento fechado", None)
    ledger.months.reconciled(mes)
    ledger.signatures.audited(mes, ledger.checks.anchor(), "Ana")


def _return(ledger: Ledger, mes: Mes, entry: Entry) -> None:
    ledger.arquivos.seen(mes, [Arquivo("7", "P1", "55001", "Recebido")])
    for glosa in (500, 600):
        withheld = (Deducao("77", date(2026, 11, 10), "IRRF", "IRRF", -glosa),)
        line = linha(1, entry, liberado=6500 - glosa, glosa=glosa)
        ledger.returns.import_(mes, demonstrativo(line, deducoes=withheld))
        (kept,) = ledger.returns.lines(mes)
        ledger.returns.apply(mes, [match(entry, kept.id, liberado=6500 - glosa, glosa=glosa)])
        with ledger.agreement.about(CLINICA, PORTAL, edition="1", doubtful="linha_duvidosa") as agreed:
            seen = agreed.seen
        ledger.agreement.posting(CLINICA, PORTAL, seen).done("1")
    ledger.deciding.settle(kept.id, entry.id, adds=False, who="Ana", reason="conferido")
    ledger.deciding.think_again(kept.id, who="Ana")
    _doubt(ledger, mes, kept.id)
    first = ledger.appeals.draft(entry.id, 400, motivo="1801", justificativa="assinatura anexada")
    ledger.appeals.drop(first, "Ana")
    second = ledger.appeals.draft(entry.id, 400, motivo="1801", justificativa="assinatura anexada")
    ledger.appeals.send(second, date(2026, 11, 5), "R-1")
    ledger.appeals.answer(second, date(2026, 11, 20), 300)
    ledger.appeals.accept(entry.id, 100, who="Ana", reason="sem documento")
    ledger.appeals.take_up(entry.id, who="Ana", reason="era de outra")
    ledger.appeals.undo(second, was="respondido", who="Ana", reason="era de outra")
    ledger.appeals.undo(second, was="enviado", who="Ana", reason="não foi enviado")
    ledger.appeals.send(second, date(2026, 11, 5), "R-1")
    ledger.appeals.answer(second, date(2026, 11, 20), 300)
    ledger.appeals.accept(entry.id, 100, who="Ana", reason="sem documento")


def _doubt(ledger: Ledger, mes: Mes, line_id: int) -> None:
    """A line is doubtful, handed over and put off, and doubtful no more."""
    doubt = Doubt(mes.id, "linha_duvidosa", "linha 1 do retorno: havia 2 candidatos", line_id=line_id)
    for doubts in ([doubt], []):
        ledger.problems.keep(
            (CLINICA, PORTAL), [doubt.kind], doubts, lambda _row: Ended("Ana", "é dela"), Charge("Ana")
        )
        for problem in [p for p in ledger.problems.of(mes) if p.line_id == line_id]:
            ledger.problems.give(problem.id, who="Ana", reason="férias", owner="Bia", due=date(2026, 12, 1))


def _number(entry: Entry) -> str:
    return entry.lancamento.numero_autorizacao
