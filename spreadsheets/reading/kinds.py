"""Which kind of service a row is: from the clinic's mapping, the row's own words and codes, the table's words."""

from agent.model.lancamento import Kind
from mappings.vocabulary import vocabulary
from mappings.wording import fold
from spreadsheets.reading.context import Context

_CONSULTAS = ("1010", "0001")


def kind_of(context: Context, portal: str, codigo: str, words: str, *, dental: bool, surgical: bool) -> Kind | None:
    """The kind, None when only a person can say.

    `words` are the row's own (its type and description); `dental`: it has a tooth or faces; `surgical`: the table has
    degree and access route. IPASEM bills consultas, procedimentos and exames on one screen; at CASSIND the kind
    decides the screen, so there the code's TUSS group must agree.
    """
    if context.kind is not None:
        return context.kind
    if portal == "ipasem":
        return _ipasem(context, codigo, words, dental=dental)
    if surgical:
        return Kind.HONORARIO
    return _named(words) or _by_group(codigo) or _by_table(context)


def _ipasem(context: Context, codigo: str, words: str, *, dental: bool) -> Kind:
    if dental or len(codigo) in {3, 4} or codigo.startswith("8"):
        return Kind.ODONTOLOGIA
    if not codigo and Kind.ODONTOLOGIA in context.kind_words:
        return Kind.ODONTOLOGIA
    if codigo.startswith(_CONSULTAS) or "consulta" in fold(words).split():
        return Kind.CONSULTA
    if codigo.startswith("4"):
        return Kind.EXAME
    return Kind.CONSULTA if not codigo and Kind.CONSULTA in context.kind_words else Kind.PROCEDIMENTO


def _named(words: str) -> Kind | None:
    found = {vocabulary().tipos[word] for word in fold(words).split() if word in vocabulary().tipos}
    return found.pop() if len(found) == 1 and Kind.PROCEDIMENTO not in found else None


def _by_group(codigo: str) -> Kind | None:
    """TUSS groups: 1.01.01 consultas, 4 exames, 5 other professionals' sessions; the rest says nothing certain."""
    if codigo.startswith(_CONSULTAS):
        return Kind.CONSULTA
    if codigo.startswith("4"):
        return Kind.EXAME
    return Kind.SERIADO if codigo.startswith("5") else None


def _by_table(context: Context) -> Kind | None:
    words = [kind for kind in context.kind_words if kind is not Kind.PROCEDIMENTO]
    return words[0] if len(set(words)) == 1 else None
