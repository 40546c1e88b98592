"""Pure: what a form shows against what the sheet asks, field by field; every difference with both values."""

from collections.abc import Mapping

from agent.model.answer import Conferido, Difference
from agent.model.data import read_data, write_data
from agent.model.lancamento import Lancamento
from agent.model.same_person import THRESHOLD, Likeness, same_person
from agent.model.valor import read_valor, write_valor

DOUBT = (
    "nome parecido, semelhança {} de 100 e o mínimo é {}: uma pessoa confere; "
    "se for o mesmo paciente, escreva na planilha o nome como está no portal"
)
ECHO = ("paciente", "matricula")
"""The fields by which a portal says whose guia it is."""
NOT_EVERYWHERE = ("conselho", "observacao")
"""What a portal's form may lack without anything being lost."""


def wanted(lancamento: Lancamento) -> dict[str, str]:
    """What the fields of a form must hold, as a person types it; one that the sheet is silent on is not named."""
    texts = {
        "conselho": lancamento.codigo_conselho,
        "codigo": lancamento.codigo_procedimento,
        "data": write_data(lancamento.data),
        "quantidade": str(lancamento.quantidade),
        "valor": "" if lancamento.valor_informado is None else write_valor(lancamento.valor_informado),
        "observacao": lancamento.observacao,
    }
    return {field: text for field, text in texts.items() if text}


def echo_differences(lancamento: Lancamento, shown: Mapping[str, str]) -> tuple[Difference, ...]:
    """The patient that the portal shows, against the sheet's.

    A patient whom the sheet identifies neither by name nor by card cannot be compared, and is a difference; so is a
    name that may be the same person's and may not: its note says what a person has to do.
    """
    found = []
    if lancamento.beneficiario:
        match = same_person(lancamento.beneficiario, shown["paciente"])
        if match.likeness is not Likeness.SAME:
            note = DOUBT.format(match.score, THRESHOLD) if match.likeness is Likeness.DOUBTFUL else ""
            found.append(Difference("paciente", lancamento.beneficiario, shown["paciente"], private=True, note=note))
    if lancamento.numero_carteira and _bare(lancamento.numero_carteira) != _bare(shown["matricula"]):
        found.append(Difference("matrícula", lancamento.numero_carteira, shown["matricula"], private=True))
    if not (lancamento.beneficiario or lancamento.numero_carteira):
        found.append(Difference("paciente", "", shown["paciente"], private=True))
    return tuple(found)


def compared(lancamento: Lancamento, shown: Mapping[str, str]) -> tuple[Conferido, ...]:
    """What was compared, for the person who watches: the patient's name and card too."""
    asked = {**wanted(lancamento), "paciente": lancamento.beneficiario, "matricula": lancamento.numero_carteira}
    return tuple(Conferido(key, asked.get(key, ""), text) for key, text in shown.items() if key in asked)


def differences(asked: Mapping[str, str], shown: Mapping[str, str]) -> tuple[Difference, ...]:
    """Every field of `shown` that is not as asked.

    Where the sheet is silent nothing may stand, whoever wrote it: it would be saved as ours. Only the value is then the
    portal's own, and must be there.
    """
    found = [
        Difference(f, text, shown.get(f, "")) for f, text in asked.items() if not agrees(f, text, shown.get(f, ""))
    ]
    silent = (field for field in shown if field not in (*asked, "valor"))
    found += [Difference(field, "", shown[field], private=True) for field in silent if shown[field]]
    if "valor" not in asked and not agrees("valor", shown["valor"], shown["valor"]):
        found.append(Difference("valor", "o da tabela do portal", shown["valor"]))
    return tuple(found)


def agrees(field: str, asked: str, seen: str) -> bool:
    """Whether a field holds what was asked: "65,00" is "R$ 65,00", a code is compared to the letter."""
    try:
        if field == "valor":
            return 0 < read_valor(asked) == read_valor(seen)
        if field == "data":
            return read_data(asked) == read_data(seen)
    except ValueError:
        return False
    if field == "quantidade":
        return seen.isdecimal() and int(asked) == int(seen)
    return " ".join(asked.split()) == " ".join(seen.split())


def _bare(card: str) -> str:
    return "".join(c for c in card if c.isalnum()).casefold()
