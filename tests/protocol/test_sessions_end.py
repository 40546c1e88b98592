"""The portal ends the session at each step of an act: one sign-in more, and nothing that reached it is sent again."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from agent.model.errors import SessionExpired
from agent.runner.changes import changes_of
from agent.runner.close import close_month
from agent.runner.correct import Agreed, correct_entries
from agent.runner.reopen import reopen_month
from agent.runner.session import month_session, through_sessions
from agent.runner.withdraw import withdraw_entry
from agent.runner.work import Work
from tests.protocol.changing import ANSWERS, Changing, Script, launched
from tests.protocol.model_portal import CLOSES, REMOVALS
from tests.protocol.month import open_month
from tests.protocol.world import Clock

_VERB = "portal.{}:before"


@dataclass
class Ending:
    """A hook that ends the session at one verb; all that this session is asked from then on finds the way in.

    Somebody comes to tick the box again within a minute.
    """

    clock: Clock
    at: int | None = None
    verbs: list[str] = field(default_factory=list)
    over: bool = False

    def __call__(self, name: str) -> None:
        verb = name.removeprefix("portal.").removesuffix(":before")
        if name != _VERB.format(verb) or verb == "snapshot":
            return
        self.over = len(self.verbs) == self.at or (self.over and verb != "sign_in")
        self.verbs.append(verb)
        if self.over:
            self.clock.wait(timedelta(minutes=1))
            raise SessionExpired


@dataclass
class Ana:
    """Approves, and remembers how often she was asked."""

    asked: list[str] = field(default_factory=list)

    def __call__(self, what: object, state: str = "") -> str:
        self.asked.append(state)
        return "Ana"


@dataclass(frozen=True)
class Act:
    """A change of the month: what a command does in a session, and what stands there once it is done."""

    do: Callable[[Work, Any], bool]
    make: Callable[[str], Changing]
    rows: tuple[int, ...]
    closed: bool


def _corrigir(work: Work, ana: Any) -> bool:
    asked = [entry.lancamento for entry in work.entries()]
    asked[0] = asked[0].model_copy(update={"valor_informado": 7000})
    return all(end.done for end in correct_entries(work, changes_of(work.entries(), asked).found, ana))


def _excluir(work: Work, ana: Any) -> bool:
    entry = work.entries()[0]
    return entry.motivo != "" or withdraw_entry(work, entry, "lançada por engano", ana).gone


def _reabrir(work: Work, ana: Any) -> bool:
    return reopen_month(work, "faltou uma guia", ana).reopened


def _fechar(work: Work, ana: Any) -> bool:
    return close_month(work, ana).closed


def _standing(answer: str, *, closed: bool = False) -> Changing:
    office = launched(closed=closed, script=Script(alterations=[answer], reopenings=[answer]), removals=(answer,))
    office.world.closes = [answer]
    return office


AS_LAUNCHED = (6500, 6501, 6502)
ACTS = {
    "corrigir": Act(_corrigir, _standing, (7000, 6501, 6502), closed=False),
    "excluir": Act(_excluir, _standing, (6501, 6502), closed=False),
    "reabrir": Act(_reabrir, lambda answer: _standing(answer, closed=True), AS_LAUNCHED, closed=False),
    "fechar": Act(_fechar, _standing, AS_LAUNCHED, closed=True),
}
DONE_WITHOUT = {"printed"}  # the closing report as it is printed: nobody is called for a copy that can be had any day
ANSWERED = [
    pytest.param(name, answer, marks=[] if answer in ("ok", "unanswered") else pytest.mark.long)
    for name, answers in {"corrigir": ANSWERS, "excluir": REMOVALS, "reabrir": ANSWERS, "fechar": CLOSES}.items()
    for answer in answers
    if answer != "refused"
]


def commanded(office: Changing, act: Act, ana: Any, hook: Ending) -> bool:
    """One command: as many sessions as it takes."""
    ledger = office.ledger(hook)
    access = office._access(hook, "teste")
    return through_sessions(lambda: month_session(ledger, open_month(ledger), access), lambda work: act.do(work, ana))


def ended(office: Changing, act: Act, at: int | None = None) -> tuple[list[str], dict[str, object]]:
    """Two commands at most, the first of them with the session that ends; its verbs, and what is wrong then."""
    hook, ana = Ending(office.world.clock, at), Ana()
    approver = Agreed(ana) if act.do is _corrigir else Once(ana)
    done = commanded(office, act, approver, hook)
    sign_ins, asked = hook.verbs.count("sign_in"), len(ana.asked)
    done = done or commanded(office, act, approver, Ending(office.world.clock))
    ledger = office.storage.open(office.world.clock)
    found = {
        "done": done,
        "sign-ins": sign_ins,
        "approvals": asked,
        "rows": tuple(row.value for row in office.world.rows if not row.draft),
        "red": len(office.world.drafts()),
        "closed": (office.world.closed, open_month(ledger).state),
        "effects": len(office.script.done),
        "violations": [str(each) for each in ledger.checks.violations()],
    }
    wanted: dict[str, object] = {
        "done": True,
        "sign-ins": 1 if hook.at is None or hook.verbs[hook.at] in DONE_WITHOUT else 2,
        "approvals": 1,
        "rows": act.rows,
        "red": 0,
        "closed": (act.closed, "fechada" if act.closed else "aberta"),
        "effects": 1 if act.do in (_corrigir, _reabrir) else 0,
        "violations": [],
    }
    return hook.verbs, {name: value for name, value in found.items() if value != wanted[name]}


@pytest.mark.parametrize(("name", "answer"), ANSWERED)
def test_a_session_that_ends_at_any_step_of_an_act_is_taken_up_and_the_act_takes_effect_once(
    name: str, answer: str
) -> None:
    act = ACTS[name]
    verbs, calm = ended(act.make(answer), act)
    wrong = {"no end": calm}
    for number, verb in enumerate(verbs):
        _, wrong[f"{number} {verb}"] = ended(act.make(answer), act, number)
    assert {step: what for step, what in wrong.items() if what} == {}
    assert len(verbs) >= 4


class Once:
    """As the product's Remembered: an approval of one state is asked for once in a command."""

    def __init__(self, ana: Ana) -> None:
        self._ana = ana
        self._given: dict[str, str] = {}

    def __call__(self, what: Any, state: str = "") -> str:
        state = state or what.hash
        return self._given.get(state) or self._given.setdefault(state, self._ana(what, state))


def test_a_portal_that_ends_every_session_is_left_after_three() -> None:
    office, sign_ins = _standing("ok"), []

    def never(name: str) -> None:
        if name == "portal.sign_in:after":
            sign_ins.append(name)
        if name == "portal.observe:before":
            raise SessionExpired

    ledger = office.ledger(never)
    access = office._access(never, "teste")
    with pytest.raises(SessionExpired):
        through_sessions(lambda: month_session(ledger, open_month(ledger), access), lambda work: _fechar(work, Ana()))
    assert len(sign_ins) == 3
