"""A person's yes to one irreversible act, bound to the hash of exactly the state that was shown."""

from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

from agent.model.errors import Moved, PersonNeeded
from agent.people.presence import Say

CODE = 6


class Approver(Protocol):
    """Asks for one approval."""

    def approve(self, what: str, findings: Sequence[str], state_hash: str) -> str | None:
        """Who approved `what` in the state with that hash, None when the person said no.

        `findings` are pt-BR sentences that the person answers for. Raises PersonNeeded when there is nobody to ask,
        Moved when an approval was given for another state.
        """


@runtime_checkable
class PerMonth(Protocol):
    """Asks for approvals of several months, each in its own place."""

    def of(self, clinica: str, portal: str, competencia: str, act: str) -> Approver:
        """Who approves one act ("fechar", "lancar", "reabrir", "excluir", "corrigir") on one month ("2026-10")."""


def approver_for(approver: Approver, clinica: str, portal: str, competencia: str, act: str) -> Approver:
    """The approver of that act on that month: its own where it has one for each."""
    return approver.of(clinica, portal, competencia, act) if isinstance(approver, PerMonth) else approver


class TerminalApprover:
    """Shows the findings and a short code; typing the code approves, anything else does not."""

    def __init__(self, who: str, say: Say, ask: Callable[[str], str]) -> None:
        self._who = who
        self._say = say
        self._ask = ask

    def approve(self, what: str, findings: Sequence[str], state_hash: str) -> str | None:
        """See Approver."""
        code = state_hash[:CODE]
        self._say(f"{what}: isto não pode ser desfeito pelo faturista.")
        for finding in findings:
            self._say(f"  - {finding}")
        self._say(f"  Estado: {state_hash}")
        typed = self._ask(f"Para aprovar, digite {code} e Enter (só Enter desiste): ")
        return self._who if typed.strip().lower() == code.lower() else None


class GivenApproval:
    """An approval that a script brings along (--aprovar HASH); good for one state only."""

    def __init__(self, who: str, approved_hash: str) -> None:
        self._who = who
        self._hash = approved_hash.strip().lower()

    def approve(self, what: str, findings: Sequence[str], state_hash: str) -> str | None:
        """See Approver."""
        del findings
        if self._hash != state_hash.lower():
            raise Moved(
                "a aprovação dada é de outro estado.",
                where=what,
                do=f"Nada foi feito. Confira os achados e aprove de novo, com --aprovar {state_hash}",
            )
        return self._who


class Remembered:
    """Asks once for one state: a session that ended in the middle of a command does not ask its person again."""

    def __init__(self, approver: Approver) -> None:
        self._approver = approver
        self._given: dict[tuple[str, str], str] = {}

    def approve(self, what: str, findings: Sequence[str], state_hash: str) -> str | None:
        """See Approver."""
        if (what, state_hash) in self._given:
            return self._given[what, state_hash]
        who = self._approver.approve(what, findings, state_hash)
        if who is not None:
            self._given[what, state_hash] = who
        return who


class NobodyToAsk:
    """No terminal and no --aprovar: the act waits."""

    def approve(self, what: str, findings: Sequence[str], state_hash: str) -> str | None:
        """See Approver."""
        del findings
        raise PersonNeeded(
            "falta a aprovação de uma pessoa.",
            where=what,
            do=f"Nada foi feito. Confira os achados e repita o comando com --aprovar {state_hash}",
        )


def approver(given_hash: str | None, who: str, say: Say, ask: Callable[[str], str] | None) -> Approver:
    """The one that fits: the given approval, the terminal when there is one (`ask` is None otherwise), or nobody."""
    if given_hash is not None:
        return GivenApproval(who, given_hash)
    return TerminalApprover(who, say, ask) if ask is not None else NobodyToAsk()
