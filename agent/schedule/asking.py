"""Approvals of what a command asks for: kept in the queue where nobody is at hand, or where two people must say yes."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from agent.ledger.queue import Asked, Waiting
from agent.ledger.store import Ledger
from agent.model.errors import PersonNeeded
from agent.people.approval import Approver, NobodyToAsk
from agent.schedule.approving import YES, answer_state, changed_after, needs_two

COMMAND = "comando"
"""The `ref` of what a command asks: it holds back none of the office's own runs."""

_CLOSES = ("mes",)
_ONE_AT_A_TIME = ("fechar", "lancar", "reabrir", "corrigir")
_OTHERWISE = {
    "fechar": "o mês não é fechado",
    "lancar": "nada disto é faturado",
    "reabrir": "o mês continua fechado",
    "excluir": "o lançamento continua no portal",
    "corrigir": "nada é corrigido no portal",
}


@dataclass(frozen=True, slots=True)
class Asking:
    """Approvals for one command of `asker`'s: `near` asks whoever is at hand, `two` are the acts of two people."""

    books: Callable[[], Ledger]
    near: Approver
    asker: str
    two: Collection[str] = ()

    def of(self, clinica: str, portal: str, competencia: str, act: str) -> Approver:
        """See PerMonth."""
        return _OfOne(self, (clinica, portal, competencia), act)

    def approve(self, what: str, findings: Sequence[str], state_hash: str) -> str | None:
        """See Approver; of no month, so whoever is at hand alone."""
        return self.near.approve(what, findings, state_hash)


@dataclass(frozen=True, slots=True)
class _OfOne:
    """One act on one month."""

    asking: Asking
    home: tuple[str, str, str]
    act: str

    def approve(self, what: str, findings: Sequence[str], state_hash: str) -> str | None:
        """See Approver. Raises PersonNeeded once the question is in the queue, and a person's answer is missing."""
        with self.asking.books() as ledger:
            answered = self._standing_yes(ledger, state_hash)
            if answered is not None:
                return answered.who
            asked = self._asked(what, findings, state_hash)
            two = needs_two(self.act, self.asking.two)
            who = self._near(ledger, asked, two=two)
            if who is None or not two:
                return who
            self._leave(ledger, asked)
            if answer_state(ledger, state_hash, YES, who, self.asking.two):
                done = self._standing_yes(ledger, state_hash)
                return done.who if done else None
        raise PersonNeeded(
            f"{who} aprovou; falta uma segunda pessoa.",
            where=what,
            do="Nada foi feito. Outra pessoa aprova no painel, ou com: faturista fila; depois, repita o comando.",
        )

    def _near(self, ledger: Ledger, asked: Asked, *, two: bool) -> str | None:
        what, *findings = asked.seen.split("\n")
        try:
            return self.asking.near.approve(what, findings, asked.subject)
        except PersonNeeded:
            if isinstance(self.asking.near, NobodyToAsk):
                self._leave(ledger, asked)
            also = " Duas pessoas diferentes aprovam." if two else ""
            raise PersonNeeded(
                "falta a aprovação de uma pessoa.",
                where=what,
                do=f"Nada foi feito. O pedido está na fila: confira os achados e aprove no painel, ou com faturista "
                f"fila --aprovar {asked.subject}, e repita o comando.{also}",
            ) from None

    def _standing_yes(self, ledger: Ledger, state_hash: str) -> Waiting | None:
        """A yes that no close or reopening came after: one that was used is not good for the same state again."""
        item = ledger.queue.last_answer("aprovar", *self.home, state_hash)
        if item is None or item.answer != YES:
            return None
        return None if changed_after(ledger, item, item.closed_at or "", _CLOSES) else item

    def _asked(self, what: str, findings: Sequence[str], state_hash: str) -> Asked:
        clinica, portal, competencia = self.home
        return Asked(
            kind="aprovar",
            clinica=clinica,
            portal=portal,
            competencia=competencia,
            step=self.act,
            ref=COMMAND,
            subject=state_hash,
            seen="\n".join([what, *findings]),
            asked="confira e aprove no painel, ou com faturista fila --aprovar ESTADO; depois, repita o comando",
            otherwise=_OTHERWISE[self.act],
            asker=self.asking.asker,
        )

    def _leave(self, ledger: Ledger, asked: Asked) -> None:
        """Put it into the queue; what the same command asked of another state before is over."""
        if self.act in _ONE_AT_A_TIME:
            for item in ledger.queue.open():
                same = (item.kind, item.clinica, item.portal, item.competencia, item.step, item.ref)
                if same == ("aprovar", *self.home, self.act, COMMAND) and item.subject != asked.subject:
                    ledger.queue.over(item.id, "pediu-se de novo, de outro estado")
        ledger.queue.ask(asked)
