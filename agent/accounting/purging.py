"""What evidence and people the policy no longer keeps, and their purge: approved, recorded, ended by a rerun."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from agent.config.evidencias import Evidencias, read_hold
from agent.config.office import Office
from agent.ledger.evidence_files import EvidenceFiles
from agent.ledger.months import Mes
from agent.ledger.purging import Piece, Purge
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.errors import InputError, LedgerError
from agent.vault.private_file import write_private

_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Due:
    """What would go: `screens` and `reports`; `held` is how many would but for a hold.

    `people`: months whose people would be forgotten, with how many they are.
    """

    screens: tuple[Piece, ...]
    reports: tuple[Piece, ...]
    held: int
    people: tuple[tuple[Mes, int], ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Both."""
        return (*self.screens, *self.reports)

    @property
    def code(self) -> str:
        """What a person types to approve; another list has another one."""
        names = [*(p.sha256 for p in self.pieces), *(f"{mes.id}:{count}" for mes, count in self.people)]
        return hashlib.sha256("".join(sorted(names)).encode()).hexdigest()[:8]

    def __bool__(self) -> bool:
        return bool(self.pieces or self.people)


@dataclass(frozen=True, slots=True)
class Purged:
    """How many files went, how many people were forgotten, and where the certificates of the files are."""

    files: int
    certificates: tuple[Path, ...]
    people: int = 0


def due(policy: Evidencias, pieces: Sequence[Piece], months: Mapping[int, Mes], now: datetime) -> Due:
    """Pure: the pieces whose every use is older than its kind is kept for, without those of a held month."""
    old = [piece for piece in pieces if _is_old(piece, policy, now)]
    free = [piece for piece in old if not _is_held(piece, policy, months)]
    reports = tuple(piece for piece in free if any(use.report for use in piece.uses))
    screens = tuple(piece for piece in free if not any(use.report for use in piece.uses))
    return Due(screens, reports, len(old) - len(free))


def due_in(office: Office, ledger: Ledger, now: datetime) -> Due:
    """What the office's policy no longer keeps and is still in its folder."""
    months = {mes.id: mes for mes in ledger.months.all()}
    files = _files(ledger)
    there = [piece for piece in ledger.purges.pieces() if files.there(piece.sha256, piece.kind)]
    policy = office.settings.evidencias
    return replace(due(policy, there, months, now), people=tuple(_forgettable(policy, ledger, months, now)))


def purge(office: Office, ledger: Ledger, now: datetime, *, code: str, who: str) -> Purged:
    """Purge exactly the list that `code` is of, after ending what a dead process began.

    Raises InputError when the list is another one by now: nothing of it went.
    """
    wanted = due_in(office, ledger, now)
    if code != wanted.code:
        raise InputError(
            "a lista do expurgo não é a que foi mostrada.", where="--aprovar", do="Veja a lista de agora e aprove-a."
        )
    finished = finish(office, ledger, who)
    people = sum(ledger.entries.forget_people(mes) for mes, _ in wanted.people)
    why = policy_text(office.settings.evidencias)
    certificates = list(finished.certificates)
    names = [(piece.sha256, piece.kind) for piece in wanted.pieces]
    for start in range(0, len(names), _AT_ONCE):
        begun = ledger.purges.intend(names[start : start + _AT_ONCE], why, who)
        certificates.append(_end(office, ledger, begun, who))
    return Purged(finished.files + len(names), tuple(certificates), people)


def finish(office: Office, ledger: Ledger, who: str) -> Purged:
    """End every purge that was begun: its files go, its certificate is written, its end is recorded."""
    begun = ledger.purges.unfinished()
    return Purged(sum(len(each.pieces) for each in begun), tuple(_end(office, ledger, each, who) for each in begun))


