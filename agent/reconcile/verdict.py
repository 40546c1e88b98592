"""The one verdict of an entry and of a return line, and where each centavo of it stands."""

from collections.abc import Sequence

from agent.model.match import Corte, JudgedEntry, JudgedLine, LineVerdict, Match, Totals, Verdict
from agent.reconcile.rows import EntryView, LineView


def totals(entry: EntryView, matches: Sequence[Match]) -> Totals:
    """Without a match all is pending; with one nothing is, and what the insurer did not allocate is the difference."""
    informado = entry.valor_informado
    if not matches:
        return Totals(informado=informado, pendente=informado)
    return Totals(
        informado=informado,
        liberado=sum(match.liberado for match in matches),
        glosado=sum(match.glosa for match in matches),
        diferenca=informado - sum(match.allocated for match in matches),
    )


def verdict(money: Totals, *, answered: bool, proposed: bool) -> Verdict:
    """What the money says. A difference is never passed off as paid, nor a proposal as an answer."""
    if not answered:
        return Verdict.A_CONFERIR if proposed else Verdict.SEM_RETORNO
    if money.diferenca < 0 and money.liberado > money.informado:
        return Verdict.PAGA_A_MAIOR
    if money.diferenca:
        return Verdict.A_CONFERIR
    if not money.glosado:
        return Verdict.PAGA
    return Verdict.GLOSA_PARCIAL if money.liberado else Verdict.GLOSA


def judge_entry(
    entry: EntryView, matches: Sequence[Match], proposals: Sequence[Match], *, motivos: Sequence[str], unanswered: str
) -> JudgedEntry:
    """`motivos` are the insurer's words on the lines that answer it; `unanswered` is why, when no line does."""
    money = totals(entry, matches)
    return JudgedEntry(
        entry.id,
        verdict(money, answered=bool(matches), proposed=bool(proposals)),
        money,
        tuple(matches),
        tuple(proposals),
        motivo=_once(motivos),
        why=_once([match.why for match in (*matches, *proposals)]) or unanswered,
        corte=corte_of(entry, matches, money),
    )


def corte_of(entry: EntryView, matches: Sequence[Match], money: Totals) -> Corte | None:
    """How the entry was cut: estorno, item, whole units or price; None when nothing or all of it was refused."""
    if any(match.adjusts and match.liberado < 0 for match in matches) and money.glosado:
        return Corte.ESTORNO
    if not money.glosado or not money.liberado:
        return None
    answers = [match for match in matches if not match.adjusts]
    if len(answers) > 1 and any(match.liberado == 0 for match in answers):
        return Corte.ITEM
    unit, rest = divmod(entry.valor_informado, entry.quantidade)
    whole_units = entry.quantidade > 1 and unit > 0 and rest == 0 and money.glosado % unit == 0
    return Corte.QUANTIDADE if whole_units else Corte.PRECO


def judge_line(line: LineView, matches: Sequence[Match], proposals: Sequence[Match], *, strange: str) -> JudgedLine:
    """`strange` is why, when no entry explains the line."""
    ties = matches or proposals
    kind = LineVerdict.PROPOSTA if proposals else LineVerdict.ESTRANHA
    if matches:
        kind = LineVerdict.AJUSTE if all(match.adjusts for match in matches) else LineVerdict.CASADA
    return JudgedLine(
        line.id,
        kind,
        tuple(match.entry_id for match in ties),
        _once([match.why for match in ties]) or strange,
    )


def _once(texts: Sequence[str]) -> str:
    return texts[0] if len(texts) == 1 else "; ".join(dict.fromkeys(filter(None, texts)))
