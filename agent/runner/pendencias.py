"""What a reconciliation leaves to a person: each doubtful line or entry is one open problem, until it is none."""

from collections.abc import Container, Iterator, Mapping
from datetime import date
from typing import Any

from agent.config.office import Office
from agent.ledger.months import Mes
from agent.ledger.problems import OFFICE, Charge, Doubt, Ended
from agent.ledger.store import Ledger
from agent.ledger.transaction import Fence, unfenced
from agent.model.data import write_data
from agent.model.entry import State
from agent.model.match import LineVerdict, Verdict
from agent.model.valor import write_valor
from agent.runner.verdicts import LINE, OF_RETURNS, Judged, Rest

_, SILENT, DIFFERENT, UNCERTAIN = OF_RETURNS
_DOUBTFUL = (LineVerdict.PROPOSTA, LineVerdict.ESTRANHA)


def charge_of(office: Office, clinica: str, portal: str) -> Charge:
    """Who sees to what is doubtful of a clinic on a portal, and within how many days, as the settings say."""
    contrato = office.contrato(portal)
    owner = office.clinica(clinica).responsavel or OFFICE
    return Charge(owner, contrato.prazo_pendencia, contrato.alerta_dias)


def keep_pendencias(
    ledger: Ledger, clinica: str, portal: str, judged: Judged, charge: Charge, *, fence: Fence = unfenced
) -> None:
    """Make the account's open problems just what its reconciliation, which is posted, leaves to a person.

    That is a line that is only proposed or nobody's and that no person placed; an entry that no line answers though
    its month's return was read or is overdue; one of which the insurer made another value; one without an outcome.
    """
    rest, months = judged.rest, ledger.months.of(clinica, portal)
    decided = {each.line_id: each for each in ledger.deciding.of(clinica, portal)}
    why = {judged.line_id: judged.why for judged in rest.verdicts.lines}

    def ended(row: Any) -> Ended:
        decision = decided.get(row.linha_retorno_id)
        if decision is not None:
            return Ended(decision.who, decision.reason)
        return Ended("faturista", _reason(row, why))

    doubts = [
        *_lines(rest, {line_id for line_id, each in decided.items() if each.entry_id is None}),
        *_answered_otherwise(rest),
        *_unchanged(ledger, (clinica, portal), judged),
        *(doubt for mes in months for doubt in _silent(ledger, mes, rest, charge)),
        *(doubt for mes in months for doubt in _uncertain(ledger, mes)),
    ]
    ledger.problems.keep((clinica, portal), OF_RETURNS, doubts, ended, charge, fence=fence)


def accepted_of(ledger: Ledger, mes: Mes) -> dict[int, dict[str, str]]:
    """Of each entry, by kind of problem: who said that nothing more is to be done, and why; none that is open again."""
    found: dict[int, dict[str, str]] = {}
    for problem in ledger.problems.of(mes, closed=True):
        if problem.entry_id is None or problem.kind not in OF_RETURNS:
            continue
        of_entry = found.setdefault(problem.entry_id, {})
        if problem.state == "accepted":
            of_entry[problem.kind] = f"Encerrada por {problem.who}: {problem.resolution}."
        elif problem.state == "open":
            of_entry.pop(problem.kind, None)
    return found


def _lines(rest: Rest, foreign: Container[int]) -> Iterator[Doubt]:
    """`foreign`: the lines that a person said are not ours. One given to an entry that it cannot answer is a doubt."""
    for judged in rest.verdicts.lines:
        if judged.verdict in _DOUBTFUL and judged.line_id not in foreign:
            line = rest.lines[judged.line_id]
            text = f"linha {line.linha.linha} do retorno, autorização {line.linha.numero_autorizacao}: {judged.why}"
            yield Doubt(line.mes_id, LINE, text, line_id=line.id)


def _answered_otherwise(rest: Rest) -> Iterator[Doubt]:
    for judged in rest.verdicts.entries:
        if judged.verdict is Verdict.A_CONFERIR and judged.matches:
            amount = judged.totals.diferenca
            text = f"o convênio fez outro valor deste lançamento: diferença de {write_valor(amount, symbol=True)}"
            yield Doubt(rest.homes[judged.entry_id], DIFFERENT, text, ref=str(amount), entry_id=judged.entry_id)


def _unchanged(ledger: Ledger, home: tuple[str, str], judged: Judged) -> Iterator[Doubt]:
    """The entries with another value that nothing happened to: they were not looked at."""
    for row in ledger.problems.kept(home, DIFFERENT):
        if row.numero_autorizacao not in judged.about:
            yield Doubt(row.mes_id, DIFFERENT, "", ref=row.ref, entry_id=row.lancamento_id)


def _silent(ledger: Ledger, mes: Mes, rest: Rest, charge: Charge) -> Iterator[Doubt]:
    proposed = {judged.entry_id for judged in rest.verdicts.entries if judged.proposals}
    for row in ledger.problems.silent(mes, charge):
        if row.id not in proposed:
            day, valor = write_data(date.fromisoformat(row.data)), write_valor(row.valor_lancado, symbol=True)
            text = f"autorização {row.numero_autorizacao}, {day}, {valor}: nenhuma linha do retorno responde"
            yield Doubt(mes.id, SILENT, text, entry_id=row.id)


def _uncertain(ledger: Ledger, mes: Mes) -> Iterator[Doubt]:
    for entry in ledger.entries.of(mes, State.INCERTA, State.ENVIANDO):
        text = f"{entry.lancamento.origem}: enviado sem resposta; o próximo lançar confere no portal"
        yield Doubt(mes.id, UNCERTAIN, text, entry_id=entry.id)


def _reason(row: Any, why: Mapping[int, str]) -> str:
    """Why a problem is over by itself."""
    if row.linha_retorno_id is not None:
        if row.withdrawn_at is not None:
            return "a linha saiu do retorno, que foi corrigido"
        return why.get(row.linha_retorno_id) or "a linha repete um lançamento nosso em tudo"
    if row.entry_state == State.QUITADA:
        return "o retorno respondeu"
    return f"o lançamento agora está {row.entry_state}"
