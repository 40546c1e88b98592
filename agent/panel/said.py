"""What a person writes into a form: short, and legible."""

from agent.accounting.kept_words import LONGEST
from agent.model.errors import InputError
from agent.panel.visit import Visit


def short_text(visit: Visit, name: str) -> str:
    """A field of the form, "" without it. Raises InputError for what is too long, or holds signs that do not show."""
    text = visit.form.get(name, "").strip()
    if len(text) > LONGEST or not text.isprintable():
        raise InputError("o texto é longo demais, ou tem sinais que não se veem.", where=name)
    return text
