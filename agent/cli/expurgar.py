"""faturista expurgar: what evidence the policy no longer keeps; approved, it goes, with a certificate."""

from collections import Counter
from collections.abc import Sequence
from typing import Annotated

import typer
from rich.table import Table

from agent.accounting.opening import open_books
from agent.accounting.purging import Due, Purged, due_in, finish, policy_text, purge
from agent.cli.exit_code import ExitCode
from agent.cli.look import add_row, plain_table
from agent.cli.options import Json, Pasta
from agent.cli.person import who
from agent.cli.scope import open_office
from agent.cli.terminal import Terminal
from agent.ledger.months import Mes
from agent.model.point import utc_now

DETAILS = """Mostra, sem apagar, o que passou do tempo de guarda da seção [evidencias] do faturista.toml: as evidências
e, com pessoas_meses, os nomes dos beneficiários no livro. Com --aprovar CODIGO (o que ele mostrou), elimina exatamente
aquilo, as evidências das pastas evidencias e copias com um certificado em saida, e registra tudo no livro: a auditoria
só aceita a falta do que um expurgo nomeia. Os valores e a história ficam. Se for interrompido: --terminar."""


def expurgar(
    *,
    aprovar: Annotated[
        str, typer.Option("--aprovar", metavar="CODIGO", help="Elimina a lista que tem este código.")
    ] = "",
    terminar: Annotated[bool, typer.Option("--terminar", help="Termina um expurgo interrompido.")] = False,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Show what would go, purge it, or end a purge that was cut off."""
    terminal = Terminal(as_json=json)
    office = open_office(pasta)
    with open_books(office) as ledger:
        if aprovar:
            return _told(terminal, purge(office, ledger, utc_now(), code=aprovar, who=who()))
        if terminar:
            return _told(terminal, finish(office, ledger, who()))
        found, cut_off = due_in(office, ledger, utc_now()), len(ledger.purges.unfinished())
    body = {
        "codigo": found.code if found else "",
        "telas": len(found.screens),
        "relatorios": len(found.reports),
        "bytes": sum(piece.bytes for piece in found.pieces),
        "pessoas": sum(count for _, count in found.people),
        "guardadas": found.held,
        "interrompidos": cut_off,
    }
    policy = f"Política: {policy_text(office.settings.evidencias)}."
    ending = ["Um expurgo foi interrompido: faturista expurgar --terminar"] if cut_off else []
    terminal.answer(body, policy, *_shown(found), *ending)
    return ExitCode.PERSON if found or cut_off else ExitCode.DONE


def _shown(found: Due) -> list[str | Table]:
    held = [f"{found.held} passaram do tempo e ficam: estão em guardar."] if found.held else []
    if not found:
        return ["Nada passou do tempo de guarda.", *held]
    table = plain_table("O que seria eliminado", ("Tipo", "Ano"), ("Quantos",))
    for what, pieces in (("telas", found.screens), ("retornos e relatórios", found.reports)):
        for year, count in sorted(Counter(piece.taken_at[:4] for piece in pieces).items()):
            add_row(table, what, year, str(count))
    for year, count in sorted(_by_year(found.people).items()):
        add_row(table, "nomes de beneficiários no livro", year, str(count))
    size = sum(piece.bytes for piece in found.pieces) / 1_000_000
    files = f"{len(found.pieces)} arquivos, {size:.1f} MB. ".replace(".", ",", 1) if found.pieces else ""
    told = f"{files}Nada foi apagado."
    return [table, *held, told, f"Para eliminar: faturista expurgar --aprovar {found.code}"]


def _by_year(people: Sequence[tuple[Mes, int]]) -> Counter[str]:
    years: Counter[str] = Counter()
    for mes, count in people:
        years[mes.competencia.iso[:4]] += count
    return years


def _told(terminal: Terminal, done: Purged) -> int:
    certificates = [str(path) for path in done.certificates]
    terminal.answer(
        {"eliminados": done.files, "pessoas": done.people, "certificados": certificates},
        *([f"{done.files} arquivos eliminados."] if done.files or not done.people else []),
        *([f"{done.people} nomes de beneficiários apagados do livro."] if done.people else []),
        *(f"Certificado: {path}" for path in certificates),
    )
    return ExitCode.DONE
