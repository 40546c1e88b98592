"""A spreadsheet as it was read: how many entries, and each row that waits for a correction, with cell and reason."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import RenderableType

from agent.cli.exit_code import ExitCode
from agent.cli.look import add_row, plain_table
from agent.model.lancamento import Lancamento
from agent.model.valor import write_valor
from spreadsheets.checking.previsao import Previsao
from spreadsheets.reading.leitura import Aviso, Leitura, LinhaIgnorada, LinhaRejeitada


def show_leitura(leitura: Leitura) -> Iterator[RenderableType]:
    """Counts by portal, month and kind; rows held back; rows passed over; warnings; questions."""
    yield f"{leitura.arquivo}: {_count(leitura)}"
    if leitura.lancamentos:
        yield _entries(leitura.lancamentos)
    if leitura.rejeitadas:
        yield _rejected(leitura.rejeitadas)
    if leitura.ignoradas:
        yield _passed_over(leitura.ignoradas)
    if leitura.avisos:
        yield _warnings(leitura.avisos)
    for pergunta in leitura.questions:
        options = f" Opções: {', '.join(pergunta.opcoes)}." if pergunta.opcoes else ""
        yield f"Pergunta{f' (aba {pergunta.aba})' if pergunta.aba else ''}: {pergunta.texto}{options}"


def show_previsoes(previsoes: Sequence[Previsao]) -> Iterator[RenderableType]:
    """The forecast of glosas, when there is any."""
    if not previsoes:
        return
    columns = ("Aba", "Célula", "Glosa", "O que se prevê", "O que fazer")
    table = plain_table("Previsão de glosas (nada foi retido)", columns)
    for p in previsoes:
        add_row(table, p.aba, p.celula or str(p.linha), p.glosa, p.motivo, p.faca)
    yield table


def leitura_code(leitura: Leitura) -> ExitCode:
    """Rows held back and questions wait for a person."""
    return ExitCode.PERSON if leitura.rejeitadas or leitura.questions else ExitCode.DONE


def _count(leitura: Leitura) -> str:
    counts = (
        (len(leitura.itens), "lançamento", "lançamentos"),
        (leitura.linhas_rejeitadas, "linha a corrigir", "linhas a corrigir"),
        (len(leitura.ignoradas), "linha sem atendimento", "linhas sem atendimento"),
    )
    return ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in counts) + "."


def _entries(entries: Sequence[Lancamento]) -> RenderableType:
    table = plain_table("Lançamentos", ("Portal", "Mês", "Tipo"), ("Quantos", "Valor (R$)", "Sem valor"))
    groups = Counter((e.portal, e.competencia, e.kind) for e in entries)
    for group, count in sorted(groups.items()):
        amounts = [e.valor_informado for e in entries if (e.portal, e.competencia, e.kind) == group]
        known = [amount for amount in amounts if amount is not None]
        portal, competencia, kind = group
        add_row(
            table, portal, str(competencia), kind, str(count), write_valor(sum(known)), str(count - len(known) or "")
        )
    return table


def _rejected(rows: Sequence[LinhaRejeitada]) -> RenderableType:
    table = plain_table("Linhas a corrigir na planilha", ("Aba", "Linha", "Célula", "Coluna", "O que se viu", "Motivo"))
    for r in rows:
        add_row(table, r.aba, str(r.linha), r.celula, r.coluna, r.visto, r.motivo)
    return table


def _passed_over(rows: Sequence[LinhaIgnorada]) -> RenderableType:
    table = plain_table("Linhas sem atendimento", ("Aba", "Linha", "O que se viu", "Por quê"))
    for i in rows:
        add_row(table, i.aba, str(i.linha), i.visto, i.motivo)
    return table


def _warnings(rows: Sequence[Aviso]) -> RenderableType:
    table = plain_table("Avisos (nada foi retido)", ("Aba", "Célula", "O que se viu", "Aviso"))
    for a in rows:
        add_row(table, a.aba, a.celula or (str(a.linha) if a.linha else ""), a.visto, a.motivo)
    return table
