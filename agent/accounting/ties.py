"""Pure: which return lines answer an entry, as rows of the accountant's pack."""

from collections.abc import Iterator

from agent.model.match import JudgedEntry, Match, Pass
from spreadsheets.writing.pack.report import Conta, Ligacao

PASSES = {
    Pass.MOVIMENTO: "número do movimento",
    Pass.CHAVE: "chave completa",
    Pass.SEM_DENTE: "chave sem dente ou faces",
    Pass.VARIOS_EM_UMA: "vários em uma linha",
    Pass.UM_EM_VARIAS: "um em várias linhas",
    Pass.TABELA: "valor recalculado",
    Pass.DATA_PROXIMA: "data próxima",
    Pass.ITEM: "autorização e código",
    Pass.OUTRO_CODIGO: "outro código",
    Pass.COMPLEMENTO: "pagamento complementar",
    Pass.ESTORNO: "estorno",
    Pass.PESSOA: "decisão de pessoa",
    Pass.OUTRA_AUTORIZACAO: "autorização parecida",
    Pass.NOME: "nome do beneficiário, só um indício",
}


def ties_of(conta: Conta, judged: JudgedEntry | None) -> Iterator[Ligacao]:
    """What was matched to the entry, and then what is only proposed."""
    if judged is not None:
        yield from (_ligacao(conta, match, proposta=False) for match in judged.matches)
        yield from (_ligacao(conta, match, proposta=True) for match in judged.proposals)


def _ligacao(conta: Conta, match: Match, *, proposta: bool) -> Ligacao:
    return Ligacao(
        conta.id,
        match.line_id,
        PASSES[match.pass_no],
        match.confidence,
        match.allocated,
        match.liberado,
        match.glosa,
        match.why,
        proposta,
    )
