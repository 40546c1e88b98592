"""An audit of the office's ledger, with the hashes that are kept outside it; and what was known on an earlier day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from agent.accounting.opening import open_books
from agent.config.office import Office
from agent.ledger.anchors import Anchors, Restored
from agent.ledger.audit import Audit, Finding
from agent.ledger.store import Ledger
from agent.ledger.transaction import stamp
from agent.ledger.unsound import refuse_damaged, refuse_gone
from agent.model.competencia import Competencia
from agent.model.counted import counted
from agent.model.valor import Centavos
from agent.reconcile.edition import edition
from agent.runner.verdicts import judged_whole

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Known:
    """A month as it was known at a moment; amounts in centavos. `situacao` is the month's state for people."""

    clinica: str
    portal: str
    competencia: str
    situacao: str
    informado: Centavos
    liberado: Centavos
    glosado: Centavos
    em_recurso: Centavos
    pendente: Centavos
    diferenca: Centavos
    perda: Centavos


def audit_office(office: Office, now: datetime, anchors: Sequence[str] = ()) -> Audit:
    """Go over the whole ledger, against every hash that was kept in the journal's folder and those given.

    What was kept between a copy and the known return to it may be missing: each return is told in the notes, always.
    An intact ledger's last hash is kept for the next time. Raises LedgerError, with the way back, when the file itself
    is damaged or gone.
    """
    refuse_gone(office)
    refuse_damaged(office)
    kept = Anchors.beside(office.diario)
    given = tuple(dict.fromkeys((*kept.hashes(), *anchors)))
    with open_books(office, to_audit=True) as ledger:
        gone: dict[str, str] = {}
        notes = tuple(_told(ledger, restored, gone, office.settings.escritorio.fuso) for restored in kept.restores())
        audit = ledger.auditor.audit(anchor for anchor in given if len(anchor) == 64 and anchor not in gone)
        unlike = tuple(_unlike_the_rules(ledger)) if audit.intact else ()
    short = [anchor for anchor in given if len(anchor) != 64]
    odd = tuple(Finding("corrente", f'"{anchor}" não é um resumo de 64 letras e números') for anchor in short)
    audit = replace(audit, findings=(*audit.findings, *unlike, *odd), notes=notes)
    if audit.intact:
        kept.keep(now, audit.events, audit.anchor)
    return audit


def _told(ledger: Ledger, restored: Restored, gone: dict[str, str], zone: str) -> str:
    """A return to a copy, as the accountant reads it; what the ledger lacks since then is added to `gone`."""
    lacks = [hash_ for hash_ in restored.beyond if hash_ not in gone and not ledger.checks.knows(hash_)]
    gone.update(dict.fromkeys(lacks, restored.at))
    when = datetime.fromisoformat(restored.at).astimezone(ZoneInfo(zone))
    holds = f"{counted(restored.events, 'evento', 'eventos')}, resumo {restored.anchor[:12]}…"
    back = f"em {when:%d/%m/%Y %H:%M} o livro voltou à cópia {restored.copy} ({holds}), por {restored.who}"
    if not lacks:
        return f"{back}; nenhum resumo guardado ficou para trás"
    short = ", ".join(f"{hash_[:12]}…" for hash_ in lacks)
    kept = counted(len(lacks), "resumo guardado", "resumos guardados")
    return f"{back}; {kept} depois da cópia não {'está' if len(lacks) == 1 else 'estão'} mais no livro: {short}"


def _unlike_the_rules(ledger: Ledger) -> Iterator[Finding]:
    """Accounts that count as reconciled though the rules, asked about every row of theirs, say something else."""
    for clinica, portal in sorted({(mes.clinica, mes.portal) for mes in ledger.months.all()}):
        if ledger.agreement.is_posted(clinica, portal, edition()):
            for change in judged_whole(ledger, clinica, portal).changes:
                month = f"{clinica}, {portal}, {change.mes.competencia}"
                yield Finding("conciliação", f"{month}: o que foi lançado nas contas não é o que as regras dizem")


def sign_months(office: Office, competencia: Competencia, pairs: Pairs, anchor: str, who: str) -> list[str]:
    """The closed months of `pairs` are auditada from now on; gives their names (pt-BR), those not closed left out."""
    signed = []
    with open_books(office) as ledger:
        for clinica, portal in pairs:
            mes = ledger.months.find(clinica, portal, competencia)
            if mes is not None and mes.state in ("fechada", "conciliada"):
                ledger.signatures.audited(mes, anchor, who)
                signed.append(f"{clinica}, {portal}, {competencia}")
    return signed


def known_on(office: Office, day: date) -> list[Known]:
    """Every month as the ledger knew it at the end of `day`, by the office's clock."""
    with open_books(office) as ledger:
        return months_known(ledger, end_of(day, office.settings.escritorio.fuso))


def months_known(ledger: Ledger, at: str) -> list[Known]:
    """Every month as it was known at `at` (as the ledger stores times), oldest first; a month not yet opened is not."""
    told = ledger.auditor.history(at)
    known = []
    for mes in ledger.months.all():
        if mes.id not in told.months:
            continue
        saldos = ledger.returns.balances(mes, at=at).values()
        known.append(
            Known(
                *(mes.clinica, mes.portal, mes.competencia.iso, told.situation(mes.id)),
                informado=sum(s.informado for s in saldos),
                liberado=sum(s.liberado for s in saldos),
                glosado=sum(s.glosado for s in saldos),
                em_recurso=sum(s.em_recurso for s in saldos),
                pendente=sum(s.pendente for s in saldos),
                diferenca=sum(s.diferenca_tabela for s in saldos),
                perda=sum(s.perda for s in saldos),
            )
        )
    return known


def end_of(day: date, zone: str) -> str:
    """The last millisecond of a day in `zone`, as the ledger stores times."""
    midnight = datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone))
    return stamp(midnight - timedelta(milliseconds=1))
