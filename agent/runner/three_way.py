"""Pure: sheet, ledger and portal held side by side; every difference named once, with its place, and no patient."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from agent.model.data import write_data
from agent.model.entry import Entry, State
from agent.model.lancamento import Chave, Lancamento
from agent.model.registro import Movimento, Registro
from agent.model.same_person import Likeness, same_person
from agent.model.valor import write_valor

_THERE = {State.LANCADA, State.FECHADA, State.RETORNADA, State.QUITADA}


class Achado(StrEnum):
    """What differs."""

    FALTA = "falta no portal"
    A_MAIS = "a mais no portal"
    VALOR = "valor diferente"
    QUANTIDADE = "quantidade diferente"
    DATA = "data diferente"
    CODIGO = "código diferente"
    PACIENTE = "paciente a conferir"
    VERMELHA = "não finalizado (vermelho)"
    LIVRO = "livro diferente"


@dataclass(frozen=True, slots=True)
class Diferenca:
    """One difference: what it is, whose (authorisation and code), where it was read (sheet and row, or "portal")."""

    achado: Achado
    numero_autorizacao: str
    codigo_procedimento: str
    onde: str
    texto: str


def three_way(sheet: Sequence[Lancamento], entries: Sequence[Entry], registro: Registro) -> list[Diferenca]:
    """Every difference between what the sheet asks, what the ledger believes and what the portal shows.

    A service of the sheet is looked for by its whole key, then by authorisation and code (another date), then by
    authorisation and date (another code). Sorted by authorisation.
    """
    pairs, asked_left, rows_left = _paired(sheet, registro.finalizados)
    found = [d for asked, row in pairs for d in _of_a_pair(asked, row)]
    found += [_of_sheet(Achado.FALTA, asked, "está na planilha e não no portal") for asked in asked_left]
    found += [_of_row(Achado.A_MAIS, row, "está no portal e não na planilha") for row in rows_left]
    found += [_of_row(Achado.VERMELHA, row, "aberto e não gravado: exclua ou finalize") for row in registro.drafts]
    found += _of_the_ledger(sheet, entries, registro)
    return sorted(found, key=lambda d: (d.numero_autorizacao, d.codigo_procedimento, d.achado))


Pairs = list[tuple[Lancamento, Movimento]]


def _paired(sheet: Sequence[Lancamento], rows: Sequence[Movimento]) -> tuple[Pairs, list[Lancamento], list[Movimento]]:
    pairs: Pairs = []
    asked_left, rows_left = list(sheet), list(rows)
    for same in (_same_key, _same_code, _same_day):
        for asked in list(asked_left):
            fits = [row for row in rows_left if same(asked, row)]
            best = next((row for row in fits if row.valor == asked.valor_informado), None) or next(iter(fits), None)
            if best is not None:
                asked_left.remove(asked)
                rows_left.remove(best)
                pairs.append((asked, best))
    return pairs, asked_left, rows_left


def _same_key(asked: Lancamento, row: Movimento) -> bool:
    return row.chave == asked.chave.without_ocorrencia


def _same_code(asked: Lancamento, row: Movimento) -> bool:
    mine = (asked.numero_autorizacao, asked.codigo_procedimento, asked.dente)
    return mine == (row.numero_autorizacao, row.codigo_procedimento, row.dente)


def _same_day(asked: Lancamento, row: Movimento) -> bool:
    return (asked.numero_autorizacao, asked.data) == (row.numero_autorizacao, row.data)


def _of_a_pair(asked: Lancamento, row: Movimento) -> Iterable[Diferenca]:
    if row.data != asked.data:
        there = write_data(row.data) if row.data else "em branco"
        yield _of_sheet(Achado.DATA, asked, f"planilha {write_data(asked.data)}, portal {there}")
    if row.codigo_procedimento != asked.codigo_procedimento:
        text = f"planilha {asked.codigo_procedimento}, portal {row.codigo_procedimento}"
        yield _of_sheet(Achado.CODIGO, asked, text)
    if asked.valor_informado is not None and row.valor != asked.valor_informado:
        there = "em branco" if row.valor is None else write_valor(row.valor)
        yield _of_sheet(Achado.VALOR, asked, f"planilha {write_valor(asked.valor_informado)}, portal {there}")
    if row.quantidade != asked.quantidade:
        yield _of_sheet(Achado.QUANTIDADE, asked, f"planilha {asked.quantidade}, portal {row.quantidade}")
    if asked.beneficiario and row.beneficiario:
        match = same_person(asked.beneficiario, row.beneficiario)
        if match.likeness is not Likeness.SAME:
            yield _of_sheet(Achado.PACIENTE, asked, f"{match.likeness.value} (semelhança {match.score} de 100)")


def _of_the_ledger(sheet: Sequence[Lancamento], entries: Sequence[Entry], registro: Registro) -> list[Diferenca]:
    """What the ledger believes to be there against the rows that are, and what it does not know of the sheet."""
    there: Counter[Chave] = Counter(row.chave for row in registro.finalizados if row.chave)
    believed: dict[Chave, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.state in _THERE:
            believed[entry.lancamento.chave.without_ocorrencia].append(entry)
    found = []
    for key, held in believed.items():
        for entry in held[there[key] :]:
            found.append(_of_sheet(Achado.LIVRO, entry.lancamento, f"o livro diz {entry.state}; o portal não o mostra"))
    for key, count in there.items():
        if count > len(believed[key]) and any(a.chave.without_ocorrencia == key for a in sheet):
            row = next(row for row in registro.finalizados if row.chave == key)
            found.append(_of_row(Achado.LIVRO, row, "está no portal; o livro não o tem como lançado: rode planejar"))
    return found


def _of_sheet(achado: Achado, asked: Lancamento, text: str) -> Diferenca:
    return Diferenca(achado, asked.numero_autorizacao, asked.codigo_procedimento, str(asked.origem), text)


def _of_row(achado: Achado, row: Movimento, text: str) -> Diferenca:
    where = f"portal, movimento {row.movimento}" if row.movimento else "portal"
    return Diferenca(achado, row.numero_autorizacao, row.codigo_procedimento, where, text)
