"""faturista procurar: the entries that a number is about."""

from collections.abc import Sequence
from typing import Annotated

import typer
from rich.table import Table

from agent.accounting.looking_up import Located, look_up
from agent.accounting.opening import open_books
from agent.cli.exit_code import ExitCode
from agent.cli.look import add_row, plain_table
from agent.cli.options import Json, Pasta
from agent.cli.scope import open_office
from agent.cli.terminal import Terminal
from agent.model.data import write_data
from agent.model.valor import write_valor
from spreadsheets.writing.words import STATES

DETAILS = """O número pode ser de uma autorização (guia), de um protocolo, de uma conta, ou de um lote: o da operadora
ou o nosso, de um arquivo XML. Procura em todas as clínicas e em todos os meses. "No portal" é o que a operadora dizia
quando foi lida pela última vez. Nenhum portal é aberto e nenhum paciente é nomeado."""

_WORDS = ("Clínica", "Portal", "Mês", "Autorização", "Código", "Data", "Situação", "Protocolo", "Lote", "Conta")


def procurar(
    *,
    numero: Annotated[str, typer.Argument(metavar="NÚMERO", help="De autorização, protocolo, lote ou conta.")],
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Look a number up in the ledger."""
    terminal = Terminal(as_json=json)
    with open_books(open_office(pasta)) as ledger:
        found = look_up(ledger, numero.strip())
    shown = _table(numero, found) if found else f'O livro não tem nenhum lançamento com o número "{numero}".'
    terminal.answer({"numero": numero, "lancamentos": [_json(each) for each in found]}, shown)
    return ExitCode.DONE


def _table(numero: str, found: Sequence[Located]) -> Table:
    table = plain_table(f"Com o número {numero}", (*_WORDS, "No portal"), ("Valor (R$)",))
    for each in found:
        asked = each.entry.lancamento
        add_row(
            table,
            *(asked.clinica, asked.portal, str(asked.competencia), asked.numero_autorizacao),
            *(asked.codigo_procedimento, write_data(asked.data), STATES[each.entry.state]),
            *(each.entry.protocolo, each.lote, each.entry.movimento, each.no_portal),
            write_valor(_valor(each) or 0),
        )
    return table


def _json(each: Located) -> dict[str, object]:
    asked = each.entry.lancamento
    return {
        "clinica": asked.clinica,
        "portal": asked.portal,
        "competencia": asked.competencia.iso,
        "autorizacao": asked.numero_autorizacao,
        "codigo": asked.codigo_procedimento,
        "data": asked.data.isoformat(),
        "situacao": each.entry.state.value,
        "protocolo": each.entry.protocolo,
        "lote": each.lote,
        "conta": each.entry.movimento,
        "no_portal": each.no_portal,
        "valor": _valor(each),
    }


def _valor(each: Located) -> int | None:
    held = each.entry.valor_lancado
    return each.entry.lancamento.valor_informado if held is None else held
