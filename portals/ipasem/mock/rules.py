"""Pure: what IPASEM accepts and refuses, and in which words. The manual's rules, and nothing else."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from portals.ipasem.mock import dental
from portals.ipasem.mock.month import Month, amount, day
from portals.ipasem.mock.seed import Autorizacao, Procedimento

NOT_FOUND = "Autorização não encontrada."
NOT_YOURS = "Autorização não pertence a este credenciado."
NOT_AUTHORISED = "Procedimento não autorizado."
DRAFTS_LEFT = "Existem lançamentos não finalizados. Exclua ou finalize antes do fechamento."
RECORD_GONE = "Registro não encontrado."
NO_RETURN_YET = "Retorno do faturamento ainda não disponível."
LOOKUP_FAILED = "Erro ao consultar a autorização. Tente novamente."

LABELS = {
    "conselho": "Código do Conselho",
    "codigo": "Código AMB",
    "data": "Data de Atendimento",
    "quantidade": "Quantidade",
    "valor": "Valor de Procedimento",
    "observacao": "Observação",
}
MOST_REMARK = 255


def labels(found: Autorizacao) -> dict[str, str]:
    """The fields of the form that this authorisation opens, by name."""
    return dental.LABELS if found.odontologia else LABELS


def already_closed(month: Month) -> str:
    """The refusal of whatever needs an open month."""
    return f"Movimento {month} já está fechado."


def not_closed(month: Month) -> str:
    """The refusal of whatever needs a closed month."""
    return f"Movimento {month} ainda não foi fechado."


def refusal_to_open(
    found: Autorizacao | None, own: Collection[str], month: Month, *, closed: bool, used_in: str | None
) -> str | None:
    """Why an authorisation is not accepted in this month's movement; None where it is.

    `own` are the documents of the credenciado and its professionals; `used_in` (MM/AAAA) is where it was
    used before, by this portal's records or by the seed.
    """
    if closed:
        return already_closed(month)
    if found is None:
        return NOT_FOUND
    if found.document not in own:
        return NOT_YOURS
    if used_in is not None and used_in != str(month):
        return f"Autorização já utilizada no movimento {used_in}."
    return None


@dataclass(frozen=True)
class Checked:
    """A typed movement after the portal's checks: values to store, or errors by field."""

    conselho: str = ""
    procedure: Procedimento | None = None
    data: str = ""
    quantidade: int = 0
    valor: int = 0
    observacao: str = ""
    dente: str = ""
    faces: str = ""
    errors: dict[str, str] = field(default_factory=dict)


def check_code(text: str, found: Autorizacao) -> str | None:
    """What is wrong with a typed Código AMB, or Código do procedimento on the dental form."""
    if not text:
        return f"{labels(found)['codigo']} não pode ficar em branco."
    return None if found.procedure(text) else NOT_AUTHORISED


def check_date(text: str, found: Autorizacao, today: date) -> str | None:
    """What is wrong with a typed Data de Atendimento: never in the future, never before the authorisation."""
    if not text:
        return _blank("data")
    typed = day(text)
    if typed is None:
        return 'O formato de "Data de Atendimento" é inválido.'
    if typed > today:
        return "Data de Atendimento não pode ser maior que a data atual."
    if typed < found.issued:
        return f"Data de Atendimento não pode ser anterior à emissão da autorização ({found.issued:%d/%m/%Y})."
    return None


def check_quantity(text: str, procedure: Procedimento | None) -> str | None:
    """What is wrong with a typed Quantidade. Only this movement counts: the portal does not add them up."""
    if not text:
        return _blank("quantidade")
    if not text.isdecimal():
        return "Quantidade deve ser um número inteiro."
    if int(text) < 1:
        return "Quantidade não pode ser menor que 1."
    if procedure is not None and int(text) > procedure.quantity_authorised:
        return f"Quantidade superior à autorizada ({procedure.quantity_authorised})."
    return None


def check_amount(text: str) -> str | None:
    """What is wrong with a typed Valor de Procedimento."""
    if not text:
        return _blank("valor")
    return "Valor de Procedimento deve ser um número." if amount(text) is None else None


def check_council(text: str) -> str | None:
    """What is wrong with a typed Código do Conselho."""
    if not text:
        return _blank("conselho")
    return None if text.isdecimal() else "Código do Conselho deve ser um número inteiro."


def check_remark(text: str) -> str | None:
    """What is wrong with a typed Observação."""
    return None if len(text) <= MOST_REMARK else f"Observação deve conter no máximo {MOST_REMARK} caracteres."


def check_movement(typed: dict[str, str], found: Autorizacao, today: date) -> Checked:
    """All checks of Gravar Movimento on what was typed, by field name (the keys of `labels`)."""
    if found.odontologia:
        return _check_dental(typed, found, today)
    procedure = found.procedure(typed["codigo"])
    checks = {
        "conselho": check_council(typed["conselho"]),
        "codigo": check_code(typed["codigo"], found),
        "data": check_date(typed["data"], found, today),
        "quantidade": check_quantity(typed["quantidade"], procedure),
        "valor": check_amount(typed["valor"]),
        "observacao": check_remark(typed["observacao"]),
    }
    errors = {name: error for name, error in checks.items() if error}
    if errors:
        return Checked(errors=errors)
    attended = day(typed["data"])
    return Checked(
        conselho=typed["conselho"],
        procedure=procedure,
        data=attended.isoformat() if attended else "",
        quantidade=int(typed["quantidade"]),
        valor=amount(typed["valor"]) or 0,
        observacao=typed["observacao"],
    )


def _check_dental(typed: dict[str, str], found: Autorizacao, today: date) -> Checked:
    faces = dental.letters(typed["faces"])
    checks = {
        "data": check_date(typed["data"], found, today),
        "codigo": check_code(typed["codigo"], found),
        "dente": dental.check_tooth(typed["dente"], typed["faces"]),
        "faces": None if faces is not None else "Selecionar Face é inválido.",
        "observacao": check_remark(typed["observacao"]),
        "valor": check_amount(typed["valor"]),
    }
    errors = {name: error for name, error in checks.items() if error}
    if errors:
        return Checked(errors=errors)
    attended = day(typed["data"])
    return Checked(
        procedure=found.procedure(typed["codigo"]),
        data=attended.isoformat() if attended else "",
        quantidade=1,
        valor=amount(typed["valor"]) or 0,
        observacao=typed["observacao"],
        dente=typed["dente"],
        faces=faces or "",
    )


def refusal_to_close(month: Month, *, closed: bool, drafts: int, finished: int) -> str | None:
    """Why a month is not closed; None where it is."""
    if closed:
        return already_closed(month)
    if drafts:
        return DRAFTS_LEFT
    return None if finished else f"Não há lançamentos no movimento {month}."


def refusal_to_reopen(month: Month, *, closed: bool, audited: bool) -> str | None:
    """Why a month is not reopened; None where it is."""
    if not closed:
        return not_closed(month)
    return f"Movimento {month} já foi auditado e não pode ser reaberto." if audited else None


def _blank(name: str) -> str:
    return f"{LABELS[name]} não pode ficar em branco."
