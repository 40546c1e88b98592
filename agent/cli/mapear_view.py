"""A mapping as it is proposed: each column, what it was taken for, why and how sure; rows as they would be read."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType

from agent.cli.look import add_row, plain_table
from agent.model.lancamento import Lancamento
from agent.model.valor import write_valor
from spreadsheets.proposing.answers import choices
from spreadsheets.reading.leitura import Leitura, Pergunta, TabelaEntendida


def show_mapping(leitura: Leitura, examples: int) -> Iterator[RenderableType]:
    """A table of columns for each table of the file, then the first entries."""
    for table in leitura.colunas:
        yield _columns(table)
    if leitura.lancamentos:
        yield _examples(leitura.lancamentos[:examples])
    if leitura.rejeitadas:
        rows = leitura.linhas_rejeitadas
        waits = "1 linha espera" if rows == 1 else f"{rows} linhas esperam"
        yield f"{waits} correção: faturista conferir mostra quais."


def show_question(pergunta: Pergunta) -> str:
    """The question as it is asked on the terminal, with its numbered answers."""
    place = f"[aba {pergunta.aba}] " if pergunta.aba else ""
    options = "".join(f"\n  {number}. {option}" for number, option in enumerate(choices(pergunta), start=1))
    return f"{place}{pergunta.texto}{options}\n> "


def _columns(table: TabelaEntendida) -> RenderableType:
    title = f"{table.aba or 'Planilha'}: {table.portal or 'convênio?'}, {table.competencia or 'mês?'}"
    shown = plain_table(title, ("Coluna", "Título", "É", "Por quê"), ("Confiança",))
    for c in table.colunas:
        add_row(shown, c.letra, c.titulo, c.campo or "-", c.motivo, f"{c.confianca} %" if c.campo else "")
    return shown


def _examples(entries: Sequence[Lancamento]) -> RenderableType:
    columns = ("Linha", "Autorização", "Data", "Paciente", "Código", "Qtd", "Dente e faces")
    shown = plain_table("Assim seriam lidas", columns, ("Valor (R$)",))
    for e in entries:
        valor = write_valor(e.valor_informado) if e.valor_informado is not None else ""
        add_row(
            shown,
            *(str(e.origem), e.numero_autorizacao, f"{e.data:%d/%m/%Y}", e.beneficiario, e.codigo_procedimento),
            *(str(e.quantidade), f"{e.dente} {e.faces}".strip(), valor),
        )
    return shown
