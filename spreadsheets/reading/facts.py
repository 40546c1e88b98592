"""The values that one row states, each read on its own."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from agent.model.competencia import Competencia
from agent.model.valor import Centavos
from mappings.campo import Campo
from mappings.wording import fold
from spreadsheets.reading.cells import RowCells
from spreadsheets.reading.codes import (
    Code,
    read_autorizacao,
    read_carteira,
    read_codigos,
    read_conselho,
    read_text,
    with_its_zeros,
)
from spreadsheets.reading.dates import DateStyle, read_dates
from spreadsheets.reading.dental import marked_faces, odd_faces, read_dente, read_faces
from spreadsheets.reading.grid import Raw, shown
from spreadsheets.reading.hints import read_competencia
from spreadsheets.reading.hours import Hours, read_hours
from spreadsheets.reading.money import MoneyStyle, read_amounts, read_money
from spreadsheets.reading.plausibility import Period
from spreadsheets.reading.problem import CellProblem
from spreadsheets.reading.quantity import Amounts, read_quantidade, read_quantidades
from spreadsheets.reading.surgery import read_cids, read_grau, read_via

_NOTE = 500


@dataclass(frozen=True, slots=True)
class TableStyle:
    """What whole columns and the table tell: how its dates and amounts are written, the month, what days it may hold.

    `zero_led`: per portal, how many digits the authorisations that begin with zero have.
    """

    dates: DateStyle
    money: dict[Campo, MoneyStyle]
    competencia: Competencia | None
    month_given: bool
    period: Period
    zero_led: Mapping[str, int]


@dataclass(slots=True)
class Facts:
    """One row's values; None or "" where the row says nothing or its problem was kept.

    `quantidades`: none, one, or one for each of several codes or days. `amounts`: one for each code. `hours`: start and
    end, one for all days or one for each.
    """

    autorizacao: str | None
    competencia: Competencia | None
    days: tuple[date, ...]
    codes: tuple[Code, ...]
    quantidades: tuple[int, ...]
    amounts: tuple[Amounts, ...]
    autorizada: int | None
    validade: date | None
    dente: str
    faces: str
    hours: tuple[Hours, ...]
    grau: str
    via: str
    cids: tuple[str, ...]
    beneficiario: str
    carteira: str
    conselho: str
    profissional: str
    observacao: str
    descricao: str
    tipo: str

    @property
    def hora_inicial(self) -> str:
        """The start of the row's first service."""
        return self.hours[0][0]

    @property
    def hora_final(self) -> str:
        """The end of the row's first service."""
        return self.hours[0][1]


def read_facts(cells: RowCells, style: TableStyle, portal: str) -> Facts:
    """Read every field of a row of `portal`; problems and warnings stay in `cells`."""
    autorizacao = cells.required(
        Campo.NUMERO_AUTORIZACAO,
        lambda raw: with_its_zeros(
            read_autorizacao(raw, cells.zero_width(Campo.NUMERO_AUTORIZACAO)), style.zero_led.get(portal, 0)
        ),
        "missing_authorization",
        "o número da autorização",
    )
    competencia = _competencia(cells, style)
    codes = _codes(cells)
    days = _days(cells, style, competencia)
    services = len(codes) if len(codes) > 1 else max(1, len(days))
    dente, faces = _tooth(cells)
    return Facts(
        autorizacao=autorizacao,
        competencia=competencia,
        days=days,
        codes=codes,
        quantidades=cells.optional(Campo.QUANTIDADE, lambda raw: read_quantidades(raw, services)) or (),
        autorizada=_authorised(cells),
        validade=_valid_until(cells, style),
        amounts=_amounts(cells, style, len(codes) or 1),
        dente=dente,
        faces=faces,
        hours=read_hours(cells, max(1, len(days))),
        grau=cells.optional(Campo.GRAU_PARTICIPACAO, read_grau) or "",
        via=cells.optional(Campo.VIA_ACESSO, read_via) or "",
        cids=cells.optional(Campo.CID, read_cids) or (),
        beneficiario=_beneficiario(cells),
        carteira=_carteira(cells),
        conselho=_conselho(cells),
        profissional=cells.optional(Campo.PROFISSIONAL, read_text) or "",
        observacao=_note(cells),
        descricao=cells.optional(Campo.DESCRICAO, read_text) or "",
        tipo=cells.optional(Campo.TIPO, read_text) or "",
    )


