"""Pure: what the portal gave for each guia of one protocolo, from its list of contas or, failing that, from ours."""

from collections.abc import Mapping, Sequence

from agent.model.answer import Confirmed, Recibo, Unknown
from agent.model.lancamento import Lancamento
from agent.model.valor import Centavos
from portals.solus.outcome import Billed
from portals.solus.reading import Conta

Ready = Sequence[Lancamento]
Listed = Mapping[str, Centavos | None]


def by_contas(billed: Billed, ready: Ready, contas: Sequence[Conta], listed: Listed) -> Confirmed | Unknown:
    """Confirmed, with conta and value, for the guias that stand in the protocolo.

    Unknown where the record holds anything else than the portal said: in the protocolo a guia of nobody's, one twice,
    one that was refused, or not one that was billed; or one of ours in another protocolo too (a post sent twice).
    """
    sent = {lancamento.numero_autorizacao for lancamento in ready}
    mine = [conta for conta in contas if conta.protocolo == billed.protocolo]
    if not mine:
        return without_contas(billed, ready, listed, "ainda não aparece na lista")
    elsewhere = sorted({c.protocolo for c in contas if c.guia in sent and c.protocolo != billed.protocolo})
    if elsewhere:
        return Unknown(f"guias do protocolo {billed.protocolo} estão também em {', '.join(elsewhere)}")
    expected = sent - billed.left_out
    if sorted(conta.guia for conta in mine) != sorted(expected):
        return Unknown(f"o protocolo {billed.protocolo} tem {len(mine)} contas, e não as {len(expected)} faturadas")
    found = {conta.guia: conta for conta in mine}
    return Confirmed(
        billed.text,
        tuple(
            Recibo(lancamento, found[guia].numero, found[guia].informado, billed.protocolo)
            for lancamento in ready
            if (guia := lancamento.numero_autorizacao) in found
        ),
    )


def by_items(billed: Billed, ready: Ready, contas: Sequence[Conta]) -> Confirmed | Unknown:
    """Confirmed, with conta and value, where the protocolo holds exactly the entries that were sent, one conta each.

    Unknown otherwise: a conta too few or too many, another code, day or quantity, or one of ours elsewhere too.
    """
    left = [conta for conta in contas if conta.protocolo == billed.protocolo]
    others = [conta for conta in contas if conta.protocolo != billed.protocolo]
    elsewhere = sorted({c.protocolo for c in others if any(_answers(c, lancamento) for lancamento in ready)})
    if elsewhere:
        return Unknown(f"o que foi enviado no protocolo {billed.protocolo} está também em {', '.join(elsewhere)}")
    recibos = []
    for lancamento in ready:
        mine = next((conta for conta in left if _answers(conta, lancamento)), None)
        if mine is None:
            guia, code = lancamento.numero_autorizacao, lancamento.codigo_procedimento
            return Unknown(f"o protocolo {billed.protocolo} não mostra a guia {guia} com o código {code}")
        left.remove(mine)
        recibos.append(Recibo(lancamento, mine.numero, mine.informado, billed.protocolo))
    if left:
        return Unknown(f"o protocolo {billed.protocolo} tem {len(left)} contas a mais do que foi enviado")
    return Confirmed(billed.text, tuple(recibos))


def _answers(conta: Conta, lancamento: Lancamento) -> bool:
    return (conta.guia, conta.codigo, conta.data, conta.quantidade) == (
        lancamento.numero_autorizacao,
        lancamento.codigo_procedimento,
        lancamento.data,
        lancamento.quantidade,
    )


def without_contas(billed: Billed, ready: Ready, listed: Listed, why: str) -> Confirmed | Unknown:
    """What can be said when the protocolo could not be read: the value is the authorised list's, by guia.

    Unknown, with `why`, where a value is not known or the portal left guias out.
    """
    values = [(lancamento, listed.get(lancamento.numero_autorizacao)) for lancamento in ready]
    if billed.left_out or any(valor is None for _, valor in values):
        return Unknown(f"o portal deu o protocolo {billed.protocolo}, mas ele não pôde ser lido ({why})")
    return Confirmed(
        billed.text,
        tuple(Recibo(lancamento, "", valor, billed.protocolo) for lancamento, valor in values if valor is not None),
    )