def policy_text(policy: Evidencias) -> str:
    """The policy in a sentence (pt-BR)."""
    held = f"; guardados: {', '.join(policy.guardar)}" if policy.guardar else ""
    names = f", nomes dos beneficiários {policy.pessoas_meses} meses" if policy.pessoas_meses else ""
    return f"telas {policy.telas_meses} meses, retornos e relatórios {policy.relatorios_meses} meses{names}{held}"


def _end(office: Office, ledger: Ledger, begun: Purge, who: str) -> Path:
    copies = EvidenceFiles(office.copias / "evidencias")
    for sha256, kind in begun.pieces:
        for files in (_files(ledger), copies):
            files.remove(sha256, kind)
    path, text = _certificate(office, begun)
    write_private(path, text)
    ledger.purges.done(begun, hashlib.sha256(text).hexdigest(), who)
    return path


def _certificate(office: Office, begun: Purge) -> tuple[Path, bytes]:
    """The same bytes whenever it is written: a purge that is finished later says what it said when it began."""
    at = datetime.fromisoformat(begun.at).astimezone(ZoneInfo(office.settings.escritorio.fuso))
    lines = [
        "CERTIFICADO DE EXPURGO DE EVIDÊNCIAS",
        "",
        f"Escritório: {office.settings.escritorio.nome}",
        f"Data: {at:%d/%m/%Y %H:%M} ({office.settings.escritorio.fuso})",
        f"Aprovado por: {begun.who}",
        f"Política: {begun.why}",
        f"Arquivos eliminados: {len(begun.pieces)}",
        f"Registro no livro: evento {begun.number}, resumo {begun.hash}",
        "",
        "Foram eliminados da pasta evidencias e da pasta copias do escritório. Cópias feitas em outros lugares",
        "(faturista copia --para, cópias do disco) não são alcançadas: elimine-as também.",
        "",
        "SHA-256 e tipo de cada arquivo:",
        *(f"{sha256}  {kind}" for sha256, kind in begun.pieces),
        "",
    ]
    return office.saida / f"expurgo-{at:%Y%m%d-%H%M%S}-{begun.number}.txt", "\n".join(lines).encode()


def _files(ledger: Ledger) -> EvidenceFiles:
    if ledger.evidence.files is None:
        raise LedgerError("este livro não guarda arquivos de evidência")
    return ledger.evidence.files


def _forgettable(
    policy: Evidencias, ledger: Ledger, months: Mapping[int, Mes], now: datetime
) -> Iterator[tuple[Mes, int]]:
    """The months whose people the office no longer wants to know, and does not hold."""
    if not policy.pessoas_meses:
        return
    oldest = Competencia(now.year, now.month).plus(-policy.pessoas_meses)
    holds = [read_hold(text) for text in policy.guardar]
    for number, count in ledger.entries.people().items():
        mes = months[number]
        if mes.competencia < oldest and not any(_holds(hold, mes) for hold in holds):
            yield mes, count


def _is_old(piece: Piece, policy: Evidencias, now: datetime) -> bool:
    if not piece.uses:
        return piece.taken_at < _before(now, policy.telas_meses)
    limits = {True: _before(now, policy.relatorios_meses), False: _before(now, policy.telas_meses)}
    return all(use.at < limits[use.report] for use in piece.uses)


def _is_held(piece: Piece, policy: Evidencias, months: Mapping[int, Mes]) -> bool:
    """What nobody knows the month of is held by any hold."""
    holds = [read_hold(text) for text in policy.guardar]
    if not piece.uses:
        return bool(holds)
    return any(_holds(hold, months[use.mes_id]) for hold in holds for use in piece.uses)


def _holds(hold: tuple[str, str], mes: Mes) -> bool:
    clinica, month = hold
    return clinica in ("", mes.clinica) and month in ("", mes.competencia.iso)


def _before(now: datetime, months: int) -> str:
    """The day so many months ago, as a text that sorts with the ledger's times."""
    then = Competencia(now.year, now.month).plus(-months)
    return f"{then.iso}-{now.day:02d}"
