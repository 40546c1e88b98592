"""What holds a whole row back: marks of a person, fields that its kind needs, dates and quantities that disagree."""

import re
from collections.abc import Iterable, Mapping

from agent.model.lancamento import Kind
from mappings.campo import Campo
from mappings.vocabulary import vocabulary
from mappings.wording import fold
from spreadsheets.reading.cells import RowCells
from spreadsheets.reading.codes import says_nothing
from spreadsheets.reading.coluna import Coluna
from spreadsheets.reading.facts import Facts
from spreadsheets.reading.grid import is_blank, shown

_SHORTEST = 4
_STEM = re.compile(  # one of them is in every text that says so: quicker to look for than the words themselves
    r"canc|marc|falt|estorn|suspens|n[ãa]o|j[áa]|cortesi|particul|duplic|repeti|exclu|retir|descons|pr[óo]xim"
    r"|lan[çc]ar|cobrar|faturar|ignor|anul|aus|show|desist|agend|sem |m[êe]s que"
)
_PLAINLY = re.compile(r"\b(?:cancel|faltou|desmarc|estorn|nao (?:realiz|compar|veio|cobrar|faturar|lancar))")
_OTHER_MATTERS = ("assinatura", "faturista")
_NO_TICK = frozenset({"", "0", "n", "nao", "no", "f", "false", "falso"})
_MISSING_PAPER = re.compile(
    r"\bfalt(?:a|ou|am)? (?:(?:a|o|as|os|de|da|do) )?"
    r"(?:assin\w*|carimb\w*|pedido|laudo|document\w*|carteir\w*|guia|cid|requisic\w*|copia|anex\w*|digital)"
)


Cancelling = Mapping[str, re.Match[str]]


def cancelling(texts: Iterable[str]) -> Cancelling:
    """Those of a table's texts that say that a row is not to be billed, each with the words that do."""
    return {text: said for text in texts if len(text) >= _SHORTEST and (said := _cancels(text))}


def check_marks(cells: RowCells, told: Cancelling) -> None:
    """Hold a row that a person hid, crossed out or marked as not to be billed; `told` are the table's texts that do."""
    if cells.row in cells.grid.hidden_rows:
        cells.problem(None, "hidden_row", "A linha está oculta ou filtrada na planilha. Confirme se deve ser cobrada.")
    if not cells.grid.aba and any(not is_blank(raw) for raw in cells.grid.rows[cells.row][cells.columns.width :]):
        cells.problem(
            None,
            "extra_cells",
            "O registro tem mais células que o cabeçalho: há separador dentro de um valor. Salve-a como .xlsx.",
        )
    struck = cells.grid.struck and [
        column
        for campo in cells.columns.por_campo
        for column in cells.columns.of(campo)
        if (cells.row, column.indice) in cells.grid.struck
    ]
    if struck:
        cells.problem(struck[0], "struck_row", "A célula está riscada. Confirme se a linha deve ser cobrada.")
    for column in cells.columns.further_codes:
        if not says_nothing(cells.grid.at(cells.row, column.indice)):
            text = f'A coluna "{column.titulo}" tem mais um procedimento. Escreva um procedimento por linha.'
            cells.problem(column, "several_codes", text)
    if not _check_cancelled(cells, told) and cells.has(Campo.SITUACAO):
        _check_situacao(cells, fold(shown(cells.raw(Campo.SITUACAO))))


def _check_cancelled(cells: RowCells, told: Cancelling) -> bool:
    """Whatever column says it, known or not: a receptionist writes it where there is room."""
    row = cells.grid.rows[cells.row]
    for index, raw in enumerate(() if told.keys().isdisjoint(row) else row):
        if isinstance(raw, str) and (said := told.get(raw)):
            column = cells.columns.at(index)
            if _speaks_of_the_row(column, said.string):
                place = column or Coluna(index, "", None, "")
                cells.problem(place, "cancelled", f"A linha diz {said.group()!r}. Confirme se deve ser cobrada.")
                return True
    for campo in (Campo.SITUACAO, Campo.OBSERVACAO) if cells.inherit.covers else ():
        raw = cells.raw(campo)
        if isinstance(raw, str) and (said := _cancels(raw)):
            cells.problem(campo, "cancelled", f"A linha diz {said.group()!r}. Confirme se deve ser cobrada.")
            return True
    return _check_tick(cells)


def _speaks_of_the_row(column: Coluna | None, text: str) -> bool:
    """Some columns use the same words of other things: the insurer "Particular", a missing signature, our own marks."""
    if column is None:
        return True
    if column.campo in {Campo.PORTAL, Campo.PROFISSIONAL} or fold(column.titulo).startswith(_OTHER_MATTERS):
        return False
    return column.campo is not Campo.DESCRICAO or _PLAINLY.search(text) is not None


def _check_tick(cells: RowCells) -> bool:
    """A column "Faltou" or "Cancelado" that the row ticks."""
    for column in cells.columns.ticks:
        raw = fold(shown(cells.grid.at(cells.row, column.indice)))
        if raw not in _NO_TICK:
            motivo = f'A coluna "{column.titulo}" está marcada. Confirme se a linha deve ser cobrada.'
            cells.problem(column, "cancelled", motivo)
            return True
    return False


