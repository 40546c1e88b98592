"""Pure: which entry a row is, where a sheet asks for equal services at several hours or in several degrees."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, count

from agent.ledger.reading import SENT
from agent.model.entry import Entry, State
from agent.model.lancamento import Chave, Lancamento

_Mark = tuple[str, str]
_NONE: _Mark = ("", "")


def told_apart(rows: Sequence[Lancamento], known: Iterable[Entry]) -> tuple[list[Lancamento], list[Lancamento]]:
    """The rows of a file, each with the `ocorrencia` of the entry that it is; and those of which that is in doubt.

    A sheet counts them by their order there, and a row that is put above another must not take the place of what was
    sent. What is at the same hour in the same degree is the same; the others fill what is left, in order. In doubt are
    rows where one may be a sent service whose hour was corrected, and it cannot be said which.
    """
    entries: dict[Chave, list[Entry]] = defaultdict(list)
    for entry in known:
        entries[entry.lancamento.chave.without_ocorrencia].append(entry)
    groups: dict[Chave, list[Lancamento]] = defaultdict(list)
    for row in rows:
        groups[row.chave.without_ocorrencia].append(row)
    sure, doubtful = [], []
    for key, group in groups.items():
        if key not in entries or any(_mark(row) == _NONE for row in group):
            sure += group
            continue
        numbers = _numbers(group, entries[key])
        if len(numbers) < len(group):
            doubtful += [row for number, row in enumerate(group) if number not in numbers]
        sure += [group[n].model_copy(update={"ocorrencia": ocorrencia}) for n, ocorrencia in numbers.items()]
    return sure, doubtful


def _numbers(group: Sequence[Lancamento], entries: Sequence[Entry]) -> dict[int, int]:
    """The `ocorrencia` of each row by its place in the group; none of those in doubt."""
    free = sorted(entries, key=lambda entry: (_rank(entry), entry.lancamento.ocorrencia))
    numbers: dict[int, int] = {}
    for place, row in enumerate(group):
        same = next((entry for entry in free if _mark(entry.lancamento) == _mark(row)), None)
        if same is not None:
            numbers[place] = same.lancamento.ocorrencia
            free.remove(same)
    rest = [place for place in range(len(group)) if place not in numbers]
    sent = [entry for entry in free if entry.state in SENT]
    if len(rest) > len(sent) and any(_mark(entry.lancamento) != _NONE for entry in sent):
        return numbers
    used = {entry.lancamento.ocorrencia for entry in entries}
    fresh = (number for number in count(1) if number not in used)
    left = chain((entry.lancamento.ocorrencia for entry in free), fresh)
    return numbers | dict(zip(rest, left, strict=False))


def _rank(entry: Entry) -> int:
    """What was sent before what waits, and that before what had left the sheets."""
    return 0 if entry.state in SENT else 2 if entry.state is State.CANCELADA else 1


def _mark(asked: Lancamento) -> _Mark:
    return asked.atendimento.hora_inicial, asked.atendimento.grau_participacao
