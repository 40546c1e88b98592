"""Pure: what belongs to IPASEM alone of comparing a screen with the sheet; the rest is portals/screens/compare.py."""

import json
from collections.abc import Mapping

from agent.model.answer import Difference
from agent.model.data import write_data
from agent.model.lancamento import Lancamento
from agent.model.registro import Evidence
from agent.model.same_person import THRESHOLD, same_person
from agent.model.valor import write_valor
from portals.grid import folded
from portals.screens.compare import differences


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
    """As `differences`, for the dental form; tooth and faces that the sheet does not ask for differ too."""
    return differences(wanted_dental(lancamento), seen)
