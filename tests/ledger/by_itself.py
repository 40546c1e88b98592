"""What an office that runs by itself writes into its ledger: turns taken and ended, people asked and answering."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from agent.ledger.configuring import Mudanca
from agent.ledger.queue import Asked
from agent.ledger.store import Ledger
from agent.ledger.turns import Step

TTL = timedelta(minutes=1)
UNTIL = datetime(2100, 1, 1, tzinfo=UTC)
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
    ledger.queue.first_yes(again, "Ana")
    ledger.queue.over(again, "a sessão voltou")
    ledger.configuring.changed("faturista.toml", [Mudanca("escritorio.nome", "A", "B")], who="Ana", write=lambda: None)
    _let_in(ledger)
    _attend(ledger)


def _attend(ledger: Ledger) -> None:
    """One sign-in attended from the panel, another that nobody waited for."""
    vistas = ledger.vistas
    vistas.ask("sorriso", "ipasem", "Rita", "máquina")
    number = vistas.all("")[0].id
    vistas.claim(number, "máquina:1")
    vistas.publish(number, "máquina:1", "9222/ABC")
    hold = vistas.take(number, "Rita")
    assert hold is not None
    vistas.did(hold, "clique", {"x": 1, "y": 2})
    vistas.renew(hold)
    vistas.let_go(hold)
    vistas.alive(number, "máquina:1")
    vistas.end(number, "máquina:1", "entrada feita", entered=True)
    for act in (vistas.want, vistas.leave):
        vistas.ask("sorriso", "cassind", "Rita", "máquina")
        act("Rita")
    vistas.ask("sorriso", "cassind", "Rita", "máquina")
    vistas.claim(vistas.all("")[-1].id, "máquina:1")
    vistas.bury(lambda _owner: True)
    vistas.spend("ficha", UNTIL)


def _let_in(ledger: Ledger) -> None:
    """A member of the office from the first day to the last."""
    rita = ledger.members.add("Rita", "operador", "", "hash", by="Ana")
    ledger.members.set_secret(rita, "hash 2", by="Rita")
    ledger.members.rehash(rita, "hash 3")
    ledger.members.saw("Rita", "quadro", clinica="sorriso", ref="2026-10", place="127.0.0.1")
    ledger.members.end_all(rita)
    ledger.members.change(rita, "operador", "", ativo=False, by="Ana")
