"""A labelled corpus: invented accounts of which it is known what each return line is about.

Insurers change what they return in fifteen ways, some of them at once with missing siblings, in shares that are
higher than any office has seen.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from agent.reconcile.person import Pessoa
from agent.reconcile.rows import EntryView, LineView

_RENUMBERED = 0.0035  # of what is paid
_PEOPLE = 2_000  # some have several authorisations, or share their name
_CODES = [("50000616", 6500), ("50000617", 6500), ("20103301", 4200), ("00010014", 11000), ("81000421", 2500)]


@dataclass(slots=True)
class Corpus:
    """Entries, lines, and by line the entries it is about; a line about none of ours has an empty set.

    `renumbered`: the lines under another authorisation altogether.
    """

    entries: list[EntryView] = field(default_factory=list)
    lines: list[LineView] = field(default_factory=list)
    truth: dict[int, frozenset[int]] = field(default_factory=dict)
    renumbered: set[int] = field(default_factory=set)

    def tell(self, about: list[EntryView], liberado: int | None = None, *, ours: bool = True, **changes: Any) -> None:
        """A line about entries, with the facts of the first but for `changes`; paid in full or `liberado` of it."""
        names = [name for name in EntryView.__dataclass_fields__ if name not in ("id", "movimento", "ocorrencia")]
        facts = {**{name: getattr(about[0], name) for name in names}, **changes}
        paid = facts["valor_informado"] if liberado is None else liberado
        number = len(self.lines) + 1
        money = {"valor_liberado": paid, "valor_glosa": facts["valor_informado"] - paid}
        self.lines.append(LineView(id=number, **facts, **money))
        self.truth[number] = frozenset(entry.id for entry in about) if ours else frozenset()


def labelled(seed: int, count: int) -> Corpus:
    """About `count` entries and what came back of them; the same seed gives the same corpus."""
    random, renumbering, corpus, number = Random(seed), Random(-seed - 1), Corpus(), 0
    while len(corpus.entries) < count:
        number += random.randint(1, 40)
        sessions = _authorised(corpus, random, f"{20_000_000 + number:08d}")
        while sessions:
            entry = sessions.pop(0)
            (fate,) = random.choices(list(_FATES), weights=list(_FATES.values()))
            if fate is _paid and renumbering.random() < _RENUMBERED:
                _renumbered(corpus, renumbering, entry, sessions)
            else:
                fate(corpus, random, entry, sessions)
    seen: dict[LineView, int] = {}
    for index, line in enumerate(corpus.lines):
        alike = replace(line, id=0)
        seen[alike] = seen.get(alike, 0) + 1
        corpus.lines[index] = replace(line, ocorrencia=seen[alike])
    return corpus


def _authorised(corpus: Corpus, random: Random, number: str) -> list[EntryView]:
    """The sessions of one authorisation: now and then twins, as a pair of X-rays is."""
    codigo, valor = random.choice(_CODES)
    day = date(2026, 10, 1) + timedelta(days=random.randint(0, 9))
    step = random.choice([1, 2, 7])
    made = []
    for session in range(random.choice([1, 1, 2, 3, 4])):
        twins = 2 if codigo == "81000421" and random.random() < 0.3 else 1
        for occurrence in range(1, twins + 1):
            entry = EntryView(
                id=len(corpus.entries) + 1,
                numero_autorizacao=number,
                codigo_procedimento=codigo,
                data=day + timedelta(days=session * step),
                quantidade=1,
                valor_informado=valor,
                dente="11" if codigo == "81000421" else "",
                ocorrencia=occurrence,
                mes="2026-10",
                pessoa=Pessoa.of(f"Pessoa Inventada {int(number) * 7919 % _PEOPLE}", ""),
            )
            corpus.entries.append(entry)
            made.append(entry)
    return made


Fate = Callable[[Corpus, Random, EntryView, list[EntryView]], None]


def _paid(corpus: Corpus, random: Random, entry: EntryView, rest: list[EntryView]) -> None:
    corpus.tell([entry])


def _denied(corpus: Corpus, random: Random, entry: EntryView, rest: list[EntryView]) -> None:
    corpus.tell([entry], 0)


def _partial(corpus: Corpus, random: Random, entry: EntryView, rest: list[EntryView]) -> None:
    corpus.tell([entry], random.randint(1, entry.valor_informado - 1))


def _recomputed(corpus: Corpus, random: Random, entry: EntryView, rest: list[EntryView]) -> None:
    corpus.tell([entry], valor_informado=entry.valor_informado - random.choice([100, 350, 900]))


def _dated(corpus: Corpus, random: Random, entry: EntryView, rest: list[EntryView]) -> None:
    corpus.tell([entry], data=entry.data + timedelta(days=random.choice([-1, 1, 2])))


def _split(corpus: Corpus, random: Random, entry: EntryView, rest: list[EntryView]) -> None:
    part = random.randint(1, entry.valor_informado - 1)
    corpus.tell([entry], valor_informado=part)
    corpus.tell([entry], 0, valor_informado=entry.valor_informado - part)


def _joined(corpus: Corpus, random: Random, entry: EntryView, rest: list[EntryView]) -> None:
    """All sessions that are left in one line."""
    about = [entry, *rest]
    rest.clear()
    whole = sum(each.valor_informado for each in about)
    corpus.tell(about, random.choice([None, 0]), quantidade=len(about), valor_informado=whole)


def _recoded(corpus: Corpus, random: Random, entry: EntryView, rest: list[EntryView]) -> None:
    corpus.tell([entry], codigo_procedimento="99999999")


def _misread(corpus: Corpus, random: Random, entry: EntryView, rest: list[EntryView]) -> None:
    digits = list(entry.numero_autorizacao)
    if random.random() < 0.5:
        digits[-1], digits[-2] = digits[-2], digits[-1]
    else:
        digits[3] = "7" if digits[3] == "1" else "1"
    corpus.tell([entry], numero_autorizacao="".join(digits))


def _renumbered(corpus: Corpus, random: Random, entry: EntryView, rest: list[EntryView]) -> None:
    corpus.tell([entry], numero_autorizacao=f"{80_000_000 + random.randint(0, 9_999_999)}")
    corpus.renumbered.add(len(corpus.lines))


def _late(corpus: Corpus, random: Random, entry: EntryView, rest: list[EntryView]) -> None:
    corpus.tell([entry], 0)
    corpus.tell([entry], entry.valor_informado, valor_informado=0, mes="2026-11")


def _taken_back(corpus: Corpus, random: Random, entry: EntryView, rest: list[EntryView]) -> None:
    corpus.tell([entry])
    corpus.tell([entry], -entry.valor_informado, valor_informado=-entry.valor_informado, mes="2026-11")


def _toothless(corpus: Corpus, random: Random, entry: EntryView, rest: list[EntryView]) -> None:
    corpus.tell([entry], dente="")


def _twice(corpus: Corpus, random: Random, entry: EntryView, rest: list[EntryView]) -> None:
    corpus.tell([entry])
    corpus.tell([entry], ours=False)


def _foreign(corpus: Corpus, random: Random, entry: EntryView, rest: list[EntryView]) -> None:
    corpus.tell([entry])
    corpus.tell([entry], ours=False, numero_autorizacao=f"{70_000_000 + random.randint(0, 9_999_999)}")


def _silent(corpus: Corpus, random: Random, entry: EntryView, rest: list[EntryView]) -> None:
    """Nothing comes back."""


_FATES: dict[Fate, float] = {
    _paid: 85, _denied: 4, _partial: 3, _recomputed: 1.5, _silent: 2, _toothless: 0.5, _joined: 0.5, _late: 0.5,
    _split: 0.3, _dated: 0.3, _recoded: 0.3, _misread: 0.3, _taken_back: 0.3, _twice: 0.2, _foreign: 0.3,
}  # fmt: skip
