"""An invented office's month with one of everything: paid, refused, partly refused, unanswered, doubtful, rejected."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone

from agent.model.competencia import Competencia
from agent.model.demonstrativo import LinhaRetorno
from agent.model.entry import Entry, State
from agent.model.lancamento import Kind, Lancamento, Origem
from agent.reconcile.reconcile import reconcile
from agent.reconcile.rows import EntryView, LineView
from spreadsheets.writing.report import (
    GroupKey,
    Reading,
    ReconciliationReport,
    RejectedRow,
    ReportEntry,
    ReportLine,
)

OUTUBRO = Competencia(2026, 10)
AURORA = GroupKey("aurora", "ipasem", OUTUBRO)
BEM_ESTAR = GroupKey("bem-estar", "cassind", OUTUBRO)
NOMES = {
    "aurora": "Clínica Aurora",
    "bem-estar": "Bem-Estar Fisioterapia",
    "ipasem": "IPASEM-NH",
    "cassind": "CASSIND",
}
GERADO_EM = datetime(2026, 11, 21, 9, 30, tzinfo=timezone(timedelta(hours=-3)))


def entry(
    number: int,
    key: GroupKey,
    autorizacao: str,
    valor: int,
    *,
    state: State = State.FECHADA,
    codigo: str = "50000616",
    day: int = 3,
    dente: str = "",
    faces: str = "",
    ocorrencia: int = 1,
    motivo: str = "",
    protocolo: str = "",
) -> Entry:
    """An entry of `valor` centavos; the portal holds it unless its state says otherwise."""
    lancamento = Lancamento(
        clinica=key.clinica,
        portal=key.portal,
        kind=Kind.PROCEDIMENTO,
        competencia=key.competencia,
        numero_autorizacao=autorizacao,
        codigo_procedimento=codigo,
        data=date(2026, 10, day),
        valor_informado=valor,
        dente=dente,
        faces=faces,
        ocorrencia=ocorrencia,
        beneficiario="Maria Inventada da Silva",
        numero_carteira="0070024",
        origem=Origem(arquivo=f"{key.clinica}-outubro.xlsx", aba="Atendimentos", linha=number + 4),
    )
    held = state in {State.LANCADA, State.FECHADA, State.RETORNADA, State.QUITADA}
    return Entry(
        number,
        1,
        lancamento,
        state,
        movimento=str(8000 + number) if held else "",
        protocolo=protocolo,
        valor_lancado=valor if held else None,
        motivo=motivo,
    )


def linha(
    number: int,
    autorizacao: str,
    liberado: int,
    glosa: int,
    *,
    codigo: str = "50000616",
    day: int = 3,
    quantidade: int = 1,
    motivo: str = "",
) -> LinhaRetorno:
    """A return line, in centavos."""
    return LinhaRetorno(
        number, autorizacao, codigo, date(2026, 10, day), quantidade, liberado + glosa, liberado, glosa, motivo=motivo
    )


def judged(
    key: GroupKey, entries: Iterable[Entry], linhas: Iterable[LinhaRetorno], *, first_line: int
) -> tuple[list[ReportEntry], list[ReportLine]]:
    """A group's entries and return lines with the verdicts that the reconciliation gives them."""
    entries, stored = list(entries), dict(enumerate(linhas, start=first_line))
    verdicts = reconcile(
        [EntryView.of(e) for e in entries if e.valor_lancado is not None],
        [LineView.of(number, row, 1) for number, row in stored.items()],
    )
    by_entry = {j.entry_id: j for j in verdicts.entries}
    return (
        [ReportEntry(e, by_entry.get(e.id)) for e in entries],
        [ReportLine(key, j.line_id, stored[j.line_id], j) for j in verdicts.lines],
    )


def month() -> ReconciliationReport:
    """The month: 13 entries and 2 rejected rows read, 8 return lines."""
    aurora, aurora_lines = judged(
        AURORA,
        [
            entry(1, AURORA, "2678555", 6500),
            entry(2, AURORA, "0557459", 2400, codigo="2334", dente="11", faces="MO"),
            entry(3, AURORA, "2857489", 6500),
            entry(4, AURORA, "2857490", 6500),
            entry(5, AURORA, "2857491", 6500, day=9),
            entry(6, AURORA, "2857492", 6500, state=State.RECUSADA, motivo="=Autorização já utilizada em 09/2026"),
            entry(7, AURORA, "2857493", 6500, state=State.INCERTA),
            entry(8, AURORA, "2857494", 6500, state=State.PENDENTE),
        ],
        [
            linha(1, "2678555", 6500, 0),
            linha(2, "0557459", 0, 2400, codigo="2334", motivo="Falta radiografia final"),
            linha(3, "2857489", 4001, 2499, motivo="1705 - Valor apresentado a maior"),
            linha(4, "2857490", 6000, 0),
            linha(5, "9999999", 3000, 0),
        ],
        first_line=1,
    )
    bem_estar, bem_estar_lines = judged(
        BEM_ESTAR,
        [
            entry(9, BEM_ESTAR, "300100", 4500, protocolo="77001"),
            entry(10, BEM_ESTAR, "300100", 4500, day=10, protocolo="77001"),
            entry(11, BEM_ESTAR, "300101", 4500, protocolo="77002"),
            entry(12, BEM_ESTAR, "300102", 12000050, protocolo="77003"),
            entry(13, BEM_ESTAR, "300103", 4500, state=State.CANCELADA),
        ],
        [
            linha(1, "300100", 5000, 4000, day=10, quantidade=2, motivo="Sessões além do autorizado"),
            linha(2, "300101", 4500, 0, codigo="50000624"),
            linha(3, "300102", 12000050, 0),
        ],
        first_line=6,
    )
    return ReconciliationReport(
        escritorio="Faturar & Cia",
        gerado_em=GERADO_EM,
        readings=(Reading(AURORA, 10), Reading(BEM_ESTAR, 4, "O retorno de 10/2026 ainda está em análise.")),
        entries=(*aurora, *bem_estar),
        lines=(*aurora_lines, *bem_estar_lines),
        rejected=(
            RejectedRow(
                AURORA,
                "aurora-outubro.xlsx",
                "Atendimentos",
                21,
                ("D21", "F21"),
                "data 31/02/2026 não existe; valor em branco",
            ),
            RejectedRow(AURORA, "aurora-outubro.xlsx", "", 22, (), "autorização em branco"),
        ),
        nomes=NOMES,
    )