def _competencia(cells: RowCells, style: TableStyle) -> Competencia | None:
    """The month asked for wins; else the row's own column, else the table's."""
    raw = cells.raw(Campo.COMPETENCIA)
    if raw is None and style.competencia is not None:
        return style.competencia
    own = None
    if isinstance(raw, date) and 2000 <= raw.year <= 2099:
        own = Competencia.of(raw)
    elif isinstance(raw, str):
        own = read_competencia(raw, style.period.today)
    elif isinstance(raw, int | float) and style.competencia is not None and raw in range(1, 13):
        own = _nearest(int(raw), style.competencia)
    if own is None and style.competencia is None:
        cells.problem(Campo.COMPETENCIA, "missing_competencia", "Falta a competência da linha. Escreva MM/AAAA.")
    if own is None or (style.month_given and own == style.competencia):
        return style.competencia
    if style.month_given:
        cells.warn(Campo.COMPETENCIA, "competencia", f"a linha diz {own}; foi lida na competência {style.competencia}")
        return style.competencia
    return own


def _nearest(month: int, table: Competencia) -> Competencia:
    """A month without its year, of the year that brings it nearest to the table's."""
    years = (Competencia(table.ano + step, month) for step in (-1, 0, 1))
    return min(years, key=lambda c: abs((c.ano - table.ano) * 12 + c.mes - table.mes))


def _days(cells: RowCells, style: TableStyle, competencia: Competencia | None) -> tuple[date, ...]:
    dates, period = style.dates, style.period
    if competencia != style.competencia:
        dates, period = replace(dates, competencia=competencia), replace(period, competencia=competencia)
    if cells.columns.date_parts:
        days = _day_of_parts(cells, dates)
    elif Campo.DATA in cells.columns.spread:
        days = _days_of_columns(cells, dates)
    else:
        read = cells.required(Campo.DATA, lambda raw: read_dates(raw, dates), "missing_date", "a data do atendimento")
        days = read or ()
    for day in days:
        try:
            cells.warn(Campo.DATA, "late_service", period.check(day))
        except CellProblem as problem:
            cells.problem(Campo.DATA, problem.code, problem.motivo)
    return days


def _day_of_parts(cells: RowCells, style: DateStyle) -> tuple[date, ...]:
    """The day that "Dia", "Mês" and perhaps "Ano" say together."""
    parts = [shown(cells.raw_in(Campo.DATA, column)) for column in cells.columns.date_parts]
    if not all(parts):
        cells.problem(Campo.DATA, "missing_date", "Falta o dia, o mês ou o ano do atendimento. Preencha a célula.")
        return ()
    text = "/".join(parts) if parts[1].isdigit() else " de ".join(parts)
    try:
        return read_dates(text, replace(style, month_first=False))
    except CellProblem as problem:
        cells.problem(Campo.DATA, problem.code, problem.motivo)
        return ()


def _days_of_columns(cells: RowCells, style: DateStyle) -> tuple[date, ...]:
    """The days of "Data 1", "Data 2"... in the row's order; a day that comes twice is a problem."""
    before = len(cells.problems)
    days = [day for found in cells.each(Campo.DATA, lambda raw: read_dates(raw, style)) for day in found]
    if not days and len(cells.problems) == before:
        cells.problem(Campo.DATA, "missing_date", "Falta a data do atendimento. Preencha a célula.")
    if len(set(days)) < len(days):
        cells.problem(Campo.DATA, "duplicate_session", "A mesma data aparece em duas colunas. Confira com a clínica.")
    return tuple(days)


def _beneficiario(cells: RowCells) -> str:
    """The patient's name; "Nome" and "Sobrenome" joined."""
    name = cells.optional(Campo.BENEFICIARIO, _name) or ""
    if Campo.BENEFICIARIO not in cells.columns.spread:
        return name
    more = [_name(raw) for _, raw in list(cells.filled(Campo.BENEFICIARIO))[1:]] if name else []
    return " ".join([name, *(part for part in more if not fold(name).endswith(fold(part)))])


