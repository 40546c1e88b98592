"""What insurers, invoices and the bank say of the invented year, each with its page or its file."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime, timedelta

from agent.config.office import Office
from agent.ledger.months import Mes
from agent.ledger.store import Ledger
from agent.model.demonstrativo import Demonstrativo, LinhaRetorno
from agent.model.entry import Entry
from agent.model.registro import Evidence, Movimento, Registro
from agent.model.valor import Centavos, write_valor


def record_of(mes: Mes, entries: Sequence[Entry], at: datetime) -> Registro:
    """What the portal shows of the closed month: the operadora's lote, which an appeal has to name."""
    rows = tuple(
        Movimento(
            entry.movimento,
            entry.lancamento.numero_autorizacao,
            entry.lancamento.codigo_procedimento,
            entry.lancamento.data,
            entry.lancamento.quantidade,
            entry.valor_lancado,
            protocolo=entry.protocolo,
            lote=f"{55_000 + mes.id}",
            situacao="Recebido",
        )
        for entry in entries
    )
    page = "\n".join(f"{row.movimento} {row.numero_autorizacao} {row.valor}" for row in rows)
    total = sum(row.valor or 0 for row in rows)
    proof = Evidence("html", "relatório do mês", page.encode())
    return Registro(
        mes.portal,
        mes.competencia,
        at,
        fechado=True,
        movimentos=rows,
        total_linhas=len(rows),
        total_valor=total,
        evidence=proof,
    )


def line_of(
    entry: Entry, liberado: Centavos, glosa: Centavos, motivo: str = "", *, code: str = "", number: str = ""
) -> LinhaRetorno:
    """What the insurer says of an entry; `code` and `number` where it writes another."""
    asked = entry.lancamento
    return LinhaRetorno(
        linha=1,
        numero_autorizacao=number or asked.numero_autorizacao,
        codigo_procedimento=code or asked.codigo_procedimento,
        data=asked.data,
        quantidade=asked.quantidade,
        valor_informado=liberado + glosa,
        valor_liberado=liberado,
        valor_glosa=glosa,
        motivo=motivo,
        protocolo=entry.protocolo,
    )


def report_of(mes: Mes, lines: Sequence[LinhaRetorno]) -> Demonstrativo:
    """The month's return, and its page."""
    rows = "".join(
        f"<tr><td>{line.numero_autorizacao}<td>{line.codigo_procedimento}<td>{line.data}<td>{line.valor_informado}"
        f"<td>{line.valor_liberado}<td>{line.valor_glosa}<td>{line.motivo}</tr>\n"
        for line in lines
    )
    page = f"<table><caption>{mes.clinica} {mes.portal} {mes.competencia}</caption>\n{rows}</table>"
    return Demonstrativo(
        portal=mes.portal,
        competencia=mes.competencia,
        linhas=tuple(lines),
        total_informado=sum(line.valor_informado for line in lines),
        total_liberado=sum(line.valor_liberado for line in lines),
        total_glosa=sum(line.valor_glosa for line in lines),
        evidence=(Evidence("html", "relatório de retorno", page.encode()),),
    )


def write_accounts(office: Office, ledger: Ledger) -> None:
    """The invoices and the bank: what was released, less the taxes held back, paid some days later."""
    notas = [
        ["clinica", "portal", "competencia", "numero", "data", "valor", "irrf", "iss", "inss", "pis", "cofins", "csll"]
    ]
    banco = [["data", "clinica", "portal", "competencia", "historico", "valor"]]
    for number, mes in enumerate(ledger.months.all(), start=1):
        liberado = sum(line.linha.valor_liberado for line in ledger.returns.lines(mes))
        if liberado <= 0:
            continue
        month = str(mes.competencia)
        taxes = [liberado * per // 10_000 for per in (150, 200, 0, 65, 300, 100)]
        issued = mes.competencia.plus(2).first_day + timedelta(days=6)
        row = [mes.clinica, mes.portal, month, str(1000 + number), f"{issued:%d/%m/%Y}", write_valor(liberado)]
        notas.append([*row, *map(write_valor, taxes)])
        paid = liberado - sum(taxes) - (1000 if number % 11 == 0 else 0)
        day = issued + timedelta(days=5)
        banco.append([f"{day:%d/%m/%Y}", mes.clinica, mes.portal, month, f"TED NF {1000 + number}", write_valor(paid)])
    for name, table in (("notas.csv", notas), ("banco.csv", banco)):
        text = io.StringIO()
        csv.writer(text, delimiter=";", lineterminator="\n").writerows(table)
        (office.contas / name).write_text(text.getvalue(), encoding="utf-8")
