"""faturista auditar: the proof that the ledger is what was written."""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Annotated

import typer
from rich.table import Table

from agent.accounting.auditing import Known, audit_office, known_on, sign_months
from agent.cli.exit_code import ExitCode
from agent.cli.look import add_row, plain_table
from agent.cli.options import Clinicas, Json, Pasta, Portais
from agent.cli.person import who
from agent.cli.scope import open_office, read_competencia, read_portal, scope_of
from agent.cli.terminal import Terminal
from agent.config.office import Office
from agent.ledger.audit import Audit
from agent.model.competencia import Competencia
from agent.model.data import read_data
from agent.model.errors import InputError
from agent.model.point import utc_now
from agent.model.valor import write_valor

DETAILS = """Confere o livro inteiro: a corrente dos eventos (e diz qual foi o primeiro alterado), as situações e os
valores refeitos a partir dos eventos, as somas, as linhas do retorno e os arquivos de evidência. Nenhum
portal é aberto. Com --competencia, dá como auditados os meses fechados dela, se tudo conferir. Com --em,
mostra o que o livro sabia no fim daquele dia; --competencia, --clinica e --portal dizem de que meses."""

_AMOUNTS = {
    "Informado": "informado",
    "Liberado": "liberado",
    "Glosado": "glosado",
    "Em recurso": "em_recurso",
    "Pendente": "pendente",
    "Diferença": "diferenca",
    "Perda": "perda",
}


def auditar(
    *,
    ancora: Annotated[
        list[str] | None,
        typer.Option("--ancora", metavar="RESUMO", help="Um resumo impresso ou guardado fora daqui; pode repetir."),
    ] = None,
    em: Annotated[
        str | None, typer.Option("--em", metavar="DD/MM/AAAA", help="Mostra o que se sabia no fim deste dia.")
    ] = None,
    competencia: Annotated[
        str | None,
        typer.Option("--competencia", metavar="MM/AAAA", help="Dá como auditados os meses fechados; com --em, só ela."),
    ] = None,
    clinica: Clinicas = None,
    portal: Portais = None,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Audit the office's ledger."""
    terminal = Terminal(as_json=json)
    office = open_office(pasta)
    if em is not None:
        month = read_competencia(competencia) if competencia else None
        wanted = _Wanted(month, clinica or (), [read_portal(name) for name in portal or ()])
        known = wanted.of(known_on(office, read_day(em, "--em")), office)
        shown = _known_table(em, known) if known else f"No fim de {em} o livro não sabia de nenhum mês assim."
        terminal.answer({"em": em, "meses": [asdict(k) for k in known]}, shown)
        return ExitCode.DONE
    audit = audit_office(office, utc_now(), [read_anchor(text) for text in ancora or ()])
    signed = []
    if competencia is not None and audit.intact:
        scope = scope_of(pasta, competencia, clinica, portal)
        signed = sign_months(office, scope.competencia, scope.pairs, audit.anchor, who())
    body = {**asdict(audit), "intacto": audit.intact, "auditados": signed}
    terminal.answer(body, *_shown(audit), *(f"Auditado: {name}" for name in signed))
    return ExitCode.DONE if audit.intact else ExitCode.INPUT


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Which months are to be shown; every one where nothing is said. A clinic is handed no other's."""

    competencia: Competencia | None
    clinicas: Sequence[str]
    portais: Sequence[str]

    def of(self, known: Sequence[Known], office: Office) -> list[Known]:
        """Those. Raises SetupError for a clinic that neither the settings nor the ledger have."""
        for slug in set(self.clinicas) - {k.clinica for k in known}:
            office.clinica(slug)
        return [k for k in known if self._has(k)]

    def _has(self, month: Known) -> bool:
        return (
            (self.competencia is None or month.competencia == self.competencia.iso)
            and (not self.clinicas or month.clinica in self.clinicas)
            and (not self.portais or month.portal in self.portais)
        )


def _shown(audit: Audit) -> list[str]:
    seen = (
        f"{audit.events} eventos, {audit.entries} lançamentos, {audit.lines} linhas do retorno,"
        f" {audit.evidence} evidências."
    )
    notes = [f"Atenção: {note}" for note in audit.notes]
    if audit.intact:
        return [f"Tudo confere: {seen}", *notes, f"Resumo da corrente (guarde fora daqui): {audit.anchor}"]
    first = [f"Primeiro evento alterado: {audit.first_altered}."] if audit.first_altered else []
    return [
        f"NÃO CONFERE: {seen}",
        *first,
        *(f"  - {finding.where}: {finding.text}" for finding in audit.findings),
        *notes,
        "O que fazer: não lance nem feche nada. Guarde a pasta como está e compare com a última cópia boa"
        " (faturista copia --conferir).",
    ]


def _known_table(em: str, known: Sequence[Known]) -> Table:
    table = plain_table(f"O que se sabia em {em}", ("Clínica", "Portal", "Mês", "Situação"), tuple(_AMOUNTS))
    for k in known:
        values = (write_valor(getattr(k, name)) for name in _AMOUNTS.values())
        add_row(table, k.clinica, k.portal, str(Competencia.read(k.competencia)), k.situacao, *values)
    return table


def read_anchor(text: str) -> str:
    """A hash as it was printed, whatever its case. Raises InputError for what is no whole one."""
    bare = text.strip().lower()
    if re.fullmatch(r"[0-9a-f]{64}", bare):
        return bare
    raise InputError(
        f'"{text[:80]}" não é um resumo.',
        where="--ancora",
        do="Um resumo tem 64 letras e algarismos, de 0 a 9 e de a a f: copie-o inteiro.",
    )


def read_day(text: str, option: str) -> date:
    """DD/MM/AAAA from the command line. Raises InputError."""
    try:
        return read_data(text)
    except ValueError as error:
        raise InputError(f"{error}.", where=option) from None
