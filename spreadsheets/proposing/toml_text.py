"""The mapping as a commented TOML: every column of the sheet, what it was taken for, why, and how sure."""

import json
from collections.abc import Iterator
from pathlib import Path

from mappings.sheet import SheetMapping
from spreadsheets.reading.leitura import Leitura, TabelaEntendida
from spreadsheets.writing.saving import write_over

_HEAD = """\
# Como ler as planilhas desta clínica. Feito de "{arquivo}".
# Uma linha que começa com # é comentário. Cada coluna é dita pelo título ("Nº da Guia") ou pela letra ("coluna C").
# Se o modelo mudar e um destes títulos sumir, o faturista pergunta em vez de adivinhar.
"""
_OPTIONS = """\

# O que mais se pode dizer (tire o # e troque o exemplo):
# tipo = "consulta"             # consulta, procedimento, odontologia, exame, honorario ou seriado
# abas = ["Outubro"]            # só estas abas; sem isto, todas as visíveis
# ordem_das_datas = "mda"       # datas de texto com o mês na frente
"""


def toml_text(leitura: Leitura, mapping: SheetMapping) -> str:
    """The file's text; reading it back gives `mapping` with the columns that the sheet showed."""
    return "".join((_HEAD.format(arquivo=leitura.arquivo), *_lines(leitura, mapping)))


def _lines(leitura: Leitura, mapping: SheetMapping) -> Iterator[str]:
    if mapping.portal:
        yield f"portal = {_text(mapping.portal)}\n"
    if mapping.tipo:
        yield f"tipo = {_text(mapping.tipo.value)}\n"
    if mapping.abas:
        yield f"abas = [{', '.join(map(_text, mapping.abas))}]\n"
    if mapping.ordem_das_datas:
        yield f"ordem_das_datas = {_text(mapping.ordem_das_datas)}\n"
    if mapping.ignorar:
        yield f"ignorar = [{', '.join(map(_text, mapping.ignorar))}] # colunas que não interessam\n"
    yield _OPTIONS
    yield from _defaults(mapping)
    yield from _columns(leitura, mapping)
    yield from _rules(mapping)


def _defaults(mapping: SheetMapping) -> Iterator[str]:
    said = {name: value for name, value in mapping.padroes.model_dump().items() if value}
    if said:
        yield "\n[padroes] # para o que a planilha não tem em coluna nenhuma\n"
        yield from (f"{name} = {_text(value)}\n" for name, value in said.items())


def _columns(leitura: Leitura, mapping: SheetMapping) -> Iterator[str]:
    tables = list({table.aba: table for table in reversed(leitura.colunas)}.values())[::-1]
    if len(tables) == 1:
        yield "\n[colunas]\n"
        yield from _of_table(tables[0])
        return
    for table in tables:
        name = _text(table.aba)
        own = mapping.aba.get(table.aba)
        if own and (own.portal or own.tipo):
            yield f"\n[aba.{name}]\n"
            yield f"portal = {_text(own.portal)}\n" if own.portal else ""
            yield f"tipo = {_text(own.tipo.value)}\n" if own.tipo else ""
        yield f"\n[aba.{name}.colunas]\n"
        yield from _of_table(table)


def _of_table(table: TabelaEntendida) -> Iterator[str]:
    titles = [column.titulo for column in table.colunas]
    for column in table.colunas:
        unique = column.titulo and titles.count(column.titulo) == 1
        place = _text(column.titulo if unique else f"coluna {column.letra}")
        if column.campo:
            yield f"{column.campo} = {place} # coluna {column.letra}; {column.motivo} ({column.confianca} %)\n"
        else:
            yield f"# sem uso: {place}, coluna {column.letra}; {column.motivo}\n"


def _rules(mapping: SheetMapping) -> Iterator[str]:
    for portal, rules in mapping.regras.items():
        yield f"\n[regras.{portal}]\n"
        for name, value in rules.model_dump(exclude_none=True, exclude={"maximo", "codigos"}).items():
            yield f"{name} = {value}\n"
        if rules.codigos:
            yield f"codigos = [{', '.join(map(_text, rules.codigos))}]\n"
        if rules.maximo:
            yield f"maximo = {{ {', '.join(f'{_text(code)} = {most}' for code, most in rules.maximo.items())} }}\n"


def _text(text: str) -> str:
    """A TOML basic string: JSON's escapes are a part of TOML's."""
    return json.dumps(text, ensure_ascii=False)


def save_mapping(target: Path, text: str) -> None:
    """Write a mapping's text; the one that was there stays beside it, with ".anterior" at its end."""
    if not target.is_file() or target.read_text(encoding="utf-8-sig") != text:
        write_over(target, text.encode("utf-8"))
