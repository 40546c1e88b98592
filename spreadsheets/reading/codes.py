"""Authorisations, procedure codes, cards and council numbers: text, digit by digit, with their zeros."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import lru_cache
from string import ascii_letters

from mappings.vocabulary import vocabulary
from mappings.wording import fold
from spreadsheets.reading.grid import Raw, is_blank, shown
from spreadsheets.reading.problem import CellProblem

_LONGEST_NOTHING = 20
_SOMETHING_BEGINS = frozenset(f"{ascii_letters}0123456789").difference(
    *((word[:1], word[:1].upper()) for word in vocabulary().vazio)
)
_REMEMBERED = 4_096
_EXCEL_TEXT = re.compile(r'="?([^"]*)"?')
_POINT_ZERO = re.compile(r"(\d+)[.,]0+")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_SCIENTIFIC = re.compile(r"\d+(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
_SEVERAL = re.compile(r"\d{4,}\s*(?:[,;/+&|\n]|\be\b)\s*\d{4,}")
_NEXT = re.compile(r"\s*(?:[,;/+&|\n]|\s-\s|\be\b|\s)\s*(?=(?:\d{8}|\d{4})(?!\d))")
_BEFORE_CODE = re.compile(r"(?i)^(?:tuss|amb|c[óo]d(?:igo|\.)?|(?:tabela )?22\s*[-–])\s*:?\s*(?=\d)")
_NAME_FIRST = re.compile(r"(?P<name>[^\d]{3,}?)[\s(\[:–-]+(?P<code>\d{8})[)\]]?")
_ANOTHER = re.compile(r"(?<!\d)\d{8}(?!\d)")
_TUSS = re.compile(r"\d\.\d{2}\.\d{2}\.\d{2}-\d|\d{2}\.\d{2}\.\d{3}-\d")
_CODE = re.compile(r"(?P<code>\d[\d.\-]*\d|\d)(?:\s*(?:[-–:]|\s)\s*(?P<name>[^\d\s].*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Code:
    """A procedure code; `descricao` is what the same cell says after it, `aviso` what was done to it."""

    codigo: str
    descricao: str = ""
    aviso: str = ""


def as_text(raw: Raw, zero_width: int = 0) -> str:
    """A cell as the digits or words it shows: 2991204.0 as "2991204", '="00451"' and "'00451" as "00451".

    `zero_width` is how many digits its number format shows. Raises CellProblem(lost_digits) for a number too long
    for Excel to have kept.
    """
    if isinstance(raw, bool | date | time | timedelta):
        raise CellProblem("invalid_code", f"{shown(raw)!r} virou data ou hora no Excel. Escreva-o como texto.")
    if isinstance(raw, int | float):
        return _number(float(raw)).zfill(zero_width)  # as Excel holds it: whole and exact below 10**15
    text = (raw or "").replace("\u00a0", " ").replace("\u200b", "").replace("\ufeff", "").strip()
    if trick := _EXCEL_TEXT.fullmatch(text):
        text = trick[1].strip()
    text = text.lstrip("'’`").strip()
    if _SCIENTIFIC.fullmatch(text):
        raise CellProblem(
            "lost_digits", f"{text!r}: o Excel perdeu dígitos deste número. Peça o número inteiro, como texto."
        )
    return _POINT_ZERO.sub(r"\1", text) if _POINT_ZERO.fullmatch(text) else text


def _number(value: float) -> str:
    if not value.is_integer() or value < 0:
        raise CellProblem("invalid_code", f"{value} não é um número inteiro. Escreva-o como texto.")
    if value >= 10**15:
        raise CellProblem(
            "lost_digits", f"{value:.0f}: o Excel só guarda 15 dígitos. Peça o número inteiro, como texto."
        )
    return str(int(value))


def says_nothing(raw: Raw) -> bool:
    """Whether a cell is blank or holds a dash or a word for nothing ("s/n", "não tem")."""
    if isinstance(raw, str):
        if raw[:1] in _SOMETHING_BEGINS:
            return False
        return is_blank(raw) or (len(raw) <= _LONGEST_NOTHING and fold(raw) in vocabulary().vazio)
    return raw is None


def read_autorizacao(raw: Raw, zero_width: int = 0) -> str:
    """The authorisation's number, 3 to 20 digits. Raises CellProblem: invalid_authorization, lost_digits."""
    written = as_text(raw, zero_width)
    if written.isdecimal() and written.isascii() and 3 <= len(written) <= 20 and written.strip("0"):
        return written
    text = re.sub(r"(?i)^(?:guia|aut\w*|senha|n[º°o.]*)\s*:?\s*(?=\d)", "", written)
    if _GROUPED.fullmatch(text):
        text = text.replace(".", "")
    text = re.sub(r"(?<=\d) (?=\d)", "", text)
    if _SEVERAL.search(written):
        raise _autorizacao(text, "há mais de um número na célula; escreva um por linha")
    if not re.fullmatch(r"\d{3,20}", text):
        raise _autorizacao(text, "só se aceitam dígitos, de 3 a 20")
    if not text.strip("0"):
        raise _autorizacao(text, "são só zeros")
    return text


