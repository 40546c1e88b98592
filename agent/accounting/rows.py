"""Pure: entries and return lines as rows of the accountant's pack."""

from agent.ledger.returns import ReturnLine
from agent.model.demonstrativo import LinhaRetorno
from agent.model.lancamento import Lancamento
from spreadsheets.writing.pack.report import Item, Retorno
from spreadsheets.writing.report import GroupKey


def item_of(key: GroupKey, asked: Lancamento | LinhaRetorno, profissional: str = "") -> Item:
    """The service that a row of either side speaks of."""
    return Item(
        key=key,
        autorizacao=asked.numero_autorizacao,
        codigo=asked.codigo_procedimento,
        data=asked.data,
        quantidade=asked.quantidade,
        dente=asked.dente,
        faces=asked.faces,
        profissional=profissional,
    )


def returned_row(key: GroupKey, line: ReturnLine, situacao: str, prova: str) -> Retorno:
    """A line of a return; `prova` names the file it was read from."""
    asked = line.linha
    return Retorno(
        id=line.id,
        item=item_of(key, asked),
        linha=asked.linha,
        situacao=situacao,
        informado=asked.valor_informado,
        liberado=asked.valor_liberado,
        glosado=asked.valor_glosa,
        motivo=asked.motivo,
        movimento=asked.movimento,
        protocolo=asked.protocolo,
        prova=prova,
    )
