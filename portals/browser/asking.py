"""Put questions to a page: scripts that look at it, with their arguments, and all their answers in one look.

Arguments and answers travel as one JSON text: Playwright checks and converts every value of a structure on its way,
in Python and in its driver, which costs more than most looks at a page do.
"""

import json
from functools import cache
from typing import Any, NamedTuple

from playwright.sync_api import Frame, Page


class Question(NamedTuple):
    """A page function as text, and what it is called with: anything that JSON can say."""

    script: str
    arg: object = None


def ask(place: Page | Frame, *questions: Question) -> list[Any]:
    """The answer to each question, asked one after the other without leaving the page. Raises Playwright's errors."""
    answers = place.evaluate(_together(tuple(q.script for q in questions)), json.dumps([q.arg for q in questions]))
    found: list[Any] = json.loads(answers)
    return found


def ask_soon(place: Page | Frame, first: Question, *also: Question, every_ms: float, within_ms: float) -> list[Any]:
    """As `ask`, once the first answer is truthy; the page asks itself. [] when it was not within that time.

    Nothing bounds this but the page itself: one that is just being replaced answers when the new one is there.
    """
    questions = (first, *also)
    told = json.dumps({"args": [q.arg for q in questions], "every": every_ms, "within": within_ms})
    found: list[Any] = json.loads(place.evaluate(_soon(tuple(q.script for q in questions)), told))
    return found


def await_truth(page: Page, question: Question, *, every_ms: float, timeout_ms: float) -> None:
    """Ask again and again until the answer is truthy, or raise Playwright's TimeoutError, whatever the page does.

    The first time on a page this costs tens of milliseconds more than `ask_soon`.
    """
    script, told = _truth(question.script), json.dumps(question.arg)
    page.wait_for_function(script, arg=told, polling=every_ms, timeout=timeout_ms)


@cache
def _together(scripts: tuple[str, ...]) -> str:
    calls = "\n".join(f"answers.push((await ({script}\n)(told[{i}])) ?? null);" for i, script in enumerate(scripts))
    body = f"const told = JSON.parse(asked), answers = [];\n{calls}\nreturn JSON.stringify(answers);"
    return f"async (asked) => {{ {body} }}"


@cache
def _soon(scripts: tuple[str, ...]) -> str:
    first, *also = scripts
    calls = "\n".join(f"answers.push((await ({script}\n)(args[{i}])) ?? null);" for i, script in enumerate(also, 1))
    return f"""async (asked) => {{
  const {{ args, every, within }} = JSON.parse(asked), until = performance.now() + within;
  const look = ({first}\n);
  let said = look(args[0]);
  while (!said && performance.now() < until) {{
    await new Promise((done) => setTimeout(done, every));
    said = look(args[0]);
  }}
  if (!said) return "[]";
  const answers = [said];
  {calls}
  return JSON.stringify(answers);
}}"""


@cache
def _truth(script: str) -> str:
    return f"(asked) => Boolean(({script}\n)(JSON.parse(asked)))"
