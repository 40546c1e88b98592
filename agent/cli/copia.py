"""faturista copia: copies of the ledger, made while it is in use, and the way back from one."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from agent.cli.exit_code import ExitCode
from agent.cli.options import Json, Pasta
from agent.cli.person import who
from agent.cli.scope import open_office, refuse_file
from agent.cli.terminal import Terminal
from agent.config.office import Office
from agent.ledger.anchors import Anchor, Anchors
from agent.ledger.copying import Copy, check_copy, copy_evidence, keep_copy, make_copy, restore
from agent.ledger.opening import place_of
from agent.ledger.store import need_postgres
from agent.ledger.unsound import kept_of, refuse_damaged, refuse_gone
from agent.model.counted import counted
from agent.model.errors import InputError, LedgerError
from agent.model.point import utc_now

DETAILS = """Copia o livro e as evidências novas para a pasta copias, mesmo com outro comando em andamento, e
prova a cópia antes de dizer que está feita. Com --restaurar, põe uma cópia no lugar do livro (o livro de
agora fica guardado ao lado); o diário de intenções continua valendo: o que foi enviado depois da cópia é
procurado no portal antes de qualquer lançamento."""


def copia(
    *,
    para: Annotated[
        Path | None, typer.Option("--para", metavar="PASTA", help="Onde guardar; a pasta copias, sem ela.")
    ] = None,
    conferir: Annotated[bool, typer.Option("--conferir", help="Só prova as cópias que já existem.")] = False,
    restaurar: Annotated[
        Path | None, typer.Option("--restaurar", metavar="ARQUIVO", help="Volta a esta cópia.")
    ] = None,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Copy, prove or restore the office's ledger."""
    terminal = Terminal(as_json=json)
    office = open_office(pasta)
    folder = refuse_file(para, "--para") or office.copias
    if restaurar is not None:
        return _restore(terminal, office, _found(restaurar, folder))
    if conferir:
        return _check(terminal, office, folder)
    copy = _copied(office, folder)
    Anchors.beside(office.diario).keep(utc_now(), copy.events, copy.anchor)
    evidence = copy_evidence(office.evidencias, folder / "evidencias")
    told = f"{evidence} evidências novas copiadas." if evidence else "Nenhuma evidência nova."
    terminal.answer({**asdict(copy), "evidencias": evidence}, f"Cópia feita e conferida: {copy.file}", told)
    return ExitCode.DONE


def _copied(office: Office, folder: Path) -> Copy:
    """The ledger is not opened as other commands open it: who copies before an update wants it as it was."""
    refuse_gone(office)
    kept = kept_of(office)
    if office.banco:
        need_postgres()
        from agent.ledger.moving import copy_to_file  # noqa: PLC0415 - only who has psycopg

        return keep_copy(partial(copy_to_file, office.banco), folder, utc_now(), kept)
    try:
        return make_copy(office.livro, folder, utc_now(), kept)
    except LedgerError:
        refuse_damaged(office)
        raise


@dataclass(frozen=True, slots=True)
class _Checked:
    """A copy that was proved again: the copy, None when it will not do; what is to be said of it."""

    file: Path
    copy: Copy | None
    told: str

    def facts(self) -> dict[str, object]:
        facts = asdict(self.copy) if self.copy else {"file": str(self.file)}
        return {**facts, "serve": self.copy is not None, "dito": self.told}


def _check(terminal: Terminal, office: Office, folder: Path) -> int:
    kept = kept_of(office)
    checked = [_checked(file, kept) for file in sorted(folder.glob("livro-*.sqlite3"))]
    bad = sum(each.copy is None for each in checked)
    good = counted(len(checked) - bad, "cópia boa", "cópias boas")
    if not checked:
        end = f"Nenhuma cópia do livro em {folder}. Faça uma: faturista copia"
    elif bad:
        end = f"{good}; {counted(bad, 'não serve', 'não servem')} para restaurar."
    else:
        end = counted(len(checked), "cópia, boa.", "cópias, todas boas.")
    lines = (f"{each.file.name}: {each.told}" for each in checked)
    terminal.answer({"copias": [each.facts() for each in checked]}, *lines, end)
    if bad:
        return ExitCode.INPUT
    return ExitCode.DONE if checked else ExitCode.PERSON


def _checked(file: Path, kept: Sequence[Anchor]) -> _Checked:
    try:
        copy = check_copy(file, kept)
    except LedgerError as error:
        return _Checked(file, None, f"NÃO SERVE: {error.what}")
    return _Checked(file, copy, f"{_held(copy)}{_behind(copy, kept)}")


def _behind(copy: Copy, kept: Sequence[Anchor]) -> str:
    """How far a copy lies behind the newest kept hash; "" when it does not."""
    lacks = kept[-1].events - copy.events if kept else 0
    return f"; tem {counted(lacks, 'evento', 'eventos')} a menos que o último resumo guardado" if lacks > 0 else ""


def _put_back(office: Office, file: Path) -> str:
    """Where the ledger of before is now; "" where there was none."""
    if not office.banco:
        return str(restore(file, office.livro, utc_now()) or "")
    need_postgres()
    from agent.ledger.moving import restore_to_server  # noqa: PLC0415 - only who has psycopg

    schema = restore_to_server(file, office.banco, utc_now())
    return f"{place_of(office)}, esquema {schema}" if schema else ""


def _restore(terminal: Terminal, office: Office, file: Path) -> int:
    copy = check_copy(file, kept_of(office))
    aside = _put_back(office, file)
    kept_beside = Anchors.beside(office.diario)
    back = kept_beside.note_restore(utc_now(), copy.events, copy.anchor, who=who(), copy=file.name)
    kept = f"O livro de antes ficou em {aside}." if aside else "Não havia livro."
    after = "Agora rode: faturista auditar, e depois planejar cada mês em andamento."
    beyond = counted(len(back.beyond), "resumo guardado", "resumos guardados")
    lost = [f"O que veio depois da cópia não está mais no livro: {beyond} desde então."] if back.beyond else []
    body = {"restaurado": str(file), "antes": aside, "alem": list(back.beyond)}
    terminal.answer(body, f"O livro voltou a {file.name}.", kept, *lost, after)
    return ExitCode.DONE


def _found(file: Path, folder: Path) -> Path:
    """The file as typed, or of that name among the copies."""
    for place in (file, folder / file):
        if place.is_file():
            return place
    raise InputError(f'a cópia "{file}" não existe.', where="--restaurar", do=f"Veja as que há em {folder}.")


def _held(copy: Copy) -> str:
    return f"{counted(copy.events, 'evento', 'eventos')}, resumo {copy.anchor[:12]}…"
