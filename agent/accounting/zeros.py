"""Leading zeros that a spreadsheet lost: Excel takes 03400001 for a number. The ledger's own entries have them."""

from dataclasses import replace

from agent.ledger.months import Mes
from agent.ledger.store import Ledger
from agent.model.demonstrativo import Demonstrativo, LinhaRetorno
from agent.model.entry import Entry

_WIDEST = 20


def with_zeros(ledger: Ledger, mes: Mes, report: Demonstrativo) -> tuple[Demonstrativo, int]:
    """The report with authorisations and codes as the entries of its account write them; gives how many lines changed.

    Only zeros in front are put back, only where no entry is written as the file writes it, and only where one
    spelling alone is known: anything else stays as it was read.
    """
    known: dict[str, list[Entry]] = {}

    def of(number: str) -> list[Entry]:
        if number not in known:
            known[number] = ledger.entries.by_authorization(mes.clinica, mes.portal, number)
        return known[number]

    def spelled(line: LinhaRetorno) -> LinhaRetorno:
        number = line.numero_autorizacao
        if not of(number) and number.isdigit():
            longer = [wide for width in range(len(number) + 1, _WIDEST + 1) if of(wide := number.zfill(width))]
            number = longer[0] if len(longer) == 1 else number
        codes = {entry.lancamento.codigo_procedimento for entry in of(number)}
        return replace(line, numero_autorizacao=number, codigo_procedimento=_code(line.codigo_procedimento, codes))

    linhas = tuple(map(spelled, report.linhas))
    return replace(report, linhas=linhas), sum(a != b for a, b in zip(linhas, report.linhas, strict=True))


def _code(code: str, known: set[str]) -> str:
    if code in known or not code.isdigit():
        return code
    same = [each for each in known if len(each) > len(code) and each.lstrip("0") == code.lstrip("0")]
    return same[0] if len(same) == 1 else code