def _check_situacao(cells: RowCells, situacao: str) -> None:
    words = vocabulary()
    if situacao in words.nao_realizado:
        cells.problem(Campo.SITUACAO, "not_done", "A linha não diz que foi realizada. Confirme se deve ser cobrada.")
    elif situacao in words.ja_cobrado:
        motivo = f"A linha diz {situacao!r}: já pode ter sido cobrada. Confirme se deve ser lançada."
        cells.problem(Campo.SITUACAO, "already_billed", motivo)
    elif situacao and situacao not in words.realizado:
        cells.warn(Campo.SITUACAO, "situacao", f"não se sabe o que {situacao!r} quer dizer; a linha foi lida")


def _cancels(text: str) -> re.Match[str] | None:
    """Where the folded text says that the row is not to be billed.

    Only these words are told: the rest of the cell may name a patient, and what is told goes into the ledger.
    """
    if not _STEM.search(text.casefold()):
        return None
    return vocabulary().cancelado.search(_MISSING_PAPER.sub("", fold(text)))


def check_facts(cells: RowCells, facts: Facts, kind: Kind | None) -> None:
    """Hold what lacks a field that its kind needs, or says two things; warn of what may be left out."""
    if not facts.beneficiario and cells.has(Campo.BENEFICIARIO):
        _check_patient(cells, facts)
    _check_several(cells, facts)
    if len(facts.days) > 1 or kind == Kind.SERIADO:
        _check_sessions(cells, facts)
    if kind == Kind.HONORARIO:
        _check_surgery(cells, facts)
    if cells.has(Campo.VALOR_INFORMADO) and not (cells.problems or any(any(one.values()) for one in facts.amounts)):
        cells.warn(Campo.VALOR_INFORMADO, "missing_amount", "valor em branco: o portal usará o da tabela dele")


def _check_patient(cells: RowCells, facts: Facts) -> None:
    if facts.carteira:
        cells.warn(Campo.BENEFICIARIO, "missing_patient", "falta o nome do paciente; só a carteira será comparada")
    else:
        cells.problem(Campo.BENEFICIARIO, "missing_patient", "Falta o paciente. Preencha o nome.")


def _check_several(cells: RowCells, facts: Facts) -> None:
    """Several codes with several dates, or with one quantity above 1, could mean several things."""
    if len(facts.codes) > 1 and len(facts.days) > 1:
        cells.problem(
            Campo.CODIGO_PROCEDIMENTO,
            "several_codes",
            f"A linha tem {len(facts.codes)} códigos e {len(facts.days)} datas. Escreva um procedimento por linha.",
        )
    if len(facts.codes) > 1 and facts.faces:
        cells.problem(
            Campo.CODIGO_PROCEDIMENTO,
            "several_codes",
            f"Não dá para saber de qual dos {len(facts.codes)} códigos são as faces. Escreva um por linha.",
        )
    if len(facts.codes) > 1 and len(facts.quantidades) == 1 and facts.quantidades != (1,):
        cells.problem(
            Campo.QUANTIDADE,
            "quantity_mismatch",
            f"São {len(facts.codes)} códigos e a quantidade diz {facts.quantidades[0]}. Escreva a de cada um.",
        )


def _check_sessions(cells: RowCells, facts: Facts) -> None:
    quantidade = facts.quantidades[0] if len(facts.quantidades) == 1 else None
    if len(facts.days) > 1 and quantidade not in {None, len(facts.days)}:
        cells.problem(
            Campo.QUANTIDADE,
            "quantity_mismatch",
            f"São {len(facts.days)} datas e a quantidade diz {quantidade}. Confira com a clínica.",
        )
    if len(facts.days) == 1 and (quantidade or 1) > 1:
        cells.problem(
            Campo.QUANTIDADE,
            "quantity_mismatch",
            f"Há uma data só para {quantidade} sessões. Escreva a data de cada sessão.",
        )
    if not facts.hora_inicial and (cells.has(Campo.HORARIO) or cells.has(Campo.HORA_INICIAL)):
        campo = Campo.HORARIO if cells.has(Campo.HORARIO) else Campo.HORA_INICIAL
        cells.warn(campo, "missing_time", "falta o horário da sessão")


def _check_surgery(cells: RowCells, facts: Facts) -> None:
    """The manual's Honorário individual asks for times, degree and access route: none is supposed."""
    asked = (
        (Campo.HORA_INICIAL, facts.hora_inicial, "missing_time", "a hora inicial"),
        (Campo.HORA_FINAL, facts.hora_final, "missing_time", "a hora final"),
        (Campo.GRAU_PARTICIPACAO, facts.grau, "missing_participation", "o grau de participação"),
        (Campo.VIA_ACESSO, facts.via, "missing_access_route", "a via de acesso"),
    )
    for campo, value, code, what in asked:
        column = cells.columns.por_campo.get(campo)
        said = column is not None and any(problem.coluna == column.titulo for problem in cells.problems)
        if not value and not said:
            cells.problem(campo, code, f"Falta {what}. Preencha a célula.")
