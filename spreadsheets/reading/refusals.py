"""The sentences for files that cannot be read, each said in one place."""

from agent.model.errors import SheetUnreadable


def protected(name: str) -> SheetUnreadable:
    """A password is asked for."""
    return SheetUnreadable(
        "O arquivo está protegido por senha.", where=name, do="Peça à clínica que o salve sem senha e envie de novo."
    )


def damaged(name: str) -> SheetUnreadable:
    """Truncated, or not what it says it is."""
    return SheetUnreadable(
        "O arquivo está danificado ou incompleto.", where=name, do="Peça à clínica que o envie de novo."
    )


def too_large(name: str) -> SheetUnreadable:
    """It would unpack to more than any month's sheet holds."""
    return SheetUnreadable(
        "O arquivo, descompactado, é grande demais para uma planilha do mês.",
        where=name,
        do="Peça à clínica que copie só a tabela para um arquivo novo.",
    )


def too_far(name: str, row: int, column: str) -> SheetUnreadable:
    """Values so far from the table that the rectangle up to them would fill the memory."""
    return SheetUnreadable(
        f"A planilha tem valores muito longe da tabela (linha {row}, coluna {column}).",
        where=name,
        do="Peça à clínica que copie só a tabela para um arquivo novo.",
    )


def unsafe(name: str) -> SheetUnreadable:
    """It defines entities, as no program that writes spreadsheets does."""
    return SheetUnreadable(
        "O arquivo traz definições que nenhum programa de planilhas grava, e não foi aberto.",
        where=name,
        do="Peça à clínica que abra a planilha no Excel, salve como .xlsx e envie de novo.",
    )


def not_a_sheet(name: str, what: str, do: str) -> SheetUnreadable:
    """Something else altogether."""
    return SheetUnreadable(f"O arquivo {what}, não uma planilha.", where=name, do=do)
