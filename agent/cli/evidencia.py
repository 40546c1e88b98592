"""faturista evidencia: a piece of evidence written out for whoever must look at it; older ones sealed."""

import gzip
import zlib
from pathlib import Path
from typing import Annotated

import typer

from agent.accounting.opening import open_books
from agent.cli.exit_code import ExitCode
from agent.cli.options import Json, Pasta
from agent.cli.scope import open_office, refuse_file
from agent.cli.terminal import Terminal
from agent.ledger.evidence_files import EvidenceFiles
from agent.ledger.store import Ledger
from agent.model.errors import InputError
from agent.vault.private_file import write_private

DETAILS = """As evidências (telas, relatórios, retornos) ficam cifradas na pasta evidencias: mostram pacientes. Diga o
começo do resumo (SHA-256) de uma, como o painel, o pacote e a auditoria a nomeiam, ou "ultima": ela é conferida e
gravada aberta na pasta saida (ou em --para). Apague-a depois de olhar. --lote 12 grava o arquivo XML desse lote e, se
o portal o recusou, o e-mail pronto para o suporte. Com --lacrar, cifra as que uma versão anterior deixou abertas."""

NEWEST = "ultima"


def evidencia(
    *,
    resumo: Annotated[str, typer.Argument(metavar="RESUMO", help='O começo do SHA-256, ou "ultima".')] = "",
    para: Annotated[Path | None, typer.Option("--para", metavar="PASTA", help="Onde gravar.")] = None,
    lote: Annotated[str, typer.Option("--lote", metavar="NÚMERO", help="O arquivo XML deste lote.")] = "",
    clinica: Annotated[
        str, typer.Option("--clinica", metavar="CLINICA", help="De quem é o lote, se há outro com este número.")
    ] = "",
    lacrar: Annotated[bool, typer.Option("--lacrar", help="Cifra as que estão abertas.")] = False,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Write one out, or seal what is plain."""
    terminal = Terminal(as_json=json)
    office = open_office(pasta)
    folder = refuse_file(para, "--para") or office.saida
    with open_books(office) as ledger:
        files = ledger.evidence.files
        of_lote = _of_lote(ledger, lote, clinica) if lote else []
    assert files is not None
    if lacrar:
        sealed, left = files.seal_older(), len(files.older())
        told = [f"{sealed} evidências cifradas."] + ([f"{left} não são o que o nome diz: auditar."] if left else [])
        terminal.answer({"cifradas": sealed, "abertas": left}, *told)
        return ExitCode.PERSON if left else ExitCode.DONE
    for sha256, kind, name in of_lote or [_found(files, resumo)]:
        content = files.read(sha256, kind)
        path = folder / f"{name}.{kind.removesuffix('.gz')}"
        write_private(path, _unpacked(content) if kind.endswith(".gz") else content)
        do = "Ela mostra pacientes: apague-a depois de olhar."
        terminal.answer({"sha256": sha256, "arquivo": str(path)}, f"Confere com {sha256}.", f"Gravada em {path}", do)
    return ExitCode.DONE


def _of_lote(ledger: Ledger, lote: str, clinica: str) -> list[tuple[str, str, str]]:
    """(SHA-256, kind, file name) of one lote's file and of the e-mail about it. Raises InputError for none or many."""
    titles = (f"lote {lote}", f"lote {lote}, e-mail ao suporte")
    months = [mes for mes in ledger.months.all() if clinica in ("", mes.clinica)]
    found = {
        (mes.clinica, mes.portal, proof.sha256, proof.kind)
        for mes in months
        for proof in ledger.trail.proofs(mes)
        if proof.name in titles
    }
    whose = sorted({f"{who} em {portal}" for who, portal, _, _ in found})
    if len(whose) != 1:
        what = f"há o lote {lote} de {', '.join(whose)}" if whose else f"não há o lote {lote}"
        raise InputError(f"{what}.", where="--lote", do="Diga a clínica com --clinica; os números: faturista situacao")
    return sorted((sha256, kind, f"lote-{who}-{lote}") for who, _, sha256, kind in found)


def _found(files: EvidenceFiles, resumo: str) -> tuple[str, str, str]:
    """The one piece that it names: (SHA-256, kind, file name). Raises InputError for none and for several."""
    newest = [files.newest(kind) for kind in ("jpeg", "html.gz")] if resumo == NEWEST else []
    named = [each for each in files.names() if each[0].startswith(resumo.lower())] if resumo else []
    named = [each for each in newest if each is not None][:1] or named
    if len(named) == 1:
        sha256, kind = named[0]
        return sha256, kind, f"evidencia-{sha256[:12]}"
    what = f'há {len(named)} evidências que começam com "{resumo}"' if named else f'não há a evidência "{resumo}"'
    raise InputError(f"{what}.", where=str(files.folder), do='Diga mais letras do resumo, ou "ultima".')


def _unpacked(content: bytes) -> bytes:
    try:
        return gzip.decompress(content)
    except (OSError, EOFError, zlib.error):
        return content
