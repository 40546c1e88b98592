"""What the office keeps: settings that can run, passwords that open, a ledger that is sound, copies that are fresh."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from agent.accounting.opening import open_books
from agent.checkup.exam import Finding, Grade
from agent.config.office import Office
from agent.ledger.copying import check_copy, damage, way_back
from agent.ledger.evidence_files import EvidenceFiles
from agent.ledger.opening import has_ledger, place_of, refuse_moved
from agent.ledger.unsound import kept_of, refuse_gone
from agent.model.errors import LedgerError
from agent.model.point import Clock
from agent.vault.vault import Vault

_OLD_COPY = timedelta(days=2)


def settings(office: Office) -> Iterator[Finding]:
    """The file was read whole before; what is right and still will not do."""
    example = [
        name for name, p in office.settings.portais.items() if (urlsplit(p.endereco).hostname or "").endswith("exemplo")
    ]
    if example:
        do = "Escreva o endereço verdadeiro, como aparece no navegador."
        yield Finding("configuração", Grade.RUIM, f"{', '.join(example)}: o endereço ainda é o do exemplo", do)
    logins = [(c, str(p)) for c, clinica in office.settings.clinicas.items() for p in clinica.acessos]
    without = [f"{clinica} em {portal}" for clinica, portal in logins if office.agenda(clinica, portal) is None]
    if without:
        do = 'Para o faturista trabalhar sozinho ali, escreva a seção "agenda" do portal.'
        yield Finding("configuração", Grade.AVISO, f"sem agenda: {', '.join(without)}", do)
    clinicas = len(office.settings.clinicas)
    yield Finding("configuração", Grade.BOM, f"{_so_many(clinicas, 'clínica')}, {_so_many(len(logins), 'acesso')}")


def vault(office: Office, vault: Vault) -> Iterator[Finding]:
    """Every password is there and opens; so does every session."""
    logins = [(c, str(p)) for c, clinica in office.settings.clinicas.items() for p in clinica.acessos]
    missing = [pair for pair in logins if not vault.holds_password(*pair)]
    for clinica, portal in missing:
        do = f"Guarde-a com: faturista senha {clinica} {portal}"
        yield Finding("cofre", Grade.RUIM, f"falta a senha de {clinica} em {portal}", do)
    sessions = sum(vault.session(*pair) is not None for pair in logins)
    kept = f"abrem: {_so_many(len(logins) - len(missing), 'senha')} ({vault.place})"
    held = "1 sessão guardada" if sessions == 1 else f"{sessions} sessões guardadas"
    yield Finding("cofre", Grade.BOM, f"{kept}, {held}")


def _so_many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def ledger(office: Office) -> Iterator[Finding]:
    """The ledger answers, its file is whole, its chain unbroken. Raises the LedgerError and SetupError families."""
    if not office.banco:
        refuse_moved(office)
    refuse_gone(office)
    if not has_ledger(office):
        yield Finding("livro", Grade.BOM, "ainda não há livro; o primeiro comando o cria")
        return
    if not office.banco and (broken := damage(office.livro)):
        yield Finding("livro", Grade.RUIM, broken[0], way_back(office.copias, kept_of(office)))
        return
    with open_books(office) as books:
        chain = books.checks.verify_chain()
    if not chain.intact:
        do = "Não lance nem feche nada. Rode: faturista auditar"
        yield Finding("livro", Grade.RUIM, chain.problems[0], do)
        return
    where = f", em {place_of(office)}" if office.banco else ""
    yield Finding("livro", Grade.BOM, f"inteiro, {chain.events} eventos{where}")


def evidence(files: EvidenceFiles) -> Iterator[Finding]:
    """The newest pieces open with the key that is here, and none lies open. Raises the LedgerError family."""
    for newest in filter(None, (files.newest("html.gz"), files.newest("jpeg"))):
        files.read(*newest)
    if older := files.older():
        do = "Rode: faturista evidencia --lacrar"
        yield Finding("provas", Grade.AVISO, f"{len(older)} evidências estão sem cifra na pasta", do)
    else:
        yield Finding("provas", Grade.BOM, "as últimas abrem; todas estão cifradas")


def copies(office: Office, clock: Clock) -> Iterator[Finding]:
    """A copy of the ledger that is not old and leads back."""
    if not has_ledger(office):
        return
    files = sorted(office.copias.glob("livro-*.sqlite3"), key=lambda file: file.stat().st_mtime)
    newest = files[-1].stat().st_mtime if files else 0.0
    if files and (wrong := _wrong(office, files[-1])):
        do = "Veja quais servem: faturista copia --conferir"
        yield Finding("cópias", Grade.RUIM, f"a última cópia, {files[-1].name}, não serve: {wrong}", do)
    elif clock().timestamp() - newest > _OLD_COPY.total_seconds():
        seen = "a última cópia do livro tem mais de dois dias" if files else "ainda não há cópia do livro"
        yield Finding("cópias", Grade.AVISO, seen, "Rode todos os dias: faturista copia --para OUTRO_DISCO")
    else:
        yield Finding("cópias", Grade.BOM, f"{len(files)} cópias, a última é recente")


def _wrong(office: Office, file: Path) -> str:
    """Why a copy will not do; "" when it does."""
    try:
        check_copy(file, kept_of(office))
    except LedgerError as error:
        return error.what
    return ""