def _tooth(cells: RowCells) -> tuple[str, str]:
    if not (cells.has(Campo.DENTE) or cells.has(Campo.FACES) or cells.columns.face_marks):
        return "", ""
    dente, together = cells.optional(Campo.DENTE, read_dente) or ("", "")
    faces = cells.optional(Campo.FACES, read_faces) or marked_faces(cells.marked_faces(), dente)
    if together and faces and together != faces:
        cells.problem(Campo.FACES, "invalid_face", f"O dente diz as faces {together} e a coluna diz {faces}. Confira.")
    if faces and not dente and cells.has(Campo.DENTE):
        cells.problem(Campo.DENTE, "missing_tooth", f"Há faces ({faces}) sem o dente. Preencha o dente.")
    cells.warn(Campo.FACES, "odd_face", odd_faces(dente, faces or together))
    return dente, faces or together


def _authorised(cells: RowCells) -> int | None:
    """How many the authorisation allows; what cannot be read serves only the forecast, so it holds nothing."""
    if not cells.has(Campo.QUANTIDADE_AUTORIZADA):
        return None
    try:
        return read_quantidade(cells.raw(Campo.QUANTIDADE_AUTORIZADA))
    except CellProblem:
        return None


def _valid_until(cells: RowCells, style: TableStyle) -> date | None:
    """The authorisation's last day; what is not one date serves only the forecast, so it holds nothing."""
    if not cells.has(Campo.VALIDADE):
        return None
    try:
        (last,) = read_dates(cells.raw(Campo.VALIDADE), replace(style.dates, competencia=None, day_only=False))
    except (CellProblem, ValueError):
        return None
    return last


def _codes(cells: RowCells) -> tuple[Code, ...]:
    width = cells.zero_width(Campo.CODIGO_PROCEDIMENTO)
    codes = cells.optional(Campo.CODIGO_PROCEDIMENTO, lambda raw: read_codigos(raw, width)) or ()
    for code in codes:
        cells.warn(Campo.CODIGO_PROCEDIMENTO, "restored_code", code.aviso)
    return codes


def _amounts(cells: RowCells, style: TableStyle, services: int) -> tuple[Amounts, ...]:
    """The amounts of each of the row's codes."""
    columns = {campo: _amount(cells, campo, money, services) for campo, money in style.money.items()}
    return tuple({campo: found[index] for campo, found in columns.items()} for index in range(services))


def _amount(cells: RowCells, campo: Campo, style: MoneyStyle, services: int) -> tuple[Centavos | None, ...]:
    """An amount for each code, None for a blank cell; a dash or a word in it is a problem, not a blank."""
    raw = cells.raw(campo)
    if raw is None or not shown(raw):
        return (None,) * services
    try:
        found = (read_money(raw, style),) if services == 1 else read_amounts(raw, style, services)
    except CellProblem as problem:
        cells.problem(campo, problem.code, problem.motivo)
        return (None,) * services
    for amount in found:
        cells.warn(campo, "rounded_amount", amount.aviso)
    return tuple(amount.centavos for amount in found)


def _name(raw: Raw) -> str:
    return " ".join(read_text(raw).split())[:_NOTE]


def _carteira(cells: RowCells) -> str:
    """A card that Excel damaged is left out with a warning: it only serves to compare."""
    raw = cells.raw(Campo.NUMERO_CARTEIRA)
    try:
        return read_carteira(raw, cells.zero_width(Campo.NUMERO_CARTEIRA))
    except CellProblem as problem:
        cells.warn(Campo.NUMERO_CARTEIRA, problem.code, f"{problem.motivo} A carteira não foi usada.")
        return ""


def _conselho(cells: RowCells) -> str:
    raw = cells.raw(Campo.CODIGO_CONSELHO)
    try:
        return read_conselho(raw, cells.zero_width(Campo.CODIGO_CONSELHO))
    except CellProblem as problem:
        cells.problem(Campo.CODIGO_CONSELHO, problem.code, problem.motivo)
        return ""


def _note(cells: RowCells) -> str:
    note = read_text(cells.raw(Campo.OBSERVACAO))
    if len(note) > _NOTE:
        cells.warn(
            Campo.OBSERVACAO, "long_note", f"a observação tem {len(note)} letras; foram lidas as {_NOTE} primeiras"
        )
    return note[:_NOTE]
