"""Read, ask the first question, read again with its answer: until nothing is unclear or nobody answers."""

from collections.abc import Callable

from agent.model.errors import InputError
from spreadsheets.proposing.answers import Draft, answered
from spreadsheets.reading.leitura import Leitura, Pergunta

_MOST = 100


def interview(
    read: Callable[[Draft], Leitura], draft: Draft, ask: Callable[[Pergunta, str], str] | None
) -> tuple[Leitura, Draft]:
    """The last reading, and the draft that it was read with.

    `ask` gets the question, and why the answer before was not taken ("" the first time). None: nobody to ask, so the
    reading keeps its questions.
    """
    leitura, complaint = read(draft), ""
    for _ in range(_MOST):
        if not leitura.questions or ask is None:
            break
        question = leitura.questions[0]
        try:
            draft = answered(draft, question, ask(question, complaint), leitura.colunas)
        except InputError as problem:
            complaint = str(problem)
            continue
        leitura, complaint = read(draft), ""
    return leitura, draft
