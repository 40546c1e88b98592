"""What an office that runs by itself writes into its ledger: turns taken and ended, people asked and answering."""

from dataclasses import replace
from datetime import timedelta

from agent.ledger.queue import Asked
from agent.ledger.store import Ledger
from agent.ledger.turns import Step

TTL = timedelta(minutes=1)
STEP = Step("sorriso", "ipasem", "acesso-1", "2026-10", "lancar", "plano", 1)
ASKED = Asked(
    kind="entrar",
    clinica="sorriso",
    portal="ipasem",
    competencia="",
    step="",
    ref="",
    subject="",
    seen='O portal mostra "Não sou um robô".',
    asked="Faça a entrada: faturista atender",
    otherwise="Nada é lançado nesta clínica.",
)


def work_by_itself(ledger: Ledger) -> None:
    """One turn taken, renewed and ended; one given up; one question answered and one over."""
    number = ledger.turns.take(STEP, "eu", TTL, side_by_side=1)
    assert number is not None
    ledger.turns.renew(number, "eu", TTL)
    ledger.turns.end(number, "eu", "person", "espera uma pessoa")
    ledger.turns.expire()
    ledger.turns.take(replace(STEP, no=2), "máquina:1", TTL, side_by_side=1)
    ledger.turns.bury(lambda _owner: True)
    ledger.notices.give_back(ledger.notices.claim(["novo/1"]))
    asked = ledger.queue.ask(ASKED)
    assert asked is not None
    ledger.queue.answer(asked, "feito", "Ana")
    again = ledger.queue.ask(ASKED)
    assert again is not None
    ledger.queue.over(again, "a sessão voltou")
    _let_in(ledger)


def _let_in(ledger: Ledger) -> None:
    """A member of the office from the first day to the last."""
    rita = ledger.members.add("Rita", "operador", "", "hash", by="Ana")
    ledger.members.set_secret(rita, "hash 2", by="Rita")
    ledger.members.rehash(rita, "hash 3")
    ledger.members.saw("Rita", "quadro", clinica="sorriso", ref="2026-10", place="127.0.0.1")
    ledger.members.end_all(rita)
    ledger.members.change(rita, "operador", "", ativo=False, by="Ana")
