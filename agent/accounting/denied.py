"""Pure: what was refused of an entry and what became of it, as a row of the accountant's pack."""

from collections.abc import Sequence
from datetime import date

from agent.accounting.denials import denial_words
from agent.ledger.appeals import Appeal
from agent.model.glosa import denial_code
from agent.model.match import JudgedEntry
from spreadsheets.writing.pack.report import Conta, Glosa


def denied_of(conta: Conta, judged: JudgedEntry | None, appeals: Sequence[Appeal], prazo: date | None) -> Glosa | None:
    """The row of an entry of which anything was ever refused, None of any other. `prazo`: until when to appeal."""
    if not (conta.glosado or conta.em_recurso or conta.perda or appeals or _first_glosa(judged)):
        return None
    under_way = [appeal for appeal in appeals if appeal.state in ("rascunho", "enviado")]
    last = next(reversed(under_way or appeals), None)  # one of old may be under way again: what was done was a mistake
    code = denial_code(conta.motivo)
    return Glosa(
        conta_id=conta.id,
        motivo=conta.motivo,
        codigo=code,
        descricao=denial_words(code),
        inicial=_first_glosa(judged),
        glosado=conta.glosado,
        em_recurso=conta.em_recurso,
        recuperado=max(0, _first_glosa(judged) - conta.glosado - conta.em_recurso - conta.perda),
        perda=conta.perda,
        recurso=last.state if last else "",
        protocolo=last.protocolo if last else "",
        prazo=prazo,
    )


def _first_glosa(judged: JudgedEntry | None) -> int:
    """What was refused, before anything of it came back: answers, and what was taken back later."""
    return sum(m.glosa for m in judged.matches if m.glosa > 0) if judged else 0
