"""The pack for other programs: a CSV of every entry and an OFX of what is expected and received. See docs/contas.md."""

import csv
import hashlib
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from xml.sax.saxutils import escape

from agent.model.valor import Centavos, as_decimal
from spreadsheets.writing.pack.report import Deposito, Pack
from spreadsheets.writing.saving import replacing

HEADINGS = (
    "clinica",
    "portal",
    "competencia",
    "autorizacao",
    "codigo",
    "data",
    "quantidade",
    "profissional",
    "situacao",
    "informado",
    "liberado",
    "glosado",
    "em_recurso",
    "perda",
    "pendente",
    "diferenca",
    "motivo",
)
_AMOUNTS = HEADINGS[9:16]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_exports(workbook: Path, pack: Pack) -> tuple[Path, Path]:
    """Beside the workbook, as private as it: NAME.csv and NAME.ofx, without patients. Raises WorkbookBusy."""
    table, bank = workbook.with_suffix(".csv"), workbook.with_suffix(".ofx")
    with replacing(table) as part:
        text = TextIOWrapper(part, encoding="utf-8-sig", newline="")
        writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
        writer.writerow(HEADINGS)
        writer.writerows(_rows(pack))
        text.detach()  # what it holds is written out; the file stays open
    with replacing(bank) as part:
        part.write("".join(_ofx(pack)).encode())
    return table, bank


def _rows(pack: Pack) -> Iterator[list[str]]:
    for conta in pack.contas:
        item = conta.item
        words = (item.autorizacao, item.codigo, item.data.isoformat(), str(item.quantidade), item.profissional)
        yield [
            *map(safe_text, (item.key.clinica, item.key.portal, item.key.competencia.iso, *words, conta.situacao)),
            *(plain_valor(getattr(conta, name)) for name in _AMOUNTS),
            safe_text(conta.motivo),
        ]


def safe_text(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def plain_valor(valor: Centavos) -> str:
    """Centavos as a Brazilian spreadsheet reads a number."""
    return f"{as_decimal(valor):.2f}".replace(".", ",")


def _ofx(pack: Pack) -> Iterator[str]:
    """OFX 2.2, one statement: each deposit as a credit on its own day."""
    now = f"{pack.gerado_em:%Y%m%d%H%M%S}"
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<?OFX OFXHEADER="200" VERSION="220" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>\n'
    well = "<STATUS><CODE>0</CODE><SEVERITY>INFO</SEVERITY></STATUS>"
    yield f"<OFX><SIGNONMSGSRSV1><SONRS>{well}<DTSERVER>{now}</DTSERVER><LANGUAGE>POR</LANGUAGE></SONRS>"
    yield "</SIGNONMSGSRSV1>"
    yield f"<BANKMSGSRSV1><STMTTRNRS><TRNUID>0</TRNUID>{well}<STMTRS><CURDEF>BRL</CURDEF>"
    yield "<BANKACCTFROM><BANKID>0</BANKID><ACCTID>0</ACCTID><ACCTTYPE>CHECKING</ACCTTYPE></BANKACCTFROM><BANKTRANLIST>"
    days = [deposito.data for deposito in pack.depositos] or [pack.gerado_em.date()]
    yield f"<DTSTART>{min(days):%Y%m%d}</DTSTART><DTEND>{max(days):%Y%m%d}</DTEND>\n"
    for deposito in pack.depositos:
        yield _transaction(deposito)
    total = sum(deposito.valor for deposito in pack.depositos)
    yield f"</BANKTRANLIST><LEDGERBAL><BALAMT>{as_decimal(total):.2f}</BALAMT><DTASOF>{now}</DTASOF></LEDGERBAL>"
    yield "</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n"


def deposit_id(deposito: Deposito) -> str:
    """The deposit's own FITID, at most 32 signs: the same in every pack, so that no program takes it twice.

    The month it pays is not part of it: the bank's credit stays the same one when that is corrected.
    """
    key = deposito.key
    facts = (key.clinica, key.portal, deposito.data.isoformat(), str(deposito.valor), deposito.historico)
    digest = hashlib.sha256("\n".join(facts).encode()).hexdigest()
    return f"{deposito.data:%Y%m%d}-{digest[:16]}-{deposito.ordinal}"


def _transaction(deposito: Deposito) -> str:
    key = deposito.key
    kind = "CREDIT" if deposito.valor >= 0 else "DEBIT"
    memo = escape(f"{deposito.historico} ({key.clinica}, {key.portal}, {key.competencia})")
    return (
        f"<STMTTRN><TRNTYPE>{kind}</TRNTYPE><DTPOSTED>{deposito.data:%Y%m%d}</DTPOSTED>"
        f"<TRNAMT>{as_decimal(deposito.valor):.2f}</TRNAMT><FITID>{deposit_id(deposito)}</FITID>"
        f"<MEMO>{memo}</MEMO></STMTTRN>\n"
    )
