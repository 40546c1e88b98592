"""A file that may be another clinic's, another month's, or only a part: a person says so before anything is kept."""

from collections import Counter
from collections.abc import Callable, Sequence

from agent.ledger.months import Mes
from agent.ledger.returns import ImportedReturn
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.counted import counted
from agent.model.errors import InputError

_NAMED = 6
_SURE = "repita com --mesmo-assim"


def ask_first(
    ledger: Ledger, mes: Mes, numbers: Sequence[str], name: str, *, whole: bool
) -> Callable[[ImportedReturn], None]:
    """What is to be looked at before the file `name` is kept as the return of `mes`.

    `numbers`: the authorisations it speaks of, one for each line; `whole`: it tells the whole return of the month.
    It raises InputError (nothing is kept) where no line is of the clinic's entries at the insurer, or none of them is
    of this month; and where a whole one drops authorisations that the file before it told.
    """

    def ask(told: ImportedReturn) -> None:
        if whole and told.dropped:
            raise InputError(
                f"o arquivo não traz {_many(told.dropped)} que o lido antes trazia.",
                where=name,
                do="Nada foi gravado. Se ele é só uma parte do retorno, repita com --parte; se o convênio as retirou, "
                f"{_SURE}.",
            )
        if told.new or not told.known:
            _ask_whose(ledger, mes, numbers, name)

    return ask


def _ask_whose(ledger: Ledger, mes: Mes, numbers: Sequence[str], name: str) -> None:
    elsewhere: Counter[Competencia] = Counter()
    for number in numbers:
        months = {entry.mes_id for entry in ledger.entries.by_authorization(mes.clinica, mes.portal, number)}
        if mes.id in months:
            return
        elsewhere.update(ledger.months.get(each).competencia for each in months)
    if not numbers:
        return
    if not elsewhere:
        raise InputError(
            f"nenhuma autorização do arquivo é de lançamento de {mes.clinica} em {mes.portal}.",
            where=name,
            do=f"Nada foi gravado. Confira se ele é desta clínica e deste convênio; se é, {_SURE}.",
        )
    found = ", ".join(f"{counted(n, 'é', 'são')} de {month}" for month, n in sorted(elsewhere.items()))
    raise InputError(
        f"nenhuma linha do arquivo é de lançamento de {mes.competencia}: {found}.",
        where=name,
        do=f"Nada foi gravado. Se é o retorno de outro mês, diga qual com --competencia; se o convênio responde aqui "
        f"por aqueles meses, {_SURE}.",
    )


def _many(numbers: Sequence[str]) -> str:
    shown = ", ".join(numbers[:_NAMED])
    more = f" e mais {len(numbers) - _NAMED}" if len(numbers) > _NAMED else ""
    return f"{counted(len(numbers), 'autorização', 'autorizações')} ({shown}{more})"
