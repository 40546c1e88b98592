"""From bytes to grids: what a file is, is decided by its content, never by its name."""

from agent.model.errors import SheetUnreadable
from spreadsheets.reading.delimited import read_delimited
from spreadsheets.reading.grid import Grid
from spreadsheets.reading.html_tables import read_html
from spreadsheets.reading.odf import read_odf
from spreadsheets.reading.refusals import not_a_sheet, protected
from spreadsheets.reading.spreadsheetml import read_spreadsheetml
from spreadsheets.reading.workbook import read_workbook

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = (b"<!doctype", b"<html", b"<table", b"<?xml", b"<head", b"<body", b"<meta", b"<style", b"<!--", b"<div")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LOOK = 200_000
_LARGEST = 100 * 1024 * 1024
_NOT_SHEETS = (
    (b"MIME-Version:", "é uma página arquivada (MHTML)", "Abra-o no Excel e salve como .xlsx."),
    (b"%PDF", "é um PDF", "Peça à clínica a planilha que deu origem ao PDF (.xlsx ou .csv)."),
    (b"\x89PNG", "é uma imagem", "Peça à clínica a planilha (.xlsx ou .csv), não a foto dela."),
    (b"\xff\xd8\xff", "é uma imagem", "Peça à clínica a planilha (.xlsx ou .csv), não a foto dela."),
    (b"{\\rtf", "é um documento de texto (RTF)", "Peça à clínica a planilha (.xlsx ou .csv)."),
    (b"Rar!", "é um arquivo compactado (RAR)", "Descompacte-o e envie a planilha que está dentro."),
    (b"7z\xbc\xaf", "é um arquivo compactado (7z)", "Descompacte-o e envie a planilha que está dentro."),
    (b"\x1f\x8b", "é um arquivo compactado (gzip)", "Descompacte-o e envie a planilha que está dentro."),
)


def open_grids(content: bytes, name: str) -> tuple[Grid, ...]:
    """The sheets of a file, in its own order. `name` is only for messages.

    Raises SheetUnreadable, saying what the file is and what to do, for anything that is not a spreadsheet.
    """
    if len(content) > _LARGEST:
        raise SheetUnreadable("O arquivo passa de 100 MB.", where=name, do="Peça à clínica só a planilha do mês.")
    if not content.strip(b"\x00 \t\r\n"):
        raise SheetUnreadable("O arquivo está vazio.", where=name, do="Peça à clínica que o envie de novo.")
    if content.startswith(_OLE) and _ENCRYPTED in content:
        raise protected(name)
    if content.startswith((_ZIP, _OLE)):
        return read_workbook(content, name)
    for magic, what, do in _NOT_SHEETS:
        if content.startswith(magic):
            raise not_a_sheet(name, what, do)
    return _read_markup(content, name) if _is_markup(content) else (read_delimited(content, name),)


def _is_markup(content: bytes) -> bool:
    head = content[:1024].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").replace(b"\x00", b"").lower()
    return head.startswith(_MARKUP) or (head.startswith(b"<") and b"<table" in head)


def _read_markup(content: bytes, name: str) -> tuple[Grid, ...]:
    head = content[:4096].replace(b"\x00", b"").lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head and b"<html" not in head:
        return read_spreadsheetml(content, name)
    if b"<office:document" in head:
        return read_odf(content, name)
    if b"<html" not in head and b"<!doctype html" not in head and b"<table" not in content[:_LOOK].lower():
        raise not_a_sheet(name, "é um XML", "Peça à clínica a planilha (.xlsx ou .csv).")
    return read_html(content, name)