def with_its_zeros(numero: str, zero_led: int) -> str:
    """The number as it is. Raises CellProblem(lost_zeros) when others of the column begin with zero and it is short."""
    if len(numero) < zero_led:
        raise CellProblem(
            "lost_zeros",
            f"{numero!r} tem {len(numero)} dígitos, e outras da coluna começam com zero e têm {zero_led}: "
            f"o Excel pode ter tirado os zeros. Confirme o número.",
        )
    return numero


def zero_led_width(raws: Iterable[Raw]) -> int:
    """How many digits the numbers of a column that begin with zero have; 0 when none does or they differ."""
    widths = {len(raw.strip()) for raw in raws if isinstance(raw, str) and re.fullmatch(r"0\d+", raw.strip())}
    return widths.pop() if len(widths) == 1 else 0


def _autorizacao(text: str, why: str) -> CellProblem:
    return CellProblem("invalid_authorization", f"{text!r} não foi aceito como autorização: {why}.")


@lru_cache(maxsize=_REMEMBERED, typed=True)
def read_codigo(raw: Raw, zero_width: int = 0) -> Code:
    """The procedure's code, and its name when the cell has both. Raises CellProblem: invalid_code, several_codes."""
    text = as_text(raw, zero_width)
    found = _CODE.fullmatch(_BEFORE_CODE.sub("", text)) or _after_its_name(text)
    if _SEVERAL.search(text) or (found and _ANOTHER.search(found["name"] or "")):
        raise CellProblem("several_codes", f"Há mais de um código em {text!r}. Escreva um procedimento por linha.")
    digits = re.sub(r"[.\-]", "", found["code"]) if found else ""
    if found is None or (
        digits != found["code"] and not (_TUSS.fullmatch(found["code"]) or _GROUPED.fullmatch(found["code"]))
    ):
        raise CellProblem("invalid_code", f"{text!r} não foi aceito como código de procedimento. Escreva só o código.")
    if digits in vocabulary().zeros_perdidos:
        full = vocabulary().zeros_perdidos[digits]
        return Code(
            full, (found["name"] or "").strip(), f"o código {digits} foi lido como {full}: o Excel tira os zeros"
        )
    if len(digits) not in {3, 4, 8}:
        raise CellProblem(
            "invalid_code", f"O código {text!r} tem {len(digits)} dígitos; um código TUSS ou AMB tem 8. Confira-o."
        )
    return Code(digits, (found["name"] or "").strip())


@lru_cache(maxsize=_REMEMBERED, typed=True)
def read_codigos(raw: Raw, zero_width: int = 0) -> tuple[Code, ...]:
    """The codes of a cell, in its order: nearly always one. Raises CellProblem as `read_codigo`, or repeated_code."""
    text = as_text(raw, zero_width)
    parts = _NEXT.split(text) if _SEVERAL.search(text) or len(_ANOTHER.findall(text)) > 1 else []
    if len(parts) < 2:
        return (read_codigo(raw, zero_width),)
    codes = tuple(read_codigo(part) for part in parts)
    if len({code.codigo for code in codes}) != len(codes):
        raise CellProblem("repeated_code", f"Há um código repetido em {text!r}. Escreva um procedimento por linha.")
    return codes


def _after_its_name(text: str) -> re.Match[str] | None:
    """ "Sessão de fono (50000616)": the name, then the one code."""
    return _NAME_FIRST.fullmatch(text)


def read_carteira(raw: Raw, zero_width: int = 0) -> str:
    """The card or matricula as written. Raises CellProblem(lost_digits, invalid_code)."""
    text = as_text(raw, zero_width)
    return text if text.isprintable() and "  " not in text else re.sub(r"\s+", " ", text)


@lru_cache(maxsize=_REMEMBERED, typed=True)
def read_conselho(raw: Raw, zero_width: int = 0) -> str:
    """The council's number: "CRM/RS 31.207" gives "31207"; what is not of that shape stays as written."""
    text = as_text(raw, zero_width)
    found = re.fullmatch(
        r"(?i)(?:cr[a-z]{1,6}|coren)?[\s/:\-–]*(?:[a-z]{2})?[\s:\-–nº°]*(\d[\d.]*)(?:[\s/\-–]*(?:[a-z]{1,2}))?", text
    )
    return found[1].replace(".", "") if found else text


def read_text(raw: Raw) -> str:
    """Words as written, spaces in excess removed; line breaks inside a cell stay."""
    if isinstance(raw, str) and raw.isprintable() and "  " not in raw:
        return raw.strip()
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return shown(raw)
    lines = (re.sub(r"[ \t\u00a0\u200b\ufeff]+", " ", line).strip() for line in shown(raw).splitlines())
    return "\n".join(line for line in lines if line)
