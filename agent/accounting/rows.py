"""Pure: entries and return lines as rows of the accountant's pack."""

from datetime import datetime
from zoneinfo import ZoneInfo

from agent.ledger.returns import ReturnLine
from agent.ledger.trail import Proof
from agent.model.demonstrativo import LinhaRetorno
from agent.model.lancamento import Lancamento
from spreadsheets.writing.pack.report import Item, Prova, Retorno
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


def returned_row(key: GroupKey, line: ReturnLine, situacao: str, prova: str, *, de_fora: bool) -> Retorno:
    """A line of a return; `prova` names the file it was read from, `de_fora` that its month was not asked for."""
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
        de_fora=de_fora,
    )


def proof_row(key: GroupKey, proof: Proof, fuso: ZoneInfo) -> Prova:
    """A file that proves something of a month, seen when the office's clock showed it."""
    em = datetime.fromisoformat(proof.taken_at).astimezone(fuso).replace(tzinfo=None)
    return Prova(key, proof.of, proof.sha256, proof.kind, proof.name, proof.bytes, em)
