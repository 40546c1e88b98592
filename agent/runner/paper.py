"""What goes to the insurer on paper: the report as it prints it, and a checklist of the authorisations in its order."""

from pathlib import Path

from agent.ledger.evidence import Of
from agent.ledger.months import Mes
from agent.model.answer import Refused
from agent.model.errors import PortalUnavailable
from agent.runner.able import able
from agent.runner.desk import Desk
from portals.more import Impresso, Prints
from spreadsheets.writing.envelope import write_checklist

CLOSED = "o mês está fechado no portal: este é o relatório de fechamento"
OPEN = "o mês está aberto no portal: este é o relatório de conferência; o que se entrega sai depois de fechar"


def deliver(desk: Desk, mes: Mes, order: str) -> tuple[str, ...]:
    """Write both into the office's output folder and keep the report as evidence; where they are (pt-BR).

    Raises PortalUnavailable where the portal gives no report.
    """

    def printed(portal: Prints) -> Impresso | Refused:
        return portal.printed(mes.competencia, order)

    report = desk.working(mes, lambda work: able(work.portal, Prints, "printed", printed))
    if isinstance(report, Refused):
        raise PortalUnavailable(f"O portal não deu o relatório: {report}.", where=mes.portal)
    of = Of(mes.id, (), "relatório impresso")
    desk.ledger.evidence.add(of, report.page)
    name = f"{mes.clinica}-{mes.portal}-{mes.competencia.iso}"
    checklist = desk.office.saida / f"envelope-{name}.xlsx"
    write_checklist(
        checklist,
        report.movimentos,
        clinica=desk.office.clinica(mes.clinica).nome,
        competencia=mes.competencia,
        order=report.order,
        at=desk.clock(),
    )
    texts = [
        CLOSED if report.fechado else OPEN,
        f"{len(report.movimentos)} autorizações, por {report.order.lower()}",
        f"conferência do envelope: {checklist}",
    ]
    if report.pdf is None:
        return (*texts, "o PDF só sai com o navegador sem janela: repita sem --mostrar")
    desk.ledger.evidence.add(of, report.pdf)
    return (
        *texts,
        f"relatório para imprimir: {_written(desk.office.saida / f'relatorio-{name}.pdf', report.pdf.content)}",
    )


def _written(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".parte")
    part.write_bytes(content)
    part.replace(path)
    return path
