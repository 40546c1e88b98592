"""Pure: what the screen shows against what the sheet asks; every difference with both values."""

import json
from collections.abc import Mapping

from agent.model.answer import Difference
from agent.model.data import read_data, write_data
from agent.model.lancamento import Lancamento
from agent.model.registro import Evidence
from agent.model.same_person import THRESHOLD, Likeness, same_person
from agent.model.valor import read_valor, write_valor
from portals.grid import folded

DOUBT = (
    "nome parecido, semelhança {} de 100 e o mínimo é {}: uma pessoa confere; "
    "se for o mesmo paciente, escreva na planilha o nome como está no portal"
)


def echo_differences(lancamento: Lancamento, shown: Mapping[str, str]) -> tuple[Difference, ...]:
    """The patient that the portal shows for the authorisation, against the sheet's, where the sheet names one.

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


def names_evidence(lancamento: Lancamento, shown: Mapping[str, str]) -> tuple[Evidence, ...]:
    """Both names with the verdict and its threshold, where the portal writes the patient's name otherwise."""
    asked, seen = lancamento.beneficiario, shown["paciente"]
    if not asked or folded(asked) == folded(seen):
        return ()
    match = same_person(asked, seen)
    body = {
        "autorizacao": lancamento.numero_autorizacao,
        "nome_na_planilha": asked,
        "nome_no_portal": seen,
        "semelhanca": match.score,
        "minimo": THRESHOLD,
        "veredito": match.likeness.value,
    }
    content = json.dumps(body, ensure_ascii=False, indent=1, sort_keys=True).encode()
    return (Evidence("json", f"nome, autorização {lancamento.numero_autorizacao}", content),)


def wanted(lancamento: Lancamento) -> dict[str, str]:
    """What each field of the form must hold, as a person types it; a field that the sheet is silent on is not named."""
    texts = {
        "conselho": lancamento.codigo_conselho,
        "codigo": lancamento.codigo_procedimento,
        "data": write_data(lancamento.data),
        "quantidade": str(lancamento.quantidade),
        "valor": "" if lancamento.valor_informado is None else write_valor(lancamento.valor_informado),
        "observacao": lancamento.observacao,
    }
    return {field: text for field, text in texts.items() if text}


def agrees(field: str, asked: str, seen: str) -> bool:
    """Whether a field holds what was asked: "65,00" is "R$ 65,00", a code is compared to the letter."""
    try:
        if field == "valor":
            return read_valor(asked) == read_valor(seen)
        if field == "data":
            return read_data(asked) == read_data(seen)
    except ValueError:
        return False
    if field == "quantidade":
        return seen.isdecimal() and int(asked) == int(seen)
    return " ".join(asked.split()) == " ".join(seen.split())


def form_differences(lancamento: Lancamento, seen: Mapping[str, str]) -> tuple[Difference, ...]:
    """Every field whose content is not what the sheet asks.

    Where the sheet is silent nothing may stand, whoever wrote it: it would be saved as ours. Only the value is then the
    portal's own, and must be there.
    """
    return _differences(wanted(lancamento), seen)


def _differences(asked: Mapping[str, str], seen: Mapping[str, str]) -> tuple[Difference, ...]:
    found = [Difference(f, text, seen[f]) for f, text in asked.items() if not agrees(f, text, seen[f])]
    silent = (field for field in seen if field not in (*asked, "valor"))
    found += [Difference(field, "", seen[field], private=True) for field in silent if seen[field]]
    if "valor" not in asked and not _is_valor(seen["valor"]):
        found.append(Difference("valor", "o da tabela do portal", seen["valor"]))
    return tuple(found)


def wanted_dental(lancamento: Lancamento) -> dict[str, str]:
    """What each field of the dental form must hold; `face` as sorted letters."""
    texts = {
        "data": write_data(lancamento.data),
        "codigo": lancamento.codigo_procedimento,
        "dente": lancamento.dente,
        "face": lancamento.faces,
        "observacao": lancamento.observacao,
        "valor": "" if lancamento.valor_informado is None else write_valor(lancamento.valor_informado),
    }
    return {field: text for field, text in texts.items() if text}


def dental_differences(lancamento: Lancamento, seen: Mapping[str, str]) -> tuple[Difference, ...]:
    """As `form_differences`, for the dental form; tooth and faces that the sheet does not ask for differ too."""
    return _differences(wanted_dental(lancamento), seen)


def _is_valor(text: str) -> bool:
    try:
        return read_valor(text) > 0
    except ValueError:
        return False


def _bare(card: str) -> str:
    return "".join(c for c in card if c.isalnum()).casefold()
