"""What a verb on a portal answers. There is no fourth case: a guessed outcome is how duplicates are born."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from agent.model.lancamento import Lancamento
from agent.model.registro import Evidence
from agent.model.valor import Centavos


@dataclass(frozen=True, slots=True)
class Recibo:
    """What the portal gave for one saved entry: its row number, its protocol where there is one, the value it holds."""

    lancamento: Lancamento
    movimento: str
    valor: Centavos
    protocolo: str = ""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A positive confirmation: the named success text and the portal's own numbers. `recibos`: one per entry sent."""

    text: str
    recibos: tuple[Recibo, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """The portal said no, in its own words. Nothing of it was saved.

    `explanation`: what that means and what a person does, in ours, where the catalogue has it. `because`: the entries
    of a batch that are the whole cause, each with its own answer; the others may be sent again without them.
    """

    text: str
    explanation: str = field(default="", compare=False)
    because: tuple["Blocked", ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        return f"{self.text} {self.explanation}".strip()


@dataclass(frozen=True, slots=True)
class Unknown:
    """Sent, and no named outcome was seen: only the portal's own record can tell.

    `unclassified`: the portal said or asked something that no catalogue knows. Then a person reads it before the entry
    is tried again, even if the record turns out not to hold it. `said` is that text alone, where it may be classified.
    """

    why: str
    unclassified: bool = False
    said: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Difference:
    """One field where the screen is not what the sheet says; both values as a person would read them.

    `private` marks a patient's name or card: shown to the operator, never stored or logged. `note` says more of it,
    without a person's data.
    """

    field: str
    expected: str
    seen: str
    private: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """The screen does not show what was asked: nothing was saved."""

    differences: tuple[Difference, ...]

    def __str__(self) -> str:
        return "; ".join(
            (f"{d.field} não confere" if d.private else f"{d.field}: planilha {d.expected!r}, portal {d.seen!r}")
            + (f" ({d.note})" if d.note else "")
            for d in self.differences
        )


@dataclass(frozen=True, slots=True)
class Blocked:
    """An entry of a batch that must not be sent, and why."""

    lancamento: Lancamento
    answer: Refused | Mismatch


@dataclass(frozen=True, slots=True)
class Conferido:
    """One field that was compared before the click: what the sheet says ("" where it is silent), what stands there.

    `guia`: whose it is, where one click bills several; "" where there is one only.
    """

    field: str
    planilha: str
    tela: str
    guia: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """The screen before the one irreversible click: `ready` is filled and compared, `blocked` is left out.

    When `ready` is empty nothing may be submitted. `evidence` proves what was judged on the way and let through, such
    as a patient's name that is written otherwise on the portal, or is the very file that would be sent. `compared` is
    for the person who watches, and is never stored or logged: it names the patient.
    """

    ready: tuple[Lancamento, ...]
    blocked: tuple[Blocked, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    compared: tuple[Conferido, ...] = field(default=(), compare=False, repr=False)


Outcome = Confirmed | Refused | Unknown
Batch = Sequence[Lancamento]
