"""faturista migrar: the office's ledger from its file to a PostgreSQL server, proved on both sides."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from agent.cli.exit_code import ExitCode
from agent.cli.options import Json, Pasta
from agent.cli.scope import open_office
from agent.cli.terminal import Terminal
from agent.config.banco import VARIABLE, checked, shown
from agent.config.office import MOVED, Office
from agent.ledger.anchors import Anchors
from agent.ledger.store import need_postgres
from agent.model.errors import InputError, SetupError
from agent.model.point import utc_now

if TYPE_CHECKING:
    from agent.ledger.moving import Move

DETAILS = """Pare antes o servir e o painel. O destino é um banco PostgreSQL vazio (createdb faturista), do endereço em
FATURISTA_BANCO ou em --para. Tudo é copiado e conferido dos dois lados, linha por linha, com a corrente e as somas;
só então o arquivo do livro muda de nome e fica guardado como estava. Se algo não confere, nada muda."""


def migrar(
    *,
    para: Annotated[
        str | None,
        typer.Option(
            "--para", metavar="ENDERECO", help="postgresql://usuario@servidor/faturista; a senha fica em ~/.pgpass."
        ),
    ] = None,
    pasta: Pasta = None,
    json: Json = False,
) -> int:
    """Move the ledger."""
    terminal = Terminal(as_json=json)
    office = open_office(pasta)
    url = _target(para) or office.banco
    if not url:
        raise SetupError(
            "falta o endereço do banco PostgreSQL para onde mudar.",
            where=VARIABLE,
            do="Indique-o com --para, ou na variável, como postgresql://usuario@servidor/faturista",
        )
    _refuse_moved(office)
    now = utc_now()
    with terminal.progress().start(f"Copiando o livro para {shown(url)}, e conferindo"):
        move = _move(office, url, f"{now:%Y%m%d-%H%M%S}")
    Anchors.beside(office.diario).keep(now, move.events, move.anchor)
    terminal.answer(
        {**asdict(move), "para": shown(url)},
        f"Livro mudado e conferido: {move.rows} linhas de {move.tables} tabelas, {move.events} eventos; os dois lados"
        " são iguais, com a corrente e as somas.",
        f"O arquivo de antes ficou, como estava, em {move.aside}",
        *_afterwards(office, url),
    )
    return ExitCode.DONE


def _move(office: Office, url: str, stamp: str) -> "Move":
    need_postgres()
    from agent.ledger.moving import move_to_server  # noqa: PLC0415 - only who has psycopg

    return move_to_server(office.livro, url, office.livro.with_name(f"{office.livro.name}{MOVED}{stamp}"))


def _refuse_moved(office: Office) -> None:
    if office.livro_mudado is not None and not office.livro.exists():
        raise SetupError(
            "o livro deste escritório já foi mudado.",
            where=str(office.livro_mudado),
            do="Para trazer uma cópia a um banco novo: faturista copia --restaurar ARQUIVO",
        )


def _afterwards(office: Office, url: str) -> list[str]:
    """What the person does next; an address that the variable gave holds its password and is not shown."""
    if office.settings.escritorio.banco:
        return ["O endereço já está no faturista.toml. Agora rode: faturista doutor"]
    return [
        f"Agora, em cada computador: defina {VARIABLE} com o endereço de {shown(url)} (sem senha, ele também pode ficar"
        " em banco, na seção [escritorio] do faturista.toml), e rode: faturista doutor",
    ]


def _target(para: str | None) -> str:
    if para is None:
        return ""
    try:
        return checked(para)
    except ValueError as error:
        raise InputError(f"{error}.", where="--para", do="Outros veem o que se escreve na linha de comando.") from None
