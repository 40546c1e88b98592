"""The three clinics' spreadsheets, each made the way that clinic makes them: titles, odd headings, text and totals."""

import csv
import io
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from agent.demo.clinics import Atendimento, Convenio, DemoClinic
from agent.model.competencia import Competencia
from agent.model.data import write_data
from agent.model.valor import as_decimal, write_valor

_MONTHS = (
    *("JANEIRO", "FEVEREIRO", "MARÇO", "ABRIL", "MAIO", "JUNHO"),
    *("JULHO", "AGOSTO", "SETEMBRO", "OUTUBRO", "NOVEMBRO", "DEZEMBRO"),
)


def write_sheets(clinic: DemoClinic, mes: Competencia, folder: Path) -> list[Path]:
    """Write the clinic's spreadsheets of the month into `folder`; gives their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    month = _MONTHS[mes.mes - 1]
    ipasem, cassind = clinic.at("ipasem"), clinic.at("cassind")
    if ipasem and cassind:
        path = folder / f"FATURAMENTO {month} - {clinic.nome}.xlsx"
        _workbook_of_both(path, clinic, mes, ipasem, cassind)
    elif ipasem:
        path = folder / f"Sessões IPASEM {mes.mes:02d}-{mes.ano}.xlsx"
        _workbook_of_text(path, clinic, mes, ipasem)
    else:
        assert cassind is not None
        path = folder / f"Consultas CASSIND {month.lower()}.csv"
        path.write_bytes(_semicolons(clinic, mes, cassind).encode("cp1252"))
    return [path]


def _workbook_of_text(path: Path, clinic: DemoClinic, mes: Competencia, convenio: Convenio) -> None:
    """Title rows, abbreviated headings, dates and money as text, a totals row, a signature; three rows with a fault."""
    book = Workbook()
    sheet = _active(book, f"{mes.mes:02d}-{mes.ano}")
    sheet.append([clinic.nome.upper()])
    sheet.append([f"Relação de sessões - IPASEM - {_MONTHS[mes.mes - 1]} de {mes.ano}"])
    sheet.append([])
    sheet.append(["Aut.", "Dt", "Pac.", "Matrícula", "AMB", "Qtde", "Valor R$"])
    for service in convenio.atendimentos:
        sheet.append(_as_text(service, f"R$ {write_valor(service.valor)}"))
    wrong = convenio.atendimentos[-1]
    sheet.append(
        [*_as_text(wrong, "R$ 65,00")[:1], f"31/02/{mes.ano}", "Norberto Klauck", "7999-1", wrong.codigo, 1, "R$ 65,00"]
    )
    sheet.append(["", write_data(wrong.dia), "Odila Schorr", "8036-1", wrong.codigo, 1, "R$ 65,00"])
    sheet.append(["2999901", write_data(wrong.dia), "Plínio Tessmann", "8073-8", wrong.codigo, 1, "a combinar"])
    total = sum(service.valor for service in convenio.atendimentos)
    sheet.append(["TOTAL", "", "", "", "", len(convenio.atendimentos), f"R$ {write_valor(total)}"])
    sheet.append([])
    sheet.append(["Responsável: Fga. Marlise Duarte"])
    _wide(sheet, 4)
    book.save(path)


def _as_text(service: Atendimento, valor: str) -> list[str | int]:
    return [service.numero, write_data(service.dia), service.paciente, service.carteira, service.codigo, 1, valor]


def _workbook_of_both(path: Path, clinic: DemoClinic, mes: Competencia, ipasem: Convenio, cassind: Convenio) -> None:
    """A sheet per insurer with headings of its own, real dates and numbers, and a Resumo that is not to be read."""
    book = Workbook()
    sheet = _active(book, "IPASEM")
    sheet.append([f"{clinic.nome} - produção {mes}"])
    sheet.append(["Autorização", "Data", "Nome do Segurado", "Matrícula", "Código AMB", "Quant.", "Valor (R$)"])
    for service in ipasem.atendimentos:
        reais = as_decimal(service.valor)
        sheet.append(
            [int(service.numero), service.dia, service.paciente.upper(), service.carteira, service.codigo, 1, reais]
        )
    _wide(sheet, 2)
    other = book.create_sheet("CASSIND")
    other.append(["Nº Guia", "Dt Consulta", "Paciente", "Nº Carteira", "TUSS", "Vl. Consulta"])
    for service in cassind.atendimentos:
        card = f"0041{service.carteira.replace('-', '')}"
        other.append([service.numero, service.dia, service.paciente, card, service.codigo, as_decimal(service.valor)])
    other.append(["", cassind.atendimentos[-1].dia, "Querubina Stahl", "00419993", "10101012", as_decimal(12050)])
    _wide(other, 1)
    summary = book.create_sheet("Resumo")
    for name, convenio in (("IPASEM", ipasem), ("CASSIND", cassind)):
        summary.append([name, len(convenio.atendimentos), as_decimal(sum(s.valor for s in convenio.atendimentos))])
    book.save(path)


def _semicolons(clinic: DemoClinic, mes: Competencia, convenio: Convenio) -> str:
    """What an old clinic program exports: semicolons, a title, and the trick that keeps leading zeros."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([clinic.nome])
    writer.writerow([f"Consultas eletivas CASSIND - {_MONTHS[mes.mes - 1].lower()}/{mes.ano}"])
    writer.writerow([])
    writer.writerow(["Senha", "Data", "Beneficiário", "Carteirinha", "Cód. TUSS", "Valor R$", "CRM"])
    for service in convenio.atendimentos:
        card = f'="0041{service.carteira.replace("-", "")}"'
        valor = write_valor(service.valor)
        writer.writerow(
            [
                f'="{service.numero}"',
                write_data(service.dia),
                service.paciente,
                card,
                service.codigo,
                valor,
                convenio.conselho,
            ]
        )
    last = convenio.atendimentos[-1]
    writer.writerow(
        ["", write_data(last.dia), "Raimunda Foss", '="00418881"', last.codigo, "120,50", convenio.conselho]
    )
    total = sum(service.valor for service in convenio.atendimentos)
    writer.writerow(["TOTAL GERAL", "", "", "", "", write_valor(total), ""])
    return out.getvalue()


def _active(book: Workbook, title: str) -> Worksheet:
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    return sheet


def _wide(sheet: Worksheet, heading: int) -> None:
    """Columns wide enough to be read, and bold headings, as a person would leave them."""
    for number, cell in enumerate(sheet[heading], start=1):
        cell.font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = 16
    sheet.column_dimensions["C"].width = 30
